"""Dates as records and feeds write them; what a date leaves open is marked, and what could mean two days is no date."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from bot.records.errors import excerpt
from bot.records.zones import Zone, read_zone
from digests.models import Precision

EXAMPLE = "2025-02-07T12:00:00+00:00"

#: Whether 3/4/2025 is the third of April or the fourth of March.
DayOrder = Literal["day first", "month first"]

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH_NAMES = "january february march april may june july august september october november december".split()
_ZONE = (
    r"(?P<zone>[A-Za-z]{1,5}|[A-Z][\w+-]*(?:/[\w+-]+){1,2}|(?:UTC|GMT)?\s*[+-]\d\d?(?::?\d\d)?Z?)?(?:\s+\([^()]*\))?"
)
_CLOCK = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?P<fraction>[.,]\d{1,9})?)?"
    rf"(?:\s*(?P<half>[AaPp])\.?[Mm]\.?)?\s*{_ZONE}"
)
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:[A-Za-z]{2,9}[.,]*\s+)?"
_TIME = rf"(?:(?:\s*,\s*|\s+|\s*[Tt]\s*|\s+[-–]\s+)(?:at\s+)?{_CLOCK})?"
_FORMS = [
    re.compile(pattern)
    for pattern in (
        rf"{_WEEKDAY}(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark){_DAY}{_TIME}",
        rf"{_WEEKDAY}{_DAY}[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}}|\d\d){_TIME}",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}}){_TIME}",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY}\s+{_CLOCK}\s+(?P<year>\d{{4}})",
        rf"{_WEEKDAY}(?P<a>\d{{1,2}})(?P<mark>[-/.])(?P<b>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}){_TIME}",
    )
]
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:[Tt ](\d\d):?(\d\d)(?::?(\d\d))?(.*))?")
_DASHED = re.compile(r"(\d{4}-\d\d-\d\d[Tt ]+)(\d\d)(\d\d)(\d\d)(.*)")
_YEAR_MONTH = re.compile(r"(\d{4})(?:-(\d\d))?")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d{1,6})?")
_NUMERIC = _FORMS[-1]


@dataclass(frozen=True)
class Moment:
    """An instant with how exactly it is known, and whether its zone had to be assumed."""

    instant: datetime
    precision: Precision = "minute"
    zone_assumed: bool = False


def read_moment(value: object, order: DayOrder | None = None) -> Moment:
    """Read a date; one without a zone is taken as UTC, one without a time as that day's first instant.

    order: how the feed that the date stands in writes days and months in figures, where that is known.

    Raises:
        ValueError: it is no date, or may be one of two; the message shows how to write one.
    """
    if isinstance(value, Moment):
        return value
    text = _date_text(value)
    if text is None:
        raise ValueError(f"must be a date in quotes such as {EXAMPLE}, not {excerpt(value)}")
    try:
        moment = _read(text, order)
    except (ValueError, OverflowError):
        moment = None
    if moment is None or not 1000 <= moment.instant.year <= 9998:
        raise ValueError(f"is not a date: {excerpt(value)}; write it like {EXAMPLE} or 2025-02-07")
    return moment


def date_of(value: object, order: DayOrder | None) -> object:
    """A date in the order of its feed; the value itself where it cannot be read."""
    try:
        return read_moment(value, order)
    except ValueError:
        return value


def day_order(values: Iterable[object]) -> DayOrder | None:
    """How the dates of one feed are written, where one of them leaves no choice and none says the opposite."""
    orders: set[DayOrder] = set()
    for value in values:
        match = _NUMERIC.fullmatch(value.strip()) if isinstance(value, str) else None
        if match and (int(match["a"]) > 12) != (int(match["b"]) > 12):
            orders.add("day first" if int(match["a"]) > 12 else "month first")
    return orders.pop() if len(orders) == 1 else None


def _date_text(value: object) -> str | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return repr(value) if _EPOCH.fullmatch(repr(value)) else None
    return " ".join(value.split()) if isinstance(value, str) and len(value) <= 200 else None


@functools.lru_cache(maxsize=1_000)  # each date is looked at before it is read, and feeds repeat them
def _read(text: str, order: DayOrder | None) -> Moment | None:
    if _EPOCH.fullmatch(text):
        seconds = float(text) / (1_000 if len(text.partition(".")[0]) > 10 else 1)
        return Moment(datetime.fromtimestamp(seconds, UTC))
    if match := _YEAR_MONTH.fullmatch(text):
        first_day = datetime(int(match[1]), int(match[2] or 1), 1, tzinfo=UTC)
        return Moment(first_day, "month" if match[2] else "year", zone_assumed=True)
    text = _spaced(text)
    match = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    return _moment(match.groupdict(), order) if match else None


def _spaced(text: str) -> str:
    """A date that is written without marks, with them."""
    if match := _COMPACT.fullmatch(text):
        clock = f" {match[4]}:{match[5]}:{match[6] or '00'}{match[7]}" if match[4] else ""
        return f"{match[1]}-{match[2]}-{match[3]}{clock}"
    return _DASHED.sub(r"\1\2:\3:\4\5", text)


def _moment(part: dict[str, str | None], order: DayOrder | None) -> Moment | None:
    day = _calendar_day(part, order)
    if day is None:
        return None
    if part.get("hour") is None:
        return Moment(day.replace(tzinfo=UTC), "day", zone_assumed=True)
    zone, hour = read_zone(part["zone"] or ""), _hour(int(part["hour"] or 0), part["half"])
    if zone is None or hour is None:
        return None
    return _at(day, hour, part, zone)


def _at(day: datetime, hour: int, part: dict[str, str | None], zone: Zone) -> Moment:
    fraction = float((part["fraction"] or "0").replace(",", "."))
    # hour 24 is the end of the day, second 60 a leap second
    elapsed = timedelta(hours=hour, minutes=int(part["minute"] or 0), seconds=int(part["second"] or 0) + fraction)
    if hour > 24 or int(part["minute"] or 0) > 59 or int(part["second"] or 0) > 60 or elapsed > timedelta(days=1):
        raise ValueError("is no time of day")
    return Moment((day + elapsed).replace(tzinfo=zone.zone), zone_assumed=zone.is_assumed)


def _hour(hour: int, half: str | None) -> int | None:
    """The hour of the day; None where the half of the day contradicts it."""
    if half is None:
        return hour
    is_afternoon = half in "Pp"
    if 1 <= hour <= 12:
        return hour % 12 + 12 * is_afternoon
    return hour if is_afternoon and 13 <= hour <= 23 else None


def _calendar_day(part: dict[str, str | None], order: DayOrder | None) -> datetime | None:
    year = int(part["year"] or 0)
    year += 0 if len(part["year"] or "") == 4 else 2000 if year <= 68 else 1900
    if part.get("a"):
        pair = _ordered(int(part["a"] or 0), int(part["b"] or 0), part["mark"], order)
        return datetime(year, pair[1], pair[0]) if pair else None  # noqa: DTZ001 - its zone comes with the clock
    month = _month(part["month"] or "")
    return datetime(year, month, int(part["day"] or 0)) if month else None  # noqa: DTZ001 - as above


def _ordered(first: int, second: int, mark: str | None, order: DayOrder | None) -> tuple[int, int] | None:
    """Day and month of a date in figures; None where either could be the day."""
    if first > 12 or mark == "." or first == second:
        return first, second
    if second > 12:
        return second, first
    return None if order is None else (first, second) if order == "day first" else (second, first)


def _month(name: str) -> int | None:
    if name.isdecimal():
        return int(name)
    name = name.lower()
    is_month = name in _MONTHS or name in _MONTH_NAMES or name == "sept"
    return _MONTHS.index(name[:3]) + 1 if is_month else None
