"""Dates told by units of time: "last week", "two days ago", "the past six months", "the first half of 2024"."""

from __future__ import annotations

import functools
from datetime import date, timedelta
from typing import Final

from digests.dates.interval import Interval, around, back, quarter, shifted, weekend
from digests.dates.reading import DateMatch, DateScan
from digests.dates.tenses import is_past_verb
from digests.lexicon import Lexicon
from digests.lexicon.calendar import TimeUnit
from digests.text.numbers import read_number

_MOST: Final[dict[TimeUnit, int]] = {
    "hour": 100,
    "day": 4000,
    "week": 1000,
    "fortnight": 500,
    "month": 600,
    "quarter": 200,
    "year": 150,
    "decade": 20,
}
_ONE_DAY = timedelta(days=1)
_FRIDAY = 4  #: from which on “this past week” is the one that ends
_SUNDAY = 6


def read_unit(text: DateScan, i: int) -> DateMatch | None:
    """Read what is told by units of time: "last week", "two days ago", "the past six months", "for six months"."""
    calendar, word = text.lexicon.calendar, text.low(i)
    unit = calendar.units.get(word) or calendar.plural_units[word]
    today = text.today
    if unit == "quarter" or (unit == "year" and text.low(i - 1) in calendar.kinds_of_year):
        return _quarter(text, i)
    if today is None:
        return None
    try:
        if _is_no_week(text, i, unit, today):
            return None
        if word in calendar.units and (match := _determined(text, i, unit, today)):
            return match
        return _counted(text, i, unit, today)
    except (ValueError, OverflowError):
        return None


def _quarter(text: DateScan, i: int) -> DateMatch | None:
    order = text.lexicon.numbers.ordinals.get(text.low(i - 1))
    year_number = text.year(i + 1 + (text.is_genitive(i + 1)))
    if order is None or year_number is None or text.lexicon.calendar.units.get(text.low(i)) != "quarter":
        return None
    return DateMatch(i - 1, i + 2 + (text.is_genitive(i + 1)), quarter(year_number, order))


def _is_no_week(text: DateScan, i: int, unit: TimeUnit, today: date) -> bool:
    """Whether it is a programme's name (“This Week”), or “last week” on a Sunday, which to some ends then."""
    step = text.lexicon.calendar.steps.get(text.low(i - 1))
    return step is not None and (text.capital(i) or (step < 0 and unit == "week" and today.weekday() == _SUNDAY))


def _determined(text: DateScan, i: int, unit: TimeUnit, today: date) -> DateMatch | None:
    """Read "this week", "earlier this month", "last year", "next week", "the weekend" and "the end of the year"."""
    calendar, word, previous = text.lexicon.calendar, text.low(i - 1), text.low(i - 2)
    step = calendar.steps.get(word)
    if step is not None and unit != "day":
        if text.is_definite(i - 2) or (text.is_genitive(i + 1) and not _is_adverbial(text, i - 2)):
            return None if step >= 0 or text.is_genitive(i + 1) else _past(i - 2, i + 1, 1, unit, today)
        return _this(text, i, unit, today) if step == 0 else _neighbour(i, unit, today, step)
    if calendar.more_steps.get(word) == -1 and not text.is_genitive(i + 1):
        is_this = calendar.steps.get(previous) == 0
        match = _past(i - 1 - (text.is_definite(i - 2) or is_this), i + 1, 1, unit, today)
        return _ending(match, today) if is_this and unit == "week" else match
    if text.is_definite(i - 1) and unit == "weekend":
        return DateMatch(i - 1, i + 1, weekend(today if today.weekday() >= 5 else today - timedelta(weeks=1)))
    if text.is_definite(i - 1) and text.is_genitive(i - 2) and text.low(i - 3) in calendar.part_nouns:
        return DateMatch(i - 1, i + 1, around(today, unit)) if unit in {"week", "month", "year"} else None
    return None


def _is_adverbial(text: DateScan, i: int) -> bool:
    """Whether a token before “last month” ends a noun, whose “of” may stand behind both: “a hearing last month of”."""
    grammar, word = text.lexicon.grammar, text.low(i)
    small = grammar.prepositions | grammar.longer_prepositions | grammar.possessives | grammar.coordinators
    return word.isalpha() and word not in small and not is_past_verb(text, i)


def _this(text: DateScan, i: int, unit: TimeUnit, today: date) -> DateMatch:
    whole, side = around(today, unit), text.lexicon.calendar.halves_of_unit.get(text.low(i - 2))
    if side is None:
        return DateMatch(i - 1, i + 1, whole)
    half = whole._replace(last=today + _ONE_DAY) if side < 0 else whole._replace(first=today)
    return DateMatch(i - 2, i + 1, half, closed=True)


