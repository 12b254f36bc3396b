"""Records in JSON: one object, a list, objects one after another, or one a line (JSON Lines)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import BinaryIO

from bot.errors import RecordError
from bot.records.errors import BadRecordError, Path
from bot.records.formats.dialects import candidates
from bot.records.formats.json_positions import Piece, Positions, parse, split
from bot.records.texts.encoding import ESCAPED, decode, mend, read_whole
from bot.records.validate import Candidate, Source, record_error, to_article
from digests.models import Article

#: The most bytes of one line of JSON Lines.
LINE_LIMIT = 8 * 1024 * 1024


def read_json(stream: BinaryIO, source: Source) -> Iterator[Article | RecordError]:
    """Read a JSON document; a record that cannot be read does not stop the others."""
    data = read_whole(stream)
    text = data.decode(errors="surrogateescape").removeprefix("\ufeff")
    cursor = _Cursor(text, len(data) - len(text.encode(errors="surrogateescape")))
    for piece in split(text):
        line, byte = cursor.locate(piece.start)
        match = ESCAPED.search(piece.text)
        if match is None:
            yield from _articles(piece, line, source)
            continue
        try:
            mended, doubt = mend(piece.text, byte + len(piece.text[: match.start()].encode()))
        except BadRecordError as problem:
            yield _Lines(piece.text, line, source).error(BadRecordError(problem.reason, index=match.start()))
        else:
            yield from _articles(parse(mended, piece.start), line, source, doubt)


def read_json_lines(stream: BinaryIO, source: Source) -> Iterator[Article | RecordError]:
    """Read JSON Lines, holding one line at a time; blank lines are passed over."""
    byte = 0
    for number, data in enumerate(iter(lambda: stream.readline(LINE_LIMIT + 1), b""), start=1):
        if len(data) > LINE_LIMIT and not data.endswith(b"\n"):
            byte += len(data) + _skip_line(stream)
            problem = BadRecordError(f"the line is longer than {LINE_LIMIT >> 20} MB; give one article a line")
            yield record_error(problem, source, number)
            continue
        try:
            text, doubt = decode(data, first_byte=byte)
            text = text.strip(" \t\r\n")
        except BadRecordError as problem:
            yield record_error(problem, source, number)
        else:
            if text:
                yield from _articles(parse(text), number, source, doubt)
        byte += len(data)


def _skip_line(stream: BinaryIO) -> int:
    length = 0
    for chunk in iter(lambda: stream.readline(1 << 20), b""):
        length += len(chunk)
        if chunk.endswith(b"\n"):
            break
    return length


def _articles(piece: Piece, line: int, source: Source, doubt: str | None = None) -> Iterator[Article | RecordError]:
    lines = _Lines(piece.text, line, source)
    if piece.problem:
        yield lines.error(piece.problem)
        return
    for candidate in candidates(piece.value):
        try:
            yield _article(candidate, source, doubt)
        except BadRecordError as problem:
            yield lines.error(problem)


def _article(candidate: Candidate | BadRecordError, source: Source, doubt: str | None) -> Article:
    if isinstance(candidate, BadRecordError):
        raise candidate
    return to_article(replace(candidate, doubts=(*candidate.doubts, doubt)) if doubt else candidate, source)


class _Cursor:
    """Lines and bytes of a text, counted while going forward."""

    def __init__(self, text: str, first_byte: int) -> None:
        self._text, self._index, self._line, self._byte = text, 0, 1, first_byte

    def locate(self, index: int) -> tuple[int, int]:
        """The line and the byte at which a character stands; it never lies before the last one asked for."""
        skipped_text = self._text[self._index : index]
        self._line += skipped_text.count("\n")
        self._byte += len(skipped_text.encode(errors="surrogateescape"))
        self._index = index
        return self._line, self._byte


class _Lines:
    """Says of a problem in a record on which line of the file it stands."""

    def __init__(self, text: str, line: int, source: Source) -> None:
        self._text, self._line, self._source = text, line, source

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self._text)

    def error(self, problem: BadRecordError) -> RecordError:
        """The error that an operator sees."""
        index = problem.index if problem.index is not None else self._find(problem.path)
        return record_error(problem, self._source, self._line + self._text.count("\n", 0, index))

    def _find(self, path: Path) -> int:
        return self._positions.find(path) if path else 0
