"""All that is known of a claim, and how it stands to others, as pages show it."""

from __future__ import annotations

from pydantic import AwareDatetime

from bot.models.answers import SourceView
from digests.models import DigestItem, Kind, NamedAs, RelationKind, Subject, Value


class RelatedClaim(Value):
    """A claim that another one stands to in some way, with its line or, where none is printed, its words."""

    kind: RelationKind
    reason: str
    claim_id: str
    claimant: str
    url: str | None = None
    said_at: AwareDatetime | None = None
    item: DigestItem | None = None
    passage: str = ""
    reviewer: str = ""  #: who has checked the claim that this one is shown beside
    rating: str = ""  #: what they say of it, in their own word

    @property
    def verdict(self) -> str:
        """What a fact check says, in its words and under its name; empty where there is none."""
        return f"{self.reviewer} rates it “{self.rating}”" if self.rating else ""


class Dossier(Value):
    """All that is known of a claim: its line, its passage in context, whose it is, and how it stands to others."""

    source: SourceView
    item: DigestItem | None  #: none where its line is held back
    hold_reason: str = ""  #: why it is held back
    claimant: str
    named_as: NamedAs | None  #: whether a person, a body or a document speaks; none where that is not known
    kind: Kind
    publisher: str
    chain: tuple[str, ...]  #: from the outlet back to the first publication that is named
    subjects: tuple[Subject, ...]  #: the places and actors that it names, its claimant first
    related: tuple[RelatedClaim, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()  #: how it was read, as headings with words


class Conflict(Value):
    """Two claims that exclude each other, earlier first, with the reason why they do."""

    earlier: RelatedClaim
    later: RelatedClaim
