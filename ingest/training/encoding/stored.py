"""The stored encoder as weights to go on from: what its graph keeps in whole numbers is turned back."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import onnx
import torch

from ingest.encoder.encoder import MODEL, SYMBOLS

_MODULE, _WHOLE = "network.", "_quantized"
_PARTS = ("query", "key", "value", "joined", "inward", "outward")
_HEAD = ("asking", "hidden", "told", "meant")


def stored(layers: int) -> dict[str, Any]:
    """The weights of the stored encoder by their names in a network of so many layers."""
    graph = onnx.load(str(MODEL)).graph
    held = {tensor.name: onnx.numpy_helper.to_array(tensor) for tensor in graph.initializer}
    plain = {name.removeprefix(_MODULE): array for name, array in held.items() if name.startswith(_MODULE)}
    names = [*(f"layers.{layer}.{part}" for layer in range(layers) for part in _PARTS), *_HEAD]
    found = {name: array for name, array in plain.items() if "_Transposed" not in name}
    for name, whole in zip(names, _in_use(graph, held), strict=True):
        found[f"{name}.weight"] = _turned_back(held, whole).T
    with np.load(SYMBOLS) as symbols:
        found |= {"kinds": symbols["vectors"], "naming.weight": symbols["naming"].T}
    return {name: torch.tensor(np.ascontiguousarray(array)) for name, array in found.items()}


def _in_use(graph: Any, held: Mapping[str, Any]) -> Iterator[str]:
    """Matrices of whole numbers, in the order in which the graph multiplies by them."""
    used = (name for node in graph.node if node.op_type == "MatMulInteger" for name in node.input)
    yield from dict.fromkeys(name.removesuffix(_WHOLE) for name in used if name.endswith(_WHOLE) and name in held)


def _turned_back(held: Mapping[str, Any], name: str) -> Any:
    whole, nought = (held[f"{name}{end}"].astype(np.float32) for end in (_WHOLE, "_zero_point"))
    return (whole - nought) * held[f"{name}_scale"]
