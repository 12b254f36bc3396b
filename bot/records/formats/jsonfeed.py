"""JSON Feed 1.1 (and 1.0): each item is a record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from bot.records.coerce import as_items, language_of, names, objects, text_of, url_of
from bot.records.dates import DayOrder, date_of, day_order
from bot.records.errors import BadRecordError, excerpt
from bot.records.identity import domain_of
from bot.records.sharing import part_by_address
from bot.records.texts.html_text import one_line, plain_text
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
    order = day_order(entry.get(key) for entry in objects(entries) for key in ("date_published", "date_modified"))
    candidates = [_item(feed, entry, n, order) for n, entry in enumerate(entries) if isinstance(entry, Mapping)]
    articles = iter(part_by_address(candidates, url_of(feed.get("home_page_url"))))
    for number, entry in enumerate(entries):
        if isinstance(entry, Mapping):
            yield next(articles)
        else:
            yield BadRecordError(f"must be an object, not {excerpt(entry)}", ("items", number))


def _item(feed: Mapping[str, object], entry: Mapping[str, object], number: int, order: DayOrder | None) -> Candidate:
    home = url_of(feed.get("home_page_url"))
    url = _url(entry, home)
    text, markup = entry.get("content_text"), entry.get("content_html")
    body = text if text or not isinstance(markup, str) else plain_text(markup)
    title = entry.get("title")
    fields: dict[str, object] = {
        "url": url,
        "headline": one_line(title) if isinstance(title, str) else title,
        "publisher": _publisher(feed, home, url),
        "author": _authors(entry) or _authors(feed),
        "date_published": date_of(entry.get("date_published"), order),
        "date_modified": date_of(entry.get("date_modified"), order),
        "language": language_of(entry.get("language")) or language_of(feed.get("language")),
        "body": body,
        "tags": names(entry.get("tags")),
    }
    source_paths = {"headline": ("title",), "body": ("content_html" if markup and not text else "content_text",)}
    return Candidate(fields, source_paths, text_of(entry.get("id")), ("items", number))


def _url(entry: Mapping[str, object], home: str | None) -> str | None:
    """The item's address; where it has none, that of the page it tells of."""
    link = text_of(entry.get("url"))
    is_relative = home and link and ":" not in link.partition("/")[0]
    return url_of(urljoin(home or "", (link or "").strip()) if is_relative else link) or url_of(
        entry.get("external_url")
    )


def _publisher(feed: Mapping[str, object], home: str | None, url: str | None) -> dict[str, object] | None:
    name = text_of(feed.get("title")) or domain_of(home, url)
    return {"name": name, "url": home} if name else None


def _authors(value: Mapping[str, object]) -> list[str]:
    return [name for part in as_items(value.get("authors", value.get("author"))) for name in names(list(objects(part)))]
