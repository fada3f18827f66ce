"""Names in Japanese and Chinese: a small transformer says of every character whether a name begins or goes on there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from ingest.encoder.blocks import Matrix
from ingest.encoder.session import session
from ingest.encoder.vocabulary import Vocabulary
from ingest.names.sheet import Sheet, packed
from kg.model import Language, Span

WEIGHTS = Path(__file__).parent / "weights"
MODEL, TYPES = WEIGHTS / "reader.onnx", WEIGHTS / "reader.txt"
LONGEST = 400
"""Characters of a sentence that are read at once; a longer one is cut."""
OUTSIDE = 0
"""The number that says that a character is of no name; begins of the types follow it, and then what goes on."""
SURE: Mapping[Language, float] = {"ja": 0.9, "zh": 0.8}
"""How sure it must be of every character of a name that it is of one. How it was chosen: ADR 0014."""
Found = list[tuple[Span, str]]
"""Names of a text, where they stand and of which type they are."""


@dataclass(frozen=True, eq=False)
class Reader:
    """The network, and the types in the order of its answers."""

    network: Any
    types: tuple[str, ...]

    @classmethod
    @cache
    def load(cls) -> "Reader":
        """The reader trained by `python -m ingest.training reader`."""
        return cls(session(MODEL), tuple(TYPES.read_text(encoding="utf-8").split()))

    def names(self, lang: Language, texts: Sequence[str]) -> Iterator[Found]:
        """The names of each sentence of an article; sentences are read with those that stand beside them."""
        parts = ((number, at) for number, text in enumerate(texts) for at in range(0, len(text), LONGEST))
        found: list[Found] = [[] for _ in texts]
        for sheet, held in packed((Sheet.of(texts[number][at : at + LONGEST]), (number, at)) for number, at in parts):
            odds = self._read(sheet)
            done = 0
            for number, at in held:
                length = len(texts[number][at : at + LONGEST])
                names = self._decoded(odds[done : done + length], SURE[lang])
                found[number] += [((at + begin, at + end), type_) for (begin, end), type_ in names]
                done += length
        yield from found

    def _read(self, sheet: Sheet) -> Matrix:
        """The log odds of each tag, a row for every character."""
        vectors = Vocabulary.load().vectors(sheet.pieces)
        piece, place = (np.array(numbers, dtype=np.int64) for numbers in (sheet.piece, sheet.place))
        odds: Matrix = self.network.run(None, {"vectors": vectors, "piece": piece, "place": place})[0]
        return odds

    def _decoded(self, odds: Matrix, sure: float) -> Iterator[tuple[Span, str]]:
        """Runs of characters of names; the type of a run is the one for which most speaks in all of it."""
        kinds = len(self.types)
        best = odds.argmax(axis=1)
        begins = (best > OUTSIDE) & (best <= kinds)
        at = 0
        while at < len(best):
            end = at + 1
            if best[at] == OUTSIDE:
                at = end
                continue
            while end < len(best) and best[end] != OUTSIDE and not begins[end]:
                end += 1
            if 1 - np.exp(odds[at:end, OUTSIDE].max()) >= sure:
                told = np.logaddexp(odds[at:end, 1 : kinds + 1], odds[at:end, kinds + 1 :]).sum(axis=0)
                yield (at, end), self.types[int(told.argmax())]
            at = end
