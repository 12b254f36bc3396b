"""Everything that is remembered: SQLite by default, Postgres when scaled out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy.exc import DBAPIError

from bot.store.engine import make_engine, parse_url, postgres_address
from bot.store.errors import explain
from bot.store.migrate import migrate
from bot.store.store import SqlStore
from bot.store.upkeep.backup import back_up, examine, last_copy, restore, rotate
from bot.store.upkeep.move import move

__all__ = ["SqlStore", "back_up", "examine", "last_copy", "move", "open_store", "postgres_address", "restore", "rotate"]


def _utc_now() -> datetime:
    return datetime.now(UTC)


async def open_store(url: str, *, clock: Callable[[], datetime] = _utc_now) -> SqlStore:
    """Open the database at `sqlite:///path/to/file` or `postgresql://…`, and bring it to the present schema.

    `sqlite://` alone is a database in memory. clock: what tells whether an embargo has ended.
    """
    return await asyncio.to_thread(_open, url, clock)


def _open(text: str, clock: Callable[[], datetime]) -> SqlStore:
    url = parse_url(text)
    engine = make_engine(url)
    try:
        migrate(engine)
    except BaseException as error:
        engine.dispose()
        fault = explain(error, url) if isinstance(error, DBAPIError) else None
        if fault is None:
            raise
        raise fault from error
    return SqlStore(engine, url, clock)
