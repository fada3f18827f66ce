"""What a sentence goes on about where it names no subject, in languages that leave one out (Japanese)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.judge.known import is_outlet
from ingest.rules import Rules
from ingest.slots import compile_slots, encode
from ingest.text import Mention, Sentence
from ontology import load_ontology

if TYPE_CHECKING:
    import regex

    from kg.model import Entity

_OPENING = ("「", "『", "“", '"', "――", "（", "(")
_QUOTES, _CLOSED = "「『“", "」』”"


def with_topics(sentences: Sequence[Sentence], rules: Rules) -> tuple[Sentence, ...]:
    """The sentences, each that has no topic of its own with the last one of its paragraph.

    One about a person goes on about the organisation before it: "Foo grows. Its head X says": "Xは". The macros `topic`
    and `agent` say what stands behind a mention that is one; without them nothing is carried.
    """
    if "topic" not in rules.macros:
        return tuple(sentences)
    markers = [compile_slots(rules.macros[name], rules.macros).expression for name in ("topic", "agent")]
    joiner = compile_slots(rules.macros["and"], rules.macros).expression
    found: list[Sentence] = []
    depth = 0
    last: Mention | None = None
    firm: Mention | None = None
    for index, sentence in enumerate(sentences):
        if index and sentence.start > sentences[index - 1].end:
            last = firm = None
        quoted = depth > 0 or sentence.text.startswith(_OPENING)
        depth = max(0, depth + sum(map(sentence.text.count, _QUOTES)) - sum(map(sentence.text.count, _CLOSED)))
        own = next((m for marker in markers if (m := _marked(sentence, marker, joiner))), None)
        before = None if quoted else last if own is None else firm
        goes_on = own is None or own.type == "Person"
        found.append(replace(sentence, topic=before) if before and goes_on else sentence)
        if own:
            last = replace(own, how="nominal:topic")
            firm = last if load_ontology().is_a(own.type, "Organization") else firm
    return tuple(found)


def _marked(sentence: Sentence, marker: "regex.Pattern[str]", joiner: "regex.Pattern[str]") -> Mention | None:
    """The first entity of a sentence with the marker behind it, and with it those listed before it.

    A news outlet is none: a sentence that it reports goes on about those of whom it does.
    """
    encoded = encode(sentence)
    listed: list[Entity] = []
    end = 0
    for position, mention in sorted(encoded.mentions.items()):
        if not joiner.fullmatch(encoded.text, end, position):
            listed = []
        names = mention.entity and mention.type != "Place" and not is_outlet(mention)
        if names and marker.match(encoded.text, position + 1):
            return replace(mention, also=(*mention.also, *listed))
        listed += mention.entities
        end = position + 1
    return None
