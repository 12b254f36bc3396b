"""Digests lost and doubled in a year where clocks change, beside APScheduler's plain cron trigger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger

from bot.schedules import next_due
from tests.bench.result import Result
from tests.bot.clocks import Wall, changing_zones, firings, lost_and_doubled

_TICK, _HOUR = timedelta(microseconds=1), timedelta(hours=1)
HOURS = (0, 1, 2, 3)  #: when clocks change; the soak test takes all 24


def run() -> Iterator[Result]:
    """Days lost and doubled in 2026, over all zones whose offset changes."""
    walls = {zone: Wall(zone) for zone in changing_zones()}
    for hour in HOURS:
        ours = [lost_and_doubled(wall.due(hour), _ours(zone, hour)) for zone, wall in walls.items()]
        peers = [lost_and_doubled(wall.due(hour), _peers(zone, hour)) for zone, wall in walls.items()]
        lost, theirs = (sum(count for count, _ in side) for side in (ours, peers))
        where = f"at {hour:02}:00, {len(walls)} zones"
        yield Result(f"lost {where}", lost, "digests", "CronTrigger", theirs)
        yield Result(f"doubled {where}", sum(count for _, count in ours), "digests")


def _ours(zone: str, hour: int) -> list[datetime]:
    return list(firings(partial(next_due, f"0 {hour} * * *", zone)))


def _peers(zone: str, hour: int) -> list[datetime]:
    trigger = CronTrigger(hour=hour, minute=0, timezone=ZoneInfo(zone))

    def following(after: datetime) -> datetime | None:
        found: datetime | None = trigger.get_next_fire_time(after, after + _TICK)
        # Where an hour comes twice it may name the same moment for ever: the scheduler would ask it again later.
        return trigger.get_next_fire_time(None, after + _HOUR) if found and found <= after else found

    return list(firings(following))
