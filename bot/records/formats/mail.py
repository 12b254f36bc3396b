"""Mails, such as newsletters and press releases: the sender is the publisher."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr
from typing import BinaryIO

from bot.errors import RecordError
from bot.records.errors import BadRecordError
from bot.records.texts.encoding import read_whole
from bot.records.texts.html_text import plain_text
from bot.records.texts.wrapping import join_wraps
from bot.records.validate import Candidate, Source, record_error, to_article
from digests.models import Article

_HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*+){2,}+\r?\n")
_SENDER = re.compile(rb"^From:", re.MULTILINE | re.IGNORECASE)
_SUBJECT = re.compile(rb"^(?:Subject|MIME-Version|Message-ID):", re.MULTILINE | re.IGNORECASE)


def is_mail(head: bytes) -> bool:
    """Whether a file begins with the headers of a mail."""
    headers = _HEADERS.match(head)
    return bool(headers and _SENDER.search(headers[0]) and _SUBJECT.search(headers[0]))


def read_mail(stream: BinaryIO, source: Source) -> Iterator[Article | RecordError]:
    """Read a mail as one article; of its parts the plain text counts, else the HTML."""
    message = BytesParser(policy=policy.default).parsebytes(read_whole(stream))
    try:
        yield to_article(_candidate(message, source), source)
    except BadRecordError as problem:
        yield record_error(problem, source, None)


def _candidate(message: EmailMessage, source: Source) -> Candidate:
    name, address = parseaddr(_header(message, "From"))
    fields: dict[str, object] = {
        "headline": " ".join(_header(message, "Subject").split())[:2_000],
        "date_published": _header(message, "Date") or None,
        "body": _body(message) or None,
    }
    if name or address:
        fields["publisher"] = {"name": (name or address)[:500], "domain": address.rpartition("@")[2].lower() or None}
    fields = {key: value for key, value in fields.items() if key not in source.defaults}
    return Candidate(
        fields, {"date_published": ("Date",), "publisher": ("From",)}, _header(message, "Message-ID") or None
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name) or "").replace("\0", "").encode(errors="replace").decode().strip()
    except (ValueError, IndexError, LookupError, AttributeError):  # what the standard parser gives up on
        return ""


def _body(message: EmailMessage) -> str:
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    try:
        text = str(part.get_content())
    except (LookupError, ValueError):
        payload = part.get_payload(decode=True)
        text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    text = text.encode(errors="replace").decode()
    return (
        plain_text(text) if part.get_content_subtype() == "html" else join_wraps(text.replace("\r\n", "\n")).strip("\n")
    )
