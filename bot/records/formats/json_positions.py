"""JSON read strictly, and a map of where each value stands in the text, which the standard reader does not give."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NoReturn

from bot.records.errors import BadRecordError, Path, excerpt
from bot.records.formats.json_syntax import syntax_reason

#: How many structurally broken records of one document are told before the rest is given up.
_MAX_BROKEN = 100

_STRING = r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"?'
_BRACKETS = re.compile(_STRING + r"|[{}\[\]]")
_TOKENS = re.compile(
    rf"(?P<key>{_STRING})\s*:|{_STRING}|(?P<open>[\[{{])|(?P<close>[\]}}])|(?P<comma>,)|[^\s\"{{}}\[\],:]+"
)
_SPACE = re.compile(r"[ \t\r\n]*")
_SCALAR = re.compile(_STRING + r"|[^\s,\]\[{}]+")
_GAP = re.compile(r"[}\]]\s*,\s*(?=\{)")
_RECORD_FIELD = re.compile(r"\"(?:publisher|headline|body|articleBody)\"\s*:")


class _DuplicateError(ValueError):
    """A name stands twice in one object."""


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise _DuplicateError
    return fields


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON; write a number, or leave the field out")


#: How deep our own fields lie, as in `derived_from[0].name`.
_DEEPEST = 3

_DECODER = json.JSONDecoder(object_pairs_hook=_pairs, parse_constant=_no_constant)


def load(text: str) -> Any:
    """Read one JSON value strictly.

    Raises:
        BadRecordError: what is wrong, and at which character.
    """
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise BadRecordError(syntax_reason(error, text), index=min(error.pos, len(text.rstrip()))) from None
    except _DuplicateError:
        path, index = Positions(text).first_duplicate()
        if len(path) > _DEEPEST:  # parts of other formats that we do not read
            return json.loads(text)
        raise BadRecordError("stands twice in the record; keep one", path, index=index) from None
    except RecursionError:
        raise BadRecordError("brackets are nested too deep; a record needs three levels at most") from None
    except ValueError as error:
        reason = str(error) if "JSON" in str(error) else "a number has too many digits"
        raise BadRecordError(reason) from None


# --- where values stand ---------------------------------------------------------------------------------------


def _walk(text: str) -> Iterator[tuple[Path, int]]:
    """The path of each value of a JSON text and where it (in an object: its name) begins."""
    stack: list[str | int] = []
    for match in _TOKENS.finditer(text):
        opening, closing, comma = match["open"], match["close"], match["comma"]
        in_list = bool(stack) and isinstance(stack[-1], int)
        if closing:
            stack = stack[:-1]
        elif comma and in_list:
            stack[-1] = int(stack[-1]) + 1
        elif match["key"]:
            stack[-1:] = [_unquoted(match["key"])]
            yield tuple(stack), match.start()
        elif in_list:
            yield tuple(stack), match.start()
        if opening:
            stack.append("" if opening == "{" else 0)


def _unquoted(token: str) -> str:
    try:
        return str(json.loads(token))
    except ValueError:
        return token.strip('"')


@dataclass(frozen=True)
class Positions:
    """Where the values of a JSON text stand."""

    text: str

    @cached_property
    def _index(self) -> dict[Path, int]:
        return dict(reversed(list(_walk(self.text))))

    def find(self, path: Path) -> int:
        """Where a value begins; if there is none, where the nearest one around it does."""
        while path and path not in self._index:
            path = path[:-1]
        return self._index[path] if path else 0

    def first_duplicate(self) -> tuple[Path, int]:
        """The first path that comes a second time, one of our own fields before one that lies deeper."""
        paths: set[Path] = set()
        deeper: tuple[Path, int] = ((), 0)
        for path, index in _walk(self.text):
            if path in paths and len(path) <= _DEEPEST:
                return path, index
            if path in paths:
                deeper = path, index
            paths.add(path)
        return deeper


# --- a document of several records ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Piece:
    """One record of a document: where it begins, its text, and its value or what is wrong with it."""

    start: int
    text: str
    value: Any = None
    problem: BadRecordError | None = None


def parse(text: str, start: int = 0) -> Piece:
    """Read the text of one record."""
    try:
        return Piece(start, text, load(text))
    except BadRecordError as problem:
        return Piece(start, text, problem=problem)


def split(text: str) -> Iterator[Piece]:
    """The records of a JSON document: a list, or objects one after another.

    A record whose brackets do not match ends where the next one seems to begin, so that the others are still read.
    """
    start = _skip(text, 0)
    in_list = text.startswith("[", start)
    index = _skip(text, start + 1) if in_list else start
    broken_count = 0
    while index < len(text) and not (in_list and text[index] == "]"):
        piece, complete = _piece(text, index)
        yield piece
        broken_count += not complete
        if broken_count > _MAX_BROKEN:
            yield _problem_piece(index, "too many broken records; the rest of the file was not read")
            return
        index, reason = _find_next(text, index + len(piece.text), in_list=in_list)
        if reason and complete:
            yield _problem_piece(index, reason)
    yield from _check_end(text, index, in_list=in_list)


def _problem_piece(index: int, reason: str) -> Piece:
    return Piece(index, "", problem=BadRecordError(reason))


def _skip(text: str, index: int) -> int:
    match = _SPACE.match(text, index)
    return match.end() if match else index


def _piece(text: str, start: int) -> tuple[Piece, bool]:
    """The record that begins here, and whether its brackets match."""
    if text[start] not in "{[":
        match = _SCALAR.match(text, start)
        return parse(match[0] if match else text[start], start), True
    end = _bracket_end(text, start)
    piece = parse(text[start:end], start)
    restart = _restart(text, start, end or len(text)) if piece.problem else None
    return (parse(text[start:restart], start), False) if restart else (piece, end is not None)


def _bracket_end(text: str, start: int) -> int | None:
    depth = 0
    for match in _BRACKETS.finditer(text, start):
        if match[0] in "{[":
            depth += 1
        elif match[0] in "}]":
            depth -= 1
            if depth == 0:
                return match.end()
    return None


def _restart(text: str, start: int, end: int) -> int | None:
    """Where the next record begins inside a broken one: at the same indentation, or after `},` on one line."""
    margin = text[text.rfind("\n", 0, start) + 1 : start]
    if not margin.strip():
        place = text.find(f"\n{margin}{{", start, end)
        return place + 1 + len(margin) if place >= 0 else None
    gaps = [(match.start(), match.end()) for match in _GAP.finditer(text, start, end)]
    for (_, begin), (stop, _) in itertools.zip_longest(gaps, gaps[1:], fillvalue=(end, end)):
        if _RECORD_FIELD.search(text, begin, stop):
            return begin
    return None


def _find_next(text: str, end: int, *, in_list: bool) -> tuple[int, str | None]:
    """Where the next record begins, and what is wrong with what stands between."""
    index = _skip(text, end)
    commas = 0
    while text.startswith(",", index):
        commas += 1
        index = _skip(text, index + 1)
    if index >= len(text):
        return index, None
    expected = int(in_list and text[index] != "]")
    if commas == expected:
        return index, None
    return index, "is not JSON: " + ("a comma is missing before this" if commas < expected else "one comma too many")


def _check_end(text: str, index: int, *, in_list: bool) -> Iterator[Piece]:
    if in_list and index >= len(text):
        yield _problem_piece(index, "is not complete JSON: the list has no closing ]; the file may be cut off")
    elif in_list and (rest := text[index + 1 :].strip()):
        yield _problem_piece(_skip(text, index + 1), f"there is more text after the list: {excerpt(rest[:80])}")
