"""A claim as one flat row of plain values, for programs and people who take their data away."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import TypeAdapter
from typing_extensions import TypedDict

from bot.exports.json import SCHEMA_ID
from digests.models import Figure, PlaceMention, SourcedClaim
from digests.models.claims import RelationKind, Status
from digests.models.mentions import Bound, Kind, Mode, NamedAs, Precision, Role


class PlaceRow(TypedDict):
    """A place of the gazetteer that a claim concerns, `named` in the passage or known by `context`."""

    id: int
    name: str
    kind: str
    country: str | None
    latitude: float | None
    longitude: float | None
    mention: Literal["named", "context"]


class ActorRow(TypedDict):
    """A person or body that the passage names."""

    id: str
    name: str
    kind: str


class FigureRow(TypedDict):
    """A quantity of the passage, in the passage's own noun; the offsets count characters of the article's body."""

    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    what: str | None
    bound: Bound
    party: str | None
    surface: str
    start: int
    end: int


class RelationRow(TypedDict):
    """How the claim stands to another one, and why."""

    kind: RelationKind
    claim: str
    claimant: str
    reason: str


class ClaimRow(TypedDict):
    """A claim with ids, offsets, figures, places with coordinates, actors and relations; times are ISO 8601."""

    id: str
    article: str
    version: int
    url: str | None
    headline: str
    publisher: str
    published: str | None
    claimant: str
    claimant_id: str | None
    title: str | None
    type: NamedAs | None
    affiliation: str | None
    affiliation_id: str | None
    role: Role
    side: str | None
    kind: Kind
    mode: Mode
    status: Status
    no_response: bool
    said_at: str | None
    said_precision: Precision
    valid_from: str | None
    valid_to: str | None
    valid_precision: Precision
    cue: str
    passage: str
    start: int
    end: int
    via: list[str]
    hedges: list[str]
    places: list[PlaceRow]
    actors: list[ActorRow]
    figures: list[FigureRow]
    relations: list[RelationRow]
    origins: int
    confidence: float


COLUMNS = tuple(ClaimRow.__annotations__)  #: in their order


def claim_schema() -> dict[str, Any]:
    """The JSON Schema of a row, as config/claim.schema.json has it."""
    return {"$schema": SCHEMA_ID, **TypeAdapter(ClaimRow).json_schema(), "title": "Dateline claim"}


def claim_row(sourced_claim: SourcedClaim) -> ClaimRow:
    """The claim as a row."""
    claim, article = sourced_claim
    claimant = claim.claimant
    return {
        "id": claim.id,
        "article": article.id,
        "version": article.version,
        "url": article.url,
        "headline": article.headline,
        "publisher": article.publisher.name,
        "published": iso(article.date_published),
        "claimant": claimant.name,
        "claimant_id": claimant.actor_id,
        "title": claimant.title,
        "type": claimant.type,
        "affiliation": claimant.affiliation,
        "affiliation_id": claimant.affiliation_id,
        "role": claimant.role,
        "side": claimant.side,
        "kind": claim.kind,
        "mode": claim.mode,
        "status": claim.status,
        "no_response": claim.no_response,
        "said_at": iso(claim.said_at),
        "said_precision": claim.said_precision,
        "valid_from": iso(claim.valid_from),
        "valid_to": iso(claim.valid_to),
        "valid_precision": claim.valid_precision,
        "cue": claim.cue,
        "passage": claim.passage.exact,
        "start": claim.passage.start,
        "end": claim.passage.end,
        "via": list(claim.via),
        "hedges": list(claim.hedges),
        "places": [_place(mention, "named") for mention in claim.places]
        + [_place(mention, "context") for mention in claim.context_places],
        "actors": [{"id": m.actor.id, "name": m.actor.name, "kind": m.actor.kind} for m in claim.actors],
        "figures": [_figure(figure) for figure in claim.figures],
        "relations": [
            {"kind": r.kind, "claim": r.claim_id, "claimant": r.claimant, "reason": r.reason} for r in claim.relations
        ],
        "origins": claim.origins,
        "confidence": claim.confidence,
    }


def iso(moment: datetime | None) -> str | None:
    """An instant as ISO 8601 text, with its offset from UTC."""
    return moment.isoformat() if moment else None


def _place(mention: PlaceMention, mention_kind: Literal["named", "context"]) -> PlaceRow:
    place = mention.place
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "latitude": place.lat,
        "longitude": place.lon,
        "mention": mention_kind,
    }


def _figure(figure: Figure) -> FigureRow:
    return {
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "what": figure.what,
        "bound": figure.bound,
        "party": figure.party,
        "surface": figure.surface,
        "start": figure.start,
        "end": figure.end,
    }
