"""Who a sentence gives its statement to."""

from ingest.rules import Rules
from ingest.slots import Encoded
from ingest.text import Mention


def speaker_of(encoded: Encoded, rules: Rules) -> Mention | None:
    """The person or organisation that a sentence names as saying it, or None."""
    for pattern in rules.speakers:
        for match in pattern.finditer(encoded):
            begin, end = match.span("speaker")
            for mention in encoded.inside(begin, end):
                if mention.entity:
                    return mention
    return None
