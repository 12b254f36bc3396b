"""A clock, what articles say, and a store, for all tests of the room."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.store import SqlStore, open_store
from tests.bot.telling import Claims, Clock


@pytest.fixture
def clock() -> Clock:
    """The time, as the service sees it."""
    return Clock()


@pytest.fixture
def claims() -> Claims:
    """What articles say."""
    return Claims()


@pytest.fixture
async def store(sqlite_url: str) -> AsyncIterator[SqlStore]:
    """An empty store."""
    opened = await open_store(sqlite_url)
    yield opened
    await opened.close()
