"""The statements that SQLite and Postgres share, but SQLAlchemy keeps in a room for each."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def _insert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)


def insert_new(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Insert unless one of the table's keys is taken."""
    return _insert(connection, table).on_conflict_do_nothing()


def add_new(connection: Connection, table: Table, row: dict[str, Any]) -> bool:
    """Insert a row; False if one of the table's keys is taken."""
    key = next(iter(table.primary_key))
    return connection.execute(insert_new(connection, table).returning(key), row).first() is not None


def upsert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Insert, or replace the rest of the row that has this primary key."""
    statement = _insert(connection, table)
    keys = [column.name for column in table.primary_key]
    rest = {column.name: statement.excluded[column.name] for column in table.c if column.name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=rest)
