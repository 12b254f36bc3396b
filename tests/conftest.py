"""What every test runs under."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# No deadlines: a shared machine may stall any example for a second.
settings.register_profile("dateline", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("dateline")