def _neighbour(i: int, unit: TimeUnit, today: date, step: int) -> DateMatch:
    """The unit before or after this one; last year's is the calendar's year."""
    if unit == "decade":
        calendar_day = date((today.year // 10 + step) * 10, 1, 1)
    elif unit == "weekend":
        calendar_day = today + timedelta(weeks=step)
    else:
        calendar_day = back(today, -step, unit)
    return DateMatch(i - 1, i + 1, around(calendar_day, unit))


def _past(first: int, end: int, count: int, unit: TimeUnit, today: date) -> DateMatch:
    """The units of time up to the article's day."""
    begin = back(today, count, "day" if unit == "weekend" else unit)
    precision = around(today, unit).precision
    return DateMatch(first, end, Interval(begin, today + _ONE_DAY, precision), closed=True)


def _ending(match: DateMatch, today: date) -> DateMatch:
    """Of “this past week”, told when a week ends, that week alone."""
    monday = today - timedelta(days=today.weekday())
    if today.weekday() < _FRIDAY:
        return match
    return match._replace(interval=match.interval._replace(first=monday))


def _counted(text: DateScan, i: int, unit: TimeUnit, today: date) -> DateMatch | None:
    """Read a number of units: ago, past, or since an anchor."""
    calendar = text.lexicon.calendar
    first, count = _count_before(text, i)
    if count is None or count > _MOST.get(unit, 0):
        return None
    if text.low(i + 1) in calendar.ago and unit != "hour":
        calendar_day = back(today, count, unit)
        interval = around(calendar_day, "year" if unit == "decade" else unit)
        return DateMatch(first, i + 2, interval, closed=True)
    previous = text.low(first - 1)
    if previous in calendar.past and not text.is_genitive(i + 1):
        start = first - 1 - (text.is_definite(first - 2) or text.low(first - 2) in text.lexicon.grammar.demonstratives)
        alone = start == first - 1 and calendar.more_steps.get(previous) != -1
        return None if alone else _past(start, i + 1, count, unit, today)
    if (calendar.steps | calendar.more_steps).get(previous) == 1 and text.is_definite(first - 2):
        ahead = Interval(today, back(today, -count, unit) + _ONE_DAY, around(today, unit).precision)
        return DateMatch(first - 2, i + 1, ahead, closed=True)
    anchored = (unit != "hour" and _for(text, first)) or (
        text.low(i + 1) in calendar.starting and text.low(first - 1) in calendar.elapsed
    )
    return _past(first, i + 1, count, unit, today) if anchored else None


def _count_before(text: DateScan, i: int) -> tuple[int, int | None]:
    """The whole number before a unit of time, and the index where it begins."""
    for j in (i - 3, i - 2, i - 1):
        if j < 0:
            continue
        word = text.low(j)
        if j == i - 1 and word in text.lexicon.grammar.indefinite_articles:
            return j, 1
        counts = word in text.lexicon.numbers.units or text.tokens[j].text[0].isdecimal()
        if counts and (number := read_number(text.tokens, j)):
            whole = number.end == i and number.value is not None and number.value == int(number.value)
            if whole and number.value:
                return j, int(number.value)
    return i, None


def _for(text: DateScan, first: int) -> bool:
    """Whether "for six months" reaches to the article's day: not "will last for", not "was jailed for"."""
    j = first - 1
    while text.low(j) in _bounding(text.lexicon):
        j -= 1
    if text.low(j) not in text.lexicon.calendar.lasting:
        return False
    for k in range(j - 1, max(-1, j - 9), -1):
        if text.low(k) in {".", ";", "!", "?"}:
            break
        if text.low(k) in text.lexicon.calendar.present_perfect:
            return True
        if text.low(k) in _not_lasting(text.lexicon) or is_past_verb(text, k):
            return False
    return True


@functools.cache
def _bounding(lexicon: Lexicon) -> frozenset[str]:
    """The words that may stand before a number to bound it."""
    return frozenset(word for phrase in lexicon.numbers.bounds_before for word in phrase)


@functools.cache
def _not_lasting(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.calendar.not_lasting | lexicon.calendar.ahead | lexicon.grammar.modals


def halves(text: DateScan, i: int, whole: Interval) -> Interval | None:
    """The half of a year that "the first half of" picks out."""
    order = text.lexicon.numbers.ordinals.get(text.low(i - 1), 0)
    if order not in {1, 2} or whole.precision != "year":
        return None
    middle = shifted(whole.first, 6)
    return Interval(whole.first, middle, "season") if order == 1 else Interval(middle, whole.last, "season")
