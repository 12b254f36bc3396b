"""One version of one article, and who published it."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime, Field

from digests.models.mentions import Precision
from digests.models.values import Value

ArticleStatus = Literal["usable", "withheld", "canceled"]

#: What stands below a country's domain, and belongs to nobody.
_SECOND_LEVEL = frozenset("ac co com edu gob gov gouv ltd me mil ne net nom nsw or org plc sch".split())


def site_of(domain: str) -> str:
    """The part of a domain that one house owns: example.org of www.example.org, example.co.uk of news.example.co.uk."""
    labels = domain.lower().rstrip(".").split(".")
    is_shared = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    return ".".join(labels[-3 if is_shared else -2 :])


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


class Review(Value):
    """A fact check (schema.org ClaimReview) of one claim, which is the article's body; the publisher rates it."""

    claimant: str = Field(min_length=1, max_length=500)  #: who made the claim
    rating: str = Field(min_length=1, max_length=200)  #: the publisher's own word for it, as in “Mostly false”
    said_at: AwareDatetime | None = None  #: when the claim was made
    said_precision: Precision = "day"


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
    review: Review | None = None  #: where the article examines one claim
    embargoed: AwareDatetime | None = None  #: nothing of it is printed before this instant
    doubts: tuple[str, ...] = ()  #: what the record left unsure, and how it was read
