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
from digests.text.quotations import quotations
from digests.text.spans import span_holding

_NEAR_BOUND = 24  #: characters before a date in which its preposition stands, with what may stand behind that
_NEAR_OTHER = 20  #: characters before a date in which another one ends that it is told with
_WEEK = timedelta(days=7)
_OWNS = re.compile(r"['’]s?\s")  #: behind a day that owns what follows
_THING = re.compile(r",?\s[\w“]")  #: behind a date that a thing follows


class _Patterns(NamedTuple):
    """What stands before a date that is that of another event than the one that is told of."""

    clause: re.Pattern[str]  #: a clause that describes somebody, or says since when
    other_event: re.Pattern[str]  #: another event, with its preposition
    made_public: re.Pattern[str]
    owner: re.Pattern[str]  #: what makes a date say which thing is meant: “the March 9 vote”, “its April 6 meeting”
    opening: re.Pattern[str]  #: what a phrase of time begins with, which may stand ahead of a clause's verb
    verb: re.Pattern[str]
    link: re.Pattern[str]  #: the verb of a subject that ends in a date: “the ship sunk on March 9 was old”
    clause_end: re.Pattern[str]  #: what parts one clause of a content from the next
    weekday: re.Pattern[str]
    relative_day: re.Pattern[str]  #: a day that is counted from another: “today”, “last night”
    foretelling: re.Pattern[str]  #: that words may tell of what is to come


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, calendar = lexicon.grammar, lexicon.calendar
    relatives = either(grammar.relative_pronouns - grammar.complementizers, calendar.starting)
    determiners = either(grammar.articles, grammar.possessives)
    finite = either(grammar.finite_auxiliaries, grammar.modals, grammar.past_forms)
    past = rf"\b(?:{finite}|\w{{2,}}(?:{either(calendar.past_endings)}))\b"
    verb = rf"\b(?:{finite}|\w{{2,}}(?:{either(calendar.past_endings)})|(?:{either(lexicon.reporting.clause_verbs)}))\b"
    return _Patterns(
        clause=re.compile(
            rf"\b(?:{relatives})\b[^,;.]*$"
            rf"|\w (?:{either(grammar.complementizers)}) (?:{finite}|\w+ed)(?: \w+)?(?:(?!{past})[^,;.])*$",
            re.IGNORECASE,
        ),
        other_event=re.compile(
            rf"\b(?:{either(calendar.beside_events)}) (?:{determiners}|(?-i:[A-Z])[\w-]+[’']s?) "
            r"(?P<words>(?:[\w’'-]+ ){1,5})$",
            re.IGNORECASE,
        ),
        made_public=re.compile(rf"(?:\b(?:{either(calendar.made_public)})|, \w+ed) (?:[a-z]{{2}} )?$"),
        owner=re.compile(rf"\b(?:{either(grammar.articles, grammar.possessives)}|[\w.]+[’']s?)\s+$", re.IGNORECASE),
        opening=re.compile(
            rf"\W*(?:{either(grammar.prepositions, grammar.longer_prepositions, calendar.phrase_openings)})\b",
            re.IGNORECASE,
        ),
        verb=re.compile(verb, re.IGNORECASE),
        link=re.compile(rf" (?:{either(grammar.finite_auxiliaries, grammar.modals)})\b"),
        clause_end=re.compile(
            rf"[,;:—–](?=\s)|\b(?:{either(grammar.relative_pronouns, grammar.relative_adverbs)})\b", re.IGNORECASE
        ),
        weekday=re.compile(rf"(?:[a-z]{{2}} )?(?:{either(calendar.weekdays)})\b", re.IGNORECASE),
        relative_day=re.compile(
            rf"\b(?:{either(calendar.days, calendar.overnight)})\b"
            rf"|\b(?:{either(calendar.steps)}) (?:{either(calendar.times_of_day)})\b",
            re.IGNORECASE,
        ),
        foretelling=re.compile(rf"\b(?:{either(grammar.modals, calendar.ahead)})\b", re.IGNORECASE),
    )


def event_date(reading: Reading, attribution: Attribution, said_date: TimeSpan | None) -> TimeSpan | None:
    """The day on which a claim's words say that something happened; none where they name no one day."""
    text, lexicon = reading.article.body, reading.lexicon
    if _tells_of_its_verb(attribution, text, lexicon):
        return None
    words = " ".join(text[start:end] for start, end in attribution.content)
    tells_of_past = _patterns(lexicon).foretelling.search(words) is None
    moments = [
        _counted_from(said_date, date, reading.article, lexicon, tells_of_past=tells_of_past)
        for date in reading.dates.within(*attribution.content)
        if _is_moment(date, lexicon)
        and not names_a_thing(text, date, lexicon)
        and not _says_which(date, text, lexicon)
        and not _is_of_another_event(date, span_holding(attribution.content, date.start), text, lexicon)
        and not _is_counted_from_quoted(date, attribution, text, lexicon)
    ]
    is_one = len({moment.valid_from for moment in moments}) == 1
    return moments[0] if is_one and not any(_is_part_of_interval(date, text, lexicon) for date in moments) else None


