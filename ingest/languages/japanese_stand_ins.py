"""Japanese sentences as GiNZA reads them best: every name one known word, asides and brackets left out."""

import regex

from ingest.languages.stand_ins import Disguise
from ingest.script import APART_JAPANESE
from ingest.text import Mention

_STAND_INS = {
    "Person": "田中", "Model": "パソコン", "Chip": "パソコン", "Product": "パソコン", "Place": "東京", "Money": "9億円",
    "Round": "資金", "License": "規約", "Lead": "社長", "Founder": "創業者", "Role": "研究員",
}  # fmt: skip
_ORGANISATION = "ソニー"
_AS_WRITTEN = frozenset({"Date", "Structure"})
_SHORT_PLACE = 2
_TITLE = "[^「」『』、。をがは]{1,30}"
"""Words in quotation marks that are no sentence."""


def _words(mention: Mention) -> str:
    short = mention.type == "Place" and len(mention.text) <= _SHORT_PLACE
    if short or mention.type in _AS_WRITTEN or mention.how == "nominal":
        return mention.text
    return _STAND_INS.get(mention.type, _ORGANISATION)


DISGUISE = Disguise(
    _words,
    (
        (regex.compile(r"^[・■◇◆●○▽▼※☆★―—\-\s]+"), ""),
        (regex.compile(r"(?<=[^\s。])[（(\[［【][^（）()。]{0,80}[）)\]］】]"), ""),
        (regex.compile(r"(?<=^[◇◆■□○●▽▼][^　。、]{2,24})　"), "は、"),
        (APART_JAPANESE, ""),
        (regex.compile(r"(?<=\P{Latin})[　 ](?=\P{Latin})"), "。"),
        (
            regex.compile(rf"[「『“\"](?={_TITLE}[」』”\"])|(?<=[「『“\"]{_TITLE})[」』”\"]"),
            "",
        ),
    ),
)
