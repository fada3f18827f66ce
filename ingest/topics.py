"""What a sentence goes on about where it names no subject, in languages that leave one out (Japanese)."""

from collections.abc import Sequence
from dataclasses import replace

import regex

from ingest.rules import Rules
from ingest.slots import encode
from ingest.text import Mention, Sentence

_OPENING = ("「", "『", "“", '"', "――", "（", "(")


def with_topics(sentences: Sequence[Sentence], rules: Rules) -> tuple[Sentence, ...]:
    """The sentences, each that has no topic of its own with the last one of its paragraph.

    The macros `topic` and `subject` say what stands behind a mention that is one; without them nothing is carried.
    """
    if "topic" not in rules.macros:
        return tuple(sentences)
    markers = [regex.compile(rules.macros[name]) for name in ("topic", "subject")]
    found: list[Sentence] = []
    last: Mention | None = None
    for index, sentence in enumerate(sentences):
        if index and sentence.start > sentences[index - 1].end:
            last = None
        own = next((m for marker in markers if (m := _marked(sentence, marker))), None)
        goes_on = own is None and not sentence.text.startswith(_OPENING)
        found.append(replace(sentence, topic=last) if last and goes_on else sentence)
        last = replace(own, how="nominal:topic") if own else last
    return tuple(found)


def _marked(sentence: Sentence, marker: "regex.Pattern[str]") -> Mention | None:
    """The first entity of a sentence with the marker behind it."""
    encoded = encode(sentence.text, sentence.start, sentence.mentions)
    marked = (m for position, m in sorted(encoded.mentions.items()) if marker.match(encoded.text, position + 1))
    return next((m for m in marked if m.entity), None)
