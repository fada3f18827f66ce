"""The common words of Chinese: those that the annotated sentences use again and again outside of names."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ingest.names.words import tagged
from ingest.script import one_script
from ingest.training.annotated import Annotated

_LEAST = 2
"""In how many sentences a word must stand."""


def common_words(sentences: Sequence[Annotated]) -> list[str]:
    """Words of two and more characters, in a fixed order."""
    counts = Counter(word for sentence in sentences for word in set(_outside_names(sentence)))
    return sorted(word for word, count in counts.items() if count >= _LEAST)


def _outside_names(sentence: Annotated) -> Iterator[str]:
    text = one_script(sentence.text, "zh")
    for word, (start, end), _ in tagged(text):
        if end - start > 1 and not _touches(start, end, ((m.start, m.end) for m in sentence.mentions)):
            yield word


def _touches(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < stop and begin < end for begin, stop in spans)
