"""Dates as records write them: ISO 8601 or RFC 2822, with or without a time and a zone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bot.records.errors import excerpt
from digests.models import Precision

EXAMPLE = "2025-02-07T12:00:00+00:00"

_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d|\d{8})"
    r"(?:(?:[Tt]|[ ]+)(?P<clock>\d\d:?\d\d(?::?\d\d(?:[.,]\d{1,9})?)?)[ ]?(?P<zone>[Zz]|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?"
)
_MONTH = re.compile(r"\d{4}-\d\d")
_YEAR = re.compile(r"\d{4}")
_MAIL = re.compile(
    r"(?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3,9}\.?\s+(?:\d{4}|\d\d)"
    r"(?P<clock>\s+\d{1,2}:\d\d(?::\d\d)?(?:\s+(?:[A-Za-z]{1,5}|[+-]\d{4}))?(?:\s+\([^()]*\))?)?"
)


@dataclass(frozen=True)
class Moment:
    """An instant with how exactly it is known, and whether its zone had to be assumed."""

    instant: datetime
    precision: Precision = "minute"
    zone_assumed: bool = False


def read_moment(value: object) -> Moment:
    """Read a date; one without a zone is taken as UTC, one without a time as that day's first instant.

    Raises:
        ValueError: it is no date; the message shows how to write one.
    """
    if isinstance(value, Moment):
        return value
    if not isinstance(value, str):
        raise ValueError(f"must be a date in quotes such as {EXAMPLE}, not {excerpt(value)}")
    try:
        moment = _read(value.strip())
    except (ValueError, OverflowError, TypeError, IndexError):
        moment = None
    if moment is None or not 1000 <= moment.instant.year <= 9998:
        raise ValueError(f"is not a date: {excerpt(value)}; write it like {EXAMPLE} or 2025-02-07")
    return moment


def _read(text: str) -> Moment | None:
    if match := _ISO.fullmatch(text):
        return _iso(match)
    if _MONTH.fullmatch(text):
        return Moment(datetime.fromisoformat(f"{text}-01").replace(tzinfo=UTC), "month", zone_assumed=True)
    if _YEAR.fullmatch(text):
        return Moment(datetime(int(text), 1, 1, tzinfo=UTC), "year", zone_assumed=True)
    return _mail(text)


def _iso(match: re.Match[str]) -> Moment:
    day, clock, zone = match["day"], match["clock"], match["zone"]
    if clock is None:
        return Moment(datetime.fromisoformat(day).replace(tzinfo=UTC), "day", zone_assumed=True)
    if zone is None:
        return Moment(datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=UTC), zone_assumed=True)
    offset = "+00:00" if zone.isalpha() else zone
    return Moment(datetime.fromisoformat(f"{day}T{clock}{offset}"))


def _mail(text: str) -> Moment | None:
    match = _MAIL.fullmatch(text)
    if match is None:
        return None
    if match["clock"] is None:
        instant = parsedate_to_datetime(f"{text} 00:00:00 -0000")
        return Moment(instant.replace(tzinfo=UTC), "day", zone_assumed=True)
    instant = parsedate_to_datetime(text)
    return Moment(instant) if instant.tzinfo else Moment(instant.replace(tzinfo=UTC), zone_assumed=True)
