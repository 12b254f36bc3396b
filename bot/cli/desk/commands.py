"""`dateline desk`: what waits for a decision, and corrections of what stands; `dateline audit`: who decided what."""

from __future__ import annotations

import getpass
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.desk.queue_files import apply_decisions, write_queue
from bot.cli.output import JsonFlag, console, make_table, write_json, write_json_rows, write_line
from bot.cli.session import example, with_app
from bot.errors import RequestError
from bot.models import AuditRow, ClaimEdit, Delivery, DeskItem

if TYPE_CHECKING:
    from bot.app import App
    from digests.models import Claim

desk = typer.Typer(help="Decide about what waits, and correct what stands.", no_args_is_help=True)

Item = Annotated[str, typer.Argument(help="What waits, by its id in `desk list`.", metavar="ITEM")]
ClaimId = Annotated[str, typer.Argument(help="A claim's id.", metavar="CLAIM")]
Reason = Annotated[str, typer.Option("--why", help="The reason, for the audit log.")]
Actor = Annotated[str, typer.Option("--as", help="Who decides; your user name by default.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
ClaimantName = Annotated[str | None, typer.Option("--claimant", help="Who claims it, in the article's words.")]
SaidOn = Annotated[str | None, typer.Option("--said", help="When it was said, as in 2025-02-07.")]
Places = Annotated[list[str] | None, typer.Option("--place", help="Of its places, those that it is about.")]
Hidden = Annotated[bool | None, typer.Option("--hide/--show", help="Whether it is left out.")]


@desk.command("list", epilog=example("desk list --json"))
def show_all(as_json: JsonFlag = False) -> None:
    """List what waits, oldest first."""
    rows = with_app(lambda app: app.service.desk.queue())
    if as_json:
        write_json_rows(rows)
        return
    console().print(make_table(("id", "since", "state", "from", "what", "approved"), map(_cells, rows)))


@desk.command("show", epilog=example("desk show 3f9a1c"))
def show(item: Item, as_json: JsonFlag = False) -> None:
    """Show what waits, with the claims that would go in."""

    async def read(app: App) -> tuple[DeskItem, tuple[Claim, ...]]:
        row = await app.service.desk.find(item)
        return row, await app.service.desk.claims_in(row)

    row, claims = with_app(read)
    if as_json:
        write_json({**row.model_dump(mode="json"), "claims": [claim.model_dump(mode="json") for claim in claims]})
        return
    write_line(f"{row.id} from {row.origin}: {_what(row)}")
    if row.article:
        write_line(f"{row.article.publisher.name} · {row.article.url or 'no address'}")
    console().print(make_table(("claim", "claimant", "passage"), map(_claim_cells, claims)))


@desk.command("approve", epilog=example("desk approve 3f9a1c"))
def approve(item: Item, reason: Reason = "", actor: Actor = "") -> None:
    """Let what waits go in."""
    row = with_app(lambda app: app.service.desk.approve(item, _name(actor), reason=reason))
    write_line(f"{row.id}: {row.state}, by {len(row.approvals)} of {row.needs}")


@desk.command("hold", epilog=example("desk hold 3f9a1c --why 'ask the ministry'"))
def hold(item: Item, reason: Reason = "", actor: Actor = "") -> None:
    """Leave what waits for later."""
    row = with_app(lambda app: app.service.desk.hold(item, _name(actor), reason=reason))
    write_line(f"{row.id}: {row.state}")


@desk.command("reject", epilog=example("desk reject 3f9a1c --why 'a hoax'"))
def reject(item: Item, reason: Reason, actor: Actor = "") -> None:
    """Keep what waits out."""
    row = with_app(lambda app: app.service.desk.reject(item, _name(actor), reason=reason))
    write_line(f"{row.id}: {row.state}")


@desk.command("write", epilog=example("desk write queue"))
def write(folder: Annotated[Path, typer.Argument(help="The folder; made where it is not there.")]) -> None:
    """Write what waits as files, one an item, to be decided in any editor; those that are there stay as they are."""
    count = with_app(lambda app: write_queue(app.service.desk, folder))
    write_line(f"Wrote {count} file{'' if count == 1 else 's'} to {folder}.")


@desk.command("apply", epilog=example("desk apply queue"))
def apply(
    folder: Annotated[Path, typer.Argument(help="The folder that `desk write` has filled.")], actor: Actor = ""
) -> None:
    """Do what is written in the files; each that was decided goes to done/, and the others are named."""
    rows = with_app(lambda app: apply_decisions(app.service.desk, folder, _name(actor)))
    for row in rows:
        write_line(row.text, error=not row.done)
    if not all(row.done for row in rows):
        raise typer.Exit(1)


@desk.command("edit", epilog=example("desk edit 3f9a1c 357ca4fa9d22 --claimant 'Ida Holm'"))
def edit(  # noqa: PLR0913, PLR0917 - each is an option of the command
    item: Item,
    claim: ClaimId,
    claimant: ClaimantName = None,
    said_on: SaidOn = None,
    places: Places = None,
    hidden: Hidden = None,
    reason: Reason = "",
    actor: Actor = "",
) -> None:
    """Set how a claim that waits is to be read; its words stay as they are."""
    change = _edit(claim, claimant, said_on, places, hidden)
    with_app(lambda app: app.service.desk.edit_waiting(item, change, _name(actor), reason=reason))
    write_line(f"Changed {claim}.")


@desk.command("correct", epilog=example("desk correct 357ca4fa9d22 --claimant 'Ida Holm' --why 'misread' --yes"))
def correct(  # noqa: PLR0913, PLR0917 - each is an option of the command
    claim: ClaimId,
    reason: Reason,
    claimant: ClaimantName = None,
    said_on: SaidOn = None,
    places: Places = None,
    hidden: Hidden = None,
    actor: Actor = "",
    yes: Yes = False,
) -> None:
    """Set how a claim that stands is read, and edit the messages in which it was posted, after listing them."""
    change = _edit("", claimant, said_on, places, hidden)
    _change(claim, lambda app: app.service.desk.correct(claim, change, _name(actor), reason=reason), yes=yes)


@desk.command("withdraw", epilog=example("desk withdraw 357ca4fa9d22 --why 'retracted' --yes"))
def withdraw(
    subject: Annotated[str, typer.Argument(help="A claim's or an article's id.", metavar="CLAIM|ARTICLE")],
    reason: Reason,
    actor: Actor = "",
    yes: Yes = False,
) -> None:
    """Take back a claim or a whole article, and strike it out where it was posted, after listing where."""
    _change(subject, lambda app: app.service.desk.withdraw(subject, _name(actor), reason=reason), yes=yes)


@desk.command("merge", epilog=example("desk merge 4f5f8ba8 76c1f0d2 --why 'the same report' --yes"))
def merge(
    article: Annotated[str, typer.Argument(help="The id of the article that stays.", metavar="ARTICLE")],
    other: Annotated[str, typer.Argument(help="The id of the one that it replaces.", metavar="OTHER")],
    reason: Reason,
    actor: Actor = "",
    yes: Yes = False,
) -> None:
    """Let one article replace another that is the same, and edit what was posted of that, after listing it."""
    _change(other, lambda app: app.service.desk.merge(article, other, _name(actor), reason=reason), yes=yes)


def audit(
    subject: Annotated[str | None, typer.Argument(help="The id of an item, a claim or an article.")] = None,
    limit: Annotated[int, typer.Option("--max", min=1, max=10_000, help="The most rows.")] = 100,
    as_json: JsonFlag = False,
) -> None:
    """Show who decided what, newest first."""
    rows = with_app(lambda app: app.service.desk.audit(subject=subject, limit=limit))
    if as_json:
        write_json_rows(rows)
        return
    headings = ("when (UTC)", "who", "workspace", "what", "of", "why", "how")
    console().print(make_table(headings, map(_audit_cells, rows)))


def _change(subject: str, work: Callable[[App], Awaitable[object]], *, yes: bool) -> None:
    """Change what stands, once the messages that this edits have been listed and agreed to."""

    async def list_and_change(app: App) -> None:
        messages = await app.service.desk.touched(subject)
        for message in messages:
            write_line(_message(message))
        write_line(f"{len(messages)} posted messages will be edited")
        if not yes and not typer.confirm("Change it?", err=True):
            raise RequestError("Nothing was changed.")
        await work(app)

    with_app(list_and_change)


def _message(message: Delivery) -> str:
    place = message.destination
    return f"{place.tenant} channel {place.channel}: {message.digest.title} ({message.not_before:%Y-%m-%d %H:%M})"


def _edit(
    claim_id: str, claimant: str | None, said_on: str | None, places: list[str] | None, hidden: bool | None
) -> ClaimEdit:
    from bot.service.editing import read_edit  # noqa: PLC0415 - only where something is edited

    try:
        edit = read_edit(claim_id, claimant=claimant, said_on=said_on, places=places, hidden=hidden)
    except RequestError as error:
        raise typer.BadParameter(str(error)) from None
    if edit is None:
        raise typer.BadParameter("say what to change: --claimant, --said, --place or --hide")
    return edit


def _name(actor: str) -> str:
    return actor or getpass.getuser()


def _what(row: DeskItem) -> str:
    return row.subject if row.article else f"about {row.subject}"


def _cells(row: DeskItem) -> tuple[str, ...]:
    added_at = f"{row.added_at:%Y-%m-%d %H:%M}"
    return row.id, added_at, row.state, row.origin, _what(row), f"{len(row.approvals)} of {row.needs}"


def _claim_cells(claim: Claim) -> tuple[str, ...]:
    return claim.id, claim.claimant.label, claim.passage.exact


def _audit_cells(row: AuditRow) -> tuple[str, ...]:
    return f"{row.moment:%Y-%m-%d %H:%M}", row.actor, row.tenant, row.action, row.subject, row.reason, row.detail
