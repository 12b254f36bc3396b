"""Whether two claims are of one subject, place, time and account, and whose the later word is."""

from __future__ import annotations

from datetime import timedelta

from digests.relations.amounts import Amount
from digests.relations.events import ClaimFacts, Event
from digests.relations.origins import same_claimant

LEAST_SHARED = 0.25  #: share of the shorter claim's words that any two related claims have in common
SAME_TOPIC = 0.5  #: share of the shorter claim's words that two claims without known subjects must have in common
SHARED_WORDS = 3  #: how many those must be at least
SAME_STATEMENT = 0.6  #: the same share for two claimants who say one thing, but of the longer claim's words
AGREED = timedelta(days=3)  #: how far apart two claims may be made and still be one account
LASTING = timedelta(days=14)  #: how far apart two claims may be made and still speak to each other


def overlap(one: ClaimFacts, other: ClaimFacts) -> float:
    """How many of the shorter claim's words stand in the other too, as a share."""
    shorter = min(len(one.words), len(other.words))
    return len(one.words & other.words) / shorter if shorter else 0.0


def share_words(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two claims have so many words in common that they may be related."""
    return len(words & others) >= LEAST_SHARED * min(len(words), len(others))


def near(one: ClaimFacts, other: ClaimFacts) -> bool:
    """The same of two claims; one of the same article may point back without a word in common."""
    return one.article.id == other.article.id or share_words(one.words, other.words)


def same_subject(earlier: ClaimFacts, one: Event, later: ClaimFacts, other: Event) -> bool:
    """Whether two events are of one subject; where no place or no subject is named, the words must tell it too."""
    if one.subject and other.subject and one.subject != other.subject:
        return False
    if one.subject and other.subject and earlier.places and later.places:
        return True
    named = (earlier.places and later.places) or (one.subject and other.subject)
    shared = earlier.words & later.words
    return bool(named) and len(shared) >= SHARED_WORDS and overlap(earlier, later) >= SAME_TOPIC


def same_place(one: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether two claims name a place in common, or neither names one."""
    return bool(one.places & other.places) or not (one.places or other.places)


def covers(wide: ClaimFacts, narrow: ClaimFacts) -> bool:
    """Whether the places of one are, or hold, those of the other."""
    return bool(wide.places & (narrow.places | narrow.around)) or not (wide.places or narrow.places)


def same_time(one: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether two claims are surely about the same time: their words say so, or they were made on one day."""
    if one.states_time and other.states_time:
        return _meet(one, other)
    if one.said_on is None or other.said_on is None:
        return False
    return one.said_on.date() == other.said_on.date() and _meet(one, other)


def one_account(one: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether two claims may tell of one event: their times meet, or are not said and they were made close by."""
    if one.states_time and other.states_time:
        return _meet(one, other)
    if one.moment is None or other.moment is None:
        return True
    return abs(one.moment - other.moment) <= AGREED or _meet(one, other)


def _meet(one: ClaimFacts, other: ClaimFacts) -> bool:
    if not (one.begins and one.ends and other.begins and other.ends):
        return False
    return one.begins < other.ends and other.begins < one.ends


def close(earlier: ClaimFacts, later: ClaimFacts) -> bool:
    """Whether two claims were made near enough to each other to be of one event."""
    return earlier.moment is None or later.moment is None or later.moment - earlier.moment <= LASTING


def in_reach(earlier: ClaimFacts, later: ClaimFacts) -> bool:
    """Whether a later claim may deny an earlier one."""
    return close(earlier, later) or earlier.article.id == later.article.id


def is_news(earlier: ClaimFacts, later: ClaimFacts) -> bool:
    """Whether the later claim was surely made on a later day; an undated one may be old when it is printed."""
    if earlier.moment is None or later.moment is None or (later.claim.said_at is None and earlier.claim.said_at):
        return False
    return earlier.moment.date() < later.moment.date()


def replaces(earlier: ClaimFacts, later: ClaimFacts) -> bool:
    """Whether the later claim stands in an article that takes the place of the earlier one's."""
    old, new = earlier.article, later.article
    return new.supersedes == old.id or (new.id == old.id and new.version > old.version)


def of_one_origin(one: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether both claims surely come from one side."""
    return one.origin is not None and one.origin == other.origin


def rivals(one: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether the claimants belong to different camps of a conflict."""
    sides = (one.claim.claimant.side, other.claim.claimant.side)
    return None not in sides and sides[0] != sides[1]


def same_thing(one: Amount, other: Amount) -> bool:
    """Whether two amounts count the same thing of the same people."""
    parties = one.party == other.party or not (one.harm and one.party and other.party)
    return one.measure == other.measure and parties


def same_statement(one: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether two claims say one thing; of two claimants, only where nearly all words and the numbers agree."""
    if bool(one.amounts) != bool(other.amounts):
        return False
    pairs = [(a, b) for a in one.amounts for b in other.amounts if same_thing(a, b)]
    if not all(a.same(b) for a, b in pairs):
        return False
    if same_claimant(one.claim.claimant, other.claim.claimant):
        return overlap(one, other) >= SAME_TOPIC
    longer = max(len(one.words), len(other.words))
    return bool(pairs or not one.amounts) and len(one.words & other.words) >= SAME_STATEMENT * max(1, longer)
