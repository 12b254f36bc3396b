"""Dates told from the article's day: weekdays, "last week", "the past six months", "since the summer"."""

from __future__ import annotations

from datetime import date, timedelta

from digests.dates.absolute import MONTHS, read_digits, read_month
from digests.dates.interval import SEASONS, Interval, around, back, day, quarter, season, shifted, weekend
from digests.dates.reading import Found, Text, looks_ahead
from digests.numbers import SMALL, read_number

WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
_SHORT_DAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
_FEASTS = frozenset(
    "black good super ash palm easter bloody holy cyber giving whit maundy shrove every each one news first second "
    "third fourth fifth".split()
)
_TITLES = frozenset("night times telegraph express mirror mail post herald independent football live today".split())
_HOURS = frozenset({"morning", "afternoon", "evening", "night"})
UNITS = {word: word for word in "day week weekend month quarter year decade fortnight".split()} | {
    f"{word}s": word for word in "day week month year decade".split()
}
_ONE_DAY = timedelta(days=1)
_MOST = {"day": 4000, "week": 1000, "fortnight": 500, "month": 600, "quarter": 200, "year": 150, "decade": 20}
_PAST = frozenset({"past", "last", "previous", "preceding"})
_ENDED = frozenset(
    "was were had served lasted worked lived held spent jailed sentenced imprisoned ruled ran did".split()
)
_NOT_ANCHORED = frozenset(
    "will would shall could can may might must should ll first time next plan plans planned expected set due".split()
)


def read_weekday(text: Text, i: int) -> Found | None:
    """Read a weekday; it looks back from the article's day unless the clause looks ahead."""
    number = WEEKDAYS.get(text.low(i), _SHORT_DAYS.get(text.low(i)))
    if number is None or not text.capital(i) or text.low(i - 1) in _FEASTS:
        return None
    if text.low(i - 1) == "last" and text.low(i + 1) in {"in", "of"} and text.low(i + 2) in MONTHS:
        return None  # "the last Thursday in November"
    if (text.capital(i + 1) and text.low(i + 1) in _TITLES) or (text.low(i - 1), text.low(i - 2)) == ("a", "on"):
        return None
    short = text.low(i) in _SHORT_DAYS
    dated = _dated(text, i + 1)
    if dated:
        return dated._replace(first=i)
    if text.today is None or (short and (text.low(i + 1) != "." or number > 4)):
        return None
    return _weekday(text, i, i + 1 + short, number)


def _dated(text: Text, i: int) -> Found | None:
    """The full date that follows a weekday: "Thursday, Feb. 6"."""
    for j in range(i, i + 4):
        for read in (read_month, read_digits):
            found = read(text, j) if j < len(text.tokens) and (text.capital(j) or text.number(j)) else None
            if found and found.interval.precision == "day":
                return found
        if j < i + 2 and text.low(j) not in {",", ".", "(", "the"} and text.number(j) is None:
            return None
    return None


def _weekday(text: Text, i: int, end: int, number: int) -> Found | None:
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
        return Found(first, of + 2, day(monday + timedelta(days=number)))
    if before in {"next", "coming"}:
        on = today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    elif before in {"last", "past"}:
        on = today - timedelta(days=ago or 7)
    elif before == "this":
        on = today + timedelta(days=number - today.weekday())
    else:
        on = today + timedelta(days=-ago % 7) if looks_ahead(text, i) else today - timedelta(days=ago)
    return Found(first, end, day(on))


def read_adverb(text: Text, i: int) -> Found | None:
    """Read "today", "yesterday", "tomorrow", "tonight", "overnight", "this morning" and "last night"."""
    today, low = text.today, text.low(i)
    if today is None or (text.capital(i) and i > 0 and text.low(i - 1) not in {".", "“", "”", "!", "?", ":"}):
        return None
    if low in _HOURS:
        before = text.low(i - 1)
        if before == "this" or (before == "last" and low == "night"):
            return Found(i - 1, i + 1, day(today - _ONE_DAY if before == "last" else today))
        return None
    if low == "overnight":
        return Found(i, i + 1, Interval(today - _ONE_DAY, today, "day", from_hour=18, to_hour=6))
    days = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}[low]
    first, end = i, i + 1 + (text.low(i + 1) in _HOURS)
    for side, word in ((-1, "before"), (1, "after")):
        if text.low(i - 1) == word and text.low(i - 2) == "day" and days == side:
            days, first = days + side, i - 2 - (text.low(i - 3) == "the")
    return Found(first, end, day(today + days * _ONE_DAY))


def read_season(text: Text, i: int) -> Found | None:
    """Read "the spring of 2023", "last summer" and "since the summer"; a season alone is not resolved."""
    name, before = text.low(i), text.low(i - 1)
    of = i + 1 + (text.low(i + 1) in {"of", ","})
    named = text.year(of)
    if named is not None and (text.low(i + 1) != "," or before in {"in", "the"}):
        begins = named
        short = text.low(of + 1) in {"-", "–", "/"} and text.number(of + 2) is not None
        return Found(i - (before == "the"), of + 1 + 2 * short, season(begins, name))
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
    return None if step is None else Found(i - 1, i + 1, season(latest + step, name))


