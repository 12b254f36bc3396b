"""Dates that name a day, a month or a year: "6 February", "Feb. 6, 2025", "November 2022", "the 1990s"."""

from __future__ import annotations

import functools
import re
from datetime import date

from digests.dates.interval import Interval, day, month, shifted, year
from digests.dates.reading import DateMatch, DateScan, tells_of_another_year
from digests.dates.tenses import looks_ahead, looks_back, was_to_be
from digests.lexicon import Lexicon
from digests.text.numbers import touches

_NUMERIC = re.compile(
    r"(?P<y>\d{4})[-/](?P<m>\d\d)[-/](?P<d>\d\d)(?!\d)|(?P<d2>\d\d?)\.(?P<m2>\d\d?)\.(?P<y2>\d{4})(?!\d)"
    r"|(?P<a>\d\d?)[-/](?P<b>\d\d?)[-/](?P<y3>\d{4})(?!\d)"
)
_DASHES = frozenset("-–")
_AFTER_YEARS = frozenset(".,;:)-–’'s?!”/")  #: what may touch a year
_NEAR_MONTHS = 3
_NEAR_DAYS = 92


def read_month(text: DateScan, i: int) -> DateMatch | None:
    """Read the date around a month's name."""
    number = _month_at(text, i)
    if number is None:
        return None
    end = (
        i + 2
        if text.low(i) in text.lexicon.calendar.month_shorts and text.low(i + 1) == "." and touches(text.tokens, i + 1)
        else i + 1
    )
    leading = _days_before(text, i)
    trailing = None if leading else _days_after(text, end)
    first, days = (leading[0], leading[1]) if leading else (i, trailing[1] if trailing else None)
    end = trailing[0] if trailing else end
    if days is None and not _may_stand_alone(text, i, end):
        return None
    year_number, end = _year_after(text, end)
    try:
        if days:
            return _days(text, first, end, number, days, year_number)
        return _month(text, first, end, number, year_number)
    except (ValueError, OverflowError):  # 30 February
        return None


def _month_at(text: DateScan, i: int) -> int | None:
    """The month that a token names, with its capital letter and, where shortened, its full stop or a number."""
    low, calendar = text.low(i), text.lexicon.calendar
    if not text.capital(i):
        return None
    if low in calendar.months:
        return calendar.months.index(low) + 1
    is_abbreviation = text.low(i + 1) == "." or text.number(i + 1) is not None or text.number(i - 1) is not None
    return calendar.month_shorts.get(low) if is_abbreviation else None


def _may_stand_alone(text: DateScan, i: int, end: int) -> bool:
    """Whether a month without a day is meant as one: "in May", but not "May said"."""
    calendar = text.lexicon.calendar
    surely = calendar.before_names | calendar.before_months
    if text.low(i) in calendar.month_shorts:
        follows = text.low(i + 1) == "." and (text.year(end) or text.low(i - 1) in surely)
        return bool(follows or text.year(i + 1))
    if text.low(i) not in calendar.names_too or text.year(end) is not None:
        return True
    previous = text.low(i - 2) if text.low(i - 1) == "-" else text.low(i - 1)
    is_thing = end < len(text.tokens) and text.tokens[end].text.islower() and not text.is_before_day(end)
    if previous in text.lexicon.grammar.definite_articles and is_thing:
        return True
    openings = calendar.before_names if text.low(i) in text.lexicon.grammar.modals else surely
    return previous in openings and not (text.capital(end) and previous in text.lexicon.grammar.genitives)


def _day_at(text: DateScan, i: int) -> tuple[int, int] | None:
    """A day of the month at a token, and the index after it and its ordinal ending."""
    number = text.number(i)
    if number is None or not 1 <= number <= 31 or len(text.tokens[i].text) > 2:
        return None
    ordinal = text.low(i + 1) in text.lexicon.numbers.ordinal_endings and touches(text.tokens, i + 1)
    return number, i + 1 + ordinal


