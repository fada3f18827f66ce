"""The forms of words of plain questions, read from `*.yaml` beside this file and compiled once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import regex

from ontology.errors import OntologyError
from ontology.load import LANGUAGES, load_ontology
from ontology.read import lines_of, read_yaml

_HERE = Path(__file__).parent
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DATE = rf"\d{{4}}年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?|\d{{4}}(?:-\d{{2}}){{0,2}}|(?:{'|'.join(_MONTHS)}) \d{{4}}"
_SLOT = regex.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Form:
    """One way of asking a question: a pattern whose groups are its parameters, and values that the words imply."""

    question: str
    pattern: "regex.Pattern[str]"
    kinds: Mapping[str, str]
    types: Mapping[str, tuple[str, ...]]
    constants: Mapping[str, object]


@dataclass(frozen=True)
class Modifier:
    """Words that change the lens: a modality to include, or (None) the day as of which is asked."""

    lang: str
    pattern: "regex.Pattern[str]"
    include: str | None


@dataclass(frozen=True)
class Grammar:
    """All forms and modifiers, and a question of each language that is understood."""

    forms: tuple[Form, ...]
    modifiers: tuple[Modifier, ...]
    examples: tuple[str, ...]


@cache
def load_grammar() -> Grammar:
    """The grammar of all languages; raises `OntologyError` naming the file and line of a wrong row."""
    forms: list[Form] = []
    modifiers: list[Modifier] = []
    examples = []
    for lang in LANGUAGES:
        path = _HERE / f"{lang}.yaml"
        data = read_yaml(path)
        examples.append(data["example"])
        try:
            forms += [_form(row) for row in data["questions"]]
            forms += [form for row in data["relations"] for form in _relation_forms(row, lang)]
            modifiers += [_modifier(row, lang) for row in data["modifiers"]]
        except (KeyError, ValueError, regex.error) as error:
            raise OntologyError(path, f"a form is wrong: {error!r}", lines_of(path).get("questions")) from error
    return Grammar(tuple(forms), tuple(modifiers), tuple(examples))


def iso(words: str) -> str:
    """A date in ISO form: "March 2025" and 2025年3月 are 2025-03."""
    numbers = [int(number) for number in regex.findall(r"\d+", words)]
    month = next((i for i, name in enumerate(_MONTHS, 1) if words.lower().startswith(name.lower())), None)
    parts = [numbers[0], month] if month else numbers
    return "-".join(f"{part:02d}" if place else f"{part:04d}" for place, part in enumerate(parts))


def _form(row: Mapping[str, Any]) -> Form:
    from kg.query import QUESTIONS

    question = QUESTIONS[row["question"]]
    parameters = {parameter.name: parameter for parameter in (*question.arguments, *question.options)}
    used = [*dict.fromkeys(_SLOT.findall(row["match"])), *row.get("set", {})]
    if unknown := set(used) - set(parameters):
        raise ValueError(f"{row['question']} has no {', '.join(sorted(unknown))}")
    kinds = {name: parameters[name].kind for name in used}
    types = {name: parameters[name].types for name in used}
    return Form(question.name, _compiled(row["match"], kinds, "^(?:{})$"), kinds, types, row.get("set", {}))


def _relation_forms(row: Mapping[str, Any], lang: str) -> Iterator[Form]:
    """One form a relation, from its label in the language."""
    for name, relation in load_ontology().relations.items():
        words = (relation.label if row["label"] == "label" else relation.inverse)[lang]
        match = row["match"].replace("{label}", regex.escape(words))
        yield _form({"question": "claims", "match": match, "set": {"predicate": name}})


def _modifier(row: Mapping[str, Any], lang: str) -> Modifier:
    return Modifier(lang, _compiled(row["match"], {"date": "date"}, "{}"), row.get("include"))


def _compiled(match: str, kinds: Mapping[str, str], frame: str) -> "regex.Pattern[str]":
    slots = _SLOT.sub(lambda slot: f"(?P<{slot[1]}>{_DATE if kinds[slot[1]] == 'date' else '.+?'})", match)
    return regex.compile(frame.replace("{}", slots), regex.IGNORECASE)
