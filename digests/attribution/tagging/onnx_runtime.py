"""ONNX Runtime, kept silent: it writes a device id and reports to its maker unless told not to before its import.

`onnxruntime.disable_telemetry_events()` comes too late for that, so whoever needs the runtime imports it from here.
"""

from __future__ import annotations

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime

__all__ = ["onnxruntime"]
