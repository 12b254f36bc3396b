"""When something was said on an occasion that is told of farther before: “in the letter”, or later in a hearing."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from digests.extraction.reading import Reading
from digests.extraction.times.earlier_times import opens_occasion, past_dates, with_mark
from digests.lexicon import Lexicon, either
from digests.models import Attribution, Claimant, Span, TimeSpan
from digests.text.spans import index_holding, span_holding, text_outside

_AROUND = 90  #: characters on either side of a date in which its occasion is named
_APART = 2  #: paragraphs between which somebody goes on with what was said
_LASTS = 5  #: paragraphs behind the one that opens it in which an occasion may go on


class _Patterns(NamedTuple):
    known: re.Pattern[str]  #: an occasion that is known: “in the letter”, “during that hearing”
    source: re.Pattern[str]  #: the same as who speaks: “The statement | said”
    outcome: re.Pattern[str]  #: that a text has come to what is: “the council has repaired them”, “now leads”
    before_object: re.Pattern[str]  #: right before somebody who does nothing there: “Orr named | Holm”
    others: re.Pattern[str]  #: another occasion, or listener: “in an interview”, “told the Larn Echo”
    document: re.Pattern[str]
    listener: re.Pattern[str]  #: “told the | Larn Echo”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    calendar, grammar = lexicon.calendar, lexicon.grammar
    owners = either(grammar.definite_articles, grammar.demonstratives, grammar.third_possessives)
    noun = rf"(?P<noun>{either(calendar.sayings, calendar.occasions)})"
    joints = either(calendar.in_occasions - calendar.before_days)
    return _Patterns(
        known=re.compile(rf"\b(?:{joints})\s+(?:{owners})\s+(?:[\w’'-]+\s+){{0,2}}?{noun}\b", re.IGNORECASE),
        source=re.compile(rf"(?:{owners})\s+(?:[\w’'-]+\s+)?{noun}(?:,.*)?", re.IGNORECASE | re.DOTALL),
        outcome=re.compile(
            rf"\b(?:{either(grammar.have_present)})\s+(?:\w+\s+)?"
            rf"(?:\w+(?:{either(calendar.past_endings)})|{either(grammar.past_participles, grammar.past_forms)})\b"
            rf"|\b(?:{either(calendar.nowadays)})\b"
        ),
        before_object=re.compile(
            rf"\b(?:\w+(?:{either(calendar.past_endings)})|{either(grammar.past_forms, grammar.prepositions)})\s+$"
        ),
        others=re.compile(
            rf"\b(?:{either(calendar.in_occasions)})\s+(?:{either(grammar.indefinite_articles)})\s"
            rf"|\b(?:{either(lexicon.verbs.telling)})\s+(?:(?:{either(grammar.definite_articles)})\s+)?(?-i:[A-Z])",
            re.IGNORECASE,
        ),
        document=re.compile(rf"\b(?:{either(lexicon.claimants.documents)})\b", re.IGNORECASE),
        listener=re.compile(
            rf"(?:{either(lexicon.verbs.telling)})\s+(?:(?i:{either(grammar.definite_articles)})\s+)?(?P<name>[A-Z]\w*(?:\s[A-Z]\w*)*)"
        ),
    )


class Occasions:
    """The occasions of an article that have a day, or another past time."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._dates = past_dates(reading, (0, len(reading.article.body)))

    @functools.cached_property
    def _scenes(self) -> list[tuple[Span, TimeSpan]]:
        """The sentences that open with an occasion, with its date."""
        text, lexicon = self._reading.article.body, self._reading.lexicon
        pairs = [(span_holding(self._reading.sentences, date.start), date) for date in self._dates]
        return [pair for pair in pairs if opens_occasion(with_mark(text, *pair), lexicon)]

    def date_of(self, attribution: Attribution, claimant: Claimant, contents: Sequence[Span]) -> TimeSpan | None:
        """The date of the occasion on which somebody spoke, where the text told of it before; else none."""
        text, patterns = self._reading.article.body, _patterns(self._reading.lexicon)
        sentence = span_holding(self._reading.sentences, (attribution.cue or attribution.content)[0][0])
        frame = text_outside(text, sentence, contents)
        source = text[slice(*attribution.source[0])] if attribution.source else ""
        # less “Holm, who spoke at the rally”
        own_frame = text_outside(text, sentence, [*contents, *attribution.source])
        if match := patterns.source.fullmatch(source) or patterns.known.search(own_frame):
            return self._told(match["noun"].lower(), sentence[0])
        if patterns.others.search(frame):
            return None
        return self._of_scene(attribution, claimant, sentence, contents)

    def _told(self, noun: str, place: int) -> TimeSpan | None:
        """The date of the last occasion of a name before a place: “a hearing last week”, “Monday's letter”."""
        text = self._reading.article.body
        dates = self._reading.dates.within((0, place))
        mentions = [date for date in dates if date.end <= place and _is_date_of(text, date, noun)]
        return mentions[-1] if mentions and mentions[-1] in self._dates else None  # not of today's: “Tuesday's ruling”

    def _of_scene(
        self, attribution: Attribution, claimant: Claimant, sentence: Span, contents: Sequence[Span]
    ) -> TimeSpan | None:
        """The date of the occasion that a passage opened with, and in which a saying stands that nothing else dates."""
        reading, text = self._reading, self._reading.article.body
        scene = next((pair for pair in reversed(self._scenes) if pair[0][1] <= sentence[0]), None)
        if scene is None:
            return None
        (begin, stop), date = scene
        gap = index_holding(reading.paragraphs, sentence[0]) - index_holding(reading.paragraphs, begin)
        others = (
            other
            for other in reading.dates.within((begin, sentence[1]))
            if other.valid_from != date.valid_from and not any(start <= other.start < end for start, end in contents)
        )
        is_over = _patterns(reading.lexicon).outcome.search(text_outside(text, (begin, sentence[0]), contents))
        if gap > _LASTS or is_over or any(others):
            return None
        opening = text[begin : text.find(",", date.end, stop)]
        is_written = _patterns(reading.lexicon).document.search(opening) is not None
        passage = text[begin : stop if is_written else sentence[0]]  # nobody but who wrote a letter speaks in it
        return date if self._is_of_it(attribution, claimant, passage) else None

    def _is_of_it(self, attribution: Attribution, claimant: Claimant, passage: str) -> bool:
        """Whether a speaker was named where an occasion was told of, or replies or goes on there."""
        verbs, object_lead = self._reading.lexicon.verbs, _patterns(self._reading.lexicon).before_object
        words = attribution.citing_words(self._reading.article.body).lower()
        last = re.escape(claimant.name.rsplit(" ", 1)[-1])
        places = (match.start() for match in re.finditer(rf"(?:[A-Z][\w.’'-]*\s+){{0,3}}\b{last}\b", passage))
        is_subject = any(object_lead.search(passage, 0, place) is None for place in places)
        return is_subject or any(verb in words for verb in verbs.replying)


