"""Writes a trained network as what the encoder reads: its graph, and its symbols."""

import numpy as np
import torch

from ingest.encoder.encoder import MODEL, SYMBOLS
from ingest.training.encoding.graph import write
from ingest.training.encoding.learn import KINDS, MODALITIES, RELATIONS
from ingest.training.encoding.network import Network, Single

_MOST_PAIRS = 20000
"""More than a passage can hold; the graph must name a bound."""


def export(network: Network) -> None:
    """Replace the stored encoder."""
    shown = {
        "vectors": torch.randn(30, network.kinds.shape[1]),
        "subject": torch.tensor([3, 5, 7]),
        "object": torch.tensor([9, 2, 12]),
        "ruled": torch.zeros(3, 2 * len(RELATIONS)),
    }
    pieces = torch.export.Dim("pieces", min=4, max=len(network.positions))
    pairs = torch.export.Dim("pairs", min=2, max=_MOST_PAIRS)
    shapes = {"vectors": {0: pieces}, "subject": {0: pairs}, "object": {0: pairs}, "ruled": {0: pairs}}
    write(Single(network), shown, ["relations", "modalities"], shapes, MODEL)
    named = {"kinds": np.array(list(KINDS)), "relations": np.array(RELATIONS), "modalities": np.array(MODALITIES)}
    learnt = {"vectors": network.kinds.detach().numpy(), "naming": network.naming.weight.detach().numpy().T}
    np.savez_compressed(SYMBOLS, **learnt, **named)  # type: ignore[arg-type]
