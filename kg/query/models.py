"""Which models there are: whose, open or closed, and on what they were trained or run."""

from collections import defaultdict
from collections.abc import Iterable

from kg.answer import Edge, Node
from kg.query.parts import known_parts
from kg.query.question import Found, Parameter, Question, Row
from kg.query.view import View
from kg.query.words import rank, said, status_text, sureness

_MAKES = ("DEVELOPS", "OPEN_SOURCED")
_HARDWARE = ("TRAINED_ON", "RUNS_ON")
_COLUMNS = ("model", "developer", "open", "trained on", "runs on", "status", "confidence", "first said", "last said")


def models(view: View, *, of: Node | None, open: bool, on: Node | None) -> Found:
    """One row a model that is asked for. `on` also means the chips that the lexicon or an article gives to a vendor."""
    if on:
        seeds = view.into(_HARDWARE, {on.id, *_chips(view, on)})
    elif of:
        seeds = view.out(_MAKES, [of.id])
    else:
        seeds = view.all((*_MAKES, *_HARDWARE))
    wanted = {node for edge in seeds for node in (edge.subject, edge.object) if node.type == "Model"}
    near: dict[Node, list[Edge]] = defaultdict(list)
    for edge in view.around((*_MAKES, *_HARDWARE), [node.id for node in wanted]):
        for node in {edge.subject, edge.object}:
            near[node].append(edge)
    rows = []
    for model in sorted(wanted, key=lambda node: (node.name.casefold(), node.id)):
        edges = near[model]
        developers = [edge for edge in edges if edge.predicate in _MAKES and edge.object == model]
        opened = any(edge.predicate == "OPEN_SOURCED" and edge.status == "asserted" for edge in developers)
        if (opened or not open) and (of is None or any(edge.subject == of for edge in developers)):
            rows.append(_row(model, edges, opened=opened))
    return Found(_title(of, on, only_open=open), _COLUMNS, rows)


def _row(model: Node, edges: list[Edge], *, opened: bool) -> Row:
    surest = min(edges, key=sureness)
    cells = (
        model.name,
        _names((edge.subject, edge) for edge in edges if edge.predicate in _MAKES and edge.object == model),
        opened,
        _names((edge.object, edge) for edge in edges if edge.predicate == "TRAINED_ON"),
        _names((edge.object, edge) for edge in edges if edge.predicate == "RUNS_ON" and edge.subject == model),
        status_text(surest.status, contested=any(edge.contested for edge in edges)),
        surest.confidence,
        *said(edges),
    )
    return Row(cells, tuple(edges))


def _chips(view: View, vendor: Node) -> set[str]:
    stated = view.out(["DESIGNS_CHIP"], [vendor.id])
    known = known_parts(view).around([vendor.id], besides=stated)
    return {edge.object.id for edge in (*stated, *known) if edge.predicate == "DESIGNS_CHIP" and edge.subject == vendor}


def _names(ends: Iterable[tuple[Node, Edge]]) -> str:
    """The names, each with how sure the surest of its edges is where that is no assertion."""
    surest: dict[str, str] = {}
    for node, edge in sorted(ends, key=lambda end: rank(end[1].status)):
        surest.setdefault(node.name, edge.status)
    return ", ".join(name if surest[name] == "asserted" else f"{name} ({surest[name]})" for name in sorted(surest))


def _title(of: Node | None, on: Node | None, *, only_open: bool) -> str:
    return (
        ("Open models" if only_open else "Models") + (f" of {of.name}" if of else "") + (f" on {on.name}" if on else "")
    )


MODELS = Question(
    name="models",
    help="Models with their developers, openness and hardware.",
    function=models,
    example="models --of Alibaba --open",
    options=(
        Parameter("of", "Only those of this developer.", types=("Organization",)),
        Parameter("open", "Only those released openly.", "flag"),
        Parameter("on", "Only those trained or run on this chip, cloud or vendor.", types=("Chip", "Organization")),
    ),
)
