"""Sentences as the reader of names sees them: in pieces of the vocabulary, each character in one of these."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from ingest.encoder.vocabulary import Vocabulary

ENOUGH = 160
"""Pieces that are read at once, unless one sentence has more."""
PLACES = 8
"""Places in a piece that are told apart; what stands further behind is held for the last one."""

Held = TypeVar("Held")


@dataclass
class Sheet:
    """Pieces, and for each character of the sentences the number of its piece and its place in that."""

    pieces: list[int] = field(default_factory=lambda: [Vocabulary.load().begin])
    piece: list[int] = field(default_factory=list)
    place: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> "Sheet":
        """A sheet of one sentence."""
        sheet = cls()
        sheet.write(text)
        return sheet

    def write(self, text: str) -> None:
        """Add a sentence."""
        for number, (begin, end) in Vocabulary.load().pieces.divided(_plain(text)):
            self.piece += [len(self.pieces)] * (end - begin)
            self.place += [min(place, PLACES - 1) for place in range(end - begin)]
            self.pieces.append(number)
        self.pieces.append(Vocabulary.load().end)

    def add(self, other: "Sheet") -> None:
        """Add what stands on another sheet."""
        moved = len(self.pieces) - 1
        self.piece += [piece + moved for piece in other.piece]
        self.place += other.place
        self.pieces += other.pieces[1:]


def packed(sentences: Iterable[tuple[Sheet, Held]]) -> Iterator[tuple[Sheet, list[Held]]]:
    """Sheets of single sentences put together, in their order; with each goes what was held beside its sentences."""
    sheet, held = Sheet(), list[Held]()
    for own, beside in sentences:
        if held and len(sheet.pieces) + len(own.pieces) > ENOUGH:
            yield sheet, held
            sheet, held = Sheet(), []
        sheet.add(own)
        held.append(beside)
    if held:
        yield sheet, held


def _plain(text: str) -> str:
    """A text with full-width letters and the like as the vocabulary writes them, each where it was."""
    plain = (unicodedata.normalize("NFKC", char) for char in text)
    return "".join(new if len(new) == 1 else old for old, new in zip(text, plain, strict=True))
