"""When digests are due: what admins write, wall-clock time where clocks change, and catching up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import RequestError
from bot.schedules import WallClock, change_times, describe, latest_due, next_due, parse_days_at, parse_zone
from tests.bot.clocks import Wall, changing_zones, firings

DAY = timedelta(days=1)
DUE = datetime(2025, 2, 9, 8, 0, tzinfo=UTC)

#: Zones that change at midnight, at odd hours, by half an hour, in the south, or not at all.
ZONES = (
    "Europe/Kyiv",
    "America/New_York",
    "America/Santiago",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "Atlantic/Azores",
    "Asia/Tokyo",
)


@pytest.mark.parametrize(
    ("at", "days", "cron", "said"),
    [
        ("08:00", "daily", "0 8 * * *", "daily at 08:00"),
        ("8:05", "Weekdays", "5 8 * * mon-fri", "weekdays at 08:05"),
        ("18:30,08:00", "weekends", "0 8 * * sat,sun;30 18 * * sat,sun", "weekends at 08:00 and 18:30"),
        ("8:00,20:00", "fri,mon,wed", "0 8,20 * * mon,wed,fri", "Mon, Wed and Fri at 08:00 and 20:00"),
        ("8am, 12pm, 12am", "Monday and Tuesday", "0 0,8,12 * * mon,tue", "Mon and Tue at 00:00, 08:00 and 12:00"),
        ("23:59", "mon-fri", "59 23 * * mon-fri", "weekdays at 23:59"),
        ("00:00", "sat-mon", "0 0 * * mon,sat,sun", "Mon, Sat and Sun at 00:00"),
        ("7.30", "mon-sun", "30 7 * * *", "daily at 07:30"),
        ("every 6 hours", "weekdays", "0 */6 * * mon-fri", "weekdays, every 6 hours"),
        ("Every  12h", "daily", "0 */12 * * *", "daily, every 12 hours"),
        ("hourly", "daily", "0 * * * *", "daily, every hour"),
        ("8am weekdays", "daily", "0 8 * * mon-fri", "weekdays at 08:00"),
        ("every weekday at 7:30", "daily", "30 7 * * mon-fri", "weekdays at 07:30"),
        ("at 8:00", "daily", "0 8 * * *", "daily at 08:00"),
        ("Mondays and Fridays at 8am and 6pm", "daily", "0 8,18 * * mon,fri", "Mon and Fri at 08:00 and 18:00"),
        ("Mon–Fri 8:00", "daily", "0 8 * * mon-fri", "weekdays at 08:00"),
        ("every 6 hours on weekends", "daily", "0 */6 * * sat,sun", "weekends, every 6 hours"),
        ("every day at 9pm", "daily", "0 21 * * *", "daily at 21:00"),
        ("15 8,20 * * 1-5", "daily", "15 8,20 * * 1-5", "1-5 at 08:15 and 20:15"),
    ],
)
def test_times_and_days(at: str, days: str, cron: str, said: str) -> None:
    """What an admin writes becomes crontab text, and crontab text is said in words."""
    assert parse_days_at(at, days) == cron
    assert describe(cron, "Europe/Kyiv") == f"{said}, Europe/Kyiv"


@pytest.mark.parametrize(
    ("cron", "at", "days", "new"),
    [
        ("0 8 * * mon-fri", "9:30", None, "30 9 * * mon-fri"),
        ("0 8 * * mon-fri", None, "weekends", "0 8 * * sat,sun"),
        ("0 8 * * mon-fri", "9am daily", None, "0 9 * * *"),
        ("0 8,20 * * mon,wed;30 9 * * mon,wed", None, "daily", "0 8,20 * * *;30 9 * * *"),
        ("0 */6 * * *", None, "weekdays", "0 */6 * * mon-fri"),
        ("0 * * * sat,sun", "7:00", None, "0 7 * * sat,sun"),
        ("15 8 1 * *", "9:00", None, "0 9 * * *"),
        ("0 8 * * *", None, None, "0 8 * * *"),
        ("0 8 * * mon", "15 8 1 * *", None, "15 8 1 * *"),
    ],
)
def test_times_and_days_are_changed_apart(cron: str, at: str | None, days: str | None, new: str) -> None:
    """Other times keep the days and other days the times, unless both are named."""
    assert change_times(cron, at, days) == new


@pytest.mark.parametrize(
    "at",
    [
        "",
        "24:00",
        "08:60",
        "8",
        "noon",
        "08:00;09:00",
        "* *",
        "08:00,",
        "13pm",
        "0pm",
        "every 5 hours",
        "every 0 hours",
    ],
)
def test_bad_time_says_how_to_write_it(at: str) -> None:
    """A time that cannot be read is refused with an example."""
    with pytest.raises(RequestError, match="08:00"):
        parse_days_at(at, "daily")


@pytest.mark.parametrize(("at", "days"), [("0 8 * * 1", "weekdays"), ("61 8 * * *", "daily"), ("0 8 * * 9", "daily")])
def test_crontab_text_names_its_own_days(at: str, days: str) -> None:
    """Crontab text that cannot be read, or with other days beside it, is refused."""
    with pytest.raises(RequestError):
        parse_days_at(at, days)


def test_every_six_hours_is_by_the_clock_on_the_wall() -> None:
    """Every 6 hours means 0, 6, 12 and 18 o'clock, also on the day that has 23 hours."""
    due, found = datetime(2026, 3, 28, 22, 0, tzinfo=UTC) - timedelta(seconds=1), []
    for _ in range(5):
        due = next_due("0 */6 * * *", "Europe/Kyiv", due)
        found.append(f"{due.astimezone(ZoneInfo('Europe/Kyiv')):%d %H}")
    assert found == ["29 00", "29 06", "29 12", "29 18", "30 00"]


