"""Which database errors an operator can mend, and how; everything else is a bug and passes through."""

from __future__ import annotations

import re
import sqlite3
from typing import NamedTuple

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from bot.errors import StoreError


class Fault(NamedTuple):
    """What is wrong, what mends it, and whether it may pass by itself."""

    problem: str
    cure: str
    passes: bool = False


_SPACE = "Free some space on its disk, then start again."

_SQLITE = {
    sqlite3.SQLITE_BUSY: Fault("is locked by another program", "Close that program, or wait until it is done.", True),
    sqlite3.SQLITE_LOCKED: Fault("is locked by another program", "Close that program, or wait until it is done.", True),
    sqlite3.SQLITE_PERM: Fault("may not be opened", "Give this user the right to read and write it and its folder."),
    sqlite3.SQLITE_READONLY: Fault("is read-only", "Give this user the right to write to it and its folder."),
    sqlite3.SQLITE_IOERR: Fault("cannot be read or written", "Check its disk.", True),
    sqlite3.SQLITE_CORRUPT: Fault("is damaged", "Restore it from a backup."),
    sqlite3.SQLITE_FULL: Fault("cannot grow: the disk is full", _SPACE, True),
    sqlite3.SQLITE_CANTOPEN: Fault("cannot be opened", "Check the path and its rights."),
    sqlite3.SQLITE_NOTADB: Fault("is not a SQLite database", "Name another file, or move this one away."),
}

_CONNECT = Fault("cannot be reached", "Check that the server is up and that host, user and password are right.", True)

#: By SQLSTATE or its class; the longest match counts.
_POSTGRES = {
    "08": _CONNECT,
    "28": Fault("refuses the user", "Check user and password."),
    "3D": Fault("does not exist", "Create it with CREATE DATABASE, or name another."),
    "25006": Fault("is read-only", "Connect to the primary server."),
    "40": Fault("was in use by another transaction", "Nothing to do: it is tried again.", True),
    "42501": Fault("denies a right", "Make the user the owner of the database."),
    "53": Fault("is short of resources", "Free connections or memory on its server.", True),
    "53100": Fault("cannot grow: the disk is full", _SPACE, True),
    "55P03": Fault("is locked by another program", "Close that program, or wait until it is done.", True),
    "57P": Fault("is shutting down or starting", "Wait until its server is up.", True),
}


def shown(url: URL) -> str:
    """A database as an operator knows it, without its password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database or "The database in memory")
    host = url.host or url.query.get("host", "localhost")
    return f"postgresql://{host}/{url.database or ''}"


def refused(problem: str, cure: str, *, passes: bool = False) -> StoreError:
    """Make the error that tells an operator what is wrong and what to do."""
    error = StoreError(f"{problem} {cure}")
    error.retry = passes
    return error


def explain(error: DBAPIError, url: URL) -> StoreError | None:
    """The error for the operator, or nothing if it is a bug."""
    fault = _sqlite_fault(error.orig) if isinstance(error.orig, sqlite3.Error) else _postgres_fault(error)
    return fault and refused(f"{shown(url)} {fault.problem}.", fault.cure, passes=fault.passes)


def _sqlite_fault(error: sqlite3.Error) -> Fault | None:
    return _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)


def _postgres_fault(error: DBAPIError) -> Fault | None:
    state = getattr(error.orig, "sqlstate", None)
    if state is None:
        state = _state_of_refusal(error)
    matches = (_POSTGRES[state[:length]] for length in (5, 3, 2) if state[:length] in _POSTGRES)
    return next(matches, None)


def _state_of_refusal(error: DBAPIError) -> str:
    # Where no connection comes about, the driver passes on the server's words alone.
    words = str(error.orig)
    if re.search('database ".*" does not exist', words):
        return "3D000"
    if "authentication failed" in words:
        return "28P01"
    return "08001" if type(error.orig).__name__ == "OperationalError" else ""
