"""Sentences as the reader of names sees them: in pieces of the vocabulary, each character in one of these."""

import unicodedata
from dataclasses import dataclass, field

from ingest.encoder.vocabulary import Vocabulary

PLACES = 8
"""Places in a piece that are told apart; what stands further behind is held for the last one."""


@dataclass
class Sheet:
    """Pieces, and for each character of the sentences the number of its piece and its place in that."""

    pieces: list[int] = field(default_factory=lambda: [Vocabulary.load().begin])
    piece: list[int] = field(default_factory=list)
    place: list[int] = field(default_factory=list)

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


def _plain(text: str) -> str:
    """A text with full-width letters and the like as the vocabulary writes them, each where it was."""
    plain = (unicodedata.normalize("NFKC", char) for char in text)
    return "".join(new if len(new) == 1 else old for old, new in zip(text, plain, strict=True))
