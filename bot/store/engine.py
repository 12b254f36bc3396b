"""Where the database is and how it is spoken to: URL forms, connections, transactions."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import StaticPool

from bot.store.errors import refused

_FORMS = "Write sqlite:///path/to/file.db or postgresql://user:password@host/database."
_BUSY_SECONDS = 30
_AGAIN_SECONDS = 0.02
_THREADS = 4


def parse_url(text: str) -> URL:
    """Read a database URL; the messages of its errors hold no password."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise refused("The database URL cannot be read.", _FORMS) from None
    match url.get_backend_name():
        case "sqlite":
            return url.set(drivername="sqlite")
        case "postgresql" | "postgres":
            return url.set(drivername="postgresql+psycopg")
        case other:
            raise refused(f"Dateline cannot use a {other} database.", _FORMS)


def postgres_address(text: str) -> str | None:
    """A database's URL as Postgres' own tools read it, password and all; None where it is no Postgres."""
    url = parse_url(text)
    if url.get_backend_name() == "sqlite":
        return None
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def is_memory(url: URL) -> bool:
    """Whether the database lives in memory alone and is gone when closed."""
    return url.get_backend_name() == "sqlite" and url.database in {None, "", ":memory:"}


def make_engine(url: URL) -> Engine:
    """Make the engine; nothing connects yet, but a SQLite file's folder is created."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    try:
        return create_engine(url, pool_size=_THREADS, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    except ModuleNotFoundError:
        raise refused("The Postgres driver is not installed.", "Install dateline with its extra “scale”.") from None


def threads(url: URL) -> int:
    """How many transactions may run at once."""
    return 1 if is_memory(url) else _THREADS


def _sqlite(url: URL) -> Engine:
    options: dict[str, Any] = {"connect_args": {"timeout": _BUSY_SECONDS, "isolation_level": None}}
    if is_memory(url):
        options["connect_args"]["check_same_thread"] = False
        options["poolclass"] = StaticPool
    else:
        options["pool_size"] = _THREADS
        folder = Path(str(url.database)).parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise refused(
                f"{folder} cannot be created ({error.strerror}).", "Check the path and its rights."
            ) from error
    engine = create_engine(url, **options)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    for pragma in ("page_size = 16384", "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        _patiently(connection, f"PRAGMA {pragma}")


def _patiently(connection: sqlite3.Connection, statement: str) -> None:
    """Runs a statement again while the file is busy: SQLite does not wait for another who turns to WAL as we do."""
    end = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute(statement)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(_AGAIN_SECONDS)
        else:
            return


def _begin(connection: Connection) -> None:
    # A writer takes the lock at once: a reader that turns writer half-way could not wait for it.
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
