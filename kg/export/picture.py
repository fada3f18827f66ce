"""The drawing of a page with every place, size and width settled, for either library."""

import math
from collections import Counter
from dataclasses import dataclass
from typing import Any

from kg.export.layout import Size, caption_size, layout
from kg.export.page import Page
from ontology.load import load_ontology

_CAPTION_LENGTH = 32
_FONT, _FONT_GROWTH, _FEW = 15, 2, 40
"""Pixels of a caption's room; where there are more than a few entities, the best-connected get more."""
_ROOMY = 1_000
_BEND = 0.14


@dataclass(frozen=True)
class Picture:
    """Nodes (id, x, y, size: the dot's radius) and edges (from, to, width, bend, arrow, dash) as on the page."""

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]


def picture(page: Page) -> Picture:
    """Up to some number every name has room below its dot as soon as one comes close; more dots lie closer together."""
    captions = len(page.entities) <= _ROOMY
    degree = Counter(end for r in page.relations for end in (r["subject"], r["object"]))
    most = max(degree.values(), default=1)
    growth = _FONT_GROWTH * math.sqrt(len(page.entities)) if captions and len(page.entities) > _FEW else 0
    radii: dict[str, int] = {}
    sizes: dict[str, Size] = {}
    for entity in page.entities:
        links = degree[entity["id"]]
        font = round(_FONT + growth * math.sqrt(links / most))
        radius = round(font / 2 + 4.5 * math.log2(1 + links))
        caption = shortened(entity["names"]["en"])
        radii[entity["id"]] = radius
        sizes[entity["id"]] = caption_size(caption, font, radius) if captions else (3.0 * radius, 3.0 * radius)
    places = layout(sizes, [(r["subject"], r["object"]) for r in page.relations])
    nodes = []
    for node, (x, middle) in ((entity["id"], places[entity["id"]]) for entity in page.entities):
        y = middle - round(sizes[node][1] / 2) + radii[node] + 4 if captions else middle
        nodes.append({"id": node, "x": x, "y": y, "size": radii[node]})
    return Picture(nodes, _edges(page))


def shortened(name: str) -> str:
    """A name as a caption shows it."""
    return name if len(name) <= _CAPTION_LENGTH else name[: _CAPTION_LENGTH - 1] + "…"


def _edges(page: Page) -> list[dict[str, Any]]:
    """Several lines between the same two bend apart."""
    relations = load_ontology().relations
    beside = Counter(frozenset((r["subject"], r["object"])) for r in page.relations)
    drawn: Counter[frozenset[str]] = Counter()
    edges = []
    for relation in page.relations:
        ends = frozenset((relation["subject"], relation["object"]))
        drawn[ends] += 1
        edges.append(
            {
                "from": relation["subject"],
                "to": relation["object"],
                "width": round(1 + math.log2(1 + len(relation["claims"])), 1),
                "bend": round(_BEND * drawn[ends], 2) if beside[ends] > 1 else 0,
                "arrow": not relations[relation["predicate"]].symmetric,
                "dash": relation["dash"],
            }
        )
    return edges
