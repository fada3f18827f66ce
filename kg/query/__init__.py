"""The questions, one family a file, and how one is asked: `ask(store, "dependents", {"vendor": "NVIDIA"})`."""

from collections.abc import Mapping
from typing import Any

from kg.answer import Answer
from kg.errors import UsageError
from kg.query.assemble import assemble
from kg.query.conflicts import CONFLICTS
from kg.query.dependence import DEPENDENCIES, DEPENDENTS
from kg.query.entities import find_entity
from kg.query.lens import Lens, lens
from kg.query.lineage import LINEAGE
from kg.query.migration import MIGRATION
from kg.query.models import MODELS
from kg.query.money import FUNDING, INVESTORS
from kg.query.path import PATH
from kg.query.question import Found, Parameter, Question, Row
from kg.query.relations import RESTRICTIONS, RIVALS
from kg.query.said import CLAIMS, TIMELINE
from kg.query.view import Reader, View

QUESTIONS: Mapping[str, Question] = {
    "dependents": DEPENDENTS,
    "dependencies": DEPENDENCIES,
    "funding": FUNDING,
    "investors": INVESTORS,
    "migration": MIGRATION,
    "models": MODELS,
    "lineage": LINEAGE,
    "rivals": RIVALS,
    "restrictions": RESTRICTIONS,
    "timeline": TIMELINE,
    "claims": CLAIMS,
    "path": PATH,
    "conflicts": CONFLICTS,
}


def ask(store: Reader, name: str, values: Mapping[str, Any] | None = None, *, through: Lens | None = None) -> Answer:
    """Answer a question of `QUESTIONS`; `values` holds its arguments and options, entities by name or id.

    Raises `UsageError` for an unknown question or a missing argument, `UnknownEntityError` for a name.
    """
    if name not in QUESTIONS:
        raise UsageError(f"No question is called {name!r}; there are {', '.join(QUESTIONS)}.")
    question, given = QUESTIONS[name], dict(values or {})
    view = View(store, through or Lens())
    absent = []
    settled: dict[str, Any] = {}
    for parameter in (*question.arguments, *question.options):
        value = given.pop(parameter.name, parameter.default)
        if value is None and parameter in question.arguments:
            raise UsageError(f"{name} needs {parameter.name}: {parameter.help}")
        if value is not None and parameter.kind == "entity":
            value, stored = find_entity(view, value, parameter.types)
            absent += [] if stored else [f"No claim in the store is about {value.name} ({value.id})."]
        settled[parameter.name] = bool(value) if parameter.kind == "flag" else value
    if given:
        raise UsageError(f"{name} has no option {', '.join(sorted(given))}.")
    return assemble(name, question.function(view, **settled), view, notes=tuple(absent))


__all__ = ["QUESTIONS", "Found", "Lens", "Parameter", "Question", "Row", "View", "ask", "lens"]
