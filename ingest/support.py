"""Whether the text supports reading an ambiguous name as the entity: short forms, and names that are ordinary words."""

from functools import cache

import regex

from ingest.text import Mention
from kg.model import Article
from ontology.lexicon import Entry, load_lexicon
from ontology.words import word_macros

_SENTENCE_START = regex.compile(r"(?:^|[.!?:;•\n“\"(\]-]\s*)$")
_WITHIN_WORD = regex.compile(r"(?<=[\p{Han}\p{Latin}\d])")
_COUNTRY_BEFORE_NAME = regex.compile(r".(?=[\p{Katakana}\p{Lu}])")
"""A country of one character, written onto a name: 米アルド."""
_LISTED = regex.compile(r", (?:and |or )?| (?:and|or) ")
_NOUN_FOLLOWS = regex.compile(
    r"[-‐‑](?=\w)|['’]s? "
    r"| (?!(?:and|or|when|with|that|which|as|but|by|on|in|at|to|for|from|is|was|are|were|than|while|if|who)\b)"
    r"(?=[\p{L}\d\"“‘(])"
)
"""What comes after an adjective that belongs to a noun."""
_LIST_OF = regex.compile(r" \d{2,4}\b(?! million| billion|\.\d)")
"""What follows an outlet's name in that of a list that it keeps: Fortune 500, Nikkei 225."""
_NAME_GOES_ON = regex.compile(
    r"['’]s |, (?:an?|the|which|whose|of) | and \p{Lu}"
    r"| (?:has|said|says|will|would|announced|plans|denied|declined|rose|fell"
    r"|raised|bought|acquired|released|unveiled|launched|owns|makes)\b"
)
"""What comes after a word that begins a sentence as a name."""


def supported(mentions: tuple[Mention, ...], article: Article) -> tuple[Mention, ...]:
    """Without short forms whose full form the article lacks, languages, and common words that only begin sentences.

    A one-character place name (米, 中) stays where a name follows it at once, a family name with a title behind it.
    """
    full = {m.entity.id for m in mentions if m.entity and m.how not in {"short", "adjective"}}
    starts = {m.start for m in mentions if m.entity and len(m.text) > 1}
    languages = _languages(mentions, article.text)
    kept = []
    for mention in mentions:
        if mention.how == "short" and mention.entity:
            entry = load_lexicon()[mention.entity.id]
            fuller = mention.entity.id in full or any(n in article.title for n in entry.names)
            fuller = fuller or not full.isdisjoint(filter(None, map(entry.links.get, ("developer", "designer"))))
            prefix = mention.type == "Place" and _before_name(mention, starts, article.text)
            called = mention.type == "Person" and _title(article.lang).match(article.text, mention.end)
            if not (fuller or prefix or called) or (len(mention.text) == 1 and not prefix):
                continue
        elif (
            mention.start in languages
            or _keeps_list(mention, article.text)
            or (_common(mention) and article.lang == "en" and not _used_as_name(mention, mentions, article.text))
        ):
            continue
        kept.append(mention)
    return tuple(kept)


def _before_name(mention: Mention, starts: set[int], text: str) -> bool:
    """Whether a place is written onto a name, one that is known by its letters or found (`starts`)."""
    if len(mention.text) > 1:
        return mention.end in starts
    if _WITHIN_WORD.match(text, mention.start):
        return False
    return mention.end in starts or bool(_COUNTRY_BEFORE_NAME.match(text, mention.start))


@cache
def _title(lang: str) -> "regex.Pattern[str]":
    """What stands behind a person's family name in Japanese and Chinese."""
    macros = word_macros(lang)
    return regex.compile(f"・?(?:{macros['honorific']}|{macros['role_word']})" if lang != "en" else "(?!)")


def _languages(mentions: tuple[Mention, ...], text: str) -> set[int]:
    """Where adjectives of places stand for a language or a people, for no noun follows them: "fluent in Italian"."""
    found: set[int] = set()
    later: Mention | None = None
    for mention in reversed([m for m in mentions if m.how == "adjective"]):
        joined = later and _LISTED.fullmatch(text, mention.end, later.start)
        if (later.start in found) if later and joined else not _NOUN_FOLLOWS.match(text, mention.end):
            found.add(mention.start)
        later = mention
    return found


def _entry(mention: Mention) -> Entry | None:
    return load_lexicon().get(mention.entity.id) if mention.entity and mention.how == "lexicon" else None


def _keeps_list(mention: Mention, text: str) -> bool:
    entry = _entry(mention)
    return bool(entry and entry.media and _LIST_OF.match(text, mention.end))


def _common(mention: Mention) -> bool:
    entry = _entry(mention)
    return bool(entry and entry.common)


def _used_as_name(mention: Mention, mentions: tuple[Mention, ...], text: str) -> bool:
    return any(
        m.entity == mention.entity
        and (not _SENTENCE_START.search(text, max(0, m.start - 4), m.start) or _NAME_GOES_ON.match(text, m.end))
        for m in mentions
    )
