"""A clock that was ahead for a while: what was noted by it is brought back, so that no digest falls silent."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import datetime, timedelta

import structlog

from bot.errors import RequestError
from bot.models import Schedule
from bot.protocols import Store
from bot.schedules.due import next_due

STEP = timedelta(minutes=15)  #: clocks of replicas may differ by so much
REACH = timedelta(days=1)  #: how far back a digest looks whose window cannot be known; what it posted is left out

_log = structlog.get_logger(__name__)


def brought_back(schedule: Schedule, now: datetime) -> Schedule | None:
    """The schedule as it would be had the clock always been right; none where nothing shows that it was ahead."""
    limit = now + STEP
    is_covered_ahead = schedule.covered_until > limit
    if not is_covered_ahead and schedule.next_due <= next_due(schedule.cron, schedule.zone, limit):
        return None
    return schedule.model_copy(
        update={
            "next_due": min(schedule.next_due, next_due(schedule.cron, schedule.zone, now)),
            "covered_until": now - REACH if is_covered_ahead else schedule.covered_until,
        }
    )


async def set_right(store: Store, schedules: Iterable[Schedule], now: datetime, *, seen: bool) -> int:
    """Bring back whatever a clock that was ahead has noted, say so, and give the number of schedules.

    seen: whether the clock was seen to go back, so that it is not behind now instead.
    """
    changes = await asyncio.to_thread(_changes, list(schedules), now)
    rows = await store.bring_back(now, now + STEP, sure=seen) if changes or seen else 0
    for change in changes:
        await store.update_schedule(change)
    if changes or rows:
        _log.warning("the clock was ahead: what it had noted is brought back", schedules=len(changes), rows=rows)
    return len(changes)


def _changes(schedules: list[Schedule], now: datetime) -> list[Schedule]:
    changes = []
    for schedule in schedules:
        try:
            change = brought_back(schedule, now)
        except RequestError:  # one that cannot be read is told of elsewhere
            continue
        if change is not None:
            changes.append(change)
    return changes
