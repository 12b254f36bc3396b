"""Moving all that is held from one database to another, of either kind."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Engine, Table, func, inspect, select, text
from sqlalchemy.exc import DBAPIError

from bot.store import schema as s
from bot.store.claims.index import index_words
from bot.store.claims.rows import CLAIM_ROWS, KeyedClaim, claim_of
from bot.store.engine import is_memory, make_engine, parse_url
from bot.store.errors import explain, refused, shown
from bot.store.migrate import migrate
from bot.store.upkeep.backup import check_unused

_AT_ONCE = 1_000
_JOBS = "procrastinate_jobs"


def move(source: str, target: str, *, leave_jobs: bool = False) -> dict[str, int]:
    """Copy everything from one database into another, empty one, and give the number of rows by table.

    Either all of it is there at the end, or nothing; the source stays as it is. Raises StoreError.
    leave_jobs: go on where jobs wait for workers, which stay behind.
    """
    source_url, target_url = parse_url(source), parse_url(target)
    if is_memory(source_url) or is_memory(target_url) or source_url == target_url:
        raise refused("There is nothing to move there.", "Name another database, which is empty.")
    check_unused(source)
    with _opened(source) as reading, _opened(target) as writing:
        _check_empty(writing)
        if not leave_jobs:
            _check_jobs(reading)
        with reading.connect() as old, writing.execution_options(write=True).begin() as new:
            if reading.dialect.name == "postgresql":
                old.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
            counts = {table.name: _copy(old, new, table) for table in s.metadata.sorted_tables}
            _index_words(old, new)
            _set_sequences(new)
            for table in s.metadata.sorted_tables:
                if _count(new, table) != counts[table.name] or _count(old, table) != counts[table.name]:
                    raise refused(f"Not every row of {table.name} arrived.", "Nothing is moved; try again.")
    return counts


@contextlib.contextmanager
def _opened(url: str) -> Iterator[Engine]:
    """A database of the present schema."""
    parsed = parse_url(url)
    engine = make_engine(parsed)
    try:
        migrate(engine)
        yield engine
    except DBAPIError as error:
        fault = explain(error, parsed)
        if fault is None:
            raise
        raise fault from error
    finally:
        engine.dispose()


def _check_empty(engine: Engine) -> None:
    with engine.connect() as connection:
        filled_tables = [table.name for table in s.metadata.sorted_tables if _count(connection, table)]
    if filled_tables:
        raise refused(f"{shown(engine.url)} is not empty ({', '.join(filled_tables)}).", "Name an empty database.")


def _check_jobs(engine: Engine) -> None:
    """Refuse to leave behind what workers have still to do: their queue is not of the tables that are copied."""
    if not inspect(engine).has_table(_JOBS):
        return
    count = select(func.count()).select_from(text(_JOBS)).where(text("status IN ('todo', 'doing', 'failed')"))
    with engine.connect() as connection:
        waiting = connection.execute(count).scalar_one()
    if waiting:
        cure = "Let them be done: dateline worker --again --until-done; or leave them behind: --leave-jobs."
        raise refused(f"{waiting} jobs wait for workers there, articles to be read among them.", cure)


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _copy(old: Connection, new: Connection, table: Table) -> int:
    rows = old.execution_options(yield_per=_AT_ONCE).execute(select(table))
    count = 0
    for part in rows.mappings().partitions():
        new.execute(table.insert(), [dict(row) for row in part])
        count += len(part)
    return count


def _index_words(old: Connection, new: Connection) -> None:
    """Words are kept in a form of each database's own: they are made anew."""
    rows = old.execution_options(yield_per=_AT_ONCE).execute(CLAIM_ROWS.where(s.claim.c.current))
    for part in rows.partitions():
        index_words(new, [KeyedClaim(row.claim_key, claim_of(row)) for row in part])


def _set_sequences(connection: Connection) -> None:
    """Let Postgres number new rows after those that came with their numbers."""
    if connection.dialect.name != "postgresql":
        return
    for table in s.metadata.sorted_tables:
        for column in table.columns:
            if column.identity is not None:
                last: Any = select(func.coalesce(func.max(column), 0) + 1).scalar_subquery()
                sequence = func.pg_get_serial_sequence(table.name, column.name)
                connection.execute(select(func.setval(sequence, last, False)))
