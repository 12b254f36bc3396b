"""What an admin writes about when a digest shall come, and how a schedule is said in words."""

from __future__ import annotations

import difflib
import functools
import re
from zoneinfo import available_timezones

from bot.errors import RequestError
from bot.schedules.crontab import check_crontab
from digests.text.printable import printable

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SETS = {
    "daily": "*",
    "every day": "*",
    "everyday": "*",
    "weekdays": "mon-fri",
    "weekends": "sat,sun",
    "weekday": "mon-fri",
    "weekend": "sat,sun",
}
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?")
_INTERVAL = re.compile(r"hourly|every hour|every (\d{1,3}) ?(?:h|hours?)|(\d{1,3})-hourly")
_STEPS = (1, 2, 3, 4, 6, 8, 12)  #: those that divide a day, so that its last gap is like the others
_CRONTAB = re.compile(r"[\d*/,-]+\s+[\d*/,-]+\s+[\dL*/,-]+\s+[\w*/,-]+\s+[\w*/,-]+")
_DAY_NAME = "(?:" + "|".join(_DAYS) + ")[a-z]*"
#: Days inside a time, as in “8am weekdays”; a range is one of them.
_DAY = re.compile(rf"\b(?:daily|every ?day|weekdays?|weekends?|{_DAY_NAME}(?:\s*[-–]\s*{_DAY_NAME})?)(?!\w)")
_FILLER = re.compile(r"\b(?:at|on|each|every(?!\s*(?:\d|hour)))\b")
_REGULAR = re.compile(r"0 \*(?:/(\d+))? \* \* (\S+)")
_SIMPLE = re.compile(r"(\d+) ([\d,]+) \* \* (\S+)")
_QUIET_HOURS = re.compile(r"(.+?)\s*(?:-|–|to|until)\s*(.+)")
_GRACE = re.compile(r"(\d{1,4}) ?(m|min|minutes?|h|hours?)")


def parse_days_at(times: str, days: str) -> str:
    """Make crontab text of times ("08:00,18:30", "every 6 hours") and days ("weekdays", "mon,wed").

    Crontab text is taken as it is, and names its own days.
    """
    times, days = _told_apart(printable(times), printable(days))
    if _CRONTAB.fullmatch(times):
        if days != "daily":
            raise RequestError(f"“{times.strip()[:40]}” names its days itself; leave out the other days.")
        check_crontab(" ".join(times.split()))
        return " ".join(times.split())
    cron_days = _parse_days(days)
    interval = _INTERVAL.fullmatch(" ".join(times.casefold().split()))
    if interval:
        return f"0 {_hours(int(interval[1] or interval[2] or 1))} * * {cron_days}"
    hours: dict[int, set[int]] = {}
    for part in times.split(","):
        hour, minute = parse_time(part)
        hours.setdefault(minute, set()).add(hour)
    return ";".join(f"{minute} {','.join(map(str, sorted(hours[minute])))} * * {cron_days}" for minute in sorted(hours))


def change_times(cron: str, at: str | None, days: str | None) -> str:
    """Crontab text with other times or other days; what is not said stays as it is."""
    if not at and not days:
        return cron
    old_times, old_days = _times_and_days(cron)
    if at and not days and (_DAY.search(at.casefold()) or _CRONTAB.fullmatch(printable(at))):
        return parse_days_at(at, "daily")
    return parse_days_at(at or old_times, days or old_days)


def _times_and_days(cron: str) -> tuple[str, str]:
    """What `parse_days_at` reads as the same crontab text."""
    regular = _REGULAR.fullmatch(cron)
    if regular:
        return f"every {regular[1] or 1} hours", _days_text(regular[2])
    entries = [_SIMPLE.fullmatch(entry) for entry in cron.split(";")]
    if None in entries:
        return cron, "daily"
    times = [f"{int(hour):02}:{int(entry[1]):02}" for entry in entries if entry for hour in entry[2].split(",")]
    return ",".join(times), next(_days_text(entry[3]) for entry in entries if entry)


def _told_apart(times: str, days: str) -> tuple[str, str]:
    """Times and days, where somebody has written both in one: “8am weekdays”, “Mondays and Fridays at 7:30”."""
    text = times.casefold().replace("–", "-")
    named_days = _DAY.findall(text)
    rest = _DAY.sub(" ", text) if named_days and days == "daily" else text
    rest = _FILLER.sub(" ", re.sub(r"\band\b", ",", rest))
    parts = [" ".join(part.split()) for part in rest.split(",")]
    rest = ",".join(part for part in parts if part or not named_days)
    if not rest or _CRONTAB.fullmatch(times):
        return times, days
    return rest, ",".join(named_days) if named_days and days == "daily" else days


def _hours(step: int) -> str:
    if step not in _STEPS:
        raise RequestError(
            f"Every {step} hours does not fit into a day. Write 08:00, or every 1, 2, 3, 4, 6, 8 or 12 hours."
        )
    return "*" if step == 1 else f"*/{step}"


