"""Entities and derived relationships as GraphML, for Gephi, yEd, Cytoscape, igraph or networkx."""

import re
from io import BytesIO
from typing import Any

import networkx as nx

from kg.export.graph import Landscape

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(landscape: Landscape) -> str:
    """A GraphML document; lists are joined by "; ", and what XML can't hold is left out."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    source = landscape.network()
    for node, properties in source.nodes(data=True):
        network.add_node(_text(node), label=_text(properties["name"]), **_scalars(properties))
    for subject, object_, key, properties in source.edges(keys=True, data=True):
        network.add_edge(_text(subject), _text(object_), key=key, label=properties["predicate"], **_scalars(properties))
    buffer = BytesIO()
    nx.write_graphml_xml(network, buffer, named_key_ids=True)
    return buffer.getvalue().decode() + "\n"


def _scalars(properties: dict[str, Any]) -> dict[str, str | int | float | bool]:
    return {key: _scalar(properties[key]) for key in sorted(properties) if properties[key] is not None}


def _scalar(value: Any) -> str | int | float | bool:
    if isinstance(value, bool | int | float):
        return value
    return _text("; ".join(value) if isinstance(value, list | tuple) else value)


def _text(text: str) -> str:
    return _NOT_XML.sub("", text)
