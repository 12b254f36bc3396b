"""Articles annotated in the text itself, by marks for who says what, and the reader of those marks.

A file is front matter (`key: value` lines up to an empty one) and a body with marks such as

    [s1=mv Mara Voss] [c1 said] [t1 that the port was open]

`s`, `c` and `t` stand for source, cue and content; marks of one number are one attribution, and a role may have
several fragments. `s1+2` belongs to two attributions. `c1:denial` gives the kind (saying unless given). `s1=mv` gives
the claimant by a short name from the `who` line (`mv=Mara Voss; hb=Harbour Board|board`, where `|` parts names that
will do), and `s1=?` a claimant whom the text does not name. `ns3`, `nc3`, `nt3` mark an attribution inside another's
content. Marks may hold marks; a backslash stands before a bracket that is text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, get_args

from digests.models import Attribution, Kind, Span

UNNAMED: Final = "?"  #: stands for a claimant whom the text does not name

_MARK = re.compile(r"\[(?P<nested>n?)(?P<role>[sct])(?P<ids>\d+(?:\+\d+)*)(?::(?P<kind>\w+))?(?:=(?P<who>\w+|\?))?\s")
_PIECE = re.compile(rf"{_MARK.pattern}|\\(?P<literal>[\[\]\\])|(?P<end>\])|(?P<stray>[\[\\])")
_ROLES: Final = {"s": "source", "c": "cue", "t": "content"}


class MarkError(ValueError):
    """A marked text that cannot be read; says where and why."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks, and what they said."""

    text: str
    attributions: tuple[Attribution, ...]
    claimants: tuple[
        tuple[str, ...], ...
    ]  #: of each attribution: the names that will do; `UNNAMED` where nobody is named


@dataclass(frozen=True, slots=True)
class MarkedFile:
    """A marked text with what its front matter says."""

    fields: Mapping[str, str]
    marked: Marked


@dataclass(slots=True)
class _Open:
    """A mark whose end has not come yet."""

    match: re.Match[str]
    start: int


@dataclass(slots=True)
class _Gathered:
    """The marks of one number."""

    spans: dict[str, list[Span]] = field(default_factory=lambda: {role: [] for role in _ROLES.values()})
    nested: set[bool] = field(default_factory=set)
    kind: str | None = None
    who: str | None = None

    def add(self, mark: re.Match[str], span: Span) -> None:
        """Take one closed mark."""
        self.spans[_ROLES[mark["role"]]].append(span)
        self.nested.add(bool(mark["nested"]))
        for name in ("kind", "who"):
            given, known = mark[name], getattr(self, name)
            if given and known and given != known:
                raise MarkError(f"{mark.group()}… says {given} where another mark of its number says {known}")
            if given:
                setattr(self, name, given)


def read_marked(marked: str, who: Mapping[str, str] | None = None) -> Marked:
    """Read a marked text: the plain text and the attributions with offsets into it, in order of content.

    Args:
        marked: The text with its marks.
        who: Names by the short names that marks use.

    Raises:
        MarkError: A mark is open at the end, closed twice, unknown, contradicts another or has no content.
    """
    text, gathered = _strip(marked)
    pairs = [_finish(number, one, who or {}) for number, one in gathered.items()]
    pairs.sort(key=lambda pair: (pair[0].content, pair[0].cue, pair[0].source))
    return Marked(text, tuple(a for a, _ in pairs), tuple(c for _, c in pairs))


def read_marked_file(name: str, written: str) -> MarkedFile:
    """Read what stands in a file: front matter, an empty line, and a marked text.

    Args:
        name: The file's name, for errors.
        written: What stands in it.

    Raises:
        MarkError: As `read_marked`, or no empty line ends the front matter.
    """
    head, gap, body = written.partition("\n\n")
    try:
        fields = dict(_pair(line, ":") for line in head.splitlines())
        names = dict(_pair(entry, "=") for entry in fields.get("who", "").split(";") if entry.strip())
        marked = read_marked(body.strip("\n"), names)
    except MarkError as error:
        raise MarkError(f"{name}: {error}") from None
    if not gap:
        raise MarkError(f"{name}: no empty line ends the front matter")
    return MarkedFile(fields, marked)


def _strip(marked: str) -> tuple[str, dict[int, _Gathered]]:
    """The text without marks, and the marks by number."""
    out: list[str] = []
    length = last = 0
    opened: list[_Open] = []
    gathered: dict[int, _Gathered] = {}
    for piece in _PIECE.finditer(marked):
        kept = marked[last : piece.start()] + (piece["literal"] or "")
        out.append(kept)
        length += len(kept)
        last = piece.end()
        if piece["role"]:
            opened.append(_Open(piece, length))
        elif piece["stray"]:
            raise MarkError(f"no mark: {marked[piece.start() : piece.start() + 30]!r}")
        elif piece["end"]:
            _close(opened, gathered, length)
    if opened:
        raise MarkError(f"never closed: {opened[-1].match.group()}…")
    return "".join([*out, marked[last:]]), gathered


def _close(opened: list[_Open], gathered: dict[int, _Gathered], end: int) -> None:
    if not opened:
        raise MarkError(f"a bracket closes nothing at character {end} of the text")
    mark = opened.pop()
    if mark.start == end:
        raise MarkError(f"an empty mark: {mark.match.group()}")
    for number in map(int, mark.match["ids"].split("+")):
        gathered.setdefault(number, _Gathered()).add(mark.match, (mark.start, end))


def _finish(number: int, one: _Gathered, who: Mapping[str, str]) -> tuple[Attribution, tuple[str, ...]]:
    kind = one.kind or "saying"
    kinds: dict[str, Kind] = {known: known for known in get_args(Kind)}
    if not one.spans["content"]:
        raise MarkError(f"attribution {number} has no content")
    if len(one.nested) > 1:
        raise MarkError(f"attribution {number} is nested in one mark and not in another")
    if kind not in kinds:
        raise MarkError(f"attribution {number}: no kind is called {kind}")
    if one.who not in {None, UNNAMED, *who}:
        raise MarkError(f"attribution {number}: the who line does not know {one.who}")
    attribution = Attribution(
        source=tuple(sorted(one.spans["source"])),
        cue=tuple(sorted(one.spans["cue"])),
        content=tuple(sorted(one.spans["content"])),
        kind=kinds[kind],
        nested=one.nested == {True},
    )
    return attribution, tuple(who.get(one.who, one.who).split("|")) if one.who else ()


def _pair(entry: str, mark: str) -> tuple[str, str]:
    key, found, value = entry.partition(mark)
    if not found:
        raise MarkError(f"no {mark!r} in {entry!r}")
    return key.strip(), value.strip()
