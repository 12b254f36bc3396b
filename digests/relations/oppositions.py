"""Whether two claims exclude each other by what they say, and on which word."""

from __future__ import annotations

from digests.relations.facts import ClaimFacts
from digests.relations.similarity import covers, same_place, same_subject

SAME_CLAUSE = 0.5  #: share of the shorter claim's words that two claims on one thing have in common
LONGER = 0.34  #: the same share of the longer one's
LEAST = 2  #: how many words that must be at least


def opposed(one: ClaimFacts, other: ClaimFacts) -> str | None:
    """The term of which one claim says the opposite of the other, if both are about one thing."""
    if not same_mood(one, other) or not same_subject(one, other) or not (one.says.finite and other.says.finite):
        return None
    shared = one.terms & other.terms
    signs, others = one.says.signs, other.says.signs
    turned = [term for term in shared if signs.get(term, 1) != others.get(term, 1)]
    if len(turned) != 1 or turned[0] in one.says.loose | other.says.loose or not alike(one, other):
        return None
    negative, positive = (one, other) if signs.get(turned[0], 1) < 0 else (other, one)
    return turned[0] if covers(negative, positive) else None


def alike(one: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether two claims have so many words of weight in common that they are on one thing."""
    things = one.lexicon.events.things
    mine, others = one.terms - things, other.terms - things
    shared = len(mine & others)
    shorter, longer = sorted((len(mine), len(others)))
    return shared >= LEAST and shared >= SAME_CLAUSE * shorter and shared >= LONGER * longer


def exclusive(one: ClaimFacts, other: ClaimFacts) -> str | None:
    """The term of what each claim says of a party of its own, although only one of them can have done it."""
    if not one.subjects or not other.subjects or one.subjects & other.subjects or not same_mood(one, other):
        return None
    if not same_place(one, other) or not (one.says.finite and other.says.finite) or not alike(one, other):
        return None
    signs, others = one.says.signs, other.says.signs
    alone = one.lexicon.events.exclusive - one.says.loose - other.says.loose
    parties = one.subjects | other.subjects
    for term in one.terms & other.terms & alone:
        if signs.get(term) == others.get(term) == 1 and (one.terms & other.terms) - alone - parties:
            return term
    return None


def same_mood(one: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether both tell facts, or both what will be; what is left open excludes nothing."""
    return one.says.mood == other.says.mood != "open"
