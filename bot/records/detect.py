"""Telling what a file is: by its first bytes, and by its name's ending where they say too little."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from bot.errors import RecordError
from bot.records.archives import is_document
from bot.records.errors import BadRecordError
from bot.records.formats.documents import read_docx, read_pdf
from bot.records.formats.feeds import read_feed
from bot.records.formats.frontmatter import read_text
from bot.records.formats.json_positions import load
from bot.records.formats.json_records import read_json, read_json_lines
from bot.records.formats.large.parquet import read_parquet
from bot.records.formats.large.warc import read_warc
from bot.records.formats.mail import is_mail, read_mail
from bot.records.formats.opml import read_opml
from bot.records.formats.tables import is_table, read_table
from bot.records.formats.webpages import read_page
from bot.records.validate import Source
from digests.models import Article

Reader = Callable[[BinaryIO, Source], Iterator[Article | RecordError]]

#: The endings of record files' names, and what they hold where the content does not tell.
ENDINGS: dict[str, Reader] = {
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".jsonld": read_json,
    ".txt": read_text,
    ".md": read_text,
    ".xml": read_feed,
    ".rss": read_feed,
    ".atom": read_feed,
    ".html": read_page,
    ".htm": read_page,
    ".xhtml": read_page,
    ".csv": read_table,
    ".tsv": read_table,
    ".eml": read_mail,
    ".opml": read_opml,
    ".pdf": read_pdf,
    ".docx": read_docx,
}
#: The endings of large files of records, which are read as they lie, packed or not.
LARGE: dict[str, Reader] = {".warc": read_warc, ".warc.gz": read_warc, ".parquet": read_parquet}
#: The endings of what is packed.
PACKED = (".gz", ".zip")

_JSON_LIST = re.compile(rb"\[\s*(?:[{\]]|\Z)")
_JSON_OBJECT = re.compile(rb"\{\s*(?:[\"}]|\Z)")
_MARKUP = re.compile(rb"<[?!A-Za-z]")
_HTML = re.compile(rb"(?:<\?.*?\?>|<!--.*?-->|\s)*+<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_OPML = re.compile(rb"(?:<\?.*?\?>|<!--.*?-->|\s)*+<opml\b", re.IGNORECASE | re.DOTALL)
_BEGINNINGS: dict[re.Pattern[bytes], Reader] = {re.compile(rb"---"): read_text, _HTML: read_page, _OPML: read_opml}
_BINARY = {
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}


def tell_format(head: bytes, ending: str) -> Reader:
    """The reader for a file that begins so.

    Raises:
        BadRecordError: the file is plainly no record.
    """
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        raise BadRecordError("is empty")
    for mark, kind in _BINARY.items():
        if start.startswith(mark):
            raise BadRecordError(f"is {kind}; records are texts, pages, feeds, tables, mails or documents")
    if start.startswith(b"%PDF") or is_document(start):
        return read_pdf if start.startswith(b"%PDF") else read_docx
    reader = _by_content(start, ending) or ENDINGS.get(ending, read_text)
    if b"\0" in (head[:4] if reader in {read_json, read_json_lines} else head):
        raise BadRecordError(f"holds a NUL at byte {head.index(0)}; it is no text, or must be saved as UTF-8")
    return reader


def _by_content(start: bytes, ending: str) -> Reader | None:
    plain_mark = next((reader for pattern, reader in _BEGINNINGS.items() if pattern.match(start)), None)
    if plain_mark:
        return plain_mark
    if _JSON_LIST.match(start) or isinstance(_value(start), list):
        return read_json
    if _JSON_OBJECT.match(start) or (ENDINGS.get(ending) is not read_text and _has_json_line(start)):
        return read_json_lines if _is_lines(start, ending) else read_json
    if _MARKUP.match(start) and ENDINGS.get(ending) not in {read_text, read_page, read_opml}:
        return read_feed
    if is_mail(start):
        return read_mail
    return read_table if is_table(start[:4_096].decode(errors="replace")) else None


def _lines(start: bytes) -> list[bytes]:
    return [line.strip() for line in start.split(b"\n") if line.strip()]


def _has_json_line(start: bytes) -> bool:
    """Whether one of the first lines is a JSON object, though the file does not begin with one."""
    return any(line.startswith(b"{") and _is_json(line) for line in _lines(start)[:20])


def _is_lines(start: bytes, ending: str) -> bool:
    """Whether objects stand one a line."""
    first_line, *other_lines = _lines(start)
    named_so = ENDINGS.get(ending) is read_json_lines
    if not other_lines or _laid_out(first_line, other_lines[0]):
        return named_so and not other_lines
    return named_so or _is_json(first_line) or _has_json_line(b"\n".join(other_lines))


def _laid_out(first_line: bytes, second_line: bytes) -> bool:
    """Whether one object seems to go on from its first line to its second."""
    if first_line.endswith(b"[") and second_line.startswith(b"{"):
        return True
    return first_line.endswith((b"{", b",", b"[", b":")) and second_line.startswith((b'"', b"}", b"]"))


def _is_json(line: bytes) -> bool:
    return isinstance(_value(line), dict)


def _value(text: bytes) -> object:
    """The JSON list or object that a text is; None if it is none."""
    try:
        value = load(text.decode()) if text[:1] in {b"{", b"["} else None
    except (BadRecordError, UnicodeDecodeError):
        return None
    return value if isinstance(value, list | dict) else None
