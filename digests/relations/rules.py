"""How one claim stands to another about the same thing; every answer comes with its reason."""

from __future__ import annotations

from digests.models import RelationKind
from digests.relations.aligning import chance
from digests.relations.denials import denial
from digests.relations.facts import ClaimFacts
from digests.relations.links import Link, accord, exclusion, update, written
from digests.relations.oppositions import (
    exclusive,
    moods_meet,
    opposed,
    rescheduled,
    rival_cause,
    same_mood,
    shared_cause,
    turned,
    turned_terms,
)
from digests.relations.origins import same_claimant
from digests.relations.sameness import is_statement, of_one_fate, same_count, same_statement
from digests.relations.similarity import (
    LEAST,
    close,
    comparable,
    is_weighed,
    near_in_time,
    only_pair,
    same_period,
    same_place,
    same_story,
    same_subject,
)
from digests.relations.statements.amounts import Amount

LIKELY = 0.45  #: the chance of answering one question from which one claim's yes is held against the other's no
COUNTED = 0.7  #: from which its number is held against the other's
ALIKE = 0.65  #: from which both say the same where nothing tells that they do not
ALONE = 0.65  #: the same where the word that one denies is all that they share
DENYING = 0.6  #: from which a denial is one of the other
SURE = 0.85  #: the same of two claims whose headlines do not tell that they are of one story


def link(earlier: ClaimFacts, later: ClaimFacts) -> Link | None:
    """How two claims stand to each other, or None where they are not about the same thing."""
    if earlier.article.review or later.article.review:
        return _reviewed(earlier, later)
    if earlier.is_denial or later.is_denial:
        return _denied(earlier, later)
    if not close(earlier, later):
        return None
    return _of_one_story(earlier, later) if same_story(earlier, later) else _likely(earlier, later, minimum=SURE)


def _of_one_story(earlier: ClaimFacts, later: ClaimFacts) -> Link | None:
    """How two claims of one story stand to each other: by rule, else by the chance that they answer one question."""
    if term := rescheduled(earlier, later):
        return exclusion(earlier, later, f"each sets another time: {written(earlier, [term])}")
    if not same_period(earlier, later):
        return None
    ground = _ground(earlier, later)
    tie = exclusion(earlier, later, ground) if ground else _consent(earlier, later)
    return tie or _likely(earlier, later, minimum=LIKELY)


def _reviewed(earlier: ClaimFacts, later: ClaimFacts) -> Link | None:
    """The link between a claim and the fact check of it; a check says nothing of what else it resembles."""
    both_check = earlier.article.review and later.article.review
    if both_check or not same_claimant(earlier.claim.claimant, later.claim.claimant):
        return None
    if not same_statement(earlier, later):
        return None
    reason = f"the same claimant; they say the same: {written(earlier, earlier.says.terms & later.says.terms)}"
    kinds: tuple[RelationKind, RelationKind] = ("reviews", "reviewed by")
    return Link(*(kinds if later.article.review is None else kinds[::-1]), reason)


def _ground(earlier: ClaimFacts, later: ClaimFacts) -> str | None:
    """In which way one of two claims says what the other rules out."""
    if term := opposed(earlier, later):
        return f"one says so and the other does not: {written(earlier, [term])}"
    if term := exclusive(earlier, later):
        return f"each says that another party did it: {written(earlier, [term])}"
    if same_mood(earlier, later) and (term := rival_cause(earlier, later)):
        return f"each gives another cause: {written(earlier, [term])}"
    return None


def _consent(earlier: ClaimFacts, later: ClaimFacts) -> Link | None:
    """The link between two claims on one thing that say the same, if perhaps with other numbers."""
    if not same_place(earlier, later) or not same_subject(earlier, later):
        return None
    return _by_amount(earlier, later) or _agreement(earlier, later)


def _denied(earlier: ClaimFacts, later: ClaimFacts) -> Link | None:
    reason = denial(earlier, later) or _likely_denial(earlier, later)
    if not reason:
        return None
    return Link("denied by", "denies", reason) if later.is_denial else Link("denies", "denied by", reason)


def _likely_denial(earlier: ClaimFacts, later: ClaimFacts) -> str | None:
    """Why one claim rather surely denies what the other says in other words."""
    if earlier.is_denial == later.is_denial or same_claimant(earlier.claim.claimant, later.claim.claimant):
        return None
    shared = (earlier.terms & later.terms) - earlier.says.names - later.says.names
    if len(shared) < LEAST or turned_terms(earlier, later) or not (earlier.says.finite and later.says.finite):
        return None
    if not near_in_time(earlier, later) or not same_story(earlier, later) or chance(earlier, later) < DENYING:
        return None
    return f"the denial is of the same: {written(later, shared)}"


def _by_amount(earlier: ClaimFacts, later: ClaimFacts) -> Link | None:
    """A link by two amounts of the same thing that are not the same number."""
    pair = only_pair(earlier, later)
    if pair is None or pair[0].same(pair[1]) or not comparable(*pair) or not same_mood(earlier, later):
        return None
    if not same_count(earlier, later, *pair) or not (is_statement(earlier) and is_statement(later)):
        return None
    ground = f"{pair[0].surface} against {pair[1].surface}"
    if pair[0].near(pair[1]):
        is_same = same_claimant(earlier.claim.claimant, later.claim.claimant)
        return update(earlier, later, ground) if is_same else None
    return exclusion(earlier, later, ground)


def _likely(earlier: ClaimFacts, later: ClaimFacts, *, minimum: float) -> Link | None:
    """The link between two claims that rather surely answer one question, in whatever words."""
    if not is_weighed(earlier, later) or (likely := chance(earlier, later)) < minimum:
        return None
    pair = only_pair(earlier, later)
    if pair and not pair[0].same(pair[1]):
        return _other_number(earlier, later, *pair) if likely >= COUNTED else None
    if not (is_statement(earlier) and is_statement(later)):
        return None
    if moods_meet(earlier, later) and (term := turned(earlier, later, alone=likely >= ALONE)):
        return exclusion(earlier, later, f"one says so and the other does not: {written(earlier, [term])}")
    if turned_terms(earlier, later) or bool(earlier.amounts) != bool(later.amounts) or likely < ALIKE:
        return None
    return accord(earlier, later)


def _other_number(earlier: ClaimFacts, later: ClaimFacts, amount: Amount, second: Amount) -> Link | None:
    """The link between two claims that count one thing and find another number of it."""
    if not comparable(amount, second) or amount.near(second) or not same_mood(earlier, later):
        return None
    if turned_terms(earlier, later) or not of_one_fate(earlier, later, amount, second):
        return None
    return exclusion(earlier, later, f"{amount.surface} against {second.surface}")


def _agreement(earlier: ClaimFacts, later: ClaimFacts) -> Link | None:
    """The link between two claims that say the same, in words or by the cause that they give."""
    if not same_statement(earlier, later) and not (same_mood(earlier, later) and shared_cause(earlier, later)):
        return None
    return accord(earlier, later)
