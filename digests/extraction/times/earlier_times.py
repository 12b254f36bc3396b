"""When something was said that a text tells of as past: “at the time”, or on the occasion told of right before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digests.extraction.reading import Reading
from digests.extraction.times.occasion_patterns import DATE, OccasionPatterns, occasion_patterns, written
from digests.extraction.times.own_dates import has_own_occasion
from digests.lexicon import Lexicon
from digests.models import Attribution, Claimant, Span, TimeSpan
from digests.text.quotations import quotations
from digests.text.spans import index_holding, span_holding
from digests.text.whole_words import has_words, places_of

_BACK = 2  #: sentences before a saying in which its time may be told, where it says “at the time”
_BESIDE = 24  #: characters behind who speaks in which “at the time” is that of the saying
_FARTHER = 44  #: the same outside the words that are said, behind a listener: “told the paper at the height of the row”


def is_of_earlier_time(attribution: Attribution, text: str, sentence: Span, lexicon: Lexicon) -> bool:
    """Whether a saying's own sentence says that it was one of an earlier time: “At the time, she said …”.

    Who was in office at the time may speak now.
    """
    back_then, citation = occasion_patterns(lexicon).back_then, attribution.citation
    if not citation:
        return False
    first, last = min(citation)[0], max(end for _, end in citation)
    lead = occasion_patterns(lexicon).lead.match(text, sentence[0], first)
    if lead and back_then.match(text, lead.end(), first):
        return True
    if occasion_patterns(lexicon).at_end.match(text, last, sentence[1]):
        return True
    reach = _FARTHER if all(end <= first for _, end in attribution.content) else _BESIDE
    match = back_then.search(text, first, min(last + reach, sentence[1]))
    return match is not None and not any(start <= match.start() < end for start, end in attribution.source)


def earlier_time(reading: Reading, attribution: Attribution, claimant: Claimant) -> TimeSpan | None:
    """The time of a saying that its own sentence does not date, from the sentences right before it; else none."""
    text = reading.article.body
    sentence = span_holding(reading.sentences, (attribution.cue or attribution.content)[0][0])
    begin = min(attribution.start, sentence[0])
    number = index_holding(reading.sentences, begin)
    if number == 0:
        return None
    if is_of_earlier_time(attribution, text, sentence, reading.lexicon):
        told_here = past_dates(
            reading, (sentence[0], min(attribution.citation)[0])
        )  # “In the days after the 2011 vote”
        dates = told_here or past_dates(reading, (_told_from(reading, number), begin))
        return dates[-1] if dates else None
    is_apart = has_own_occasion(reading, attribution)
    if is_apart or occasion_patterns(reading.lexicon).occasion.search(attribution.citing_words(text)):
        return None  # “he said in a recent interview”, “In a recent interview, he said”
    sentence_before = reading.sentences[number - 1]
    name = claimant.name.rsplit(" ", 1)[-1]
    if period := _told_period(reading, attribution, claimant, reading.sentences[max(0, number - _BACK) : number]):
        return period
    patterns = occasion_patterns(reading.lexicon)
    further = [patterns.coming] if patterns.speaking.match(text, sentence[0]) else []
    if text[slice(*attribution.cue[-1])].lower() in written(reading.lexicon):
        further.append(patterns.sent_words)
    dates = [
        date
        for date in past_dates(reading, sentence_before)
        if _is_of_occasion(date, sentence_before, name, reading, further)
    ]
    if not dates and number > 1:
        dates = _announced_by(reading, reading.sentences[number - _BACK], name)
    return dates[0] if len(dates) == 1 else None


def _told_from(reading: Reading, number: int) -> int:
    """Where the sentences begin that may tell what “at the time” is, in the paragraph of the last one."""
    paragraph = span_holding(reading.paragraphs, reading.sentences[number - 1][0])
    return max(reading.sentences[max(0, number - _BACK)][0], paragraph[0])


def _announced_by(reading: Reading, sentence: Span, name: str) -> list[TimeSpan]:
    """The days on which a sentence tells that somebody of a name announced what is spoken of behind it."""
    text, announced = reading.article.body, occasion_patterns(reading.lexicon).announced
    found_dates = ((date, announced.search(with_mark(text, sentence, date))) for date in past_dates(reading, sentence))
    return [date for date, match in found_dates if match and has_words(name, match["names"])]


def with_mark(text: str, sentence: Span, date: TimeSpan) -> str:
    """A sentence with a mark in the place of a date."""
    return f"{text[sentence[0] : date.start]}{DATE}{text[date.end : sentence[1]]}"


def _told_period(
    reading: Reading, attribution: Attribution, claimant: Claimant, sentences: Sequence[Span]
) -> TimeSpan | None:
    """The month, week or year with which a passage opens, where a deed in words is told in it: “In 2007 … He agreed”.

    Whoever “said” something behind it may do so now, and so may people without a name whom it has not told of.
    """
    text, lexicon = reading.article.body, reading.lexicon
    verb = text[slice(*attribution.cue[-1])].lower().rsplit(maxsplit=1)[-1]
    is_deed = verb in lexicon.reporting.plain.finite or verb in lexicon.reporting.news.finite
    is_past = verb.endswith(lexicon.calendar.past_endings) and verb not in lexicon.calendar.told_of_then
    begin = min(attribution.start, attribution.cue[0][0])
    if attribution.mode == "direct" or not (is_deed and is_past):
        return None
    for sentence in sentences:
        is_near = "\n" not in text[sentence[1] : begin]
        dates = [
            date for date in past_dates(reading, (sentence[0], begin)) if is_near and not _begins_span(date, lexicon)
        ]
        passage = text[sentence[0] : sentences[-1][1]]
        is_told = claimant.resolved_by not in {"unresolved", "none"} or has_words(claimant.name.split()[-1], passage)
        is_one = len({date.valid_from for date in dates}) == 1
        if dates and is_one and is_told and _opens(dates[0], sentence, reading):
            return dates[0]
    return None


def _begins_span(date: TimeSpan, lexicon: Lexicon) -> bool:
    """Whether a date tells from when something has held: “since 2008”."""
    return date.surface.lower().startswith(tuple(lexicon.calendar.starting))


def _opens(date: TimeSpan, sentence: Span, reading: Reading) -> bool:
    """Whether a sentence opens with a time that is over: “But in July 2007”, “Last month”."""
    published = reading.article.date_published
    is_over = published is not None and date.valid_to is not None and date.valid_to <= published
    is_period = date.precision in {"week", "month"} or (date.precision == "year" and date.surface[-1].isdigit())
    opening = occasion_patterns(reading.lexicon).opening_period
    return is_over and is_period and opening.fullmatch(reading.article.body, sentence[0], date.end) is not None


def opens_occasion(words: str, lexicon: Lexicon) -> bool:
    """Whether a sentence, a mark in its date's place, opens with an occasion then: “At a hearing last month, …”."""
    return occasion_patterns(lexicon).opening.match(words) is not None


