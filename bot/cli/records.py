"""`dateline add`, `extract` and `stories`: article records in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import JsonFlag, write_json, write_line
from bot.cli.session import AddedRecords, Records, date_text, example, settings

if TYPE_CHECKING:
    from bot.cli.bulk.extract import Wanted

records = typer.Typer()


@records.command(epilog=example("add config/samples/articles.jsonl"))
def add(  # noqa: PLR0913, PLR0917 - each is an option of the command
    paths: AddedRecords,
    publisher: Annotated[str, typer.Option(help="Who published what does not say so.")] = "",
    date: Annotated[
        str, typer.Option(parser=date_text, metavar="DATE", help="When what does not say so was published.")
    ] = "",
    url: Annotated[str, typer.Option(help="The address of a text that has none.")] = "",
    headline: Annotated[str, typer.Option(help="The headline of a text; its first line else.")] = "",
    archive: Annotated[
        bool, typer.Option("--archive", help="Add what is no news: it is found, and no scheduled digest takes it up.")
    ] = False,
    workers: Annotated[int, typer.Option(min=1, max=64, help="How many processes read.")] = 1,
    as_json: JsonFlag = False,
) -> None:
    """Add articles: records, texts, feeds, web pages, tables, mails or documents; what is held is left as it is."""
    from bot.cli.add import add_files  # noqa: PLC0415 - only where records are read

    options = {"publisher": publisher, "date_published": date, "url": url, "headline": headline}
    fields = {name: text for name, text in options.items() if text}
    counts = add_files(settings(), paths, fields, workers=workers, news=not archive).counts
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
    lines: Annotated[bool, typer.Option("--lines", help="Write each claim's line, or why it has none.")] = False,
    stats: Annotated[bool, typer.Option("--stats", help="Write counts, pace and memory to standard error.")] = False,
    workers: Annotated[int, typer.Option(min=1, max=64, help="How many processes read.")] = 1,
) -> None:
    """Write what each record's article says and who says it, one JSON object a line; keeps nothing."""
    from bot.cli.bulk.extract import write_extracts  # noqa: PLC0415 - half a second of imports

    if toponyms and lines:
        raise typer.BadParameter("--toponyms and --lines cannot go together")
    output: Wanted = "toponyms" if toponyms else "lines" if lines else "everything"
    if write_extracts(settings(), paths, output=output, stats=stats, workers=workers):
        raise typer.Exit(1)


@records.command(epilog=example("stories config/samples/articles.jsonl"))
def stories(paths: Records) -> None:
    """Write each record's story and what it is a copy of, one JSON object a line; keeps nothing."""
    from bot.cli.stories import write_stories  # noqa: PLC0415 - only where records are read

    if write_stories(paths):
        raise typer.Exit(1)
