"""A digest as JSON-LD: a list of schema.org claims."""

from __future__ import annotations

from typing import Any

from bot.exports.json import dumped
from bot.exports.links import web_address
from bot.service.dossiers import Dossier
from digests.models import Digest, DigestItem
from digests.text.printable import printable

_DENIES = (" denies", " deny")  #: what a line of a denial has behind the claimant's name


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
    return dumped(
        {
            "@context": "https://schema.org",
            "@type": "Claim",
            "@id": f"urn:dateline:claim:{dossier.source.claim_id}",
            "text": printable(dossier.source.exact),
            "author": {"name": printable(dossier.claimant)},
            "appearance": appearance,
            "about": [{"@type": "Thing", "name": printable(subject.name)} for subject in dossier.subjects],
        }
    )


def _claim(item: DigestItem) -> dict[str, Any]:
    outlet, *chain = item.source.split(" ← ")
    appearance: dict[str, Any] = {"@type": "CreativeWork", "publisher": {"@type": "Organization", "name": outlet}}
    if url := web_address(item.url):
        appearance["url"] = url
    if chain:
        appearance["isBasedOn"] = [
            {"@type": "CreativeWork", "publisher": {"@type": "Organization", "name": name}} for name in chain
        ]
    claim: dict[str, Any] = {
        "@type": "Claim",
        "@id": f"urn:dateline:claim:{item.claim_id}",
        "text": f"Denies: {item.body}" if item.claimant.endswith(_DENIES) else item.body,
        "author": {"name": item.claimant.removesuffix(_DENIES[0]).removesuffix(_DENIES[1])},
        "appearance": appearance,
    }
    if item.when:
        claim["temporal"] = item.when
    return claim | {"creativeWorkStatus": list(item.flags)} if item.flags else claim
