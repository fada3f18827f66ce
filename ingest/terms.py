"""Roles, legal structures and licences in a text: closed vocabularies, one canonical value each."""

from functools import cache

import regex

from ingest.text import Mention
from ontology.read import ROOT, read_yaml
from ontology.words import alternation, titles

_EDGES = r"(?:(?<![\p{Latin}\d])|(?=\P{Latin}))(?:%s)(?:(?![\p{Latin}\d])|(?<=\P{Latin}))"
"""A term in Latin letters is a whole word; one in Han characters or kana may stand next to anything."""
FOUNDERS = frozenset({"founder", "co-founder"})


@cache
def _vocabulary(lang: str) -> "list[tuple[str, regex.Pattern[str], dict[str, str]]]":
    roles = titles()["roles"]
    tables = [
        ("Structure", read_yaml(ROOT / "structures.yaml"), "name"),
        ("License", read_yaml(ROOT / "licenses.yaml"), "name"),
        ("Founder", [r for r in roles if r["role"] in FOUNDERS], "role"),
        ("Lead", [r for r in roles if r.get("leads")], "role"),
        ("Role", [r for r in roles if not r.get("leads") and r["role"] not in FOUNDERS], "role"),
    ]
    found = []
    for type_, rows, key in tables:
        forms = {str(form).casefold(): str(row[key]) for row in rows for form in (*row.get(lang, ()), row[key])}
        found.append((type_, regex.compile(_EDGES % alternation(forms), regex.IGNORECASE), forms))
    return found


def find_terms(text: str, lang: str) -> list[Mention]:
    """Mentions of types Structure, License, Founder, Lead (a role that leads) and Role, each with its canonical value.

    The longest come first: "chief technology officer" is no chief.
    """
    found = [
        Mention(match.start(), match.end(), match.group(), type_, "term", value=forms[match.group().casefold()])
        for type_, expression, forms in _vocabulary(lang)
        for match in expression.finditer(text)
    ]
    return sorted(found, key=lambda m: (m.start - m.end, m.start))
