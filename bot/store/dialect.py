"""The statements that SQLite and Postgres share, but SQLAlchemy keeps in a room for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

T = TypeVar("T")

_COPIED = 200  #: rows from which on a copy is quicker than an INSERT

_POSTGRES = postgresql.dialect()  # type: ignore[no-untyped-call]


def _insert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)


def insert_new(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Insert unless one of the table's keys is taken."""
    return _insert(connection, table).on_conflict_do_nothing()


def add_new(connection: Connection, table: Table, row: dict[str, Any]) -> bool:
    """Insert a row; False if one of the table's keys is taken."""
    key = next(iter(table.primary_key))
    return connection.execute(insert_new(connection, table).returning(key), row).first() is not None


def chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """Values in lots that fit one statement, whose parameters databases limit."""
    return (values[start : start + 500] for start in range(0, len(values), 500))


def by_first(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Pairs of values by the first of them: for a list of pairs SQLite looks through a whole table."""
    seconds: dict[str, list[str]] = {}
    for first, second in pairs:
        seconds.setdefault(first, []).append(second)
    return seconds


def run_for_rows(connection: Connection, statements: Mapping[str, str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Run a statement for many rows of plain numbers and texts: one after the other in SQLite, all at once in Postgres.

    It goes to the driver as it is, since a statement of SQLAlchemy's takes longer for each row than the database does.
    """
    name = connection.dialect.name
    if rows and name == "sqlite":
        connection.exec_driver_sql(statements[name], list(rows))
    elif len(rows) >= _COPIED and "copy" in statements:
        _copy(connection, statements["copy"], rows)
    elif rows:
        connection.exec_driver_sql(statements[name], tuple(map(list, zip(*rows, strict=True))))


def _copy(connection: Connection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Send many rows the way that costs Postgres least; a key that is taken is an error as in an INSERT."""
    cursor: Any = connection.connection.cursor()  # the driver's own, which can copy
    with cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def insert_statements(table: Table, tail: str = "") -> dict[str, str]:
    """Statements for `run_for_rows` that insert rows of all columns of a table, in their order."""
    names = ", ".join(column.name for column in table.columns)
    marks = ", ".join("?" for _ in table.columns)
    arrays = ", ".join(f"%s::{_postgres_type(column)}[]" for column in table.columns)
    copy = {} if tail else {"copy": f"COPY {table.name} ({names}) FROM STDIN"}
    return copy | {
        "sqlite": f"INSERT INTO {table.name} ({names}) VALUES ({marks}) {tail}",  # noqa: S608 - our own names
        "postgresql": f"INSERT INTO {table.name} ({names}) SELECT * FROM unnest({arrays}) {tail}",  # noqa: S608
    }


def delete_statements(table: Table) -> dict[str, str]:
    """Statements for `run_for_rows` that delete rows by the columns of a table's key, in their order."""
    keys = list(table.primary_key)
    names = ", ".join(column.name for column in keys)
    marks = ", ".join("?" for _ in keys)
    arrays = ", ".join(f"%s::{_postgres_type(column)}[]" for column in keys)
    return {
        "sqlite": f"DELETE FROM {table.name} WHERE ({names}) = ({marks})",  # noqa: S608 - our own names
        "postgresql": f"DELETE FROM {table.name} WHERE ({names}) IN (SELECT * FROM unnest({arrays}))",  # noqa: S608
    }


def _postgres_type(column: Column[Any]) -> str:
    return str(column.type.compile(_POSTGRES))
