"""A claim as what it is about: events with their subjects, places, time and amounts."""

from __future__ import annotations

import functools
import re
from datetime import datetime, timedelta
from typing import NamedTuple

from digests.lexicon import Lexicon, either, lexicon_of
from digests.models import Article, Claim
from digests.relations.amounts import Amount, amounts_of
from digests.relations.origins import origin_of, root_of_actor, root_of_claimant
from digests.relations.predicates import Predicate, find_predicates

_LENGTHS = {"minute": timedelta(days=1), "day": timedelta(days=1), "week": timedelta(days=7)}
_WORD = re.compile(r"[^\W\d_]{3,}")


@functools.cache
def _itself(lexicon: Lexicon) -> re.Pattern[str]:
    """What begins words about the claimant or those whom the words before spoke of."""
    grammar = lexicon.grammar
    pronouns = either(grammar.third_subjects, grammar.third_possessives, lexicon.events.joint_speakers)
    return re.compile(rf"^\W*(?:(?:{either(grammar.complementizers)})\s+)?(?:{pronouns})\b", re.IGNORECASE)


class Event(NamedTuple):
    """One event of a claim: its class, whether it happens, whether for real, and whose it is."""

    kind: str
    polarity: int
    real: bool
    subject: str | None


class ClaimFacts(NamedTuple):
    """A claim with what two claims are held against each other by; a tuple, as thousands are made at a time."""

    claim: Claim
    article: Article
    lexicon: Lexicon
    events: tuple[Event, ...]
    places: frozenset[int]
    around: frozenset[int]  #: what those places lie in, their country left out
    amounts: tuple[Amount, ...]
    words: frozenset[str]
    origin: str | None
    moment: datetime | None  #: when it was said, else published
    begins: datetime | None
    ends: datetime | None

    @property
    def order(self) -> tuple[float, bool, float, str, int, int, str]:
        """Earlier news sorts first; of one moment, a denial comes after what it may deny."""
        published = self.article.date_published
        said, printed = (day.timestamp() if day else 0.0 for day in (self.moment, published))
        claim, article = self.claim, self.article
        return said, claim.kind == "denial", printed, article.id, article.version, claim.passage.start, claim.id

    @property
    def states_time(self) -> bool:
        """Whether the claim's own words say when the event was, apart from when it was said."""
        return self.claim.valid_from is not None and self.claim.valid_from != self.claim.said_at

    @property
    def said_on(self) -> datetime | None:
        """The day on which it was said, where the text gives one."""
        return self.claim.said_at if self.claim.said_precision in {"minute", "day"} else None


def facts_of(claim: Claim, article: Article) -> ClaimFacts:
    """What a claim is about; one that names no event and no amount may still be denied."""
    lexicon = lexicon_of(article)
    predicates = find_predicates(claim.passage.exact, lexicon)
    amounts = amounts_of(claim, lexicon)
    sign = -1 if claim.kind == "denial" else 1
    events = tuple(_happening(claim, predicate, sign, lexicon) for predicate in predicates)
    if amounts and not events:
        events = (Event("amount", sign, claim.kind != "forecast", _subject(claim, claim.passage.end, lexicon)),)
    named = [mention.place for mention in claim.places or claim.context_places]
    fine = [place for place in named if place.kind != "country"] or named
    begins, ends = _time(claim)
    return ClaimFacts(
        claim=claim,
        article=article,
        lexicon=lexicon,
        events=events,
        places=frozenset(place.id for place in fine),
        around=frozenset(up for place in fine for up in place.ancestors[:-1]),
        amounts=amounts,
        words=words_of(claim.passage.exact, lexicon),
        origin=origin_of(claim, lexicon),
        moment=claim.said_at or article.date_published,
        begins=begins,
        ends=ends,
    )


def _happening(claim: Claim, predicate: Predicate, sign: int, lexicon: Lexicon) -> Event:
    real = predicate.real and claim.kind != "forecast"
    subject = _subject(claim, claim.passage.start + predicate.at, lexicon)
    return Event(predicate.kind, sign * predicate.polarity, real, subject)


def _subject(claim: Claim, at: int, lexicon: Lexicon) -> str | None:
    """Whose an event is: the actor named last before it; the claimant where the words begin with a pronoun."""
    before = [mention for mention in claim.actors if mention.start < at]
    if before:
        return root_of_actor(max(before, key=lambda mention: mention.start).actor)
    return root_of_claimant(claim) if _itself(lexicon).match(claim.passage.exact) else None


def _time(claim: Claim) -> tuple[datetime | None, datetime | None]:
    """The time that a claim is about; it ends when the claim was made, whatever the text left open."""
    begins, ends = claim.valid_from, claim.valid_to
    length = _LENGTHS.get(claim.said_precision)
    if claim.said_at and length:
        said_until = claim.said_at + length
        begins, ends = begins or claim.said_at, min(ends or said_until, said_until)
    return begins, ends


@functools.lru_cache(maxsize=20_000)
def words_of(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The words of a text that carry meaning, cut to their stems roughly."""
    return frozenset([word[:6] for word in set(_WORD.findall(text.lower())) - lexicon.events.plain])
