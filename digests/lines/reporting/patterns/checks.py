"""What no part of plain reporting may hold, each as a pattern."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either


class Checks(NamedTuple):
    """What no part of plain reporting may hold."""

    passed_on: re.Pattern[str]  #: somebody else's message at the end: “a letter from Price,”
    prosecuted: re.Pattern[str]  #: that others took somebody to court: “was charged”
    undone: re.Pattern[str]  #: negations, conditions and modals
    supposed: re.Pattern[str]  #: conditions, and modals that affirm: “would go”, but not “would not go”
    helped: re.Pattern[str]  #: auxiliaries that a second verb may belong to
    negative: re.Pattern[str]
    nobody: re.Pattern[str]  #: at the start of a source, that there is none
    unreal: re.Pattern[str]
    unproven: re.Pattern[str]
    note: re.Pattern[str]
    subordinate: re.Pattern[str]  #: right before a source, that its saying is but a condition: “Once X says”
    time_clause: re.Pattern[str]  #: the same, that it only tells when something was: “At the moment X announced”
    going_on: re.Pattern[str]  #: behind a clause, what begins another that takes nothing of it back


@functools.cache
def checks(lexicon: Lexicon) -> Checks:
    """What makes a report none in a language."""
    words, hedges, grammar = lexicon.frames, lexicon.hedges, lexicon.grammar
    negative = either(
        hedges.negations,
        hedges.near_negations,
        hedges.refusals,
        hedges.failures,
        hedges.scarcities,
        hedges.restrictions,
    )
    ending = either(hedges.negative_endings)
    months = either(month.capitalize() for month in lexicon.calendar.months)  # “in May” supposes nothing
    no_fact = either(words.inverted_conditions, grammar.do_finite, hedges.conditions)
    return Checks(
        passed_on=re.compile(
            rf"\b(?:{either(lexicon.claimants.documents, lexicon.deeds.messages)})"
            rf"\s+(?:{either(lexicon.deeds.senders)})\s+[^,;]*,\s*$"
        ),
        prosecuted=re.compile(
            rf"\b(?:{either(grammar.be_finite, grammar.be_participle)})\s+(?:\w+ly\s+)?"
            rf"(?:{either(lexicon.deeds.prosecuted)})\b"
        ),
        undone=re.compile(
            rf"\b(?!(?-i:{months})\b)(?:{negative}|{either(hedges.conditions, grammar.modals)})\b|(?:{ending})\b",
            re.IGNORECASE,
        ),
        supposed=re.compile(
            rf"\b(?:{either(hedges.conditions)})\b"
            rf"|\b(?:{either(grammar.modals)})\b(?!['’]t|\s+(?:\w+ly\s+)?(?:{either(hedges.negations)})\b)",
            re.IGNORECASE,
        ),
        helped=re.compile(rf"\b(?:{either(grammar.have_finite, grammar.do_finite)})\b"),
        negative=re.compile(rf"\b(?:{negative})\b|(?:{ending})\b", re.IGNORECASE),
        nobody=re.compile(
            rf"\W*(?:(?:{either(grammar.coordinators, lexicon.circumstances.focusing)})\s+)?(?:{negative}|{no_fact})\b",
            re.IGNORECASE,
        ),
        unreal=re.compile(rf"\b(?:{either(words.unreal)})\b(?!\s+(?:{either(words.of_trade)})\b)", re.IGNORECASE),
        unproven=re.compile(rf"\b(?:{either(words.unproven)})\b", re.IGNORECASE),
        note=re.compile(rf"\b(?:{either(lexicon.boilerplate.notes)})\b", re.IGNORECASE),
        subordinate=re.compile(rf"^\W*(?:{either(words.bare_conditions)})\s+$", re.IGNORECASE),
        time_clause=re.compile(rf"\W*(?:{either(lexicon.frames.time_clauses)})\s", re.IGNORECASE),
        going_on=re.compile(rf",?\s+(?:{either(grammar.settings, grammar.doubtful_reasons, grammar.continuing)})\s"),
    )
