"""Annotated sentences one after the other, as in an article that goes from one thing to the next."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.training.annotated import APART, Annotated
from ingest.training.naming.referring import is_name
from kg.model import Language

_MOST, _SEED, _UNMARKED = 6, 5, 0.05
"""Passages that are joined at most; and the share of sentences of which one name is not marked."""


def joined(lang: Language, passages: Sequence[Annotated], seed: int = _SEED) -> Iterator[Annotated]:
    """All passages in another order, some in a row; in a few one name is unmarked, as a recogniser may miss it."""
    chance = random.Random(seed)  # noqa: S311
    mixed = [_unmarked(lang, passage, chance) for passage in chance.sample(passages, len(passages))]
    at = 0
    while at < len(mixed):
        size = chance.randint(1, _MOST)
        yield _in_a_row(mixed[at : at + size])
        at += size


def _in_a_row(passages: Sequence[Annotated]) -> Annotated:
    text, mentions, claims, silent = "", [], [], set()
    sentences = 0
    for passage in passages:
        text += APART if text else ""
        mentions += [mark.moved(len(text)) for mark in passage.mentions]
        claims += [claim.moved(len(text)) for claim in passage.claims]
        silent |= {sentences + number for number in passage.silent}
        sentences += len(passage.sentences)
        text += passage.text
    return Annotated(text, tuple(mentions), tuple(claims), frozenset(silent))


def _unmarked(lang: Language, passage: Annotated, chance: random.Random) -> Annotated:
    """Mostly the passage itself; where a name is missed, it is missed wherever it stands."""
    names = sorted({passage.words(mark) for mark in passage.mentions if is_name(mark, passage.text, lang)})
    if not names or chance.random() >= _UNMARKED * len(passage.sentences):
        return passage
    missed = chance.choice(names)
    mentions = tuple(mark for mark in passage.mentions if passage.words(mark) != missed)
    claims = (claim for claim in passage.claims if {claim.subject, claim.object} <= set(mentions))
    return replace(passage, mentions=mentions, claims=tuple(claims))
