"""How well extracted claims agree with annotated ones."""

from kg.score.report import Report, score

__all__ = ["Report", "score"]
