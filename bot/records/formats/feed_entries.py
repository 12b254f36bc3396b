"""An entry of an RSS or Atom feed as a record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urljoin

from bot.records.coerce import language_of, text_of, url_of
from bot.records.dates import DayOrder, date_of, day_order
from bot.records.errors import Path
from bot.records.identity import domain_of
from bot.records.texts.html_text import one_line, plain_text
from bot.records.texts.wrapping import join_wraps
from bot.records.validate import Candidate

_NAMES: dict[str, Path] = {
    "headline": ("title",),
    "body": ("content",),
    "date_published": ("published",),
    "date_modified": ("updated",),
}


def home_of(feed: Any) -> str | None:
    """The page that a feed says it belongs to."""
    return url_of(_get(feed, "link"))


def read_entries(feed: Any, entries: Sequence[Any]) -> list[Candidate]:
    """The entries of a feed as records."""
    order = day_order(_get(entry, key) for entry in entries for key in ("published", "updated"))
    return [_candidate(feed, entry, order) for entry in entries]


def _get(value: Any, key: str) -> Any:
    # The parser's own look-up gives other fields in place of missing ones.
    return dict.get(value, key) if isinstance(value, dict) else None


def _candidate(feed: Any, entry: Any, order: DayOrder | None) -> Candidate:
    url = _url(feed, entry)
    published, modified = (date_of(text_of(_get(entry, key)), order) for key in ("published", "updated"))
    fields: dict[str, object] = {
        "url": url,
        "headline": one_line(_get(entry, "title") or "")[:2_000],
        "publisher": _publisher(feed, entry, url),
        "author": _authors(entry) or _authors(feed),
        "date_published": published or modified,
        "date_modified": modified,
        "language": language_of(_get(entry, "language")) or language_of(_get(feed, "language")),
        "body": _body(entry) or None,
        "derived_from": _derivation(entry),
        "tags": [tag[:500] for item in _get(entry, "tags") or () if (tag := text_of(_get(item, "term")))],
        "rights": text_of(_get(entry, "rights")) or text_of(_get(feed, "rights")),
    }
    return Candidate(fields, _NAMES, text_of(_get(entry, "id")))


def _url(feed: Any, entry: Any) -> str | None:
    """The article's own address, before that of a service that only led to it; a relative one is read from the feed."""
    home = home_of(feed)
    for link in (_get(entry, "feedburner_origlink"), _get(entry, "link"), _get(entry, "id")):
        if url := url_of(link):
            return url
    link = text_of(_get(entry, "link"))
    return url_of(urljoin(home, link.strip())) if home and link and ":" not in link.partition("/")[0] else None


def _body(entry: Any) -> str:
    """The full content where there is one, else the summary."""
    parts = [*(_get(entry, "content") or ()), _get(entry, "summary_detail") or {}]
    texts = [(_get(part, "type"), text) for part in parts if (text := text_of(_get(part, "value")))]
    bodies = (join_wraps(text) if kind == "text/plain" else plain_text(text) for kind, text in texts)
    return next((body for body in bodies if body.strip()), "")


def _publisher(feed: Any, entry: Any, url: str | None) -> dict[str, object] | None:
    home = home_of(feed)
    source_title = text_of(_get(_get(entry, "source"), "title"))
    name = one_line(_get(feed, "title") or "") or source_title or domain_of(home, url)
    return {"name": name[:500], "url": home} if name else None


def _authors(value: Any) -> list[str]:
    names = [name[:500] for part in _get(value, "authors") or () if (name := text_of(_get(part, "name")))]
    return names or [name[:500] for name in [text_of(_get(value, "author"))] if name]


def _derivation(entry: Any) -> list[dict[str, object]]:
    """The feed that an entry was copied from."""
    origin = _get(entry, "source")
    url = url_of(_get(origin, "href")) or url_of(_get(origin, "link")) or url_of(_get(origin, "id"))
    name = one_line(_get(origin, "title") or "") or domain_of(url)
    return [{"name": name[:500], "url": url, "relation": "reprint"}] if name else []
