"""Days that have a name and a fixed date: “on New Year’s Day”, “Christmas Eve 2019”."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from datetime import date

from digests.dates.absolute import nearest_year
from digests.dates.interval import day
from digests.dates.reading import DateMatch, DateScan
from digests.lexicon import Lexicon
from digests.text.numbers import tokens_of

_MARKS = frozenset({",", "of"})  #: what may stand before a year


@functools.cache
def feasts(lexicon: Lexicon) -> Mapping[tuple[str, ...], tuple[int, int]]:
    """The names of feasts as the words of a scan, with their month and day."""
    return {tuple(tokens_of(n, 0, len(n), lexicon).lows): of_year for n, of_year in lexicon.calendar.feasts.items()}


def read_feast(text: DateScan, i: int) -> DateMatch | None:
    """Read a feast's name that begins at a token; without a year it is the one that a day of that date would be."""
    for name, (month, of_month) in feasts(text.lexicon).items():
        end = i + len(name)
        if tuple(text.low(j).replace("’", "'") for j in range(i, end)) != name or not text.capital(end - 1):
            continue
        year = text.year(end + (text.low(end) in _MARKS))
        if year is not None:
            return DateMatch(i, end + 1 + (text.low(end) in _MARKS), day(date(year, month, of_month)))
        if text.today is None:
            return None
        return DateMatch(i, end, day(date(nearest_year(text, i, month, of_month), month, of_month)))
    return None
