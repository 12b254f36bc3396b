"""The demo: sample records in, a digest and two answers out, then a prompt; no token, no network."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import WordCompleter
from rich.console import Console
from rich.text import Text

from bot.app import App, open_app, utc_now
from bot.cli.output import console
from bot.delivery.worker import DeliveryWorker
from bot.errors import BotError, RecordError
from bot.models import Destination, ScheduleDraft
from bot.platforms.terminal import TerminalPlatform, draw_answer, draw_digest, draw_source, plain
from bot.records import open_records
from bot.settings import SHIPPED, Settings
from digests.errors import DigestError
from digests.models import Request
from digests.query.request import read_request

TENANT = "terminal:demo"
NAME = "demo"
QUESTIONS = ("Kursk", "North Korea")
_HELP = "/claims SUBJECT [since:7d by:isw kind:denial] · /digest [SUBJECT] · /source ID · /quit"


async def run_demo(settings: Settings, console: Console, *, loaded: Callable[[], None] = lambda: None) -> None:
    """Show what Dateline does with the bundled sample records, which it keeps in memory alone.

    loaded: called before the first line is shown.
    """
    async with open_app(settings, database="sqlite://") as app:
        await _add_samples(app)
        loaded()
        await _post_digest(app, console)
        for question in QUESTIONS:
            console.print(Text(f"/claims {question}", style="bold green"))
            console.print(draw_answer(await app.service.claims(Request(about=question))))
        if sys.stdin.isatty() and console.is_terminal:
            await _prompt(app, console)


async def _add_samples(app: App) -> None:
    for record in open_records(str(SHIPPED / "samples" / "articles.jsonl")):
        if isinstance(record, RecordError):
            raise record
        await app.service.add_article(record)


async def _post_digest(app: App, console: Console) -> None:
    """Post the demo's digest as `dateline run` would: queued once, then delivered, to the terminal."""
    if NAME not in {schedule.name for schedule in await app.service.schedules(TENANT)}:
        terminal = Destination(platform="terminal", tenant=TENANT, channel="terminal")
        await app.service.add_schedule(ScheduleDraft(destination=terminal, name=NAME, if_empty="say"))
    await app.service.send_now(TENANT, NAME)
    await DeliveryWorker(app.store, {"terminal": TerminalPlatform(console)}).deliver_due(utc_now())


async def _prompt(app: App, console: Console) -> None:
    suggestions = await app.service.suggest("", limit=200)
    names = [suggestion.label.split(" · ")[0] for suggestion in suggestions]
    words = WordCompleter(
        ["/claims ", "/digest ", "/source ", "/help", "/quit", *names], sentence=True, ignore_case=True
    )
    session: PromptSession[str] = PromptSession("dateline> ", completer=words, complete_while_typing=False)
    console.print(Text(_HELP, style="dim"))
    while True:
        try:
            command_line = (await session.prompt_async()).strip()
        except (EOFError, KeyboardInterrupt):
            return
        if command_line in {"/quit", "/exit", "quit", "exit"}:
            return
        if command_line:
            await _answer(app, console, command_line)


async def _answer(app: App, console: Console, command_line: str) -> None:
    command, _, rest = command_line.removeprefix("/").partition(" ")
    commands: dict[str, Callable[[], Awaitable[object]]] = {
        "claims": lambda: _claims(app, console, rest),
        "digest": lambda: _digest(app, console, rest),
        "source": lambda: _source(app, console, rest),
    }
    try:
        if command in commands:
            await commands[command]()
        else:
            console.print(Text(_HELP, style="dim"))
    except (BotError, DigestError) as error:
        console.print(Text(plain(str(error)), style="red"))


async def _claims(app: App, console: Console, rest: str) -> None:
    console.print(draw_answer(await app.service.claims(read_request(rest))))


async def _digest(app: App, console: Console, rest: str) -> None:
    console.print(draw_digest(await app.service.preview(read_request(rest))))


async def _source(app: App, console: Console, rest: str) -> None:
    console.print(draw_source(await app.service.source(rest)))


def demo(settings: Settings, *, loaded: Callable[[], None]) -> None:
    """Run the demo on standard output; `loaded` is called before the first line."""
    asyncio.run(run_demo(settings, console(), loaded=loaded))
