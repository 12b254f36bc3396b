"""How a day is printed: "Thu 6 Feb", never "yesterday"."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from digests.lexicon import ENGLISH
from digests.models import Precision

_DAYS = [name[:3].capitalize() for name in ENGLISH.calendar.weekdays]
_MONTHS = [name[:3].capitalize() for name in ENGLISH.calendar.months]


def format_day(moment: datetime, precision: Precision, *, now: datetime) -> str:
    """Print when something was or was said, as exactly as it is known.

    Days and weeks carry the year only where it is not the year of `now`, in the moment's own zone; an unknown
    precision prints nothing.
    """
    on = moment.date()
    year = now.astimezone(moment.tzinfo).year
    if precision in {"minute", "day"}:
        return f"{_DAYS[on.weekday()]} {_day(on, year)}"
    if precision == "week":
        return f"week of {_day(on - timedelta(days=min(on.weekday(), on.toordinal() - 1)), year)}"
    if precision == "month":
        return f"{_MONTHS[on.month - 1]} {on.year}"
    if precision == "season":
        return _season(on)
    return str(on.year) if precision == "year" else ""


def _day(on: date, year: int) -> str:
    plain = f"{on.day} {_MONTHS[on.month - 1]}"
    return plain if on.year == year else f"{plain} {on.year}"


def _season(on: date) -> str:
    first = on.month // 3 * 3 or 12
    name = next(name for name, month in ENGLISH.calendar.seasons.items() if month == first)
    if first < 12:
        return f"{name} {on.year}"
    begins = on.year - (on.month < 12)
    return f"{name} {begins}–{(begins + 1) % 100:02d}"
