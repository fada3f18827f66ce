"""Writes a network as an ONNX graph whose weights take seven bits: older processors overflow with eight."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic


def write(module: Any, shown: Mapping[str, Any], outputs: Sequence[str], shapes: Mapping[str, Any], path: Path) -> None:
    """Write a module by what it does with the inputs that it is shown; `shapes` are those of its inputs that vary."""
    graph = torch.onnx.export(
        module.eval(),
        tuple(shown.values()),
        dynamo=True,
        input_names=list(shown),
        output_names=list(outputs),
        dynamic_shapes=shapes,
    )
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        graph.save(str(whole))
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
