"""Text in the pieces of a vocabulary: the likeliest division by a unigram model (Kudo 2018, arXiv:1804.10959)."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.model import Span

_SPACE = "▁"
_UNKNOWN_COST = 10.0
"""How much less likely than the rarest piece a character is that no piece holds."""
_KEPT = 4096


@dataclass(frozen=True, eq=False)
class Pieces:
    """Pieces, each with its number and log probability; `unknown` is the number of what none holds."""

    pieces: Mapping[str, tuple[int, float]]
    unknown: int
    longest: int
    rarest: float

    @classmethod
    def of(cls, pieces: Mapping[str, tuple[int, float]], unknown: int) -> "Pieces":
        """The division by these pieces."""
        longest = max(map(len, pieces))
        return cls(pieces, unknown, longest, min(score for _, score in pieces.values()) - _UNKNOWN_COST)

    @lru_cache(maxsize=_KEPT)  # noqa: B019 - one vocabulary lives as long as the process
    def numbers(self, text: str) -> tuple[int, ...]:
        """The numbers of the pieces of a text; spaces at its end are no piece of their own."""
        return tuple(number for number, _ in self.divided(unicodedata.normalize("NFKC", text).rstrip()))

    def divided(self, text: str) -> Sequence[tuple[int, Span]]:
        """The numbers of the pieces of a text as it is written, and where each stands."""
        written = text.replace(" ", _SPACE)
        best = [(0.0, 0, 0)] + [(-1e9, 0, 0)] * len(written)
        for begin in range(len(written)):
            so_far = best[begin][0]
            for end in range(begin + 1, min(begin + self.longest, len(written)) + 1):
                number, score = self.pieces.get(written[begin:end], (None, self.rarest))
                if number is None:
                    if end > begin + 1:
                        continue
                    number = self.unknown
                if so_far + score > best[end][0]:
                    best[end] = (so_far + score, begin, number)
        found: list[tuple[int, Span]] = []
        at = len(written)
        while at:
            _, begin, number = best[at]
            found.append((number, (begin, at)))
            at = begin
        return found[::-1]
