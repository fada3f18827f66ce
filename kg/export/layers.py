"""Who depends on whom, as columns: the layers of the stack, from lithography to those who use the models."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import networkx as nx

from kg.export.graph import Record
from kg.export.page import Page, limited
from ontology.dependence import DEPENDENT_OBJECT, DEPENDENT_SUBJECT
from ontology.layers import load_layers
from ontology.model import Labels

LAYERED = frozenset({"dependents", "dependencies", "exposure", "what-if", "compare", "chokepoints", "concentration"})
"""Questions whose answers are of dependence and nothing else."""

_LINES = "Arrows lead to whom one depends on; lines without one link a part with its maker or owner."
_OTHER, _USERS = "other", "users"
_BESIDE: Mapping[str, tuple[int, Labels]] = {
    _OTHER: (1, {"en": "other supplies", "ja": "その他の供給", "zh": "其他供应"}),
    _USERS: (100, {"en": "who uses them", "ja": "利用する側", "zh": "使用方"}),
}
"""Stage and heading of what is needed but in no layer, and of whom nobody is told to need."""


@dataclass(frozen=True)
class Arrow:
    """`who` depends on `on`; a part and its whole depend on each other."""

    relation: int
    predicate: str
    who: str
    on: str
    is_mutual: bool = False


def layered(page: Page, most: int) -> Page:
    """A page of dependence with no more than so many entities, and a note on how to read its lines."""
    few = limited(page, most)
    return replace(few, notes=(*few.notes, _LINES)) if few.relations else few


def layers(page: Page) -> Mapping[str, Any]:
    """The drawing of a page: columns with their headings, the column of each entity, and lines between columns.

    A line starts in the column nearer to lithography; `head` is the end of the one depended on, "" where each depends
    on the other.
    """
    arrows = [arrow for index, relation in enumerate(page.relations) for arrow in _arrow(index, relation)]
    kinds = {entity["id"]: entity["type"] for entity in page.entities}
    ranks, columns = _columns(_layers_of(kinds, arrows), arrows)
    return {
        "columns": columns,
        "nodes": [{"id": entity, "rank": ranks[entity]} for entity in kinds],
        "edges": [_edge(arrow, ranks) for arrow in arrows],
    }


def _arrow(index: int, relation: Record) -> Iterator[Arrow]:
    """A chip is had from its designer, a model or a unit is its owner's: these lines lead there."""
    predicate, subject, target = relation["predicate"], relation["subject"], relation["object"]
    if subject == target:
        return
    if DEPENDENT_SUBJECT.get(predicate) == "need":
        yield Arrow(index, predicate, subject, target)
    elif DEPENDENT_OBJECT.get(predicate) == "need":
        yield Arrow(index, predicate, target, subject)
    elif predicate in {"DESIGNS_CHIP", "SUBSIDIARY_OF"}:
        yield Arrow(index, predicate, target, subject, is_mutual=True)
    elif predicate in DEPENDENT_SUBJECT:
        yield Arrow(index, predicate, subject, target, is_mutual=True)


def _edge(arrow: Arrow, ranks: Mapping[str, int]) -> Record:
    start, end = sorted((arrow.on, arrow.who), key=lambda entity: ranks[entity])
    head = "" if arrow.is_mutual else "start" if start == arrow.on else "end"
    return {"relation": arrow.relation, "start": start, "end": end, "head": head}


def _layers_of(kinds: Mapping[str, str], arrows: Iterable[Arrow]) -> Mapping[str, str]:
    """The layer of each entity: the one that most need it in, else that of its kind or of what is made for it."""
    needed: dict[str, Counter[str]] = defaultdict(Counter)
    designers = set()
    for arrow in arrows:
        if arrow.predicate == "DESIGNS_CHIP":
            designers.add(arrow.on)
        if arrow.predicate == "MANUFACTURES":
            designers.add(arrow.who)
        if not arrow.is_mutual:
            needed[arrow.on][load_layers().layer(arrow.predicate, arrow.on, kinds[arrow.on]) or _OTHER] += 1
    found = {}
    for entity, kind in kinds.items():
        own = "chips" if kind == "Chip" or entity in designers else "models" if kind == "Model" else None
        first = min(needed[entity], key=lambda layer: (-needed[entity][layer], _stage(layer)), default=None)
        member = load_layers().layer("", entity, kind)
        found[entity] = member or (own if first in {None, _OTHER} else first) or first or _USERS
    return found


def _columns(layer_of: Mapping[str, str], arrows: Iterable[Arrow]) -> tuple[dict[str, int], list[Record]]:
    """The column of each entity, counted from the left, and the headings with the first and last column of each.

    Within a stage whoever depends on another stands further to the right, as far as nothing goes round in a circle.
    """
    stages: dict[int, nx.DiGraph[str]] = defaultdict(nx.DiGraph)
    for entity, layer in sorted(layer_of.items()):
        stages[_stage(layer)].add_node(entity)
    for arrow in arrows:
        within = stages[_stage(layer_of[arrow.on])]
        if arrow.who in within and not nx.has_path(within, arrow.who, arrow.on):
            within.add_edge(arrow.on, arrow.who)
    ranks: dict[str, int] = {}
    columns: list[Record] = []
    for stage in sorted(stages):
        first = 1 + max(ranks.values(), default=-1)
        for depth, entities in enumerate(nx.topological_generations(stages[stage])):
            ranks.update(dict.fromkeys(entities, first + depth))
        present = {layer_of[entity] for entity in stages[stage]}
        columns.append({"labels": _labels(present), "first": first, "last": max(ranks.values())})
    return ranks, columns


def _stage(layer: str) -> int:
    return _BESIDE[layer][0] if layer in _BESIDE else load_layers()[layer].stage


def _labels(present: Iterable[str]) -> list[Labels]:
    names = (*load_layers().names, *_BESIDE)
    ordered = sorted(present, key=names.index)
    return [dict(_BESIDE[name][1] if name in _BESIDE else load_layers()[name].label) for name in ordered]