def goes_on(
    reading: Reading,
    date: TimeSpan | None,
    first: tuple[Attribution, Claimant],
    second: tuple[Attribution, Claimant],
    contents: Sequence[Span],
) -> TimeSpan | None:
    """The time of a saying for what its speaker adds a little later, or another one replies: “he continued”."""
    words, lexicon = second[0].citing_words(reading.article.body).lower(), reading.lexicon
    replies = any(verb in words for verb in lexicon.verbs.replying)
    continues = first[1].name == second[1].name and not lexicon.calendar.continuing.isdisjoint(words.split())
    if date is None or not (replies or continues):
        return None
    gap = index_holding(reading.paragraphs, second[0].start) - index_holding(reading.paragraphs, first[0].start)
    others = reading.dates.within((max(first[0].end, date.end), second[0].start))
    is_same = all(
        other.valid_from == date.valid_from or any(start <= other.start < end for start, end in contents)
        for other in others
    )
    return date if 0 <= gap <= _APART and is_same else None


def told_same_listener(
    reading: Reading, pairs: Sequence[tuple[Attribution, Claimant]], dates: Sequence[TimeSpan | None], index: int
) -> TimeSpan | None:
    """The time at which somebody told the same outlet something a little before: “told the Echo”."""
    attribution, claimant = pairs[index]
    listener = _listener(reading, attribution)
    if not listener:
        return None
    place = index_holding(reading.paragraphs, attribution.start)
    for (earlier, speaker), date in zip(reversed(pairs[:index]), reversed(dates[:index]), strict=True):
        if place - index_holding(reading.paragraphs, earlier.start) > _LASTS or speaker.name != claimant.name:
            continue
        if date or _listener(reading, earlier) == listener:
            return date if _listener(reading, earlier) == listener else None
    return None


def _listener(reading: Reading, attribution: Attribution) -> str:
    """The last word of the name of an outlet that is told something; nothing where none is."""
    text, start = reading.article.body, attribution.cue[0][0] if attribution.cue else 0
    match = _patterns(reading.lexicon).listener.match(text, start) if attribution.cue else None
    return match["name"].rsplit(" ", 1)[-1] if match else ""


def _is_date_of(text: str, date: TimeSpan, noun: str) -> bool:
    """Whether a date is that of an occasion beside it: “a hearing last week”, “Monday's hearing”."""
    lead, tail = text[max(0, date.start - _AROUND) : date.start], text[date.end : date.end + _AROUND]
    is_before = re.search(rf"(?i)\b{noun}s?\b(?:\s+[\w’'-]+){{0,6}}?\s+$", lead)
    return bool(is_before or re.match(rf"(?i)(?:['’]s?)?\s+(?:[\w’'-]+\s+){{0,3}}?{noun}\b", tail))
