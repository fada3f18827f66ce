"""The way from each mention of a parsed sentence up its tree, by which the judge tells what stands between two."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ingest.text import Mention, Step
from kg.model import Span

Above = Callable[[Any], Any]
Label = Callable[[Any], str]


def ways(
    doc: Any, heads: Mapping[int, Mention], inside: Mapping[int, Mention], above: Above, label: Label
) -> dict[Span, tuple[Step, ...]]:
    """For each mention the steps from the token that heads it (`heads`) to the root.

    `inside` tells the tokens that are of a mention: they count by its type. `above` gives what a token depends on, the
    root itself; `label` as what.
    """

    def steps(token: Any) -> Iterator[Step]:
        while True:
            mention = inside.get(token.i)
            yield Step(token.i, label(token), f"<{mention.type}>" if mention else token.lemma_.lower())
            if above(token).i == token.i:
                return
            token = above(token)

    return {mention.span: tuple(steps(doc[at])) for at, mention in heads.items()}
