"""What the tree of a sentence says of two mentions: the words and dependencies on the shortest way between them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.text import Step

_LONGEST = 8
Way = Sequence[Step]


def of_path(one: Way, other: Way) -> list[str]:
    """Features of the way from a subject up to what it shares with an object, and down to that one.

    `one`, `other`: the ways of both up to the root. Members of a list count as its first. Where they never meet, none.
    """
    at = {step.at: number for number, step in enumerate(one)}
    meeting = next((number for number, step in enumerate(other) if step.at in at), None)
    if meeting is None:
        return []
    top = one[at[other[meeting].at]]
    up, down = _unlisted(one[: at[top.at]]), _unlisted(other[:meeting])
    return sorted({*_shape(up, top, down), *_words(up, top, down)})


def _unlisted(way: Way) -> list[Step]:
    return [step for step in way if not (step.label == "conj" and step.word.startswith("<"))]


def _shape(up: Way, top: Step, down: Way) -> Iterator[str]:
    first, last = (way[0].label if way else "-" for way in (up, down))
    yield f"path {'>'.join(s.label for s in up)}|{'<'.join(s.label for s in reversed(down))}"
    yield f"path {_edges(up, top)}|{_edges(down, top)}"
    yield f"top {top.word}"
    yield f"top {top.word} {first} {last}"
    yield f"long {min(len(up) + len(down), _LONGEST)}"


def _edges(way: Way, top: Step) -> str:
    """Each dependency with the word it leads to: "nsubj buy"."""
    return ">".join(f"{below.label} {above.word}" for below, above in pairwise((*way, top)))


def _words(up: Way, top: Step, down: Way) -> Iterator[str]:
    between = [*up[1:], top, *reversed(down[1:])]
    yield from (f"on {step.word}" for step in between)
    yield from (f"on {step.word} {following.word}" for step, following in pairwise(between))
    for side, way in (("s", up), ("o", down)):
        if way:
            yield f"from {side} {_edges(way[:1], way[1] if len(way) > 1 else top)}"
        yield from (f"by {side} {step.label} {step.word}" for step in way[1:])
