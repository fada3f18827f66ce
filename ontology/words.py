"""Words of a language that help to recognise names, as macros for patterns: <company_word>, <role>, <honorific> ..."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import regex

from ontology.read import ROOT, read_yaml


@cache
def titles() -> dict[str, Any]:
    """The data of `lexicon/titles.yaml`."""
    data: dict[str, Any] = read_yaml(ROOT / "lexicon" / "titles.yaml")
    return data


@cache
def not_names() -> frozenset[str]:
    """The data of `lexicon/not_names.yaml` and `loanwords.yaml`: words that are written like names and are none."""
    return frozenset(
        str(word) for name in ("not_names", "loanwords") for word in read_yaml(ROOT / "lexicon" / f"{name}.yaml")
    )


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first."""
    return "|".join(regex.escape(word) for word in sorted(set(map(str, words)), key=lambda w: (-len(w), w)))


_KINDS = {
    "company": "Company", "investor": "Investor", "lab": "Lab", "government": "Government", "nonprofit": "NonProfit",
}  # fmt: skip


@cache
def word_macros(lang: str) -> dict[str, str]:
    """Macros of a language, name → regular expression.

    <company_word> <investor_word> <lab_word> <government_word> <nonprofit_word> <org_word>: nouns for organisations;
    <company_suffix> ... <org_suffix>: endings of their names, <firm_ending>: those of firms that end little else;
    <model_word> <chip_word> <product_word>;
    <honorific>; <role_word>: any job title, <lead_word>: one whose holder leads; <surname>, <given_name>.
    """
    data = titles()
    macros: dict[str, str] = {}
    for ending, table in (("word", data["organisation_words"]), ("suffix", data["name_suffixes"])):
        for kind, type_ in _KINDS.items():
            macros[f"{kind}_{ending}"] = alternation(table[type_][lang])
        macros[f"org_{ending}"] = alternation(word for type_ in _KINDS.values() for word in table[type_][lang])
    for kind in ("model", "chip", "product"):
        macros[f"{kind}_word"] = alternation(data[f"{kind}_words"][lang])
    macros["firm_ending"] = alternation(data["firm_endings"].get(lang, ()))
    roles = data["roles"]
    macros["role_word"] = alternation(word for role in roles for word in role.get(lang, ()))
    macros["lead_word"] = alternation(word for role in roles if role.get("leads") for word in role.get(lang, ()))
    macros["honorific"] = alternation(data["honorifics"][lang])
    macros["surname"] = alternation(data["surnames"].get(lang, ()))
    macros["given_name"] = alternation(data["given_names"])
    return macros
