"""When what a claim tells happened, or is to happen."""

from __future__ import annotations

import functools
import re
from datetime import timedelta
from typing import NamedTuple

from digests.dates import names_a_thing
from digests.dates.tenses import is_past_form
from digests.extraction.reading import Reading
from digests.extraction.times.event_intervals import is_moment, is_part_of_interval
from digests.extraction.times.other_events import is_of_another_event
from digests.lexicon import Lexicon, either
from digests.models import Article, Attribution, TimeSpan
from digests.text.quotations import quotations
from digests.text.sentences import sentences
from digests.text.spans import span_holding

_NEAR = 24  #: characters before a date or a content in which the word stands that ties it to others
_WEEK = timedelta(days=7)
_OWNS = re.compile(r"['’]s?\s")  #: behind a day that owns what follows
_THING = re.compile(r",?\s[\w“]")  #: behind a date that a thing follows


class _Patterns(NamedTuple):
    """What stands beside a date that says which thing is meant, or of which it cannot be told when it was."""

    owner: re.Pattern[str]  #: what makes a date say which thing is meant: “the March 9 vote”, “its April 6 meeting”
    far_owner: re.Pattern[str]  #: the same with adjectives: “her much discussed March 9 | speech”
    occasion: re.Pattern[str]  #: behind a date, a thing that was said or held then
    planned: re.Pattern[str]  #: the same as an owner with what was done to a thing: “a scheduled | Dec. 15 levy”
    noun: re.Pattern[str]  #: behind a date, what may be such a thing
    nowadays: re.Pattern[str]  #: a clause of what is: “it is in service | today”
    dating: re.Pattern[str]  #: what may stand between a verb and its date
    subject: re.Pattern[str]  #: behind a date, what begins a clause
    weekday: re.Pattern[str]
    relative_day: re.Pattern[str]  #: a day that is counted from another: “today”, “last night”
    supposing: re.Pattern[str]  #: a condition that goes on up to the end
    foretelling: re.Pattern[str]  #: that words may tell of what is to come


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, calendar = lexicon.grammar, lexicon.calendar
    determiners, endings = either(grammar.articles, grammar.possessives), either(calendar.past_endings)
    return _Patterns(
        owner=re.compile(rf"\b(?:{either(grammar.articles, grammar.possessives)}|[\w.]+[’']s?)\s+$", re.IGNORECASE),
        far_owner=re.compile(
            rf"(?:\b(?:{either(grammar.articles, grammar.possessives)})|[\w.]+[’']s?)\s+(?:[a-z-]+\s+){{1,2}}$"
        ),
        occasion=re.compile(rf"\s(?:{either(calendar.sayings, calendar.dated_things)})\b"),
        planned=re.compile(rf"\b(?:{determiners})\s+(?:[\w-]+\s+)?\w+(?:{endings})\s+$"),
        noun=re.compile(rf"\s(?!(?:{_no_nouns(lexicon)})\b|\w+(?:{endings})\b)[a-z]"),
        nowadays=re.compile(
            rf"\b(?:{either(grammar.be_finite - calendar.past_auxiliaries)})\b(?!\s+(?:\w+ly\s+)?\w+ing\b)"
        ),
        dating=re.compile(rf"\s+(?:(?:{either(grammar.prepositions)})\s+)?"),
        subject=re.compile(rf"\s+(?:(?:{determiners}|{either(grammar.subjects)})\s|[A-Z])"),
        weekday=re.compile(rf"(?:[a-z]{{2}} )?(?:{either(calendar.weekdays)})\b", re.IGNORECASE),
        relative_day=re.compile(
            rf"\b(?:{either(calendar.days, calendar.overnight)})\b"
            rf"|\b(?:{either(calendar.steps)}) (?:{either(calendar.times_of_day)})\b",
            re.IGNORECASE,
        ),
        supposing=re.compile(rf"\b(?:{either(lexicon.hedges.suppositions)})\b[^,;:]*$", re.IGNORECASE),
        foretelling=re.compile(rf"\b(?:{either(grammar.modals, calendar.ahead)})\b", re.IGNORECASE),
    )