def _days_before(text: DateScan, i: int) -> tuple[int, tuple[int, int]] | None:
    """The index and the days before a month: "6 February", "the 6th of February", "6–8 February"."""
    j = i - 1 - (text.is_genitive(i - 1))
    j -= text.low(j) in text.lexicon.numbers.ordinal_endings
    match = _day_at(text, j)
    if match is None or (text.low(j - 1) in {"-", "/", "."} and text.number(j - 2) is None and touches(text.tokens, j)):
        return None
    last, k = match[0], j - 2
    is_between = text.is_pair(j - 3, j - 1)
    if (is_between or _joins(text, j - 1)) and (earlier := _day_at(text, k)) and earlier[0] < last:
        return k, (earlier[0], last)
    return j - (text.is_definite(j - 1)), (last, last)


def _days_after(text: DateScan, i: int) -> tuple[int, tuple[int, int]] | None:
    """The index after the days that follow a month, and the days: "Feb. 6", "February 6–8"."""
    match = _day_at(text, i)
    if match is None or text.low(match[1]) in {":", "%"}:
        return None
    number, end = match
    later = _day_at(text, end + 1) if _joins(text, end) else None
    if (
        later
        and later[0] > number
        and text.low(later[1]) != "%"
        and text.low(later[1]) not in text.lexicon.calendar.not_years
    ):
        return later[1], (number, later[0])
    return end, (number, number)


def _joins(text: DateScan, i: int) -> bool:
    """Whether a token stands between the first and the last day of several."""
    return text.low(i) in _DASHES or text.low(i) in text.lexicon.calendar.ranges


def _year_after(text: DateScan, i: int) -> tuple[int | None, int]:
    """The year after a month or a day ("2025", ", 2025", "of last year"), and the index after it."""
    calendar = text.lexicon.calendar
    j = i + (text.low(i) in {",", "of"})
    if (number := text.year(j)) is not None and text.low(j + 1) not in calendar.not_years:
        return number, j + 1
    if text.today and text.low(j) in calendar.steps and calendar.units.get(text.low(j + 1)) == "year":
        return text.today.year + calendar.steps[text.low(j)], j + 2
    has_link = text.low(i) in _DASHES or text.low(i) in calendar.joining
    other = _month_at(text, i + 1) if has_link else None
    if other and (number := text.year(i + 2)) is not None:  # "between January and March 2024"
        return number, i
    return None, i


def _days(
    text: DateScan, first: int, end: int, number: int, days: tuple[int, int], year_number: int | None
) -> DateMatch | None:
    if year_number is None:
        if text.today is None or tells_of_another_year(text, first):
            return None
        year_number = nearest_year(text, first, number, days[0])
    begin, last = date(year_number, number, days[0]), date(year_number, number, days[1])
    return DateMatch(first, end, Interval(begin, day(last).last, "day"))


def nearest_year(text: DateScan, i: int, number: int, of_month: int) -> int:
    """The year of a day without one: ahead where the clause looks ahead or it is near in this year, else behind."""
    today = text.today or date.min
    candidate = date(today.year, number, min(of_month, 28))
    if was_to_be(text, i):  # “was expected on Dec. 27”, which may be past
        return min((today.year - 1, today.year, today.year + 1), key=lambda y: abs(candidate.replace(year=y) - today))
    if looks_ahead(text, i):
        return today.year + (candidate < today.replace(day=min(today.day, 28)))
    is_near = 0 < (candidate - today).days <= _NEAR_DAYS and text.low(i - 1) not in text.lexicon.calendar.starting
    return (
        today.year if (candidate - today).days <= 0 or is_near or candidate.replace(day=1) <= today else today.year - 1
    )


