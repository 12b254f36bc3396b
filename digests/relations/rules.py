"""How one claim stands to another about the same thing; every answer comes with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from digests.dates import format_day
from digests.models import RelationKind
from digests.relations.amounts import Amount
from digests.relations.denials import denial
from digests.relations.facts import ClaimFacts
from digests.relations.oppositions import LEAST, LONGER, alike, exclusive, opposed, same_mood
from digests.relations.origins import cites, same_claimant
from digests.relations.similarity import (
    close,
    comparable,
    is_news,
    of_one_origin,
    replaces,
    same_period,
    same_place,
    same_story,
    same_subject,
    same_thing,
    same_time,
)

SAME_COUNT = 0.5  #: share of the shorter claim's words that two claims with other amounts must have in common
SAME_DEED = 0.3  #: the same where those counted do the same in both
DEED_LONGER = 0.15  #: and of the longer claim's
SAME_VOICE = 0.5  #: the same of the longer claim's words for one claimant who says a thing again
SAME_STATEMENT = 0.6  #: the same share of the longer claim's words for two claimants who say one thing


@dataclass(frozen=True, slots=True)
class Link:
    """How the earlier claim stands to the later one, and the later to the earlier."""

    earlier: RelationKind
    later: RelationKind
    reason: str
    agrees: bool = False  #: whether it adds an independent origin


def link(earlier: ClaimFacts, later: ClaimFacts) -> Link | None:
    """How two claims stand to each other, or None where they are not about the same thing."""
    if earlier.is_denial or later.is_denial:
        return _denied(earlier, later)
    if not close(earlier, later) or not same_period(earlier, later) or not same_story(earlier, later):
        return None
    what = _exclusion(earlier, later)
    return _excluded(earlier, later, what) if what else _consent(earlier, later)


def _exclusion(earlier: ClaimFacts, later: ClaimFacts) -> str | None:
    """In which way one of two claims says what the other rules out."""
    if term := opposed(earlier, later):
        return f"one says so and the other does not: {_written(earlier, [term])}"
    if term := exclusive(earlier, later):
        return f"each says that another party did it: {_written(earlier, [term])}"
    return None


def _consent(earlier: ClaimFacts, later: ClaimFacts) -> Link | None:
    """The link between two claims on one thing that say the same, if perhaps with other numbers."""
    if not same_place(earlier, later) or not same_subject(earlier, later):
        return None
    return _by_amount(earlier, later) or _agreement(earlier, later)


def _denied(earlier: ClaimFacts, later: ClaimFacts) -> Link | None:
    reason = denial(earlier, later)
    if not reason:
        return None
    return Link("denied by", "denies", reason) if later.is_denial else Link("denies", "denied by", reason)


def _excluded(earlier: ClaimFacts, later: ClaimFacts, what: str) -> Link | None:
    """Two accounts that exclude each other."""
    if same_claimant(earlier.claim.claimant, later.claim.claimant) or of_one_origin(earlier, later):
        return _update(earlier, later, what)
    if same_time(earlier, later):
        return Link("contradicts", "contradicts", f"{what}; {_times(earlier, later)}, the same time")
    if is_news(earlier, later):
        return Link("differs", "differs", f"{what}; they speak of different times: {_times(earlier, later)}")
    return Link("differs", "differs", f"{what}; perhaps not of one time: {_times(earlier, later)}")


def _update(earlier: ClaimFacts, later: ClaimFacts, what: str) -> Link | None:
    """Later news from the same side; None where nothing says which of the two is the later."""
    if replaces(earlier, later):
        return Link("corrected by", "corrects", f"{what}; the later article replaces the earlier one")
    if is_news(earlier, later):
        return Link("updated by", "updates", f"{what}; later news: {_times(earlier, later)}")
    return None


def _by_amount(earlier: ClaimFacts, later: ClaimFacts) -> Link | None:
    """A link by two amounts of the same thing that are not the same number."""
    pair = _one_pair(earlier, later)
    if pair is None or pair[0].same(pair[1]) or not comparable(*pair) or not same_mood(earlier, later):
        return None
    if not _same_count(earlier, later, *pair) or not (earlier.says.finite and later.says.finite):
        return None
    what = f"{pair[0].surface} against {pair[1].surface}"
    if pair[0].near(pair[1]):
        same = same_claimant(earlier.claim.claimant, later.claim.claimant)
        return _update(earlier, later, what) if same else None
    return _excluded(earlier, later, what)


def _one_pair(one: ClaimFacts, other: ClaimFacts) -> tuple[Amount, Amount] | None:
    """The amounts of one thing in two claims; none where either gives several that may be meant."""
    pairs = [(a, b) for a in one.amounts for b in other.amounts if same_thing(a, b)]
    if len(pairs) > 1:
        pairs = [(a, b) for a, b in pairs if a.measure == b.measure and a.doing == b.doing]
    return pairs[0] if len(pairs) == 1 else None


def _same_count(one: ClaimFacts, other: ClaimFacts, amount: Amount, another: Amount) -> bool:
    """Whether two claims speak of one thing beside what they count and whom they name."""
    fates = one.lexicon.events.fates
    if one.terms & fates and other.terms & fates and not one.terms & other.terms & fates:
        return False
    counted = amount.measure | another.measure
    mine, others = one.terms - counted, other.terms - counted
    shared = mine & others
    if not shared - one.says.names - other.says.names:
        return False
    if any(one.says.signs.get(term, 1) != other.says.signs.get(term, 1) for term in shared):
        return False
    shorter, longer = sorted((len(mine), len(others)))
    if amount.doing and amount.doing == another.doing:
        return len(shared) >= max(SAME_DEED * shorter, DEED_LONGER * longer)
    known = bool(amount.measure and another.measure)
    return len(shared) >= SAME_COUNT * shorter and len(shared) >= (LONGER if known else SAME_COUNT) * longer


def _agreement(earlier: ClaimFacts, later: ClaimFacts) -> Link | None:
    """Two claims that say the same; of different origins, each supports the other."""
    if not _same_statement(earlier, later):
        return None
    what = f"say the same: {_written(earlier, earlier.says.terms & later.says.terms)}"
    independent = earlier.origin and later.origin and earlier.origin != later.origin
    cited = cites(earlier.claim, later.claim.claimant, earlier.lexicon) or cites(
        later.claim, earlier.claim.claimant, later.lexicon
    )
    if independent and not cited:
        return Link("repeats", "repeats", f"independent of each other, they {what}", agrees=True)
    if same_claimant(earlier.claim.claimant, later.claim.claimant):
        return Link("repeats", "repeats", f"the same claimant; they {what}")
    return Link("repeats", "repeats", f"not known to be independent of each other, they {what}")


def _same_statement(one: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether two claims say one thing: with the same numbers, none negated that the other has not, in most words."""
    if bool(one.amounts) != bool(other.amounts) or one.says.mood != other.says.mood:
        return False
    same = [(a, b) for a in one.amounts for b in other.amounts if same_thing(a, b) and a.same(b)]
    if one.amounts and not same:
        return False
    shared = one.terms & other.terms
    if any(one.says.signs.get(term, 1) != other.says.signs.get(term, 1) for term in shared):
        return False
    if same:
        return _same_count(one, other, *same[0])
    one_voice = same_claimant(one.claim.claimant, other.claim.claimant)
    shorter, longer = sorted((len(one.terms), len(other.terms)))
    least = SAME_VOICE if one_voice or len(shared) == shorter > LEAST else SAME_STATEMENT
    return len(shared) >= LEAST and alike(one, other) and len(shared) >= least * longer


def _written(facts: ClaimFacts, terms: Iterable[str]) -> str:
    """Terms as a claim writes them, in its order."""
    wanted = set(terms)
    return " ".join(surface for term, surface in facts.says.surfaces.items() if term in wanted)


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
