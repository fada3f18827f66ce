"""Sentences that go on about what the one before has named, made from those that name it themselves."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from ingest.script import one_script
from ingest.training.annotated import PARTED, Annotated, Marked
from ingest.training.naming.referring import is_name
from kg.model import Language
from ontology import load_ontology

_SUBJECT = {
    "en": regex.compile(
        r"(?P<of>['’]s )|(?= (?:\p{Ll}+ly )?(?:has|had|is|was|will|would|may|plans|\p{Ll}+[^s ]s|\p{Ll}+ed) )"
    ),
    "ja": regex.compile("(?:は|が)[、，]?"),
    "zh": regex.compile(
        "(?=[将已曾在于正拟今去昨近还也目随计宣表发推完获与向由从日上本又再则自创把被称认预希打开凭首其承此最])"
    ),
}
"""What stands behind a subject at the beginning of a sentence that would be said without its name too, by language."""
_WORDS = {"Person": ("He", "She"), "Organization": ("It", "It", "The company", "The firm"), "": ("It",)}
_OF = {"He": "His ", "She": "Her "}
"""What English says instead of a name, and of its possessive where that is not "Its"."""
_SHARE, _ALONE, _SEED, _DRAWN = 0.6, 0.4, 11, 9
"""Shares: of sentences that are told so too; of those told before in languages that leave a subject out by chance, of
which only that stays, as a topic."""


def with_following(lang: Language, sentences: Sequence[Annotated]) -> Iterator[Annotated]:
    """The sentences, and some of those that begin with their subject without its name, after one of another subject."""
    chance = random.Random(_SEED)  # noqa: S311
    alone = ((sentence, _subject(sentence, lang)) for sentence in sentences if len(sentence.sentences) == 1)
    found = [(sentence, subject) for sentence, subject in alone if subject]
    of_type: dict[str, list[Annotated]] = defaultdict(list)
    for sentence, _ in found:
        of_type[sentence.mentions[0].type].append(sentence)
    yield from sentences
    for sentence, subject in found:
        if chance.random() < _SHARE and (before := _before(lang, chance, of_type[sentence.mentions[0].type], sentence)):
            words = _referring(sentence, subject, chance) if lang == "en" else ""
            yield _after(before, sentence, subject.end(), words)


def _before(
    lang: Language, chance: random.Random, others: Sequence[Annotated], sentence: Annotated
) -> Annotated | None:
    """A sentence that names nothing of another; in languages that leave a subject out by chance only its subject."""
    drawn = (chance.choice(others) for _ in range(_DRAWN))
    chosen = next((other for other in drawn if _apart(other, sentence)), None)
    if chosen is None or lang == "en" or chance.random() >= _ALONE:
        return chosen
    first = chosen.mentions[0]
    return Annotated(chosen.text[: first.end], (first,), ())


def _subject(sentence: Annotated, lang: Language) -> "regex.Match[str] | None":
    """What marks a sentence's first name as its subject, if it names that only once."""
    first = sentence.mentions[0] if sentence.mentions else None
    if first is None or first.start or not is_name(first, sentence.text, lang):
        return None
    if sentence.text.count(sentence.text[: first.end]) > 1:
        return None
    return _SUBJECT[lang].match(one_script(sentence.text, lang), first.end)


def _referring(sentence: Annotated, subject: "regex.Match[str]", chance: random.Random) -> str:
    type_ = sentence.mentions[0].type
    kind = next(kind for kind in _WORDS if not kind or load_ontology().is_a(type_, kind))
    word = chance.choice(_WORDS[kind])
    if subject["of"] is None:
        return word
    return f"{word}'s " if " " in word else _OF.get(word, "Its ")


def _apart(before: Annotated, sentence: Annotated) -> bool:
    """Whether the second names nothing that the first does."""
    return all(before.text[m.start : m.end] not in sentence.text for m in before.mentions)


def _after(before: Annotated, sentence: Annotated, cut: int, words: str) -> Annotated:
    """What stands behind `cut` of a sentence, after another of whose subject it claims what it did of its own."""
    told = f"{before.text}{PARTED}"
    moved_by = len(told) + len(words) - cut

    def moved(mention: Marked) -> Marked:
        return before.mentions[0] if mention.end <= cut else mention.moved(moved_by)

    claims = tuple(replace(c, subject=moved(c.subject), object=moved(c.object)) for c in sentence.claims)
    mentions = (*before.mentions, *(moved(m) for m in sentence.mentions if m.end > cut))
    return Annotated(told + words + sentence.text[cut:], mentions, claims, silent=frozenset({0}))
