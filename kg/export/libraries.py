"""What draws a page: vis-network through pyvis for hundreds of nodes, force-graph for more; dagre layers, d3 time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.export.events import topics
from kg.export.layers import layers
from kg.export.page import Page
from kg.export.picture import picture

_HERE = Path(__file__).parent
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "keyboard": False},
    "nodes": {"shape": "dot", "borderWidth": 0, "borderWidthSelected": 3},
    "edges": {
        "arrows": {"to": {"scaleFactor": 0.6}},
        "smooth": False,
        "arrowStrikethrough": False,
        "selectionWidth": 1.5,
        "hoverWidth": 0.5,
    },
}
MANY = 250
"""From here on vis-network takes almost twice as long as force-graph until a page can be used."""


@dataclass(frozen=True)
class Library:
    """Its code, our scripts that draw with it, what of a page those read, and style sheets that it adds."""

    code: tuple[Path, ...]
    scripts: tuple[str, ...]
    drawing: Callable[[Page], Mapping[str, Any]]
    styles: tuple[str, ...] = ()


def library_for(nodes: int) -> Library:
    """The one that draws so many nodes at once and stays quick."""
    return _vis_network() if nodes <= MANY else FORCE_GRAPH


def _vis_network() -> Library:
    import pyvis

    return Library(
        code=(Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js",),
        scripts=("captions.js", "draw-vis-network.js"),
        drawing=_through_pyvis,
    )


def _through_pyvis(page: Page) -> Mapping[str, Any]:
    from pyvis.network import Network

    drawn = picture(page)
    network = Network(directed=True, cdn_resources="in_line")
    for node in drawn.nodes:
        network.add_node(node["id"], x=node["x"], y=node["y"], size=node["size"])
    for index, edge in enumerate(drawn.edges):
        look = {"width": edge["width"], "arrows": "to" if edge["arrow"] else ""}
        if edge["bend"]:
            look["smooth"] = {"enabled": True, "type": "curvedCW", "roundness": edge["bend"]}
        if edge["dash"]:
            look["dashes"] = edge["dash"]
        network.add_edge(edge["from"], edge["to"], id=index, **look)
    return {"nodes": network.nodes, "edges": network.edges, "options": _OPTIONS}


FORCE_GRAPH = Library(
    code=(_HERE / "vendor" / "force-graph" / "force-graph.min.js",),
    scripts=("captions.js", "draw-force-graph.js"),
    drawing=lambda page: vars(picture(page)),
    styles=(
        "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",  # none yet: each sheet is put in its place empty
        "sha256-jtRRMYY2VbEXuBKbHvqM1/fPT8vazFrEooXdvwUK4y8=",
        "sha256-9xjtvxMT1ApHlgn9ohbh2FNfvK5Tqtzy94BjfXBeMSY=",
    ),
)

D3 = _HERE / "vendor" / "d3" / "d3.min.js"
DAGRE = _HERE / "vendor" / "dagre" / "dagre.min.js"
LAYERS = Library(
    code=(D3, DAGRE),
    scripts=("marks.js", "layers.js", "scrolled.js", "draw-layers.js"),
    drawing=layers,
)
TIMELINE = Library(
    code=(D3,), scripts=("marks.js", "axis.js", "timeline.js", "scrolled.js", "draw-timeline.js"), drawing=topics
)
