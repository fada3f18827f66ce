"""The parses of one article: each text is parsed once, many at a time."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ingest.languages.stand_ins import Disguise, Disguised
from ingest.text import Sentence

_BATCH = 64


class Parses:
    """What a parser says of an article's disguised sentences; the second reading of a sentence finds the first's."""

    def __init__(self, parser: Callable[[], Any], disguise: Disguise) -> None:
        self._parser, self._disguise = parser, disguise
        self._known: dict[str, Any] = {}

    def of(self, sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, Disguised, Any]]:
        """Each sentence with its disguise and its parse."""
        disguised = [(sentence, self._disguise.of(sentence)) for sentence in sentences]
        new = list(dict.fromkeys(words.text for _, words in disguised if words.text not in self._known))
        self._known.update(zip(new, self._parser().pipe(new, batch_size=_BATCH) if new else (), strict=True))
        for sentence, words in disguised:
            yield sentence, words, self._known[words.text]
