"""`dateline schedule`: the digests that `dateline run` posts."""

from __future__ import annotations

from datetime import UTC
from typing import Annotated

import typer

from bot.cli.output import JsonFlag, console, make_table, write_json_rows, write_line
from bot.cli.session import choice_parser, example, settings, with_app
from bot.errors import RequestError
from bot.models import Destination, Schedule, ScheduleChanges, ScheduleDraft
from bot.platforms import PLATFORMS
from bot.platforms.terminal import plain
from bot.schedules import describe
from digests.models import MAX_LINES
from digests.query.request import read_request

schedules = typer.Typer(help="Keep the digests that `dateline run` posts.", no_args_is_help=True)

_PLATFORM = choice_parser(*(platform.name for platform in PLATFORMS))
_IF_EMPTY = choice_parser("skip", "say")

Workspace = Annotated[str, typer.Option(help="The workspace, as `schedule list` prints it.")]


@schedules.command(
    "add",
    epilog=example("schedule add --platform discord --workspace 1234 --channel 5678 --at 08:00 --about kursk"),
)
def add(  # noqa: PLR0913, PLR0917 - each is an option of the command
    platform: Annotated[str, typer.Option(parser=_PLATFORM, help="Where it is posted.")],
    channel: Annotated[str, typer.Option(help="The channel's id.")],
    at: Annotated[str, typer.Option(help="Wall-clock times, as in 08:00 or 08:00,18:00.")] = "08:00",
    days: Annotated[str, typer.Option(help="daily, weekdays, weekends, or mon,wed,fri.")] = "daily",
    zone: Annotated[str | None, typer.Option(help="An IANA time zone, as in Europe/Kyiv.")] = None,
    about: Annotated[str, typer.Option(help="A query as `claims` takes it; empty for everything.")] = "",
    max_lines: Annotated[int, typer.Option("--max", min=1, max=MAX_LINES, help="The most lines.")] = MAX_LINES,
    if_empty: Annotated[str, typer.Option(parser=_IF_EMPTY, help="What to do when there is nothing new.")] = "skip",
    name: Annotated[str | None, typer.Option(help="A name for it.")] = None,
    quiet_hours: Annotated[
        str, typer.Option("--quiet", help="Hours in which nothing is posted, as in 22:00-07:00.")
    ] = "",
    grace: Annotated[str, typer.Option("--late", help="How late it may still come after an outage, as in 2h.")] = "",
    workspace: Annotated[str, typer.Option(help="The guild's or team's id; needed to manage it in chat too.")] = "",
) -> None:
    """Schedule a digest; `dateline run` posts it."""
    _check_channel(platform, channel)
    draft = ScheduleDraft(
        destination=Destination(platform=platform, tenant=f"{platform}:{workspace or 'local'}", channel=channel),
        name=name,
        at=at,
        days=days,
        zone=zone or settings().zone,
        request=read_request(about),
        max_lines=max_lines,
        if_empty="say" if if_empty == "say" else "skip",
        quiet_hours=quiet_hours,
        grace=grace,
    )
    _show([with_app(lambda app: app.service.add_schedule(draft))])


@schedules.command("list", epilog=example("schedule list --json"))
def show_all(as_json: JsonFlag = False) -> None:
    """List every workspace's digests."""
    _show(with_app(lambda app: app.store.schedules()), as_json=as_json)


@schedules.command("show", epilog=example("schedule show morning --workspace discord:1234"))
def show(name: str, workspace: Workspace, as_json: JsonFlag = False) -> None:
    """Show a digest, its next sends, and how it has done lately."""
    report = with_app(lambda app: app.service.report_schedule(workspace, name))
    if as_json:
        write_json_rows([report])
        return
    from bot.platforms.wording import report_lines  # noqa: PLC0415 - only where a report is written

    _show([report.schedule])
    for line in report_lines(report):
        write_line(plain(line))


