"""When a digest is due, and when it must wait: wall-clock times in a zone, whatever its clocks do.

A schedule's `cron` is crontab text; several entries are separated by ";".
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.models import QuietWindow
from bot.schedules.crontab import next_wall_time
from bot.schedules.parsing import parse_zone

_SECOND = timedelta(seconds=1)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def next_due(cron: str, zone: str, moment: datetime) -> datetime:
    """The first instant after `moment` at which a schedule is due, in UTC.

    A wall-clock time that does not exist that day is due at the first instant after it; one that exists twice,
    the first time.
    """
    place = ZoneInfo(parse_zone(zone))
    return min(_next_of_entry(entry, place, moment) for entry in cron.split(";"))


def latest_due(cron: str, zone: str, due: datetime, now: datetime) -> datetime | None:
    """The latest due instant up to now, where `due` is the earliest that is open; nothing if that lies ahead."""
    if due > now:
        return None
    due = _recent_due(cron, zone, due, now)
    while (next_instant := next_due(cron, zone, due)) <= now:
        due = next_instant
    return due


def _recent_due(cron: str, zone: str, due: datetime, now: datetime) -> datetime:
    """A due instant not long before now, so that nobody has to count through a year of minutes."""
    lookback = _HOUR
    while now - lookback > due:
        instant = next_due(cron, zone, now - lookback)
        if instant <= now:
            return instant
        lookback *= 2
    return due


def _next_of_entry(entry: str, zone: ZoneInfo, moment: datetime) -> datetime:
    # Wall-clock time moves as if it were UTC; the instant of a later wall-clock time is never earlier.
    wall = moment.astimezone(zone).replace(tzinfo=UTC)
    while True:
        wall = next_wall_time(entry, wall)
        instant = instant_of(wall.replace(tzinfo=zone))
        if instant > moment:
            return instant


def instant_of(wall: datetime) -> datetime:
    """The instant of a wall-clock time; the first one after it, where it does not exist."""
    instant = wall.replace(fold=0).astimezone(UTC)
    if instant.astimezone(wall.tzinfo).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return instant
    # The time does not exist: the change lies between its two readings.
    earliest = wall.replace(fold=1).astimezone(UTC)
    offset = earliest.astimezone(wall.tzinfo).utcoffset()
    while instant - earliest > _SECOND:
        middle = earliest + (instant - earliest) / 2 // _SECOND * _SECOND
        if middle.astimezone(wall.tzinfo).utcoffset() == offset:
            earliest = middle
        else:
            instant = middle
    return instant


def quiet_until(window: QuietWindow, now: datetime) -> datetime | None:
    """The end of the quiet hours that now falls into; nothing outside them."""
    place = ZoneInfo(parse_zone(window.zone))
    begin, end = (_wall(text) for text in window.hours.split("-"))
    today = now.astimezone(place).replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    for day in (today - _DAY, today):
        quiet_start = instant_of(day + begin)
        quiet_end = instant_of(day + end + (_DAY if end <= begin else timedelta(0)))
        if quiet_start <= now < quiet_end:
            return quiet_end
    return None


def _wall(text: str) -> timedelta:
    hour, minute = text.split(":")
    return timedelta(hours=int(hour), minutes=int(minute))
