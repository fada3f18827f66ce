"""Fine-tuning: some rounds over all examples in small batches, the step length rising at first and then falling."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from ingest.encoder.vocabulary import Vocabulary
from ingest.training.encoding.base import Base
from ingest.training.encoding.examples import Example
from ingest.training.encoding.network import Network

LAYERS, ROUNDS, BATCH, STEP, RISE = 6, 6, 32, 3e-4, 0.06
"""Layers of the base that are kept; rounds; sentences at once; the longest step, and for which share it rises to it."""
_HEAD = 5
"""How many times longer the steps are of what does not come from the base."""
_SORTED = 20
"""Batches are made of sentences of like length, out of that many batches' worth."""
_DECAY, _STEEPEST, _PADDING = 0.01, 1.0, -1
_WORDS = {
    "<Org>": "company", "<Media>": "newspaper", "<Place>": "country", "<Person>": "person", "<Model>": "model",
    "<Chip>": "chip", "<Product>": "product", "<Money>": "money", "<Date>": "date", "<Round>": "round",
    "<License>": "license", "<Structure>": "structure", "<Lead>": "leader", "<Founder>": "founder",
    "<Role>": "position",
}  # fmt: skip
"""Kinds of mentions, and the word whose vector each begins with."""
Told = Callable[[str], None]


def learn(found: Sequence[Example], tell: Told) -> tuple[Network, list[str], list[str]]:
    """The trained network, the kinds of mentions and the relations, in the order in which it holds them."""
    torch.manual_seed(0)
    random.seed(0)
    kinds = list(_WORDS)
    relations = sorted({relation for example in found for held in example.pairs.values() for relation in held})
    vocabulary = Vocabulary.load()
    begun = np.stack([vocabulary.vectors(vocabulary.pieces.numbers(f" {_WORDS[kind]}"))[-1] for kind in kinds])
    network = Network(Base.load(), LAYERS, len(relations), begun)
    batches = _Batches(found, kinds, relations)
    steps = ROUNDS * len(list(batches.shuffled()))
    optimizer = torch.optim.AdamW(_by_step(network), weight_decay=_DECAY)
    scheduler = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, step / (RISE * steps + 1)) * max(0, 1 - step / steps)
    )
    network.train()
    for number in range(ROUNDS):
        lost = [_step(network, batches.table(batch), optimizer, scheduler) for batch in batches.shuffled()]
        tell(f"round {number + 1} of {ROUNDS}: {sum(lost) / len(lost):.3f} nats a sentence")
    return network.eval(), kinds, relations


def _by_step(network: Network) -> list[dict[str, Any]]:
    own = {"kinds", "hidden", "told"}
    head = [weight for name, weight in network.named_parameters() if name.partition(".")[0] in own]
    body = [weight for name, weight in network.named_parameters() if name.partition(".")[0] not in own]
    return [{"params": body, "lr": STEP}, {"params": head, "lr": _HEAD * STEP}]


def _step(network: Network, table: Mapping[str, Any], optimizer: Any, scheduler: Any) -> float:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        held = network.encoded(_vectors(network, table["pieces"]), table["pieces"] != _PADDING)
    told = network.between(held.float(), table["sentence"], table["subject"], table["object"])
    asked = told[table["row"], table["relation"]]
    lost = functional.binary_cross_entropy_with_logits(asked, table["right"], reduction="sum") / len(table["pieces"])
    optimizer.zero_grad()
    lost.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), _STEEPEST)
    optimizer.step()
    scheduler.step()
    return float(lost.detach())


def _vectors(network: Network, pieces: Any) -> Any:
    """Vectors of pieces, which stay as they are, and of kinds (numbered behind them), which are learnt."""
    known = len(Vocabulary.load().codes)
    words = Vocabulary.load().vectors(pieces.clamp(min=0, max=known - 1).flatten().tolist())
    fixed = torch.tensor(words).view(*pieces.shape, -1)
    return torch.where((pieces < known)[..., None], fixed, network.kinds[(pieces - known).clamp(min=0)])


class _Batches:
    """Examples in batches, as tables of numbers."""

    def __init__(self, found: Sequence[Example], kinds: Sequence[str], relations: Sequence[str]) -> None:
        known = len(Vocabulary.load().codes)
        self.examples = found
        self.kinds = {kind: known + at for at, kind in enumerate(kinds)}
        self.relations = {relation: at for at, relation in enumerate(relations)}

    def shuffled(self) -> Iterator[list[Example]]:
        mixed = random.sample(self.examples, len(self.examples))
        made: list[list[Example]] = []
        for begin in range(0, len(mixed), BATCH * _SORTED):
            like = sorted(mixed[begin : begin + BATCH * _SORTED], key=lambda example: len(example.pieces))
            made += [like[at : at + BATCH] for at in range(0, len(like), BATCH)]
        random.shuffle(made)
        yield from made

    def table(self, batch: Sequence[Example]) -> dict[str, Any]:
        longest = max(len(example.pieces) for example in batch)
        numbers = [[p if isinstance(p, int) else self.kinds[p] for p in example.pieces] for example in batch]
        pieces = [row + [_PADDING] * (longest - len(row)) for row in numbers]
        pairs = [(at, ends, held) for at, example in enumerate(batch) for ends, held in example.pairs.items()]
        asked = [
            (row, self.relations[relation], right)
            for row, (_, _, held) in enumerate(pairs)
            for relation, right in held.items()
        ]
        columns = {
            "pieces": pieces,
            "sentence": [at for at, _, _ in pairs],
            "subject": [ends[0] for _, ends, _ in pairs],
            "object": [ends[1] for _, ends, _ in pairs],
            "row": [row for row, _, _ in asked],
            "relation": [relation for _, relation, _ in asked],
        }
        right = torch.tensor([float(right) for _, _, right in asked])
        return {name: torch.tensor(column) for name, column in columns.items()} | {"right": right}
