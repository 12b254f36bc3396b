"""A service over the samples, for all tests of the room."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.service.service import Service
from tests.bot.sampled import sampled_service


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def service(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Service]:
    """The use cases over samples, invented figures and a hostile article."""
    async with sampled_service(tmp_path_factory.mktemp("data")) as service:
        yield service
