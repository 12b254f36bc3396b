"""The command line: `dateline demo`, `run`, `add`, `extract`, `claims`, `source`, `digest`, `schedule`."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable, Coroutine
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeVar

import typer
from rich.console import Console
from rich.table import Table

from bot.errors import BotError, RecordError
from bot.logs import set_up_logs
from bot.models import Destination, PlatformName, Schedule, ScheduleDraft
from bot.settings import Settings, load_settings
from digests.errors import DigestError

cli = typer.Typer(
    name="dateline",
    help="A news-digest bot for Discord and Slack in which every line says who claims it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
schedules = typer.Typer(help="Keep the digests that `dateline run` posts.", no_args_is_help=True)
cli.add_typer(schedules, name="schedule")

if TYPE_CHECKING:
    from bot.app import App
    from digests.models import Digest

T = TypeVar("T")

Records = Annotated[list[str], typer.Argument(help="Record files or folders; - for standard input.", metavar="PATH...")]
CopyPath = Annotated[Path, typer.Argument(help="The copy's file.", dir_okay=False)]
Workspace = Annotated[str, typer.Option(help="The workspace, as `schedule list` prints it.")]


class Form(StrEnum):
    """How a digest is written."""

    terminal = "terminal"
    discord = "discord"
    slack = "slack"
    markdown = "markdown"
    html = "html"
    json = "json"
    jsonfeed = "jsonfeed"
    jsonld = "jsonld"
    csv = "csv"


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
    from bot.demo import demo as show  # noqa: PLC0415 - only the demo needs a prompt

    show(_settings())


@cli.command()
def run() -> None:
    """Post the scheduled digests and answer commands until stopped."""
    from bot.app import run_bot  # noqa: PLC0415 - a second of imports that other commands do without

    asyncio.run(run_bot(_settings()))


@cli.command()
def add(paths: Records) -> None:
    """Add article records; a version that is held already is left as it is."""
    failures = _with_app(lambda app: _add(app, paths))
    if failures:
        raise typer.Exit(1)


@cli.command()
def backup(path: CopyPath) -> None:
    """Write a copy of the database to a new file; may be done while `dateline run` works."""
    from bot.store import back_up  # noqa: PLC0415 - only where a database is used

    back_up(_settings().database_url, path)
    typer.echo(f"Wrote {path}.")


@cli.command()
def restore(path: CopyPath) -> None:
    """Put a copy in the place of the database; stop `dateline run` first."""
    from bot.store import restore as put_back  # noqa: PLC0415 - only where a database is used

    put_back(_settings().database_url, path)
    typer.echo(f"Restored {path}.")


@cli.command()
def migrate() -> None:
    """Bring the database to the schema of this program, as every start does by itself."""
    held = _with_app(lambda app: app.store.counts())
    typer.echo(f"The database is up to date: {held['articles']:,} articles, {held['claims']:,} claims.")


@cli.command()
def extract(
    paths: Records,
    toponyms: Annotated[bool, typer.Option("--toponyms", help="Write the places named instead.")] = False,
    stats: Annotated[bool, typer.Option("--stats", help="Write counts, pace and memory to standard error.")] = False,
    workers: Annotated[int, typer.Option(min=1, max=64, help="How many processes read.")] = 1,
) -> None:
    """Write what each record's article says and who says it, one JSON object a line; keeps nothing."""
    from bot.commands.extract import write_extracts  # noqa: PLC0415 - half a second of imports

    if write_extracts(_settings(), paths, toponyms=toponyms, stats=stats, workers=workers):
        raise typer.Exit(1)


@cli.command()
def stories(paths: Records) -> None:
    """Write each record's story and what it is a copy of, one JSON object a line; keeps nothing."""
    if _stories(paths):
        raise typer.Exit(1)


@cli.command()
def brief(paths: Records) -> None:
    """Write each record in at most 60 words, its outlet's first sentences, one JSON object a line; keeps nothing."""
    if _brief(paths):
        raise typer.Exit(1)


