"""Bots on demand, and a database for each scene."""

from __future__ import annotations

import contextlib
import itertools
import os
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from bot.store.engine import make_engine, parse_url
from bot.store.migrate import migrate
from tests.acceptance.kill.nursery import Nursery
from tests.bot.conftest import new_database, postgres_server

__all__ = ["nursery", "postgres", "postgres_server", "sqlite"]

Databases = Callable[[], str]


@pytest.fixture
async def nursery(tmp_path: Path) -> AsyncIterator[Nursery]:
    """Bots on demand."""
    async with Nursery(tmp_path) as bots:
        yield bots


@pytest.fixture
def sqlite(tmp_path: Path) -> Databases:
    """A new SQLite file each time."""
    numbers = itertools.count()
    return lambda: f"sqlite:///{tmp_path}/{next(numbers)}.db"


@pytest.fixture
def postgres(postgres_server: str) -> Iterator[Databases]:
    """A new Postgres database each time, with the tables made, all dropped at the end."""
    numbers, template = itertools.count(), f"dateline_kill_{os.getpid()}"
    with contextlib.ExitStack() as databases:
        engine = make_engine(parse_url(databases.enter_context(new_database(postgres_server, template))))
        migrate(engine)
        engine.dispose()
        yield lambda: databases.enter_context(new_database(postgres_server, f"{template}_{next(numbers)}", template))
