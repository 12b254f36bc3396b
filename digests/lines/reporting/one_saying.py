"""Which of the quotations that one speaker is named for were said at once."""

from __future__ import annotations

import functools
import re
from itertools import pairwise

from digests.lexicon import Lexicon, either
from digests.models import Span

_MARKS = "“\"‘'"
_SENTENCE_BEGINS = re.compile(r"[.!?][”\"’']*\s+[A-Z]")


def of_one_saying(spans: tuple[Span, ...], text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """Quotations up to one said on another day, “…,” she said on Sunday, and on Monday, “…”, or up to a title.

    Nor are those anybody's that go on with a sentence which begins outside them: “…” Ida Holm “has stayed here.”
    """
    for number, ((_, end), (start, _)) in enumerate(pairwise(spans), 1):
        gap = text[end:start]
        is_title = not lexicon.narration.titling.isdisjoint(gap.split()[-1:])
        is_of_another = text[start:].lstrip(_MARKS)[:1].islower() and _SENTENCE_BEGINS.search(gap)
        if is_title or is_of_another or len({day.lower() for day in _day(lexicon).findall(gap)}) > 1:
            return spans[:number]
    return spans


@functools.cache
def _day(lexicon: Lexicon) -> re.Pattern[str]:
    """A day or a month when something is said."""
    calendar = lexicon.calendar
    names = either(name.capitalize() for name in (*calendar.weekdays, *calendar.months))
    return re.compile(rf"\b(?:{names}|{either(calendar.days)})\b")