@schedules.command("edit", epilog=example("schedule edit morning --workspace discord:1234 --at 09:00"))
def edit(  # noqa: PLR0913, PLR0917 - each is an option of the command
    name: str,
    workspace: Workspace,
    at: Annotated[str | None, typer.Option(help="Wall-clock times, as in 08:00 or 08:00,18:00.")] = None,
    days: Annotated[str | None, typer.Option(help="daily, weekdays, weekends, or mon,wed,fri.")] = None,
    zone: Annotated[str | None, typer.Option(help="An IANA time zone, as in Europe/Kyiv.")] = None,
    about: Annotated[str | None, typer.Option(help="A query as `claims` takes it; empty for everything.")] = None,
    max_lines: Annotated[int | None, typer.Option("--max", min=1, max=MAX_LINES, help="The most lines.")] = None,
    if_empty: Annotated[str | None, typer.Option(parser=_IF_EMPTY, help="When there is nothing new.")] = None,
    channel: Annotated[str | None, typer.Option(help="The channel's id.")] = None,
    new_name: Annotated[str | None, typer.Option("--name", help="Another name for it.")] = None,
    quiet_hours: Annotated[str | None, typer.Option("--quiet", help="As in 22:00-07:00, or off.")] = None,
    grace: Annotated[str | None, typer.Option("--late", help="As in 2h, or off.")] = None,
) -> None:
    """Change a digest; what it has posted stays known to it."""
    values = {"at": at, "days": days, "zone": zone, "max_lines": max_lines, "if_empty": if_empty, "name": new_name}
    values |= {"quiet_hours": quiet_hours, "grace": grace, "channel": channel}
    request = None if about is None else read_request(about)
    changes = ScheduleChanges.model_validate({**values, "request": request})
    if channel is not None:
        _check_channel(workspace.partition(":")[0], channel)
    _show([with_app(lambda app: app.service.edit_schedule(workspace, name, changes))])


@schedules.command("test", epilog=example("schedule test morning --workspace discord:1234"))
def test(name: str, workspace: Workspace) -> None:
    """Let `dateline run` post what a digest would post now, marked as a test; nothing counts as posted."""
    with_app(lambda app: app.service.send_test(workspace, name))
    write_line("The test is queued.")


@schedules.command("remove", epilog=example("schedule remove morning --workspace discord:1234"))
def remove(name: str, workspace: Workspace) -> None:
    """Remove a digest."""
    schedule = with_app(lambda app: app.service.remove_schedule(workspace, name))
    write_line(f"Removed {schedule.name}.")


@schedules.command("pause", epilog=example("schedule pause morning --workspace discord:1234"))
def pause(name: str, workspace: Workspace) -> None:
    """Pause a digest."""
    _show([with_app(lambda app: app.service.pause_schedule(workspace, name, paused=True))])


@schedules.command("resume", epilog=example("schedule resume morning --workspace discord:1234"))
def resume(name: str, workspace: Workspace) -> None:
    """Let a paused digest go on."""
    _show([with_app(lambda app: app.service.pause_schedule(workspace, name, paused=False))])


@schedules.command("quiet", epilog=example("schedule quiet morning 22:00-07:00 --workspace discord:1234"))
def quiet(name: str, hours: str, workspace: Workspace) -> None:
    """Hold what is due in quiet hours, as in 22:00-07:00, until they end; off for none."""
    _show([with_app(lambda app: app.service.quiet_schedule(workspace, name, hours))])


def _check_channel(platform: str, channel: str) -> None:
    row = next((row for row in PLATFORMS if row.name == platform), None)
    if row and not row.channel.fullmatch(channel):
        raise RequestError(f"“{channel[:40]}” is no id of a {platform} channel. It looks like {row.channel_example}.")


def _show(rows: list[Schedule], *, as_json: bool = False) -> None:
    if as_json:
        write_json_rows(rows)
        return
    headings = ("name", "workspace", "channel", "when", "quiet", "about", "next (UTC)")
    console().print(make_table(headings, map(_cells, rows)))


def _cells(row: Schedule) -> tuple[str, ...]:
    reason = f": {row.paused_why}" if row.paused_why else ""
    next_send = f"paused{reason}" if row.paused else f"{row.next_due.astimezone(UTC):%Y-%m-%d %H:%M}"
    rule, quiet_hours = describe(row.cron, row.zone), row.quiet_hours or ""
    return row.name, row.tenant, row.destination.channel, rule, quiet_hours, row.about or "everything", next_send
