"""Whether two claims exclude each other by what they say, and on which word."""

from __future__ import annotations

from digests.relations.facts import ClaimFacts
from digests.relations.similarity import alike, covers, same_place, same_subject


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
    alone = first.lexicon.events.exclusive - first.says.loose - second.says.loose
    parties = first.subjects | second.subjects
    for term in first.terms & second.terms & alone:
        if signs.get(term) == others.get(term) == 1 and (first.terms & second.terms) - alone - parties:
            return term
    return None


def same_mood(first: ClaimFacts, second: ClaimFacts) -> bool:
    """Whether both tell facts, or both what will be; what is left open excludes nothing."""
    return first.says.mood == second.says.mood != "open"
