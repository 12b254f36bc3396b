"""Which days only begin or end a stretch of time, or are one of two, and tell when nothing happened."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import TimeSpan

_NEAR_BOUND = 24  #: characters before a date in which its preposition stands, with what may stand behind that
_NEAR_OTHER = 20  #: characters before a date in which another one ends that it is told with


def is_one_of_two(date: TimeSpan, text: str, lexicon: Lexicon) -> bool:
    """Whether another day stands right beside a day, with which it is told: “5-6 Jan”, “on March 3 and March 9”."""
    patterns = _interval(lexicon)
    behind_other = patterns.first.search(text, max(0, date.start - _NEAR_OTHER), date.start)
    return bool(behind_other or patterns.second.match(text, date.end))


def is_part_of_interval(date: TimeSpan, text: str, lexicon: Lexicon) -> bool:
    """Whether a day only begins or ends a stretch of time, or is one of two: “since 24 Feb”, “by Friday”, “5-6 Jan”."""
    patterns = _interval(lexicon)
    prefix = text[max(0, date.start - _NEAR_BOUND) : date.start]
    begins = patterns.opening.match(date.surface) or patterns.preceding.search(prefix)
    return bool(begins) or is_one_of_two(date, text, lexicon)


class _Interval(NamedTuple):
    opening: re.Pattern[str]  #: what a date begins with that only bounds a stretch of time
    preceding: re.Pattern[str]  #: the same right before it
    first: re.Pattern[str]  #: another day right before it, with what joins them
    second: re.Pattern[str]  #: another day right after it


@functools.cache
def _interval(lexicon: Lexicon) -> _Interval:
    calendar, choices = lexicon.calendar, either(lexicon.grammar.choosing)
    times = either(calendar.times_of_day)
    bounds, joints = either(calendar.bounding), either(lexicon.grammar.choosing, calendar.ranges, calendar.bounding)
    month = either(name.capitalize() for name in (*calendar.months, *calendar.month_shorts))
    weekday = rf"[A-Z][a-z]+(?:{either(calendar.day_endings)})"
    preposition = rf"(?:(?:{either(calendar.before_days)})\s+)?"
    feast = rf"[A-Z][a-z]+ (?:{either(map(str.capitalize, calendar.feast_endings))})"
    day = rf"(?:\d{{1,2}}\b(?!\s+[a-z])|{weekday}\b|(?:{month})\b\.?\s+\d)"
    return _Interval(
        opening=re.compile(rf"(?:{bounds})\b", re.IGNORECASE),
        preceding=re.compile(
            rf"\b(?:(?:{bounds})(?:\s+(?:{either(calendar.beside_bounds)}))?|(?:{_several(lexicon)}|{either(calendar.units)})\s+(?:{either(calendar.ranges)}))"
            rf"\s+{preposition}$|\b(?:{either(calendar.before_ranges)}) [\w. ]{{1,12}} (?:{either(calendar.ranges)}) $",
            re.IGNORECASE,
        ),
        first=re.compile(rf"(?:\d|{weekday}|{feast})(?: (?:{times}))?\s+(?:{joints})\s+{preposition}$"),
        second=re.compile(
            rf"\s?[-–/]\s?\d|(?: (?:{times}))?\s+(?:{choices}|{either(calendar.ranges)})\s+{preposition}{day}"
        ),
    )


def is_moment(date: TimeSpan, lexicon: Lexicon) -> bool:
    """Whether an expression says when something happened, rather than how long it took (“the past six months”)."""
    return date.valid_from is not None and not _durations(lexicon).search(date.surface)


@functools.cache
def _durations(lexicon: Lexicon) -> re.Pattern[str]:
    """How long something took."""
    return re.compile(rf"\b(?:{_several(lexicon)})\b", re.IGNORECASE)


def _several(lexicon: Lexicon) -> str:
    """The units of time in the plural, as a pattern."""
    return either(unit for word, unit in lexicon.units.durations.items() if word == unit)
