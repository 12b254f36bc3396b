"""What stands after a line's words: the date, and the fixed words on a claim's standing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from digests.dates import find_dates, format_day, format_days, format_saying
from digests.lexicon import Lexicon, lexicon_of
from digests.lines.people.claimant_nouns import is_body, is_document, is_share
from digests.models import CHAIN, Article, Claim, Relation


def date_of(claim: Claim, article: Article, *, now: datetime, of_saying: bool = False) -> str:
    """The date that a line ends with, which says what it is of.

    The day of what happened, or is to happen (“for Fri 14 Feb”), goes before that on which it was said (“said Fri 7
    Feb”), unless that is asked for.
    """
    if claim.valid_from and tells_event(claim) and not of_saying:
        days = format_days(claim.valid_from, claim.valid_to or claim.valid_from, now=now)
        return f"for {days}" if is_to_come(claim, article) else days
    if claim.said_at:
        return format_saying(claim.said_at, claim.said_precision, now=now)
    if article.date_published:
        return f"article {format_day(article.date_published, 'day', now=now)}"
    return "date unknown"


def shortest_date(claim: Claim, article: Article) -> str:
    """The date that a line ends with in its own year, which it does not name then."""
    day = claim.valid_from if tells_event(claim) else claim.said_at
    return date_of(claim, article, now=day or article.date_published or _ANY_DAY)


def is_to_come(claim: Claim, article: Article) -> bool:
    """Whether the day that a claim tells of lies behind its article's."""
    published = article.date_published
    return bool(published and claim.valid_from and claim.valid_from.date() > published.date())


def weekday_of(claim: Claim, lexicon: Lexicon, *, own_verb: bool = False) -> str | None:
    """The weekday that a line's date stands for in the claim's words; none where that is no single day.

    With its own verb a line's date is that of saying, and what happened keeps its day in the words.
    """
    day = claim.said_at if claim.said_precision in {"minute", "day"} else None
    if claim.valid_from and tells_event(claim):
        if own_verb:
            return None
        days = format_days(claim.valid_from, claim.valid_to or claim.valid_from, now=claim.valid_from)
        is_one = days == format_day(claim.valid_from, "day", now=claim.valid_from)
        day = claim.valid_from if is_one else None
    return lexicon.calendar.weekdays[day.weekday()].capitalize() if day else None


def tells_event(claim: Claim) -> bool:
    """Whether a claim tells of another day than that on which it was made."""
    return claim.valid_from is not None and claim.valid_precision == "day" and claim.valid_from != claim.said_at


def loses_event(words: str, body: str, claim: Claim, article: Article) -> bool:
    """Whether words that end early lose the day of what happened, so that their date is that of saying."""
    was_told, is_told = (_tells_day(part, claim, article) for part in (words, body))
    return was_told and not is_told


def _tells_day(words: str, claim: Claim, article: Article) -> bool:
    """Whether words name the day on which a claim says that something happened."""
    event = claim.valid_from
    if event is None or event == claim.said_at:
        return False
    dates = find_dates(words, article.date_published, lexicon=lexicon_of(article))
    return any(date.valid_from is not None and date.valid_from.date() == event.date() for date in dates)


def flags_of(claim: Claim, lexicon: Lexicon) -> tuple[str, ...]:
    """The fixed words that follow from a claim alone."""
    flags: list[str] = []
    if claim.status != "claimed":
        flags.append(claim.status)
    if claim.no_response:
        flags.append("no response yet")
    if claim.kind == "estimate":
        flags.append("estimate")
    if claim.claimant.role == "unnamed" and not any(is_kind(claim, lexicon) for is_kind in _NAMELESS):
        flags.append("unnamed source")
    if side := side_of(claim):
        flags.append(side)
    if claim.origins > 1:
        flags.append(f"{claim.origins} origins")
    return tuple(flags)


#: What has no name that an article could keep back.
_NAMELESS = (is_document, is_share, is_body)


def chain_of(claim: Claim) -> str:
    """The outlet, and behind it those that it has the claim from."""
    return CHAIN.join(claim.via)


def side_of(claim: Claim) -> str | None:
    """“one side” where a party speaks first of another side, “own side” where it speaks of itself alone."""
    claimant_side = claim.claimant.side
    if not claimant_side:
        return None
    sides = [m.actor.side for m in sorted(claim.actors, key=lambda m: m.start) if m.actor.side]
    if sides:
        return "one side" if sides[0] != claimant_side else "own side" if set(sides) == {claimant_side} else None
    states = {f"state:{m.place.country.lower()}" for m in claim.places if m.place.country}
    at_home = bool(states) and states <= {*claim.claimant_within, claim.claimant.actor_id}
    return "own side" if at_home else None


_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)
_DIFFERENT = frozenset({"contradicts", "differs"})


def relation_flags(claim: Claim, *, now: datetime) -> tuple[str, ...]:
    """`denied by X`, `differs from X (Fri 7 Feb)`, `rated “False” by Y`, `updated`, `corrected`: each once at most."""
    by_kind = {relation.kind for relation in claim.relations}
    flags: list[str] = []
    denied = _latest(r for r in claim.relations if r.kind == "denied by")
    if denied:
        flags.append(f"denied by {denied.claimant}")
    others = (r for r in claim.relations if r.kind in _DIFFERENT and not (denied and r.claimant == denied.claimant))
    if different := _latest(others):
        day = format_day(different.said_at, different.said_precision, now=now) if different.said_at else ""
        flags.append(f"differs from {different.claimant}" + (f" ({day})" if day else ""))
    if checked := _latest(r for r in claim.relations if r.kind == "reviewed by"):
        flags.append(f"rated “{checked.rating}” by {checked.reviewer}")
    if "updates" in by_kind:
        flags.append("updated")
    if "corrects" in by_kind:
        flags.append("corrected")
    return tuple(flags)


def _latest(relations: Iterable[Relation]) -> Relation | None:
    """The relation to the latest claim whose date is known, else the first."""
    return max(relations, key=lambda r: r.said_at.timestamp() if r.said_at else 0.0, default=None)
