"""Fine-tuning: some rounds over all examples in small batches, the step length rising at first and then falling."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from ingest.encoder.encoder import Ends, Piece, Proposed, Symbol, middle, rules_say
from ingest.encoder.vocabulary import Vocabulary
from ingest.training.encoding.base import Base
from ingest.training.encoding.examples import Example, Pair
from ingest.training.encoding.network import Network
from ingest.training.encoding.steps import Steps
from ingest.training.encoding.stored import stored
from ontology import load_ontology

LAYERS, ROUNDS, BATCH, STEP = 12, 6, 12, 3e-4
"""Layers of the base that are kept; rounds; passages at once; the longest step."""
_FURTHER, _KEPT = (2, 2e-4), 0.3
"""Rounds, and the longest step, of what goes on from the stored encoder; and how much of that stays in the mean of
both, which reads what was held out better than either."""
_OWN = frozenset({"kinds", "naming", "asking", "hidden", "told", "meant"})
"""Parts of the network that do not come from the base."""
_SORTED = 20
"""Batches are made of passages of like length, out of that many batches' worth."""
_PADDING = -1
KINDS = {
    "<Org>": "company", "<Media>": "newspaper", "<Place>": "country", "<Person>": "person", "<Model>": "model",
    "<Chip>": "chip", "<Product>": "product", "<Money>": "money", "<Date>": "date", "<Round>": "round",
    "<License>": "license", "<Structure>": "structure", "<Lead>": "leader", "<Founder>": "founder",
    "<Role>": "position",
}  # fmt: skip
"""Kinds of mentions, and the word whose vector each begins with."""
_CALLED = frozenset({"<Org>", "<Place>", "<Person>", "<Model>", "<Chip>", "<Product>"})
"""Kinds of what has a name of its own."""
RELATIONS, MODALITIES = tuple(sorted(load_ontology().relations)), tuple(load_ontology().modalities)
_MEANT, _UNRULED, _RENAMED = 0.3, 0.3, 0.3
"""What a wrong modality weighs; of which share of pairs the network does not hear what the rules say; and in which
share of passages everybody has a name from another, so that names are not learnt by heart."""
Tell = Callable[[str], None]


def learn(found: Sequence[Example], tell: Tell, *, further: bool = False) -> Network:
    """The network trained on some examples, from the base on or from the stored encoder (`further`)."""
    torch.manual_seed(0)
    random.seed(0)
    vocabulary = Vocabulary.load()
    begun = np.stack([vocabulary.vectors(vocabulary.pieces.numbers(f" {word}"))[-1] for word in KINDS.values()])
    network = Network(Base.load(), LAYERS, len(RELATIONS), len(MODALITIES), begun)
    before = stored(LAYERS) if further else {}
    if further:
        network.load_state_dict(before)
    rounds, step = _FURTHER if further else (ROUNDS, STEP)
    batches = _Batches(found)
    steps = Steps(network, _OWN, step, rounds * len(list(batches.shuffled())))
    network.train()
    for number in range(rounds):
        lost = [steps.take(_lost(network, batches.table(batch))) for batch in batches.shuffled()]
        tell(f"round {number + 1} of {rounds}: {sum(lost) / len(lost):.3f} nats a passage")
    if further:
        learnt = network.state_dict()
        network.load_state_dict({name: torch.lerp(learnt[name], kept, _KEPT) for name, kept in before.items()})
    network.eval()
    return network


def _lost(network: Network, table: Mapping[str, Any]) -> Any:
    there = table["pieces"] != _PADDING
    with torch.autocast("cpu", dtype=torch.bfloat16):
        held = network.encoded(_vectors(network, table), there)
    pairs = (table[name] for name in ("sentence", "subject", "object", "ruled"))
    told, meant = network.between(held.float(), there, *pairs)
    asked = told[table["row"], table["relation"]]
    lost = functional.binary_cross_entropy_with_logits(asked, table["right"], reduction="sum")
    lost = lost + _MEANT * functional.cross_entropy(meant[table["said"]], table["modality"], reduction="sum")
    return lost / len(table["pieces"])


