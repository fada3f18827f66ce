"""Who a sentence gives its statement to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from ingest.rules import Rules
from ingest.slots import Encoded, encode
from ingest.text import Mention, Sentence

_PARTS = "[;；]"
_OPENING = ("“", '"', "「", "『", "‘")


@dataclass(frozen=True)
class Attribution:
    """Words that give a statement to a speaker: their place in the encoded sentence, and that of the speaker."""

    begin: int
    end: int
    at: int
    speaker: Mention


def speaker_of(encoded: Encoded, rules: Rules, at: int | None = None) -> Mention | None:
    """Who is named as saying what stands at an article offset (or the whole sentence), or None.

    What stands in the attribution itself ("Foo, which makes ropes, said") is said by no one.
    """
    position = None if at is None else encoded.position(at)
    part = range(len(encoded.text) + 1) if position is None else _part(encoded, position, rules)
    for found in _attributions(encoded, rules):
        if found.at in part:
            return None if position is not None and found.begin <= position < found.end else found.speaker
    return None


def carried_speakers(sentences: Sequence[Sentence], rules: Rules) -> list[Mention | None]:
    """For each sentence that goes on with a quotation, who was speaking before it; None for any other."""
    carried: list[Mention | None] = []
    last: Mention | None = None
    for sentence in sentences:
        own = speaker_of(encode(sentence), rules)
        goes_on = sentence.text.startswith(_OPENING)
        carried.append(last if goes_on and own is None else None)
        last = own or (last if goes_on else None)
    return carried


def _attributions(encoded: Encoded, rules: Rules) -> Iterator[Attribution]:
    for pattern in rules.speakers:
        for match in pattern.finditer(encoded):
            at = match.start("speaker")
            if (speaker := encoded.mentions.get(at)) and speaker.entity:
                yield Attribution(match.start(), match.end(), at, speaker)


def _part(encoded: Encoded, position: int, rules: Rules) -> range:
    """The stretch around a place that one attribution covers."""
    cuts = [m.end() for m in _ends(rules.macros.get("statement_end", _PARTS)).finditer(encoded.text)]
    begin = max((c for c in cuts if c <= position), default=0)
    return range(begin, min((c for c in cuts if c > position), default=len(encoded.text) + 1))


@cache
def _ends(pattern: str) -> "regex.Pattern[str]":
    return regex.compile(pattern)
