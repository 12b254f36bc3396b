"""The types of the tables' columns, alike for SQLite and Postgres."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Boolean, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

#: SQLite's strict tables know INTEGER alone, which holds 64 bits.
Big = BigInteger().with_variant(Integer(), "sqlite")


class Moment(TypeDecorator[datetime]):
    """An instant, kept as microseconds since 1970 and given back in UTC."""

    impl = Big
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> int | None:
        """Make microseconds of an aware datetime."""
        return None if value is None else (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: int | None, _dialect: Dialect) -> datetime | None:
        """Make a datetime of microseconds."""
        return None if value is None else _EPOCH + value * _MICROSECOND


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


class Code(TypeDecorator[str]):
    """One of a few words, kept as its place in their list; words may be added at the list's end alone."""

    impl = Integer
    cache_ok = True

    def __init__(self, words: str) -> None:
        self.words = tuple(words.split())
        super().__init__()

    def code(self, word: str) -> int:
        """The number of a word; that of one which is not in the list is not in any row."""
        return self.words.index(word) if word in self.words else -1

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> int | None:
        """Make a number."""
        return None if value is None else self.code(value)

    def process_result_value(self, value: int | None, _dialect: Dialect) -> str | None:
        """Make a word."""
        return None if value is None else self.words[value]


class Hashed(TypeDecorator[str]):
    """A text that is only compared, as a number of 48 bits: twelve hexadecimal digits whole, else what they hash to."""

    impl = Big
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> int | None:
        """Make the number."""
        return None if value is None else hashed(value)

    def process_result_value(self, value: int | None, _dialect: Dialect) -> str | None:
        """Make the twelve digits."""
        return None if value is None else value.to_bytes(6, "big", signed=True).hex()


class String(TypeDecorator[str]):
    """Text; NUL characters, which Postgres refuses, are replaced."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        """Replace NUL characters."""
        return None if value is None else value.replace("\0", "\N{REPLACEMENT CHARACTER}")


def hashed(text: str) -> int:
    """A text as `Hashed` keeps it."""
    code = bytes.fromhex(text) if is_code(text) else hashlib.sha256(text.encode()).digest()[:6]
    return int.from_bytes(code, "big", signed=True)


_CODE = re.compile("[0-9a-f]{12}")


def is_code(text: str) -> bool:
    """Whether a text is one that `Hashed` gives back as it was."""
    return _CODE.fullmatch(text) is not None
