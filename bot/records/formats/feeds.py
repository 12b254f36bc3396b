"""RSS and Atom feeds that lie in files; nothing here reads the network."""

from __future__ import annotations

import codecs
import io
import re
import time
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

import feedparser

from bot.errors import RecordError
from bot.records.coerce import language_of, text_of, url_of
from bot.records.dates import read_moment
from bot.records.encoding import bad_byte, read_whole
from bot.records.errors import BadRecordError, Path, excerpt
from bot.records.html_text import one_line, plain_text
from bot.records.identity import domain_of
from bot.records.validate import Candidate, Source, record_error, to_article
from digests.models import Article

_DECLARATION = re.compile(r"""\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]{1,40})["'][^>]*\?>|\s*<\?xml\b[^>]*\?>""")
_NOT_MARKUP = re.compile(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)", re.DOTALL)
_ROOT = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_ENTRY = re.compile(r"<(/?)(?:[A-Za-z_][\w.-]*:)?(item|entry)(?=[\s/>])", re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_ROOTS = frozenset(["rss", "feed", "rdf"])
_UTF_8 = {"content-type": "application/xml; charset=utf-8"}
_NAMES: dict[str, Path] = {
    "headline": ("title",),
    "body": ("content",),
    "date_published": ("published",),
    "date_modified": ("updated",),
}


class _Entry(NamedTuple):
    """Where an item stands, and whether its closing tag is there."""

    line: int
    closed: bool


def read_feed(stream: BinaryIO, source: Source) -> Iterator[Article | RecordError]:
    """Read the entries of a feed; one that is not well-formed is told, and read as far as it goes."""
    text = _decode(read_whole(stream))
    entries = _entries(text)
    feed = _parse(text)
    if feed.bozo:
        yield _malformed(_get(feed, "bozo_exception"), source)
    for entry, place in zip(feed.entries, _places(entries, len(feed.entries)), strict=True):
        yield _read_entry(feed.feed, entry, place, source)


def _malformed(error: Any, source: Source) -> RecordError:
    line = error.getLineNumber() if hasattr(error, "getLineNumber") else None
    reason = error.getMessage() if hasattr(error, "getMessage") else str(error)
    return record_error(
        BadRecordError(f"is not well-formed XML ({excerpt(reason)}); read as far as it goes"), source, line
    )


def _places(entries: list[_Entry], count: int) -> list[_Entry | None]:
    """Where each entry that the parser found stands; if it found others than we did, only a cut-off end is known."""
    if len(entries) == count:
        return [*entries]
    last = entries[-1] if entries and not entries[-1].closed else None
    return [*[None] * (count - 1), last][:count]


def _read_entry(feed: Any, entry: Any, place: _Entry | None, source: Source) -> Article | RecordError:
    line = place.line if place else None
    if place and not place.closed:
        return record_error(BadRecordError("the entry has no end; the file may be cut off"), source, line)
    try:
        return to_article(_candidate(feed, entry), source)
    except BadRecordError as problem:
        return record_error(problem, source, line)


# --- the document ---------------------------------------------------------------------------------------------


def _decode(data: bytes) -> str:
    """The feed as text, in the encoding that it declares, else UTF-8; it then declares UTF-8."""
    data = data.removeprefix(codecs.BOM_UTF8)
    encoding_match = _DECLARATION.match(data[:1024].decode("latin-1"))
    encoding = _known_encoding(encoding_match[1] if encoding_match and encoding_match[1] else "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        byte, line = error.start, 1 + data.count(b"\n", 0, error.start)
        message = f"byte {byte} is not {encoding}, though the file says so"
        raise BadRecordError(bad_byte(data[byte], byte) if encoding == "utf-8" else message, line=line) from None
    if "\0" in text:
        raise BadRecordError("holds a NUL character; it is no feed")
    declaration = _DECLARATION.match(text)
    end = declaration.end() if declaration else 0
    # The declaration must come first, and lines keep their numbers.
    lines = "\n" * text.count("\n", 0, end)
    return f"<?xml version='1.0' encoding='utf-8'?>{lines}{text[end:]}"


def _known_encoding(name: str) -> str:
    try:
        encoding = codecs.lookup(name).name
        # A text that was UTF-16 is UTF-8 by now, whatever it declares.
        return "utf-8" if encoding.startswith("utf-16") or "a".encode(encoding) != b"a" else encoding
    except (LookupError, TypeError, ValueError):
        raise BadRecordError(f"is in an encoding that is not known: {excerpt(name)}; save it as UTF-8") from None


def _entries(text: str) -> list[_Entry]:
    """Where the feed's entries stand; refuses what is no feed, and entities, which can be made to explode."""
    markup = _NOT_MARKUP.sub(lambda match: "\n" * match[0].count("\n"), text)
    if _ENTITY.search(markup):
        raise BadRecordError("declares XML entities, which are not read; write the characters themselves")
    root = _ROOT.search(markup)
    if root is None or root[2].lower() not in _ROOTS:
        raise BadRecordError(f"is no feed: RSS or Atom is expected, not {excerpt(root[0]) if root else 'no element'}")
    entries: list[_Entry] = []
    line, position = 1, 0
    for match in _ENTRY.finditer(markup):
        line += markup.count("\n", position, match.start())
        position = match.start()
        if not match[1]:
            entries.append(_Entry(line, closed=False))
        elif entries:
            entries[-1] = entries[-1]._replace(closed=True)
    return entries


def _parse(text: str) -> Any:
    """Hand the text to feedparser as bytes; a text could be taken for an address."""
    try:
        return feedparser.parse(
            io.BytesIO(text.encode()), response_headers=_UTF_8, resolve_relative_uris=False, sanitize_html=False
        )
    except Exception as error:  # noqa: BLE001  # a parser that breaks on a file means a bad file
        raise BadRecordError(f"cannot be read as a feed ({type(error).__name__})") from None


# --- an entry -------------------------------------------------------------------------------------------------


def _get(value: Any, key: str) -> Any:
    # The parser's own look-up gives other fields in place of missing ones.
    return dict.get(value, key) if isinstance(value, dict) else None


def _candidate(feed: Any, entry: Any) -> Candidate:
    url = url_of(_get(entry, "link"))
    fields: dict[str, object] = {
        "url": url,
        "headline": one_line(_get(entry, "title") or ""),
        "publisher": _publisher(feed, entry, url),
        "author": _authors(entry),
        "date_published": _date(entry, "published") or _date(entry, "updated"),
        "date_modified": _date(entry, "updated"),
        "language": language_of(_get(entry, "language")) or language_of(_get(feed, "language")),
        "body": _body(entry) or None,
        "derived_from": _derivation(entry),
        "tags": [tag for item in _get(entry, "tags") or () if (tag := text_of(_get(item, "term")))],
        "rights": text_of(_get(entry, "rights")) or text_of(_get(feed, "rights")),
    }
    return Candidate(fields, _NAMES, text_of(_get(entry, "id")))


def _date(entry: Any, key: str) -> str | None:
    """A date as written; in the parser's reading where it knows a way of writing that we do not."""
    date_text, date_tuple = text_of(_get(entry, key)), _get(entry, f"{key}_parsed")
    try:
        read_moment(date_text)
    except ValueError:
        return time.strftime("%Y-%m-%dT%H:%M:%S", date_tuple) if date_tuple else date_text
    return date_text


def _body(entry: Any) -> str:
    """The full content where there is one, else the summary."""
    parts = [*(_get(entry, "content") or ()), _get(entry, "summary_detail") or {}]
    texts = [(_get(part, "type"), text) for part in parts if (text := text_of(_get(part, "value")))]
    return next((text if kind == "text/plain" else plain_text(text) for kind, text in texts), "")


def _publisher(feed: Any, entry: Any, url: str | None) -> dict[str, object] | None:
    home = url_of(_get(feed, "link"))
    source_title = text_of(_get(_get(entry, "source"), "title"))
    name = one_line(_get(feed, "title") or "") or source_title or domain_of(home, url)
    return {"name": name[:500], "url": home} if name else None


def _authors(entry: Any) -> list[str]:
    names = [name for part in _get(entry, "authors") or () if (name := text_of(_get(part, "name")))]
    return names or [name for name in [text_of(_get(entry, "author"))] if name]


def _derivation(entry: Any) -> list[dict[str, object]]:
    """The feed that an entry was copied from."""
    origin = _get(entry, "source")
    url = url_of(_get(origin, "href")) or url_of(_get(origin, "link")) or url_of(_get(origin, "id"))
    name = one_line(_get(origin, "title") or "") or domain_of(url)
    return [{"name": name[:500], "url": url, "relation": "reprint"}] if name else []