def _vectors(network: Network, table: Mapping[str, Any]) -> Any:
    """Vectors of pieces, which stay as they are, and of kinds (numbered behind them) with names, which are learnt."""
    known, pieces = len(Vocabulary.load().codes), table["pieces"]
    words = Vocabulary.load().vectors(pieces.clamp(min=0, max=known - 1).flatten().tolist())
    fixed = torch.tensor(words).view(*pieces.shape, -1)
    plain = torch.where((pieces < known)[..., None], fixed, network.kinds[(pieces - known).clamp(min=0)])
    return plain.index_put((table["named"], table["place"]), network.naming(table["names"]).float(), accumulate=True)


class _Batches:
    """Examples in batches, as tables of numbers."""

    def __init__(self, found: Sequence[Example]) -> None:
        known = len(Vocabulary.load().codes)
        self.examples = found
        self.kinds = {kind: known + at for at, kind in enumerate(KINDS)}

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
        numbers = [[p if isinstance(p, int) else self.kinds[p.kind] for p in example.pieces] for example in batch]
        names = [(at, *place) for at, pieces in enumerate(_renamed(batch)) for place in _named(pieces)]
        pieces = [row + [_PADDING] * (longest - len(row)) for row in numbers]
        pairs = [(at, ends, held) for at, example in enumerate(batch) for ends, held in example.pairs.items()]
        asked = [
            (row, RELATIONS.index(relation), relation in pair.claimed)
            for row, (_, _, pair) in enumerate(pairs)
            for relation in pair.asked
        ]
        said = [
            (row, MODALITIES.index(modality))
            for row, (_, _, pair) in enumerate(pairs)
            for modality in pair.claimed.values()
        ]
        columns = {
            "pieces": pieces,
            "named": [at for at, _, _ in names],
            "place": [place for _, place, _ in names],
            "sentence": [at for at, _, _ in pairs],
            "subject": [ends[0] for _, ends, _ in pairs],
            "object": [ends[1] for _, ends, _ in pairs],
            "row": [row for row, _, _ in asked],
            "relation": [relation for _, relation, _ in asked],
            "said": [row for row, _ in said],
            "modality": [modality for _, modality in said],
        }
        tables = {name: torch.tensor(column, dtype=torch.long) for name, column in columns.items()}
        right = torch.tensor([float(right) for _, _, right in asked])
        called = torch.tensor(np.array([middle(name) for _, _, name in names], dtype=np.float32))
        return tables | {"right": right, "ruled": torch.tensor(self._ruled(batch, pairs)), "names": called}

    def _ruled(self, batch: Sequence[Example], pairs: Sequence[tuple[int, Ends, Pair]]) -> Any:
        """What the rules say of each pair; of a part of them nothing, so that it is not relied upon."""
        told: list[tuple[Proposed, Proposed]] = []
        for at, ends, pair in pairs:
            back = batch[at].pairs.get((ends[1], ends[0]))
            heard = random.random() >= _UNRULED  # noqa: S311
            told.append((pair.ruled, back.ruled if back else ()) if heard else ((), ()))
        return rules_say(told, RELATIONS)


def _named(pieces: Sequence[Piece]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Where something is named, and by which pieces."""
    for place, piece in enumerate(pieces):
        if isinstance(piece, Symbol) and piece.name:
            yield place, piece.name


def _renamed(batch: Sequence[Example]) -> Iterator[Sequence[Piece]]:
    """The passages of a batch; in some of them everybody has a name that another of the same kind has in the batch."""
    symbols = sorted({piece for example in batch for piece in example.pieces if isinstance(piece, Symbol)})
    alike = {kind: [one for one in symbols if one.kind == kind] for kind in _CALLED}
    for example in batch:
        if random.random() >= _RENAMED:  # noqa: S311
            yield example.pieces
            continue
        other = {one: random.choice(alike[one.kind]) for one in symbols if one.kind in _CALLED}  # noqa: S311
        yield [other.get(piece, piece) if isinstance(piece, Symbol) else piece for piece in example.pieces]