def _no_nouns(lexicon: Lexicon) -> str:
    """What is no thing behind a date, as a pattern."""
    grammar = lexicon.grammar
    small = grammar.prepositions | grammar.longer_prepositions | grammar.coordinators | grammar.complementizers
    verbs = grammar.finite_auxiliaries | grammar.modals | grammar.past_forms | grammar.settings
    return either(small, verbs, grammar.articles, grammar.possessives, grammar.subjects, grammar.relative_adverbs)


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
        if is_moment(date, lexicon)
        and not names_a_thing(text, date, lexicon)
        and not _says_which(date, text, lexicon)
        and not is_of_another_event(date, span_holding(attribution.content, date.start), reading.article, lexicon)
        and not _may_be_of_saying(date, attribution, text, lexicon)
        and not _is_counted_from_quoted(date, attribution, text, lexicon)
        and not _is_nowadays(date, attribution, text, lexicon)
        and not _is_supposed(date, attribution, text, lexicon)
        and not _is_untold(date, attribution, reading.article, text, lexicon)
        and not (said_date is None and _is_counted_from_citing(date, attribution, reading))
    ]
    is_one = len({moment.valid_from for moment in moments}) == 1
    return moments[0] if is_one and not any(is_part_of_interval(date, text, lexicon) for date in moments) else None


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
    words_ahead = text[max(0, start - _NEAR) : start].split()
    is_statement = words in lexicon.grammar.complementizers or (
        words_ahead and words_ahead[-1].lower() in lexicon.grammar.complementizers
    )
    return attribution.cue[-1][1] <= start and not is_statement


def _may_be_of_saying(date: TimeSpan, attribution: Attribution, text: str, lexicon: Lexicon) -> bool:
    """Whether a date stands between a verb and what is said, and may be of either: “said on May 3 it sank”."""
    if not attribution.cue or attribution.mode == "direct" or not attribution.content[0][0] <= date.start:
        return False
    patterns = _patterns(lexicon)
    lead = patterns.dating.fullmatch(text, attribution.cue[-1][1], date.start)
    return lead is not None and patterns.subject.match(text, date.end) is not None


def _is_counted_from_quoted(date: TimeSpan, attribution: Attribution, text: str, lexicon: Lexicon) -> bool:
    """Whether a speaker counts a day from that of the own words, which may not be the article's: “we met today”."""
    if not _patterns(lexicon).relative_day.search(date.surface):
        return False
    return attribution.mode == "direct" or any(start < date.start < end for start, end in quotations(text))


def _is_nowadays(date: TimeSpan, attribution: Attribution, text: str, lexicon: Lexicon) -> bool:
    """Whether a day is that of what is, rather than of what happened: “the hangar is in use today”."""
    if lexicon.calendar.days.get(date.surface.lower()) != 0:
        return False
    ahead = text[span_holding(attribution.content, date.start)[0] : date.start]
    return _patterns(lexicon).nowadays.search(ahead) is not None and not any(
        is_past_form(word, lexicon) for word in ahead.lower().split()
    )


def _is_supposed(date: TimeSpan, attribution: Attribution, text: str, lexicon: Lexicon) -> bool:
    """Whether a day is but supposed: “if it were closed today, Larn would be dark”."""
    start, _ = span_holding(attribution.content, date.start)
    return _patterns(lexicon).supposing.search(text, start, date.start) is not None


def _is_untold(date: TimeSpan, attribution: Attribution, article: Article, text: str, lexicon: Lexicon) -> bool:
    """Whether quoted words name a weekday in the present, which may be past or to come: “it is over on Monday”."""
    published = article.date_published
    if attribution.mode != "direct" or not _patterns(lexicon).weekday.match(date.surface):
        return False
    if not (published and date.valid_from and date.valid_from.date() <= published.date()):
        return False
    start, end = span_holding(attribution.content, date.start)
    begin = start + max((first for first, _ in sentences(text[start:end]) if start + first <= date.start), default=0)
    clause = text[begin:end].lower().split()
    return not any(is_past_form(word, lexicon) or word in lexicon.calendar.past_auxiliaries for word in clause)


def _is_counted_from_citing(date: TimeSpan, attribution: Attribution, reading: Reading) -> bool:
    """Whether a weekday to come may be counted from one beside the verb: “told a paper on Monday that …”."""
    published, first = reading.article.date_published, attribution.content[0][0]
    if not (attribution.cue and published and date.valid_from and date.valid_from > published):
        return False
    is_weekday = _patterns(reading.lexicon).weekday.match
    days = reading.dates.within((attribution.cue[-1][1], first)) if attribution.cue[-1][1] < first else ()
    return bool(is_weekday(date.surface)) and any(is_weekday(other.surface) for other in days)


def _says_which(date: TimeSpan, text: str, lexicon: Lexicon) -> bool:
    """Whether a date says which thing is meant, and not when something happened: “Monday’s vote”, “the May 9 vote”."""
    patterns, begin = _patterns(lexicon), max(0, date.start - _NEAR)
    is_told = patterns.occasion.match(text, date.end) and patterns.far_owner.search(text, begin, date.start)
    is_planned = patterns.noun.match(text, date.end) and patterns.planned.search(text, begin, date.start)
    if _OWNS.match(text, date.end) or is_told or is_planned:
        return True
    return patterns.owner.search(text, begin, date.start) is not None and bool(_THING.match(text, date.end))


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
