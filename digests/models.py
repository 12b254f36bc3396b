"""The values that travel through the house: frozen, and checked when they are made."""

from __future__ import annotations

import hashlib
from datetime import datetime
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, NonNegativeInt, model_validator

#: A half-open range of characters of an article's body, `body[start:end]`.
Span = tuple[NonNegativeInt, NonNegativeInt]

Kind = Literal["saying", "estimate", "denial", "forecast", "attitude", "appearance"]
Mode = Literal["direct", "indirect", "mixed"]
Role = Literal["party", "official", "analyst", "agency", "outlet", "unnamed"]
ResolvedBy = Literal[
    "exact", "alias", "acronym", "last name", "short form", "pronoun", "metonym", "local", "unresolved", "none"
]
Pronoun = Literal["he", "she"]
Precision = Literal["minute", "day", "week", "month", "season", "year", "unknown"]
Bound = Literal["exact", "about", "at_least", "up_to", "more_than", "less_than"]
ArticleStatus = Literal["usable", "withheld", "canceled"]
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
    "no response",
]


class Value(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _ordered(span: Span) -> Span:
    if span[0] >= span[1]:
        raise ValueError(f"a span must hold at least one character, not {span}")
    return span


Fragment = Annotated[Span, AfterValidator(_ordered)]


# --- articles -------------------------------------------------------------------------------------------------


class Publisher(Value):
    """Who published an article (schema.org publisher); `family` joins the editions of one house."""

    name: str = Field(min_length=1)
    url: str | None = None
    domain: str | None = None
    family: str | None = None


class Derivation(Value):
    """An earlier publication that an article rests on (schema.org isBasedOn, citation)."""

    name: str = Field(min_length=1)
    url: str | None = None
    relation: Literal["reprint", "rewrite", "cites"] = "cites"


class Correction(Value):
    """A correction that the publisher has printed (schema.org CorrectionComment)."""

    date: AwareDatetime | None = None
    text: str


class Article(Value):
    """One version of one article; `body` is frozen, and every offset in the house points into it."""

    id: str = Field(min_length=1, max_length=200)
    url: str | None = None
    headline: str = ""
    publisher: Publisher
    author: tuple[str, ...] = ()
    date_published: AwareDatetime | None = None
    date_published_precision: Precision = "minute"
    date_modified: AwareDatetime | None = None
    date_modified_precision: Precision = "minute"
    zone_assumed: bool = False  #: the record gave a date without a zone, and UTC was taken
    language: str = "en"
    body: str = Field(min_length=1)
    version: int = Field(default=1, ge=1)
    supersedes: str | None = None  #: the id of another article that this one replaces
    status: ArticleStatus = "usable"
    derived_from: tuple[Derivation, ...] = ()
    tags: tuple[str, ...] = ()
    rights: str | None = None
    curator: str | None = None
    note: str | None = None  #: for the desk; never published
    corrections: tuple[Correction, ...] = ()

    @cached_property
    def body_sha256(self) -> str:
        """The hexadecimal SHA-256 of the body's UTF-8 bytes."""
        return hashlib.sha256(self.body.encode()).hexdigest()


# --- what is found in a text ----------------------------------------------------------------------------------


class Attribution(Value):
    """Who is said to say what in a text: source, cue and content (PolNeAR), each as fragments in order."""

    source: tuple[Fragment, ...] = ()
    cue: tuple[Fragment, ...] = ()
    content: tuple[Fragment, ...] = Field(min_length=1)
    kind: Kind = "saying"
    mode: Mode = "indirect"
    nested: bool = False
    confidence: float = Field(default=1.0, ge=0, le=1)

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1][1]


class Place(Value):
    """A place of the gazetteer, keyed by GeoNames id, with the ids of everything it lies in, nearest first."""

    id: int
    name: str
    kind: Literal["country", "admin1", "admin2", "city", "region"]
    country: str | None = None  #: ISO 3166-1 alpha-2
    ancestors: tuple[int, ...] = ()
    population: int = 0
    lat: float | None = None
    lon: float | None = None


class PlaceMention(Value):
    """A place named in a text."""

    place: Place
    surface: str
    start: NonNegativeInt
    end: NonNegativeInt
    metonym: bool = (
        False  #: the name stands for the state that speaks or acts (“Kyiv said”), not for where something is
    )


class Actor(Value):
    """A person or body that can speak or act; `parent` is the actor it belongs to."""

    id: str  #: a slug such as "org:isw", "person:vladimir-putin", "state:ru", "mil:ua-general-staff"
    name: str
    kind: Literal["person", "state", "military", "government", "agency", "org", "media", "group"]
    short: str | None = None  #: the name that a digest prints, such as "ISW"
    role: Role = "party"
    aliases: tuple[str, ...] = ()
    country: str | None = None  #: ISO 3166-1 alpha-2
    parent: str | None = None
    side: str | None = None  #: the camp in a conflict, where one exists
    pronoun: Pronoun | None = None  #: of a person
    demonyms: tuple[str, ...] = ()  #: "Ukrainian", from which the names of a state's bodies follow
    capitals: tuple[str, ...] = ()  #: places that stand for it as the subject of a verb ("Kyiv said")
    seats: tuple[str, ...] = ()  #: names that stand for it anywhere ("the Kremlin")

    @property
    def label(self) -> str:
        """The shortest name that a reader knows."""
        return self.short or self.name


