"""RSS and Atom feeds that lie in files; nothing here reads the network."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO, NamedTuple

import feedparser

from bot.errors import RecordError
from bot.records.errors import BadRecordError, excerpt
from bot.records.formats.feed_entries import home_of, read_entries
from bot.records.sharing import part_by_address
from bot.records.texts.encoding import MOST_BAD, decode, read_whole
from bot.records.validate import Candidate, Source, record_error, to_article
from digests.models import Article

_DECLARATION = re.compile(r"""\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]{1,40})["'][^>]*\?>|\s*<\?xml\b[^>]*\?>""")
_NOT_MARKUP = re.compile(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)", re.DOTALL)
_ROOT = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_ENTRY = re.compile(r"<(/?)(?:[A-Za-z_][\w.-]*:)?(item|entry)(?=[\s/>])", re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
#: Characters that XML forbids, and that would end its reading.
_UNFIT = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ROOTS = frozenset(["rss", "feed", "rdf"])
_UTF_8 = {"content-type": "application/xml; charset=utf-8"}


class _Entry(NamedTuple):
    """Where an item stands, and whether its closing tag is there."""

    line: int
    closed: bool


def read_feed(stream: BinaryIO, source: Source) -> Iterator[Article | RecordError]:
    """Read the entries of a feed; one that is not well-formed is told, and read as far as it goes."""
    text, doubt = _decode(read_whole(stream))
    entries = _entries(text)
    feed = _parse(text)
    if feed.bozo:
        yield _malformed(feed.get("bozo_exception"), source)
    candidates = part_by_address(read_entries(feed.feed, feed.entries), home_of(feed.feed))
    for candidate, place in zip(candidates, _places(entries, len(feed.entries)), strict=True):
        yield _read_entry(replace(candidate, doubts=(doubt,)) if doubt else candidate, place, source)


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


def _read_entry(candidate: Candidate, place: _Entry | None, source: Source) -> Article | RecordError:
    line = place.line if place else None
    if place and not place.closed:
        return record_error(BadRecordError("the entry has no end; the file may be cut off"), source, line)
    try:
        return to_article(candidate, source)
    except BadRecordError as problem:
        return record_error(problem, source, line)


# --- the document ---------------------------------------------------------------------------------------------


def _decode(data: bytes) -> tuple[str, str | None]:
    """The feed as text, in the encoding that it declares, else UTF-8, and what was unsure; it then declares UTF-8."""
    data = data.removeprefix(codecs.BOM_UTF8)
    encoding_match = _DECLARATION.match(data[:1024].decode("latin-1"))
    encoding = _known_encoding(encoding_match[1] if encoding_match and encoding_match[1] else "utf-8")
    text, doubt = _in_encoding(data, encoding)
    if "\0" in text:
        raise BadRecordError("holds a NUL character; it is no feed")
    declaration = _DECLARATION.match(text)
    end = declaration.end() if declaration else 0
    # The declaration must come first, and lines keep their numbers.
    lines = "\n" * text.count("\n", 0, end)
    return f"<?xml version='1.0' encoding='utf-8'?>{lines}{_UNFIT.sub('', text[end:])}", doubt


def _in_encoding(data: bytes, encoding: str) -> tuple[str, str | None]:
    if encoding == "utf-8":
        return decode(data)
    try:
        return data.decode(encoding), None
    except UnicodeDecodeError as error:
        line = 1 + data.count(b"\n", 0, error.start)
        reason = f"byte {error.start} is not {encoding}, though the file says so"
        text = data.decode(encoding, errors="replace")
        if text.count("\ufffd") > MOST_BAD * len(text):
            raise BadRecordError(reason, line=line) from None
        return text, f"{reason}; read as “\ufffd”"


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
