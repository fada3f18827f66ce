"""The network: layers of a transformer over a passage, and what they tell of two of its mentions."""

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from ingest.training.encoding.base import Base, Shape

_HIDDEN, DROPPED, _RARE = 384, 0.1, -3.0
"""Width of the last hidden layer, the share of numbers dropped in training, and the log odds of any claim at first."""
_VIEWS = 4
"""In how many ways two mentions look for what the text says of them."""
_LINEAR = {"query": "q", "key": "k", "value": "v", "joined": "ao", "inward": "fi", "outward": "fo"}
_NORMS = {"attended": "aln", "passed": "oln"}


class Layer(nn.Module):  # type: ignore[misc]
    """One layer: every piece attends to all, then each is passed on by itself."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.width
        self.heads = shape.heads
        self.query, self.key, self.value, self.joined = (nn.Linear(width, width) for _ in range(4))
        self.inward, self.outward = nn.Linear(width, shape.inner), nn.Linear(shape.inner, width)
        self.attended, self.passed = (nn.LayerNorm(width, shape.epsilon) for _ in range(2))
        self.drop = nn.Dropout(DROPPED)

    def forward(self, held: Tensor, there: Tensor | None = None) -> Tensor:
        """`held` is sentences × pieces × width; `there` tells which pieces are no padding, where some are."""
        sentences, pieces, width = held.shape

        def by_head(numbers: Tensor) -> Tensor:
            return numbers.view(sentences, pieces, self.heads, width // self.heads).transpose(1, 2)

        query, key, value = by_head(self.query(held)), by_head(self.key(held)), by_head(self.value(held))
        fitting = query @ key.transpose(2, 3) / (width // self.heads) ** 0.5
        if there is not None:
            fitting = fitting.masked_fill(~there[:, None, None, :], -1e9)
        seen = torch.softmax(fitting, dim=-1) @ value
        held = self.attended(held + self.drop(self.joined(seen.transpose(1, 2).reshape(held.shape))))
        return self.passed(held + self.drop(self.outward(functional.gelu(self.inward(held)))))


class Reading(nn.Module):  # type: ignore[misc]
    """Layers over the vectors of a text's pieces."""

    def __init__(self, base: Base, layers: int) -> None:
        super().__init__()
        shape = base.shape
        self.positions = nn.Parameter(torch.tensor(base.plain("emb.pos", shape.places, shape.width)))
        self.segment = nn.Parameter(torch.tensor(base.plain("emb.type", shape.width)))
        self.begun = nn.LayerNorm(shape.width, shape.epsilon)
        _copy(self.begun, base.plain("emb.ln.w", shape.width), base.plain("emb.ln.b", shape.width))
        self.layers = nn.ModuleList(_layer(base, number) for number in range(layers))
        self.drop = nn.Dropout(DROPPED)

    def encoded(self, vectors: Tensor, there: Tensor | None = None) -> Tensor:
        """Sentences × pieces × width, in and out."""
        held = self.drop(self.begun(vectors + self.positions[: vectors.shape[1]] + self.segment))
        for layer in self.layers:
            held = layer(held, there)
        return held


class Network(Reading):
    """From the vectors of a text's pieces to the log odds of relations and modalities between two of them."""

    def __init__(self, base: Base, layers: int, relations: int, modalities: int, kinds: Any) -> None:
        super().__init__(base, layers)
        self.kinds = nn.Parameter(torch.tensor(kinds))
        self.naming = nn.Linear(base.shape.width, base.shape.width, bias=False)
        nn.init.zeros_(self.naming.weight)
        self.asking = nn.Linear(2 * base.shape.width, base.shape.width)
        self.hidden = nn.Linear(4 * base.shape.width + 2 + 2 * relations, _HIDDEN)
        self.told = nn.Linear(_HIDDEN, relations)
        self.meant = nn.Linear(_HIDDEN, modalities)
        self.told.bias.data.fill_(_RARE)

    def between(
        self,
        held: Tensor,
        there: Tensor | None,
        sentence: Tensor,
        subject: Tensor,
        object_: Tensor,
        ruled: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """Of each pair the log odds of relations and of modalities.

        They are told from its two, the mean of what stands between, which comes first and how far, what the rules
        say (`ruled`, pairs × twice the relations, there and back), and what the two look at in all the text: the word
        that links them often stands before or behind both.
        """
        summed = torch.cat([torch.zeros_like(held[:, :1]), held.cumsum(1)], dim=1)
        low, high = torch.minimum(subject, object_) + 1, torch.maximum(subject, object_)
        far = high - low
        middle = (summed[sentence, high] - summed[sentence, low]) / far.clamp(min=1)[:, None]
        order, distance = (subject < object_).float()[:, None], torch.log1p(far.float())[:, None] / 3
        two = torch.cat([held[sentence, subject], held[sentence, object_]], dim=-1)
        seen = self._looked_at(held, there, sentence, two)
        pair = torch.cat([two, middle, order, distance, ruled, seen], dim=-1)
        seen = self.drop(functional.gelu(self.hidden(pair)))
        return self.told(seen), self.meant(seen)

    def _looked_at(self, held: Tensor, there: Tensor | None, sentence: Tensor, two: Tensor) -> Tensor:
        """Of each pair the mean of the pieces of its text, weighted by how well they fit what the two ask for."""
        width = held.shape[2] // _VIEWS
        asked = self.asking(two).view(-1, _VIEWS, width).transpose(0, 1)
        pieces = held.reshape(-1, _VIEWS, width).transpose(0, 1)
        fitting = asked @ pieces.transpose(1, 2) / width**0.5
        if there is not None:
            text = torch.arange(len(held)).repeat_interleave(held.shape[1])
            own = (sentence[:, None] == text) & there.flatten()
            fitting = fitting.masked_fill(~own, -1e9)
        return (torch.softmax(fitting, dim=-1) @ pieces).transpose(0, 1).flatten(1)


class Single(nn.Module):  # type: ignore[misc]
    """The network as it is used: one passage, without padding."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, vectors: Tensor, subject: Tensor, object: Tensor, ruled: Tensor) -> tuple[Tensor, Tensor]:
        held = self.network.encoded(vectors[None])
        return self.network.between(held, None, torch.zeros_like(subject), subject, object, ruled)


def _layer(base: Base, number: int) -> Layer:
    layer, width, inner = Layer(base.shape), base.shape.width, base.shape.inner
    for name, stored in _LINEAR.items():
        shape = {"inward": (inner, width), "outward": (width, inner)}.get(name, (width, width))
        weight = base.coded(f"l{number}.{stored}.w", *shape)
        _copy(getattr(layer, name), weight, base.plain(f"l{number}.{stored}.b", shape[0]))
    for name, stored in _NORMS.items():
        weight, bias = (base.plain(f"l{number}.{stored}.{part}", width) for part in "wb")
        _copy(getattr(layer, name), weight, bias)
    return layer


def _copy(part: Any, weight: Any, bias: Any) -> None:
    part.weight.data, part.bias.data = torch.tensor(weight), torch.tensor(bias)
