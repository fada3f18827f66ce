"""A world in which every name, title, address and sentence is one of hostile.yaml."""

from functools import cache
from pathlib import Path

from kg.export.graph import Landscape, Selection
from ontology.read import read_yaml
from tests.export.world import Data, landscape_of

STRINGS: list[str] = read_yaml(Path(__file__).with_name("hostile.yaml"))


def hostile_data() -> Data:
    """Firm n says of firm n + 1 what string n is."""
    count = len(STRINGS)
    return {
        "entities": {f"org:firm-{n}": {"name": text, "type": "Company"} for n, text in enumerate(STRINGS)},
        "articles": {
            f"article {n} {text}"[:80]: {
                "lang": "en", "title": text, "url": text, "publisher": text, "published": "2025-01-01",
            }
            for n, text in enumerate(STRINGS)
        },
        "claims": [
            {
                "article": f"article {n} {text}"[:80],
                "text": f"{text} and {STRINGS[(n + 1) % count]}",
                "of": [
                    [
                        *(text, f"org:firm-{n}", "SUPPLIES", STRINGS[(n + 1) % count], f"org:firm-{(n + 1) % count}"),
                        *("asserted", 0.5, {"speaker": text, "round": text, "role": text, "date": text}),
                    ]
                ],
            }
            for n, text in enumerate(STRINGS)
        ],
    }  # fmt: skip


@cache
def hostile() -> Landscape:
    """The hostile world out of a store."""
    return landscape_of(hostile_data(), Selection())
