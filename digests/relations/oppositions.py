"""Whether two claims exclude each other by what they say, and on which word."""

from __future__ import annotations

from digests.models import Claim
from digests.relations.facts import ClaimFacts
from digests.relations.similarity import alike, covers, near_in_time, same_place, same_subject
from digests.relations.statements.causes import GUILT, Cause
from digests.relations.tolls import PLAIN

SAME_EVENT = 0.6  #: share of the longer claim's words that two times set for one thing have in common


def opposed(first: ClaimFacts, second: ClaimFacts) -> str | None:
    """The term of which one claim says the opposite of the other, if both are about one thing."""
    if (
        not same_mood(first, second)
        or not same_subject(first, second)
        or not (first.says.finite and second.says.finite)
    ):
        return None
    return turned(first, second) if alike(first, second) else None


def turned(first: ClaimFacts, second: ClaimFacts, *, alone: bool = False) -> str | None:
    """The one term of which two claims say the opposite, whatever else they say; not one that is all they share."""
    terms = turned_terms(first, second)
    if len(terms) != 1 or terms[0] in first.says.loose | second.says.loose:
        return None
    negative, positive = (first, second) if first.says.signs.get(terms[0], 1) < 0 else (second, first)
    is_alone = len(first.terms & second.terms) == 1 and max(len(first.core), len(second.core)) > 2
    is_said = not (first.says.of_third or second.says.of_third or (first.says.names and second.says.names))
    return terms[0] if covers(negative, positive) and ((alone and is_said) or not is_alone) else None


def turned_terms(first: ClaimFacts, second: ClaimFacts) -> list[str]:
    """The terms of which two claims say the opposite."""
    signs, others = first.says.signs, second.says.signs
    return [term for term in first.terms & second.terms if signs.get(term, 1) != others.get(term, 1)]


def exclusive(first: ClaimFacts, second: ClaimFacts) -> str | None:
    """The term of what each claim says of a party of its own, although only one of them can have done it."""
    if not first.subjects or not second.subjects or first.subjects & second.subjects or not same_mood(first, second):
        return None
    if not same_place(first, second) or not (first.says.finite and second.says.finite) or not alike(first, second):
        return None
    signs, others = first.says.signs, second.says.signs
    shared, exclusive_terms = first.terms & second.terms, first.lexicon.events.exclusive
    if shared.isdisjoint(exclusive_terms):
        return None
    alone = exclusive_terms - first.says.loose - second.says.loose
    parties = first.subjects | second.subjects
    for term in shared & alone:
        if signs.get(term) == others.get(term) == 1 and shared - alone - parties:
            return term
    return None


def rescheduled(first: ClaimFacts, second: ClaimFacts) -> str | None:
    """The term of what each claim sets a time of its own for, although it happens once: a vote, a beginning."""
    if not (first.states_time and second.states_time) or _is_one_time(first.claim, second.claim):
        return None
    if first.says.mood != "future" or second.says.mood != "future" or not alike(first, second):
        return None
    if not same_subject(first, second) or not same_place(first, second):
        return None
    shared = first.terms & second.terms
    longer = max(len(first.terms), len(second.terms))
    if turned_terms(first, second) or len(shared) < SAME_EVENT * longer:
        return None
    return min(shared & first.lexicon.events.single_events, default=None)


def _is_one_time(first: Claim, second: Claim) -> bool:
    """Whether the times that two claims are about overlap, or one of them has no end."""
    if not (first.valid_from and first.valid_to and second.valid_from and second.valid_to):
        return True
    return first.valid_from < second.valid_to and second.valid_from < first.valid_to


def same_mood(first: ClaimFacts, second: ClaimFacts) -> bool:
    """Whether both tell facts, or both what will be; what is left open excludes nothing."""
    return first.mood == second.mood != "open"


def moods_meet(first: ClaimFacts, second: ClaimFacts) -> bool:
    """Whether what two claims tell may be held against each other: both facts or to come, or in one mood."""
    return same_mood(first, second) or {first.mood, second.mood} == {"fact", "future"}


def rival_cause(first: ClaimFacts, second: ClaimFacts) -> str | None:
    """The word for what came of two causes that have none in common; none where one of them is denied or left open."""
    mine, others = first.cause, second.cause
    if mine is None or others is None or mine.cause & others.cause:
        return None
    return None if _is_turned(first, mine) or _is_turned(second, others) else _effect(first, mine, second, others)


def shared_cause(first: ClaimFacts, second: ClaimFacts) -> str | None:
    """The word for what came of one cause that two claims give, whether or not they deny it."""
    mine, others = first.cause, second.cause
    if mine is None or others is None:
        return None
    shared = len(mine.cause & others.cause)
    is_same = shared and 2 * shared >= min(len(mine.cause), len(others.cause))
    return _effect(first, mine, second, others) if is_same else None


def _effect(first: ClaimFacts, mine: Cause, second: ClaimFacts, others: Cause) -> str | None:
    """A word for what came of both causes; where a claim does not say, it is what both headlines tell."""
    headlines = first.story & second.story
    effects = mine.effect or headlines, others.effect or headlines
    if not (mine.effect and others.effect) and not near_in_time(first, second):
        return None
    names = first.says.names | second.says.names | PLAIN
    shared = (effects[0] & effects[1]) - names
    is_same = 2 * len(shared) >= min(len(effect - names) for effect in effects)
    return min(shared, default=None) if is_same else None


def _is_turned(facts: ClaimFacts, cause: Cause) -> bool:
    """Whether a claim negates the cause that it names, or what came of it."""
    return bool(facts.says.negated & (cause.cause | cause.effect | {GUILT}))
