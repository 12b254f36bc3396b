"""Annotated articles as the network learns them: word pieces with labels and links, packed into windows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from digests.attribution.drafts import ROLES, SpanRole
from digests.attribution.tagging.windows import WINDOW, Block, blocks
from digests.attribution.tagging.wordpiece import FIRST_MARK, LAST_MARK, WordPiece
from digests.models import Span
from digests.training.corpora import Annotated

OUTSIDE = 0
IGNORED = -100  #: the label of what is not the first piece of a word
_SHORTEST_FIRST = 64  # pieces that a random first window holds at least


@dataclass(frozen=True, slots=True)
class Marks:
    """One paragraph's targets, a row for each piece."""

    labels: npt.NDArray[np.int64]  #: outside, then begin and inside of source, cue and content
    owners: tuple[tuple[int, ...], ...]  #: the attributions that a piece belongs to, by number


@dataclass(frozen=True, slots=True)
class Example:
    """An article: its paragraphs as pieces, their targets, and which attributions have a source at all."""

    id: str
    parts: tuple[tuple[Block, Marks], ...]
    source_owners: frozenset[int]
    known: bool  #: whether somebody annotated it


@dataclass(frozen=True, slots=True)
class Window:
    """What the network is shown at once, marks at both ends and between paragraphs included.

    `links` pairs a word with the first cue word of an attribution that it belongs to; `sources` pairs that cue word
    with the first word of a source, or with -1 where the text names none.
    """

    ids: npt.NDArray[np.int64]
    features: npt.NDArray[np.int64]
    labels: npt.NDArray[np.int64]
    links: npt.NDArray[np.int64]  #: pairs × 2
    sources: npt.NDArray[np.int64]  #: pairs × 2
    article: int
    known: bool  #: whether somebody annotated it
    rows: npt.NDArray[np.int64]  #: the number of each row's piece in its article, -1 for a mark


def read_example(article: Annotated, wordpiece: WordPiece) -> Example:
    """An annotated article as pieces with targets."""
    roles = _roles(article)
    parts = tuple((block, _marks(block, roles)) for block in blocks(article.text, wordpiece))
    source_owners = frozenset(
        number for number, attribution in enumerate(article.attributions or ()) if attribution.source
    )
    return Example(article.id, parts, source_owners, known=article.attributions is not None)


def pack(number: int, example: Example, rng: np.random.Generator | None = None) -> Iterator[Window]:
    """The windows of an article; with a generator, the first is cut short at random, so that cuts differ each time."""
    limit = int(rng.integers(_SHORTEST_FIRST, WINDOW + 1)) if rng is not None else WINDOW
    window: list[tuple[int, Block, Marks]] = []
    size, row = 1, 0
    for block, marks in example.parts:
        if window and size + len(block.pieces) + 1 > limit:
            yield _window(number, example, window)
            window, size, limit = [], 1, WINDOW
        window.append((row, block, marks))
        size += len(block.pieces) + 1
        row += len(block.pieces)
    if window:
        yield _window(number, example, window)


def _roles(article: Annotated) -> list[tuple[Span, SpanRole, int]]:
    """All spans, the longest first, so that a span inside another has the last word."""
    spans = [
        (span, role, number)
        for number, attribution in enumerate(article.attributions or ())
        for role in ROLES
        for span in getattr(attribution, role)
    ]
    return sorted(spans, key=lambda entry: (entry[0][0] - entry[0][1], entry[0], entry[2]))


def _marks(block: Block, roles: Sequence[tuple[Span, SpanRole, int]]) -> Marks:
    first, last = block.pieces[0].start, block.pieces[-1].end
    block_roles = [entry for entry in roles if entry[0][0] < last and first < entry[0][1]]
    role_of: list[SpanRole | None] = [None] * len(block.pieces)
    owners: list[tuple[int, ...]] = [()] * len(block.pieces)
    starts = np.array([piece.start for piece in block.pieces])
    for (start, end), role, number in block_roles:
        for place in np.flatnonzero((starts >= start) & (starts < end)).tolist():
            repeats = role_of[place] == role
            role_of[place] = role
            owners[place] = (*owners[place], number) if repeats else (number,)
    labels = np.full(len(block.pieces), IGNORED)
    previous: tuple[SpanRole | None, tuple[int, ...]] = (None, ())
    for place, piece in enumerate(block.pieces):
        now = role_of[place], owners[place]
        if piece.first:
            labels[place] = OUTSIDE if now[0] is None else 1 + 2 * ROLES.index(now[0]) + (now == previous)
        previous = now
    return Marks(labels, tuple(owners))


def _window(number: int, example: Example, parts: Sequence[tuple[int, Block, Marks]]) -> Window:
    ids, features, labels, rows = [FIRST_MARK], [0], [IGNORED], [-1]
    owners: list[tuple[int, ...]] = [()]
    for row, block, marks in parts:
        ids += [*(piece.id for piece in block.pieces), LAST_MARK]
        features += [*block.features, 0]
        labels += [*marks.labels.tolist(), IGNORED]
        owners += [*marks.owners, ()]
        rows += [*range(row, row + len(block.pieces)), -1]
    links, sources = _links(labels, owners, example.source_owners)
    return Window(
        np.array(ids), np.array(features), np.array(labels), links, sources, number, example.known, np.array(rows)
    )


def _links(
    labels: Sequence[int], owners: Sequence[Sequence[int]], source_owners: frozenset[int]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    begin = {role: 1 + 2 * number for number, role in enumerate(ROLES)}
    anchors: dict[int, int] = {}
    heads: dict[int, list[int]] = {}
    for place, label in enumerate(labels):
        for owner in owners[place]:
            if label in {begin["cue"], begin["cue"] + 1}:
                anchors.setdefault(owner, place)
            elif label == begin["source"]:
                heads.setdefault(owner, []).append(place)
    links = [
        (place, anchors[owner])
        for place, label in enumerate(labels)
        if label > OUTSIDE
        for owner in owners[place]
        if owner in anchors
    ]
    sources = [(anchors[owner], place) for owner, places in heads.items() if owner in anchors for place in places]
    sources += [(place, -1) for owner, place in anchors.items() if owner not in source_owners]
    return np.array(links, np.int64).reshape(-1, 2), np.array(sources, np.int64).reshape(-1, 2)
