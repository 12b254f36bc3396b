"""When what a claim tells happened, or is to happen."""

from __future__ import annotations

import functools
import re
from datetime import timedelta
from typing import NamedTuple

from digests.dates import names_a_thing
from digests.extraction.reading import Reading
from digests.lexicon import Lexicon, either
from digests.models import Article, Attribution, Span, TimeSpan
from digests.text.spans import span_holding

_NEAR_BOUND = 24  #: characters before a date in which its preposition stands, with what may stand behind that
_NEAR_OTHER = 20  #: characters before a date in which another one ends that it is told with
_WEEK = timedelta(days=7)


class _Patterns(NamedTuple):
    """What stands before a date that is that of another event than the one that is told of."""

    clause: re.Pattern[str]  #: a clause that describes somebody, or says since when
    other_event: re.Pattern[str]  #: another event, with its preposition
    made_public: re.Pattern[str]
    weekday: re.Pattern[str]
    foretelling: re.Pattern[str]  #: that words may tell of what is to come
    subject: re.Pattern[str]  #: words up to a date that are but the subject of a clause: “the vote on”
    link: re.Pattern[str]  #: what, behind such a date, tells of another time than the subject’s


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, calendar = lexicon.grammar, lexicon.calendar
    relatives = either(grammar.relative_pronouns - grammar.complementizers, calendar.starting)
    determiners = either(grammar.articles, grammar.possessives)
    return _Patterns(
        clause=re.compile(rf"\b(?:{relatives})\b[^,;.]*$", re.IGNORECASE),
        other_event=re.compile(
            rf"\b(?:{either(calendar.beside_events)}) (?:{determiners}|(?-i:[A-Z])[\w-]+[’']s?) "
            r"(?P<words>(?:[\w’'-]+ ){1,5})$",
            re.IGNORECASE,
        ),
        made_public=re.compile(rf"(?:\b(?:{either(calendar.made_public)})|, \w+ed) (?:[a-z]{{2}} )?$"),
        weekday=re.compile(rf"(?:[a-z]{{2}} )?(?:{either(calendar.weekdays)})\b", re.IGNORECASE),
        foretelling=re.compile(rf"\b(?:{either(grammar.modals, calendar.ahead)})\b", re.IGNORECASE),
        subject=re.compile(
            rf"[“\"\s]*(?:(?:{either(grammar.complementizers)}) )?(?:{determiners}) (?:[\w’'-]+ ){{1,2}}$",
            re.IGNORECASE,
        ),
        link=re.compile(rf" (?:{either(grammar.be_finite, grammar.modals, grammar.have_finite)})\b"),
    )


def event_date(reading: Reading, attribution: Attribution, said_date: TimeSpan | None) -> TimeSpan | None:
    """The day on which a claim's words say that something happened; none where they name no one day."""
    text, lexicon = reading.article.body, reading.lexicon
    words = " ".join(text[start:end] for start, end in attribution.content)
    tells_of_past = _patterns(lexicon).foretelling.search(words) is None
    moments = (
        _counted_from(said_date, date, reading.article, lexicon, tells_of_past=tells_of_past)
        for date in reading.dates.within(*attribution.content)
        if _is_moment(date, lexicon)
        and not names_a_thing(text, date, lexicon)
        and not _is_part_of_interval(date, text, lexicon)
        and not _is_of_another_event(date, span_holding(attribution.content, date.start), text, lexicon)
        and not (said_date and attribution.mode == "direct" and date.surface.lower() in lexicon.calendar.days)
    )
    return next(moments, None)


def is_one_of_two(date: TimeSpan, text: str, lexicon: Lexicon) -> bool:
    """Whether another day stands right beside a day, with which it is told: “5-6 Jan”, “on March 3 and March 9”."""
    patterns = _interval(lexicon)
    behind_other = patterns.first.search(text, max(0, date.start - _NEAR_OTHER), date.start)
    return bool(behind_other or patterns.second.match(text, date.end))


