"""Sentences that leave out a subject which the one before has named, made from those that name it."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from ingest.script import one_script
from ingest.training.annotated import Annotated, Marked, Stated
from kg.model import Language

_SUBJECT = {
    "ja": regex.compile("(?:は|が)[、，]?"),
    "zh": regex.compile(
        "(?=[将已曾在于正拟今去昨近还也目随计宣表发推完获与向由从日上本又再则自创把被称认预希打开凭首其承此最])"
    ),
}
"""What stands behind a subject at the beginning of a sentence that would be said without it too, by language."""
_PARTED = "‖"
_UNRELATED, _SEED = 0.5, 11
"""Of the sentences that need no topic, the share that gets one; they then claim nothing of it."""


def with_dropped_subjects(lang: Language, sentences: Sequence[Annotated]) -> Iterator[Annotated]:
    """The sentences, and beside those that begin with their subject the same without it, as their topic."""
    if lang not in _SUBJECT:
        yield from sentences
        return
    chance = random.Random(_SEED)  # noqa: S311
    topics = [sentence for sentence in sentences if _subject(sentence, lang)]
    for sentence in sentences:
        yield _unrelated(sentence, chance, topics)
        if subject := _subject(sentence, lang):
            first = sentence.mentions[0]
            yield _after(sentence.text[: first.end], first.type, sentence, subject.end())


def _unrelated(sentence: Annotated, chance: random.Random, topics: Sequence[Annotated]) -> Annotated:
    """The sentence, by chance after a topic that it does not speak of."""
    if not topics or chance.random() >= _UNRELATED:
        return sentence
    other = chance.choice(topics)
    words = other.text[: other.mentions[0].end]
    return sentence if words in sentence.text else _after(words, other.mentions[0].type, sentence, 0)


def _subject(sentence: Annotated, lang: Language) -> "regex.Match[str] | None":
    """What marks a sentence's first words as its subject, if it names that only once."""
    first = sentence.mentions[0] if sentence.mentions else None
    if first is None or first.start or sentence.text.count(sentence.text[: first.end]) > 1:
        return None
    return _SUBJECT[lang].match(one_script(sentence.text, lang), first.end)


def _after(words: str, type_: str, sentence: Annotated, cut: int) -> Annotated:
    """What stands behind `cut` of a sentence, after a topic; claims of the words before it are claims of the topic."""
    begin = len(words) + len(_PARTED)
    topic = Marked(0, len(words), type_)

    def moved(mention: Marked) -> Marked:
        if mention.end <= cut:
            return topic
        return replace(mention, start=mention.start - cut + begin, end=mention.end - cut + begin)

    claims = tuple(Stated(moved(c.subject), c.relation, moved(c.object), c.modality) for c in sentence.claims)
    mentions = (topic, *(moved(m) for m in sentence.mentions if m.end > cut))
    return Annotated(words + _PARTED + sentence.text[cut:], mentions, claims, begin)