@cli.command()
def claims(
    about: Annotated[list[str], typer.Argument(help="A place or an actor, with options as in since:7d by:isw.")],
    as_json: Annotated[bool, typer.Option("--json", help="Write the answer as JSON.")] = False,
    page: Annotated[str | None, typer.Option(help="Where the page before ended.")] = None,
) -> None:
    """Answer `/claims` in the terminal."""
    answer = _with_app(lambda app: app.service.claims(" ".join(about), page=page))
    if as_json:
        typer.echo(answer.model_dump_json())
        return
    from bot.terminal import draw_answer  # noqa: PLC0415 - rich is slow to load

    _console().print(draw_answer(answer))
    if answer.next_page:
        _console().print(f"More: dateline claims {' '.join(about)} --page {answer.next_page}", style="dim")


@cli.command()
def source(claim: Annotated[str, typer.Argument(help="A claim's id, as digests in the terminal print it.")]) -> None:
    """Show a claim's passage in its context."""
    view = _with_app(lambda app: app.service.source(claim))
    from bot.terminal import draw_source  # noqa: PLC0415 - rich is slow to load

    _console().print(draw_source(view))


@cli.command()
def why(claim: Annotated[str, typer.Argument(help="A claim's id, as digests in the terminal print it.")]) -> None:
    """Explain how a claim was read, how it stands to others, and why it is printed or held back."""
    rows = _with_app(lambda app: app.service.why(claim))
    from bot.terminal import draw_reasons  # noqa: PLC0415 - rich is slow to load

    _console().print(draw_reasons(rows))


@cli.command()
def digest(
    about: Annotated[str, typer.Option(help="A query as `claims` takes it; empty for everything.")] = "",
    most: Annotated[int, typer.Option("--max", min=1, max=12, help="The most lines.")] = 12,
    form: Annotated[Form, typer.Option("--as", help="How to write it.")] = Form.terminal,
) -> None:
    """Write a digest of what is held; posts nothing."""
    _write_digest(_with_app(lambda app: app.service.preview(about, max_lines=most)), form)


@schedules.command("add")
def schedule_add(  # noqa: PLR0913, PLR0917 - each is an option of the command
    platform: Annotated[str, typer.Option(help="discord or slack.")],
    channel: Annotated[str, typer.Option(help="The channel's id.")],
    at: Annotated[str, typer.Option(help="Wall-clock times, as in 08:00 or 08:00,18:00.")] = "08:00",
    days: Annotated[str, typer.Option(help="daily, weekdays, weekends, or mon,wed,fri.")] = "daily",
    zone: Annotated[str | None, typer.Option(help="An IANA time zone, as in Europe/Kyiv.")] = None,
    about: Annotated[str, typer.Option(help="A query as `claims` takes it; empty for everything.")] = "",
    most: Annotated[int, typer.Option("--max", min=1, max=12, help="The most lines.")] = 12,
    if_empty: Annotated[str, typer.Option(help="skip or say.")] = "skip",
    name: Annotated[str | None, typer.Option(help="A name for it.")] = None,
    quiet: Annotated[str, typer.Option(help="Hours in which nothing is posted, as in 22:00-07:00.")] = "",
    late: Annotated[str, typer.Option(help="How late it may still come after an outage, as in 2h.")] = "",
    workspace: Annotated[str, typer.Option(help="The guild's or team's id; needed to manage it in chat too.")] = "",
) -> None:
    """Schedule a digest; `dateline run` posts it."""
    settings = _settings()
    known: PlatformName | None = "discord" if platform == "discord" else "slack" if platform == "slack" else None
    if known is None or if_empty not in {"skip", "say"}:
        wrong = "--if-empty must be skip or say" if known else "--platform must be discord or slack"
        raise typer.BadParameter(f"{wrong}.")
    draft = ScheduleDraft(
        destination=Destination(platform=known, tenant=f"{known}:{workspace or 'local'}", channel=channel),
        name=name,
        at=at,
        days=days,
        zone=zone or settings.zone,
        about=about,
        max_lines=most,
        if_empty="say" if if_empty == "say" else "skip",
        quiet=quiet,
        late=late,
    )
    _print_schedules([_with_app(lambda app: app.service.add_schedule(draft))])


@schedules.command("list")
def schedule_list() -> None:
    """List every workspace's digests."""
    _print_schedules(_with_app(lambda app: app.store.schedules()))


@schedules.command("remove")
def schedule_remove(name: str, workspace: Workspace) -> None:
    """Remove a digest."""
    gone = _with_app(lambda app: app.service.remove_schedule(workspace, name))
    typer.echo(f"Removed {gone.name}.")


