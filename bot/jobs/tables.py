"""The tables of procrastinate beside ours: made at the first start, and brought to the version that is installed."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from procrastinate import App
from psycopg import AsyncConnection, sql

_LOCK = 0x6A6F6273  # any number will do, if all processes take the same
_NOTE = "procrastinate "  #: before the version that the tables are of, in the comment of the first of them


async def make_tables(app: App, url: str) -> None:
    """Make or change the tables where they are not of the installed version; others wait meanwhile."""
    version = metadata.version("procrastinate")
    async with await AsyncConnection.connect(url) as connection, connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        table = "to_regclass('procrastinate_jobs')"
        query = f"SELECT {table}, obj_description({table})"
        exists, note = await (await connection.execute(query.encode())).fetchone() or (None, None)
        if note == f"{_NOTE}{version}":
            return
        for script in _scripts(app, (note or "").removeprefix(_NOTE)) if exists else [app.schema_manager.get_schema()]:
            await connection.execute(script.encode())
        comment = sql.SQL("COMMENT ON TABLE procrastinate_jobs IS {}")
        await connection.execute(comment.format(sql.Literal(f"{_NOTE}{version}")))


def _scripts(app: App, version: str) -> list[str]:
    folder = Path(app.schema_manager.get_migrations_path())
    names = missing((path.name for path in folder.glob("*.sql")), version)
    return [(folder / name).read_text("utf-8") for name in names]


def missing(names: Iterable[str], version: str) -> list[str]:
    """The migrations that came after a version, in their order; each file's name begins with the version it is of."""
    return sorted(name for name in names if _numbers(name) > _numbers(version))


def _numbers(text: str) -> list[int]:
    """The first three numbers of a version, or of a file's name such as 03.04.00_01_pre_something.sql."""
    return [int(part) for part in text.partition("_")[0].split(".")[:3] if part.isdigit()]
