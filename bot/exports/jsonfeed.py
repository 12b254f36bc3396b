"""A digest as a JSON Feed 1.1 with one item, its claims under the extension `_claims`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import Any

from bot.exports.html import as_html
from bot.exports.json import dumped
from bot.exports.links import web_address
from digests.models import Digest, DigestItem, Statement
from digests.text.printable import printable

VERSION = "https://jsonfeed.org/version/1.1"


def as_json_feed(digest: Digest, *, made_at: datetime) -> str:
    """The feed; its item's id follows from what the digest says."""
    return _feed(digest.title, [_item(digest, made_at)])


def feed_of(title: str, digests: Iterable[tuple[date, Digest]]) -> str:
    """A feed with an item for the digest of each day."""
    return _feed(title, [_item(digest, datetime.combine(day, time(), UTC)) for day, digest in digests])


def _feed(title: str, items: list[dict[str, Any]]) -> str:
    return dumped({"version": VERSION, "title": printable(title), "language": "en", "items": items})


def _item(digest: Digest, made_at: datetime) -> dict[str, Any]:
    content = "\x1f".join([digest.title, *(f"{item.claim_id}\x1e{item.line}" for item in digest.items)])
    return {
        "id": f"urn:sha256:{hashlib.sha256(content.encode()).hexdigest()}",
        "title": printable(digest.title),
        "content_text": _text(digest),
        "content_html": _body(digest),
        "date_published": made_at.isoformat(timespec="seconds"),
        "_claims": {"version": 1, "claims": [_claim(item) for item in digest.items]},
    }


def _claim(item: DigestItem) -> dict[str, Any]:
    statement = item.statement or Statement(claimant=item.claimant, via=(item.source,))
    row: dict[str, Any] = {
        "id": item.claim_id,
        "claimant": statement.claimant,
        "kind": statement.kind,
        "text": item.body,
        "said_at": statement.said_at.isoformat() if statement.said_at else None,
        "said_precision": statement.said_precision,
        "flags": list(item.flags),
        "via": list(statement.via),
    }
    url = web_address(item.url)
    options = {"url": url, "headline": printable(item.headline)}
    return row | {name: value for name, value in options.items() if value}


def _text(digest: Digest) -> str:
    items = [item for section in digest.printed_sections for item in section.items]
    lines = [f"• {printable(i.line)} [{printable(f'{i.link_text}{i.quoted_headline}')}]" for i in items]
    return "\n".join([*lines, *([printable(digest.notice)] if digest.notice else []), *digest.footer])


def _body(digest: Digest) -> str:
    page = as_html(digest)
    return page[page.index("<main>") + len("<main>\n") : page.index("</main>")].strip()
