"""One claim of one claimant, and how it stands to others."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from pydantic import AwareDatetime, Field, NonNegativeInt, model_validator

from digests.models.articles import Article
from digests.models.mentions import ActorMention, Attribution, Claimant, Figure, Kind, Mode, PlaceMention, Precision
from digests.models.values import Value

Status = Literal["claimed", "unconfirmed", "denied", "corrected", "withdrawn", "superseded"]
RelationKind = Literal[
    "repeats",
    "updates",
    "updated by",
    "contradicts",
    "differs",
    "denies",
    "denied by",
    "corrects",
    "corrected by",
    "reviews",
    "reviewed by",
    "no response",
]

#: How a claim stands to one that excludes or denies it.
DISPUTES: Final[frozenset[RelationKind]] = frozenset({"contradicts", "differs", "denies", "denied by"})


class Passage(Value):
    """Where a claim stands: W3C TextPosition and TextQuote selectors into one version of an article."""

    article_id: str
    version: int
    start: NonNegativeInt
    end: NonNegativeInt
    exact: str
    prefix: str = ""
    suffix: str = ""


class Relation(Value):
    """How a claim stands to another claim, and why we say so."""

    kind: RelationKind
    claim_id: str
    reason: str
    claimant: str = ""  #: who makes the other claim
    reviewer: str = ""  #: who has checked this one, where the other is what they checked
    rating: str = ""  #: what they say of it, in their own word
    said_at: AwareDatetime | None = None  #: when the other claim was made
    said_precision: Precision = "unknown"


class Wording(Value):
    """How a claim is put in a line, which takes long to work out, so that it is kept with the claim.

    Either it may be printed, or `hold` says why not. Dates and flags are no part of it: they change with the day and
    with what others say.
    """

    claimant: str = ""  #: what the line begins with
    body: str = ""
    own_verb: bool = False  #: whether the body begins with the passage's own verb
    of_saying: bool = False  #: whether the line's date is that of saying, as the words lost the other one
    certainty: float | None = None  #: how likely the line is right and can be read alone
    hold: str = ""


class Claim(Value):
    """One claim of one claimant, grounded in a passage (schema.org Claim)."""

    id: str
    claimant: Claimant
    via: tuple[str, ...] = ()  #: from the outlet back to the first publication that is named
    cue: str = ""
    kind: Kind = "saying"
    mode: Mode = "indirect"
    nested: bool = False
    passage: Passage
    attribution: Attribution
    places: tuple[PlaceMention, ...] = ()
    context_places: tuple[PlaceMention, ...] = ()  #: places that the claim is about by its paragraph, not by name
    actors: tuple[ActorMention, ...] = ()
    claimant_within: tuple[str, ...] = ()  #: the actors that the claimant belongs to, up to the state
    actors_within: tuple[str, ...] = ()  #: the same of the actors named
    figures: tuple[Figure, ...] = ()
    said_at: AwareDatetime | None = None
    said_precision: Precision = "unknown"
    valid_from: AwareDatetime | None = None
    valid_to: AwareDatetime | None = None
    valid_precision: Precision = "unknown"
    hedges: tuple[str, ...] = ()
    status: Status = "claimed"
    no_response: bool = False  #: the passage says that the other side has not answered
    relations: tuple[Relation, ...] = ()
    origins: int = Field(default=1, ge=1)
    confidence: float = Field(default=1.0, ge=0, le=1)
    wording: Wording | None = Field(default=None, exclude=True, repr=False)  #: where it was worked out already

    @model_validator(mode="after")
    def _passage_spans_content(self) -> Claim:
        if (self.passage.start, self.passage.end) != (self.attribution.start, self.attribution.end):
            raise ValueError("a claim's passage must be the span of its content")
        return self


class SourcedClaim(NamedTuple):
    """A claim with the version of the article that it stands in."""

    claim: Claim
    article: Article
