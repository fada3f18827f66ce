"""A sentence as the encoder takes it: words, with every mention as its kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from ingest.judge.view import kind
from ingest.slots import MENTION, Encoded
from ingest.text import Mention

_MENTION = regex.compile(MENTION)
_PARTED = " :"


@dataclass(frozen=True)
class Reading:
    """Stretches of words and kinds of mentions, in turn; `places` tells which stretch a mention, by its start, is."""

    stretches: Sequence[str]
    places: dict[int, int]


def reading(encoded: Encoded, topic: Mention | None = None) -> Reading:
    """A sentence as it is read; a topic named in an earlier one stands before it."""
    stretches: list[str] = []
    places: dict[int, int] = {}
    for words, mention in _parts(encoded, topic):
        if mention:
            places[mention.start] = len(stretches)
        stretches.append(kind(mention) if mention else words)
    return Reading(stretches, places)


def _parts(encoded: Encoded, topic: Mention | None) -> Iterator[tuple[str, Mention | None]]:
    if topic:
        yield "", topic
        yield _PARTED, None
    done = 0
    for match in _MENTION.finditer(encoded.text):
        if match.start() > done:
            yield encoded.text[done : match.start()], None
        yield "", encoded.mentions[match.start()]
        done = match.end()
    if done < len(encoded.text):
        yield encoded.text[done:], None
