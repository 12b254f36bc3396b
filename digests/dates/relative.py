"""Dates told from the article's day: weekdays, "yesterday", "overnight", "since the summer"."""

from __future__ import annotations

from datetime import date, timedelta

from digests.dates.absolute import MONTHS, read_digits, read_month
from digests.dates.interval import SEASONS, Interval, day, season
from digests.dates.reading import DateMatch, DateScan, looks_ahead

WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
_SHORT_DAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
_FEASTS = frozenset(
    "black good super ash palm easter bloody holy cyber giving whit maundy shrove every each one first second "
    "third fourth fifth".split()
)
_NO_DAYS = {("on", "a"), ("fox", "news")}  #: "on a Thursday", "Fox News Sunday"
_TITLES = frozenset("night times telegraph express mirror mail post herald independent football live today".split())
_HOURS = frozenset({"morning", "afternoon", "evening", "night"})
_ONE_DAY = timedelta(days=1)


def read_weekday(text: DateScan, i: int) -> DateMatch | None:
    """Read a weekday; it looks back from the article's day unless the clause looks ahead."""
    number = WEEKDAYS.get(text.low(i), _SHORT_DAYS.get(text.low(i)))
    if number is None or not text.capital(i) or text.low(i - 1) in _FEASTS:
        return None
    if text.low(i - 1) == "last" and text.low(i + 1) in {"in", "of"} and text.low(i + 2) in MONTHS:
        return None  # "the last Thursday in November"
    if (text.capital(i + 1) and text.low(i + 1) in _TITLES) or (text.low(i - 2), text.low(i - 1)) in _NO_DAYS:
        return None
    short = text.low(i) in _SHORT_DAYS
    dated = _dated(text, i + 1)
    if dated:
        return dated._replace(first=i)
    if text.today is None or (short and (text.low(i + 1) != "." or number > 4)):
        return None
    return _weekday(text, i, i + 1 + short, number)


def _dated(text: DateScan, i: int) -> DateMatch | None:
    """The full date that follows a weekday: "Thursday, Feb. 6"."""
    for j in range(i, i + 4):
        for read in (read_month, read_digits):
            found = read(text, j) if j < len(text.tokens) and (text.capital(j) or text.number(j)) else None
            if found and found.interval.precision == "day":
                return found
        if j < i + 2 and text.low(j) not in {",", ".", "(", "the"} and text.number(j) is None:
            return None
    return None


def _weekday(text: DateScan, i: int, end: int, number: int) -> DateMatch | None:
    today = text.today or date.min
    ago = (today.weekday() - number) % 7
    before = text.low(i - 1)
    first = i - (before in {"last", "next", "this", "past", "coming"})
    if first < i and text.low(first - 1) == "this":
        first -= 1
    end += text.low(end) in _HOURS
    of = end + (text.low(end) == "of")
    if text.low(of) in {"last", "this", "next"} and text.low(of + 1) == "week":
        weeks = {"last": -1, "this": 0, "next": 1}[text.low(of)]
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
        return DateMatch(first, of + 2, day(monday + timedelta(days=number)))
    if before in {"next", "coming"}:
        on = today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    elif before in {"last", "past"}:
        on = today - timedelta(days=ago or 7)
    elif before == "this":
        on = today + timedelta(days=number - today.weekday())
    else:
        on = today + timedelta(days=-ago % 7) if looks_ahead(text, i) else today - timedelta(days=ago)
    return DateMatch(first, end, day(on))


def read_adverb(text: DateScan, i: int) -> DateMatch | None:
    """Read "today", "yesterday", "tomorrow", "tonight", "overnight", "this morning" and "last night"."""
    today, low = text.today, text.low(i)
    if today is None or (text.capital(i) and i > 0 and text.low(i - 1) not in {".", "“", "”", "!", "?", ":"}):
        return None
    if low in _HOURS:
        before = text.low(i - 1)
        if before == "this" or (before == "last" and low == "night"):
            return DateMatch(i - 1, i + 1, day(today - _ONE_DAY if before == "last" else today))
        return None
    if low == "overnight" and {text.low(i + 1), text.low(i + 2)} & WEEKDAYS.keys():
        return None  # the weekday says which night
    if low == "overnight":
        return DateMatch(i, i + 1, Interval(today - _ONE_DAY, today, "day", from_hour=18, to_hour=6))
    days = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}[low]
    first, end = i, i + 1 + (text.low(i + 1) in _HOURS)
    for side, word in ((-1, "before"), (1, "after")):
        if text.low(i - 1) == word and text.low(i - 2) == "day" and days == side:
            days, first = days + side, i - 2 - (text.low(i - 3) == "the")
    return DateMatch(first, end, day(today + days * _ONE_DAY))


def read_season(text: DateScan, i: int) -> DateMatch | None:
    """Read "the spring of 2023", "last summer" and "since the summer"; a season alone is not resolved."""
    name, before = text.low(i), text.low(i - 1)
    of = i + 1 + (text.low(i + 1) in {"of", ","})
    named = text.year(of)
    if named is not None and (text.low(i + 1) != "," or before in {"in", "the"}):
        begins = named
        short = text.low(of + 1) in {"-", "–", "/"} and text.number(of + 2) is not None
        return DateMatch(i - (before == "the"), of + 1 + 2 * short, season(begins, name))
    today = text.today
    if today is None:
        return None
    latest = today.year - ((today.month, today.day) < (SEASONS[name], 1))
    current = season(latest, name)
    soon = today + timedelta(days=150) >= season(latest + 1, name).first and current.last <= today
    step = {"last": -int(current.last > today), "next": 1, "this": int(soon)}.get(before)
    through = text.low(i - 2) in {"since", "over", "during", "throughout"} and text.low(i + 1) != "of"
    if before == "the" and through:
        step = 0
    return None if step is None else DateMatch(i - 1, i + 1, season(latest + step, name))
