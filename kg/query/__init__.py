"""The questions, one family a file, and how one is asked: `ask(store, "dependents", {"vendor": "NVIDIA"})`."""

import re
from collections.abc import Mapping
from typing import Any

from kg.answer import Answer, Node
from kg.errors import UsageError
from kg.query.assemble import assemble
from kg.query.changes import CHANGES, SOURCES
from kg.query.chokepoints import CHOKEPOINTS, CONCENTRATION
from kg.query.circular import CIRCULAR
from kg.query.conflicts import CONFLICTS
from kg.query.dependence import DEPENDENCIES, DEPENDENTS
from kg.query.entities import find_entity
from kg.query.exposure import COMPARE, EXPOSURE, WHAT_IF
from kg.query.lens import Lens, checked_date, lens
from kg.query.lineage import LINEAGE
from kg.query.migration import MIGRATION
from kg.query.models import MODELS
from kg.query.money import FUNDING, INVESTORS
from kg.query.path import PATH
from kg.query.question import Found, Parameter, Question, Row
from kg.query.relations import RESTRICTIONS, RIVALS
from kg.query.rumours import RUMOURS
from kg.query.said import CLAIMS, TIMELINE
from kg.query.together import CO_INVESTORS
from kg.query.uncollected import uncollected
from kg.query.view import Reader, View

QUESTIONS: Mapping[str, Question] = {
    "dependents": DEPENDENTS,
    "dependencies": DEPENDENCIES,
    "funding": FUNDING,
    "investors": INVESTORS,
    "co-investors": CO_INVESTORS,
    "migration": MIGRATION,
    "models": MODELS,
    "lineage": LINEAGE,
    "rivals": RIVALS,
    "restrictions": RESTRICTIONS,
    "timeline": TIMELINE,
    "claims": CLAIMS,
    "path": PATH,
    "conflicts": CONFLICTS,
    "exposure": EXPOSURE,
    "what-if": WHAT_IF,
    "compare": COMPARE,
    "chokepoints": CHOKEPOINTS,
    "concentration": CONCENTRATION,
    "circular": CIRCULAR,
    "rumours": RUMOURS,
    "changes": CHANGES,
    "sources": SOURCES,
}

_COMMAS = re.compile("[,、，]")


def ask(store: Reader, name: str, values: Mapping[str, Any] | None = None, *, through: Lens | None = None) -> Answer:
    """Answer a question of `QUESTIONS`; `values` holds its arguments and options, entities by name or id.

    Raises `UsageError` for an unknown question or a missing argument, `UnknownEntityError` for a name.
    """
    if name not in QUESTIONS:
        raise UsageError(f"No question is called {name!r}; there are {', '.join(QUESTIONS)}.")
    question, given = QUESTIONS[name], dict(values or {})
    view = View(store, through or Lens())
    absent: list[str] = []
    settled: dict[str, Any] = {}
    for parameter in (*question.arguments, *question.options):
        value = given.pop(parameter.name, parameter.default)
        is_needed = not parameter.optional if parameter in question.arguments else parameter.required
        if value is None and is_needed:
            raise UsageError(f"{name} needs {parameter.name}: {parameter.help}")
        settled[parameter.name] = None if value is None else _settled(view, parameter, value, absent)
    if given:
        raise UsageError(f"{name} has no option {', '.join(sorted(given))}.")
    with uncollected():
        return assemble(name, question.function(view, **settled), view, notes=tuple(absent))


def _settled(view: View, parameter: Parameter, value: Any, absent: list[str]) -> Any:
    """A parameter's value as the question's function takes it; entities that no claim is about are noted."""

    def entity(text: str) -> Node:
        node, stored = find_entity(view, text, parameter.types)
        absent.extend([] if stored else [f"No claim in the store is about {node.name} ({node.id})."])
        return node

    match parameter.kind:
        case "entity":
            return entity(value)
        case "entities":
            return tuple(dict.fromkeys(entity(text) for text in _COMMAS.split(value) if text.strip()))
        case "date":
            return checked_date(value)
        case "flag":
            return bool(value)
        case _:
            return value


__all__ = ["QUESTIONS", "Found", "Lens", "Parameter", "Question", "Row", "View", "ask", "lens"]
