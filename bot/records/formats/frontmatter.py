"""Plain text with front matter: `key: value` lines between two lines of `---`, then the body.

The front matter is a small, strict part of YAML: texts, lists, and one level of names below a name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from bot.errors import RecordError
from bot.records.errors import BadRecordError, Path, excerpt
from bot.records.texts.encoding import decode, read_whole
from bot.records.texts.wrapping import join_wraps
from bot.records.validate import Candidate, Source, record_error, to_article
from digests.models import Article

_FENCE = re.compile(r"\s*^---[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
_CLOSING = re.compile(r"^---[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
_PAIR = re.compile(r"(?P<key>[A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_BLOCK_TEXT = re.compile(r"[|>][+-]?\d?")

_LONGEST_HEADLINE = 150
_NO_PUBLISHER = (
    'is missing; give --publisher NAME, or begin the file with three lines: "---", "publisher: NAME" and "---"'
)

_COMMAS = frozenset(["author", "tags", "keywords"])
_OBJECTS = frozenset(["derived_from", "corrections"])
_NUMBERS = frozenset(["version"])
_SWITCHES = {"zone_assumed": {"true": True, "false": False}}


def read_text(stream: BinaryIO, source: Source) -> Iterator[Article | RecordError]:
    """Read one article: front matter and body, or the body alone where the publisher is given."""
    header = _Header()
    try:
        text, doubt = decode(read_whole(stream))
        candidate = _described(_candidate(text, header), header, source)
        candidate = replace(candidate, doubts=(doubt,) if doubt else ())
        yield to_article(candidate, source)
    except BadRecordError as problem:
        if problem.path == ("publisher",) and not header.lines:
            problem = BadRecordError(_NO_PUBLISHER, problem.path)
        yield record_error(problem, source, problem.line or header.line_of(problem.path))


def _candidate(text: str, header: _Header) -> Candidate:
    fence = _FENCE.match(text)
    if fence is None:
        return Candidate({"headline": _first_line(text), "body": join_wraps(text)})
    closing = _CLOSING.search(text, fence.end())
    if closing is None:
        raise BadRecordError("the front matter has no closing line of ---", line=text.count("\n", 0, fence.end()))
    fields = header.read(text[fence.end() : closing.start()], 1 + text.count("\n", 0, fence.end()))
    body = text[closing.end() :]
    if body and any(name in fields for name in ("body", "text", "articleBody")):
        raise BadRecordError("stands in the front matter and below it; keep one", ("body",))
    return Candidate({**fields, "body": body} if body else fields)


def _described(candidate: Candidate, header: _Header, source: Source) -> Candidate:
    """The candidate; a headline that is given beside a text goes before its first line."""
    if header.lines or "headline" not in source.defaults:
        return candidate
    return Candidate({name: value for name, value in candidate.fields.items() if name != "headline"})


def _first_line(text: str) -> str | None:
    """The first line, where it seems to be a headline: short, without a full stop, and followed by the text."""
    first_line, _, rest = text.strip().partition("\n")
    first_line = first_line.strip()
    is_headline = rest.strip() and len(first_line) <= _LONGEST_HEADLINE and first_line[-1:] not in ".:;,…"
    return first_line.lstrip("# ") or None if is_headline else None


class _Header:
    """The fields of a front matter, and the line of each."""

    def __init__(self) -> None:
        self.lines: dict[Path, int] = {}
        self._number = 1
        self._fields: dict[str, Any] = {}
        self._key = ""  # the name whose list or names follow, indented

    def read(self, text: str, first_line: int) -> dict[str, Any]:
        """Read the lines between the fences."""
        for number, raw in enumerate(text.split("\n"), start=first_line):
            line = raw.rstrip(" \t\r")
            self._number = number
            if line and not line.lstrip().startswith("#"):
                self._read_line(line)
        return self._fields

    def line_of(self, path: Path) -> int:
        """The line of the file on which a field, or the nearest around it, stands."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def _read_line(self, line: str) -> None:
        content = line.lstrip(" ")
        if content == "-" or content.startswith("- "):
            self._add_item(content[1:].strip())
        elif len(content) < len(line):
            self._add_below(content)
        else:
            self._add_field(line)

    def _add_field(self, line: str) -> None:
        key, value = self._pair(line, ())
        self._note((key,))
        self._key = key
        self._fields[key] = self._value(key, value, (key,))

    def _add_item(self, text: str) -> None:
        items = self._open_container(list)
        path: Path = (self._key, len(items))
        self._note(path)
        if self._key in _OBJECTS and _PAIR.fullmatch(text):
            items.append({})
            self._add_below(text)
        else:
            items.append(self._scalar(text, path))

    def _add_below(self, line: str) -> None:
        """A name below a name, or below the last item of a list."""
        path: Path = (self._key,)
        target = self._open_container(dict)
        if isinstance(target, list):
            path, target = (self._key, len(target) - 1), target[-1]
        if not isinstance(target, dict):
            raise self._error(f"cannot stand below a text: {excerpt(line)}", path)
        key, value = self._pair(line, path)
        self._note((*path, key))
        target[key] = self._scalar(value, (*path, key))

    def _open_container(self, kind: type) -> Any:
        """What the last name without a value holds; made on the first use."""
        if not self._key:
            raise self._error("a name such as publisher: is missing before the first indented line", ())
        if self._fields[self._key] is None:
            self._fields[self._key] = kind()
        container = self._fields[self._key]
        if not isinstance(container, list | kind):
            raise self._error("has a value already; what is indented below it cannot be read", (self._key,))
        return container

    def _pair(self, line: str, path: Path) -> tuple[str, str]:
        match = _PAIR.fullmatch(line)
        if match is None:
            raise self._error(f"is not a line like headline: Some words, nor a list item: {excerpt(line)}", path)
        return match["key"], (match["value"] or "").strip()

    def _note(self, path: Path) -> None:
        if path in self.lines:
            first_line, self.lines[path] = self.lines[path], self._number
            raise self._error(f"stands twice, first on line {first_line}; keep one", path)
        self.lines[path] = self._number

    def _error(self, reason: str, path: Path) -> BadRecordError:
        self.lines[path] = self._number
        return BadRecordError(reason, path)

    def _value(self, key: str, text: str, path: Path) -> Any:
        if text.startswith("[") and text.endswith("]"):
            return [self._scalar(part.strip(), path) for part in text[1:-1].split(",") if part.strip()]
        if key in _COMMAS and not text.startswith(('"', "'")):
            return [part.strip() for part in text.split(",") if part.strip()] or None
        if key in _NUMBERS and re.fullmatch(r"-?[0-9]{1,9}", text):
            return int(text)
        return _SWITCHES.get(key, {}).get(text) if text in _SWITCHES.get(key, {}) else self._scalar(text, path)

    def _scalar(self, text: str, path: Path) -> str | None:
        if _BLOCK_TEXT.fullmatch(text) or text.startswith("{"):
            raise self._error("must stand on one line as plain text; the rest of YAML is not read", path)
        if text in {"", "~", "null"}:
            return None
        if text[0] in "\"'":
            return self._quoted(text, path)
        return text

    def _quoted(self, text: str, path: Path) -> str:
        if len(text) > 1 and text[0] == text[-1] == "'":
            return text[1:-1].replace("''", "'")
        try:
            value = json.loads(text)
        except ValueError:
            value = None
        if not isinstance(value, str):
            raise self._error(f"has a quotation mark that does not close, or text after it: {excerpt(text)}", path)
        return value