def read_unit(text: Text, i: int) -> Found | None:
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


def _quarter(text: Text, i: int) -> Found | None:
    order = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(text.low(i - 1))
    named = text.year(i + 1 + (text.low(i + 1) == "of"))
    if order is None or named is None or text.low(i) != "quarter":
        return None
    return Found(i - 1, i + 2 + (text.low(i + 1) == "of"), quarter(named, order))


def _determined(text: Text, i: int, unit: str, today: date) -> Found | None:
    """Read "this week", "earlier this month", "last year", "next week", "the weekend" and "the end of the year"."""
    word = text.low(i - 1)
    if word in {"this", "last", "next"} and unit != "day":
        if text.low(i + 1) == "of" or text.low(i - 2) == "the":
            return None if word != "last" or text.low(i + 1) == "of" else _past(i - 2, i + 1, 1, unit, today)
        return _this(text, i, unit, today) if word == "this" else _neighbour(text, i, unit, today)
    if word == "past" and text.low(i + 1) != "of":
        return _past(i - 1 - (text.low(i - 2) in {"the", "this"}), i + 1, 1, unit, today)
    if word == "the" and unit == "weekend":
        return Found(i - 1, i + 1, weekend(today if today.weekday() >= 5 else today - timedelta(weeks=1)))
    if word == "the" and text.low(i - 2) == "of" and text.low(i - 3) in {"start", "beginning", "end", "middle"}:
        return Found(i - 1, i + 1, around(today, unit)) if unit in {"week", "month", "year"} else None
    return None


def _this(text: Text, i: int, unit: str, today: date) -> Found | None:
    whole = around(today, unit)
    if text.low(i - 2) == "earlier":
        return Found(i - 2, i + 1, whole._replace(last=today + _ONE_DAY), closed=True)
    if text.low(i - 2) == "later":
        return Found(i - 2, i + 1, whole._replace(first=today), closed=True)
    return Found(i - 1, i + 1, whole)


def _neighbour(text: Text, i: int, unit: str, today: date) -> Found:
    """The unit before or after this one; last year's is the calendar's year."""
    last = text.low(i - 1) == "last"
    if unit == "decade":
        on = date((today.year // 10 + (-1 if last else 1)) * 10, 1, 1)
    elif unit == "weekend":
        on = today + timedelta(weeks=-1 if last else 1)
    else:
        on = back(today, 1 if last else -1, unit)
    return Found(i - 1, i + 1, around(on, unit))


def _past(first: int, end: int, count: int, unit: str, today: date) -> Found:
    """The units of time up to the article's day."""
    begin = back(today, count, "day" if unit == "weekend" else unit)
    precision = around(today, unit).precision
    return Found(first, end, Interval(begin, today + _ONE_DAY, precision), closed=True)


def _counted(text: Text, i: int, unit: str, today: date) -> Found | None:
    """Read a number of units: ago, past, or since an anchor."""
    first, count = _count_before(text, i)
    if count is None or count > _MOST.get(unit, 0):
        return None
    if text.low(i + 1) == "ago":
        on = back(today, count, unit)
        interval = around(on, "year" if unit == "decade" else unit)
        return Found(first, i + 2, interval, closed=True)
    before = text.low(first - 1)
    if before in _PAST and text.low(i + 1) != "of":
        start = first - 1 - (text.low(first - 2) in {"the", "these"})
        return None if start == first - 1 and before != "past" else _past(start, i + 1, count, unit, today)
    if before in {"next", "coming"} and text.low(first - 2) == "the":
        precision = around(today, unit).precision
        return Found(first - 2, i + 1, Interval(today, back(today, -count, unit) + _ONE_DAY, precision), closed=True)
    anchored = _for(text, first) or (text.low(i + 1) == "since" and text.low(first - 1) in {"been", "is", "s"})
    return _past(first, i + 1, count, unit, today) if anchored else None


def _count_before(text: Text, i: int) -> tuple[int, int | None]:
    """The whole number before a unit of time, and the index where it begins."""
    for j in (i - 3, i - 2, i - 1):
        if j < 0:
            continue
        word = text.low(j)
        if j == i - 1 and word in {"a", "an"}:
            return j, 1
        if (word in SMALL or text.tokens[j].text[0].isdecimal()) and (number := read_number(text.tokens, j)):
            whole = number.end == i and number.value is not None and number.value == int(number.value)
            if whole and number.value:
                return j, int(number.value)
    return i, None


def _for(text: Text, first: int) -> bool:
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


def halves(text: Text, i: int, whole: Interval) -> Interval | None:
    """The half of a year that "the first half of" picks out."""
    order = text.low(i - 1)
    if order not in {"first", "second"} or whole.precision != "year":
        return None
    middle = shifted(whole.first, 6)
    return Interval(whole.first, middle, "season") if order == "first" else Interval(middle, whole.last, "season")
