"""The user's own word on who is the same: what speaks against it, and what was judged so far."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from kg.answer import Answer, Node
from kg.errors import UsageError
from kg.query.entities import find_own
from kg.query.lens import Lens
from kg.query.view import View
from kg.same import Judgement
from kg.store import Store
from ontology.lexicon import load_lexicon
from ontology.series import Series

_COLUMNS = ("a", "a_name", "same", "b", "b_name", "at", "by")
_NUMBER = re.compile(r"\d+(?:\.\d+)*[A-Za-z]*")
_VERSIONED = ("model:", "chip:", "product:")


def judge(store: Store, one: str, other: str, *, same: bool, force: bool = False, by: str = "") -> str:
    """Keep a judgement on two names or ids; returns what was judged, in a line.

    Raises `UnknownEntityError` for a name, and `UsageError` where something speaks against it, unless by `force`, or
    where it contradicts another judgement.
    """
    view = View(store, Lens())
    ends = _ends(view, one, other)
    doubts = list(_doubts(view, *ends)) if same else []
    if doubts and not force:
        raise UsageError(f"{' '.join(doubts)} --force judges so anyway.")
    ids = {"a": ends[0].id, "b": ends[1].id}
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    fresh = store.judge(Judgement.of({**ids, "same": same, "at": at, "by": by}))
    words = f"{_told(ends[0])} and {_told(ends[1])} are {'' if same else 'not '}the same"
    against = (f"Warning: {doubt}" for doubt in doubts)
    return "\n".join((f"{words}{'' if fresh else ', as judged before'}.", *against))


def take_back(store: Store, one: str, other: str) -> str:
    """Forget the judgement on two names or ids; returns what was taken back, in a line."""
    ends = _ends(View(store, Lens()), one, other)
    if not store.take_back(ends[0].id, ends[1].id):
        raise UsageError(f"Nothing is judged of {_told(ends[0])} and {_told(ends[1])}; kg judgements lists what is.")
    return f"The judgement on {_told(ends[0])} and {_told(ends[1])} is taken back."


def judgements(store: Store) -> Answer:
    """Every judgement, the earliest first; its rows are records that `Store.load` takes."""
    found = store.judgements()
    ids = sorted({i for judgement in found for i in (judgement.a, judgement.b)})
    known = {i: entry.name for i in ids if (entry := load_lexicon().get(i))}
    read = store.read("MATCH (e:Entity) WHERE e.id IN $ids RETURN e.id AS id, e.name AS name", ids=ids)
    names = known | {row["id"]: row["name"] for row in read}
    rows = tuple((j.a, names.get(j.a, ""), j.same, j.b, names.get(j.b, ""), j.at, j.by) for j in found)
    return Answer("judgements", "Judgements of identity", _COLUMNS, rows, ((),) * len(rows), cited=False)


def _ends(view: View, one: str, other: str) -> tuple[Node, Node]:
    ends = (find_own(view, one), find_own(view, other))
    if ends[0] == ends[1]:
        raise UsageError(f"{one!r} and {other!r} both mean {_told(ends[0])}; give the ids of two.")
    return ends


def _doubts(view: View, one: Node, other: Node) -> Iterator[str]:
    """What speaks against two being one."""
    return (doubt for doubt in (check(view, one, other) for check in _CHECKS) if doubt)


def _kinds(_: View, one: Node, other: Node) -> str:
    groups = {node.id.partition(":")[0] for node in (one, other)}
    return f"{one.name} is a {one.type}, {other.name} a {other.type}." if len(groups) > 1 else ""


def _listed(_: View, one: Node, other: Node) -> str:
    lexicon = load_lexicon()
    if lexicon.get(one.id) and lexicon.get(other.id):
        return f"The lexicon knows {_told(one)} and {_told(other)} as two."
    return ""


def _versions(_: View, one: Node, other: Node) -> str:
    """A version, size, generation or series is never its neighbour or its family."""
    series = [Series.load().match(node.name) for node in (one, other)]
    numbers = [{number.casefold() for number in _NUMBER.findall(node.name)} for node in (one, other)]
    versioned = one.id.startswith(_VERSIONED) or all(numbers)
    if (all(series) and one.id != other.id) or (versioned and numbers[0] != numbers[1]):
        return f"{one.name} and {other.name} are told apart by version or number."
    return ""


def _owned(view: View, one: Node, other: Node) -> str:
    """A parent and its unit, as articles tell of them."""
    ids = {one.id, other.id}
    for edge in view.around(["SUBSIDIARY_OF"], ids):
        if {edge.subject.id, edge.object.id} == ids and edge.status != "ended":
            return f"{edge.subject.name} is told to be a subsidiary of {edge.object.name}."
    return ""


_CHECKS: tuple[Callable[[View, Node, Node], str], ...] = (_kinds, _listed, _versions, _owned)


def _told(node: Node) -> str:
    return f"{node.name} ({node.id})"
