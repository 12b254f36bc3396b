"""The types of the tables' columns, alike for SQLite and Postgres."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import REAL, BigInteger, Boolean, Dialect, Double, Integer, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

#: SQLite's strict tables know INTEGER alone, which holds 64 bits.
Big = BigInteger().with_variant(Integer(), "sqlite")


class Moment(TypeDecorator[datetime]):
    """An instant in UTC as ISO 8601 text, "2025-02-06T12:00:00+00:00", which sorts as time does."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> str | None:
        """Write an aware datetime."""
        return None if value is None else iso(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> datetime | None:
        """Read the text."""
        return None if value is None else datetime.fromisoformat(value)


class Flag(TypeDecorator[bool]):
    """A yes or no."""

    impl = Boolean
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Take INTEGER on SQLite, whose strict tables know no BOOLEAN."""
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else Boolean())

    def process_result_value(self, value: bool | int | None, _dialect: Dialect) -> bool | None:
        """Make a bool of SQLite's 0 and 1."""
        return None if value is None else bool(value)


class Real(TypeDecorator[float]):
    """A number with a fraction, in 64 bits."""

    impl = Double
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Take REAL on SQLite, whose strict tables know no DOUBLE."""
        return dialect.type_descriptor(REAL() if dialect.name == "sqlite" else Double())


class String(TypeDecorator[str]):
    """Text; NUL characters, which Postgres refuses, are replaced."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        """Replace NUL characters."""
        return None if value is None else plain_text(value)


def iso(moment: datetime) -> str:
    """An instant in UTC as ISO 8601 text; all of them sort as the instants do."""
    return moment.astimezone(UTC).isoformat()


def plain_text(text: str) -> str:
    """A text as both databases can hold it."""
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}") if "\0" in text else text
