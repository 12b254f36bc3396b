"""The command line: what stands here asks and shows; the other commands are registered from their own modules."""

from __future__ import annotations

import asyncio
import json
import sys
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from bot.cli.bulk.archive import archive
from bot.cli.database import database
from bot.cli.desk import audit, desk
from bot.cli.doctor import doctor
from bot.cli.feeds import feeds
from bot.cli.invite import invite
from bot.cli.outbox import outbox
from bot.cli.output import (
    JsonFlag,
    Ticker,
    console,
    make_streams_safe,
    write_file_text,
    write_json,
    write_json_text,
    write_line,
)
from bot.cli.publishing.export import export
from bot.cli.publishing.figures import figures
from bot.cli.publishing.mcp import mcp
from bot.cli.publishing.page import page
from bot.cli.publishing.preview import preview
from bot.cli.records import records
from bot.cli.schedule import schedules
from bot.cli.session import choice_parser, example, settings, with_app
from bot.cli.worker import worker
from bot.errors import BotError
from bot.exports import EXPORTS, write
from bot.platforms import PLATFORMS
from bot.settings import program_version, secrets_folder
from digests.errors import DigestError
from digests.models import MAX_LINES
from digests.query.request import read_request, read_since, read_until

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from digests.models import Digest

NAME = "dateline"

cli = typer.Typer(
    name=NAME,
    help="A news-digest bot for Discord and Slack in which every line says who claims it.",
    epilog="Exit codes: 0 done; 1 not done, with the reason on standard error; 2 not understood; 130 interrupted.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
cli.add_typer(records)
cli.add_typer(database)
cli.command(epilog=example("doctor --json"))(doctor)
cli.command(epilog=example("figures kursk --measure killed --as svg --output kursk.svg"))(figures)
cli.command(epilog=example("invite discord"))(invite)
cli.add_typer(schedules, name="schedule")
cli.add_typer(feeds, name="feeds")
cli.add_typer(desk, name="desk")
cli.command(epilog=example("audit --json"))(audit)
cli.add_typer(outbox, name="outbox")
cli.add_typer(export, name="export")
cli.add_typer(archive, name="archive")
cli.add_typer(page, name="page")
cli.command(epilog=example("mcp"))(mcp)
cli.command(epilog=example("worker"))(worker)
cli.command(epilog=example("preview morning --workspace discord:1234 --output morning.html"))(preview)

ClaimId = Annotated[str, typer.Argument(help="A claim's id, as digests in the terminal print it.")]

#: How a digest can be written: drawn here, as a platform's messages, or as a file.
FORMS = ("terminal", *(platform.name for platform in PLATFORMS), *EXPORTS)


def main() -> NoReturn:
    """Run the command line; a known error is one line on standard error and exit code 1."""
    make_streams_safe()
    try:
        cli(prog_name=NAME)
    except (BotError, DigestError) as error:
        write_line(f"dateline: {error}", error=True)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    sys.exit(0)


def _show_version(wanted: bool) -> None:
    if wanted:
        write_line(f"dateline {program_version()}")
        raise typer.Exit


@cli.callback()
def begin(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """A news-digest bot for Discord and Slack in which every line says who claims it."""


@cli.command(epilog=example("demo"))
def demo() -> None:
    """Show a digest and answers from sample records; needs no token and no network."""
    ticker = Ticker("Loading the tagger, the gazetteer and the sample records")
    try:
        from bot.cli.demo import demo as show  # noqa: PLC0415 - only the demo needs a prompt

        show(settings(), loaded=ticker.stop)
    finally:
        ticker.stop()


@cli.command(epilog=example("run"))
def run() -> None:
    """Post the scheduled digests and answer commands until stopped."""
    from bot.run import run_bot  # noqa: PLC0415 - a second of imports that other commands do without

    config = settings()
    asyncio.run(run_bot(config, reload=settings if secrets_folder().is_dir() else None))


@cli.command(epilog=example("claims kursk since:7d by:isw"))
def claims(
    about: Annotated[list[str], typer.Argument(help="A place or an actor, with options as in since:7d by:isw.")],
    as_json: JsonFlag = False,
    page: Annotated[str | None, typer.Option(help="Where the page before ended.")] = None,
) -> None:
    """Answer `/claims` in the terminal."""
    answer = with_app(lambda app: app.service.claims(read_request(" ".join(about)), page=page))
    if as_json:
        write_json_text(answer.model_dump_json())
        return
    from bot.platforms.terminal import draw_answer  # noqa: PLC0415 - rich is slow to load

    console().print(draw_answer(answer))
    if answer.next_page:
        console().print(f"More: dateline claims {' '.join(about)} --page {answer.next_page}", style="dim", markup=False)


@cli.command(epilog=example("source 357ca4fa9d22"))
def source(claim: ClaimId, as_json: JsonFlag = False) -> None:
    """Show a claim's passage in its context."""
    view = with_app(lambda app: app.service.source(claim))
    if as_json:
        write_json_text(view.model_dump_json())
        return
    from bot.platforms.terminal import draw_source  # noqa: PLC0415 - rich is slow to load

    console().print(draw_source(view))


@cli.command(epilog=example("why 357ca4fa9d22"))
def why(claim: ClaimId, as_json: JsonFlag = False) -> None:
    """Explain how a claim was read, how it stands to others, and why it is printed or held back."""
    rows = with_app(lambda app: app.service.why(claim))
    if as_json:
        write_json([{"heading": heading, "text": text} for heading, text in rows])
        return
    from bot.platforms.terminal import draw_reasons  # noqa: PLC0415 - rich is slow to load

    console().print(draw_reasons(rows))


@cli.command(epilog=example("digest --about kursk --since 7d --as markdown"))
def digest(
    about: Annotated[str, typer.Option(help="A query as `claims` takes it; empty for everything.")] = "",
    since: Annotated[str, typer.Option(help="Only what was said since then: 24h, 7d or 2025-02-06.")] = "",
    until: Annotated[str, typer.Option(help="Only what was said until then; of a date alone, its end.")] = "",
    max_lines: Annotated[int, typer.Option("--max", min=1, max=MAX_LINES, help="The most lines.")] = MAX_LINES,
    form: Annotated[
        str,
        typer.Option(
            "--as", parser=choice_parser(*FORMS), metavar="FORM", help=f"How to write it: {', '.join(FORMS)}."
        ),
    ] = "terminal",
) -> None:
    """Write a digest of what is held; posts nothing."""
    request = read_request(about)
    if since:
        request = request.model_copy(update={"since": read_since(since, option="--since ")})
    end: datetime | timedelta | None = read_until(until, option="--until ") if until else None
    _write_digest(with_app(lambda app: app.service.preview(request, max_lines=max_lines, until=end)), form)


def _write_digest(digest: Digest, form: str) -> None:
    platform = next((platform for platform in PLATFORMS if platform.name == form), None)
    if platform:
        write_line(json.dumps(platform.preview(digest)))
    elif form == "terminal":
        from bot.platforms.terminal import draw_digest  # noqa: PLC0415 - rich is slow to load

        console().print(draw_digest(digest))
    else:
        from bot.app import utc_now  # noqa: PLC0415 - a second of imports

        write_file_text(write(digest, form, made_at=utc_now()), form)
