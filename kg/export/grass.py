"""A GraSS style sheet for Neo4j Browser: the ontology's colours, names as captions."""

from collections.abc import Iterator

from ontology.load import load_ontology

_NODE = """{{
  color: {color};
  border-color: {color};
  text-color-internal: #FFFFFF;
  diameter: {size}px;
  caption: '{caption}';
}}
"""
_RELATIONSHIP = """relationship.{name} {{
  shaft-width: 2px;
  font-size: 6px;
  caption: '{{status}} ×{{claims}} · {label}';
}}
"""
_ARTICLE, _CLAIM = "#6b7280", "#9ca3af"


def grass() -> str:
    """The style sheet; drop it into Browser, or paste it after `:style`."""
    return "".join(_rules())


def _rules() -> Iterator[str]:
    yield "node " + _NODE.format(color=_CLAIM, size=50, caption="{name}")
    for name, type_ in load_ontology().types.items():
        if type_.color:
            yield f"node.{name} " + _NODE.format(color=type_.color, size=50, caption="{name}")
    yield "node.Article " + _NODE.format(color=_ARTICLE, size=40, caption="{title}")
    yield "node.Claim " + _NODE.format(color=_CLAIM, size=80, caption="{predicate}")
    yield "relationship {\n  color: #6b7280;\n  shaft-width: 1px;\n  font-size: 8px;\n  caption: '<type>';\n}\n"
    for name, relation in load_ontology().relations.items():
        yield _RELATIONSHIP.format(name=name, label=relation.label["en"])
