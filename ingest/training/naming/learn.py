"""Teaches the reader of names: some rounds over all passages, each time with other names, in small batches."""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch.nn import functional

from ingest.encoder.vocabulary import Vocabulary
from ingest.names.reader import LONGEST, OUTSIDE, Found
from ingest.names.sheet import Sheet, packed
from ingest.training.annotated import Annotated
from ingest.training.encoding.base import Base
from ingest.training.encoding.learn import Tell
from ingest.training.encoding.steps import Steps
from ingest.training.naming.renamed import Pool, Renamer, known_names
from ingest.training.naming.tagger import Tagger
from kg.model import Language
from ontology import load_ontology

LAYERS, ROUNDS, BATCH, STEP, SEED = 6, 3, 12, 3e-4, 7
"""Layers of the base that are kept; rounds; sheets at once; the longest step; the seed of chance."""
_OWN, _PADDING = frozenset({"hidden", "placed", "told"}), -1
_FOREIGN = 3
"""One of so many names of English sentences may stand in those of the other languages too."""
TYPES = tuple(load_ontology().types)
Passages = Mapping[Language, Sequence[Annotated]]


@dataclass(frozen=True)
class Told:
    """A sheet, and the tag of every character."""

    sheet: Sheet
    tags: Sequence[int]


def learn(passages: Passages, foreign: Iterable[Annotated], tell: Tell) -> Tagger:
    """The network trained on some passages of each language, in which names of foreign passages may stand too."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)  # noqa: S311
    others = known_names("en", foreign)
    renamers = {
        lang: Renamer.of(lang, _joined(known_names(lang, found), others), SEED) for lang, found in passages.items()
    }
    network = Tagger(Base.load(), LAYERS, 1 + 2 * len(TYPES))
    steps = Steps(network, _OWN, STEP, ROUNDS * len(_batches(passages, renamers, chance)))
    network.train()
    for number in range(ROUNDS):
        lost = [steps.take(_lost(network, batch)) for batch in _batches(passages, renamers, chance)]
        tell(f"round {number + 1} of {ROUNDS}: {sum(lost) / len(lost):.4f} nats a character")
    network.eval()
    return network


def _joined(own: Pool, others: Pool) -> Pool:
    return {type_: [*names, *others.get(type_, ())[::_FOREIGN]] for type_, names in own.items()}


def _batches(passages: Passages, renamers: Mapping[Language, Renamer], chance: random.Random) -> list[list[Told]]:
    """Sheets in chance order, some at a time, each of sentences of one language."""
    made = [told for lang, found in passages.items() for told in _written(renamers[lang], found, chance)]
    chance.shuffle(made)
    return [made[at : at + BATCH] for at in range(0, len(made), BATCH)]


def _written(renamer: Renamer, passages: Sequence[Annotated], chance: random.Random) -> Iterator[Told]:
    mixed = chance.sample(passages, len(passages))
    sentences = (sentence for passage in mixed for sentence in renamer.passage(passage.alone()))
    for sheet, held in packed((Sheet.of(text[:LONGEST]), _tags(len(text), names)) for text, names in sentences):
        yield Told(sheet, [tag for tags in held for tag in tags[:LONGEST]])


def _tags(length: int, names: Found) -> list[int]:
    """The tag of every character of a sentence with such names."""
    tags = [OUTSIDE] * length
    for (begin, end), type_ in names:
        number = 1 + TYPES.index(type_)
        tags[begin:end] = [number, *([number + len(TYPES)] * (end - begin - 1))]
    return tags


def _lost(network: Tagger, held: Sequence[Told]) -> torch.Tensor:
    longest = max(len(told.sheet.pieces) for told in held)
    pieces = torch.tensor([told.sheet.pieces + [_PADDING] * (longest - len(told.sheet.pieces)) for told in held])
    vectors = torch.tensor(Vocabulary.load().vectors(pieces.clamp(min=0).flatten().tolist()))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        read = network.encoded(vectors.view(*pieces.shape, -1), pieces != _PADDING)
    sheet = torch.tensor([at for at, told in enumerate(held) for _ in told.tags])
    piece = torch.tensor([number for told in held for number in told.sheet.piece])
    place = torch.tensor([number for told in held for number in told.sheet.place])
    tags = network.tags(read.float(), sheet, piece, place)
    return functional.cross_entropy(tags, torch.tensor([tag for told in held for tag in told.tags]))