def _is_part_of_interval(date: TimeSpan, text: str, lexicon: Lexicon) -> bool:
    """Whether a day only begins or ends a stretch of time, or is one of two: “since 24 Feb”, “by Friday”, “5-6 Jan”."""
    patterns = _interval(lexicon)
    prefix = text[max(0, date.start - _NEAR_BOUND) : date.start]
    begins = patterns.opening.match(date.surface) or patterns.preceding.search(prefix)
    return bool(begins) or is_one_of_two(date, text, lexicon)


class _Interval(NamedTuple):
    opening: re.Pattern[str]  #: what a date begins with that only bounds a stretch of time
    preceding: re.Pattern[str]  #: the same right before it
    first: re.Pattern[str]  #: another day right before it, with what joins them
    second: re.Pattern[str]  #: another day right after it


@functools.cache
def _interval(lexicon: Lexicon) -> _Interval:
    calendar, choices = lexicon.calendar, either(lexicon.grammar.choosing)
    bounds, joints = either(calendar.bounding), either(lexicon.grammar.choosing, calendar.ranges, calendar.bounding)
    month = either(name.capitalize() for name in (*calendar.months, *calendar.month_shorts))
    day = rf"(?:\d{{1,2}}\b(?!\s+[a-z])|[A-Z][a-z]+day\b|(?:{month})\b\.?\s+\d)"
    return _Interval(
        opening=re.compile(rf"(?:{bounds})\b", re.IGNORECASE),
        preceding=re.compile(
            rf"\b(?:(?:{bounds})(?:\s+(?:{either(calendar.beside_bounds)}))?|(?:{_several(lexicon)})\s+(?:{either(calendar.ranges)}))"
            r"\s+(?:on\s+)?$",
            re.IGNORECASE,
        ),
        first=re.compile(rf"(?:\d|[A-Z][a-z]+day)\s+(?:{joints})\s+(?:on\s+)?$"),
        second=re.compile(rf"\s?[-–/]\s?\d|\s+(?:{choices}|{either(calendar.ranges)})\s+(?:on\s+)?{day}"),
    )


def _is_of_another_event(date: TimeSpan, content: Span, text: str, lexicon: Lexicon) -> bool:
    """Whether a date tells of another event: “the men, who fled on Monday”, “after the vote on Sunday”."""
    patterns, ahead = _patterns(lexicon), " ".join(text[content[0] : date.start].split()) + " "
    if patterns.clause.search(ahead) or patterns.made_public.search(ahead):
        return True
    if patterns.subject.fullmatch(ahead) and patterns.link.match(text, date.end):
        return not any(_is_past(word, lexicon) for word in ahead.lower().split())
    other = patterns.other_event.search(ahead)
    return other is not None and not any(_is_past(word, lexicon) for word in other["words"].lower().split())


def _is_past(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.grammar.past_forms or word.endswith(lexicon.calendar.past_endings)


def _counted_from(
    said_date: TimeSpan | None, date: TimeSpan, article: Article, lexicon: Lexicon, *, tells_of_past: bool
) -> TimeSpan:
    """A weekday, counted from the day of saying where that lies before the article's."""
    if said_date is None or said_date.precision not in {"minute", "day"} or not article.date_published:
        return date
    if not (said_date.valid_from and date.valid_from and date.valid_to) or not _patterns(lexicon).weekday.match(
        date.surface
    ):
        return date
    saying, published, event = said_date.valid_from.date(), article.date_published.date(), date.valid_from.date()
    is_to_come = event > published > saying and (date.valid_from - _WEEK).date() >= saying
    if not is_to_come and not (saying < event <= published and tells_of_past):
        return date
    return date.model_copy(update={"valid_from": date.valid_from - _WEEK, "valid_to": date.valid_to - _WEEK})


def _is_moment(date: TimeSpan, lexicon: Lexicon) -> bool:
    """Whether an expression says when something happened, rather than how long it took (“the past six months”)."""
    return date.valid_from is not None and not _durations(lexicon).search(date.surface)


@functools.cache
def _durations(lexicon: Lexicon) -> re.Pattern[str]:
    """How long something took."""
    return re.compile(rf"\b(?:{_several(lexicon)})\b", re.IGNORECASE)


def _several(lexicon: Lexicon) -> str:
    """The units of time in the plural, as a pattern."""
    return either(unit for word, unit in lexicon.units.durations.items() if word == unit)
