"""`dateline outbox`: the messages that are not sent, and what becomes of those that wait for a person."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.output import JsonFlag, console, make_table, write_json, write_line
from bot.cli.session import example, with_app
from bot.errors import RequestError
from bot.models import Delivery

if TYPE_CHECKING:
    from bot.app import App

outbox = typer.Typer(help="See which messages are not sent, and decide what becomes of them.", no_args_is_help=True)

Id = Annotated[str, typer.Argument(help="A message's id, or how it begins, as `outbox list` prints it.")]
_ID_LETTERS = 12  # letters of an id


@outbox.command("list", epilog=example("outbox list --json"))
def show_all(as_json: JsonFlag = False) -> None:
    """List what is on its way, held or given up, newest first."""
    rows = with_app(lambda app: app.store.unsent())
    if as_json:
        write_json([_facts(row) for row in rows])
        return
    headings = ("id", "workspace", "channel", "digest", "state", "tries", "why")
    console().print(make_table(headings, map(_cells, rows)))


def _facts(row: Delivery) -> dict[str, object]:
    fields = {"id", "tenant", "destination", "state", "attempts", "not_before", "error"}
    return {**row.model_dump(mode="json", include=fields), "title": row.digest.title}


def _cells(row: Delivery) -> tuple[str, ...]:
    channel = row.destination.channel
    return row.id[:_ID_LETTERS], row.tenant, channel, row.digest.title, row.state, str(row.attempts), row.error or ""


@outbox.command("send", epilog=example("outbox send 3f9a --anyway"))
def send(
    message: Id,
    anyway: Annotated[bool, typer.Option("--anyway", help="Even if it may be there already.")] = False,
) -> None:
    """Send a message that is held, given up, or waits for its next try; it is looked for first."""
    from bot.app import utc_now  # noqa: PLC0415 - a second of imports that --help does without

    short_id = _decide(message, lambda app, row: app.store.send_again(row, utc_now(), anyway=anyway))
    write_line(f"{short_id} goes out as soon as `dateline run` works.")


@outbox.command("drop", epilog=example("outbox drop 3f9a"))
def drop(message: Id) -> None:
    """Give a message up; it is not sent."""
    short_id = _decide(message, lambda app, row: app.store.drop(row))
    write_line(f"{short_id} is not sent.")


def _decide(prefix: str, decide: Callable[[App, Delivery], Coroutine[Any, Any, bool]]) -> str:
    """Decide about the message whose id has this prefix, and return as much of its id as is shown."""

    async def work(app: App) -> Delivery:
        row = await _unsent(app, prefix)
        if not await decide(app, row):
            raise RequestError("That message is being sent at this moment; look again in two minutes.")
        return row

    return with_app(work).id[:_ID_LETTERS]


async def _unsent(app: App, prefix: str) -> Delivery:
    rows = [row for row in await app.store.unsent() if row.id.startswith(prefix)]
    if len(rows) == 1:
        return rows[0]
    problem = f"{len(rows)} messages have ids that begin" if rows else "No unsent message has an id that begins"
    raise RequestError(f"{problem} with “{prefix[:40]}”; see `dateline outbox list`.")
