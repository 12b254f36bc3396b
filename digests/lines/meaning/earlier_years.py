"""Whether a saying's own sentence puts it in an earlier year, which no line tells: “After the 2003 vote, Orr said”."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.extraction.times.own_dates import is_perfect
from digests.lexicon import Lexicon, either
from digests.models import Article, Attribution, Claim, Span
from digests.text.sentences import sentences
from digests.text.spans import span_holding

_GAP = 7  #: words between what opens a phrase of time and its year
_MARK = re.compile(r"[“”\"]")
_LONG_UNITS = frozenset({"week", "month", "year", "decade"})


class _Patterns(NamedTuple):
    opening: re.Pattern[str]  #: how a sentence opens: “Shortly after the 2003 vote, | Orr said”
    in_office: re.Pattern[str]  #: the same: “When she took office, | Orr said”
    tail: re.Pattern[str]  #: right behind who speaks: “Orr told the Echo | as mayor in 2003”
    unnamed_time: re.Pattern[
        str
    ]  #: there, a time that another sentence gives, or nobody: “years ago”, “at a rally that fall”
    aged: re.Pattern[str]  #: what holds old words: “in a resurfaced interview”, “in an eight-year-old tweet”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    calendar, coordinators = lexicon.calendar, either(lexicon.grammar.coordinators)
    listeners, phrase, units = _listeners(lexicon), _phrase(lexicon), either(calendar.units)
    aged, records = either(calendar.aged), either(calendar.sayings, calendar.recordings)
    return _Patterns(
        opening=re.compile(rf"\W*(?:(?:{coordinators})\s+)?{phrase}", re.IGNORECASE),
        in_office=re.compile(rf"\W*(?:(?:{coordinators})\s+)?{_in_office(lexicon)}", re.IGNORECASE),
        tail=re.compile(rf"{listeners}\s+{phrase}"),
        unnamed_time=_unnamed_time(lexicon),
        aged=re.compile(rf"\b(?:{aged}|[\w-]+-(?:{units})-(?:{aged}))\s+(?:\w+\s+)?(?:{records})s?\b", re.IGNORECASE),
    )


def _listeners(lexicon: Lexicon) -> str:
    """What finds those who are told something: “told | the Larn Echo”."""
    determiners = either(lexicon.grammar.articles, lexicon.grammar.possessives)
    return rf"(?:\s+(?:{determiners}|{either(lexicon.calendar.before_listeners)}|[A-Z][\w.’'-]*|[a-z]+s)){{0,4}}?"


def _in_office(lexicon: Lexicon) -> str:
    """What finds the beginning of somebody's time in an office: “when she took office”, “in her first term”."""
    calendar = lexicon.calendar
    clauses = either(calendar.within_times, calendar.time_clauses)
    return rf"(?:{clauses})\s+(?:[\w.’'-]+\s+){{0,4}}?(?:{either(calendar.taking_office)})\b"


def _unnamed_time(lexicon: Lexicon) -> re.Pattern[str]:
    calendar, listeners = lexicon.calendar, _listeners(lexicon)
    units = {word for word, unit in calendar.units.items() if unit in _LONG_UNITS}
    that_time = rf"(?:{either(calendar.following - calendar.next_times)})\s+(?:{either(units, calendar.seasons)})\b"
    at_the_time = rf"(?:{either(calendar.back_then)})\s+(?:{either(lexicon.grammar.genitives)})\b"
    long_ago = rf"(?:\w+\s+){{0,2}}?(?:{either(calendar.long_past & calendar.past_openings)})\b"
    return re.compile(
        rf"{listeners}\s+(?:{_in_office(lexicon)}|{long_ago})|[^,;:“”\"]{{0,40}}?\s(?:{at_the_time}|{that_time})"
        rf"|\s+(?:{either(calendar.then_in_office)})\W*$"
    )


