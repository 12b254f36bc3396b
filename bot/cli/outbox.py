"""`dateline outbox`: the messages that are not sent, and what becomes of those that wait for a person."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from bot.cli.session import console, with_app
from bot.errors import RequestError
from bot.models import Delivery

if TYPE_CHECKING:
    from bot.app import App

outbox = typer.Typer(help="See which messages are not sent, and decide what becomes of them.", no_args_is_help=True)

Id = Annotated[str, typer.Argument(help="A message's id, or how it begins, as `outbox list` prints it.")]
_SHOWN = 12  # letters of an id


@outbox.command("list")
def show_all() -> None:
    """List what is on its way, held or given up, newest first."""
    rows = with_app(lambda app: app.store.unsent())
    table = Table("id", "workspace", "channel", "digest", "state", "tries", "why", box=None)
    for row in rows:
        where = (row.tenant, row.destination.channel)
        table.add_row(row.id[:_SHOWN], *where, row.digest.title, row.state, str(row.attempts), row.error or "")
    console().print(table)


@outbox.command("send")
def send(
    message: Id,
    anyway: Annotated[bool, typer.Option("--anyway", help="Even if it may be there already.")] = False,
) -> None:
    """Send a message that is held, given up, or waits for its next try; it is looked for first."""
    from bot.app import utc_now  # noqa: PLC0415 - a second of imports that --help does without

    shown = _decide(message, lambda app, row: app.store.send_again(row, utc_now(), anyway=anyway))
    typer.echo(f"{shown} goes out as soon as `dateline run` works.")


@outbox.command("drop")
def drop(message: Id) -> None:
    """Give a message up; it is not sent."""
    shown = _decide(message, lambda app, row: app.store.drop(row))
    typer.echo(f"{shown} is not sent.")


def _decide(begins: str, decide: Callable[[App, Delivery], Coroutine[Any, Any, bool]]) -> str:
    """Decide about the message whose id begins so, and return as much of its id as is shown."""

    async def work(app: App) -> Delivery:
        row = await _unsent(app, begins)
        if not await decide(app, row):
            raise RequestError("That message is being sent at this moment; look again in two minutes.")
        return row

    return with_app(work).id[:_SHOWN]


async def _unsent(app: App, begins: str) -> Delivery:
    rows = [row for row in await app.store.unsent() if row.id.startswith(begins)]
    if len(rows) == 1:
        return rows[0]
    wrong = f"{len(rows)} messages have ids that begin" if rows else "No unsent message has an id that begins"
    raise RequestError(f"{wrong} with “{begins[:40]}”; see `dateline outbox list`.")
