"""How a day is printed: "Thu 6 Feb", never "yesterday"."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from digests.lexicon import ENGLISH
from digests.models import Precision

#: The names of the days as they are printed, from Monday.
DAYS = [name[:3].capitalize() for name in ENGLISH.calendar.weekdays]
_WHOLE_DAY = timedelta(days=1)
_MONTHS = [name[:3].capitalize() for name in ENGLISH.calendar.months]


def format_day(moment: datetime, precision: Precision, *, now: datetime) -> str:
    """Print when something was or was said, as exactly as it is known.

    Days and weeks carry the year only where it is not the year of `now`, in the moment's own zone; an unknown
    precision prints nothing.
    """
    day = moment.date()
    year = now.astimezone(moment.tzinfo).year
    if precision in {"minute", "day"}:
        return f"{DAYS[day.weekday()]} {_day(day, year)}"
    if precision == "week":
        return f"week of {_day(day - timedelta(days=min(day.weekday(), day.toordinal() - 1)), year)}"
    if precision == "month":
        return f"{_MONTHS[day.month - 1]} {day.year}"
    if precision == "season":
        return _season(day)
    return str(day.year) if precision == "year" else ""


def format_saying(moment: datetime, precision: Precision, *, now: datetime) -> str:
    """Print when something was said, told apart from when it happened: “said Thu 6 Feb”."""
    day = format_day(moment, precision, now=now)
    return f"said {day}" if day else ""


def format_days(first: datetime, end: datetime, *, now: datetime) -> str:
    """Print the days from one moment until another, such as “5–6 Jan”, “30 Jan–2 Feb”; less than two, as one."""
    begin, last = first.date(), (end - timedelta(microseconds=1)).date()
    if end - first < 2 * _WHOLE_DAY:
        return format_day(first, "day", now=now)
    year = now.astimezone(first.tzinfo).year
    if begin.year != last.year:
        return f"{_day(begin, 0)}–{_day(last, 0)}"
    return f"{begin.day if begin.month == last.month else _day(begin, begin.year)}–{_day(last, year)}"


def _day(day: date, year: int) -> str:
    plain = f"{day.day} {_MONTHS[day.month - 1]}"
    return plain if day.year == year else f"{plain} {day.year}"


def _season(day: date) -> str:
    first = day.month // 3 * 3 or 12
    name = next(name for name, month in ENGLISH.calendar.seasons.items() if month == first)
    if first < 12:
        return f"{name} {day.year}"
    begins = day.year - (day.month < 12)
    return f"{name} {begins}–{(begins + 1) % 100:02d}"
