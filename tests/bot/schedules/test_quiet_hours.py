"""Quiet hours and how late a digest may be: what an admin writes, and what the clock on the wall makes of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import RequestError
from bot.models import QuietWindow
from bot.schedules import parse_grace, parse_quiet_hours, quiet_until

_MINUTE = timedelta(minutes=1)
_TIMES = st.integers(0, 24 * 60 - 1)
_ZONES = ("UTC", "Europe/Kyiv", "America/New_York", "Australia/Lord_Howe", "America/Havana", "Asia/Kathmandu")


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("22:00-07:00", "22:00-07:00"),
        (" 22:00 – 7:00 ", "22:00-07:00"),
        ("10pm to 7am", "22:00-07:00"),
        ("off", None),
        ("", None),
    ],
)
def test_quiet_hours_are_read(text: str, hours: str | None) -> None:
    """Hours are read as people write them."""
    assert parse_quiet_hours(text) == hours


@pytest.mark.parametrize("text", ["night", "22:00", "22:00-25:00", "22:00-22:00", "-", "22-7"])
def test_bad_quiet_hours_are_refused(text: str) -> None:
    """What is no pair of times is refused with how to write it."""
    with pytest.raises(RequestError, match=r"Write"):
        parse_quiet_hours(text)


@pytest.mark.parametrize(("text", "minutes"), [("2h", 120), ("30 min", 30), ("1 hour", 60), ("", None), ("any", None)])
def test_how_late_is_read(text: str, minutes: int | None) -> None:
    """How late a digest may be is read in hours or minutes."""
    assert parse_grace(text) == minutes


@pytest.mark.parametrize("text", ["0h", "late", "2 weeks", "-1h", "1.5h"])
def test_bad_lateness_is_refused(text: str) -> None:
    """What is no length of time is refused with how to write it."""
    with pytest.raises(RequestError, match="30m or 2h"):
        parse_grace(text)


def _window(begin: int, end: int, zone: str) -> QuietWindow:
    hours = f"{begin // 60:02}:{begin % 60:02}-{end // 60:02}:{end % 60:02}"
    return QuietWindow(hours=hours, zone=zone)


@given(begin=_TIMES, end=_TIMES, at=st.integers(0, 3 * 24 * 60))
def test_quiet_is_between_its_ends(begin: int, end: int, at: int) -> None:
    """Where clocks do not change it is quiet from the beginning to the end, also over midnight, and else never."""
    now = datetime(2025, 2, 8, tzinfo=UTC) + at * _MINUTE
    minute = at % (24 * 60)
    inside = begin <= minute < end if begin < end else minute >= begin or minute < end
    until = quiet_until(_window(begin, end, "UTC"), now) if begin != end else None
    assert (until is not None) == (inside and begin != end)
    if until:
        assert until == now + ((end - minute) % (24 * 60)) * _MINUTE


@given(
    begin=_TIMES,
    end=_TIMES,
    zone=st.sampled_from(_ZONES),
    at=st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)),  # noqa: DTZ001 - made aware below
)
def test_quiet_ends_wherever_clocks_change(begin: int, end: int, zone: str, at: datetime) -> None:
    """In any zone quiet hours have an end within a day, up to which it is quiet and at which it is not."""
    if begin == end:
        return
    quiet, now = _window(begin, end, zone), at.replace(tzinfo=UTC)
    until = quiet_until(quiet, now)
    wall = now.astimezone(ZoneInfo(zone))
    if until is None:
        minute = wall.hour * 60 + wall.minute
        changes = {wall.utcoffset(), (wall - timedelta(hours=3)).utcoffset(), (wall + timedelta(hours=3)).utcoffset()}
        assert len(changes) > 1 or not (begin <= minute < end if begin < end else minute >= begin or minute < end)
    else:
        assert now < until <= now + timedelta(hours=25)
        assert quiet_until(quiet, until - timedelta(microseconds=1)) == until
        assert quiet_until(quiet, until) is None
