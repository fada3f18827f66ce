"""The reader of names as a network: layers of a transformer over pieces, and of each character a tag."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from ingest.names.sheet import PLACES
from ingest.training.encoding.base import Base
from ingest.training.encoding.network import Reading

_HIDDEN = 256


class Tagger(Reading):
    """From the vectors of pieces, and which character is where in which, to the log odds of tags."""

    def __init__(self, base: Base, layers: int, tags: int) -> None:
        super().__init__(base, layers)
        self.hidden = nn.Linear(base.shape.width, _HIDDEN)
        self.placed = nn.Embedding(PLACES, _HIDDEN)
        self.told = nn.Linear(_HIDDEN, tags)

    def tags(self, held: Tensor, sheet: Tensor, piece: Tensor, place: Tensor) -> Tensor:
        """Characters × tags; `held` is sheets × pieces × width."""
        seen = functional.gelu(self.hidden(held)[sheet, piece] + self.placed(place))
        return self.told(self.drop(seen))


class SingleSheet(nn.Module):  # type: ignore[misc]
    """The network as it is used: one sheet, without padding."""

    def __init__(self, network: Tagger) -> None:
        super().__init__()
        self.network = network

    def forward(self, vectors: Tensor, piece: Tensor, place: Tensor) -> Tensor:
        held = self.network.encoded(vectors[None])
        return torch.log_softmax(self.network.tags(held, torch.zeros_like(piece), piece, place), dim=-1)
