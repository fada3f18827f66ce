"""Writes a trained network as what the reader of names reads: its graph, and its types."""

import torch

from ingest.names.reader import LONGEST, MODEL, TYPES
from ingest.training.encoding.graph import write
from ingest.training.naming import learn
from ingest.training.naming.tagger import SingleSheet, Tagger


def export(network: Tagger) -> None:
    """Replace the stored reader."""
    shown = {
        "vectors": torch.randn(30, network.positions.shape[1]),
        "piece": torch.tensor([1, 1, 2, 3, 5]),
        "place": torch.tensor([0, 1, 0, 0, 0]),
    }
    pieces = torch.export.Dim("pieces", min=3, max=len(network.positions))
    characters = torch.export.Dim("characters", min=2, max=_MOST)
    shapes = {"vectors": {0: pieces}, "piece": {0: characters}, "place": {0: characters}}
    write(SingleSheet(network), shown, ["tags"], shapes, MODEL)
    TYPES.write_text("\n".join(learn.TYPES) + "\n", encoding="utf-8")


_MOST = 50 * LONGEST
"""More characters than a sheet can hold; the graph must name a bound."""
