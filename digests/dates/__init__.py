"""Dates: the expressions of a text, resolved against the article's day into intervals with their precision."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from digests.dates.absolute import read_digits, read_month
from digests.dates.feasts import feasts, read_feast
from digests.dates.interval import middle, part
from digests.dates.reading import DateMatch, DateScan
from digests.dates.relative import read_adverb, read_season, read_weekday
from digests.dates.said import names_a_thing, said_on
from digests.dates.shown import format_day, format_days, format_saying
from digests.dates.units import halves, read_unit
from digests.lexicon import ENGLISH, Lexicon
from digests.lexicon.calendar import Part
from digests.models import TimeSpan
from digests.text.numbers import tokens_of

__all__ = ["find_dates", "format_day", "format_days", "format_saying", "names_a_thing", "said_on"]

_CONTEXT = 80  #: characters around the range, so that no expression is read in half

_TAG = re.compile(r"<[a-z]+\s[^<>\n]*$")  #: a tag that is still open

_Reader = Callable[[DateScan, int], DateMatch | None]


def find_dates(
    text: str, published: datetime | None, start: int = 0, end: int | None = None, *, lexicon: Lexicon = ENGLISH
) -> tuple[TimeSpan, ...]:
    """Find the date expressions of a text in order, and resolve them.

    Weekdays look back from the article's day. Where the article has no date, only expressions that need none are
    returned ("November 2022"), in UTC.

    Args:
        text: The text.
        published: When the article was published, aware; intervals are in its zone.
        start: Where to begin.
        end: Where to stop.
        lexicon: The words of its language.
    """
    end = len(text) if end is None else min(end, len(text))
    tokens = tokens_of(text, max(0, start - _CONTEXT), min(len(text), end + _CONTEXT), lexicon)
    reading = DateScan(text, tokens, published.date() if published else None)
    spans = []
    i = last_end = 0
    while i < len(tokens):
        match = _found(reading, i, last_end)
        if match:
            span = _span(reading, match, published)
            is_within = span is not None and start <= span.start and span.end <= end
            spans += [span] if span and is_within and not _is_in_tag(text, span) else []
            last_end = match.end
        i = max(i + 1, last_end)
    return tuple(spans)


def _is_in_tag(text: str, span: TimeSpan) -> bool:
    """Whether a date stands in a tag of a page, and so is none of its words: “<tweet date="March 12, 2016">”."""
    begin = text.rfind("<", max(0, span.start - _CONTEXT), span.start)
    return begin >= 0 and _TAG.match(text, begin, span.start) is not None


@functools.cache
def _readers(lexicon: Lexicon) -> Mapping[str, _Reader]:
    """What reads the expression around each key word."""
    calendar = lexicon.calendar
    return {
        **dict.fromkeys([name[0] for name in feasts(lexicon)], read_feast),
        **dict.fromkeys([*calendar.months, *calendar.month_shorts], read_month),
        **dict.fromkeys([*calendar.weekdays, *calendar.weekday_shorts], read_weekday),
        **dict.fromkeys([*calendar.days, *calendar.overnight, *calendar.times_of_day], read_adverb),
        **dict.fromkeys(calendar.seasons, read_season),
        **dict.fromkeys([*calendar.units, *calendar.plural_units], read_unit),
    }


def _found(text: DateScan, i: int, last_end: int) -> DateMatch | None:
    """The expression whose key word is a token, with the words before it that narrow it."""
    low = text.tokens.lows[i]
    reader = _readers(text.lexicon).get(low) or (read_digits if low[0].isdecimal() else None)
    if reader is None:
        return None
    try:
        match = reader(text, i)
        match = _widened(text, match) if match else None
    except (ValueError, OverflowError):  # beyond the calendar's first or last year
        return None
    return match if match and match.first >= last_end else None


def _widened(text: DateScan, match: DateMatch) -> DateMatch | None:
    """Take in "early", "mid-", "the end of", "since" and "on" before an expression."""
    narrower = match if match.closed else _narrowed(text, match)
    if text.low(narrower.first - 1) in text.lexicon.calendar.starting:
        return _since(text, narrower, from_middle=narrower is not match and _part_of(text, narrower) == "mid")
    if narrower.interval.precision == "day" and text.is_before_day(narrower.first - 1):
        return narrower._replace(first=narrower.first - 1)
    return narrower


def _part_of(text: DateScan, match: DateMatch) -> Part | None:
    parts = _parts(text.lexicon)
    return next((parts[text.low(i)] for i in range(match.first, match.first + 2) if text.low(i) in parts), None)


@functools.cache
def _parts(lexicon: Lexicon) -> Mapping[str, Part]:
    return lexicon.calendar.part_adjectives | lexicon.calendar.part_nouns


def _half_of(text: DateScan, match: DateMatch) -> DateMatch | None:
    """The expression with "the first half of" before it, if that stands there."""
    i = match.first - 2
    half = halves(text, i, match.interval) if text.low(i) in text.lexicon.numbers.half else None
    return match._replace(first=i - 1 - text.is_definite(i - 2), interval=half) if half else None


def _narrowed(text: DateScan, match: DateMatch) -> DateMatch:
    adjectives, parts = text.lexicon.calendar.part_adjectives, _parts(text.lexicon)
    i = match.first
    word, previous = text.low(i - 1), text.low(i - 2)
    if word in adjectives:
        i, part_name = i - 1, parts[word]
    elif word in {"-", "in"} and previous in adjectives:
        i, part_name = i - 2, parts[previous]
    elif text.is_genitive(i - 1) and previous in parts:
        i, part_name = i - 2, parts[previous]
        i -= text.is_definite(i - 1)
    elif text.is_genitive(i - 1) and (half := _half_of(text, match)):
        return half
    else:
        return match
    whole = match.interval
    return match._replace(first=i, interval=whole if whole.precision == "day" else part(whole, part_name))


def _since(text: DateScan, match: DateMatch, *, from_middle: bool) -> DateMatch | None:
    """From an expression to the article's day; "since mid-January" runs from the 15th."""
    interval = match.interval
    begin = interval.first
    if from_middle and interval.precision == "month":
        begin = middle(interval._replace(first=begin.replace(day=1), last=begin))
    if text.today is None:
        return DateMatch(match.first - 1, match.end, interval._replace(first=begin), open_end=True)
    if begin > text.today:
        return None
    last = text.today + timedelta(days=1)
    return DateMatch(match.first - 1, match.end, interval._replace(first=begin, last=last, to_hour=0))


def _span(text: DateScan, match: DateMatch, published: datetime | None) -> TimeSpan | None:
    zone = published.tzinfo if published and published.tzinfo else UTC
    first, last = match.interval.moments(zone)
    begin, end = text.tokens[match.first].start, text.tokens[match.end - 1].end
    return TimeSpan(
        start=begin,
        end=end,
        surface=text.text[begin:end],
        valid_from=first,
        valid_to=None if match.open_end else last,
        precision=match.interval.precision,
    )
