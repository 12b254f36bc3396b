"""Claims → Digest: which lines, in which order, with what was held back; and the answer to `/claims`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from rapidfuzz import fuzz

from digests.dates import format_day
from digests.line import claim_line
from digests.models import Article, Claim, Digest, DigestItem, RelationKind, Section
from digests.text import fold

MAX_LINES = 12
PART_TITLE = 100  #: how many characters of its title a numbered part keeps
PER_CLAIMANT = 2  #: how many lines of a digest one claimant may have
DAYS = frozenset({"minute", "day"})  #: the precisions that name a day

SAME_WORDS = 90  #: rapidfuzz token-set ratio from which two claims of one claimant are one
SAME_FIGURES = 60  #: the same, where they give the same figures
_NEGATION = re.compile(r"\b(?:not|no|never|none|neither|nor|without)\b|n[’']t\b", re.IGNORECASE)

#: Relations that make a claim worth a look, and those that leave it to a later one.
_UNSETTLED: frozenset[RelationKind] = frozenset(
    {"contradicts", "differs", "denies", "denied by", "updates", "corrects"}
)
_REPLACED: frozenset[RelationKind] = frozenset({"updated by", "corrected by"})
#: Relations whose two claims stand next to each other.
_SIDE_BY_SIDE: frozenset[RelationKind] = frozenset({"contradicts", "differs", "denies", "denied by"})

#: A claim with the article version that it stands in.
Found = tuple[Claim, Article]
#: The same with the line that it makes.
Drawn = tuple[Found, DigestItem]


@dataclass(frozen=True, slots=True)
class Composed:
    """A digest with the claims that it carries and those that the gate held back, by reason."""

    digest: Digest
    claim_ids: tuple[str, ...]
    held: Counter[str]


def compose_digest(
    title: str, found: Sequence[Found], *, now: datetime, subtitle: str = "", limit: int = MAX_LINES
) -> Composed:
    """Draw the most telling claims as at most `limit` lines; the rest is counted in the footer.

    Unsettled claims and figures come first, then what is newest, then what stands first in its article. A claimant
    has at most two lines, and every side that has a claim has one. Same input, same digest.
    """
    groups = group_repeats(found)
    drawn, held = _draw([group[0] for group in groups], now=now)
    chosen = _side_by_side(_choose(sorted(drawn, key=lambda d: _rank(d[0])), limit))
    items = tuple(item for _, item in chosen)
    articles = {(article.id, article.version) for _, article in found}
    used = {item.claim_id for item in items}
    carried = tuple(claim.id for group in groups if group[0][0].id in used for claim, _ in group)
    digest = Digest(
        title=title,
        subtitle=subtitle,
        sections=(Section(heading="", items=items),) if items else (),
        notice="" if items else "Nothing new.",
        footer=_footer(len(articles), len(items), len(drawn) - len(items), held),
    )
    return Composed(digest, carried, held)


def compose_answer(title: str, found: Sequence[Found], *, now: datetime, subtitle: str = "") -> Composed:
    """Draw one page of claims in the order given (newest first), under a heading for each day."""
    drawn, held = _draw(found, now=now)
    sections = tuple(
        Section(heading=day, items=tuple(item for _, item in group))
        for day, group in groupby(drawn, key=lambda pair: _day(pair[0], now=now))
    )
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


def group_repeats(found: Iterable[Found]) -> list[list[Found]]:
    """Group the claims that say one thing: the same claimant, in (nearly) the same words or with the same figures.

    Each group, and the groups among each other, stand in the order of publication, so that the first of a group is
    the one to print.
    """
    groups: list[list[Found]] = []
    of_claimant: dict[str, list[list[Found]]] = {}
    for one in sorted(found, key=lambda f: (_published(f[1]), f[0].passage.start, f[0].id)):
        own = of_claimant.setdefault(one[0].claimant.name, [])
        same = next((group for group in own if _repeats(one[0], group[0][0])), None)
        if same is None:
            own.append([one])
            groups.append(own[-1])
        else:
            same.append(one)
    return groups


def _repeats(one: Claim, other: Claim) -> bool:
    """Whether two claims of one claimant say the same; a denial never repeats a statement."""
    if (one.kind == "denial") != (other.kind == "denial") or _negated(one) != _negated(other):
        return False
    figures = [{(f.value, f.low, f.high, f.unit) for f in claim.figures} for claim in (one, other)]
    alike = fuzz.token_set_ratio(fold(one.passage.exact), fold(other.passage.exact))
    if figures[0] != figures[1]:
        return False
    apart = _place_ids(one) and _place_ids(other) and not _place_ids(one) & _place_ids(other)
    return not apart and alike >= (SAME_FIGURES if figures[0] else SAME_WORDS)


def _negated(claim: Claim) -> bool:
    return bool(_NEGATION.search(claim.passage.exact))


def _place_ids(claim: Claim) -> set[int]:
    return {mention.place.id for mention in claim.places}


def _published(article: Article) -> tuple[float, str]:
    moment = article.date_published
    return (moment.timestamp() if moment else float("inf"), article.id)


def _draw(found: Iterable[Found], *, now: datetime) -> tuple[list[Drawn], Counter[str]]:
    drawn: list[Drawn] = []
    held: Counter[str] = Counter()
    for claim, article in found:
        line = claim_line(claim, article, now=now)
        if isinstance(line, str):
            held[line] += 1
        else:
            drawn.append(((claim, article), line))
    return drawn, held


def _rank(found: Found) -> tuple[object, ...]:
    """The order of a digest; smaller comes first."""
    claim, article = found
    kinds = {relation.kind for relation in claim.relations}
    return (
        bool(kinds & _REPLACED),
        claim.status == "claimed" and not kinds & _UNSETTLED,
        claim.claimant.role == "unnamed",
        not _dated(claim),
        not claim.figures,
        -_moment(found),
        claim.passage.start / max(1, len(article.body)),
        claim.id,
    )


def _dated(claim: Claim) -> bool:
    """Whether the text says on which day something was or was said."""
    return (bool(claim.said_at) and claim.said_precision in DAYS) or (
        bool(claim.valid_from) and claim.valid_precision in DAYS
    )


def _moment(found: Found) -> float:
    claim, article = found
    moment = claim.said_at or claim.valid_from or article.date_published
    return moment.timestamp() if moment else 0.0


def _choose(ranked: Sequence[Drawn], limit: int) -> list[Drawn]:
    """The first lines by rank: each side's best, then every claimant's best, then a second of each."""
    chosen: dict[int, None] = {}
    lines: Counter[str] = Counter()
    sides: set[str] = set()

    def take(i: int, claimant: str, most: int) -> None:
        if len(chosen) < limit and i not in chosen and lines[claimant] < most:
            chosen[i] = None
            lines[claimant] += 1

    names = [claim.claimant.actor_id or claim.claimant.name for (claim, _), _ in ranked]
    for i, ((claim, _), _) in enumerate(ranked):
        if (side := claim.claimant.side) and side not in sides:
            sides.add(side)
            take(i, names[i], 1)
    for most in range(1, PER_CLAIMANT + 1):
        for i, name in enumerate(names):
            take(i, name, most)
    return [ranked[i] for i in sorted(chosen)]


def _side_by_side(chosen: Sequence[Drawn]) -> list[Drawn]:
    """The lines in their order, but claims that differ next to each other, oldest first, where the first stood."""
    lines = {item.claim_id: ((claim, article), item) for (claim, article), item in chosen}
    placed: dict[str, Drawn] = {}
    for (claim, _), _ in chosen:
        if claim.id not in placed:
            differing = {r.claim_id for r in claim.relations if r.kind in _SIDE_BY_SIDE} & lines.keys() - placed.keys()
            together = sorted({claim.id, *differing}, key=lambda i: (_moment(lines[i][0]), i))
            placed |= {i: lines[i] for i in together}
    return list(placed.values())


def _day(found: Found, *, now: datetime) -> str:
    claim, article = found
    if claim.said_at:
        return format_day(claim.said_at, claim.said_precision, now=now)
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
