"""What is wrong with one record, before anybody knows in which file it stands."""

from __future__ import annotations

import json
from collections.abc import Iterable

#: Where a value stands inside a record: names of fields and places in lists.
Path = tuple[str | int, ...]

_MAX_EXCERPT = 60


class BadRecordError(Exception):
    """A record cannot be read.

    path: the field that is wrong; index: the character of the record's text, or line: the line of its file,
    where that was noticed.
    """

    def __init__(self, reason: str, path: Path = (), *, index: int | None = None, line: int | None = None) -> None:
        self.reason, self.path, self.index, self.line = reason, path, index, line
        super().__init__(reason)


def excerpt(value: object) -> str:
    """A value of a record, short and without characters that could disturb a terminal."""
    text = json.dumps(value, ensure_ascii=False, default=str) if not isinstance(value, bytes) else repr(value)
    return printable(text if len(text) <= _MAX_EXCERPT else f"{text[:_MAX_EXCERPT]}…")


def printable(text: str) -> str:
    """A text with everything that is not printable written as an escape."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text)


def field_name(path: Path) -> str | None:
    """A path as people write it, such as `derived_from[0].relation`."""
    name = "".join(f"[{part}]" if isinstance(part, int) else f".{part[:_MAX_EXCERPT]}" for part in path)
    return printable(name.removeprefix(".")) or None


def join_choices(words: Iterable[str]) -> str:
    """Words joined for a sentence: a, b or c."""
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last
