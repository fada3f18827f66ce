"""What the encoder says of a sentence's candidates: it is given words, with every mention as its kind."""

from collections.abc import Iterator, Sequence

import regex

from ingest.encoder.encoder import Encoder, Reading
from ingest.judge.candidates import Candidate
from ingest.judge.view import kind
from ingest.slots import MENTION, Encoded
from ingest.text import Mention

_MENTION = regex.compile(MENTION)
_PARTED = " :"


def read_odds(encoded: Encoded, topic: Mention | None, found: Sequence[Candidate]) -> list[float | None]:
    """The log odds of each candidate of a sentence; none where it is too long."""
    pairs = list(dict.fromkeys((c.subject.start, c.object.start) for c in found))
    encoder = Encoder.load()
    odds = encoder.log_odds(reading(encoded, spoken_of(topic, found)), pairs)
    if odds is None:
        return [None] * len(found)
    rows = dict(zip(pairs, odds.tolist(), strict=True))
    return [rows[c.subject.start, c.object.start][encoder.relations[c.relation]] for c in found]


def spoken_of(topic: Mention | None, found: Sequence[Candidate]) -> Mention | None:
    """The topic of a sentence, where a candidate is about it."""
    return topic if any(topic in (c.subject, c.object) for c in found) else None


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