def _tells_of_its_verb(attribution: Attribution, text: str, lexicon: Lexicon) -> bool:
    """Whether words are what a verb of news takes, whose days are its object's: “promised seats at the gala on Monday”.

    Those of a statement are its own: “warned that …”.
    """
    news, verbs = lexicon.reporting.news, " ".join(text[start:end] for start, end in attribution.cue).lower().split()
    if attribution.mode == "direct" or not verbs or not news.hold(verbs[-1]):
        return False
    if lexicon.reporting.plain.hold(verbs[-1]) or lexicon.reporting.finding.hold(verbs[-1]):
        return False
    start, end = attribution.content[0]
    words = text[start:end].split(" ", 1)[0].lower()
    words_ahead = text[max(0, start - _NEAR_BOUND) : start].split()
    is_statement = words in lexicon.grammar.complementizers or (
        words_ahead and words_ahead[-1].lower() in lexicon.grammar.complementizers
    )
    return attribution.cue[-1][1] <= start and not is_statement


def _is_counted_from_quoted(date: TimeSpan, attribution: Attribution, text: str, lexicon: Lexicon) -> bool:
    """Whether a speaker counts a day from that of the own words, which may not be the article's: “we met today”."""
    if not _patterns(lexicon).relative_day.search(date.surface):
        return False
    return attribution.mode == "direct" or any(start < date.start < end for start, end in quotations(text))


def _says_which(date: TimeSpan, text: str, lexicon: Lexicon) -> bool:
    """Whether a date says which thing is meant, and not when something happened: “Monday’s vote”, “the May 9 vote”."""
    owner = _patterns(lexicon).owner.search(text, max(0, date.start - _NEAR_OTHER), date.start)
    return bool(_OWNS.match(text, date.end)) or (owner is not None and bool(_THING.match(text, date.end)))


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
    times = either(calendar.times_of_day)
    bounds, joints = either(calendar.bounding), either(lexicon.grammar.choosing, calendar.ranges, calendar.bounding)
    month = either(name.capitalize() for name in (*calendar.months, *calendar.month_shorts))
    day = rf"(?:\d{{1,2}}\b(?!\s+[a-z])|[A-Z][a-z]+day\b|(?:{month})\b\.?\s+\d)"
    return _Interval(
        opening=re.compile(rf"(?:{bounds})\b", re.IGNORECASE),
        preceding=re.compile(
            rf"\b(?:(?:{bounds})(?:\s+(?:{either(calendar.beside_bounds)}))?|(?:{_several(lexicon)})\s+(?:{either(calendar.ranges)}))"
            rf"\s+(?:on\s+)?$|\bfrom [\w. ]{{1,12}} (?:{either(calendar.ranges)}) $",
            re.IGNORECASE,
        ),
        first=re.compile(
            rf"(?:\d|[A-Z][a-z]+day|[A-Z][a-z]+ (?:Day|Eve))(?: (?:{times}))?\s+(?:{joints})\s+(?:on\s+)?$"
        ),
        second=re.compile(
            rf"\s?[-–/]\s?\d|(?: (?:{times}))?\s+(?:{choices}|{either(calendar.ranges)})\s+(?:on\s+)?{day}"
        ),
    )


def _is_of_another_event(date: TimeSpan, content: Span, text: str, lexicon: Lexicon) -> bool:
    """Whether a date tells of another event: “the men, who fled on Monday”, “after the vote on Sunday”."""
    patterns, ahead = _patterns(lexicon), " ".join(text[content[0] : date.start].split()) + " "
    if patterns.clause.search(ahead) or patterns.made_public.search(ahead):
        return True
    if _is_of_subject(ahead, text[date.end : content[1]], patterns):
        return True
    other = patterns.other_event.search(ahead)
    return other is not None and not any(_is_past(word, lexicon) for word in other["words"].lower().split())


def _is_of_subject(ahead: str, rest: str, patterns: _Patterns) -> bool:
    """Whether a date stands in a subject, and tells when that was: “the shooting of Odom on Jan. 23 was lawful”."""
    clause = patterns.clause_end.split(ahead)[-1].strip(" “‘\"'…")
    if not clause or patterns.opening.match(clause):
        return False
    if patterns.link.match(rest):
        return True
    if patterns.verb.search(clause):
        return False
    return bool(patterns.verb.search(rest))


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
