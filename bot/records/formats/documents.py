"""PDF files and Word documents (DOCX); their publisher and date are given beside them."""

from __future__ import annotations

import io
import logging
import re
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from bot.errors import RecordError
from bot.records.errors import BadRecordError, excerpt
from bot.records.texts.encoding import DOCUMENT_LIMIT, read_whole
from bot.records.texts.wrapping import join_wraps
from bot.records.validate import Candidate, Source, record_error, to_article
from digests.models import Article

_MOST_PAGES = 500
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CORE = "{http://purl.org/dc/elements/1.1/}"
_STRUCK = frozenset([f"{_WORD}strike", f"{_WORD}dstrike", f"{_WORD}vanish"])
_HYPHENATED = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def read_pdf(stream: BinaryIO, source: Source) -> Iterator[Article | RecordError]:
    """Read the text of a PDF as one article; one that only holds pictures of pages is told."""
    title, body = _pdf(read_whole(stream))
    if not body.strip():
        raise BadRecordError("is a PDF without text, as of a scanner; give it with text")
    yield from _one({"headline": title, "body": body}, source)


def read_docx(stream: BinaryIO, source: Source) -> Iterator[Article | RecordError]:
    """Read the text of a Word document as one article, without what is struck out, deleted or hidden."""
    try:
        with zipfile.ZipFile(io.BytesIO(read_whole(stream))) as archive:
            document = _part(archive, "word/document.xml")
            core = _part(archive, "docProps/core.xml") if "docProps/core.xml" in archive.namelist() else None
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError) as error:
        raise BadRecordError(f"is no sound Word document: {excerpt(str(error))}") from None
    paragraphs = [text for paragraph in document.iter(f"{_WORD}p") if (text := _paragraph(paragraph).strip())]
    title = core.findtext(f".//{_CORE}title") if core is not None else None
    yield from _one({"headline": title, "body": "\n".join(paragraphs) or None}, source)


def _one(fields: dict[str, Any], source: Source) -> Iterator[Article | RecordError]:
    fields = {name: value for name, value in fields.items() if value and name not in source.defaults}
    try:
        yield to_article(Candidate(fields), source)
    except BadRecordError as problem:
        hint = "; give --publisher" if problem.path[:1] == ("publisher",) else ""
        yield record_error(BadRecordError(problem.reason + hint, problem.path), source, None)


def _pdf(data: bytes) -> tuple[str, str]:
    """Title and text of a PDF."""
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - the extra `documents` may be missing
    except ImportError:
        raise BadRecordError("is a PDF; to read it, install the extra: pip install 'dateline[documents]'") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        pages = [page.extract_text() for page, _ in zip(reader.pages, range(_MOST_PAGES), strict=False)]
        title = str(reader.metadata.title or "") if reader.metadata else ""
    except Exception as error:  # noqa: BLE001  # a parser that breaks on a file means a bad file
        raise BadRecordError(f"is a PDF that cannot be read ({type(error).__name__}: {excerpt(str(error))})") from None
    text = "\n\n".join(join_wraps(_HYPHENATED.sub("", page)) for page in pages)
    return title.replace("\0", "")[:2_000], text.replace("\0", "").encode(errors="replace").decode()


def _part(archive: zipfile.ZipFile, name: str) -> Any:
    if archive.getinfo(name).file_size > DOCUMENT_LIMIT:
        raise BadRecordError(f"unpacks to more than {DOCUMENT_LIMIT >> 20} MB")
    try:
        return fromstring(archive.read(name))
    except (ParseError, DefusedXmlException) as error:
        raise BadRecordError(f"is no sound Word document: {type(error).__name__}") from None


def _paragraph(paragraph: Any) -> str:
    parts: list[str] = []
    for run in paragraph.iter(f"{_WORD}r"):
        style = run.find(f"{_WORD}rPr")
        if style is not None and any(mark.tag in _STRUCK for mark in style):
            continue
        parts += [piece.text or "" if piece.tag == f"{_WORD}t" else _gap(piece.tag) for piece in run]
    return "".join(parts)


def _gap(tag: str) -> str:
    return {f"{_WORD}tab": " ", f"{_WORD}br": "\n", f"{_WORD}cr": "\n"}.get(tag, "")
