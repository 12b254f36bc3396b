"""A claim as one flat row of plain values, for programs and people who take their data away."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from digests.models import Article, Claim, Figure, PlaceMention, SourcedClaim


def claim_row(sourced_claim: SourcedClaim) -> dict[str, Any]:
    """The claim with ids, offsets, figures, places with coordinates, actors and relations; times are ISO 8601."""
    claim, article = sourced_claim
    return {
        "id": claim.id,
        **_source(article),
        **_claimant(claim),
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


def _source(article: Article) -> dict[str, Any]:
    return {
        "article": article.id,
        "version": article.version,
        "url": article.url,
        "headline": article.headline,
        "publisher": article.publisher.name,
        "published": iso(article.date_published),
    }


def _claimant(claim: Claim) -> dict[str, Any]:
    claimant = claim.claimant
    return {
        "claimant": claimant.name,
        "claimant_id": claimant.actor_id,
        "affiliation": claimant.affiliation,
        "affiliation_id": claimant.affiliation_id,
        "role": claimant.role,
        "side": claimant.side,
    }


def _place(mention: PlaceMention, mention_kind: str) -> dict[str, Any]:
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


def _figure(figure: Figure) -> dict[str, Any]:
    fields = ("value", "low", "high", "unit", "what", "bound", "party", "surface", "start", "end")
    return {name: getattr(figure, name) for name in fields}