def _phrase(lexicon: Lexicon) -> str:
    """What finds a phrase of time with a year or a decade: “hours before the 2003 vote”, “when she ran in 2003”."""
    calendar, grammar = lexicon.calendar, lexicon.grammar
    determiners = either(grammar.articles, grammar.possessives)
    small = rf"(?:{either(grammar.articles, lexicon.numbers.units)})\s+"
    lead = rf"(?:(?:{either(calendar.soon)})\s+|(?:{small})?(?:{either(calendar.short_units)})\s+){{0,2}}"
    nouns, clauses = either(calendar.within_times), either(calendar.within_times, calendar.time_clauses)
    no_gap = either(grammar.relative_pronouns, grammar.relative_adverbs, calendar.starting, calendar.spoken_about)
    gap = rf"(?:(?!(?:{no_gap})\b)[\w.’'-]+,?\s+){{1,{_GAP}}}?"
    year = r"(?:(?P<{0}>(?:19|20)\d\d)(?!s)|(?:19|20)?\d0s|[’']\d0s)\b"
    of_year = rf"(?:{nouns})\s+(?:(?:{determiners}|[A-Z]\w+[’']s?)\s+)?(?:[a-z-]+\s+)?{year.format('of')}"
    month = r"[A-Z]\w+\.?\s+"
    in_year = rf"(?:{clauses})\s+{gap}(?:{either(calendar.in_months)})\s+(?:{month})?{year.format('at')}"
    on_day = rf"(?:{either(calendar.before_days)})\s+{month}\d{{1,2}},?\s+{year.format('on')}"
    return rf"{lead}(?:{of_year}|{in_year}|{on_day})"


def is_of_earlier_year(claim: Claim, article: Article, lexicon: Lexicon, *, has_verb: bool) -> bool:
    """Whether a saying without a date has its time in its own sentence, and that is of an earlier year, or of none.

    A line with its own verb keeps what stands between that and what is said: “said as mayor in 2012 that …”.
    """
    attribution, text = claim.attribution, article.body
    if claim.said_at or not attribution.cue or article.date_published is None:
        return False
    patterns, start = _patterns(lexicon), attribution.cue[0][0]
    if is_perfect(text, start, lexicon) or _is_present(claim.cue, lexicon):
        return False
    sentence = span_holding(sentences(text), start)
    opening, tail = _frame(attribution, text, sentence)
    if patterns.aged.search(text, *opening) or patterns.aged.search(text, *tail):
        return True
    if patterns.unnamed_time.match(text, *tail) or patterns.in_office.match(text, *opening):
        return True
    is_printed = has_verb and tail[1] < sentence[1]
    matches = (patterns.opening.match(text, *opening), None if is_printed else patterns.tail.match(text, *tail))
    years = [_year(match) for match in matches if match]
    return any(year is None or year < article.date_published.year for year in years)


def opening_year(text: str, sentence: Span, lexicon: Lexicon) -> int | None:
    """The year of the phrase of time with which a sentence opens: “In 2008, …”, “When she left in May 2009, …”."""
    match = _patterns(lexicon).opening.match(text, *sentence)
    return _year(match) if match else None


def _year(match: re.Match[str]) -> int | None:
    """The year of a phrase of time; none of a decade."""
    year = match["of"] or match["at"] or match["on"]
    return int(year) if year else None


def _is_present(cue: str, lexicon: Lexicon) -> bool:
    """Whether a verb tells what somebody says now."""
    verb, auxiliaries = cue.split(maxsplit=1)[0].lower(), lexicon.calendar.present_perfect
    forms = lexicon.reporting.plain.finite | lexicon.reporting.news.finite
    return verb in auxiliaries or (verb in forms and (verb.endswith("s") or f"{verb}s" in forms))


def _frame(attribution: Attribution, text: str, sentence: Span) -> tuple[Span, Span]:
    """What stands in a sentence ahead of who speaks, and behind, up to what is said.

    Nothing stands ahead that opens what is said, as in “In 2003, Orr said, it burned”.
    """
    citation, content = attribution.citation, attribution.content
    first, last = min(citation)[0], max(end for _, end in citation)
    is_inserted = text.startswith(",", last) or any(sentence[0] <= start < first for start, _ in content)
    is_inserted = is_inserted or _MARK.search(text, sentence[0], first) is not None
    stop = min((start for start, _ in content if start >= last), default=sentence[1])
    return (sentence[0], sentence[0] if is_inserted else first), (last, min(stop, sentence[1]))
