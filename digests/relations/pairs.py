"""How one claim stands to another about the same event; every answer comes with its reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from digests.dates import format_day
from digests.models import RelationKind
from digests.relations.amounts import Amount, is_harm
from digests.relations.events import Event, Happening
from digests.relations.origins import cites, same_claimant

SAME_TOPIC = 0.5  #: share of the shorter claim's words that two claims without known subjects must have in common
SHARED_WORDS = 3  #: how many those must be at least
SAME_STATEMENT = 0.6  #: the same for two claimants who say one thing, also of the longer claim's words
SAME_COUNT = 0.4  #: the same for two amounts of one thing
OPPOSED_TOPIC = 0.3  #: the same for any two claims but a denial
DENIED_TOPIC = 0.25  #: the same for a denial, which tells little of what it denies
AGREED = timedelta(days=3)  #: how far apart two claims may be made and still be one account
LASTING = timedelta(days=14)  #: how far apart two claims may be made and still speak to each other
NEARBY = 200  #: characters back from a denial such as “denied the claim” to what it denies

_THE_CLAIM = re.compile(
    r"\W*(?:(?:the|this|that|these|those|any such|such|both|all) )?"
    r"(?:claim|report|accusation|allegation|charge|account|statement|assertion)s?\b\W*",
    re.IGNORECASE,
)
_BORDER = re.compile(r"[.!?][”\"’)]*\s")


@dataclass(frozen=True, slots=True)
class Link:
    """How the earlier claim stands to the later one, and the later to the earlier."""

    earlier: RelationKind
    later: RelationKind
    reason: str
    agrees: bool = False  #: whether it adds an independent origin


def link(earlier: Event, later: Event) -> Link | None:
    """How two claims stand to each other, or None where they are not about the same event."""
    if later.claim.kind == "denial":
        denial = _denial(earlier, later)
        if denial:
            return denial
    if _overlap(earlier, later) < OPPOSED_TOPIC or not _close(earlier, later):
        return None
    shared = [
        (one, other)
        for one in earlier.happenings
        for other in later.happenings
        if one.kind == other.kind and one.real and other.real
    ]
    exclusions = (_exclusion(earlier, one, later, other) for one, other in shared)
    return next(filter(None, exclusions), None) or _consent(earlier, later, shared)


def _consent(earlier: Event, later: Event, shared: Sequence[tuple[Happening, Happening]]) -> Link | None:
    """The link between two claims that say the same of an event, if perhaps with other numbers."""
    if any(one.polarity != other.polarity for one, other in shared) or not _same_place(earlier, later):
        return None
    for one, other in shared:
        if _same_subject(earlier, one, later, other):
            return _by_amount(earlier, later, one) or _agreement(earlier, later, one)
    return None


def _exclusion(earlier: Event, one: Happening, later: Event, other: Happening) -> Link | None:
    """The link between two claims of which one says what the other rules out."""
    if not _same_subject(earlier, one, later, other):
        rivals = one.kind == "control" and one.polarity == other.polarity == 1 and one.subject and other.subject
        if not rivals or not earlier.places & later.places:
            return None
        return _opposed(earlier, later, f"both speak of who controls {_place(earlier, later)}")
    if one.polarity == other.polarity:
        return None
    positive, negative = (earlier, later) if one.polarity == 1 else (later, earlier)
    if not _covers(negative, positive):
        return None
    return _opposed(earlier, later, f"one says so and the other does not: {_key(one, earlier)}")


def _opposed(earlier: Event, later: Event, what: str) -> Link | None:
    """Two accounts that exclude each other, if they are of the same time."""
    same = same_claimant(earlier.claim.claimant, later.claim.claimant)
    if same or _of_one_origin(earlier, later):
        return _update(earlier, later, what)
    if _same_time(earlier, later):
        return Link("contradicts", "contradicts", f"{what}; {_times(earlier, later)}, the same time")
    return Link("differs", "differs", f"{what}; they speak of different times: {_times(earlier, later)}")


def _update(earlier: Event, later: Event, what: str) -> Link | None:
    """Later news from the same side; None where nothing says which of the two is the later."""
    if _replaces(earlier, later):
        return Link("corrected by", "corrects", f"{what}; the later article replaces the earlier one")
    if _is_news(earlier, later):
        return Link("updated by", "updates", f"{what}; later news: {_times(earlier, later)}")
    return None


def _is_news(earlier: Event, later: Event) -> bool:
    """Whether the later claim was surely made on a later day; an undated one may be old when it is printed."""
    if earlier.moment is None or later.moment is None or (later.claim.said_at is None and earlier.claim.said_at):
        return False
    return earlier.moment.date() < later.moment.date()


def _close(earlier: Event, later: Event) -> bool:
    return earlier.moment is None or later.moment is None or later.moment - earlier.moment <= LASTING


def _replaces(earlier: Event, later: Event) -> bool:
    old, new = earlier.article, later.article
    return new.supersedes == old.id or (new.id == old.id and new.version > old.version)


def _by_amount(earlier: Event, later: Event, happening: Happening) -> Link | None:
    """A link by two amounts of the same thing that are not the same number."""
    pairs = [(a, b) for a in earlier.amounts for b in later.amounts if _same_thing(a, b)]
    if not pairs or any(a.same(b) for a, b in pairs):
        return None
    if _overlap(earlier, later) < SAME_COUNT or not _one_account(earlier, later):
        return None
    same = same_claimant(earlier.claim.claimant, later.claim.claimant)
    if happening.kind == "amount" and not same:
        return None
    one, other = pairs[0]
    what = f"{one.surface} against {other.surface} ({one.measure}): {_key(happening, earlier)}"
    if any(a.near(b) for a, b in pairs) or same:
        return _update(earlier, later, what) if same or is_harm(one.measure) else None
    if _rivals(earlier, later) or (_same_time(earlier, later) and not _of_one_origin(earlier, later)):
        return _opposed(earlier, later, what)
    return _update(earlier, later, what)


def _of_one_origin(one: Event, other: Event) -> bool:
    return one.origin is not None and one.origin == other.origin


def _same_thing(one: Amount, other: Amount) -> bool:
    parties = one.party == other.party or not (is_harm(one.measure) and one.party and other.party)
    return one.measure == other.measure and parties


def _rivals(one: Event, other: Event) -> bool:
    """Whether the claimants belong to different camps of a conflict."""
    sides = (one.claim.claimant.side, other.claim.claimant.side)
    return None not in sides and sides[0] != sides[1]


def _agreement(earlier: Event, later: Event, happening: Happening) -> Link | None:
    """Two claims that say the same; of different origins, each supports the other."""
    if not _one_account(earlier, later) or not _same_statement(earlier, later):
        return None
    what = f"say the same: {_key(happening, earlier)}"
    independent = earlier.origin and later.origin and earlier.origin != later.origin
    cited = cites(earlier.claim, later.claim.claimant) or cites(later.claim, earlier.claim.claimant)
    if independent and not cited:
        return Link("repeats", "repeats", f"independent of each other, they {what}", agrees=True)
    if same_claimant(earlier.claim.claimant, later.claim.claimant):
        return Link("repeats", "repeats", f"the same claimant; they {what}")
    return Link("repeats", "repeats", f"not known to be independent of each other, they {what}")


def _same_statement(one: Event, other: Event) -> bool:
    """Whether two claims say one thing; of two claimants, only where nearly all words and the numbers agree."""
    if bool(one.amounts) != bool(other.amounts):
        return False
    pairs = [(a, b) for a in one.amounts for b in other.amounts if _same_thing(a, b)]
    if not all(a.same(b) for a, b in pairs):
        return False
    if same_claimant(one.claim.claimant, other.claim.claimant):
        return _overlap(one, other) >= SAME_TOPIC
    longer = max(len(one.words), len(other.words))
    return bool(pairs or not one.amounts) and len(one.words & other.words) >= SAME_STATEMENT * max(1, longer)


def _denial(earlier: Event, later: Event) -> Link | None:
    """A denial is bound to a claim of somebody else about the same event, or to the claim right before it."""
    if earlier.claim.kind == "denial" or same_claimant(earlier.claim.claimant, later.claim.claimant):
        return None
    if _points_back(earlier, later):
        return Link("denied by", "denies", "the denial follows the claim in the article and points back to it")
    kinds = {(h.kind, h.polarity) for h in earlier.happenings}
    shared = next((h for h in later.happenings if (h.kind, -h.polarity) in kinds), None)
    if shared is None or not _denied_place(earlier, later) or _overlap(earlier, later) < DENIED_TOPIC:
        return None
    return Link("denied by", "denies", f"the denial is of the same event: {_key(shared, later)}")


def _points_back(earlier: Event, later: Event) -> bool:
    """Whether a denial such as “denied the claim” stands in the sentence of a claim or in the next."""
    if earlier.article.id != later.article.id or not _THE_CLAIM.fullmatch(later.claim.passage.exact):
        return False
    between = later.article.body[earlier.claim.passage.end : later.claim.passage.start]
    after = earlier.claim.passage.end < later.claim.passage.start
    return after and len(between) <= NEARBY and "\n" not in between and len(_BORDER.findall(between)) <= 1


def _denied_place(earlier: Event, later: Event) -> bool:
    if not later.places or not earlier.places:
        return earlier.article.id == later.article.id
    return _covers(later, earlier) or _covers(earlier, later)


def _same_subject(earlier: Event, one: Happening, later: Event, other: Happening) -> bool:
    """Whether two events are of one subject; where no place or no subject is named, the words must tell it too."""
    if one.subject and other.subject and one.subject != other.subject:
        return False
    if one.subject and other.subject and earlier.places and later.places:
        return True
    named = (earlier.places and later.places) or (one.subject and other.subject)
    shared = earlier.words & later.words
    return bool(named) and len(shared) >= SHARED_WORDS and _overlap(earlier, later) >= SAME_TOPIC


def _same_place(one: Event, other: Event) -> bool:
    return bool(one.places & other.places) or not (one.places or other.places)


def _covers(wide: Event, narrow: Event) -> bool:
    """Whether the places of one are, or hold, those of the other."""
    return bool(wide.places & (narrow.places | narrow.around)) or not (wide.places or narrow.places)


def _same_time(one: Event, other: Event) -> bool:
    """Whether two claims are surely about the same time: their words say so, or they were made on one day."""
    if one.states_time and other.states_time:
        return _meet(one, other)
    if one.said_on is None or other.said_on is None:
        return False
    return one.said_on.date() == other.said_on.date() and _meet(one, other)


def _meet(one: Event, other: Event) -> bool:
    if not (one.begins and one.ends and other.begins and other.ends):
        return False
    return one.begins < other.ends and other.begins < one.ends


def _one_account(one: Event, other: Event) -> bool:
    """Whether two claims may tell of one event: their times meet, or are not said and they were made close by."""
    if one.states_time and other.states_time:
        return _meet(one, other)
    if one.moment is None or other.moment is None:
        return True
    return abs(one.moment - other.moment) <= AGREED or _meet(one, other)


def _overlap(one: Event, other: Event) -> float:
    shorter = min(len(one.words), len(other.words))
    return len(one.words & other.words) / shorter if shorter else 0.0


def _key(happening: Happening, event: Event) -> str:
    return f"{happening.kind}, {_place(event, event)}"


def _place(one: Event, other: Event) -> str:
    named = {mention.place.id: mention.place.name for mention in (*one.claim.places, *one.claim.context_places)}
    shared = [named[i] for i in sorted(one.places & other.places) if i in named] or list(named.values())[:1]
    return ", ".join(shared) or "no place named"


def _times(earlier: Event, later: Event) -> str:
    return f"{_when(earlier, later)} and {_when(later, later)}"


def _when(event: Event, latest: Event) -> str:
    claim, now = event.claim, latest.moment or event.moment
    if claim.said_at and now:
        return format_day(claim.said_at, claim.said_precision, now=now)
    if event.article.date_published and now:
        return f"article of {format_day(event.article.date_published, 'day', now=now)}"
    return "undated"
