"""What of the graph a question looks at: which statuses, up to which day, how sure, how many rows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kg.errors import UsageError
from ontology.load import load_ontology

DEFAULT_STATUSES = frozenset({"asserted", "planned", "ended"})
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True)
class Lens:
    """A filter on what is seen.

    `as_of` is an ISO date, as precise as wanted ("2025" is the end of 2025): only claims said by then count, and every
    status is derived from them alone. `confidence` is between 0 and 1; `limit` a number of rows, None for all.
    """

    statuses: frozenset[str] = DEFAULT_STATUSES
    as_of: str = ""
    confidence: float = 0.0
    limit: int | None = None

    @property
    def said_until(self) -> str:
        """The largest text that a publication date may be: after every day and hour of `as_of`."""
        return f"{self.as_of}~" if self.as_of else ""


def lens(include: Iterable[str] = (), as_of: str = "", confidence: float = 0.0, limit: int | None = None) -> Lens:
    """A checked `Lens` that sees the default statuses and those of `include`; raises `UsageError`."""
    wanted = {name.strip().lower() for name in include} - {""}
    modalities = load_ontology().modalities
    if unknown := sorted(wanted - set(modalities)):
        raise UsageError(f"Unknown modality {', '.join(unknown)}; there are {', '.join(modalities)}.")
    return Lens(DEFAULT_STATUSES | wanted, checked_date(as_of) if as_of else "", confidence, limit)


def checked_date(text: str) -> str:
    """The same text where it is an ISO date, as precise as wanted; raises `UsageError`."""
    if not _is_date(text):
        raise UsageError(f"{text!r} is not a date; write it as 2025, 2025-06 or 2025-06-30.")
    return text


def _is_date(text: str) -> bool:
    if not (match := _ISO.fullmatch(text)):
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
