"""One self-contained page: pyvis and vis-network inlined, no outside request, and text that is only ever text."""

import hashlib
import json
import math
from collections import Counter
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from kg.answer import Answer
from kg.export import PICTURE_LIMIT
from kg.export.graph import Landscape
from kg.export.layout import caption_size, layout
from kg.export.page import Page, limited, page_of_answer, page_of_landscape
from kg.export.writing import write_file
from ontology.load import load_ontology

_PARTS = Path(__file__).parent / "page"
_OWN = ("page.css", "elements.js", "page.js")
_CAPTION_LENGTH = 32
_FONT, _FONT_GROWTH, _FEW = 15, 4, 40
"""Pixels of a caption; where there are more than a few entities, the best-connected are to be read from afar."""

_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "keyboard": {"enabled": True, "bindToWindow": False}},
    "nodes": {"borderWidth": 0, "borderWidthSelected": 3},
    "edges": {"arrowStrikethrough": False, "selectionWidth": 1.5, "hoverWidth": 0.5},
}  # fmt: skip


def write_landscape(landscape: Landscape, path: Path, title: str = "AI landscape") -> None:
    """Write the graph's page. What a limit left out is said on the page."""
    write_file(path, [_html(page_of_landscape(landscape, title))])


def write_answer(answer: Answer, path: Path) -> None:
    """Write an answer's page: its rows, the best-connected of its subgraph, and the sentences behind them."""
    write_file(path, [_html(limited(page_of_answer(answer), PICTURE_LIMIT))])


def _html(page: Page) -> str:
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    _draw(page, network)
    network.set_options(json.dumps(_OPTIONS))
    data = page.record()
    parts = {name: (_PARTS / name).read_text(encoding="utf-8") for name in _OWN}
    everything = json.dumps([data, network.nodes, network.edges, parts], sort_keys=True)
    network.path = "page.html"
    network.templateEnv = Environment(loader=FileSystemLoader(_PARTS), autoescape=True, keep_trailing_newline=True)
    network.templateEnv.globals.update(
        data=data,
        title=page.title,
        nonce=hashlib.sha256(everything.encode()).hexdigest()[:32],
        css=Markup(parts["page.css"]),  # noqa: S704 - our own file
        js=Markup(parts["elements.js"] + parts["page.js"]),  # noqa: S704
        vis=Markup(_vis_network()),  # noqa: S704 - the library as pyvis ships it
    )
    html: str = network.generate_html()
    return html


def _draw(page: Page, network: Any) -> None:
    """Give pyvis nodes and edges with every coordinate, colour and width settled."""
    types = load_ontology().types
    degree = Counter(end for r in page.relations for end in (r["subject"], r["object"]))
    most = max(degree.values(), default=1)
    growth = _FONT_GROWTH * math.sqrt(len(page.entities)) if len(page.entities) > _FEW else 0
    looks = {}
    for entity in page.entities:
        links = degree[entity["id"]]
        font = round(_FONT + growth * math.sqrt(links / most))
        looks[entity["id"]] = (_short(entity["names"]["en"]), font, round(font / 2 + 4.5 * math.log2(1 + links)))
    sizes = {node: caption_size(*look) for node, look in looks.items()}
    places = layout(sizes, [(r["subject"], r["object"]) for r in page.relations])
    for entity in page.entities:
        caption, font, radius = looks[entity["id"]]
        x, middle = places[entity["id"]]
        y = middle - round(sizes[entity["id"]][1] / 2) + radius + 4
        color = types[entity["type"]].color
        network.add_node(entity["id"], label=caption, x=x, y=y, size=radius, color=color, font={"size": font})
    _draw_edges(page, network)


def _draw_edges(page: Page, network: Any) -> None:
    beside = Counter(frozenset((r["subject"], r["object"])) for r in page.relations)
    drawn: Counter[frozenset[str]] = Counter()
    for index, relation in enumerate(page.relations):
        ends = frozenset((relation["subject"], relation["object"]))
        drawn[ends] += 1
        width = round(1 + math.log2(1 + len(relation["claims"])), 1)
        bend = round(0.14 * drawn[ends], 2)
        smooth = {"enabled": True, "type": "curvedCW", "roundness": bend} if beside[ends] > 1 else False
        arrows = "" if load_ontology().relations[relation["predicate"]].symmetric else "to"
        dashes = relation["dash"] or False
        network.add_edge(
            relation["subject"], relation["object"], id=index, width=width, smooth=smooth, arrows=arrows, dashes=dashes
        )


def _short(name: str) -> str:
    return name if len(name) <= _CAPTION_LENGTH else name[: _CAPTION_LENGTH - 1] + "…"


def _vis_network() -> str:
    import pyvis

    library = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return library.read_text(encoding="utf-8").replace("</script", "<\\/script")
