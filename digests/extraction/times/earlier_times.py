"""When something was said that a text tells of as past: “at the time”, or on the occasion told of right before."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from digests.extraction.reading import Reading
from digests.extraction.times.own_dates import has_own_occasion
from digests.lexicon import Lexicon, either
from digests.models import Attribution, Claimant, Span, TimeSpan
from digests.text.quotations import quotations
from digests.text.spans import index_holding, span_holding
from digests.text.whole_words import has_words, places_of

_BACK = 2  #: sentences before a saying in which its time may be told, where it says “at the time”
_BESIDE = 24  #: characters behind who speaks in which “at the time” is that of the saying
_FARTHER = 44  #: the same outside the words that are said, behind a listener: “told the paper at the height of the row”
DATE = "\ufffc"  #: what stands for a date in a sentence whose occasions are sought


class _Patterns(NamedTuple):
    back_then: re.Pattern[str]  #: that a saying is one of an earlier time
    at_end: re.Pattern[str]  #: right behind who speaks, the same at a sentence's end: “he said | then.”
    lead: re.Pattern[str]  #: what may stand before it at a sentence's start: “In fact, ”
    occasion: re.Pattern[str]  #: any occasion, or thing that was said
    opening: re.Pattern[str]  #: “In an interview in July, the mayor | …”
    closing: re.Pattern[str]  #: “The mayor called for it at a rally in Belsk on Monday.”
    opening_period: re.Pattern[str]  #: “But in July 2007”, “Last month”
    verb: re.Pattern[str]
    speech: re.Pattern[str]  #: “a 2007 speech that the mayor | gave”
    speaking: re.Pattern[str]  #: how a saying begins that tells to whom it was: “Speaking to the crew, ”
    coming: re.Pattern[str]  #: “On arriving in Belsk on Sunday, the mayor | toured the port.”, before one of those
    announced: re.Pattern[str]  #: “a move announced on Monday by Ida Holm”
    deed: re.Pattern[str]  #: “The mayor | on Friday condemned”, of deeds that are done in words
    opening_deed: re.Pattern[str]  #: “On Friday, the mayor | condemned”
    during_deed: re.Pattern[str]  #: “The mayor | hailed it while she ran in May 2012”
    sent_words: re.Pattern[str]  #: “In May 2012, the mayor, who owns it, | emailed Odom”
    meeting: re.Pattern[str]  #: “The mayor | met with | Odom | at a café in May 2012”
    told_of: re.Pattern[
        str
    ]  #: “a clip of the mayor from 1999, in which she | called it”, “a remark she | made in 2012”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    calendar, grammar = lexicon.calendar, lexicon.grammar
    occasion = rf"(?:{either(calendar.sayings, calendar.occasions)})s?"
    joint = either(calendar.in_occasions)
    thing = rf"(?:(?:{either(grammar.articles, grammar.third_possessives)})\s+)?(?:[\w’'-]+\s+){{0,4}}?"
    prepositions, articles = either(grammar.prepositions), either(grammar.articles)
    events = either(calendar.beside_events)
    names = r"[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*)*"
    listeners = rf"(?:{either(calendar.before_listeners)})\s+(?:(?:{articles})\s+)?[a-z]+(?:\s[a-z]+)?"
    place = rf"(?:\s+(?:(?:{prepositions})\s+(?:(?:{articles})\s+)?{names}|{listeners}))?"
    deeds = either(verb for verb in lexicon.reporting.news.finite if verb.endswith(calendar.past_endings))
    dated = (
        rf"(?:{thing}{DATE}(?:['’]s?)?\s+(?:\w+\s+){{0,2}}?{occasion}{place}"
        rf"|{thing}{occasion}{place}(?:\s+(?:{joint}))?\s+{DATE})"
    )
    whenever = either(grammar.settings - calendar.beside_events, calendar.at_a_time, calendar.throughout)
    clauses = either(grammar.complementizers, grammar.relative_pronouns)
    closing = rf".*\b(?:{joint})\s+{dated}\W*$"  # looked for first, as hardly any sentence closes so
    return _Patterns(
        back_then=re.compile(
            rf"\b(?:{either(calendar.back_then)})\b(?!\s+(?:{either(grammar.genitives)})\b)",
            re.IGNORECASE,
        ),
        at_end=re.compile(rf"\s+(?:{either(calendar.then_in_office)})\W*$"),
        lead=re.compile(
            rf"\W*(?:[A-Z]\w*(?:\s[a-z]+)?,\s+|(?:{either(word.capitalize() for word in grammar.coordinators)})\s+)?"
        ),
        occasion=re.compile(rf"\b{occasion}\b", re.IGNORECASE),
        opening=re.compile(
            rf"\W*(?:[A-Z][a-z]+\s+)?(?i:{joint})\s+{dated}(?:\s+(?:{prepositions})\s[^,;:“”\"]{{1,90}})?,\s+"
            rf"(?P<names>[^,;:“\"]{{1,90}})"
        ),
        closing=re.compile(rf"(?={closing})(?P<names>[^;:“\"]{{1,90}}){closing}", re.DOTALL),
        opening_period=re.compile(
            rf"\W*(?:\w+\s+)?(?:(?:{joint})\s+(?:[\w.]+\s+)?\d{{4}}|(?:{either(calendar.past)})\s+\w+)", re.IGNORECASE
        ),
        verb=re.compile(
            rf"\b(?:{either(grammar.finite_auxiliaries, grammar.modals, grammar.past_forms)}|[a-z]\w+ed)\b"
        ),
        meeting=re.compile(
            rf"\W*(?P<names>[^,;:“\"]{{1,90}}?)\s+(?:{either(calendar.meetings)})\s+"
            rf"(?P<others>(?:(?!\b(?:{events})\b)[^,;:“”\"]){{0,80}}?)\s*\b(?:{joint})\s+{DATE}"
        ),
        told_of=_told_of(lexicon),
        deed=re.compile(rf"\W*(?P<names>[^,;:“\"]{{1,90}}?),?\s+(?:(?:{joint})\s+)?{DATE},?\s+(?:{deeds})\b"),
        during_deed=re.compile(
            rf"\W*(?P<names>[^,;:“\"]{{1,90}}?)\s+(?:{deeds})\b(?:(?!\b(?:{clauses})\b)[^,;:“”\"—–])*\b(?:{whenever})\s"
            rf"[^,;:“”\"]*{DATE}\W*$"
        ),
        sent_words=re.compile(
            rf"\W*(?i:(?:{joint})\s+)?{DATE},\s+(?P<names>[^,;:“\"]{{1,60}}?)(?:,[^;:“”\"]{{1,90}},)?\s+(?:{either(_written(lexicon))})\b"
        ),
        opening_deed=re.compile(rf"\W*(?i:(?:{joint})\s+)?{DATE},?\s+(?P<names>[^,;:“\"]{{1,90}}?)\s+(?:{deeds})\b"),
        speaking=re.compile(rf"\W*(?:{either(calendar.askings)})\b", re.IGNORECASE),
        coming=re.compile(rf"\W*(?:[\w’'-]+\s+){{0,6}}?{DATE},?\s+(?P<names>[^,;:“\"]{{1,90}})"),
        announced=re.compile(
            rf"\b(?:{either(calendar.made_public)})\s+{DATE}\s+(?:{either(grammar.passive_agents)})\s+(?P<names>[^,;:.“\"]{{1,80}})"
        ),
        speech=re.compile(
            rf"{DATE}\s+{occasion}\s+(?:(?:{either(grammar.complementizers)})\s+)?(?P<names>[^,;:“\"]{{1,40}})"
        ),
    )


def _written(lexicon: Lexicon) -> frozenset[str]:
    """The past forms of verbs by which somebody sends words: “emailed”, “wrote”."""
    return frozenset(verb for verb in lexicon.verbs.sending if not verb.endswith("s"))


def _told_of(lexicon: Lexicon) -> re.Pattern[str]:
    """What keeps words of a time: “a clip from 1999, in which she | called it”, “a remark she | made in May”."""
    calendar, grammar = lexicon.calendar, lexicon.grammar
    record = rf"\b(?:{either(calendar.sayings, calendar.recordings, lexicon.sources.claim_nouns)})s?\b"
    ties = either(grammar.prepositions, calendar.dating)
    return re.compile(
        rf"{record}(?:[^.;:]{{0,80}}?\b(?:{ties}))?\s+{DATE},?\s+"
        rf"(?:(?:{either(calendar.in_occasions)})\s+(?:{either(grammar.relative_pronouns)})|{either(grammar.relative_adverbs)})\s+"
        rf"(?!(?:[\w.’'-]+\s+){{1,3}}?(?:{either(grammar.be_finite)})\b)(?P<names>[^,;:“\"]{{1,60}})"
        rf"|{record}\s+(?:(?:{either(grammar.complementizers)})\s+)?(?P<maker>[^,;:“\"]{{1,60}}?)\s+"
        rf"(?:{either(calendar.delivered)})\b[^;:“”\"]{{0,60}}?\s{DATE}"
    )


def is_of_earlier_time(attribution: Attribution, text: str, sentence: Span, lexicon: Lexicon) -> bool:
    """Whether a saying's own sentence says that it was one of an earlier time: “At the time, she said …”.

    Who was in office at the time may speak now.
    """
    back_then, citation = _patterns(lexicon).back_then, attribution.citation
    if not citation:
        return False
    first, last = min(citation)[0], max(end for _, end in citation)
    lead = _patterns(lexicon).lead.match(text, sentence[0], first)
    if lead and back_then.match(text, lead.end(), first):
        return True
    if _patterns(lexicon).at_end.match(text, last, sentence[1]):
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
    if is_apart or _patterns(reading.lexicon).occasion.search(attribution.citing_words(text)):
        return None  # “he said in a recent interview”, “In a recent interview, he said”
    sentence_before = reading.sentences[number - 1]
    name = claimant.name.rsplit(" ", 1)[-1]
    if period := _told_period(reading, attribution, claimant, reading.sentences[max(0, number - _BACK) : number]):
        return period
    patterns = _patterns(reading.lexicon)
    further = [patterns.coming] if patterns.speaking.match(text, sentence[0]) else []
    if text[slice(*attribution.cue[-1])].lower() in _written(reading.lexicon):
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
    text, announced = reading.article.body, _patterns(reading.lexicon).announced
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
    opening = _patterns(reading.lexicon).opening_period
    return is_over and is_period and opening.fullmatch(reading.article.body, sentence[0], date.end) is not None


def opens_occasion(words: str, lexicon: Lexicon) -> bool:
    """Whether a sentence, a mark in its date's place, opens with an occasion then: “At a hearing last month, …”."""
    return _patterns(lexicon).opening.match(words) is not None


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
    text, patterns = reading.article.body, _patterns(reading.lexicon)
    words = with_mark(text, sentence, date)
    finds = [patterns.opening.match, patterns.closing.match, patterns.speech.search, patterns.meeting.match]
    finds += [patterns.deed.match, patterns.opening_deed.match, patterns.during_deed.match]
    finds += [patterns.announced.search, patterns.told_of.search, *(pattern.match for pattern in further)]
    matches = [match for match in (find(words) for find in finds) if match is not None]
    groups = (names for match in matches for names in match.groupdict().values() if names)
    return any(_has_for_subject(names, name, patterns) for names in groups)


def _has_for_subject(words: str, name: str, patterns: _Patterns) -> bool:
    """Whether the first to do something in some words is somebody of a name."""
    places = (place for place in places_of(name, words) if not words.startswith(("’", "'"), place + len(name)))
    first = next(places, None)
    return first is not None and patterns.verb.search(words[:first]) is None
