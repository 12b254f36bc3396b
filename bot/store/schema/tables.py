"""What the tables have in common: how their keys and indices are named, and the columns that they are made of."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Column, MetaData, Table

from bot.store.columns import String

metadata: Final = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pk",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "fk": "%(table_name)s_%(column_0_N_name)s_fk",
        "ix": "%(table_name)s_%(column_0_N_name)s_ix",
    }
)


def table(name: str, *parts: Any, **options: Any) -> Table:
    """A table, strict in SQLite too."""
    return Table(name, metadata, *parts, sqlite_strict=True, **options)


def texts(names: str, *, nullable: bool = False) -> list[Column[str]]:
    """Columns of text with those names."""
    return [Column(name, String, nullable=nullable) for name in names.split()]
