"""Everything in an article that names an entity or states a value."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import regex

from ingest.context import new_mention, without_overlap
from ingest.gazetteer import Gazetteer
from ingest.languages import Analysis
from ingest.rules import Rules
from ingest.stated import stated_values
from ingest.support import supported
from ingest.terms import find_terms
from ingest.text import Mention, Sentence
from ingest.unseen import with_unseen
from kg.model import Article, Entity
from ontology.series import Series


def known_names(text: str) -> Iterator[Mention]:
    """Names in the lexicon, and versions that follow a listed family's way of naming."""
    yield from (compound(text, versioned(text, mention)) for mention in Gazetteer.load().find(text))
    for match in Series.load().finditer(text):
        entity = Entity(match.id, match.name, match.type)
        yield compound(text, Mention(match.start, match.end, match.text, match.type, "series", entity))


_VERSION = regex.compile(r"[-‐‑][A-Za-z]{0,3}\d[A-Za-z\d_.]*(?:[-‐‑][A-Za-z\d_.]+)*|(?<=\p{L})\d+[A-Za-z\d_.]*")


def versioned(text: str, mention: Mention) -> Mention:
    """A model or chip with what is written onto its name: MiMo-7B is not MiMo, and no series says which it is."""
    further = _VERSION.match(text, mention.end) if mention.type in {"Model", "Chip"} else None
    if further is None:
        return mention
    end = further.end() - (1 if further.group().endswith(".") else 0)
    return new_mention(mention.start, end, text[mention.start : end], mention.type, "series")


_CHAIN = regex.compile(r"(?:[A-Za-z0-9.]+[-‐‑])*[A-Za-z]*\d[A-Za-z0-9.]*[-‐‑](?:[A-Za-z0-9.]+[-‐‑])*$")
_LONGEST_CHAIN = 60
_NUMBERED = regex.compile(r"\d+\.(?=[A-Za-z])")
"""The number of a list before what it lists."""


def compound(text: str, mention: Mention) -> Mention:
    """A model with the version written before it: R1-Distill-Llama-70B is neither R1 nor Llama 70B."""
    before = _CHAIN.search(text, max(0, mention.start - _LONGEST_CHAIN), mention.start)
    if before is None or mention.type != "Model":
        return mention
    number = _NUMBERED.match(text, before.start(), mention.start)
    start = number.end() if number else before.start()
    return new_mention(start, mention.end, text[start : mention.end], "Model", "series")


def find_mentions(
    article: Article, sentences: tuple[Sentence, ...], analysis: Analysis, rules: Rules
) -> tuple[Mention, ...]:
    """All mentions of an article, without overlaps, in text order."""
    stated = list(stated_values(article.text, article.lang, article.published))
    known = _whole(known_names(article.text), sentences, analysis)
    names = sorted(known, key=lambda m: (m.start - m.end, m.start))
    terms = find_terms(article.text, article.lang)
    money = [m for m in stated if m.type == "Money"]
    other = [m for m in stated if m.type != "Money"]
    sure = supported(without_overlap([*money, *names, *other, *terms]), article)
    guesses = analysis.names(sentence.within(sure) for sentence in sentences)
    return with_unseen(article.text, sentences, sure, guesses, analysis, rules)


def _whole(names: Iterable[Mention], sentences: Sequence[Sentence], analysis: Analysis) -> Iterator[Mention]:
    """Known names that are no mere stretch of other words."""
    starts = [sentence.start for sentence in sentences]
    for name in names:
        at = bisect_right(starts, name.start) - 1
        if at < 0 or not analysis.is_within_word(sentences[at], name):
            yield name
