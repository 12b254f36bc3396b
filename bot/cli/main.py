"""The command line: `dateline demo`, `run`, `add`, `extract`, `claims`, `source`, `digest`, `schedule`, `outbox`."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from bot.cli.export import export
from bot.cli.outbox import outbox
from bot.cli.schedule import schedules
from bot.cli.session import Records, choice_parser, console, settings, with_app
from bot.errors import BotError, RecordError
from bot.exports import EXPORTS, write
from bot.platforms import PLATFORMS
from digests.errors import DigestError
from digests.models import MAX_LINES
from digests.query.request import read_request

if TYPE_CHECKING:
    from bot.app import App
    from digests.models import Digest

cli = typer.Typer(
    name="dateline",
    help="A news-digest bot for Discord and Slack in which every line says who claims it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
cli.add_typer(schedules, name="schedule")
cli.add_typer(outbox, name="outbox")
cli.add_typer(export, name="export")

CopyPath = Annotated[Path, typer.Argument(help="The copy's file.", dir_okay=False)]


#: How a digest can be written: drawn here, as a platform's messages, or as a file.
FORMS = ("terminal", *(platform.name for platform in PLATFORMS), *EXPORTS)
_FORM_HELP = f"How to write it: {', '.join(FORMS)}."


def main() -> NoReturn:
    """Run the command line; a known error is one line on standard error and exit code 1."""
    try:
        cli()
    except (BotError, DigestError) as error:
        _complain(error)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    sys.exit(0)


@cli.command()
def demo() -> None:
    """Show a digest and answers from sample records; needs no token and no network."""
    from bot.cli.demo import demo as show  # noqa: PLC0415 - only the demo needs a prompt

    show(settings())


@cli.command()
def run() -> None:
    """Post the scheduled digests and answer commands until stopped."""
    from bot.app import run_bot  # noqa: PLC0415 - a second of imports that other commands do without

    asyncio.run(run_bot(settings()))


@cli.command()
def add(paths: Records) -> None:
    """Add article records; a version that is held already is left as it is."""
    failures = with_app(lambda app: _add(app, paths))
    if failures:
        raise typer.Exit(1)


@cli.command()
def backup(path: CopyPath) -> None:
    """Write a copy of the database to a new file; may be done while `dateline run` works."""
    from bot.store import back_up  # noqa: PLC0415 - only where a database is used

    back_up(settings().database_url, path)
    typer.echo(f"Wrote {path}.")


@cli.command()
def restore(path: CopyPath) -> None:
    """Put a copy in the place of the database; stop `dateline run` first."""
    from bot.store import restore as put_back  # noqa: PLC0415 - only where a database is used

    put_back(settings().database_url, path)
    typer.echo(f"Restored {path}.")


@cli.command()
def migrate() -> None:
    """Bring the database to the schema of this program, as every start does by itself."""
    counts = with_app(lambda app: app.store.counts())
    typer.echo(f"The database is up to date: {counts['articles']:,} articles, {counts['claims']:,} claims.")


@cli.command()
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


@cli.command()
def stories(paths: Records) -> None:
    """Write each record's story and what it is a copy of, one JSON object a line; keeps nothing."""
    from bot.cli.stories import write_stories  # noqa: PLC0415 - only where records are read

    if write_stories(paths):
        raise typer.Exit(1)


@cli.command()
def brief(paths: Records) -> None:
    """Write each record in at most 60 words, its outlet's first sentences, one JSON object a line; keeps nothing."""
    from bot.cli.stories import write_briefs  # noqa: PLC0415 - only where records are read

    if write_briefs(paths):
        raise typer.Exit(1)


@cli.command()
def claims(
    about: Annotated[list[str], typer.Argument(help="A place or an actor, with options as in since:7d by:isw.")],
    as_json: Annotated[bool, typer.Option("--json", help="Write the answer as JSON.")] = False,
    page: Annotated[str | None, typer.Option(help="Where the page before ended.")] = None,
) -> None:
    """Answer `/claims` in the terminal."""
    answer = with_app(lambda app: app.service.claims(read_request(" ".join(about)), page=page))
    if as_json:
        typer.echo(answer.model_dump_json())
        return
    from bot.platforms.terminal import draw_answer  # noqa: PLC0415 - rich is slow to load

    console().print(draw_answer(answer))
    if answer.next_page:
        console().print(f"More: dateline claims {' '.join(about)} --page {answer.next_page}", style="dim")


@cli.command()
def source(claim: Annotated[str, typer.Argument(help="A claim's id, as digests in the terminal print it.")]) -> None:
    """Show a claim's passage in its context."""
    view = with_app(lambda app: app.service.source(claim))
    from bot.platforms.terminal import draw_source  # noqa: PLC0415 - rich is slow to load

    console().print(draw_source(view))


@cli.command()
def why(claim: Annotated[str, typer.Argument(help="A claim's id, as digests in the terminal print it.")]) -> None:
    """Explain how a claim was read, how it stands to others, and why it is printed or held back."""
    rows = with_app(lambda app: app.service.why(claim))
    from bot.platforms.terminal import draw_reasons  # noqa: PLC0415 - rich is slow to load

    console().print(draw_reasons(rows))


@cli.command()
def digest(
    about: Annotated[str, typer.Option(help="A query as `claims` takes it; empty for everything.")] = "",
    max_lines: Annotated[int, typer.Option("--max", min=1, max=MAX_LINES, help="The most lines.")] = MAX_LINES,
    form: Annotated[
        str,
        typer.Option(
            "--as", parser=choice_parser(*FORMS), metavar="FORM", help=f"How to write it: {', '.join(FORMS)}."
        ),
    ] = "terminal",
) -> None:
    """Write a digest of what is held; posts nothing."""
    _write_digest(with_app(lambda app: app.service.preview(read_request(about), max_lines=max_lines)), form)


async def _add(app: App, paths: list[str]) -> int:
    from bot.records import open_records  # noqa: PLC0415 - only where records are read

    added = duplicates = unreadable = 0
    for path in paths:
        for record in open_records(path):
            if isinstance(record, RecordError):
                unreadable += 1
                typer.echo(str(record), err=True)
            elif await app.service.add_article(record):
                added += 1
            else:
                duplicates += 1
    typer.echo(f"{added} added, {duplicates} already held, {unreadable} not readable")
    return unreadable


def _write_digest(digest: Digest, form: str) -> None:
    platform = next((platform for platform in PLATFORMS if platform.name == form), None)
    if platform:
        typer.echo(json.dumps(platform.preview(digest)))
    elif form == "terminal":
        from bot.platforms.terminal import draw_digest  # noqa: PLC0415 - rich is slow to load

        console().print(draw_digest(digest))
    else:
        from bot.app import utc_now  # noqa: PLC0415 - a second of imports

        typer.echo(write(digest, form, made_at=utc_now()), nl=False)


def _complain(error: Exception) -> NoReturn:
    typer.echo(f"dateline: {error}", err=True)
    sys.exit(1)
