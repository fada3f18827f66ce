"""Which predicted claims of an article are right, which wrong, and which annotated ones are found."""

from collections.abc import Mapping, Sequence
from typing import Any

from kg.score.names import GoldNames

Record = Mapping[str, Any]
_SYMMETRIC = {"PARTNERS_WITH", "COMPETES_WITH", "DISPUTES_WITH"}
_FINDS = {("LEADS", "WORKS_AT"), ("OPEN_SOURCED", "DEVELOPS"), ("DESIGNS_CHIP", "DEVELOPS")}
"""A prediction of the first also finds an annotation of the second."""
_INVERSE = {frozenset({"USES_HARDWARE", "SUPPLIES"}), frozenset({"USES_CLOUD", "SUPPLIES"})}


def match_article(row: Record, predictions: Sequence[Record]) -> tuple[dict[int, int], list[int]]:
    """(annotated claim → prediction that finds it, predictions that are wrong), as positions.

    Annotations are claims not marked optional. A prediction that one entails, or that is optional, is neither.
    """
    names = GoldNames(row)
    wanted = required(row)
    found: dict[int, int] = {}
    used: set[int] = set()
    for exactness in ("modality", "relation", "entailed"):
        for j, prediction in enumerate(predictions):
            if j in used:
                continue
            for i, claim in enumerate(wanted):
                if i not in found and _finds(prediction, claim, names, exactness):
                    found[i] = j
                    used.add(j)
                    break
    wrong = [j for j, p in enumerate(predictions) if j not in used and not _defensible(p, row["claims"], names)]
    return found, wrong


def required(row: Record) -> list[Record]:
    """The annotated claims that ought to be found."""
    return [claim for claim in row["claims"] if not claim.get("optional")]


def _finds(prediction: Record, claim: Record, names: GoldNames, exactness: str) -> bool:
    if exactness != "entailed" and prediction["predicate"] != claim["p"]:
        return False
    if exactness == "modality" and prediction.get("modality") != claim["modality"]:
        return False
    return _same_pair(prediction, claim, names, _directions(prediction["predicate"], claim["p"]))


def _defensible(prediction: Record, claims: Sequence[Record], names: GoldNames) -> bool:
    return any(
        _same_pair(
            prediction,
            claim,
            names,
            _directions(claim["p"], prediction["predicate"]) or _directions(prediction["predicate"], claim["p"]),
        )
        for claim in claims
    )


def _directions(predicted: str, annotated: str) -> str:
    """In which directions one relation answers another: "s" straight, "x" crossed, both or none."""
    if predicted == annotated:
        return "sx" if predicted in _SYMMETRIC else "s"
    if (predicted, annotated) in _FINDS:
        return "s"
    return "x" if frozenset({predicted, annotated}) in _INVERSE else ""


def _same_pair(prediction: Record, claim: Record, names: GoldNames, directions: str) -> bool:
    subject, object_ = prediction["subject"], prediction["object"]
    straight = "s" in directions and names.means(subject, claim["s"]) and names.means(object_, claim["o"])
    return straight or ("x" in directions and names.means(subject, claim["o"]) and names.means(object_, claim["s"]))
