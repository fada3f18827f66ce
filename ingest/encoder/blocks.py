"""Numbers kept in four bits: blocks of 32, each behind a scale of two bytes (Q4_0)."""

import numpy as np

BLOCK, BYTES = 32, 18
"""Numbers in a block, and the bytes that it takes."""
Codes = np.ndarray[tuple[int, int], np.dtype[np.uint8]]
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float32]]
_SCALE = 2
_ZERO = 8
"""The code of nought."""


def decoded(codes: Codes) -> Matrix:
    """Of blocks × 18 bytes the blocks × 32 numbers."""
    scales = codes[:, :_SCALE].copy().view("<f2").astype(np.float32)
    low, high = codes[:, _SCALE:] & 15, codes[:, _SCALE:] >> 4
    return (np.concatenate([low, high], axis=1).astype(np.float32) - _ZERO) * scales
