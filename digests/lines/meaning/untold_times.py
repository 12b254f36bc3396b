"""Whether something was said at a time counted from another, which no line can tell: “The following year”."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Article, Claim, Span
from digests.text.sentences import sentences
from digests.text.spans import spans_until

_BACK = 4  #: sentences in which the year stands from which a time is counted
_LONG_UNITS = frozenset({"year", "decade"})
_NEAR = 40  #: characters before a speaker in which it is told how long before something it was


class _Patterns(NamedTuple):
    interval: re.Pattern[str]  #: right before who speaks: “three days after | Orr said”
    long_after: re.Pattern[str]  #: what opens a sentence of a time that is far from now: “Two years earlier”
    later: re.Pattern[str]  #: the same of a later time, be it near: “A day later”, “The following year”, “In that race”
    thereafter: re.Pattern[str]  #: the same without how much later that is: “Afterward”
    year: re.Pattern[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    calendar, grammar = lexicon.calendar, lexicon.grammar
    words = calendar.units | calendar.plural_units
    units = either(words)
    joint = either(word for word, side in calendar.beside_days.items() if side > 0)
    number = rf"(?:{either(grammar.articles, lexicon.numbers.units)}|\d+)"
    that_time = rf"(?:{either(calendar.following)})\s+(?:{either(calendar.units, calendar.seasons)})"
    later = either(calendar.thereafter & frozenset(calendar.halves_of_unit))
    place = rf"(?:(?:{either(calendar.halves_of_unit)})\b|(?:{either(calendar.beside_days)}),)"
    long_units = either({word for word, unit in words.items() if unit in _LONG_UNITS})
    occasions = either(calendar.dated_things, calendar.sayings, calendar.occasions)
    joint_of_occasion = either(calendar.in_occasions, calendar.throughout)
    return _Patterns(
        interval=re.compile(rf"\b(?:{units})\s+(?:{joint})\s+$", re.IGNORECASE),
        long_after=re.compile(rf"\W*(?:\w+\s+)?(?:{number}\s+)?(?:{long_units})\s+{place}", re.IGNORECASE),
        later=re.compile(
            rf"\W*(?:(?:{number}\s+)?(?:{units})\s+{place}|(?:(?:{later})\s+)?{that_time}\b"
            rf"|(?:{joint_of_occasion})\s+(?:{either(calendar.following)})\s+(?:{occasions})\b)",
            re.IGNORECASE,
        ),
        thereafter=re.compile(rf"\W*(?:{either(calendar.thereafter)}),", re.IGNORECASE),
        year=re.compile(r"\b(?:19|20)\d\d\b"),
    )


def is_of_untold_time(claim: Claim, article: Article, lexicon: Lexicon) -> bool:
    """Whether a saying without a date is of a time that its passage counts from another one, in a year before."""
    citation = claim.attribution.citation
    if claim.said_at or not citation or article.date_published is None:
        return False
    text, patterns = article.body, _patterns(lexicon)
    first = min(citation)[0]
    if patterns.interval.search(text, max(0, first - _NEAR), first):
        return True
    spans = spans_until(sentences(text), first, _BACK)
    opening = next((n for n in (-1, -2) if len(spans) >= -n and _opens(text, spans[n], patterns)), None)
    if opening is None or (opening == -2 and not _goes_on(claim, text, spans[-1], lexicon)):
        return False
    if patterns.long_after.match(text, *spans[opening]):
        return True
    earlier = spans[opening - 1 : opening] if patterns.thereafter.match(text, *spans[opening]) else spans[:opening]
    years = [int(year) for span in earlier for year in patterns.year.findall(text, *span)]
    return bool(years) and max(years) < article.date_published.year


def _opens(text: str, sentence: Span, patterns: _Patterns) -> bool:
    return any(pattern.match(text, *sentence) for pattern in (patterns.long_after, patterns.later, patterns.thereafter))


def _goes_on(claim: Claim, text: str, sentence: Span, lexicon: Lexicon) -> bool:
    """Whether a deed in words is told right behind another, and so was done then too: “She left. He vowed to stay”."""
    verb, news = claim.cue.lower().rsplit(maxsplit=1)[-1], lexicon.reporting.news.finite
    is_deed = verb in news and verb.endswith(lexicon.calendar.past_endings)
    return is_deed and claim.mode != "direct" and "\n" not in text[sentence[0] - 1 : sentence[0]]
