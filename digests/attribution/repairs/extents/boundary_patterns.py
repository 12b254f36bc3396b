"""The patterns of where a content begins and ends."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.text.name_words import UPPER

_LONGEST = 100  #: characters of a clause between commas


class BoundaryPatterns(NamedTuple):
    """What a content may begin and end with, and what may stand right beside it."""

    circumstance: re.Pattern[str]  #: what says when or where something was said, and is no part of the content before
    cut_end: re.Pattern[str]  #: words that no clause ends with; a content that does was cut
    aside: re.Pattern[str]
    finite: re.Pattern[str]
    restriction: re.Pattern[str]  #: right behind a content, a clause without which its last noun is another thing
    resumed: re.Pattern[str]  #: right behind a content, a clause on its last noun, and the verb of that
    clause_start: re.Pattern[str]
    that_clause: re.Pattern[str]
    last_relative: re.Pattern[str]
    gerund: re.Pattern[str]  #: what the same one says next: “It is safe, Bo said, | adding that …”
    last_day: re.Pattern[str]  #: a weekday at a source's end: “Alto Mills Friday”
    helping: re.Pattern[str]  #: an auxiliary at the end, whose verb is to come
    predicate: re.Pattern[str]  #: what follows a speaker who is put in before it: “, reopen in May”


@functools.cache
def boundary_patterns(lexicon: Lexicon) -> BoundaryPatterns:
    """The patterns of a language."""
    grammar, clauses = lexicon.grammar, lexicon.clauses
    cut_end = (
        grammar.articles,
        grammar.choosing,
        grammar.possessives - grammar.genders.keys(),
        grammar.third_subjects - grammar.neuter_pronouns,
        grammar.openers,
        lexicon.hedges.conditions,
        clauses.dangling,
    )
    opening = (
        grammar.articles,
        grammar.possessives,
        grammar.demonstratives,
        grammar.subjects,
        clauses.openings,
    )
    days = either(day.capitalize() for day in lexicon.calendar.weekdays)
    past_days = either(day for day, distance in lexicon.calendar.days.items() if distance <= 0)
    return BoundaryPatterns(
        circumstance=re.compile(rf"[,;:\s]*\b(?:{either(clauses.circumstances)})\b", re.IGNORECASE),
        cut_end=re.compile(rf"\b(?:{either(*cut_end)})$"),
        aside=re.compile(
            rf"\W*(?:(?P<clause>(?:{either(grammar.openers)}))|"
            rf"(?:{either(grammar.articles, grammar.third_possessives, clauses.asides)})\b|"
            rf"\w+(?:{either(clauses.aside_endings)})\b)"
            r"[^,;:.!?—“\"]*,\s*(?=\w)",
            re.IGNORECASE,
        ),
        finite=re.compile(
            rf"\b(?:{either(grammar.finite_auxiliaries, grammar.modals, lexicon.verbs.inverted)})\b",
        ),
        restriction=re.compile(
            rf"\s(?:{either(grammar.relative_pronouns)})\s+(?:\w+ly\s+)?"
            rf"(?:{either(grammar.finite_auxiliaries, grammar.modals)})\b"
        ),
        resumed=re.compile(
            rf",\s+(?:{either(grammar.relative_pronouns - grammar.complementizers)})\s[^,;.:“”\"\n]{{3,{_LONGEST}}},\s+"
            rf"(?:{either(grammar.finite_auxiliaries, grammar.modals)})\s"
        ),
        clause_start=re.compile(rf"(?:[A-Z“\"]|(?:{either(*opening)}|\d)\b)"),
        last_relative=re.compile(
            rf"(?<=\w)(?:,?\s+(?:{either(grammar.relative_pronouns)})|\s+(?:{either(lexicon.persons.before_verbs)})"
            rf"|\s+(?:{days})\s+(?:{either(lexicon.calendar.times_of_day)})|\s+(?:{past_days}))$"
        ),
        gerund=re.compile(
            rf"(?:(?:\w+ly|{either(lexicon.circumstances.adverbs)})\s+)?"
            rf"(?!\w*(?:{either(lexicon.clauses.contact_nouns)})\b)[a-z]+(?:{either(lexicon.events.gerund_endings)})\s"
        ),
        last_day=re.compile(rf"(?P<name>{UPPER}[\w’'&-]*(?:\s{UPPER}[\w’'&-]*)*?)(?P<day>\s(?:{days}))$"),
        that_clause=re.compile(rf"(?:{either(grammar.complementizers)})\s"),
        helping=re.compile(rf"\b(?:{either(grammar.finite_auxiliaries, grammar.modals)})$"),
        predicate=re.compile(r"(?:(?<=,)|,)\s+(?P<words>[a-z][^,;:“”\"]*(?:,[^;:“”\"]*)?)"),
    )
