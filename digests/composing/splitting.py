"""A long digest → numbered parts of which each fits a message."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from digests.models import Digest, DigestItem, Section

PART_TITLE = 100  #: how many characters of its title a numbered part keeps
_MOST = 999  #: parts are measured with the longest number they may have

#: A line with its section, without the section's lines.
_Row = tuple[Section, DigestItem]


def split_digest(digest: Digest, fits: Callable[[Digest], bool]) -> list[Digest]:
    """Cut a digest on line borders into numbered parts of which each one fits; a single line may not.

    A line and the one that answers it stay together where both fit one part. Subtitle and notice stand over the first
    part, the footer under the last; a section that is cut has its heading in both parts.
    """
    if fits(digest):
        return [digest]
    units = [unit for rows in _units(digest) for unit in _whole(digest, rows, fits)] or [[]]
    parts: list[list[_Row]] = [[]]
    for unit in units:
        longer = [*parts[-1], *unit]
        if parts[-1] and not fits(_part(digest, longer, len(parts), _MOST, footer=True)):
            parts.append([*unit])
        else:
            parts[-1] = longer
    if len(parts) == 1:  # a part may hold all lines where the digest as a whole, with its own title, does not fit
        last = len(units[-1]) if len(units) > 1 else 1
        parts = [parts[0][:-last], parts[0][-last:]]
    parts = [rows for rows in parts if rows]
    count = len(parts)
    if count <= 1:
        return [digest]
    return [_part(digest, rows, n, count, footer=n == count) for n, rows in enumerate(parts, 1)]


def _units(digest: Digest) -> Iterator[list[_Row]]:
    """The lines of a digest, each with those that answer it."""
    for section in digest.sections:
        head = section.model_copy(update={"items": ()})
        yield from ([(head, item) for item in exchange] for exchange in exchanges(section.items))


def exchanges(items: Sequence[DigestItem]) -> Iterator[tuple[DigestItem, ...]]:
    """Lines in order, each together with those that answer it."""
    exchange: list[DigestItem] = []
    for item in items:
        if exchange and not item.answers_previous:
            yield tuple(exchange)
            exchange = []
        exchange.append(item)
    if exchange:
        yield tuple(exchange)


def _whole(digest: Digest, unit: list[_Row], fits: Callable[[Digest], bool]) -> list[list[_Row]]:
    """A unit, or its lines one by one where it is too long for a part of its own."""
    if len(unit) == 1 or fits(_part(digest, unit, 1, _MOST, footer=True)):
        return [unit]
    return [[row] for row in unit]


def _part(digest: Digest, rows: Sequence[_Row], number: int, count: int, *, footer: bool) -> Digest:
    return Digest(
        title=f"{digest.title[:PART_TITLE]} ({number}/{count})",
        subtitle=digest.subtitle if number == 1 else "",
        notice=digest.notice if number == 1 else "",
        sections=tuple(
            head.model_copy(update={"items": tuple(item for _, item in group)})
            for head, group in groupby(rows, key=lambda row: row[0])
        ),
        footer=digest.footer if footer else (),
    )
