"""Everything in an article that names an entity or states a value."""

from collections.abc import Iterable, Iterator
from functools import cache

import regex

from ingest.context import introduced, new_mention, without_overlap
from ingest.gazetteer import Gazetteer
from ingest.languages import Analysis
from ingest.rules import Rules
from ingest.stated import stated_values
from ingest.support import supported
from ingest.terms import find_terms
from ingest.text import VALUE_TYPES, Mention, Sentence
from kg.model import Article, Entity
from ontology.series import Series
from ontology.words import word_macros

ORGANISATIONS = frozenset({"Company", "Investor", "Lab", "NonProfit"})


def known_names(text: str) -> Iterator[Mention]:
    """Names in the lexicon, and versions that follow a listed family's way of naming."""
    yield from (versioned(text, mention) for mention in Gazetteer.load().find(text))
    for match in Series.load().finditer(text):
        entity = Entity(match.id, match.name, match.type)
        yield Mention(match.start, match.end, match.text, match.type, "series", entity)


_VERSION = regex.compile(r"[-‐‑][A-Za-z]{0,3}\d[\w.]*(?:[-‐‑][\w.]+)*|(?<=\p{L})\d+[\w.]*")


def versioned(text: str, mention: Mention) -> Mention:
    """A model or chip with what is written onto its name: MiMo-7B is not MiMo, and no series says which it is."""
    further = _VERSION.match(text, mention.end) if mention.type in {"Model", "Chip"} else None
    if further is None:
        return mention
    end = further.end() - (1 if further.group().endswith(".") else 0)
    return new_mention(mention.start, end, text[mention.start : end], mention.type, "series")


def find_mentions(
    article: Article, sentences: tuple[Sentence, ...], analysis: Analysis, rules: Rules
) -> tuple[Mention, ...]:
    """All mentions of an article, without overlaps, in text order."""
    stated = list(stated_values(article.text, article.lang, article.published))
    names = sorted(known_names(article.text), key=lambda m: (m.start - m.end, m.start))
    terms = find_terms(article.text, article.lang)
    money = [m for m in stated if m.type == "Money"]
    other = [m for m in stated if m.type != "Money"]
    sure = supported(without_overlap([*money, *names, *other, *terms]), article)
    context = [m for s in sentences for m in introduced(s.within(sure), rules)]
    known = repeated(article.text, without_overlap([*context, *sure]), rules)
    named = _covering(known, [m for m in analysis.names() if _plausible(m)])
    return repeated(article.text, named, rules)


def _covering(sure: tuple[Mention, ...], guessed: Iterable[Mention]) -> tuple[Mention, ...]:
    """Known names first; a guessed name wins only over places that it contains ("Kumamoto University")."""
    kept = list(sure)
    for guess in guessed:
        inside = [m for m in kept if guess.start < m.end and m.start < guess.end]
        contained = all(guess.start <= m.start and m.end <= guess.end and m.type == "Place" for m in inside)
        longer = any(m.end - m.start < guess.end - guess.start for m in inside)
        if not inside or (contained and longer and guess.type != "Place"):
            kept = [m for m in kept if m not in inside] + [guess]
    return without_overlap(sorted(kept, key=lambda m: (m.start - m.end, m.start)))


def _plausible(mention: Mention) -> bool:
    return any(char.isalpha() for char in mention.text) and len(mention.text) > 1


def repeated(text: str, mentions: tuple[Mention, ...], rules: Rules) -> tuple[Mention, ...]:
    """With every further place where the article repeats a name it has introduced, also by its short form."""
    forms: dict[str, Mention] = {}
    for mention in mentions:
        if mention.entity and mention.type not in VALUE_TYPES:
            for form in short_forms(mention, rules.lang):
                forms.setdefault(form, mention)
    found = list(mentions)
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        source = forms[form]
        for start in _occurrences(text, form):
            end = start + len(form)
            if not any(start < m.end and m.start < end for m in found):
                found.append(Mention(start, end, form, source.type, "repeated", source.entity))
    return tuple(sorted(found, key=lambda m: m.start))


def short_forms(mention: Mention, lang: str) -> list[str]:
    """The forms by which an article goes on to call a name: itself, a person's family name, a firm's first words."""
    forms = [mention.text]
    words = mention.text.split()
    if lang == "en" and len(words) > 1 and words[0][0].isupper():
        if mention.type == "Person":
            forms.append(words[-1])
        elif mention.how.startswith(("context", "ner")) and len(words[0]) > 3 and mention.type != "Place":
            forms.append(words[0])
    if lang in {"ja", "zh"}:
        if mention.type == "Person" and (dot := regex.search("[・·]", mention.text)):
            forms.append(mention.text[dot.end() :])
        elif mention.how.startswith(("context", "ner")) and mention.type in ORGANISATIONS:
            stem = _endings(lang).sub("", mention.text).rstrip("・")
            if len(stem) >= 2:
                forms.append(stem)
    return forms


@cache
def _endings(lang: str) -> "regex.Pattern[str]":
    return regex.compile(f"(?:{word_macros(lang)['org_suffix']})$")


def _occurrences(text: str, form: str) -> Iterator[int]:
    at = text.find(form)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(form) : at + len(form) + 1]
        if not (_same_script(before, form[0]) or _same_script(after, form[-1])):
            yield at
        at = text.find(form, at + 1)


def _same_script(neighbour: str, edge: str) -> bool:
    """Whether a neighbour would make the form a part of a longer word: Latin beside Latin, katakana beside katakana."""
    if not neighbour:
        return False
    if edge.isascii() and edge.isalnum():
        return neighbour.isascii() and neighbour.isalnum()
    return all("ァ" <= c <= "ヿ" for c in (neighbour, edge))
