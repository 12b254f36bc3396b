"""How a claim was read and why its line looks as it does: what `dateline why` prints."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from digests.composing.merits import merits
from digests.dates import format_day
from digests.lines.line import claim_line, line_certainty
from digests.lines.wording import worded
from digests.models import Article, Claim, Figure, PlaceMention, Relation, SourcedClaim, Span

#: A heading and what is to be said under it.
Row = tuple[str, str]


def explain(claim: Claim, article: Article, *, now: datetime, fate: str = "") -> tuple[Row, ...]:
    """A claim's line or the reason why it is held back, what it was read from, and its relations with reasons.

    `fate` says what became of it in a digest of all that is held.
    """
    claim = worded(claim, article)
    line = claim_line(claim, article, now=now)
    verdict = ("held back", line) if isinstance(line, str) else ("line", line.line)
    digest_row = (("digest", fate),) if fate else ()
    sure = () if isinstance(line, str) else (("certainty", f"{line_certainty(claim, line, article):.2f}"),)
    return (
        verdict,
        *sure,
        *digest_row,
        ("ranked by", merits(SourcedClaim(claim, article), None if isinstance(line, str) else line)),
        *_reading(claim, article),
        *_content(claim, now),
        *_standing(claim, now),
    )


def _reading(claim: Claim, article: Article) -> Iterator[Row]:
    claimant, attribution = claim.claimant, claim.attribution
    role = f"{claimant.role}, resolved by {claimant.resolved_by}" + (f", {claimant.side} side" if claimant.side else "")
    yield "claimant", f"{claimant.label} ({role})"
    if claimant.actor_id:
        yield "actor", claimant.actor_id
    for name, spans in (("source", attribution.source), ("cue", attribution.cue), ("content", attribution.content)):
        words = " … ".join(article.body[start:end] for start, end in spans)
        yield name, f"{words} {_offsets(spans)}" if words else "none"
    yield "read as", f"{claim.kind}, {claim.mode}{', nested' if claim.nested else ''}"
    yield "confidence", f"{claim.confidence:.2f}"
    yield "article", f"{article.id}, version {article.version}: {' ← '.join(claim.via)}"


def _content(claim: Claim, now: datetime) -> Iterator[Row]:
    places = claim.places or claim.context_places
    if places:
        yield "places" if claim.places else "places by context", ", ".join(map(_place, places))
    if claim.actors:
        yield "actors", ", ".join(dict.fromkeys(f"{m.actor.name} (“{m.surface}”)" for m in claim.actors))
    if claim.figures:
        yield "figures", "; ".join(map(_figure, claim.figures))
    if claim.said_at:
        yield "said", format_day(claim.said_at, claim.said_precision, now=now)
    if claim.valid_from:
        end = f" until {format_day(claim.valid_to, 'day', now=now)}" if claim.valid_to else ""
        yield "about", f"from {format_day(claim.valid_from, 'day', now=now)}{end} (to the {claim.valid_precision})"
    if claim.hedges:
        yield "hedges", ", ".join(claim.hedges)


def _standing(claim: Claim, now: datetime) -> Iterator[Row]:
    yield "status", f"{claim.status}, no response yet" if claim.no_response else claim.status
    yield "origins", str(claim.origins)
    for relation in claim.relations:
        yield relation.kind, _relation(relation, now)


def _relation(relation: Relation, now: datetime) -> str:
    day = f" ({format_day(relation.said_at, relation.said_precision, now=now)})" if relation.said_at else ""
    verdict = f"{relation.reviewer} rates it “{relation.rating}”; " if relation.rating else ""
    return f"{relation.claim_id}, {relation.claimant}{day}: {verdict}{relation.reason}"


def _place(mention: PlaceMention) -> str:
    return f"{mention.place.name} (“{mention.surface}”, {mention.place.kind})"


def _figure(figure: Figure) -> str:
    thing = " ".join(part for part in (figure.party, figure.what or figure.unit) if part)
    return f"“{figure.surface}”, {figure.bound.replace('_', ' ')}" + (f", of {thing}" if thing else "")


def _offsets(spans: tuple[Span, ...]) -> str:
    return " ".join(f"[{start}:{end}]" for start, end in spans)
