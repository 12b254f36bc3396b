"""The chance that two claims answer one question, by what they share: a logistic regression over plain features."""

from __future__ import annotations

import math

from digests.relations.aligning.weights import BIAS, WEIGHTS
from digests.relations.facts import ClaimFacts
from digests.relations.origins import same_claimant
from digests.relations.similarity import comparable, only_pair, same_period, same_subject


def chance(first: ClaimFacts, second: ClaimFacts) -> float:
    """How likely two claims are to answer one question, be it alike or not."""
    score = BIAS + sum(WEIGHTS[name] * value for name, value in features(first, second).items())
    return 1 / (1 + math.exp(-score))


def features(first: ClaimFacts, second: ClaimFacts) -> dict[str, float]:
    """What is weighed of two claims."""
    values = _of_words(first, second) | _of_amounts(first, second)
    values["same article"] = first.article.id == second.article.id
    values["same claimant"] = same_claimant(first.claim.claimant, second.claim.claimant)
    values["one mood"] = first.says.mood == second.says.mood
    values["one period"] = same_period(first, second)
    values["subjects may agree"] = same_subject(first, second)
    values["subjects agree"] = not first.subjects.isdisjoint(second.subjects)
    values["two causes"] = first.cause is not None and second.cause is not None
    values["one cause"] = (first.cause is None) != (second.cause is None)
    values["denied"] = first.is_denial or second.is_denial
    return {name: float(value) for name, value in values.items()}


def _of_words(first: ClaimFacts, second: ClaimFacts) -> dict[str, float]:
    """How much two claims share, of all words and of those that the headlines do not tell."""
    shared, headlines = first.terms & second.terms, first.story | second.story
    shorter, longer = sorted((len(first.terms), len(second.terms)))
    new = shared - headlines
    shorter_new, longer_new = sorted((len(first.terms - headlines), len(second.terms - headlines)))
    names = first.says.names | second.says.names | headlines
    plain, shorter_plain, longer_plain = shared - names, *sorted((len(first.terms - names), len(second.terms - names)))
    signs, others = first.says.signs, second.says.signs
    turned = {term for term in shared if signs.get(term, 1) != others.get(term, 1)}
    return {
        "shared": min(5, len(shared)),
        "shared of the shorter": len(shared) / max(1, shorter),
        "shared of the longer": len(shared) / max(1, longer),
        "new shared": min(4, len(new)),
        "new of the shorter": len(new) / max(1, shorter_new),
        "new of the longer": len(new) / max(1, longer_new),
        "plain shared": min(3, len(plain)),
        "plain of the shorter": len(plain) / max(1, shorter_plain),
        "plain of the longer": len(plain) / max(1, longer_plain),
        "core shared": min(4, len(first.core & second.core)),
        "one turned": len(turned) == 1,
        "new turned": not turned <= headlines,
        "shorter": math.log1p(shorter),
        "longer": math.log1p(longer),
    }


def _of_amounts(first: ClaimFacts, second: ClaimFacts) -> dict[str, float]:
    """Whether two claims count one thing."""
    pair = only_pair(first, second)
    return {
        "one counts": bool(first.amounts) != bool(second.amounts),
        "both count": bool(first.amounts) and bool(second.amounts),
        "one thing": pair is not None,
        "one number": pair is not None and pair[0].same(pair[1]),
        "one size": pair is not None and comparable(*pair),
        "one unit": pair is not None and pair[0].unit,
        "one kind": pair is not None and pair[0].measure == pair[1].measure and not pair[0].generic,
        "one fate": pair is not None and pair[0].fate == pair[1].fate != "",
    }
