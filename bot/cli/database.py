"""`dateline backup`, `restore` and `migrate`: the database as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import JsonFlag, write_json, write_line
from bot.cli.session import example, settings, with_app

database = typer.Typer()

CopyPath = Annotated[Path, typer.Argument(help="The copy's file.", dir_okay=False)]


@database.command(epilog=example("backup /var/backups/dateline.db"))
def backup(path: CopyPath) -> None:
    """Write a copy of the database to a new file; may be done while `dateline run` works."""
    from bot.store import back_up  # noqa: PLC0415 - only where a database is used

    back_up(settings().database_url, path)
    write_line(f"Wrote {path}.")


@database.command(epilog=example("restore /var/backups/dateline.db"))
def restore(path: CopyPath) -> None:
    """Put a copy in the place of the database; stop `dateline run` first."""
    from bot.store import restore as put_back  # noqa: PLC0415 - only where a database is used

    put_back(settings().database_url, path)
    write_line(f"Restored {path}.")


@database.command(epilog=example("migrate --json"))
def migrate(as_json: JsonFlag = False) -> None:
    """Bring the database to the schema of this program, as every start does by itself, and count what it holds."""
    counts = with_app(lambda app: app.store.counts())
    if as_json:
        write_json(counts)
        return
    write_line(f"The database is up to date: {counts['articles']:,} articles, {counts['claims']:,} claims.")
