"""Whether somebody said something at an earlier time that no line can tell: at first, “that year”."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either
from digests.lines.meaning.earlier_events import tells_of_earlier_year
from digests.lines.meaning.earlier_years import is_of_earlier_year
from digests.lines.meaning.untold_times import is_of_untold_time
from digests.models import Article, Claim
from digests.text.sentences import sentences
from digests.text.spans import span_holding, spans_until

_NEAR = 12  #: characters before a verb of saying, in which its adverb stands
_BESIDE = 2  #: words before a verb of saying, in which its adverbs stand


def was_said_once(claim: Claim, article: Article, lexicon: Lexicon, *, denied: bool, has_verb: bool) -> bool:
    """Whether somebody said something, and may not now: “had originally stated”, “previously denied it before …”."""
    calendar, text = lexicon.calendar, article.body
    if (
        is_of_untold_time(claim, article, lexicon)
        or tells_of_earlier_year(claim, article, lexicon)
        or is_of_earlier_year(claim, article, lexicon, has_verb=has_verb)
        or _is_told_of_past(claim, text, lexicon)
        or _was_another_then(claim, text, lexicon)
        or _is_of_habit(claim, text, lexicon)
    ):
        return True
    if _had_said(claim, text, lexicon):
        return True
    if claim.mode != "direct" and _then(lexicon).match(text, claim.attribution.content[0][0]):
        return True
    if not denied:
        start = min((span[0] for span in claim.attribution.cue), default=0)
        ahead = text[:start].rsplit(maxsplit=_BESIDE)[-_BESIDE:]
        neighbours = [word.lower() for word in (*ahead, *claim.cue.split())]
        return not calendar.changed_since.isdisjoint(neighbours) or _was_held(claim, neighbours, start, text, lexicon)
    words = claim.attribution.citing_words(text).lower().split()
    return not calendar.at_first.isdisjoint(words) or not lexicon.narration.before_past.isdisjoint(words)


def _is_told_of_past(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether the sentence before is of a time long past: “As a student, Bo was a Marxist. All, he said, was theft”."""
    surface, place = claim.claimant.surface.lower(), min((span[0] for span in claim.attribution.citation), default=0)
    if surface not in lexicon.grammar.third_subjects:
        return False
    *earlier, sentence = spans_until(sentences(text), place, 1)
    opening = _long_past(lexicon).match(text, *earlier[0]) if earlier else None
    return opening is not None and "\n" not in text[opening.start() : sentence[0]]


def _is_of_habit(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether somebody says so whenever they do something: “has often taken such words back, saying that …”."""
    if not claim.attribution.cue or claim.cue.lower() not in lexicon.reporting.plain.gerunds:
        return False
    cue = claim.attribution.cue[0][0]
    return _habit(lexicon).search(text, span_holding(sentences(text), cue)[0], cue) is not None


@functools.cache
def _habit(lexicon: Lexicon) -> re.Pattern[str]:
    helping, habitual = either(lexicon.grammar.have_finite), either(lexicon.cues.habitual)
    return re.compile(rf"\b(?:{helping})\s+(?:{habitual})\s+\w+")


def _had_said(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether somebody had said something before what is told, on no day: “Earlier police had said that …”."""
    citation = claim.attribution.citation
    auxiliaries = lexicon.narration.before_past
    if claim.said_at or not citation or auxiliaries.isdisjoint(claim.attribution.citing_words(text).lower().split()):
        return False
    sentence = span_holding(sentences(text), citation[0][0])
    return _before_then(lexicon).match(text, *sentence) is not None


@functools.cache
def _before_then(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{either(lexicon.calendar.at_first, lexicon.calendar.before_then)})\b", re.IGNORECASE)


def _was_another_then(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether somebody spoke when young, “in the past”, or in an office since left, on no day that is told."""
    cue, end = claim.attribution.cue[0] if claim.attribution.cue else (0, 0)
    if claim.said_at or not claim.attribution.source:
        return False
    sentence = text[slice(*span_holding(sentences(text), cue))]
    names = text[slice(*claim.attribution.source[0])]
    is_of_saying = not text.startswith(",", end)  # “In the past, Holm said, it was safe” tells when it was
    return bool((is_of_saying and _in_the_past(lexicon).match(sentence)) or _then_in_office(lexicon).match(names))


@functools.cache
def _in_the_past(lexicon: Lexicon) -> re.Pattern[str]:
    """How a sentence opens: “As a student, | he said”, “In the past | she has said”, “In her first race, | she”."""
    calendar, prepositions = lexicon.calendar, either(lexicon.narration.speaking_at)
    owners, contests = either(lexicon.grammar.third_possessives), either(calendar.contests)
    contest = rf"(?:{prepositions})\s+(?:{owners})\s+(?:[\w-]+\s+){{0,2}}(?:{contests})"
    return re.compile(
        rf"\W*(?:(?:{either(calendar.life_stages)}|{contest}),|(?:{either(calendar.past_openings)}),?)\s", re.IGNORECASE
    )


@functools.cache
def _then_in_office(lexicon: Lexicon) -> re.Pattern[str]:
    articles = either(lexicon.grammar.articles)
    return re.compile(rf"\W*(?:(?:{articles})\s+)?(?:{either(lexicon.calendar.then_in_office)})[\s-]", re.IGNORECASE)


@functools.cache
def _long_past(lexicon: Lexicon) -> re.Pattern[str]:
    """A time long past, at a sentence's beginning."""
    calendar = lexicon.calendar
    return re.compile(
        rf"\W*(?:(?:\w+\s+)?(?:{either(calendar.long_past)})|(?:{either(calendar.past)})\s+(?:{either(calendar.seasons)}))\b",
        re.IGNORECASE,
    )


@functools.cache
def _then(lexicon: Lexicon) -> re.Pattern[str]:
    """A time that another sentence gives, before what was said: “that year that”, “the same night that”."""
    grammar, calendar = lexicon.grammar, lexicon.calendar
    periods = either(calendar.units, calendar.seasons, calendar.times_of_day)
    joints = either(grammar.complementizers)
    return re.compile(
        rf"(?:{either(grammar.demonstratives)}|(?:{either(grammar.definite_articles)})\s+\w+)\s+(?:{periods})\s+(?:{joints})\s",
        re.IGNORECASE,
    )


def _was_held(claim: Claim, neighbours: list[str], start: int, text: str, lexicon: Lexicon) -> bool:
    """Whether a simple past tells what somebody held for a time: “long maintained”, “For years the firm said”."""
    if not lexicon.grammar.have_finite.isdisjoint(neighbours):
        return False
    adverb, opening = _lasting(lexicon)
    if adverb.search(f"{text[max(0, start - _NEAR) : start]}{claim.cue}"):
        return True
    if claim.attribution.content[0][0] < start:
        return False
    return opening.match(text, span_holding(sentences(text), start)[0], start) is not None


@functools.cache
def _lasting(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An adverb right before a verb, and what opens a sentence, by which something was held for a time."""
    adverbs, openings = either(lexicon.calendar.long_held), either(lexicon.calendar.for_a_time)
    return re.compile(rf"\b(?:{adverbs})\s+\w+$"), re.compile(rf"\W*(?:{openings})\b", re.IGNORECASE)
