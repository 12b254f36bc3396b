"""What a claim says behind words that only say how it is known: “the evidence indicates that …”, “reports that …”."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either

LONGEST = 110  #: characters of such words
_LEAST = 3  #: words that must follow them


class _Patterns(NamedTuple):
    ground: re.Pattern[str]  #: “the evidence indicates that”, “what is obvious for us is that”
    charge: re.Pattern[str]  #: what a denial denies by its name: “the allegation that”
    doubt: re.Pattern[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    hedges, complementizers = lexicon.hedges, either(lexicon.grammar.complementizers)
    doubts = either(hedges.negations, hedges.near_negations, hedges.hedges, hedges.conditions, hedges.untruths)
    ahead, gap = rf"[^.;!?]{{0,{LONGEST}}}?", r"[^.;!?]{0,60}?"
    grounds, charges = either(lexicon.events.grounds), either(lexicon.sources.claim_nouns)
    return _Patterns(
        ground=re.compile(rf"{ahead}\b(?:{grounds})\b{gap}\b(?:{complementizers})\s+", re.IGNORECASE),
        charge=re.compile(rf"{ahead}\b(?:{charges})\b{gap}\b(?:{complementizers})\s+", re.IGNORECASE),
        doubt=re.compile(rf"\b(?:{doubts})\b|(?:{either(hedges.negative_endings)})\b", re.IGNORECASE),
    )


@functools.cache
def _denials(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    """A denial in other words: “it is not true that …”, “the report of … pure fiction”, “as nonsense claims that …”."""
    events, grammar = lexicon.events, lexicon.grammar
    auxiliary, truth = either(grammar.finite_auxiliaries), either(events.truths)
    statement, noun = r"(?P<statement>.+?)", either(lexicon.sources.claim_nouns)
    opening = either(grammar.complementizers, events.of_claims)
    claim = rf"(?:\w+\s){{0,3}}(?:{noun})\s(?:{opening})\s{statement}"
    emphasis = either(events.emphases, grammar.indefinite_articles)
    untrue = rf"(?:(?:{emphasis})\s){{0,2}}(?:{either(events.untruths)})"
    refuting = rf"(?:{either(lexicon.hedges.negations)})\s(?:{truth})|{untrue}"
    complementizers, existentials = either(grammar.complementizers), either(grammar.existentials)
    subject = either(grammar.neuter_pronouns - grammar.third_possessives, grammar.complementizers)
    marker, negation = either(grammar.role_markers), either(lexicon.hedges.noun_negations)
    infinitive = rf"(?:{either(grammar.infinitive_markers)})\s(?:{either(grammar.be_other)})"
    forms = (
        rf"(?:{subject})\s(?:{auxiliary})\s(?:{refuting})\s(?:{complementizers})\s{statement}",
        rf"(?:{existentials})\s(?:{auxiliary})\s(?:{negation})\s(?:{truth})\s\w+\s{claim}",
        rf"{claim},?\s(?:(?:{marker}|{auxiliary}|{infinitive})\s)?{untrue}",
        rf"(?:{marker})\s{untrue}\s{claim}",
    )
    return tuple(re.compile(rf"\W*{form}\W*", re.IGNORECASE) for form in forms)


@functools.lru_cache(maxsize=20_000)
def denied_in(text: str, lexicon: Lexicon) -> str | None:
    """What a text calls untrue that others say; None where it calls nothing so."""
    if _links(lexicon)["unconnected"].search(text):
        return _links(lexicon)["unconnected"].sub(lexicon.events.blaming, text)
    if not _untruth(lexicon).search(text):
        return None
    matches = (pattern.fullmatch(text) for pattern in _denials(lexicon))
    return next((match["statement"] for match in matches if match), None)


@functools.cache
def _links(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    """What stands between a cause and what came of it in a denial: “had nothing to do with”, “anything to do with”."""
    events = lexicon.events
    lists = {"unconnected": events.unconnected, "connected": events.connected}
    return {name: re.compile(rf"\b(?:{either(phrases)})\b", re.IGNORECASE) for name, phrases in lists.items()}


@functools.cache
def _untruth(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(lexicon.events.untruths, lexicon.events.truths)})\b", re.IGNORECASE)


@functools.lru_cache(maxsize=20_000)
def statement_of(text: str, lexicon: Lexicon, *, is_denied: bool) -> str:
    """The statement in a text; all of it where what stands before leaves the statement open or denies it."""
    patterns = _patterns(lexicon)
    if is_denied:
        text = _links(lexicon)["connected"].sub(lexicon.events.blaming, text)
    match = (patterns.charge if is_denied else patterns.ground).match(text)
    if match is None or patterns.doubt.search(match.group()) or len(text[match.end() :].split()) < _LEAST:
        return text
    return text[match.end() :]
