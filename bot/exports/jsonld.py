"""A digest as JSON-LD: a list of schema.org claims."""

from __future__ import annotations

from typing import Any

from bot.exports.json import dumped
from bot.exports.links import web_address
from bot.models import Dossier, RelatedClaim
from digests.models import Digest, DigestItem, NamedAs, Statement
from digests.text.printable import printable

_AUTHORS: dict[NamedAs | None, str] = {
    "named person": "Person",
    "unnamed person": "Person",
    "named body": "Organization",
    "unnamed group": "Organization",
}
_DATES = {"minute": 25, "day": 10, "month": 7, "year": 4}  #: how much of an ISO 8601 time is known


def as_json_ld(digest: Digest) -> str:
    """An ItemList of Claims, each with who makes it and where it appears; no verdict, as Dateline has none."""
    rows = [
        {"@type": "ListItem", "position": position, "item": _claim(item)}
        for position, item in enumerate(digest.items, 1)
    ]
    return dumped(
        {
            "@context": "https://schema.org",
            "@type": "ItemList",
            "name": digest.title,
            "numberOfItems": len(rows),
            "itemListElement": rows,
        }
    )


def claim_json_ld(dossier: Dossier) -> str:
    """One claim with its passage, the article that it stands in, and how it stands to others."""
    appearance: dict[str, Any] = {
        "@type": "Article",
        "headline": dossier.source.headline,
        "publisher": {"@type": "Organization", "name": dossier.publisher},
    }
    if url := web_address(dossier.source.url):
        appearance["url"] = url
    reviews = [_review(related) for related in dossier.related if related.rating]
    return dumped(
        {
            "@context": "https://schema.org",
            "@type": "Claim",
            "@id": f"urn:dateline:claim:{dossier.source.claim_id}",
            "text": _text(printable(dossier.source.exact), is_denial=dossier.kind == "denial"),
            "author": _author(printable(dossier.claimant), dossier.named_as),
            "appearance": appearance,
            "about": [{"@type": "Thing", "name": printable(subject.name)} for subject in dossier.subjects],
            **({"review": reviews} if reviews else {}),
        }
    )


def _claim(item: DigestItem) -> dict[str, Any]:
    statement = item.statement or Statement(claimant=item.claimant, via=(item.source,))
    claim: dict[str, Any] = {
        "@type": "Claim",
        "@id": f"urn:dateline:claim:{item.claim_id}",
        "text": _text(item.body, is_denial=statement.kind == "denial" and not item.own_verb),
        "author": _author(statement.claimant, statement.named_as),
        "appearance": _appearance(item, statement),
    }
    if statement.said_at and statement.said_precision in _DATES:
        claim["temporal"] = statement.said_at.isoformat(timespec="seconds")[: _DATES[statement.said_precision]]
    return claim | {"creativeWorkStatus": list(item.flags)} if item.flags else claim


def _author(name: str, named_as: NamedAs | None) -> dict[str, str] | str:
    """A person or a body; a document, as schema.org has no such authors, by its name alone."""
    kind = _AUTHORS.get(named_as)
    return {"@type": kind, "name": name} if kind else name


def _review(related: RelatedClaim) -> dict[str, Any]:
    """What a fact check says of the claim, under its own name."""
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "author": {"@type": "Organization", "name": printable(related.reviewer)},
        "reviewRating": {"@type": "Rating", "alternateName": printable(related.rating)},
    }
    if url := web_address(related.url):
        review["url"] = url
    return review


def _text(words: str, *, is_denial: bool) -> str:
    """What is claimed; of a denial, that it denies the words."""
    return f"Denies: {words}" if is_denial else words


def _appearance(item: DigestItem, statement: Statement) -> dict[str, Any]:
    """The article, and behind it those that it has the claim from."""
    outlet, *chain = [
        {"@type": "CreativeWork", "publisher": {"@type": "Organization", "name": name}}
        for name in statement.via or (item.source,)
    ]
    appearance: dict[str, Any] = outlet | ({"headline": printable(item.headline)} if item.headline else {})
    if url := web_address(item.url):
        appearance["url"] = url
    return appearance | {"isBasedOn": chain} if chain else appearance
