"""Statements as a script that Neo4j Browser and cypher-shell run as it is."""

import json
from collections.abc import Iterable

from kg.answer import Statement


def as_script(statements: Iterable[Statement]) -> str:
    """Each statement after its `:param` lines, ended by a semicolon."""
    return "\n".join(
        "".join(f":param {name} => {_literal(value)};\n" for name, value in statement.parameters.items())
        + f"{statement.cypher};\n"
        for statement in statements
    )


def _literal(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
