"""Whether two claims exclude each other by what they say, and on which word."""

from __future__ import annotations

from digests.models import Claim
from digests.relations.facts import ClaimFacts
from digests.relations.similarity import alike, covers, same_place, same_subject

SAME_EVENT = 0.6  #: share of the longer claim's words that two times set for one thing have in common


def opposed(first: ClaimFacts, second: ClaimFacts) -> str | None:
    """The term of which one claim says the opposite of the other, if both are about one thing."""
    if (
        not same_mood(first, second)
        or not same_subject(first, second)
        or not (first.says.finite and second.says.finite)
    ):
        return None
    shared = first.terms & second.terms
    signs, others = first.says.signs, second.says.signs
    turned = [term for term in shared if signs.get(term, 1) != others.get(term, 1)]
    if len(turned) != 1 or turned[0] in first.says.loose | second.says.loose or not alike(first, second):
        return None
    negative, positive = (first, second) if signs.get(turned[0], 1) < 0 else (second, first)
    return turned[0] if covers(negative, positive) else None


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
    signs, others = first.says.signs, second.says.signs
    shared = first.terms & second.terms
    longer = max(len(first.terms), len(second.terms))
    if any(signs.get(term, 1) != others.get(term, 1) for term in shared) or len(shared) < SAME_EVENT * longer:
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
