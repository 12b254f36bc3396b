"""What every test runs under."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import HealthCheck, settings

# Tests that import ONNX Runtime themselves must not let it report to its maker.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

# No deadlines: a shared machine may stall any example for a second.
settings.register_profile("dateline", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("dateline")


@pytest.fixture(autouse=True)
def _logs_as_they_were() -> Iterator[None]:
    """What a test sets up of the log, itself or by a command that it runs, ends with it."""
    root = logging.getLogger()
    handlers, level, tells_errors = root.handlers[:], root.level, logging.raiseExceptions
    yield
    if structlog.is_configured():
        root.handlers[:] = handlers
        root.setLevel(level)
        logging.raiseExceptions = tells_errors
        structlog.reset_defaults()
