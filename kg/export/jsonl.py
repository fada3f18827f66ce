"""The claims as Claim JSON Lines, each line as it was loaded."""

from collections.abc import Iterator

from kg.export.graph import Landscape
from kg.model import dump_lines
from kg.store.properties import claim_record


def jsonl(landscape: Landscape) -> Iterator[str]:
    """One claim a line, by article and position in it."""
    ends = ((claim, claim.get("read", claim)) for claim in landscape.claims.values())
    return dump_lines(claim_record(claim, read["subject"], read.get("object")) for claim, read in ends)
