"""When a claim was made."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from digests.dates import said_on
from digests.extraction.counted_times import counted_time
from digests.extraction.earlier_times import earlier_time
from digests.extraction.event_intervals import is_one_of_two
from digests.extraction.occasions import Occasions, goes_on, told_same_listener
from digests.extraction.reading import Reading
from digests.extraction.signatures import Post, date_of_post, signed_posts
from digests.lexicon import Lexicon, either
from digests.models import Article, Attribution, Claimant, Span, TimeSpan
from digests.text.datelines import behind_dateline
from digests.text.spans import index_holding, span_holding

_LATELY = timedelta(days=8)  #: how long before an article a day lies that it goes on telling of
_NEAR = 20  #: characters before a verb in which its auxiliary stands
_FEW = 2  #: words that may stand before a time with which a sentence opens: “And in | 2012”
_LONGEST = timedelta(days=1, hours=1)  #: a day, be it the longest of its year


def said_dates(reading: Reading, pairs: Sequence[tuple[Attribution, Claimant]]) -> list[TimeSpan | None]:
    """When each claim was said: its own sentence says so, or a neighbouring one of the same speaker names the day."""
    contents = [span for attribution, _ in pairs for span in attribution.content]
    dates = [_own_date(reading, attribution, [other for other, _ in pairs]) for attribution, _ in pairs]
    resolved_indexes = [i for i, (_, claimant) in enumerate(pairs) if claimant.resolved_by != "none"]
    own_dates, posts = dict(enumerate(dates)), signed_posts(reading)
    for i, (attribution, claimant) in enumerate(pairs):
        dates[i] = dates[i] or _told_elsewhere(reading, posts, attribution, claimant)
    _share_days(reading, pairs, dates, own_dates)
    occasions = Occasions(reading)
    for n, i in enumerate(resolved_indexes):
        if dates[i] is None and _may_go_on(reading, pairs[i][0]):
            previous = resolved_indexes[n - 1] if n else i
            same_time = goes_on(reading, dates[previous], pairs[previous], pairs[i], contents)
            dates[i] = same_time or occasions.date_of(*pairs[i], contents)
            dates[i] = dates[i] or told_same_listener(reading, pairs, dates, i)
    return dates


def _share_days(
    reading: Reading,
    pairs: Sequence[tuple[Attribution, Claimant]],
    dates: list[TimeSpan | None],
    own_dates: Mapping[int, TimeSpan | None],
) -> None:
    """Date the claims that have no date by the one before them, or by what the one behind them says of itself."""
    contents = [span for attribution, _ in pairs for span in attribution.content]
    resolved_indexes = [i for i, (_, claimant) in enumerate(pairs) if claimant.resolved_by != "none"]
    for earlier, later in pairwise(resolved_indexes):
        if dates[later] is None and _same_run(reading, pairs[earlier], pairs[later], apart=1):
            shared = _shared(reading, dates[earlier], pairs[later][0], contents)
            dates[later] = shared or _carried_on(reading, dates[earlier], pairs[earlier][0], pairs[later][0])
    for earlier, later in pairwise(resolved_indexes):
        date, cue = own_dates[later], pairs[later][0].cue
        follows = date is not None and bool(cue) and cue[0][0] < date.start  # “she said Tuesday”, not “On Tuesday she”
        if dates[earlier] is None and follows and _same_run(reading, pairs[earlier], pairs[later], apart=0):
            dates[earlier] = _shared(reading, date, pairs[earlier][0], contents)


def _may_go_on(reading: Reading, attribution: Attribution) -> bool:
    """Whether a saying may be of an occasion told of before."""
    is_told = bool(attribution.cue) and not _is_undated(reading, attribution)
    return is_told and not (_is_told_as_earlier(reading, attribution) or _is_of_period(reading, attribution))


def _told_elsewhere(
    reading: Reading, posts: Sequence[Post], attribution: Attribution, claimant: Claimant
) -> TimeSpan | None:
    """The time of a saying that its own sentence does not date, from its post or from the sentences before."""
    day = date_of_post(reading, posts, attribution, claimant) if posts else None
    if day and not _is_to_come(day, reading.article):
        return day
    if not attribution.cue or _is_undated(reading, attribution) or _is_of_period(reading, attribution):
        return None
    return counted_time(reading, attribution) or earlier_time(reading, attribution, claimant)


def _carried_on(reading: Reading, date: TimeSpan | None, earlier: Attribution, later: Attribution) -> TimeSpan | None:
    """The past time of a saying for a quotation that begins right behind its sentence, and so was said then too.

    One told by how long ago it was may be that of a thing that is spoken of.
    """
    text, published = reading.article.body, reading.article.date_published
    if date is None or not (published and date.valid_to and date.valid_to <= published):
        return None
    if date.surface.rsplit(maxsplit=1)[-1] in reading.lexicon.lines.backwards:
        return None
    adds = bool(later.cue) and _adds(reading, later)
    begins = adds or (later.mode == "direct" and later.start == later.content[0][0])
    if not begins or _is_undated(reading, later) or _is_told_as_earlier(reading, later):
        return None
    last = max(end for _, end in (*earlier.citation, *earlier.content))
    stop = span_holding(reading.sentences, last - 1)[1]
    begin = min(later.start, later.cue[0][0]) if later.cue else later.start
    gap = text[stop : span_holding(reading.sentences, begin)[0] if adds else later.start]
    return None if re.search(r"\w", gap) else date


def _adds(reading: Reading, attribution: Attribution) -> bool:
    """Whether somebody goes on with what was said right before: “added”, “further said”."""
    words, lexicon = attribution.citing_words(reading.article.body).lower().split(), reading.lexicon
    return not (lexicon.verbs.adding | lexicon.calendar.going_on).isdisjoint(words)


def _shared(
    reading: Reading, date: TimeSpan | None, attribution: Attribution, contents: Sequence[Span]
) -> TimeSpan | None:
    """The day of a saying nearby where it is that of this one too: no other is told of in between, nor other tense."""
    day = _of_a_day(date, reading.article)
    if day is None or _is_told_as_earlier(reading, attribution) or _is_undated(reading, attribution):
        return None
    if _is_of_period(reading, attribution):
        return None
    places = (day.start, day.end, *(place for span in attribution.citation for place in span))
    nearby = reading.dates.within((min(places), max(places)))
    others = (other for other in nearby if other.valid_from and day.valid_from and not _is_in(other, contents))
    return None if any(other.valid_from != day.valid_from for other in others) else day


def _is_in(date: TimeSpan, spans: Sequence[Span]) -> bool:
    return any(start <= date.start < end for start, end in spans)


def _is_told_as_earlier(reading: Reading, attribution: Attribution) -> bool:
    """Whether somebody spoke on another day than the next words are of: “who previously said …”, “she later said”."""
    text, calendar = reading.article.body, reading.lexicon.calendar
    start, end = attribution.cue[0] if attribution.cue else (0, 0)
    verb_words = [*text[max(0, start - _NEAR) : start].split()[-1:], *text[start:end].split()[:1]]
    if not calendar.thereafter.isdisjoint(map(str.lower, verb_words)):
        return True
    return not calendar.formerly.isdisjoint(attribution.citing_words(text).lower().split())


def _is_undated(reading: Reading, attribution: Attribution) -> bool:
    """Whether somebody speaks in the present, so that no day before the article's is that of the words: “says”."""
    verbs = " ".join(reading.article.body[start:end] for start, end in attribution.cue).lower().split()
    verb = verbs[0] if verbs else ""
    if verb in reading.lexicon.calendar.present_perfect:
        return True
    if attribution.cue and _perfect(reading.lexicon).search(
        reading.article.body, max(0, attribution.cue[0][0] - _NEAR), attribution.cue[0][0]
    ):
        return True
    return verb.endswith("s") and verb in _forms(reading.lexicon)