def parse_time(text: str) -> tuple[int, int]:
    """Read a time of day: hour and minute."""
    match = _TIME.fullmatch(text.strip().casefold())
    if match:
        hour, minute, meridiem = int(match[1]), int(match[2] or 0), match[3]
        if meridiem:
            hour = hour % 12 + 12 * (meridiem == "pm") if 1 <= hour <= 12 else 24
        if (match[2] or meridiem) and hour < 24 and minute < 60:
            return hour, minute
    raise RequestError(
        f"“{text.strip()[:40]}” is not a time of day. Write it as 08:00, several as 08:00,18:30, or every 6 hours."
    )


def _parse_days(text: str) -> str:
    days = " ".join(text.casefold().split())
    if days in _SETS:
        return _SETS[days]
    weekdays: set[int] = set()
    for part in days.replace(" and ", ",").split(","):
        bounds = [_DAYS.index(end) if (end := name.strip()[:3]) in _DAYS else -1 for name in part.split("-")]
        if not 1 <= len(bounds) <= 2 or -1 in bounds:
            raise RequestError(
                f"“{part.strip()[:40]}” is not a day. Write daily, weekdays, weekends, or days such as mon,wed,fri."
            )
        weekdays |= {day % 7 for day in range(bounds[0], bounds[-1] + 1 + 7 * (bounds[-1] < bounds[0]))}
    cron_days = ",".join(day for number, day in enumerate(_DAYS) if number in weekdays)
    return {"mon,tue,wed,thu,fri": "mon-fri", ",".join(_DAYS): "*"}.get(cron_days, cron_days)


def parse_zone(text: str) -> str:
    """Find an IANA time zone by its name, in whatever case."""
    text = printable(text)
    key = text.replace(" ", "_").casefold()
    names = _zones()
    if key in names:
        return names[key]
    cities = {name.rpartition("/")[2]: full for name, full in sorted(names.items(), reverse=True)}
    suggestions = [names[name] for name in difflib.get_close_matches(key, names, n=3, cutoff=0.75)]
    suggestions += [
        cities[city] for city in difflib.get_close_matches(key.rpartition("/")[2], cities, n=3, cutoff=0.75)
    ]
    hint = f" Nearest: {', '.join(dict.fromkeys(suggestions))}." if suggestions else ""
    raise RequestError(f"“{text.strip()[:40]}” is not a time zone. Write an IANA name such as Europe/Kyiv.{hint}")


@functools.cache
def _zones() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones()}


def describe(cron: str, zone: str) -> str:
    """Say when a schedule is due, as in “weekdays at 08:00, Europe/Kyiv”."""
    regular = _REGULAR.fullmatch(cron)
    if regular:
        interval = f"every {regular[1]} hours" if regular[1] else "every hour"
        return f"{_days_text(regular[2])}, {interval}, {zone}"
    entries = [_SIMPLE.fullmatch(entry) for entry in cron.split(";")]
    days = {entry[3] for entry in entries if entry}
    if None in entries or len(days) != 1:
        return f"at cron times {cron}, {zone}"
    times = sorted(f"{int(hour):02}:{int(entry[1]):02}" for entry in entries if entry for hour in entry[2].split(","))
    (cron_days,) = days
    return f"{_days_text(cron_days)} at {_join_words(times)}, {zone}"


def _days_text(cron_days: str) -> str:
    words = next((name for name, text in _SETS.items() if text == cron_days), None)
    return words or _join_words([day.title() for day in cron_days.split(",")])


def _join_words(parts: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))


def parse_quiet_hours(text: str) -> str | None:
    """Read quiet hours, as in “22:00-07:00”; none for “off” or nothing."""
    hours = printable(text).casefold()
    if hours in {"", "off", "none", "no"}:
        return None
    match = _QUIET_HOURS.fullmatch(hours)
    if not match:
        raise RequestError(f"“{text.strip()[:40]}” are no quiet hours. Write them as 22:00-07:00, or off.")
    begin, end = (f"{hour:02}:{minute:02}" for hour, minute in map(parse_time, match.groups()))
    if begin == end:
        raise RequestError("Quiet hours that end when they begin leave no time to post. Write them as 22:00-07:00.")
    return f"{begin}-{end}"


def parse_grace(text: str) -> int | None:
    """Read how late a digest may be, as in “2h” or “30m”, in minutes; none for however late."""
    delay = printable(text).casefold()
    if delay in {"", "any", "off"}:
        return None
    match = _GRACE.fullmatch(delay)
    minutes = int(match[1]) * (60 if match[2].startswith("h") else 1) if match else 0
    if not minutes:
        raise RequestError(f"“{text.strip()[:40]}” does not say how late. Write 30m or 2h, or leave it out.")
    return minutes
