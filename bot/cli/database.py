"""`dateline backup`, `restore` and `migrate`: the database as a whole."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import JsonFlag, write_json, write_line
from bot.cli.session import example, settings, with_app
from bot.errors import RequestError

database = typer.Typer()

CopyPath = Annotated[Path, typer.Argument(help="The copy's file.", dir_okay=False)]


@database.command(epilog=example("backup /var/backups/dateline.db"))
def backup(
    path: Annotated[Path, typer.Argument(help="The copy's file; with --keep, a folder of copies.")],
    keep: Annotated[int | None, typer.Option(min=1, help="Name the copy by the time, and keep so many.")] = None,
) -> None:
    """Write a copy of the database to a new file and open it; may be done while `dateline run` works."""
    from bot.store import back_up, rotate  # noqa: PLC0415 - only where a database is used

    if keep is None:
        back_up(settings().database_url, path)
    else:
        path = rotate(settings().database_url, path, keep, datetime.now(UTC))
    write_line(f"Wrote {path}.")


@database.command(epilog=example("restore --yes /var/backups/dateline.db"))
def restore(path: CopyPath, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Put a copy in the place of the database, and keep what that held; stop `dateline run` first."""
    from bot.store import restore as put_back  # noqa: PLC0415 - only where a database is used

    url = settings().database_url
    if not yes and not _confirm(f"Put {path} in the place of the database? What that holds is kept beside it. [y/N] "):
        raise RequestError("Nothing is restored. Answer with y, or say --yes.")
    safety = put_back(url, path)
    write_line(f"Restored {path}." + (f" What was there before is now in {safety}." if safety else ""))


def _confirm(question: str) -> bool:
    sys.stderr.write(question)
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


@database.command(epilog=example("migrate --json"))
def migrate(as_json: JsonFlag = False) -> None:
    """Bring the database to the schema of this program, as every start does by itself, and count what it holds."""
    counts = with_app(lambda app: app.store.counts())
    if as_json:
        write_json(counts)
        return
    write_line(f"The database is up to date: {counts['articles']:,} articles, {counts['claims']:,} claims.")


@database.command(epilog=example("move postgresql://dateline@db.example/dateline"))
def move(
    target: Annotated[str, typer.Argument(help="The URL of an empty database; - to read it from standard input.")],
    leave_jobs: Annotated[bool, typer.Option("--leave-jobs", help="Go on where jobs wait: they stay behind.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Copy all that is held to another database, SQLite or Postgres, and count it; stop `dateline run` first."""
    from bot.store import move as copy_all  # noqa: PLC0415 - only where a database is used

    url = sys.stdin.readline().strip() if target == "-" else target
    counts = copy_all(settings().database_url, url, leave_jobs=leave_jobs)
    if as_json:
        write_json(counts)
        return
    for table, count in counts.items():
        write_line(f"{count:>12,} {table}")
    write_line("All of it is there. Set DATELINE_DATABASE to the new database, then start Dateline.")