def past_dates(reading: Reading, span: Span) -> list[TimeSpan]:
    """The dates of a stretch of text, outside quotations, that lie before the article's."""
    published = reading.article.date_published
    quoted_spans = quotations(reading.article.body)
    return [
        date
        for date in reading.dates.within(span)
        if published
        and date.valid_from
        and date.valid_from < published
        and date.precision in {"minute", "day", "week", "month", "season", "year"}
        and not any(start < date.start < end for start, end in quoted_spans)
    ]


def _is_of_occasion(
    date: TimeSpan, sentence: Span, name: str, reading: Reading, further: Sequence[re.Pattern[str]]
) -> bool:
    """Whether a date is that of an occasion on which somebody of that name spoke, or that the saying goes on with."""
    text, patterns = reading.article.body, occasion_patterns(reading.lexicon)
    words = with_mark(text, sentence, date)
    finds = [patterns.opening.match, patterns.closing.match, patterns.speech.search, patterns.meeting.match]
    finds += [patterns.deed.match, patterns.opening_deed.match, patterns.during_deed.match]
    finds += [patterns.announced.search, patterns.told_of.search, *(pattern.match for pattern in further)]
    matches = [match for match in (find(words) for find in finds) if match is not None]
    groups = (names for match in matches for names in match.groupdict().values() if names)
    return any(_has_for_subject(names, name, patterns) for names in groups)


def _has_for_subject(words: str, name: str, patterns: OccasionPatterns) -> bool:
    """Whether the first to do something in some words is somebody of a name."""
    places = (place for place in places_of(name, words) if not words.startswith(("’", "'"), place + len(name)))
    first = next(places, None)
    return first is not None and patterns.verb.search(words[:first]) is None
