"""English sentences as spaCy reads them best: every name one that it knows, hyphenated verbs in one word.

Values other than amounts and words that refer back stay as they are.
"""

import regex

from ingest.languages.stand_ins import Disguise
from ingest.text import VALUE_TYPES, Mention

_STAND_INS = {"Person": "Smith", "Model": "Linux", "Chip": "Pentium", "Product": "Linux", "Place": "London"}
_ORGANISATION = "Google"


def _words(mention: Mention) -> str:
    if mention.type == "Money":
        return "$9"
    if mention.type in VALUE_TYPES or mention.how in {"nominal", "group", "adjective"}:
        return mention.text
    if mention.type == "Place" and " " not in mention.text:
        return mention.text
    if mention.type in {"Chip", "Model"} and mention.text.endswith("s") and mention.text[-2:-1].isdigit():
        return "Pentiums"
    return _STAND_INS.get(mention.type, _ORGANISATION)


DISGUISE = Disguise(
    _words,
    (
        (regex.compile(r"\b(?:co-?|fine-|pre-|post-)(?=found|led\b|tun|train|develop|creat)"), ""),
        (regex.compile(r"\bopen-sourc(?=e|ing)"), "releas"),
    ),
)
"""Verbs with a hyphen, which the parser takes for adjectives, without it, and "releas-ed" for "open-sourc-ed"."""