@schedules.command("pause")
def schedule_pause(name: str, workspace: Workspace) -> None:
    """Pause a digest."""
    _print_schedules([_with_app(lambda app: app.service.pause_schedule(workspace, name, paused=True))])


@schedules.command("resume")
def schedule_resume(name: str, workspace: Workspace) -> None:
    """Let a paused digest go on."""
    _print_schedules([_with_app(lambda app: app.service.pause_schedule(workspace, name, paused=False))])


@schedules.command("quiet")
def schedule_quiet(name: str, hours: str, workspace: Workspace) -> None:
    """Hold what is due in quiet hours, as in 22:00-07:00, until they end; off for none."""
    _print_schedules([_with_app(lambda app: app.service.quiet_schedule(workspace, name, hours))])


def _settings() -> Settings:
    settings = load_settings()
    set_up_logs(settings.log_level, settings.secrets())
    return settings


def _with_app(use: Callable[[App], Coroutine[Any, Any, T]]) -> T:
    from bot.app import open_app  # noqa: PLC0415 - a second of imports that --help does without

    async def work() -> T:
        async with open_app(_settings()) as app:
            return await use(app)

    return asyncio.run(work())


async def _add(app: App, paths: list[str]) -> int:
    from bot.records import open_records  # noqa: PLC0415 - only where records are read

    added = held = failed = 0
    for path in paths:
        for record in open_records(path):
            if isinstance(record, RecordError):
                failed += 1
                typer.echo(str(record), err=True)
            elif await app.service.add_article(record):
                added += 1
            else:
                held += 1
    typer.echo(f"{added} added, {held} already held, {failed} not readable")
    return failed


def _stories(paths: list[str]) -> int:
    from bot.records import open_records  # noqa: PLC0415 - only where records are read
    from digests.stories import group  # noqa: PLC0415 - the same

    records = [record for path in paths for record in open_records(path)]
    failed = [record for record in records if isinstance(record, RecordError)]
    for error in failed:
        typer.echo(str(error), err=True)
    for placed in group([record for record in records if not isinstance(record, RecordError)]):
        typer.echo(json.dumps({"id": placed.id, "story": placed.story, "copy_of": placed.copy_of}))
    return len(failed)


def _brief(paths: list[str]) -> int:
    from bot.records import open_records  # noqa: PLC0415 - only where records are read
    from digests.brief import brief as shorten  # noqa: PLC0415 - the same

    failed = 0
    for record in (record for path in paths for record in open_records(path)):
        if isinstance(record, RecordError):
            failed += 1
            typer.echo(str(record), err=True)
        else:
            typer.echo(json.dumps({"id": record.id, "brief": shorten(record)}, ensure_ascii=False))
    return failed


def _write_digest(made: Digest, form: Form) -> None:
    if form is Form.terminal:
        from bot.terminal import draw_digest  # noqa: PLC0415 - rich is slow to load

        _console().print(draw_digest(made))
    elif form is Form.discord:
        from bot.discord.render import messages  # noqa: PLC0415 - costs a second

        typer.echo(json.dumps([{"embeds": [card.to_dict() for card in cards]} for cards in messages(made)]))
    elif form is Form.slack:
        from bot.slack.render import digest_message, split  # noqa: PLC0415 - costs a second

        typer.echo(json.dumps([digest_message(part).payload() for part in split(made)]))
    else:
        from bot.app import utc_now  # noqa: PLC0415 - a second of imports
        from bot.formats import write  # noqa: PLC0415 - only where a file is written

        typer.echo(write(made, form.value, made_at=utc_now()), nl=False)


def _print_schedules(rows: list[Schedule]) -> None:
    table = Table("name", "workspace", "channel", "when", "zone", "about", "next", box=None)
    for row in rows:
        why = f": {row.paused_why}" if row.paused_why else ""
        following = f"paused{why}" if row.paused else f"{row.next_due:%Y-%m-%d %H:%M}"
        table.add_row(
            row.name, row.tenant, row.destination.channel, row.cron, _zone(row), row.about or "everything", following
        )
    _console().print(table)


def _zone(row: Schedule) -> str:
    return f"{row.zone}, quiet {row.quiet}" if row.quiet else row.zone


def _console() -> Console:
    return Console(highlight=False)


def _complain(error: Exception) -> NoReturn:
    typer.echo(f"dateline: {error}", err=True)
    sys.exit(1)
