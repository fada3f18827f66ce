"""The parses of one article: each text is parsed once, many at a time, and only where a claim may be."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ingest.languages.stand_ins import Disguise, Disguised
from ingest.languages.triggers import Triggers
from ingest.makers import spoken_of
from ingest.text import Sentence

_BATCH = 64


class Parses:
    """What a parser says of an article's disguised sentences; the second reading of a sentence finds the first's."""

    def __init__(self, parser: Callable[[], Any], disguise: Disguise, triggers: Callable[[], Triggers]) -> None:
        self._parser, self._disguise, self._triggers = parser, disguise, triggers
        self._known: dict[str, Any] = {}

    def of(self, sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, Disguised, Any]]:
        """Each sentence with its disguise and its parse; None for a parse that could hold no claim."""
        disguised = [(sentence, self._disguise.of(sentence)) for sentence in sentences]
        worth = [words.text for sentence, words in disguised if self._worth(sentence, words)]
        new = list(dict.fromkeys(text for text in worth if text not in self._known))
        self._known.update(zip(new, self._parser().pipe(new, batch_size=_BATCH) if new else (), strict=True))
        chosen = set(worth)
        for sentence, words in disguised:
            yield sentence, words, self._known[words.text] if words.text in chosen else None

    def _worth(self, sentence: Sentence, disguised: Disguised) -> bool:
        return self._triggers().may_fire(disguised, {mention.type for mention in spoken_of(sentence)})
