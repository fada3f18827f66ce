"""Classes of Japanese words, read from `ontology/patterns/ja/classes.yaml`."""

from functools import cache

from ontology.read import ROOT, read_yaml


@cache
def words(name: str) -> frozenset[str]:
    """The words of a class: content, judging, receiving, giving, attached, generic, listing, endings,
    pointing, including, jointly.
    """
    return frozenset(map(str, read_yaml(ROOT / "patterns" / "ja" / "classes.yaml")[name]))
