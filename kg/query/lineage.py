"""What a model is built on and what is built on it; kept apart from the family it is named after."""

from kg.answer import Edge, Node
from kg.query.question import Found, Parameter, Question, Row
from kg.query.view import View
from kg.query.words import path_state, path_text, sureness

_COLUMNS = ("model", "is", "steps", "path", "status", "confidence", "first said", "last said")


def lineage(view: View, *, model: Node) -> Found:
    """Ancestors, then descendants, nearest first; then its family as the lexicon knows it, which no article states."""
    rows = [*_derived(view, model, up=True), *_derived(view, model, up=False)]
    stated = {node.id for row in rows for edge in row.edges for node in (edge.subject, edge.object)}
    family = (row for row in _family(view, model) if not stated & {node.id for node in row.nodes})
    return Found(f"Lineage of {model.name}", _COLUMNS, [*rows, *family])


def _derived(view: View, model: Node, *, up: bool) -> list[Row]:
    paths: dict[str, tuple[Edge, ...]] = {model.id: ()}
    layer, rows = {model.id}, []
    while layer:
        edges = view.out(["DERIVED_FROM"], layer) if up else view.into(["DERIVED_FROM"], layer)
        layer = set()
        for edge in sorted(edges, key=sureness):
            here, there = (edge.subject, edge.object) if up else (edge.object, edge.subject)
            if there.id not in paths:
                paths[there.id] = (*paths[here.id], edge)
                layer.add(there.id)
                rows.append(_row(there, paths[there.id], "ancestor" if up else "descendant", model))
    return sorted(rows, key=lambda row: (row.cells[2], row.cells[0], row.edges[-1].triple))


def _row(end: Node, path: tuple[Edge, ...], kind: str, model: Node) -> Row:
    edges, start = (path, model) if kind == "ancestor" else (path[::-1], end)
    return Row((end.name, kind, len(path), path_text(edges, start.id), *path_state(path)), path)


def _family(view: View, model: Node) -> list[Row]:
    found = view.read(
        "MATCH (m:Entity {id: $id})\nMATCH (e:Model) WHERE e.family = m.id OR e.id = m.family OR e.family = m.family\n"
        "RETURN e.id AS id, e.name AS name, e.type AS type, e.family = m.family AS sibling, e.family = m.id AS version",
        id=model.id,
    )
    rows = []
    for row in sorted(found, key=lambda row: (row["name"], row["id"])):
        kind = "version" if row["version"] else "same family" if row["sibling"] else "family"
        if row["id"] != model.id and row["id"] not in view.same:
            rows.append(
                Row((row["name"], kind, None, "", "", None, "", ""), nodes=(Node(row["id"], row["name"], row["type"]),))
            )
    return sorted(rows, key=lambda row: ("family", "version", "same family").index(str(row.cells[1])))


LINEAGE = Question(
    name="lineage",
    help="What a model was derived from and what was derived from it, and its family.",
    function=lineage,
    example="lineage 'Llama 3'",
    arguments=(Parameter("model", "The model.", types=("Model",)),),
)
