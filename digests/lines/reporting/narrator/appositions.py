"""Things named behind a speaker which are no part of what was said: “…, a job for a careful man”."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from digests.lexicon import Lexicon, either
from digests.lines.reporting.clauses import states
from digests.models import Span
from digests.text.name_words import UPPER

_MARKS = ",;–—-"  #: which part a speaker from the words that go on


def is_apposition(spans: Sequence[Span], text: str, lexicon: Lexicon) -> bool:
    """Whether the last of some spans only names a thing: “…,” Holm said, a job for a careful man.

    Behind indirect words it must name those, “…, Holm said, a forecast that her aides had not seen”, tell what the
    speaker does with it, “…, Holm said, rules she has broken since”, or stand behind a main clause.
    """
    (begin, end), (start, stop) = spans[-2:]
    if text[start - 2] not in _MARKS and _of_body(lexicon).match(text, start, stop):
        return True  # “said Holm, of the board that will lead the work”
    if _of_saying(lexicon).match(text, start, stop) or _counted_on(lexicon).match(text, start, stop):
        return True
    if _thing(lexicon).match(text, start, stop) and _is_main_clause(text[begin:end], lexicon):
        return True  # “The army fired a missile, Holm said, its latest show of might”
    if _of_speaker(lexicon).match(text, start, stop) and states(text[slice(*spans[-2])], lexicon):
        return True
    closes = text[end - 1] in "”\"'" or text[end : end + 1] in {"”", '"'}
    is_thing = text[start:stop].partition(" ")[0] in lexicon.grammar.articles
    return closes and is_thing and not states(text[start:stop], lexicon)


def _is_main_clause(words: str, lexicon: Lexicon) -> bool:
    """Whether words are a clause that needs no other: not “If it rains”."""
    grammar, hedges, first = lexicon.grammar, lexicon.hedges, words.split(" ", 1)[0].lower()
    joints = (
        grammar.settings, grammar.reasons, grammar.doubtful_reasons, grammar.prepositions, grammar.longer_prepositions,
        grammar.comparing, hedges.conditions, hedges.concessions,
    )  # fmt: skip
    return not any(first in joint for joint in joints) and states(words, lexicon)


@functools.cache
def _thing(lexicon: Lexicon) -> re.Pattern[str]:
    """A thing with “the” or with whose it is, and no part of what was said: “Norway’s latest”, not “the rest of it”.

    One with “a” is told more of: “a policy that could let them stay”.
    """
    grammar = lexicon.grammar
    small, any_thing = either(grammar.definite_articles, grammar.third_possessives), either(grammar.indefinite_articles)
    relatives = either(grammar.complementizers, grammar.relative_pronouns)
    parts = rf"(?:{either(grammar.genitives)})\s+(?:{either(grammar.object_forms, grammar.neuter_pronouns)})\b"
    return re.compile(
        rf"(?:(?i:{small})|{UPPER}[\w-]+(?:\s{UPPER}[\w-]+)?[’'‘]s?)\s+(?![^,]*\b{parts})\w"
        rf"|(?:{any_thing})\s+(?:[\w’'-]+\s+){{1,3}}?(?:{relatives})\b"
    )


@functools.cache
def _of_saying(lexicon: Lexicon) -> re.Pattern[str]:
    """A noun for what was said: “a forecast”, “a bold promise”."""
    articles, nouns = either(lexicon.grammar.articles), either(lexicon.counterfacts.sayings)
    return re.compile(rf"\W*(?:{articles})\s+(?:[\w’'-]+\s+)?(?:{nouns})\b")


@functools.cache
def _counted_on(lexicon: Lexicon) -> re.Pattern[str]:
    """Which of several an event is over a time, as a narrator counts: “in the fifth fire this month”."""
    grammar, calendar = lexicon.grammar, lexicon.calendar
    articles, spans = either(grammar.definite_articles), either(calendar.units, calendar.plural_units)
    return re.compile(
        rf"\W*(?:{either(grammar.holding)})\s+(?:{articles})\s+(?:{either(lexicon.narration.counting_on)})\s+[^,;]*"
        rf"\b(?:{either(grammar.demonstratives, grammar.holding)})\s+(?:[\w’'-]+\s+){{0,3}}?(?:{spans})\b"
    )


@functools.cache
def _of_body(lexicon: Lexicon) -> re.Pattern[str]:
    """A clause on the speaker's body, right behind it: “said Holm, of the board | that will lead the work”."""
    finite = either(lexicon.grammar.finite_auxiliaries, lexicon.grammar.modals)
    return re.compile(rf"(?:{either(lexicon.grammar.relative_pronouns)})\s+(?:{finite}|\w+(?:s|ed))\b")


@functools.cache
def _of_speaker(lexicon: Lexicon) -> re.Pattern[str]:
    """A thing, and what the speaker has done with it, with no conjunction: “a promise he has broken”."""
    grammar = lexicon.grammar
    thing = rf"(?:(?:{either(grammar.articles)})\s+)?(?:(?!(?:{either(grammar.coordinators)})\b)[\w’'-]+\s+){{1,3}}?"
    later = either(grammar.have_present, lexicon.retractions.revising_adverbs)
    return re.compile(rf"\W*{thing}(?:{either(grammar.third_subjects)})\s+(?:{later})\b")
