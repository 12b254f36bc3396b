"""An empty desk."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store import open_store
from tests.bot.service.desk.desks import Desk


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """An empty desk."""
    store = await open_store(f"sqlite:///{tmp_path / 'dateline.db'}")
    yield Desk(store)
    await store.close()
