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

_MARK = re.compile(
    r"\[(?P<nested>n?)(?P<role>[sct])(?P<ids>\d+(?:\+\d+)*)(?::(?P<kind>\w+))?(?:=(?P<claimant>\w+|\?))?\s"
)
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
    annotation: Marked


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
    claimant: str | None = None

    def add(self, mark: re.Match[str], span: Span) -> None:
        """Take one closed mark."""
        self.spans[_ROLES[mark["role"]]].append(span)
        self.nested.add(bool(mark["nested"]))
        for name in ("kind", "claimant"):
            value, known = mark[name], getattr(self, name)
            if value and known and value != known:
                raise MarkError(f"{mark.group()}… says {value} where another mark of its number says {known}")
            if value:
                setattr(self, name, value)


def read_marked(markup: str, names: Mapping[str, str] | None = None) -> Marked:
    """Read a marked text: the plain text and the attributions with offsets into it, in order of content.

    Args:
        markup: The text with its marks.
        names: Names by the short names that marks use.

    Raises:
        MarkError: A mark is open at the end, closed twice, unknown, contradicts another or has no content.
    """
    text, marks_by_number = _strip(markup)
    pairs = [_finish(number, marks, names or {}) for number, marks in marks_by_number.items()]
    pairs.sort(key=lambda pair: (pair[0].content, pair[0].cue, pair[0].source))
    return Marked(text, tuple(a for a, _ in pairs), tuple(c for _, c in pairs))


def read_marked_file(name: str, content: str) -> MarkedFile:
    """Read what stands in a file: front matter, an empty line, and a marked text.

    Args:
        name: The file's name, for errors.
        content: What stands in it.

    Raises:
        MarkError: As `read_marked`, or no empty line ends the front matter.
    """
    head, gap, body = content.partition("\n\n")
    try:
        fields = dict(_pair(line, ":") for line in head.splitlines())
        names = dict(_pair(entry, "=") for entry in fields.get("who", "").split(";") if entry.strip())
        annotation = read_marked(body.strip("\n"), names)
    except MarkError as error:
        raise MarkError(f"{name}: {error}") from None
    if not gap:
        raise MarkError(f"{name}: no empty line ends the front matter")
    return MarkedFile(fields, annotation)


def _strip(markup: str) -> tuple[str, dict[int, _Gathered]]:
    """The text without marks, and the marks by number."""
    literals: list[str] = []
    length = last = 0
    open_marks: list[_Open] = []
    marks_by_number: dict[int, _Gathered] = {}
    for piece in _PIECE.finditer(markup):
        literal = markup[last : piece.start()] + (piece["literal"] or "")
        literals.append(literal)
        length += len(literal)
        last = piece.end()
        if piece["role"]:
            open_marks.append(_Open(piece, length))
        elif piece["stray"]:
            raise MarkError(f"no mark: {markup[piece.start() : piece.start() + 30]!r}")
        elif piece["end"]:
            _close(open_marks, marks_by_number, length)
    if open_marks:
        raise MarkError(f"never closed: {open_marks[-1].match.group()}…")
    return "".join([*literals, markup[last:]]), marks_by_number


def _close(open_marks: list[_Open], marks_by_number: dict[int, _Gathered], end: int) -> None:
    if not open_marks:
        raise MarkError(f"a bracket closes nothing at character {end} of the text")
    mark = open_marks.pop()
    if mark.start == end:
        raise MarkError(f"an empty mark: {mark.match.group()}")
    for number in map(int, mark.match["ids"].split("+")):
        marks_by_number.setdefault(number, _Gathered()).add(mark.match, (mark.start, end))


def _finish(number: int, marks: _Gathered, names: Mapping[str, str]) -> tuple[Attribution, tuple[str, ...]]:
    kind = marks.kind or "saying"
    kinds: dict[str, Kind] = {known: known for known in get_args(Kind)}
    if not marks.spans["content"]:
        raise MarkError(f"attribution {number} has no content")
    if len(marks.nested) > 1:
        raise MarkError(f"attribution {number} is nested in one mark and not in another")
    if kind not in kinds:
        raise MarkError(f"attribution {number}: no kind is called {kind}")
    if marks.claimant not in {None, UNNAMED, *names}:
        raise MarkError(f"attribution {number}: the who line does not know {marks.claimant}")
    attribution = Attribution(
        source=tuple(sorted(marks.spans["source"])),
        cue=tuple(sorted(marks.spans["cue"])),
        content=tuple(sorted(marks.spans["content"])),
        kind=kinds[kind],
        nested=marks.nested == {True},
    )
    return attribution, tuple(names.get(marks.claimant, marks.claimant).split("|")) if marks.claimant else ()


def _pair(entry: str, mark: str) -> tuple[str, str]:
    key, separator, value = entry.partition(mark)
    if not separator:
        raise MarkError(f"no {mark!r} in {entry!r}")
    return key.strip(), value.strip()
