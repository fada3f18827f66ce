"""Writes a trained network as what the encoder reads: an ONNX graph whose weights take a byte each, and its symbols."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from ingest.encoder.encoder import MODEL, SYMBOLS
from ingest.training.encoding.learn import KINDS, MODALITIES, RELATIONS
from ingest.training.encoding.network import Network, Single

_MOST_PAIRS = 20000
"""More than a passage can hold; the graph must name a bound."""


def export(network: Network) -> None:
    """Replace the stored encoder; its weights take seven bits, since older processors overflow with eight."""
    width = network.kinds.shape[1]
    shown = (
        torch.randn(30, width),
        torch.tensor([3, 5, 7]),
        torch.tensor([9, 2, 12]),
        torch.zeros(3, 2 * len(RELATIONS)),
    )
    pieces = torch.export.Dim("pieces", min=4, max=len(network.positions))
    pairs = torch.export.Dim("pairs", min=2, max=_MOST_PAIRS)
    graph = torch.onnx.export(
        Single(network).eval(),
        shown,
        dynamo=True,
        input_names=["vectors", "subject", "object", "ruled"],
        output_names=["relations", "modalities"],
        dynamic_shapes={"vectors": {0: pieces}, "subject": {0: pairs}, "object": {0: pairs}, "ruled": {0: pairs}},
    )
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        graph.save(str(whole))
        quantize_dynamic(whole, MODEL, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    named = {"kinds": np.array(list(KINDS)), "relations": np.array(RELATIONS), "modalities": np.array(MODALITIES)}
    np.savez(SYMBOLS, vectors=network.kinds.detach().numpy(), **named)  # type: ignore[arg-type]
