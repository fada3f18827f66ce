"""How often a claim like this one is right: the judge's certainty and the trust in its names, on a measured scale."""

import math
from functools import cache
from pathlib import Path
from typing import Any

from kg.model import Language
from ontology.read import read_yaml

UNJUDGED = 0.8
"""Taken for the certainty of what the judge does not read: people named by what they are, makers in a model's name."""
_LEAST = 0.001


def confidence(lang: Language, certainty: float | None, trust: float) -> float:
    """0 to 1, rounded to three places; `trust` is how sure it is that the two mentions name what they are linked to."""
    scale = scales()[lang]
    raw = (UNJUDGED if certainty is None else certainty) * trust
    return round(sigmoid(scale["slope"] * logit(raw) + scale["shift"]), 3)


@cache
def scales() -> dict[str, Any]:
    """Slope and shift of a language's scale, fitted by `python -m bench.calibration`."""
    return dict(read_yaml(Path(__file__).with_name("confidence.yaml")))


def logit(share: float) -> float:
    """Log odds; a share of 0 or 1 is held a little off."""
    held = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(held / (1 - held))


def sigmoid(odds: float) -> float:
    """The share of which these are the log odds."""
    return 1 / (1 + math.exp(-odds))
