"""The kinds of mentions that a sentence is read with, in the place of names."""

from ingest.judge.known import is_outlet
from ingest.text import Mention

_ORGANISATIONS = frozenset({"Company", "Lab", "Investor", "Government", "NonProfit", "Organization"})


def kind(mention: Mention) -> str:
    """How a mention is read: all organisations are of one kind, but those that report the news of another."""
    if is_outlet(mention):
        return "<Media>"
    return "<Org>" if mention.type in _ORGANISATIONS else f"<{mention.type}>"
