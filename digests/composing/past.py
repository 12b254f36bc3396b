"""What a channel has had before: the lines, their stories, and the moment from which on things are news to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final, NamedTuple

from digests.composing.candidates import speaker
from digests.composing.repetition import repeats
from digests.dates import format_day
from digests.lexicon import lexicon_of
from digests.models import Article, Claim, SourcedClaim
from digests.relations.facts import words_of

LAG: Final = timedelta(hours=6)  #: how long news may take from its publication until it is added
ADDED_LATE: Final = "added late"  #: what was published before the window of a digest began
NEW: Final = "new"

_DAY = timedelta(days=1)


class ChannelLine(NamedTuple):
    """A line that a channel has had: its claim, the story of its article, and when."""

    claim: Claim
    story: str
    posted_at: datetime


@dataclass(frozen=True)
class Past:
    """What a channel has had before a digest. Nothing is known of it where no channel is posted to."""

    window_start: datetime | None = None  #: of the digest
    story_of: Mapping[str, str] = field(default_factory=dict)  #: the kept stories of articles, by their ids
    lines: Sequence[ChannelLine] = ()

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that the channel has had."""
        return tuple(line.claim for line in self.lines)

    def unsaid(self, sources: Sequence[SourcedClaim]) -> list[SourcedClaim]:
        """The claims that say something which the channel has not had from their claimants."""
        return [source for source in sources if not self._is_repeated(source)] if self.lines else list(sources)

    def late_ids(self, sources: Sequence[SourcedClaim]) -> frozenset[str]:
        """The ids of the claims that were neither said nor published since the window began, so far as dates tell."""
        if self.window_start is None:
            return frozenset()
        start = self.window_start - LAG
        return frozenset(source.claim.id for source in sources if _is_late(source, start))

    def standing(self, story: str, *, now: datetime) -> str:
        """Since when a channel has had a story: “new”, “since Thu 6 Feb”; nothing before its first digest."""
        if not self.lines or not story:
            return ""
        first = self._first_posted.get(story)
        return NEW if first is None else f"since {format_day(first, 'day', now=now)}"

    @cached_property
    def _first_posted(self) -> dict[str, datetime]:
        first: dict[str, datetime] = {}
        for line in self.lines:
            first[line.story] = min(line.posted_at, first.get(line.story, line.posted_at))
        return first

    @cached_property
    def _by_speaker(self) -> Mapping[str, list[Claim]]:
        claims: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            claims[speaker(claim.claimant)].append(claim)
        return claims

    def _is_repeated(self, source: SourcedClaim) -> bool:
        """Whether the claimant said the same before, in other words perhaps, but with no word of weight that is new."""
        claim, lexicon = source.claim, lexicon_of(source.article)
        earlier = self._by_speaker.get(speaker(claim.claimant), ())
        words = words_of(claim.passage.exact, lexicon) if earlier else frozenset()
        return any(words <= words_of(old.passage.exact, lexicon) and repeats(claim, old, lexicon) for old in earlier)


#: Where nothing is known of what was before.
NOTHING: Final = Past()


def _is_late(source: SourcedClaim, start: datetime) -> bool:
    moment = _latest(*source)
    return moment is not None and moment < start


def _latest(claim: Claim, article: Article) -> datetime | None:
    """The latest moment at which an article, or else its claim, may have become known; nothing is said after that."""
    published = article.date_published
    moment, precision = (
        (published, article.date_published_precision)
        if published
        else (
            claim.said_at,
            claim.said_precision,
        )
    )
    if moment is None or (precision == "minute" and not article.zone_assumed):
        return moment
    if precision == "minute":
        return moment + _DAY  # on which clock, the record does not say
    return moment + _DAY if precision == "day" else None
