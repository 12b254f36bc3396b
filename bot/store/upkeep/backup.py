"""Copies of a SQLite database: one made while the bot runs, and one put in its place."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, inspect
from sqlalchemy.exc import DBAPIError

from bot.errors import StoreError
from bot.store.engine import is_memory, make_engine, parse_url
from bot.store.errors import explain, refused
from bot.store.migrate import HEAD, migrate
from bot.store.schema import metadata

_SIDE_FILES = ("-wal", "-shm")
_NIGHTLY = "dateline-%Y-%m-%dT%H%M%SZ.db"


def back_up(url: str, target: Path) -> None:
    """Write a whole, compact copy of the database as it is now; others may read and write meanwhile."""
    source = _file(url)
    if target.exists():
        raise refused(f"{target} exists already.", "Name another file, or remove it first.")
    if not source.exists():
        raise refused(f"{source} does not exist.", "There is nothing to back up yet.")
    if not target.parent.is_dir():
        raise refused(f"{target.parent} is no folder.", "Make it first, or name another for the copy.")
    _copy(source, target)
    try:
        _check(target)
    except StoreError:
        target.unlink()
        raise


def rotate(url: str, folder: Path, keep: int, now: datetime) -> Path:
    """Write a copy named by the time into a folder, open it, and then remove all such copies but the last few.

    A copy that cannot be written or read takes none of the older ones away.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = folder / now.astimezone(UTC).strftime(_NIGHTLY)
    back_up(url, target)
    for _, path in _copies(folder)[:-keep]:
        path.unlink()
    return target


def last_copy(folder: Path) -> datetime | None:
    """When `rotate` made its last copy that is still there."""
    return max((moment for moment, _ in _copies(folder)), default=None)


def _copies(folder: Path) -> list[tuple[datetime, Path]]:
    """The copies that `rotate` made, oldest first."""
    copies = []
    for path in folder.glob("dateline-*Z.db"):
        with suppress(ValueError):  # another file with such a name
            copies.append((datetime.strptime(path.name, _NIGHTLY).replace(tzinfo=UTC), path))
    return sorted(copies)


def restore(url: str, source: Path) -> Path | None:
    """Put a copy in the place of the database and bring it to the present schema; the bot must not run.

    What the database held is kept beside it, in the file that is returned.
    """
    target = _file(url)
    _check(source)
    check_unused(url)
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f"{target.name}.restoring")
    fresh.unlink(missing_ok=True)
    try:
        _copy(source, fresh)
        engine = make_engine(parse_url(f"sqlite:///{fresh}"))
        try:
            migrate(engine)
            _check_tables(engine, source)
        finally:
            engine.dispose()
        safety = _keep(target) if target.exists() else None
        fresh.replace(target)
    finally:
        for leftover in ("", *_SIDE_FILES):
            fresh.with_name(fresh.name + leftover).unlink(missing_ok=True)
    return safety


def _keep(target: Path) -> Path:
    """Move a database that nobody uses aside, whole where it can be read and else as it is."""
    names = (target.with_name(f"{target.stem}.replaced-{number}{target.suffix}") for number in count(1))
    aside = next(name for name in names if not name.exists())
    try:
        _copy(target, aside)
    except (StoreError, sqlite3.Error):
        target.rename(aside)
        for side in _SIDE_FILES:
            if (part := target.with_name(target.name + side)).exists():
                part.rename(aside.with_name(aside.name + side))
    for side in _SIDE_FILES:
        target.with_name(target.name + side).unlink(missing_ok=True)
    return aside


def examine(url: str) -> tuple[str | None, str | None]:
    """The schema of a SQLite database, read only, and the one that this program has; none where nothing is yet.

    Raises StoreError where the file is damaged or not ours.
    """
    source = _file(url)
    if not source.exists():
        return None, HEAD
    _check(source)
    with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return (row[0] if row else None), HEAD


def _file(text: str) -> Path:
    url = parse_url(text)
    if url.get_backend_name() != "sqlite":
        raise refused("Dateline copies SQLite databases alone.", "Back up Postgres with pg_dump and pg_restore.")
    if is_memory(url):
        raise refused("A database in memory cannot be copied.", "Name a file in the database URL.")
    return Path(str(url.database))


def _copy(source: Path, target: Path) -> None:
    """Copy in one read transaction, under another name until it is whole."""
    part = target.with_name(f"{target.name}.part")
    culprit = source
    try:
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            culprit = target
            connection.execute("VACUUM INTO ?", (str(part),))
        part.chmod(0o600)
        part.replace(target)
    except sqlite3.DatabaseError as error:
        damaged = getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
        raise _fault(error, source if damaged else culprit) from error
    except OSError as error:
        raise refused(f"{target} cannot be written ({error.strerror}).", "Check the path and its rights.") from error
    finally:
        part.unlink(missing_ok=True)


def _check(source: Path) -> None:
    if not source.is_file():
        raise refused(f"{source} is not a file.", "Name a file that `dateline backup` made.")
    try:
        with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            ours = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").fetchone()[0]
    except sqlite3.Error as error:
        raise _fault(error, source) from error
    if verdict != "ok":
        raise refused(f"{source} is damaged ({verdict}).", "Use another backup.")
    if not ours:
        raise refused(f"{source} is not a backup of Dateline.", "Name a file that `dateline backup` made.")


def _check_tables(engine: Engine, source: Path) -> None:
    """Refuse a database that bears our revision but not our tables."""
    present = inspect(engine)
    names = set(present.get_table_names())
    for table in metadata.sorted_tables:
        columns = {column["name"] for column in present.get_columns(table.name)} if table.name in names else set()
        if not columns >= {column.name for column in table.columns}:
            raise refused(f"{source} is not a backup of Dateline.", "Name a file that `dateline backup` made.")


def check_unused(url: str) -> None:
    """Refuse a SQLite database that somebody uses; of others nobody can say."""
    if parse_url(url).get_backend_name() != "sqlite" or not (target := _file(url)).exists():
        return
    try:
        with closing(sqlite3.connect(target, timeout=0, isolation_level=None)) as connection:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        raise refused(f"{target} is in use.", "Stop Dateline, then restore.", passes=True) from error
    except sqlite3.DatabaseError:
        return  # damaged: what a backup is for


def _fault(error: sqlite3.Error, path: Path) -> Exception:
    dbapi_error = DBAPIError.instance(None, None, error, sqlite3.Error)
    fault = explain(dbapi_error, parse_url(f"sqlite:///{path}")) if isinstance(dbapi_error, DBAPIError) else None
    return fault or error
