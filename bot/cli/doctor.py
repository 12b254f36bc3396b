"""`dateline doctor`: looks at everything that must hold, and says what mends what does not."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.text import Text

from bot.cli.checks import contents, machine
from bot.cli.output import JsonFlag, Ticker, console, write_json
from bot.cli.session import settings
from bot.errors import BotError
from bot.models import person_of
from bot.platforms import PLATFORMS
from bot.platforms.checks import Check
from bot.platforms.terminal import plain
from bot.settings import PREFIX, Settings

if TYPE_CHECKING:
    from bot.models import Delivery, Feed, Schedule

_STYLES = {"ok": "green", "warns": "yellow", "fails": "bold red"}


def doctor(as_json: JsonFlag = False) -> None:
    """Look whether everything is as it must be, and say what mends what is not; exit code 1 where something fails."""
    ticker = Ticker("Looking at settings, machine, database, weights and platforms")
    try:
        checks = _all_checks()
    finally:
        ticker.stop()
    if as_json:
        write_json([check._asdict() for check in checks])
    else:
        _show(checks)
    if any(check.level == "fails" for check in checks):
        raise typer.Exit(1)


def _all_checks() -> list[Check]:
    try:
        config = settings()
    except BotError as error:
        return [Check("settings", "fails", str(error), "Mend that setting; the others are looked at then.")]
    checks = [
        Check("settings", "ok", "understood"),
        *machine.check_folder(config.data),
        machine.check_room(config.data),
        machine.check_secrets(Path(os.environ.get(f"{PREFIX}SECRETS", "/run/secrets"))),
        *contents.check_reading(config),
        database := contents.check_database(config),
    ]
    # a database of another schema would be migrated if it were opened
    readable = database.level == "ok" and not database.text.startswith("none yet")
    return [*checks, *asyncio.run(_check_contents(config, readable=readable))]


async def _check_contents(config: Settings, *, readable: bool) -> list[Check]:
    from bot.app import configured, utc_now  # noqa: PLC0415 - a second of imports

    platforms = {platform.name for platform in configured(config)}
    schedules: list[Schedule] = []
    checks: list[Check] = []
    if readable:
        try:
            schedules, deliveries, feeds = await _read(config)
        except BotError as error:
            return [Check("database", "fails", str(error), "See above.")]
        checks += [
            contents.check_outbox(deliveries, utc_now()),
            contents.check_feeds(feeds),
            *contents.check_schedules(schedules, platforms, utc_now()),
        ]
        if config.jobs == "workers":
            checks.append(await _check_jobs(config))
    checks.append(machine.check_zones({config.zone, *(schedule.zone for schedule in schedules)}))
    return [*checks, *await _check_platforms(config, schedules)]


async def _read(config: Settings) -> tuple[list[Schedule], list[Delivery], list[Feed]]:
    from bot.store import open_store  # noqa: PLC0415 - only where a database is used

    store = await open_store(config.database_url)
    try:
        return await store.schedules(), await store.unsent(), await store.feeds.all()
    finally:
        await store.close()


async def _check_jobs(config: Settings) -> Check:
    from bot.app import open_queue  # noqa: PLC0415 - a second of imports

    try:
        async with open_queue(config) as queue:
            return contents.check_jobs(await queue.state())
    except BotError as error:
        return Check("jobs", "fails", str(error), "Set DATELINE_JOBS to “here”, or mend that.")


async def _check_platforms(config: Settings, schedules: Sequence[Schedule]) -> list[Check]:
    checks: list[Check] = []
    for platform in PLATFORMS:
        if platform.is_configured(config) and platform.diagnose:
            places = [row.destination for row in schedules if not row.paused and not person_of(row.destination.channel)]
            channels = sorted({place.channel for place in places if place.platform == platform.name})
            checks += await platform.diagnose(config, channels)
    if not checks:
        names = ", or ".join(platform.setting for platform in PLATFORMS)
        return [Check("platforms", "warns", "none is configured", f"Set {names}.")]
    return checks


def _show(checks: Sequence[Check]) -> None:
    for check in checks:
        line = Text.assemble((f"{check.level:5}", _STYLES[check.level]), f"  {check.name}: {plain(check.text)}")
        console().print(line)
        if check.cure and check.level != "ok":
            console().print(Text(f"       {plain(check.cure)}", style="dim"))
