"""Dates told by units of time: "last week", "two days ago", "the past six months", "the first half of 2024"."""

from __future__ import annotations

from datetime import date, timedelta

from digests.dates.interval import Interval, around, back, quarter, shifted, weekend
from digests.dates.reading import DateMatch, DateScan
from digests.text.numbers import read_number

UNITS = {word: word for word in "day week weekend month quarter year decade fortnight".split()} | {
    f"{word}s": word for word in "hour day week month year decade".split()
}
_MOST = {
    "hour": 100,
    "day": 4000,
    "week": 1000,
    "fortnight": 500,
    "month": 600,
    "quarter": 200,
    "year": 150,
    "decade": 20,
}
_PAST = frozenset({"past", "last", "previous", "preceding"})
_ENDED = frozenset(
    "was were had served lasted worked lived held spent jailed sentenced imprisoned ruled ran did".split()
)
_NOT_ANCHORED = frozenset(
    "will would shall could can may might must should ll first time next plan plans planned expected set due".split()
)
_ONE_DAY = timedelta(days=1)


def read_unit(text: DateScan, i: int) -> DateMatch | None:
    """Read what is told by units of time: "last week", "two days ago", "the past six months", "for six months"."""
    unit = UNITS[text.low(i)]
    today = text.today
    if unit == "quarter" or (unit == "year" and text.low(i - 1) in {"fiscal", "calendar"}):
        return _quarter(text, i)
    if today is None:
        return None
    try:
        if text.low(i) == unit and (found := _determined(text, i, unit, today)):
            return found
        return _counted(text, i, unit, today)
    except (ValueError, OverflowError):
        return None


def _quarter(text: DateScan, i: int) -> DateMatch | None:
    order = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(text.low(i - 1))
    named = text.year(i + 1 + (text.low(i + 1) == "of"))
    if order is None or named is None or text.low(i) != "quarter":
        return None
    return DateMatch(i - 1, i + 2 + (text.low(i + 1) == "of"), quarter(named, order))


def _determined(text: DateScan, i: int, unit: str, today: date) -> DateMatch | None:
    """Read "this week", "earlier this month", "last year", "next week", "the weekend" and "the end of the year"."""
    word = text.low(i - 1)
    if word in {"this", "last", "next"} and unit != "day":
        if text.low(i + 1) == "of" or text.low(i - 2) == "the":
            return None if word != "last" or text.low(i + 1) == "of" else _past(i - 2, i + 1, 1, unit, today)
        return _this(text, i, unit, today) if word == "this" else _neighbour(text, i, unit, today)
    if word == "past" and text.low(i + 1) != "of":
        return _past(i - 1 - (text.low(i - 2) in {"the", "this"}), i + 1, 1, unit, today)
    if word == "the" and unit == "weekend":
        return DateMatch(i - 1, i + 1, weekend(today if today.weekday() >= 5 else today - timedelta(weeks=1)))
    if word == "the" and text.low(i - 2) == "of" and text.low(i - 3) in {"start", "beginning", "end", "middle"}:
        return DateMatch(i - 1, i + 1, around(today, unit)) if unit in {"week", "month", "year"} else None
    return None


def _this(text: DateScan, i: int, unit: str, today: date) -> DateMatch | None:
    whole = around(today, unit)
    if text.low(i - 2) == "earlier":
        return DateMatch(i - 2, i + 1, whole._replace(last=today + _ONE_DAY), closed=True)
    if text.low(i - 2) == "later":
        return DateMatch(i - 2, i + 1, whole._replace(first=today), closed=True)
    return DateMatch(i - 1, i + 1, whole)


def _neighbour(text: DateScan, i: int, unit: str, today: date) -> DateMatch:
    """The unit before or after this one; last year's is the calendar's year."""
    last = text.low(i - 1) == "last"
    if unit == "decade":
        on = date((today.year // 10 + (-1 if last else 1)) * 10, 1, 1)
    elif unit == "weekend":
        on = today + timedelta(weeks=-1 if last else 1)
    else:
        on = back(today, 1 if last else -1, unit)
    return DateMatch(i - 1, i + 1, around(on, unit))


def _past(first: int, end: int, count: int, unit: str, today: date) -> DateMatch:
    """The units of time up to the article's day."""
    begin = back(today, count, "day" if unit == "weekend" else unit)
    precision = around(today, unit).precision
    return DateMatch(first, end, Interval(begin, today + _ONE_DAY, precision), closed=True)


def _counted(text: DateScan, i: int, unit: str, today: date) -> DateMatch | None:
    """Read a number of units: ago, past, or since an anchor."""
    first, count = _count_before(text, i)
    if count is None or count > _MOST.get(unit, 0):
        return None
    if text.low(i + 1) == "ago" and unit != "hour":
        on = back(today, count, unit)
        interval = around(on, "year" if unit == "decade" else unit)
        return DateMatch(first, i + 2, interval, closed=True)
    before = text.low(first - 1)
    if before in _PAST and text.low(i + 1) != "of":
        start = first - 1 - (text.low(first - 2) in {"the", "these"})
        return None if start == first - 1 and before != "past" else _past(start, i + 1, count, unit, today)
    if before in {"next", "coming"} and text.low(first - 2) == "the":
        precision = around(today, unit).precision
        return DateMatch(
            first - 2, i + 1, Interval(today, back(today, -count, unit) + _ONE_DAY, precision), closed=True
        )
    anchored = (unit != "hour" and _for(text, first)) or (
        text.low(i + 1) == "since" and text.low(first - 1) in {"been", "is", "s"}
    )
    return _past(first, i + 1, count, unit, today) if anchored else None


def _count_before(text: DateScan, i: int) -> tuple[int, int | None]:
    """The whole number before a unit of time, and the index where it begins."""
    for j in (i - 3, i - 2, i - 1):
        if j < 0:
            continue
        word = text.low(j)
        if j == i - 1 and word in {"a", "an"}:
            return j, 1
        if (word in text.tokens.lexicon.numbers.units or text.tokens[j].text[0].isdecimal()) and (
            number := read_number(text.tokens, j)
        ):
            whole = number.end == i and number.value is not None and number.value == int(number.value)
            if whole and number.value:
                return j, int(number.value)
    return i, None


def _for(text: DateScan, first: int) -> bool:
    """Whether "for six months" reaches to the article's day: not "will last for", not "was jailed for"."""
    j = first - 1
    while text.low(j) in {"more", "than", "at", "least", "about", "nearly", "almost", "over", "around", "some"}:
        j -= 1
    if text.low(j) != "for":
        return False
    for k in range(j - 1, max(-1, j - 9), -1):
        if text.low(k) in {".", ";", "!", "?"}:
            break
        if text.low(k) in {"has", "have", "been", "ve"}:
            return True
        if text.low(k) in _ENDED | _NOT_ANCHORED or text.low(k).endswith("ed"):
            return False
    return True


def halves(text: DateScan, i: int, whole: Interval) -> Interval | None:
    """The half of a year that "the first half of" picks out."""
    order = text.low(i - 1)
    if order not in {"first", "second"} or whole.precision != "year":
        return None
    middle = shifted(whole.first, 6)
    return Interval(whole.first, middle, "season") if order == "first" else Interval(middle, whole.last, "season")
