"""Runs a stored network: on one processor, so that several articles can be read side by side."""

from pathlib import Path
from typing import Any


def session(model: Path) -> Any:
    """An ONNX graph, ready to be run."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return InferenceSession(model, options, providers=["CPUExecutionProvider"])
