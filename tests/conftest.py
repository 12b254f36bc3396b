"""What every test runs under."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# Tests that import ONNX Runtime themselves must not let it report to its maker.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

# No deadlines: a shared machine may stall any example for a second.
settings.register_profile("dateline", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("dateline")
