"""ONNX Runtime, kept silent: it writes a device id and reports to its maker unless told not to before its import.

`onnxruntime.disable_telemetry_events()` comes too late for that, so whoever needs the runtime imports it from here.
"""

from __future__ import annotations

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime

from digests.errors import WeightsError

__all__ = ["onnxruntime", "open_network"]

_ERRORS_ONLY = 3
_INPUTS = {"ids", "features"}


def open_network(weights: bytes | str, width: int) -> onnxruntime.InferenceSession:
    """A network's ONNX file, as `digests.training.graph` writes it, made ready to run on one thread.

    Args:
        weights: The file's content, or its path, which takes less memory.
        width: How many numbers it gives a piece.

    Raises:
        WeightsError: The weights are no such file.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.enable_mem_pattern = False  # texts differ in length: a plan for each only takes memory
    options.log_severity_level = _ERRORS_ONLY
    # the file is fused as it should be; what the runtime would fuse itself is slower
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    try:
        session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # noqa: BLE001 - the runtime has no error of its own
        raise WeightsError(f"no ONNX file that can be run: {error}") from None
    if {entry.name for entry in session.get_inputs()} != _INPUTS or session.get_outputs()[0].shape[-1] != width:
        raise WeightsError(f"an ONNX file, but not one that takes ids and features and gives {width} numbers a piece")
    return session
