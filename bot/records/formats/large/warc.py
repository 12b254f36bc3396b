"""WARC files, as web archives keep them: the articles of the pages that were fetched."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from bot.errors import RecordError
from bot.records.errors import BadRecordError, printable
from bot.records.formats.webpages import read_page
from bot.records.identity import domain_of
from bot.records.validate import Source, record_error
from digests.models import Article

_PAGES = ("text/html", "application/xhtml+xml")
_MOST_BYTES = 8 << 20  #: of a page


def read_warc(stream: BinaryIO, source: Source) -> Iterator[Article | RecordError]:
    """Read the articles of the pages in a WARC file, packed or not; what is no page is passed over."""
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - the extra `archive` may be missing
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 - as above
    except ModuleNotFoundError:
        raise BadRecordError("is a WARC file; to read it, install the extra: pip install 'dateline[archive]'") from None
    try:
        for record in ArchiveIterator(stream):
            if _is_page(record):
                yield from _page(record, source)
    except (ArchiveLoadFailed, EOFError, ValueError) as error:
        yield record_error(BadRecordError(f"is damaged or cut off: {printable(str(error))[:200]}"), source, None)


def _is_page(record: Any) -> bool:
    http = record.http_headers
    if record.rec_type != "response" or http is None or http.get_statuscode() != "200":
        return False
    return (http.get_header("Content-Type") or "").partition(";")[0].strip().lower() in _PAGES


def _page(record: Any, source: Source) -> Iterator[Article | RecordError]:
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    page = replace(source, name=f"{source.name} {address}", address=address, sites=_sites(address))
    content = record.content_stream().read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        yield record_error(BadRecordError(f"is longer than {_MOST_BYTES >> 20} MB"), page, None)
        return
    try:
        yield from read_page(io.BytesIO(content), page)
    except BadRecordError as problem:
        yield record_error(problem, page, problem.line)


def _sites(address: str) -> tuple[str, ...]:
    return tuple(filter(None, [domain_of(address)]))
