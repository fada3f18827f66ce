"""Reading YAML with the line of every top-level key or item, so that an error can say where it is."""

from pathlib import Path
from typing import Any

import yaml

from ontology.errors import OntologyError

ROOT = Path(__file__).parent
_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_BASE):  # type: ignore[misc]
    """YAML in which only true and false are booleans: yes, no and on are words here, and NO is Norway."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, rows in _BASE.yaml_implicit_resolvers.items()
}


def read_yaml(path: Path) -> Any:
    """The parsed file; raises `OntologyError` naming file and line where it is no YAML."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else None
        raise OntologyError(path, f"not valid YAML: {getattr(error, 'problem', error)}", line) from error


def lines_of(path: Path) -> dict[Any, int]:
    """Line (from 1) of each top-level key of a mapping, or of each item of a sequence by its index."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    if isinstance(node, yaml.MappingNode):
        return {key.value: key.start_mark.line + 1 for key, _ in node.value}
    if isinstance(node, yaml.SequenceNode):
        return {index: item.start_mark.line + 1 for index, item in enumerate(node.value)}
    return {}
