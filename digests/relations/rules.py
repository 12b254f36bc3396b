"""How one claim stands to another about the same thing; every answer comes with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from digests.dates import format_day
from digests.models import RelationKind
from digests.relations.aligning import chance
from digests.relations.amounts import Amount
from digests.relations.denials import denial
from digests.relations.facts import ClaimFacts
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
from digests.relations.origins import cites, same_claimant, speaks_for
from digests.relations.similarity import (
    LEAST,
    LONGER,
    alike,
    close,
    comparable,
    is_news,
    near_in_time,
    of_one_origin,
    only_pair,
    replaces,
    same_period,
    same_place,
    same_story,
    same_subject,
    same_thing,
    same_time,
    tell_one_matter,
)
from digests.relations.tolls import same_part, same_toll

SAME_COUNT = 0.5  #: share of the shorter claim's words that two claims with other amounts must have in common
SAME_DEED = 0.3  #: the same where those counted do the same in both
DEED_LONGER = 0.15  #: and of the longer claim's
LIKELY = 0.45  #: the chance of answering one question from which one claim's yes is held against the other's no
COUNTED = 0.7  #: from which its number is held against the other's
ALIKE = 0.65  #: from which both say the same where nothing tells that they do not
ALONE = 0.65  #: the same where the word that one denies is all that they share
DENYING = 0.6  #: from which a denial is one of the other
SURE = 0.85  #: the same of two claims whose headlines do not tell that they are of one story
SAME_VOICE = 0.5  #: the same of the longer claim's words for one claimant who says a thing again
SAME_STATEMENT = 0.6  #: the same share of the longer claim's words for two claimants who say one thing


class Link(NamedTuple):
    """How the earlier claim stands to the later one, and the later to the earlier."""

    earlier: RelationKind
    later: RelationKind
    reason: str
    agrees: bool = False  #: whether it adds an independent origin


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
        return _excluded(earlier, later, f"each sets another time: {_written(earlier, [term])}")
    if not same_period(earlier, later):
        return None
    ground = _exclusion(earlier, later)
    tie = _excluded(earlier, later, ground) if ground else _consent(earlier, later)
    return tie or _likely(earlier, later, minimum=LIKELY)


def _reviewed(earlier: ClaimFacts, later: ClaimFacts) -> Link | None:
    """The link between a claim and the fact check of it; a check says nothing of what else it resembles."""
    both_check = earlier.article.review and later.article.review
    if both_check or not same_claimant(earlier.claim.claimant, later.claim.claimant):
        return None
    if not _same_statement(earlier, later):
        return None
    reason = f"the same claimant; they say the same: {_written(earlier, earlier.says.terms & later.says.terms)}"
    kinds: tuple[RelationKind, RelationKind] = ("reviews", "reviewed by")
    return Link(*(kinds if later.article.review is None else kinds[::-1]), reason)


def _exclusion(earlier: ClaimFacts, later: ClaimFacts) -> str | None:
    """In which way one of two claims says what the other rules out."""
    if term := opposed(earlier, later):
        return f"one says so and the other does not: {_written(earlier, [term])}"
    if term := exclusive(earlier, later):
        return f"each says that another party did it: {_written(earlier, [term])}"
    if same_mood(earlier, later) and (term := rival_cause(earlier, later)):
        return f"each gives another cause: {_written(earlier, [term])}"
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
    return f"the denial is of the same: {_written(later, shared)}"


def _excluded(earlier: ClaimFacts, later: ClaimFacts, ground: str) -> Link | None:
    """Two accounts that exclude each other."""
    mine, others = earlier.claim.claimant, later.claim.claimant
    if same_claimant(mine, others) or speaks_for(mine, others) or of_one_origin(earlier, later):
        return _update(earlier, later, ground)
    if same_time(earlier, later):
        return Link("contradicts", "contradicts", f"{ground}; {_times(earlier, later)}, the same time")
    if is_news(earlier, later):
        return Link("differs", "differs", f"{ground}; they speak of different times: {_times(earlier, later)}")
    return Link("differs", "differs", f"{ground}; perhaps not of one time: {_times(earlier, later)}")


def _update(earlier: ClaimFacts, later: ClaimFacts, ground: str) -> Link | None:
    """Later news from the same side; None where nothing says which of the two is the later."""
    if replaces(earlier, later):
        return Link("corrected by", "corrects", f"{ground}; the later article replaces the earlier one")
    if is_news(earlier, later):
        return Link("updated by", "updates", f"{ground}; later news: {_times(earlier, later)}")
    return None


def _by_amount(earlier: ClaimFacts, later: ClaimFacts) -> Link | None:
    """A link by two amounts of the same thing that are not the same number."""
    pair = only_pair(earlier, later)
    if pair is None or pair[0].same(pair[1]) or not comparable(*pair) or not same_mood(earlier, later):
        return None
    if not _same_count(earlier, later, *pair) or not (_states(earlier) and _states(later)):
        return None
    ground = f"{pair[0].surface} against {pair[1].surface}"
    if pair[0].near(pair[1]):
        is_same = same_claimant(earlier.claim.claimant, later.claim.claimant)
        return _update(earlier, later, ground) if is_same else None
    return _excluded(earlier, later, ground)


def _likely(earlier: ClaimFacts, later: ClaimFacts, *, minimum: float) -> Link | None:
    """The link between two claims that rather surely answer one question, in whatever words."""
    if not is_weighed(earlier, later) or (likely := chance(earlier, later)) < minimum:
        return None
    pair = only_pair(earlier, later)
    if pair and not pair[0].same(pair[1]):
        return _other_number(earlier, later, *pair) if likely >= COUNTED else None
    if not (_states(earlier) and _states(later)):
        return None
    if moods_meet(earlier, later) and (term := turned(earlier, later, alone=likely >= ALONE)):
        return _excluded(earlier, later, f"one says so and the other does not: {_written(earlier, [term])}")
    if turned_terms(earlier, later) or bool(earlier.amounts) != bool(later.amounts) or likely < ALIKE:
        return None
    return _accord(earlier, later)


def is_weighed(earlier: ClaimFacts, later: ClaimFacts) -> bool:
    """Whether the chance that two claims answer one question tells anything: they may be of one matter and subject."""
    if not (near_in_time(earlier, later) and same_place(earlier, later) and same_subject(earlier, later)):
        return False
    return same_story(earlier, later) or tell_one_matter(earlier, later)


def _other_number(earlier: ClaimFacts, later: ClaimFacts, amount: Amount, second: Amount) -> Link | None:
    """The link between two claims that count one thing and find another number of it."""
    if not comparable(amount, second) or amount.near(second) or not same_mood(earlier, later):
        return None
    if turned_terms(earlier, later) or not _of_one_fate(earlier, later, amount, second):
        return None
    return _excluded(earlier, later, f"{amount.surface} against {second.surface}")


def _of_one_fate(earlier: ClaimFacts, later: ClaimFacts, amount: Amount, second: Amount) -> bool:
    """Whether one thing became of those counted, and the dead and hurt are the same ones of them all in both claims."""
    if amount.fate != second.fate or not amount.fate:
        return not (amount.fate and second.fate)
    if amount.fate in earlier.lexicon.events.grave:
        return same_part(earlier, later, amount.fate)
    return same_toll(earlier, later, amount.fate) is not False


def _states(facts: ClaimFacts) -> bool:
    """Whether a claim is a full statement: it has a verb, or its claimant “put the dead at 14” or forecast it."""
    cue, lexicon = facts.claim.cue.casefold(), facts.lexicon
    return facts.says.finite or facts.claim.kind == "forecast" or cue in lexicon.verbs.putting | lexicon.events.accusing


def _same_count(first: ClaimFacts, second: ClaimFacts, amount: Amount, second_amount: Amount) -> bool:
    """Whether two claims speak of one thing beside what they count and whom they name."""
    if amount.fate and amount.fate == second_amount.fate:
        verdict = same_toll(first, second, amount.fate)
        if verdict is not None:
            return verdict
    fates = first.lexicon.events.fates
    if first.terms & fates and second.terms & fates and not first.terms & second.terms & fates:
        return False
    measures = amount.measure | second_amount.measure
    mine, others = first.terms - measures, second.terms - measures
    shared = mine & others
    if not shared - first.says.names - second.says.names:
        return False
    if any(first.says.signs.get(term, 1) != second.says.signs.get(term, 1) for term in shared):
        return False
    shorter, longer = sorted((len(mine), len(others)))
    if amount.doing and amount.doing == second_amount.doing:
        return len(shared) >= max(SAME_DEED * shorter, DEED_LONGER * longer)
    known = bool(amount.measure and second_amount.measure)
    return len(shared) >= SAME_COUNT * shorter and len(shared) >= (LONGER if known else SAME_COUNT) * longer


def _agreement(earlier: ClaimFacts, later: ClaimFacts) -> Link | None:
    """Two claims that say the same; of different origins, each supports the other."""
    if not _same_statement(earlier, later) and not (same_mood(earlier, later) and shared_cause(earlier, later)):
        return None
    return _accord(earlier, later)


def _accord(earlier: ClaimFacts, later: ClaimFacts) -> Link:
    ground = f"say the same: {_written(earlier, earlier.says.terms & later.says.terms)}"
    independent = earlier.origin and later.origin and earlier.origin != later.origin
    if independent and not (_rests_on(earlier, later) or _rests_on(later, earlier)):
        return Link("repeats", "repeats", f"independent of each other, they {ground}", agrees=True)
    if same_claimant(earlier.claim.claimant, later.claim.claimant):
        return Link("repeats", "repeats", f"the same claimant; they {ground}")
    return Link("repeats", "repeats", f"not known to be independent of each other, they {ground}")


def _rests_on(first: ClaimFacts, second: ClaimFacts) -> bool:
    return cites(first.claim, second.claim.claimant, first.lexicon)


def _same_statement(first: ClaimFacts, second: ClaimFacts) -> bool:
    """Whether two claims say one thing: with the same numbers, none negated that the other has not, in most words."""
    if bool(first.amounts) != bool(second.amounts) or first.says.mood != second.says.mood:
        return False
    is_same = [(a, b) for a in first.amounts for b in second.amounts if same_thing(a, b) and a.same(b)]
    if first.amounts and not is_same:
        return False
    shared = first.terms & second.terms
    if any(first.says.signs.get(term, 1) != second.says.signs.get(term, 1) for term in shared):
        return False
    if is_same:
        return _same_count(first, second, *is_same[0])
    one_voice = same_claimant(first.claim.claimant, second.claim.claimant)
    shorter, longer = sorted((len(first.terms), len(second.terms)))
    minimum = SAME_VOICE if one_voice or len(shared) == shorter > LEAST else SAME_STATEMENT
    return len(shared) >= LEAST and alike(first, second) and len(shared) >= minimum * longer


def _written(facts: ClaimFacts, terms: Iterable[str]) -> str:
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
