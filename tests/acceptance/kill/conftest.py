"""Bots on demand, and a database for each scene."""

from __future__ import annotations

import itertools
import os
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from sqlalchemy.engine import make_url

from tests.acceptance.kill.harness import Nursery
from tests.bot.conftest import postgres_server

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
    """A new Postgres database each time, all dropped at the end."""
    names: list[str] = []
    with psycopg.connect(postgres_server, autocommit=True) as connection:

        def create() -> str:
            names.append(f"dateline_kill_{os.getpid()}_{len(names)}")
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(names[-1])))
            return make_url(postgres_server).set(database=names[-1]).render_as_string(hide_password=False)

        yield create
        for name in names:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
