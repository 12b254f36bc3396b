"""Intervals of the calendar: whole days, months, seasons and years, and parts of them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final, NamedTuple

from digests.lexicon.calendar import Part, TimeUnit
from digests.models import Precision

_DAY = timedelta(days=1)
_SPAN_DAYS: Final[dict[TimeUnit, int]] = {"day": 1, "week": 7, "fortnight": 14}
_SPAN_MONTHS: Final[dict[TimeUnit, int]] = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


class Interval(NamedTuple):
    """The half-open range of days `[first, last)`; the hours, where given, cut its ends."""

    first: date
    last: date
    precision: Precision
    from_hour: int = 0
    to_hour: int = 0

    def moments(self, zone: tzinfo) -> tuple[datetime, datetime]:
        """The aware moments at which the interval begins and ends in a zone."""
        return (
            datetime.combine(self.first, time(self.from_hour), zone),
            datetime.combine(self.last, time(self.to_hour), zone),
        )


def day(calendar_day: date) -> Interval:
    """One day."""
    return Interval(calendar_day, calendar_day + _DAY, "day")


def week(calendar_day: date) -> Interval:
    """The week, from Monday, in which a day lies."""
    monday = calendar_day - timedelta(days=calendar_day.weekday())
    return Interval(monday, monday + 7 * _DAY, "week")


def weekend(calendar_day: date) -> Interval:
    """The Saturday and Sunday of a day's week."""
    saturday = calendar_day + timedelta(days=5 - calendar_day.weekday())
    return Interval(saturday, saturday + 2 * _DAY, "week")


def month(year: int, number: int) -> Interval:
    """A month."""
    return Interval(date(year, number, 1), shifted(date(year, number, 1), 1), "month")


def quarter(year: int, number: int) -> Interval:
    """A quarter of a year."""
    first = date(year, 3 * number - 2, 1)
    return Interval(first, shifted(first, 3), "season")


def season(year: int, number: int) -> Interval:
    """A season, by the year in which it begins and its first month."""
    first = date(year, number, 1)
    return Interval(first, shifted(first, 3), "season")


def year(number: int, count: int = 1) -> Interval:
    """A year, or several in a row."""
    return Interval(date(number, 1, 1), date(number + count, 1, 1), "year")


def shifted(calendar_day: date, months: int) -> date:
    """A day some months later, or earlier; the month's last day where the month is too short."""
    index = calendar_day.year * 12 + calendar_day.month - 1 + months
    first = date(index // 12, index % 12 + 1, 1)
    following = date((index + 1) // 12, (index + 1) % 12 + 1, 1)
    return min(first + timedelta(days=calendar_day.day - 1), following - _DAY)


def back(calendar_day: date, count: int, unit: TimeUnit) -> date:
    """The day that lies some units of time before another."""
    if unit == "hour":
        return calendar_day - -(-count // 24) * _DAY
    if unit in _SPAN_DAYS:
        return calendar_day - count * _SPAN_DAYS[unit] * _DAY
    return shifted(calendar_day, -count * _SPAN_MONTHS[unit])


def around(calendar_day: date, unit: TimeUnit) -> Interval:
    """The calendar's unit in which a day lies."""
    if unit == "week":
        return week(calendar_day)
    if unit == "month":
        return month(calendar_day.year, calendar_day.month)
    if unit == "quarter":
        return quarter(calendar_day.year, (calendar_day.month + 2) // 3)
    if unit == "year":
        return year(calendar_day.year)
    if unit == "decade":
        return year(calendar_day.year // 10 * 10, 10)
    return weekend(calendar_day) if unit == "weekend" else day(calendar_day)


def part(whole: Interval, part_name: Part) -> Interval:
    """The early, middle or late third of an interval; of a month the days 1–10, 11–20 and 21 to its end."""
    if whole.precision == "year":
        return _months_of(whole, part_name)
    if (whole.last - whole.first).days < 7:
        return whole
    days = 10 if whole.precision == "month" else max(1, (whole.last - whole.first).days // 3)
    early, late = whole.first + days * _DAY, whole.first + 2 * days * _DAY
    if part_name == "mid":
        return whole._replace(first=early, last=late)
    return whole._replace(last=early) if part_name in {"early", "start"} else whole._replace(first=late)


def _months_of(whole: Interval, part_name: Part) -> Interval:
    """A third of a year or decade in whole months; its start and end are a twelfth."""
    months = (whole.last.year - whole.first.year) * 12
    step = months // (12 if part_name in {"start", "end"} else 3)
    if part_name == "mid":
        return whole._replace(first=shifted(whole.first, step), last=shifted(whole.first, 2 * step))
    if part_name in {"early", "start"}:
        return whole._replace(last=shifted(whole.first, step))
    return whole._replace(first=shifted(whole.last, -step))


def middle(whole: Interval) -> date:
    """The day in the middle; of a month the 15th."""
    if whole.precision == "month":
        return whole.first.replace(day=15)
    return whole.first + timedelta(days=((whole.last - whole.first).days - 1) // 2)
