"""Whether what is said is told within a year that only the sentence before names: “In 2008 … Traffic fell by half”."""

from __future__ import annotations

import functools
import re

from digests.dates import find_dates
from digests.dates.tenses import is_past_form
from digests.lexicon import Lexicon, either
from digests.lines.meaning.earlier_years import opening_year
from digests.models import Article, Claim
from digests.text.sentences import sentences
from digests.text.spans import spans_until

_YEARLESS = re.compile(r"(?:\w+ )?[A-Z]\w+\.? \d{1,2}")  #: “On March 25”, which is of the year told before


@functools.cache
def _present(lexicon: Lexicon) -> re.Pattern[str]:
    """What tells of now, or of what is to come."""
    calendar, grammar = lexicon.calendar, lexicon.grammar
    return re.compile(
        rf"\b(?:{either(grammar.be_finite - calendar.past_auxiliaries, grammar.have_present, grammar.modals)}"
        rf"|{either(calendar.nowadays)})\b",
        re.IGNORECASE,
    )


def tells_of_earlier_year(claim: Claim, article: Article, lexicon: Lexicon) -> bool:
    """Whether words in the past tense, with no time of their own, go on with what was in an earlier year."""
    text, published = article.body, article.date_published
    if claim.mode == "direct" or claim.said_at or published is None:
        return False
    first = min([claim.passage.start, *(start for start, _ in claim.attribution.citation)])
    *earlier, sentence = spans_until(sentences(text), first, 1)
    if not earlier or "\n" in text[earlier[0][1] : sentence[0]]:
        return False
    year = opening_year(text, earlier[0], lexicon)
    words = claim.passage.exact
    if year is None or year >= published.year or _present(lexicon).search(words):
        return False
    is_past = any(is_past_form(word, lexicon) for word in words.lower().split())
    dates = find_dates(words, published, lexicon=lexicon)
    return is_past and all(_YEARLESS.fullmatch(date.surface) for date in dates)
