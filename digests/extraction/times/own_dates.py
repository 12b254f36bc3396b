"""The date that its own sentence gives a saying."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from datetime import timedelta

from digests.dates import said_on
from digests.extraction.reading import Reading
from digests.extraction.times.event_intervals import is_one_of_two
from digests.lexicon import Lexicon, either
from digests.models import Article, Attribution, Span, TimeSpan
from digests.text.datelines import behind_dateline
from digests.text.spans import span_holding

_NEAR = 20  #: characters before a verb in which its auxiliary stands
_BEHIND = 20  #: characters behind an occasion in which its day stands
_FEW = 2  #: words that may stand before a time with which a sentence opens: “And in | 2012”
_LONGEST = timedelta(days=1, hours=1)  #: a day, be it the longest of its year


def own_date(reading: Reading, attribution: Attribution, others: Sequence[Attribution]) -> TimeSpan | None:
    """The date that its own sentence gives a saying; one within another's words is theirs."""
    anchor = (attribution.cue or attribution.source or attribution.content)[0]
    sentence = span_holding(reading.sentences, anchor[0])
    if not attribution.cue and not _holds(sentence, (attribution.start, attribution.start)):
        return None  # an answer of an interview, whose speaker is named elsewhere
    return said_on(
        reading.article.body,
        attribution.citation,
        _dates_of_saying(reading, attribution, sentence),
        sentence,
        [*attribution.content, *_beside(sentence, anchor, others)],
        lexicon=reading.lexicon,
    )


def _dates_of_saying(reading: Reading, attribution: Attribution, sentence: Span) -> list[TimeSpan]:
    """The dates of a sentence on which something may have been said: “shows in May the fund grew” tells of May."""
    is_present = is_undated(reading, attribution)
    last = attribution.cue[-1][1] if is_present else sentence[1]
    dates = [date for date in reading.dates.within(sentence) if date.start < last and _may_be_of_saying(date, reading)]
    if is_present or _is_plural_present(reading, attribution):  # nobody “says” in 2024 what a 2024 report may say
        sources = attribution.source
        dates = [
            date
            for date in dates
            if date.precision in {"minute", "day"}
            or is_in(date, sources)
            or _opens_scene(date, attribution, sentence, reading)
        ]
    if attribution.cue and has_own_occasion(reading, attribution):
        dates = [
            date for date in dates if date.end > attribution.cue[0][0]
        ]  # “he met Orr in May and said on a recent tour”
    is_told = functools.partial(_is_of_what_is_told, attribution=attribution, sentence=sentence, reading=reading)
    return [date for date in dates if not is_told(date)]


def _is_of_what_is_told(date: TimeSpan, *, attribution: Attribution, sentence: Span, reading: Reading) -> bool:
    """Whether a date is that of an event: “On May 3, 2021, police say …”, “According to X, on May 3, a boat sank”."""
    if _opens_what_is_told_now(date, attribution, sentence, reading):
        return True
    words = reading.article.body[slice(*attribution.cue[0])].lower() if attribution.cue else ""
    last = max((end for _, end in attribution.source), default=0)
    return words in reading.lexicon.reporting.according and last < date.start and date.end <= attribution.content[0][0]


def has_own_occasion(reading: Reading, attribution: Attribution) -> bool:
    """Whether a saying stands beside an occasion of its own, “in a recent interview”, with no day in it."""
    anchor, text = (attribution.cue or attribution.content)[0], reading.article.body
    sentence = span_holding(reading.sentences, anchor[0])
    matches = _own_occasion(reading.lexicon).finditer(text, *sentence)
    spans = (match.span() for match in matches if not any(a <= match.start() < b for a, b in attribution.content))
    return any(not reading.dates.within((start, end + _BEHIND)) for start, end in spans)


@functools.cache
def _own_occasion(lexicon: Lexicon) -> re.Pattern[str]:
    """“in a recent interview”, “on a separate Larn TV show”, “in another speech”."""
    calendar, articles = lexicon.calendar, either(lexicon.grammar.indefinite_articles)
    return re.compile(
        rf"\b(?:{either(calendar.in_occasions)})\s+(?:(?:{articles})\s+)?(?:{either(calendar.other_occasions)})\s"
        rf"(?:[\w’'-]+\s+){{0,5}}?(?:{either(calendar.sayings, calendar.occasions)})\b",
        re.IGNORECASE,
    )


def is_in(date: TimeSpan, spans: Sequence[Span]) -> bool:
    """Whether a date begins within one of some spans."""
    return any(start <= date.start < end for start, end in spans)


