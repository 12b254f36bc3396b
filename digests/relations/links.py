"""A link between two claims, with the reason that it gives."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from digests.dates import format_day
from digests.models import RelationKind
from digests.relations.facts import ClaimFacts
from digests.relations.origins import cites, same_claimant, speaks_for
from digests.relations.similarity import is_news, of_one_origin, replaces, same_time


class Link(NamedTuple):
    """How the earlier claim stands to the later one, and the later to the earlier."""

    earlier: RelationKind
    later: RelationKind
    reason: str
    agrees: bool = False  #: whether it adds an independent origin


def exclusion(earlier: ClaimFacts, later: ClaimFacts, ground: str) -> Link | None:
    """The link between two accounts that exclude each other; of one side, the later one is news."""
    mine, others = earlier.claim.claimant, later.claim.claimant
    if same_claimant(mine, others) or speaks_for(mine, others) or of_one_origin(earlier, later):
        return update(earlier, later, ground)
    if same_time(earlier, later):
        return Link("contradicts", "contradicts", f"{ground}; {_times(earlier, later)}, the same time")
    if is_news(earlier, later):
        return Link("differs", "differs", f"{ground}; they speak of different times: {_times(earlier, later)}")
    return Link("differs", "differs", f"{ground}; perhaps not of one time: {_times(earlier, later)}")


def update(earlier: ClaimFacts, later: ClaimFacts, ground: str) -> Link | None:
    """The link to later news from the same side; None where nothing says which of the two is the later."""
    if replaces(earlier, later):
        return Link("corrected by", "corrects", f"{ground}; the later article replaces the earlier one")
    if is_news(earlier, later):
        return Link("updated by", "updates", f"{ground}; later news: {_times(earlier, later)}")
    return None


def accord(earlier: ClaimFacts, later: ClaimFacts) -> Link:
    """The link between two accounts that say the same; of different origins, each supports the other."""
    ground = f"say the same: {written(earlier, earlier.says.terms & later.says.terms)}"
    independent = earlier.origin and later.origin and earlier.origin != later.origin
    if independent and not (_rests_on(earlier, later) or _rests_on(later, earlier)):
        return Link("repeats", "repeats", f"independent of each other, they {ground}", agrees=True)
    if same_claimant(earlier.claim.claimant, later.claim.claimant):
        return Link("repeats", "repeats", f"the same claimant; they {ground}")
    return Link("repeats", "repeats", f"not known to be independent of each other, they {ground}")


def _rests_on(first: ClaimFacts, second: ClaimFacts) -> bool:
    return cites(first.claim, second.claim.claimant, first.lexicon)


def written(facts: ClaimFacts, terms: Iterable[str]) -> str:
    """Terms as a claim writes them, in its order."""
    wanted_terms = set(terms)
    return " ".join(surface for term, surface in facts.says.surfaces.items() if term in wanted_terms)


def _times(earlier: ClaimFacts, later: ClaimFacts) -> str:
    """When the two claims were made, in words."""
    return f"{_when(earlier, later)} and {_when(later, later)}"


def _when(facts: ClaimFacts, latest: ClaimFacts) -> str:
    claim, now = facts.claim, latest.moment or facts.moment
    if claim.said_at and now:
        return format_day(claim.said_at, claim.said_precision, now=now)
    if facts.article.date_published and now:
        return f"article of {format_day(facts.article.date_published, 'day', now=now)}"
    return "undated"