def _is_of_period(reading: Reading, attribution: Attribution) -> bool:
    """Whether a sentence opens with a time that is no occasion of speaking: “During the campaign, she said …”."""
    first = min(start for start, _ in attribution.citation) if attribution.citation else attribution.start
    begin = span_holding(reading.sentences, first)[0]
    period = _period(reading.lexicon).match(reading.article.body, begin, first)
    return period is not None and not any(True for _ in reading.dates.within((begin, period.end())))


@functools.cache
def _period(lexicon: Lexicon) -> re.Pattern[str]:
    calendar = lexicon.calendar
    occasions = either(calendar.occasions, calendar.sayings)
    return re.compile(rf"(?i:{either(calendar.throughout)})\s(?:(?!(?:{occasions})\b)[^,\s]+\s?){{1,9}},\s")


@functools.cache
def _perfect(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands before a verb that tells of no one time: “has said”."""
    return re.compile(rf"\b(?:{either(lexicon.calendar.present_perfect)})\s+(?:\w+ly\s+)?$")


def _of_a_day(date: TimeSpan | None, article: Article) -> TimeSpan | None:
    """A day of the last ones, which others nearby may share; “last week” or “in 2014” is one saying's own."""
    if date is None or date.precision not in {"minute", "day"} or date.valid_from is None:
        return None
    is_late = article.date_published is None or article.date_published - date.valid_from <= _LATELY
    return date if is_late else None


def _own_date(reading: Reading, attribution: Attribution, others: Sequence[Attribution]) -> TimeSpan | None:
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
    is_undated = _is_undated(reading, attribution)
    last = attribution.cue[-1][1] if is_undated else sentence[1]
    dates = [date for date in reading.dates.within(sentence) if date.start < last and _may_be_of_saying(date, reading)]
    if is_undated or _is_plural_present(reading, attribution):  # nobody “says” in 2024 what a 2024 report may say
        sources = attribution.source
        dates = [
            date
            for date in dates
            if date.precision in {"minute", "day"}
            or _is_in(date, sources)
            or _opens_scene(date, attribution, sentence, reading)
        ]
    return [date for date in dates if not _opens_what_is_told_now(date, attribution, sentence, reading)]


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
    return not (lasts or _is_to_come(date, reading.article) or is_one_of_two(date, text, lexicon))


def _is_to_come(date: TimeSpan, article: Article) -> bool:
    """Whether a date lies after its article, in which nothing is told that is said later."""
    published = article.date_published
    return bool(published and date.valid_from and date.valid_from.date() > published.date())


def _same_run(
    reading: Reading, first: tuple[Attribution, Claimant], second: tuple[Attribution, Claimant], *, apart: int
) -> bool:
    """Whether two neighbouring claims are one speaker's, at most `apart` paragraphs from each other."""
    if first[1].name != second[1].name:
        return False
    gap = index_holding(reading.paragraphs, second[0].start) - index_holding(reading.paragraphs, first[0].start)
    return 0 <= gap <= apart
