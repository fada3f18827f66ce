"""Annotated sentences one after the other, as in an article that goes from one thing to the next."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.training.annotated import PARTED, Annotated

_MOST, _SEED, _UNMARKED = 6, 5, 0.05
"""Passages that are joined at most; and the share of sentences of which one name is not marked."""


def joined(sentences: Sequence[Annotated], seed: int = _SEED) -> Iterator[Annotated]:
    """All sentences in another order, some in a row; of a few one name is unmarked, as a recogniser may miss it."""
    chance = random.Random(seed)  # noqa: S311
    mixed = [_unmarked(sentence, chance) for sentence in chance.sample(sentences, len(sentences))]
    at = 0
    while at < len(mixed):
        size = chance.randint(1, _MOST)
        yield _in_a_row(mixed[at : at + size])
        at += size


def _in_a_row(passages: Sequence[Annotated]) -> Annotated:
    text, mentions, claims, silent = "", [], [], set()
    sentences = 0
    for passage in passages:
        text += PARTED if text else ""
        mentions += [mark.moved(len(text)) for mark in passage.mentions]
        claims += [claim.moved(len(text)) for claim in passage.claims]
        silent |= {sentences + number for number in passage.silent}
        sentences += len(passage.sentences)
        text += passage.text
    return Annotated(text, tuple(mentions), tuple(claims), frozenset(silent))


def _unmarked(sentence: Annotated, chance: random.Random) -> Annotated:
    """Mostly the sentence itself."""
    if not sentence.mentions or chance.random() >= _UNMARKED * len(sentence.sentences):
        return sentence
    missed = chance.choice(sentence.mentions)
    mentions = tuple(mark for mark in sentence.mentions if mark != missed)
    claims = tuple(claim for claim in sentence.claims if missed not in (claim.subject, claim.object))
    return replace(sentence, mentions=mentions, claims=claims)
