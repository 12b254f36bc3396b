"""Whether two claims are of one story, subject, place and time, and whose the later word is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from digests.relations.facts import ClaimFacts
from digests.relations.origins import same_claimant
from digests.relations.statements.amounts import Amount

LEAST_SHARED = 0.25  #: share of the shorter claim's words that any two related claims have in common
TOUCHING = 0.4  #: the same of two claims that are read to tell whether they are on one thing
TOUCHING_LONGER = 0.25  #: the same share of the longer one's
SAME_CLAUSE = 0.5  #: the same of two claims on one thing
LONGER = 0.33  #: the same share of the longer one's
LEAST = 2  #: how many words that must be at least
STORY_WORDS = 2  #: how many words the headlines of one story share, where its claims name nothing in common
ALMOST_ALL = 0.6  #: share of the longer claim's words that two claims have in common that need no headline
COMPARABLE = 30  #: how many times as much another account of one amount says at most
AGREED = timedelta(days=8)  #: how far apart two claims may be made and still be one account
LASTING = timedelta(days=14)  #: how far apart two claims may be made and still speak to each other


def may_relate(facts: ClaimFacts, terms: Sequence[str], *, denies: bool, counts: bool) -> bool:
    """Whether a claim may be related to another one as far as that one's terms tell, without reading it."""
    shared = facts.terms.intersection(terms)
    if not shared or len(shared) < LEAST_SHARED * min(len(facts.terms), len(terms)):
        return False
    if facts.is_denial or denies or (facts.is_comparable and counts):
        return True
    return _touches(facts.core, frozenset(terms) - facts.lexicon.events.things)


def near(first: ClaimFacts, second: ClaimFacts) -> bool:
    """Whether two claims may be related by their words; a denial may point back in its article without any."""
    beyond_words = first.is_denial or second.is_denial or (first.is_comparable and second.is_comparable)
    if first.article.id == second.article.id:
        return beyond_words or _touches(first.core, second.core)
    if first.words.isdisjoint(second.words):
        return False
    is_shared = len(first.terms & second.terms) >= LEAST_SHARED * min(len(first.terms), len(second.terms))
    return is_shared and (beyond_words or _touches(first.core, second.core))