def _month(text: DateScan, first: int, end: int, number: int, year_number: int | None) -> DateMatch | None:
    if year_number is not None:
        return DateMatch(first, end, month(year_number, number))
    today = text.today
    if today is None:
        return None
    turn = text.lexicon.calendar.steps.get(text.low(first - 1))
    if turn:
        months = -((today.month - number) % 12 or 12) if turn < 0 else (number - today.month) % 12 or 12
        first_day = shifted(today.replace(day=1), months)
        return DateMatch(first - 1, end, month(first_day.year, first_day.month))
    ahead = (number - today.month) % 12
    is_near = 0 < ahead <= _NEAR_MONTHS and number > today.month and not looks_back(text, first)
    forward = looks_ahead(text, first) or is_near or ahead == 0 or (turn == 0 and number > today.month)
    first_day = shifted(today.replace(day=1), ahead if forward else ahead - 12)
    return DateMatch(first - (turn == 0), end, month(first_day.year, first_day.month))


def read_digits(text: DateScan, i: int) -> DateMatch | None:
    """Read a numeric date, a year, a range of years or a decade."""
    token = text.tokens[i]
    numeric = _NUMERIC.match(text.text, token.start)
    if numeric and (i == 0 or not touches(text.tokens, i) or text.low(i - 1) in {"(", "[", "“", '"'}):
        return _numeric(text, i, numeric)
    number = text.year(i)
    if number is None or _is_name(text, i):
        return None
    decade = text.is_definite(i - 1) or text.low(i - 1) in text.lexicon.calendar.part_adjectives
    apostrophe = decade and text.low(i + 1) in {"'", "’"} and number % 10 == 0
    ending = i + 1 + apostrophe
    if text.low(ending) == "s" and touches(text.tokens, ending):
        return DateMatch(i, ending + 1, year(number, 10)) if number % 10 == 0 else None
    last, end = _range_end(text, i, number)
    return DateMatch(i, end, year(number, last - number + 1))


def _numeric(text: DateScan, i: int, match: re.Match[str]) -> DateMatch | None:
    fields = match.groupdict()
    if fields["a"]:
        first, second = int(fields["a"]), int(fields["b"])
        if first <= 12 and second <= 12 and first != second:
            return None  # day and month cannot be told apart
        of_month, of_year = (first, second) if first > 12 else (second, first)
        year_number = int(fields["y3"])
    else:
        year_number, of_year, of_month = (int(fields[key] or fields[f"{key}2"]) for key in "ymd")
    end = i
    while end < len(text.tokens) and text.tokens[end].end <= match.end():
        end += 1
    try:
        return DateMatch(i, end, day(date(year_number, of_year, of_month)), closed=True)
    except (ValueError, OverflowError):
        return None


def _is_name(text: DateScan, i: int) -> bool:
    """Whether four digits are a count or part of a name, and no year: "Vision 2030", "$2000", "2000 soldiers"."""
    calendar, previous, following = text.lexicon.calendar, text.low(i - 1), text.low(i + 1)
    if previous in {"-", "/", "."} and touches(text.tokens, i) and len(text.tokens[i - 2].text) < 3:
        return True  # the end of "06-02-2025"
    glued = touches(text.tokens, i) and previous not in {"(", "-", "–", "“", "‘", "/"}
    if glued or following in calendar.not_years or following in _clocks(text.lexicon):
        return True
    if touches(text.tokens, i + 1) and following not in _AFTER_YEARS:
        return True
    last, end = _range_end(text, i, text.year(i) or 0)
    is_range = last != text.year(i) and text.low(end) not in calendar.not_years
    has_opening = previous in calendar.before_years or previous in calendar.before_likely_years
    return not is_range and not has_opening and previous not in {"(", "–", "-"}


@functools.cache
def _clocks(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(clock.lower() for clock in lexicon.numbered.clocks)


def _range_end(text: DateScan, i: int, first: int) -> tuple[int, int]:
    """The last year of a range that begins at a token, and the index after it."""
    link, j = text.low(i + 1), i + 2
    spans = link in {"-", "–"} or link == "to" or text.is_pair(i - 1, i + 1)
    if not spans:
        return first, i + 1
    number = text.number(j)
    if number is not None and len(text.tokens[j].text) == 2:
        number += first // 100 * 100
    return (number, j + 1) if number is not None and first < number <= 2199 else (first, i + 1)
