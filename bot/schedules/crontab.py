"""Crontab text, which APScheduler reads: it is only ever asked about wall-clock time, as if that were UTC."""

from __future__ import annotations

import functools
import re
from datetime import UTC, datetime, timedelta
from typing import Any

from apscheduler.triggers.cron import CronTrigger

from bot.errors import RequestError

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TICK = timedelta(microseconds=1)


def check_crontab(entry: str) -> None:
    """Raise RequestError for what is no crontab text."""
    _crontab(entry)


def next_wall_time(entry: str, wall: datetime) -> datetime:
    """The first wall-clock time of an entry after another, both dressed as UTC."""
    wall_time: datetime | None = _crontab(entry).get_next_fire_time(None, wall + _TICK)
    if wall_time is None:
        raise RequestError(f"“{entry}” is never due.")
    return wall_time


@functools.lru_cache(maxsize=4_096)
def _crontab(entry: str) -> Any:
    try:
        *rest, days = entry.split()
        # Crontab counts days from Sunday, APScheduler from Monday; names mean the same to both.
        day_names = re.sub(r"(?<!/)[0-7]", lambda day: _DAYS[int(day[0]) - 1], days)
        return CronTrigger.from_crontab(" ".join([*rest, day_names]), timezone=UTC)
    except ValueError as error:
        raise RequestError(f"“{entry}” is not crontab text: minute, hour, day, month, day of the week.") from error
