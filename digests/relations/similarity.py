"""Whether two claims are of one story, subject, place and time, and whose the later word is."""

from __future__ import annotations

from datetime import timedelta

from digests.relations.amounts import Amount
from digests.relations.facts import ClaimFacts

LEAST_SHARED = 0.25  #: share of the shorter claim's words that any two related claims have in common
STORY_WORDS = 2  #: how many words the headlines of one story share, where its claims name nothing in common
COMPARABLE = 30  #: how many times as much another account of one amount says at most
AGREED = timedelta(days=3)  #: how far apart two claims may be made and still be one account
LASTING = timedelta(days=14)  #: how far apart two claims may be made and still speak to each other


def share_words(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two passages have a word in common, without which their claims are not related."""
    return not words.isdisjoint(others)


def near(one: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether two claims may be related by their words; one of the same article may point back without any."""
    if one.article.id == other.article.id:
        return True
    if one.words.isdisjoint(other.words):
        return False
    return len(one.terms & other.terms) >= LEAST_SHARED * min(len(one.terms), len(other.terms))


def same_story(one: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether two claims are of one story: of one article or place, or of headlines that are alike or share a name.

    That is not enough to relate them; it lets what they say alike be about one thing.
    """
    if one.article.id == other.article.id or one.places & other.places:
        return True
    headlines = len(one.story & other.story)
    if headlines >= STORY_WORDS:
        return True
    names, others = one.says.names | one.speaker, other.says.names | other.speaker
    if headlines and (not names.isdisjoint(others) or _agreed(one, other)):
        return True
    return not (one.says.names & other.says.names).isdisjoint(one.story | other.story)


def _agreed(one: ClaimFacts, other: ClaimFacts) -> bool:
    if one.moment is None or other.moment is None:
        return False
    return abs(one.moment - other.moment) <= AGREED


def same_subject(one: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether two claims may speak of one party: at least one of them names none, or they name one in common."""
    return not one.subjects or not other.subjects or not one.subjects.isdisjoint(other.subjects)


def same_place(one: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether two claims may be of one place: not where each names a place of its own."""
    if not one.named_places or not other.named_places:
        return True
    return bool(one.named_places & other.named_places)


def covers(wide: ClaimFacts, narrow: ClaimFacts) -> bool:
    """Whether the places of one are, or hold, those of the other."""
    if not wide.named_places or not narrow.named_places:
        return True
    return bool(wide.named_places & (narrow.named_places | narrow.around))


def same_period(one: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether two claims may be of one time: both of the news, or both of one other time that they say."""
    if one.past != other.past:
        return False
    if one.past:
        return one.says.years == other.says.years
    if one.states_time and other.states_time:
        return meet(one, other)
    return True


def same_time(one: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether two claims are surely about the same time: their words say so, or they were made on one day."""
    if one.states_time and other.states_time:
        return meet(one, other)
    if one.moment is None or other.moment is None or (one.said_on is None) != (other.said_on is None):
        return False
    return one.moment.date() == other.moment.date()


def meet(one: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether the times of two claims overlap; not where one of them has none."""
    if not (one.begins and one.ends and other.begins and other.ends):
        return False
    return one.begins < other.ends and other.begins < one.ends


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


def of_one_origin(one: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether both claims surely come from one side."""
    return one.origin is not None and one.origin == other.origin


def same_thing(one: Amount, other: Amount) -> bool:
    """Whether two amounts may count the same thing of the same people: “people” are any that do the same."""
    if one.unit != other.unit or (one.party and other.party and one.party != other.party):
        return False
    if one.unit or not (one.measure and other.measure):
        return one.measure == other.measure or not one.unit
    if one.measure <= other.measure or other.measure <= one.measure:
        return True
    return one.doing == other.doing != "" and (one.generic or other.generic)


def comparable(one: Amount, other: Amount) -> bool:
    """Whether two amounts are near enough in size to be two accounts of one thing."""
    less, more = sorted((one.value, other.value))
    return more <= COMPARABLE * less
