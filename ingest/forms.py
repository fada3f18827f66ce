"""The forms by which an article goes on to call a name it has introduced, and where they stand."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import regex

from ingest.context import new_mention
from ingest.names.ordinary import ordinary
from ingest.rules import Rules
from ingest.text import VALUE_TYPES, Mention
from ontology.words import not_names, titles, word_macros

ORGANISATIONS = frozenset({"Company", "Investor", "Lab", "NonProfit"})
_MADE = frozenset({"Model", "Chip", "Product"})
_UNSEEN = ("context", "ner")
_VERSION = r"[ -](?:\p{Lu}{0,2}\d+(?:\.\d+)*[A-Za-z]{0,2}(?:-\p{Lu}\w*)?)(?![\w%]|\.\d)"
_VERSIONED = regex.compile(rf"(?P<family>\p{{Lu}}[\p{{L}}]+?){_VERSION}")
_IN_BRACKETS = regex.compile(
    r"(?:,? (?:Inc|Corp|Co|Ltd|LLC|PLC|plc|AG|SE|SA)\b)?\.? ?[(（][\"“]?(?P<alias>\p{Lu}[\p{Lu}\d&]{1,7})[\"”]?[)）]"
)
_CALLED = regex.compile(
    r" ?[(（](?:以下)?(?:简称|下称|称)?[、,，:：为]?[“\"「『]?(?P<alias>[^”\"」』）)、，,]{2,16})[”\"」』]?[)）]"
)
"""What a text will call a name from here on: （以下简称“旗计智能”）, （以下「国研」）."""
_SPELT = regex.compile(r" ?[(（](?P<alias>\p{Lu}[\p{Ll}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){1,3})[)）]")
"""How a foreigner's name is spelt: 查尔斯·舒默（Charles Schumer）."""
_GOES_ON = regex.compile(_VERSION)
_POINT = regex.compile(" ?[・·•‧] ?")
_HAN_NAME = regex.compile(r"\p{Han}{2}")
_SHORTEST_FIRST = 2
_SHORTEST_WORD = 3
_SHORTEST_FAMILY = 2
"""A family name in Chinese characters must be longer to mean its foreigner alone."""


def repeated(text: str, mentions: tuple[Mention, ...], rules: Rules) -> tuple[Mention, ...]:
    """With every further place where the article repeats a name it has introduced, also by its short form."""
    forms: dict[str, Mention] = {}
    for mention in mentions:
        if mention.entity and mention.type not in VALUE_TYPES and mention.how != "adjective":
            for form in short_forms(mention, rules.lang):
                if len(form) > 1 and not _needs_title(form, mention):
                    forms.setdefault(form, mention)
    found = list(mentions)
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        source = forms[form]
        for start in _occurrences(text, form):
            end = start + len(form)
            version = source.type in _MADE and source.how.startswith(_UNSEEN) and _GOES_ON.match(text, end)
            if not version and not any(start < m.end and m.start < end for m in found):
                found.append(Mention(start, end, form, source.type, "repeated", source.entity))
    return tuple(sorted(found, key=lambda m: m.start))