def test_a_long_outage_is_not_counted_through() -> None:
    """The latest due time of a schedule of every minute is found at once after ten years."""
    now = DUE + 3_653 * DAY + timedelta(seconds=30)
    assert latest_due("* * * * *", "UTC", DUE, now) == now - timedelta(seconds=30)
    assert latest_due("0 8 1 1 *", "UTC", DUE, now) == datetime(2035, 1, 1, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize("days", ["", "someday", "mon,", "mon-wed-fri", "1-5", "*", "-", "mon,,tue"])
def test_bad_days_say_how_to_write_them(days: str) -> None:
    """Days that cannot be read are refused with the forms there are."""
    with pytest.raises(RequestError, match="weekdays"):
        parse_days_at("08:00", days)


@pytest.mark.parametrize(
    ("text", "zone"), [("Europe/Kyiv", "Europe/Kyiv"), (" europe/kyiv ", "Europe/Kyiv"), ("utc", "UTC")]
)
def test_zone_is_found_in_any_case(text: str, zone: str) -> None:
    """A zone's name is taken in any case and given back as IANA writes it."""
    assert parse_zone(text) == zone


@pytest.mark.parametrize(
    ("text", "near"), [("Kyiv", "Europe/Kyiv"), ("Europe/Berlln", "Europe/Berlin"), ("new york", "America/New_York")]
)
def test_unknown_zone_names_the_nearest(text: str, near: str) -> None:
    """A name that is no zone is refused with the names that are like it."""
    with pytest.raises(RequestError, match=near):
        parse_zone(text)


@pytest.mark.parametrize("text", ["", "../../etc/passwd", "\0", "x" * 5_000])
def test_odd_zone_is_refused(text: str) -> None:
    """No text can reach the file system or fill the answer."""
    with pytest.raises(RequestError) as error:
        parse_zone(text)
    assert len(str(error.value)) < 300


@pytest.mark.parametrize("cron", ["", "0 8 * *", "99 8 * * *", "0 8 * * xyz", "@daily", "0 8 30 2 *"])
def test_bad_crontab_text_is_refused(cron: str) -> None:
    """Crontab text that cannot be read, or is never due, is refused."""
    with pytest.raises(RequestError):
        next_due(cron, "UTC", DUE)


@pytest.mark.parametrize(("number", "weekday"), [(0, 6), (1, 0), (5, 4), (7, 6)])
def test_days_are_numbered_as_in_crontab(number: int, weekday: int) -> None:
    """In crontab text 1 is Monday, and 0 and 7 are Sunday."""
    assert next_due(f"0 8 * * {number}", "UTC", DUE).weekday() == weekday


def by_the_minute(zone: ZoneInfo, hour: int, begin: datetime, end: datetime) -> Iterator[datetime]:
    """The due instants of a daily schedule, found by looking at the clock on the wall every minute."""
    day = None
    moment = begin
    while moment < end:
        wall = moment.astimezone(zone)
        if wall.date() != day and wall.hour >= hour:
            day = wall.date()
            yield moment
        moment += timedelta(minutes=1)


def change_days(zone: ZoneInfo) -> list[datetime]:
    """The days of 2026 in which the zone's offset changes, as far as UTC knows days."""
    days = [datetime(2026, 1, 1, tzinfo=UTC) + n * DAY for n in range(365)]
    return [day for day in days if day.astimezone(zone).utcoffset() != (day + DAY).astimezone(zone).utcoffset()]


@pytest.mark.parametrize("zone", ZONES)
def test_once_a_day_all_year(zone: str) -> None:
    """A daily time is due on each day of the year exactly once, whatever the clocks do."""
    for hour in (0, 1, 2, 3):
        due = datetime(2026, 1, 1, tzinfo=UTC) - DAY
        days = []
        while (due := next_due(f"0 {hour} * * *", zone, due)) < datetime(2027, 1, 1, tzinfo=UTC):
            days.append(due.astimezone(ZoneInfo(zone)).date())
        assert days == [days[0] + n * DAY for n in range(len(days))]
        assert 365 <= len(days) <= 367


@pytest.mark.parametrize("zone", ZONES)
def test_around_each_change_as_the_clock_shows(zone: str) -> None:
    """Around each change of the clocks, the due instants are those that a look at the clock every minute finds."""
    place = ZoneInfo(zone)
    changes = change_days(place)
    assert bool(changes) == (zone != "Asia/Tokyo")
    for change in changes:
        begin = (change - DAY).astimezone(place).replace(hour=0, minute=0).astimezone(UTC)
        for hour in (0, 1, 2, 3):
            expected = list(by_the_minute(place, hour, begin, begin + 4 * DAY))
            due, found = begin - timedelta(minutes=1), []
            while (due := next_due(f"0 {hour} * * *", zone, due)) < begin + 4 * DAY:
                found.append(due)
            assert found == expected


@pytest.mark.parametrize("zone", ["Europe/Kyiv", "Africa/Cairo", "Australia/Lord_Howe", "America/Nuuk"])
def test_a_year_agrees_with_the_wall(zone: str) -> None:
    """All year a daily time is due when a clock on the wall first shows it, or a later time of that day."""
    wall = Wall(zone)
    for hour in (0, 2, 3, 23):
        assert list(firings(partial(next_due, f"0 {hour} * * *", zone))) == wall.due(hour)


@pytest.mark.soak
@pytest.mark.timeout(1_800)
def test_every_zone_and_hour_agrees_with_the_wall() -> None:
    """In every zone whose clocks change and at every hour, nothing is lost or doubled in a year."""
    zones = changing_zones()
    assert len(zones) > 100
    wrong = []
    for zone in zones:
        wall = Wall(zone)
        for hour in range(24):
            found = list(firings(partial(next_due, f"0 {hour} * * *", zone)))
            if found != wall.due(hour):
                wrong.append((zone, hour))
    assert wrong == []


def test_times_that_fall_into_one_gap_are_due_once() -> None:
    """Two times that do not exist that day share the first instant after the gap."""
    before = datetime(2026, 3, 28, 23, 0, tzinfo=UTC)
    first = next_due("0 3 * * *;30 3 * * *", "Europe/Kyiv", before)
    assert first == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert next_due("0 3 * * *;30 3 * * *", "Europe/Kyiv", first) == datetime(2026, 3, 30, 0, 0, tzinfo=UTC)


def test_time_that_exists_twice_is_due_the_first_time() -> None:
    """Asked in the second run of a doubled hour, a time in it that has passed once is due the next day."""
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    for minutes in (0, 29, 40, 59, 60):
        after = first + timedelta(minutes=minutes)
        assert next_due("30 3 * * *", "Europe/Kyiv", after) == datetime(2026, 10, 26, 1, 30, tzinfo=UTC)
    assert next_due("30 3 * * *", "Europe/Kyiv", first - timedelta(minutes=1)) == first


@given(
    after=st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - bounds are naive
    zone=st.sampled_from(ZONES),
    minute=st.integers(0, 59),
    hour=st.integers(0, 23),
)
def test_next_due_is_later_and_nearest(after: datetime, zone: str, minute: int, hour: int) -> None:
    """The next due instant lies ahead, at most two days off, and none lies between."""
    cron = f"{minute} {hour} * * *"
    due = next_due(cron, zone, after)
    assert after < due <= after + 2 * DAY
    assert next_due(cron, zone, due - timedelta(microseconds=1)) == due
    assert next_due(cron, zone, after + (due - after) / 2) == due


def test_trigger_goes_by_wall_clock() -> None:
    """The trigger that APScheduler runs on gives the same instants, the present one included."""
    trigger = WallClock("0 0 * * *", "Europe/Kyiv")
    first = datetime(2026, 3, 28, 22, 0, tzinfo=UTC)
    assert trigger.get_next_fire_time(None, first) == first
    second = trigger.get_next_fire_time(first, first)
    assert second == datetime(2026, 3, 29, 21, 0, tzinfo=UTC)
    assert trigger.get_next_fire_time(second, second) == datetime(2026, 3, 30, 21, 0, tzinfo=UTC)


@pytest.mark.parametrize(("hours", "latest"), [(-1, None), (0, 0), (23, 0), (24, 24), (24 * 5 + 3, 24 * 5)])
def test_latest_due(hours: int, latest: int | None) -> None:
    """Of all due instants that were missed, the latest counts."""
    expected = None if latest is None else DUE + timedelta(hours=latest)
    assert latest_due("0 8 * * *", "UTC", DUE, DUE + timedelta(hours=hours)) == expected
