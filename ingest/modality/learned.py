"""The modality of a proposal: chosen by a model that hears the cues (`python -m ingest.training modality`)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from spacy.strings import get_string_id

from ingest.modality.cues import heard, strongest
from ingest.modality.features import features
from ingest.modality.view import View
from ingest.rules import Rules
from ingest.slots import Encoded
from ingest.text import Proposal
from kg.model import Language
from ontology import load_ontology

WEIGHTS = Path(__file__).parent / "weights"
SPACE = 2**18
"""How many numbers features are hashed to."""
_READ = 3.0
"""What the encoder's word on a modality weighs beside the cues'; how it was chosen: docs/quality.md."""
_SURE = 2.0
"""By how much the encoder must hold a claim for denied rather than anything else where no cue in scope denies it."""
Row = np.ndarray[tuple[int], np.dtype[np.float32]]
Table = np.ndarray[tuple[int, int], np.dtype[np.float32]]


@dataclass(frozen=True)
class Chooser:
    """A linear model: `weights`, a row for each modality of the ontology and a column for each number, and `bias`."""

    weights: Table
    bias: Row

    @classmethod
    @cache
    def load(cls, lang: Language) -> "Chooser":
        """The chooser of a language."""
        with np.load(WEIGHTS / f"{lang}.npz") as stored:
            weights = np.zeros((len(stored["bias"]), SPACE), dtype=np.float32)
            weights[:, stored["numbers"]] = stored["weights"]
            return cls(weights, stored["bias"])

    def odds(self, found: Sequence[int]) -> Row:
        """The log odds of each modality, by the numbers of a proposal's features."""
        odds: Row = self.weights[:, found].sum(axis=1) + self.bias
        return odds


def modality_of(proposal: Proposal, encoded: Encoded, view: View, rules: Rules, published: str | None) -> str:
    """The proposal's modality in a sentence of an article of that day (ISO), by its cues and by what was read."""
    cues = list(heard(proposal, encoded, rules, published))
    odds = Chooser.load(rules.lang).odds(numbers(features(proposal, view, cues)))
    if proposal.meant is not None:
        odds = odds + _READ * proposal.meant
    known = tuple(load_ontology().modalities)
    if strongest(cues) != "denied" and not _read_as_denied(proposal, known):
        odds = np.where(np.array(known) == "denied", -np.inf, odds)
    return known[int(odds.argmax())]


def _read_as_denied(proposal: Proposal, known: Sequence[str]) -> bool:
    """Whether the encoder alone holds a claim for denied: of "bought A but denied that it would buy B" only B is."""
    if proposal.meant is None:
        return False
    denied = known.index("denied")
    return bool(proposal.meant[denied] >= np.delete(proposal.meant, denied).max() + _SURE)


def numbers(found: Iterable[str]) -> list[int]:
    """The numbers of some features, each once."""
    return sorted({int(get_string_id(feature)) % SPACE for feature in found})


def store(lang: Language, weights: Table, bias: Iterable[float]) -> Path:
    """Write the weights of the features that matter for any modality."""
    kept = np.flatnonzero(np.abs(weights).max(axis=0)).astype(np.uint32)
    path = WEIGHTS / f"{lang}.npz"
    path.parent.mkdir(exist_ok=True)
    held = weights[:, kept].astype(np.float16)
    np.savez_compressed(path, numbers=kept, weights=held, bias=np.asarray(bias, dtype=np.float32))
    return path
