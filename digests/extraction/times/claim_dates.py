"""When a claim was made."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from digests.dates.ties import period_opening
from digests.extraction.reading import Reading
from digests.extraction.signatures import Post, date_of_post, signed_posts
from digests.extraction.times.counted_times import counted_time
from digests.extraction.times.earlier_times import earlier_time
from digests.extraction.times.occasions import Occasions, goes_on, told_same_listener
from digests.extraction.times.own_dates import has_own_occasion, is_in, is_to_come, is_undated, own_date
from digests.models import Article, Attribution, Claimant, Span, TimeSpan
from digests.text.spans import index_holding, span_holding

_LATELY = timedelta(days=8)  #: how long before an article a day lies that it goes on telling of
_NEAR = 20  #: characters before a verb in which its auxiliary stands


def said_dates(reading: Reading, pairs: Sequence[tuple[Attribution, Claimant]]) -> list[TimeSpan | None]:
    """When each claim was said: its own sentence says so, or a neighbouring one of the same speaker names the day."""
    contents = [span for attribution, _ in pairs for span in attribution.content]
    dates = [own_date(reading, attribution, [other for other, _ in pairs]) for attribution, _ in pairs]
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
    is_told = bool(attribution.cue) and not is_undated(reading, attribution)
    return (
        is_told
        and not has_own_occasion(reading, attribution)
        and not (_is_told_as_earlier(reading, attribution) or _is_of_period(reading, attribution))
    )


def _told_elsewhere(
    reading: Reading, posts: Sequence[Post], attribution: Attribution, claimant: Claimant
) -> TimeSpan | None:
    """The time of a saying that its own sentence does not date, from its post or from the sentences before."""
    day = date_of_post(reading, posts, attribution, claimant) if posts else None
    if day and not is_to_come(day, reading.article):
        return day
    if not attribution.cue or is_undated(reading, attribution) or _is_of_period(reading, attribution):
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
    if not begins or is_undated(reading, later) or _is_told_as_earlier(reading, later):
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
    if day is None or _is_told_as_earlier(reading, attribution) or is_undated(reading, attribution):
        return None
    if _is_of_period(reading, attribution) or has_own_occasion(reading, attribution):
        return None
    places = (day.start, day.end, *(place for span in attribution.citation for place in span))
    nearby = reading.dates.within((min(places), max(places)))
    others = (other for other in nearby if other.valid_from and day.valid_from and not is_in(other, contents))
    return None if any(other.valid_from != day.valid_from for other in others) else day


def _is_told_as_earlier(reading: Reading, attribution: Attribution) -> bool:
    """Whether somebody spoke on another day than the next words are of: “who previously said …”, “she later said”."""
    text, calendar = reading.article.body, reading.lexicon.calendar
    start, end = attribution.cue[0] if attribution.cue else (0, 0)
    verb_words = [*text[max(0, start - _NEAR) : start].split()[-1:], *text[start:end].split()[:1]]
    past_perfect = reading.lexicon.grammar.have_finite - reading.lexicon.grammar.have_present
    if not (calendar.thereafter | past_perfect).isdisjoint(map(str.lower, verb_words)):
        return True
    return not calendar.formerly.isdisjoint(attribution.citing_words(text).lower().split())


def _is_of_period(reading: Reading, attribution: Attribution) -> bool:
    """Whether a sentence opens with a time that is no occasion of speaking: “During the campaign, she said …”."""
    first = min(start for start, _ in attribution.citation) if attribution.citation else attribution.start
    begin = span_holding(reading.sentences, first)[0]
    period = period_opening(reading.lexicon).match(reading.article.body, begin, first)
    return period is not None and not any(True for _ in reading.dates.within((begin, period.end())))


def _of_a_day(date: TimeSpan | None, article: Article) -> TimeSpan | None:
    """A day of the last ones, which others nearby may share; “last week” or “in 2014” is one saying's own."""
    if date is None or date.precision not in {"minute", "day"} or date.valid_from is None:
        return None
    is_late = article.date_published is None or article.date_published - date.valid_from <= _LATELY
    return date if is_late else None


def _same_run(
    reading: Reading, first: tuple[Attribution, Claimant], second: tuple[Attribution, Claimant], *, apart: int
) -> bool:
    """Whether two neighbouring claims are one speaker's, at most `apart` paragraphs from each other."""
    if first[1].name != second[1].name:
        return False
    gap = index_holding(reading.paragraphs, second[0].start) - index_holding(reading.paragraphs, first[0].start)
    return 0 <= gap <= apart
