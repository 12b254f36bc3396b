"""When something was said that is counted from the news: “comes three days after Orr said …”."""

from __future__ import annotations

import functools
import re
from datetime import datetime, timedelta

from digests.dates import find_dates
from digests.extraction.reading import Reading
from digests.lexicon import Lexicon, either
from digests.models import Attribution, TimeSpan
from digests.text.spans import span_holding, spans_until

_LATELY = timedelta(days=8)  #: how long before an article what is news in it was


@functools.cache
def _counted(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands before who spoke: “comes just three days after | Orr”, where what comes is the article's news."""
    calendar, articles = lexicon.calendar, lexicon.grammar.articles
    units = either(calendar.units, calendar.plural_units)
    joint = either(word for word, side in calendar.beside_days.items() if side > 0)
    return re.compile(
        rf"\b(?P<verb>{either(calendar.arriving, calendar.arrived)})\s+(?:\w+\s+)?"
        rf"(?P<count>(?:{either(articles, lexicon.numbers.units)}|\d+)\s+(?:{units}))\s+(?:{joint})\s+$",
        re.IGNORECASE,
    )


def counted_time(reading: Reading, attribution: Attribution) -> TimeSpan | None:
    """The time of a saying that its own sentence counts back from the article's news, or from its day; else none."""
    text, lexicon = reading.article.body, reading.lexicon
    first = min((start for start, _ in attribution.citation), default=0)
    begin = span_holding(reading.sentences, first)[0]
    match = _counted(lexicon).search(text, begin, first)
    if match is None:
        return None
    count, unit = match["count"].split()
    is_one = count.lower() in lexicon.grammar.definite_articles  # “the day after”
    words = f"{min(lexicon.grammar.indefinite_articles) if is_one else count} {unit} {min(lexicon.calendar.ago)}"
    is_past = match["verb"].lower() in lexicon.calendar.arrived
    news_day = _day_before(reading, match.start()) if is_past else reading.article.date_published
    dates = find_dates(words, news_day, lexicon=lexicon)
    start = match.start("count")
    own_words = {"start": start, "end": first, "surface": text[start:first].strip()}
    return next((date.model_copy(update=own_words) for date in dates), None)


def _day_before(reading: Reading, place: int) -> datetime | None:
    """The day of what a sentence, or the one before it, tells of before a place, where that is one of the last."""
    published = reading.article.date_published
    begin = spans_until(reading.sentences, place, 1)[0][0]
    days = [date.valid_from for date in reading.dates.within((begin, place)) if date.precision == "day"]
    is_late = published and len(days) == 1 and days[0] and published - _LATELY <= days[0] <= published
    return days[0] if is_late else None