def is_undated(reading: Reading, attribution: Attribution) -> bool:
    """Whether somebody speaks in the present, so that no day before the article's is that of the words: “says”."""
    verbs = " ".join(reading.article.body[start:end] for start, end in attribution.cue).lower().split()
    verb = verbs[0] if verbs else ""
    if verb in reading.lexicon.calendar.present_perfect:
        return True
    if attribution.cue and is_perfect(reading.article.body, attribution.cue[0][0], reading.lexicon):
        return True
    return verb.endswith("s") and verb in _forms(reading.lexicon)


def is_perfect(text: str, place: int, lexicon: Lexicon) -> bool:
    """Whether the verb at a place of a text tells of no one time: “has | said”."""
    return _perfect(lexicon).search(text, max(0, place - _NEAR), place) is not None


@functools.cache
def _perfect(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands before a verb that tells of no one time: “has said”."""
    return re.compile(rf"\b(?:{either(lexicon.calendar.present_perfect)})\s+(?:\w+ly\s+)?$")


@functools.cache
def _forms(lexicon: Lexicon) -> frozenset[str]:
    """The finite forms of the verbs that tell what somebody says."""
    reporting = lexicon.reporting
    return reporting.plain.finite | reporting.news.finite | reporting.finding.finite


def _is_plural_present(reading: Reading, attribution: Attribution) -> bool:
    """Whether several speak in the present: “experts suggest”."""
    text, forms = reading.article.body, _forms(reading.lexicon)
    verbs = [text[start:end].lower() for start, end in attribution.cue]
    return bool(verbs) and verbs[0] in forms and f"{verbs[0]}s" in forms


def _opens_what_is_told_now(date: TimeSpan, attribution: Attribution, sentence: Span, reading: Reading) -> bool:
    """Whether a day opens what somebody tells in the present: “On May 3, 2021, police say a boat sank”."""
    if date.precision != "day" or not attribution.cue or date.end > min(attribution.citation)[0]:
        return False
    text, verbs = reading.article.body, reading.lexicon.reporting.plain.finite
    verb = text[slice(*attribution.cue[0])].lower().split()[0]
    is_present = verb in verbs and (verb.endswith("s") or f"{verb}s" in verbs)
    return is_present and not re.search(r"\w", text[sentence[0] : date.start])


def _opens_scene(date: TimeSpan, attribution: Attribution, sentence: Span, reading: Reading) -> bool:
    """Whether a time opens what is told as if it were now: “And last summer, | at a rally, Orr calls it a mistake”."""
    text, reporting = reading.article.body, reading.lexicon.reporting
    verb = text[slice(*attribution.cue[0])].lower().split()[0]
    is_deed = verb in reporting.news.finite - reporting.plain.finite
    is_first = len(text[sentence[0] : date.start].split()) <= _FEW
    return is_deed and is_first and text[date.end : date.end + 1] == ","


def _beside(sentence: Span, anchor: Span, others: Sequence[Attribution]) -> list[Span]:
    """The contents in a sentence that do not hold a saying itself."""
    contents = (span for other in others for span in other.content)
    return [span for span in contents if span[0] < sentence[1] and sentence[0] < span[1] and not _holds(span, anchor)]


def _holds(span: Span, inner: Span) -> bool:
    return span[0] <= inner[0] and inner[1] <= span[1]


def _may_be_of_saying(date: TimeSpan, reading: Reading) -> bool:
    """Whether something can have been said on a date, one day that is not to come, nor in a dateline."""
    text, lexicon = reading.article.body, reading.lexicon
    if date.start < behind_dateline(text, *span_holding(reading.paragraphs, date.start)):
        return False
    lasts = date.precision == "day" and date.valid_from and date.valid_to and date.valid_to - date.valid_from > _LONGEST
    doubtful = lasts or _may_be_last_years(date, reading.article)
    return not (doubtful or is_to_come(date, reading.article) or is_one_of_two(date, text, lexicon))


def _may_be_last_years(date: TimeSpan, article: Article) -> bool:
    """Whether a month without its year is its article's own, and so as well that of a year ago: “In January”."""
    published = article.date_published
    is_bare = date.precision == "month" and date.surface.isalpha()
    is_own = bool(published and date.valid_from and date.valid_to and date.valid_from <= published < date.valid_to)
    return is_bare and is_own


def is_to_come(date: TimeSpan, article: Article) -> bool:
    """Whether a date lies after its article, in which nothing is told that is said later."""
    published = article.date_published
    return bool(published and date.valid_from and date.valid_from.date() > published.date())
