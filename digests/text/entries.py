"""The entries of a live blog: lines that begin with a time of day, each written apart from the others."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from digests.models import Span
from digests.text.sentences import paragraphs

_FEWEST: Final = 3  #: times of day with which lines begin; fewer are no live blog
_TIME = re.compile(r"\(?\[?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?(?:[ap]\.?m\b\.?|[A-Z]{2,4}\b))*", re.IGNORECASE)


class Entries:
    """Where the entries of a text begin; a text that is no live blog is one entry."""

    def __init__(self, text: str, lines: tuple[Span, ...] | None = None) -> None:
        starts = [start for start, end in lines or paragraphs(text) if _TIME.match(text, start, end)]
        self._starts = starts if len(starts) >= _FEWEST else []

    def start(self, place: int) -> int:
        """Where the entry begins that holds a place."""
        number = bisect_right(self._starts, place)
        return self._starts[number - 1] if number else 0
