"""Claims → Digest: which lines, in which order, with what was held back; and the answer to `/claims`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from digests.composing.drawing import drawing
from digests.composing.merits import moment
from digests.composing.ranking import DrawnLine, Selection, select
from digests.composing.sections import sections_of
from digests.dates import format_day
from digests.lines.certainty import certainty
from digests.lines.line import claim_line
from digests.models import Digest, DigestItem, Section, SourcedClaim

__all__ = ["MAX_LINES", "Composed", "compose_answer", "compose_digest", "split_digest"]

MAX_LINES = 12
DOUBTFUL = "Read with less certainty"  #: the heading of lines that no digest prints
PART_TITLE = 100  #: how many characters of its title a numbered part keeps


@dataclass(frozen=True, slots=True)
class Composed:
    """A digest with the claims that it carries and those that the gate held back, by reason."""

    digest: Digest
    claim_ids: tuple[str, ...]
    held: Counter[str]


def compose_digest(  # noqa: PLR0913 - each has its own default, and is given by name
    title: str,
    found: Sequence[SourcedClaim],
    *,
    now: datetime,
    subtitle: str = "",
    limit: int = MAX_LINES,
    selection: Selection | None = None,
    floor: float = 0.0,
) -> Composed:
    """Draw the most telling claims as at most `limit` lines, by story; the rest is counted in the footer.

    Unsettled claims and figures come first, then what is newest, then what stands first in its article. A claimant
    has at most two lines, and every side that has a claim has one. Same input, same digest.
    A `selection` that was made already is printed as it is. No line is printed whose certainty lies under `floor`.
    """
    selection = selection or select(found, drawing(now=now, floor=floor), limit)
    items = selection.lines
    articles = {(article.id, article.version) for _, article in found}
    more = len(found) - len(selection.claim_ids) - selection.held.total()
    digest = Digest(
        title=title,
        subtitle=subtitle,
        sections=sections_of(selection.lines),
        notice="" if items else "Nothing new.",
        footer=_footer(len(articles), len(items), more, selection.held),
    )
    return Composed(digest, selection.claim_ids, selection.held)


def compose_answer(
    title: str, found: Sequence[SourcedClaim], *, now: datetime, subtitle: str = "", floor: float = 0.0
) -> Composed:
    """Draw one page of claims in the order given (newest first), under a heading for each day.

    Lines whose certainty lies under `floor` stand below a rule of their own.
    """
    drawn, held = _draw(sorted(found, key=moment, reverse=True), now=now)
    doubtful = [pair for pair in drawn if certainty(pair.source.claim, pair.item, pair.source.article) < floor]
    drawn = [pair for pair in drawn if pair not in doubtful]
    days: dict[str, list[DigestItem]] = {}  # a day has one heading, though claims of other days stand between its own
    for source, item in drawn:
        days.setdefault(_day(source, now=now), []).append(item)
    sections = tuple(Section(heading=day, items=tuple(items)) for day, items in days.items())
    if doubtful:
        sections = (*sections, Section(heading=DOUBTFUL, items=tuple(pair.item for pair in doubtful)))
        drawn = [*drawn, *doubtful]
    articles = {(article.id, article.version) for _, article in found}
    digest = Digest(
        title=title, subtitle=subtitle, sections=sections, footer=_footer(len(articles), len(drawn), 0, held)
    )
    return Composed(digest, tuple(item.claim_id for _, item in drawn), held)


def split_digest(digest: Digest, fits: Callable[[Digest], bool]) -> list[Digest]:
    """Cut a digest on line borders into numbered parts of which each one fits; a single line may not.

    Subtitle and notice stand over the first part, the footer under the last; a section that is cut has its heading
    in both parts.
    """
    if fits(digest):
        return [digest]
    parts: list[list[tuple[str, DigestItem]]] = [[]]
    for section in digest.sections:
        for item in section.items:
            grown = [*parts[-1], (section.heading, item)]
            if parts[-1] and not fits(_part(digest, grown, len(parts), len(parts))):
                parts.append([(section.heading, item)])
            else:
                parts[-1] = grown
    count = len(parts)
    return [_part(digest, rows, n, count) for n, rows in enumerate(parts, 1)] if count > 1 else [digest]


def _part(digest: Digest, rows: Sequence[tuple[str, DigestItem]], number: int, count: int) -> Digest:
    return Digest(
        title=f"{digest.title[:PART_TITLE]} ({number}/{count})",
        subtitle=digest.subtitle if number == 1 else "",
        notice=digest.notice if number == 1 else "",
        sections=tuple(
            Section(heading=heading, items=tuple(item for _, item in group))
            for heading, group in groupby(rows, key=lambda row: row[0])
        ),
        footer=digest.footer if number == count else (),
    )


def _draw(found: Iterable[SourcedClaim], *, now: datetime) -> tuple[list[DrawnLine], Counter[str]]:
    drawn: list[DrawnLine] = []
    held: Counter[str] = Counter()
    for source in found:
        line = claim_line(source.claim, source.article, now=now)
        if isinstance(line, str):
            held[line] += 1
        else:
            drawn.append(DrawnLine(source, line))
    return drawn, held


def _day(found: SourcedClaim, *, now: datetime) -> str:
    """The heading of a claim: the day on which it was said or of which it speaks, else its article's."""
    claim, article = found
    if claim.said_at:
        return format_day(claim.said_at, claim.said_precision, now=now)
    if claim.valid_from and claim.valid_precision == "day":
        return format_day(claim.valid_from, "day", now=now)
    if article.date_published:
        return f"Undated, article of {format_day(article.date_published, 'day', now=now)}"
    return "Undated"


def _footer(articles: int, used: int, more: int, held: Counter[str]) -> tuple[str, ...]:
    def counted(number: int, noun: str) -> str:
        return f"{number} {noun}{'' if number == 1 else 's'}"

    parts = [counted(articles, "article"), counted(used, "claim")]
    if more:
        parts.append(f"{more} more")
    if held:
        reasons = ", ".join(f"{count} × {reason}" for reason, count in sorted(held.items()))
        parts.append(f"held back: {reasons}")
    return (" · ".join(parts),)