def siblings(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """With further versions of unseen models, chips and products: where "Foo 2" is a chip, so is "Foo 3"."""
    families: dict[str, str] = {}
    for mention in mentions:
        if mention.type in _MADE and mention.how.startswith(_UNSEEN):
            version = _VERSIONED.fullmatch(mention.text)
            families.setdefault(version["family"] if version else mention.text, mention.type)
    found = list(mentions)
    for match in _VERSIONED.finditer(text):
        start, end = match.span()
        if match["family"] in families and not any(start < m.end and m.start < end for m in found):
            found.append(new_mention(start, end, match.group(), families[match["family"]], "context:version"))
    return tuple(sorted(found, key=lambda m: m.start))


def aliases(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """With the short names that an article gives in brackets: Foo Bar Baz (FBB), 某某科技（下称“某科”）."""
    found = list(mentions)
    for mention in mentions:
        given = _given(text, mention) if mention.entity else None
        if given is None:
            continue
        start, end = given.span("alias")
        alias = replace(mention, start=start, end=end, text=given["alias"], how="context:alias")
        if not any(m.start < end and start < m.end and not m.how.startswith((*_UNSEEN, "repeated")) for m in found):
            found = [m for m in found if m.end <= start or end <= m.start or m is mention] + [alias]
    entities = {m.text: m.entity for m in found if m.how == "context:alias" and m.entity}
    linked = (m.linked(entities[m.text]) if m.text in entities else m for m in found)
    return tuple(sorted(linked, key=lambda m: m.start))


def _given(text: str, mention: Mention) -> "regex.Match[str] | None":
    """The brackets behind a name that hold a shorter form of it; one of a model might be its family's."""
    if mention.type == "Person" and not mention.text.isascii() and (spelt := _SPELT.match(text, mention.end)):
        return spelt
    called = _CALLED.match(text, mention.end) if mention.type not in {*_MADE, "Person", "Place"} else None
    if called and _shortened(called["alias"], mention.text):
        return called
    given = _IN_BRACKETS.match(text, mention.end)
    return given if given and _initials(given["alias"], mention.text) else None


def _shortened(alias: str, name: str) -> bool:
    """Whether an alias in Chinese or Japanese is made of characters of the name, in their order."""
    rest = iter(name)
    return bool(_HAN_NAME.match(alias)) and len(alias) < len(name) and all(character in rest for character in alias)


def _initials(alias: str, name: str) -> bool:
    """Whether an alias is made of letters that begin a name's words or parts of them: GF of GlobalFoundries."""
    letters = iter(letter.casefold() for letter in regex.findall(r"\b\w|\B\p{Lu}", name))
    return len(alias) > 1 and all(letter in letters for letter in alias.casefold())


def short_forms(mention: Mention, lang: str) -> list[str]:
    """The forms by which an article goes on to call a name: itself, a person's family name, a firm's first words."""
    forms = [mention.text]
    words = mention.text.split()
    if lang == "en" and len(words) > 1 and words[0][0].isupper():
        if mention.type == "Person":
            forms.append(words[-1])
        elif mention.how.startswith(_UNSEEN) and mention.type in ORGANISATIONS:
            forms += _first_words(mention)
    if lang in {"ja", "zh"}:
        forms += _undivided_forms(mention, lang)
    return forms


def loose_forms(mention: Mention, lang: str) -> list[str]:
    """The forms that mean a name where a recogniser takes them for one: the Tower of Tower Semiconductor."""
    listed = lang == "en" and mention.how == "lexicon" and mention.type in ORGANISATIONS
    return [*short_forms(mention, lang), *(_first_words(mention) if listed else ())]


def _first_words(mention: Mention) -> list[str]:
    words = mention.text.split()
    alone = len(words[0]) > _SHORTEST_WORD or (words[0].isupper() and words[0] not in not_names())
    return [" ".join(words[:n]) for n in range(len(words) - 1, 0, -1) if n > 1 or alone]


def _undivided_forms(mention: Mention, lang: str) -> list[str]:
    """Short forms of names that are written without spaces."""
    points = list(_POINT.finditer(mention.text))
    if mention.type == "Person":
        if points:
            return [form for form in dict.fromkeys(mention.text[p.end() :] for p in (points[0], points[-1])) if form]
        return [_family_name(mention.text)] if lang == "ja" and _HAN_NAME.match(mention.text) else []
    if not mention.how.startswith(_UNSEEN) or mention.type not in ORGANISATIONS:
        return []
    stem = _endings(lang).sub("", mention.text).rstrip("・")
    first = mention.text[: points[0].start()] if points and points[0].start() > _SHORTEST_FIRST else stem
    return [form for form in dict.fromkeys([stem, first]) if len(form) > 1 and form not in ordinary()]


def _family_name(name: str) -> str:
    """The family name that a Japanese name begins with: a common one, else of two characters."""
    known = [surname for surname in titles()["surnames"]["ja"] if name.startswith(surname) and surname != name]
    return max(known, key=len, default=name[:2])


def _needs_title(form: str, mention: Mention) -> bool:
    """Whether a short form is too ordinary to mean its person without a title: 三枝 for 三枝悠真, not 皮查伊."""
    if mention.type != "Person" or form == mention.text or not _HAN_NAME.match(form):
        return False
    return not (_POINT.search(mention.text) and len(form) > _SHORTEST_FAMILY)


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
