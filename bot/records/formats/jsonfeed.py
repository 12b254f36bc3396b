"""JSON Feed 1.1 (and 1.0): each item is a record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.records.coerce import as_items, language_of, names, objects, text_of, url_of
from bot.records.errors import BadRecordError, excerpt
from bot.records.html_text import plain_text
from bot.records.identity import domain_of
from bot.records.validate import Candidate


def is_feed(value: Mapping[str, object]) -> bool:
    """Whether a JSON object says that it is a JSON Feed."""
    version = value.get("version")
    return isinstance(version, str) and "jsonfeed.org/version" in version


def items(feed: Mapping[str, object]) -> Iterator[Candidate | BadRecordError]:
    """The items of a feed as records."""
    entries = feed.get("items")
    if not isinstance(entries, list):
        yield BadRecordError("is missing; a JSON Feed lists its items there", ("items",))
        return
    for number, entry in enumerate(entries):
        if isinstance(entry, Mapping):
            yield _item(feed, entry, number)
        else:
            yield BadRecordError(f"must be an object, not {excerpt(entry)}", ("items", number))


def _item(feed: Mapping[str, object], entry: Mapping[str, object], number: int) -> Candidate:
    url, home = url_of(entry.get("url")), url_of(feed.get("home_page_url"))
    text, markup = entry.get("content_text"), entry.get("content_html")
    body = text if text or not isinstance(markup, str) else plain_text(markup)
    fields: dict[str, object] = {
        "url": url,
        "headline": entry.get("title"),
        "publisher": _publisher(feed, home, url),
        "author": _authors(entry) or _authors(feed),
        "date_published": entry.get("date_published"),
        "date_modified": entry.get("date_modified"),
        "language": language_of(entry.get("language")) or language_of(feed.get("language")),
        "body": body,
        "tags": names(entry.get("tags")),
    }
    source_paths = {"headline": ("title",), "body": ("content_html" if markup and not text else "content_text",)}
    return Candidate(fields, source_paths, text_of(entry.get("id")), ("items", number))


def _publisher(feed: Mapping[str, object], home: str | None, url: str | None) -> dict[str, object] | None:
    name = text_of(feed.get("title")) or domain_of(home, url)
    return {"name": name, "url": home} if name else None


def _authors(value: Mapping[str, object]) -> list[str]:
    return [name for part in as_items(value.get("authors", value.get("author"))) for name in names(list(objects(part)))]
