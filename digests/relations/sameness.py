"""Whether two claims say one thing: the same statement, or another number of the same people or things."""

from __future__ import annotations

from digests.relations.facts import ClaimFacts
from digests.relations.oppositions import turned_terms
from digests.relations.origins import same_claimant
from digests.relations.similarity import LEAST, LONGER, alike, same_thing
from digests.relations.statements.amounts import Amount
from digests.relations.tolls import same_part, same_toll

SAME_COUNT = 0.5  #: share of the shorter claim's words that two claims with other amounts must have in common
SAME_DEED = 0.3  #: the same where those counted do the same in both
DEED_LONGER = 0.15  #: and of the longer claim's
SAME_VOICE = 0.5  #: the same of the longer claim's words for one claimant who says a thing again
SAME_STATEMENT = 0.6  #: the same share of the longer claim's words for two claimants who say one thing


def same_statement(first: ClaimFacts, second: ClaimFacts) -> bool:
    """Whether two claims say one thing: with the same numbers, none negated that the other has not, in most words."""
    if bool(first.amounts) != bool(second.amounts) or first.says.mood != second.says.mood:
        return False
    is_same = [(a, b) for a in first.amounts for b in second.amounts if same_thing(a, b) and a.same(b)]
    if first.amounts and not is_same:
        return False
    if turned_terms(first, second):
        return False
    if is_same:
        return same_count(first, second, *is_same[0])
    shared = first.terms & second.terms
    one_voice = same_claimant(first.claim.claimant, second.claim.claimant)
    shorter, longer = sorted((len(first.terms), len(second.terms)))
    minimum = SAME_VOICE if one_voice or len(shared) == shorter > LEAST else SAME_STATEMENT
    return len(shared) >= LEAST and alike(first, second) and len(shared) >= minimum * longer


def same_count(first: ClaimFacts, second: ClaimFacts, amount: Amount, second_amount: Amount) -> bool:
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
    if not shared - first.says.names - second.says.names or not shared.isdisjoint(turned_terms(first, second)):
        return False
    shorter, longer = sorted((len(mine), len(others)))
    if amount.doing and amount.doing == second_amount.doing:
        return len(shared) >= max(SAME_DEED * shorter, DEED_LONGER * longer)
    known = bool(amount.measure and second_amount.measure)
    return len(shared) >= SAME_COUNT * shorter and len(shared) >= (LONGER if known else SAME_COUNT) * longer


def of_one_fate(earlier: ClaimFacts, later: ClaimFacts, amount: Amount, second: Amount) -> bool:
    """Whether one thing became of those counted, and the dead and hurt are the same ones of them all in both claims."""
    if amount.fate != second.fate or not amount.fate:
        return not (amount.fate and second.fate)
    if amount.fate in earlier.lexicon.events.grave:
        return same_part(earlier, later, amount.fate)
    return same_toll(earlier, later, amount.fate) is not False


def is_statement(facts: ClaimFacts) -> bool:
    """Whether a claim is a full statement: it has a verb, or its claimant “put the dead at 14” or forecast it."""
    cue, lexicon = facts.claim.cue.casefold(), facts.lexicon
    return facts.says.finite or facts.claim.kind == "forecast" or cue in lexicon.verbs.putting | lexicon.events.accusing
