"""What a question is: its words on the command line, and the function that answers it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from kg.answer import Cell, Citation, Edge, Node

Kind = Literal["entity", "entities", "number", "flag", "choice", "date"]


@dataclass(frozen=True)
class Parameter:
    """One argument or option.

    An entity is given by name in any language or by id, and the function gets a `Node`; "entities" are several names
    with commas between, and it gets a tuple. A date is ISO, as precise as wanted. `types` are the entity types that
    settle a name which several entities bear. An option may be `required`, an argument `optional`.
    """

    name: str
    help: str
    kind: Kind = "entity"
    types: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    default: int | None = None
    required: bool = False
    optional: bool = False


class Row(NamedTuple):
    """One row and what stands behind it; claims left out are looked up by the edges, edges left out by the claims."""

    cells: tuple[Cell, ...]
    edges: tuple[Edge, ...] = ()
    claims: tuple[Citation, ...] = ()
    nodes: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Found:
    """What a question's function returns: rows in their final order, before any limit."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[Row] = ()


@dataclass(frozen=True)
class Question:
    """A question by name. `function(view, **values)` gets one value for every argument and option."""

    name: str
    help: str
    function: Callable[..., Found]
    example: str
    arguments: tuple[Parameter, ...] = ()
    options: tuple[Parameter, ...] = ()
