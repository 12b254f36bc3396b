"""A service over the samples, for all tests of the room."""

from __future__ import annotations

import pytest

from bot.service.service import Service


@pytest.fixture(scope="session")
def service(sampled: Service) -> Service:
    """The use cases over samples, invented figures and a hostile article."""
    return sampled
