"""`dateline add`, `extract`, `stories` and `brief`: article records in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import JsonFlag, write_json, write_line
from bot.cli.session import Records, example, settings, with_app
from bot.errors import RecordError

if TYPE_CHECKING:
    from bot.app import App

records = typer.Typer()


@records.command(epilog=example("add config/samples/articles.jsonl"))
def add(paths: Records, as_json: JsonFlag = False) -> None:
    """Add article records; a version that is held already is left as it is."""
    counts = with_app(lambda app: _add(app, paths))
    if as_json:
        write_json(counts)
    else:
        write_line("{added} added, {already_held} already held, {not_readable} not readable".format(**counts))
    if counts["not_readable"]:
        raise typer.Exit(1)


@records.command(epilog=example("extract --stats --workers 2 config/samples/articles.jsonl"))
def extract(
    paths: Records,
    toponyms: Annotated[bool, typer.Option("--toponyms", help="Write the places named instead.")] = False,
    stats: Annotated[bool, typer.Option("--stats", help="Write counts, pace and memory to standard error.")] = False,
    workers: Annotated[int, typer.Option(min=1, max=64, help="How many processes read.")] = 1,
) -> None:
    """Write what each record's article says and who says it, one JSON object a line; keeps nothing."""
    from bot.cli.extract import write_extracts  # noqa: PLC0415 - half a second of imports

    if write_extracts(settings(), paths, toponyms=toponyms, stats=stats, workers=workers):
        raise typer.Exit(1)


@records.command(epilog=example("stories config/samples/articles.jsonl"))
def stories(paths: Records) -> None:
    """Write each record's story and what it is a copy of, one JSON object a line; keeps nothing."""
    from bot.cli.stories import write_stories  # noqa: PLC0415 - only where records are read

    if write_stories(paths):
        raise typer.Exit(1)


@records.command(epilog=example("brief config/samples/articles.jsonl"))
def brief(paths: Records) -> None:
    """Write each record in at most 60 words, its outlet's first sentences, one JSON object a line; keeps nothing."""
    from bot.cli.stories import write_briefs  # noqa: PLC0415 - only where records are read

    if write_briefs(paths):
        raise typer.Exit(1)


async def _add(app: App, paths: list[str]) -> dict[str, int]:
    from bot.records import open_records  # noqa: PLC0415 - only where records are read

    counts = {"added": 0, "already_held": 0, "not_readable": 0}
    for path in paths:
        for record in open_records(path):
            if isinstance(record, RecordError):
                counts["not_readable"] += 1
                write_line(str(record), error=True)
            else:
                counts["added" if await app.service.add_article(record) else "already_held"] += 1
    return counts
