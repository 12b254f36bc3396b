"""From bytes to text: byte-order marks, UTF-8 and UTF-16, and where a byte is wrong."""

from __future__ import annotations

import codecs
import io
import re
from typing import BinaryIO

from bot.records.errors import BadRecordError

#: The most bytes of a file that is read as a whole; JSON Lines may be longer.
DOCUMENT_LIMIT = 64 * 1024 * 1024

#: The most bytes of a text that may be wrong, as a part of it; more of them mean another encoding.
MOST_BAD = 0.04

#: What is left of a byte that is not UTF-8 when a whole document is decoded.
ESCAPED = re.compile(r"[\udc80-\udcff]")

_ESCAPE = 0xDC00
_HEAD = 64 * 1024
_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes have been read already, and are read again."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # Buffer is new in 3.12
        size = len(buffer)
        chunk, self._head = self._head[:size], self._head[size:]
        chunk = chunk or self._rest.read(size) or b""
        buffer[: len(chunk)] = chunk
        return len(chunk)


def open_utf_8(rest: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and a stream of it all; UTF-16 with a byte-order mark comes as UTF-8."""
    head = rest.read(_HEAD) or b""
    if head.startswith(_UTF_32):
        raise BadRecordError("is written in UTF-32; save it as UTF-8")
    stream = io.BufferedReader(_Rejoined(head, rest))
    for byte_order_mark, encoding in _UTF_16.items():
        if head.startswith(byte_order_mark):
            data = _from_utf_16(read_whole(stream), encoding).encode()
            return data[:_HEAD], io.BytesIO(data)
    return head, stream


def _from_utf_16(data: bytes, encoding: str) -> str:
    try:
        return data[2:].decode(encoding)
    except UnicodeDecodeError as error:
        raise BadRecordError(f"is not UTF-16 text at byte {error.start + 2}; save it as UTF-8") from None


def read_whole(stream: BinaryIO) -> bytes:
    """All bytes of a stream, up to the limit."""
    data = stream.read(DOCUMENT_LIMIT + 1)
    if len(data) > DOCUMENT_LIMIT:
        raise BadRecordError(f"is larger than {DOCUMENT_LIMIT >> 20} MB; write one record a line (JSON Lines) instead")
    return data


def decode(data: bytes, *, first_byte: int = 0) -> tuple[str, str | None]:
    """UTF-8 as text without a byte-order mark, and what was wrong with it: a byte or two are read as Windows-1252.

    Raises:
        BadRecordError: so many bytes are wrong that it is another encoding; says where the first one stands.
    """
    try:
        return data.decode().removeprefix("\ufeff"), None
    except UnicodeDecodeError as error:
        text = data.decode(errors="surrogateescape").removeprefix("\ufeff")
        start = error.start
    try:
        mended, doubt = mend(text, first_byte + start)
    except BadRecordError as problem:
        raise BadRecordError(problem.reason, line=1 + data.count(b"\n", 0, start)) from None
    return mended, doubt


def mend(text: str, offset: int) -> tuple[str, str]:
    """A text in which wrong bytes stand as half characters, with what they seem to mean, and the doubt about that.

    offset: where in the file the first of them stands.
    """
    wrong = ESCAPED.findall(text)
    byte = ord(wrong[0]) - _ESCAPE
    if len(wrong) > max(MOST_BAD * len(text), 1):
        raise BadRecordError(bad_byte(byte, offset))
    letter = _windows(byte)
    others = f", and {len(wrong) - 1} more" if len(wrong) > 1 else ""
    doubt = f"byte {offset} (0x{byte:02x}) is not UTF-8; read as “{letter}”{others}"
    return ESCAPED.sub(lambda match: _windows(ord(match[0]) - _ESCAPE), text), doubt


def _windows(byte: int) -> str:
    return bytes([byte]).decode("cp1252", errors="replace")


def bad_byte(value: int, offset: int) -> str:
    """What to say of a byte that is not UTF-8."""
    return f"byte {offset} (0x{value:02x}) is not UTF-8; save the file as UTF-8"