def _touches(terms: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two claims share words enough to be held against each other."""
    shared = len(terms & others)
    shorter, longer = sorted((len(terms), len(others)))
    return shared >= TOUCHING * shorter and shared >= TOUCHING_LONGER * longer and shared > 0


def alike(first: ClaimFacts, second: ClaimFacts) -> bool:
    """Whether two claims have so many words of weight in common that they are on one thing."""
    shared = len(first.core & second.core)
    shorter, longer = sorted((len(first.core), len(second.core)))
    return shared >= min(LEAST, longer) and shared >= SAME_CLAUSE * shorter and shared >= LONGER * longer


def same_story(first: ClaimFacts, second: ClaimFacts) -> bool:
    """Whether two claims are of one story: of one article or place, or of headlines that are alike or share a name.

    That is not enough to relate them; it lets what they say alike be about one thing.
    """
    if first.article.id == second.article.id or first.places & second.places:
        return True
    headlines = len(first.story & second.story)
    if headlines >= STORY_WORDS:
        return True
    names, others = first.says.names | first.speaker, second.says.names | second.speaker
    if headlines and (not names.isdisjoint(others) or near_in_time(first, second)):
        return True
    if near_in_time(first, second) and _tells_one_thing(first, second):
        return True
    return not (first.says.names & second.says.names).isdisjoint(first.story | second.story)


def _tells_one_thing(first: ClaimFacts, second: ClaimFacts) -> bool:
    """Whether two claims share so many words that they need no headline to be of one matter."""
    shared = len(first.core & second.core)
    return tell_one_matter(first, second) and shared >= max(LEAST, ALMOST_ALL * max(len(first.core), len(second.core)))


def tell_one_matter(first: ClaimFacts, second: ClaimFacts) -> bool:
    """Whether two claims that count nothing share words enough to be of one matter without a headline's."""
    one_voice = same_claimant(first.claim.claimant, second.claim.claimant)
    return (one_voice or not (first.amounts and second.amounts)) and len(first.terms & second.terms) >= LEAST


def is_weighed(earlier: ClaimFacts, later: ClaimFacts) -> bool:
    """Whether the chance that two claims answer one question tells anything: they may be of one matter and subject."""
    if not (near_in_time(earlier, later) and same_place(earlier, later) and same_subject(earlier, later)):
        return False
    return same_story(earlier, later) or tell_one_matter(earlier, later)


def near_in_time(first: ClaimFacts, second: ClaimFacts) -> bool:
    """Whether two claims were made so near to each other that they are of one account."""
    if first.moment is None or second.moment is None:
        return False
    return abs(first.moment - second.moment) <= AGREED


def same_subject(first: ClaimFacts, second: ClaimFacts) -> bool:
    """Whether two claims may speak of one party: at least one of them names none, or they name one in common."""
    return not first.subjects or not second.subjects or not first.subjects.isdisjoint(second.subjects)


def same_place(first: ClaimFacts, second: ClaimFacts) -> bool:
    """Whether two claims may be of one place: not where each names a place of its own."""
    if not first.named_places or not second.named_places:
        return True
    return bool(first.named_places & second.named_places)


def covers(wide: ClaimFacts, narrow: ClaimFacts) -> bool:
    """Whether the places of one are, or hold, those of the other."""
    if not wide.named_places or not narrow.named_places:
        return True
    return bool(wide.named_places & (narrow.named_places | narrow.outer_places))


def same_period(first: ClaimFacts, second: ClaimFacts) -> bool:
    """Whether two claims may be of one time: both of the news, or both of one other time that they say."""
    if first.past != second.past:
        return False
    if first.past:
        return first.says.years == second.says.years
    if first.states_time and second.states_time:
        return meet(first, second)
    return True


def same_time(first: ClaimFacts, second: ClaimFacts) -> bool:
    """Whether two claims are surely about the same time: their words say so, or they were made on one day."""
    if first.states_time and second.states_time:
        return meet(first, second)
    if first.moment is None or second.moment is None or (first.said_on is None) != (second.said_on is None):
        return False
    return first.moment.date() == second.moment.date()


def meet(first: ClaimFacts, second: ClaimFacts) -> bool:
    """Whether the times of two claims overlap; not where one of them has none."""
    (begins, ends), (second_begins, second_ends) = first.time, second.time
    if not (begins and ends and second_begins and second_ends):
        return False
    return begins < second_ends and second_begins < ends


def close(earlier: ClaimFacts, later: ClaimFacts) -> bool:
    """Whether two claims were made near enough to each other to be of one event."""
    return earlier.moment is None or later.moment is None or later.moment - earlier.moment <= LASTING


def in_reach(earlier: ClaimFacts, later: ClaimFacts) -> bool:
    """Whether a later claim may speak to an earlier one."""
    return close(earlier, later) or earlier.article.id == later.article.id


def is_news(earlier: ClaimFacts, later: ClaimFacts) -> bool:
    """Whether the later claim was surely made on a later day; an undated one may be old when it is printed."""
    if earlier.moment is None or later.moment is None or (later.claim.said_at is None and earlier.claim.said_at):
        return False
    return earlier.moment < later.moment


def replaces(earlier: ClaimFacts, later: ClaimFacts) -> bool:
    """Whether the later claim stands in an article that takes the place of the earlier one's."""
    old, new = earlier.article, later.article
    return new.supersedes == old.id or (new.id == old.id and new.version > old.version)


def of_one_origin(first: ClaimFacts, second: ClaimFacts) -> bool:
    """Whether both claims surely come from one side."""
    return first.origin is not None and first.origin == second.origin


def same_thing(first: Amount, second: Amount) -> bool:
    """Whether two amounts may count the same thing of the same people: “people” are any that do the same."""
    if (
        first.fate
        and first.fate == second.fate
        and (first.generic or second.generic or first.measure == second.measure)
    ):
        return first.unit == second.unit and not (first.party and second.party and first.party != second.party)
    if first.unit != second.unit or (first.party and second.party and first.party != second.party):
        return False
    if first.unit or not (first.measure and second.measure):
        return first.measure == second.measure or not first.unit
    if first.measure <= second.measure or second.measure <= first.measure:
        return True
    return first.doing == second.doing != "" and (first.generic or second.generic)


def comparable(first: Amount, second: Amount) -> bool:
    """Whether two amounts are near enough in size to be two accounts of one thing."""
    smaller, larger = sorted((first.value, second.value))
    return larger <= COMPARABLE * smaller


def only_pair(first: ClaimFacts, second: ClaimFacts) -> tuple[Amount, Amount] | None:
    """The amounts of one thing in two claims; none where either gives several that may be meant."""
    pairs = [(a, b) for a in first.amounts for b in second.amounts if same_thing(a, b)]
    if len(pairs) > 1:
        pairs = [(a, b) for a, b in pairs if a.measure == b.measure and a.doing == b.doing]
    return pairs[0] if len(pairs) == 1 else None