class ActorMention(Value):
    """An actor named in a text."""

    actor: Actor
    surface: str
    start: NonNegativeInt
    end: NonNegativeInt
    resolved_by: ResolvedBy


class Claimant(Value):
    """Who makes a claim, and how we know."""

    actor_id: str | None = None
    name: str  #: canonical where resolved, else the surface
    short: str | None = None  #: the name that a digest prints, such as "ISW"
    surface: str = ""
    role: Role = "party"
    affiliation_id: str | None = None  #: the body that a person speaks for, where the text or the actor file says so
    affiliation: str | None = None
    side: str | None = None
    resolved_by: ResolvedBy = "exact"

    @property
    def label(self) -> str:
        """The name that a line begins with, such as “Angelica Evans (ISW)”."""
        name = self.short or self.name
        return f"{name} ({self.affiliation})" if self.affiliation else name


class Figure(Value):
    """A quantity: what is counted keeps the passage's own noun (*casualties* are not *killed*)."""

    value: float | None  #: none where the passage gives no number ("hundreds of")
    low: float | None = None
    high: float | None = None
    unit: str | None = None  #: "km", "mi", "%", "USD" …; none for things counted
    what: str | None = None  #: "troops", "fatalities"
    bound: Bound = "exact"
    party: str | None = None  #: whose: "Russian", "North Korean"
    start: NonNegativeInt
    end: NonNegativeInt
    surface: str


class TimeSpan(Value):
    """A date expression of a text, resolved to the half-open interval of time that it names."""

    start: NonNegativeInt
    end: NonNegativeInt
    surface: str
    valid_from: AwareDatetime | None
    valid_to: AwareDatetime | None
    precision: Precision


# --- claims ---------------------------------------------------------------------------------------------------


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
    said_at: AwareDatetime | None = None  #: when the other claim was made
    said_precision: Precision = "unknown"


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
    status: Literal["claimed", "unconfirmed", "denied", "corrected", "withdrawn", "superseded"] = "claimed"
    no_response: bool = False  #: the passage says that the other side has not answered
    relations: tuple[Relation, ...] = ()
    origins: int = Field(default=1, ge=1)
    confidence: float = Field(default=1.0, ge=0, le=1)

    @model_validator(mode="after")
    def _passage_spans_content(self) -> Claim:
        if (self.passage.start, self.passage.end) != (self.attribution.start, self.attribution.end):
            raise ValueError("a claim's passage must be the span of its content")
        return self


# --- what is shown --------------------------------------------------------------------------------------------


class DigestItem(Value):
    """One line: `CLAIMANT: body (when) · flag · flag`, with a link that opens at the passage."""

    claim_id: str
    claimant: str
    body: str  #: empty where a claim was withdrawn after it was posted
    was: str = ""  #: the words that stood here before a correction
    when: str = ""
    flags: tuple[str, ...] = ()
    source: str  #: the outlet and the chain behind it, such as “Example Wire ← Example Agency”
    url: str | None = None

    @property
    def line(self) -> str:
        """The line as text, without its link; at most 240 characters."""
        when = f" ({self.when})" if self.when else ""
        was = f"~~{self.was}~~" if self.was else ""
        said = " ".join(part for part in (was, self.body) if part)
        return f"{self.claimant}: {said}{when}" + "".join(f" · {flag}" for flag in self.flags)


class Section(Value):
    """Lines that belong together under one heading (a story, or a day)."""

    heading: str
    items: tuple[DigestItem, ...]


class Digest(Value):
    """What a platform draws: a scheduled digest, a preview, or the answer to a command."""

    title: str
    subtitle: str = ""  #: window, zone and counts, said once
    sections: tuple[Section, ...] = ()
    notice: str = ""  #: a sentence where there is nothing to list, or something to know first
    footer: tuple[str, ...] = ()

    @property
    def items(self) -> tuple[DigestItem, ...]:
        """All lines in order."""
        return tuple(item for section in self.sections for item in section.items)


class Subject(Value):
    """What a reader asks about: a place, an actor, or, where neither is known, words."""

    kind: Literal["place", "actor", "words"]
    id: str  #: the place's or actor's id; the folded words themselves
    name: str


class Query(Value):
    """A reader's question, resolved."""

    about: tuple[Subject, ...] = ()  #: any of these; a country is both a place and an actor
    by: tuple[Subject, ...] = ()  #: any of these, as the claimant or the body they speak for
    since: datetime | None = None
    kinds: tuple[Kind, ...] = ()
    status: str | None = None
    show: int = Field(default=10, ge=1, le=25)
