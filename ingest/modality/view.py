"""A sentence as the chooser of modalities reads it: words, with mentions by their kind."""

from dataclasses import dataclass

import regex

from ingest.judge.kinds import kind
from ingest.slots import Encoded
from ingest.text import Mention
from kg.model import Language

_WORD = regex.compile(r"[\uE000-\uF8FF]|[\p{L}\p{M}]+(?:['’]\p{L}+)?|\d+(?:[.,]\d+)*|\S")
_CHARACTER = regex.compile(r"[\uE000-\uF8FF]|\p{Latin}+|\d+(?:[.,]\d+)*|\S")
_PARTED = "‖"


@dataclass(frozen=True)
class View:
    """Tokens of a sentence, and where among them its mentions are, by their starts."""

    lang: Language
    tokens: tuple[str, ...]
    places: dict[int, int]


def view(encoded: Encoded, lang: Language, topic: Mention | None = None) -> View:
    """The view of a sentence; a topic named in an earlier one stands before it."""
    tokens = [kind(topic), _PARTED] if topic else []
    found = {topic.start: 0} if topic else {}
    for match in (_WORD if lang == "en" else _CHARACTER).finditer(encoded.text):
        mention = encoded.mentions.get(match.start())
        if mention:
            found[mention.start] = len(tokens)
            tokens.append(kind(mention))
        else:
            word = match.group().lower()
            tokens.append("0" if word[0].isdigit() else word)
    return View(lang, tuple(tokens), found)
