"""Claims → Digest: which lines, in which order, with what was held back; and the answer to `/claims`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from digests.composing.candidates import articles_and_outlets, speaker
from digests.composing.drawing import drawing
from digests.composing.merits import moment
from digests.composing.openings.reports import Opened, reports_of, title_of
from digests.composing.past import ADDED_LATE, NOTHING, Past
from digests.composing.picking import Room
from digests.composing.ranking import DrawnLine, Selection, counted, flagged, select
from digests.composing.sections import Story, sections_of, stories_of, under_headings
from digests.dates import format_day
from digests.lexicon import lexicon_of
from digests.lines.flags import is_to_come
from digests.lines.line import claim_line, line_certainty
from digests.lines.wording import worded
from digests.models import MAX_LINES, Article, Digest, DigestItem, SourcedClaim
from digests.relations.facts import terms_of
from digests.text.folding import fold

__all__ = ["MAX_LINES", "Composed", "compose_answer", "compose_digest"]

ALL_LATE = "All of this was published before the window above and added late."
DOUBTFUL = "Read with less certainty"  #: the heading of lines that no digest prints
FULL = 6  #: a digest of this many lines has room for what happened
FEW_ARTICLES = 200  #: so many articles are soon told apart by story, whether they have a line or not
FILLING = 1.67  #: how much more certain than the floor a line is that fills a digest which has half of its lines
SHARE = 4  #: one line in so many may tell what happened


@dataclass(frozen=True, slots=True)
class Composed:
    """A digest with the claims that it carries and those that the gate held back, by reason."""

    digest: Digest
    claim_ids: tuple[str, ...]
    holds: Counter[str]


class Opening(NamedTuple):
    """What a story opens with."""

    story: Story
    report: DigestItem


class _Grouping(NamedTuple):
    """The stories of a digest's lines, and the numbers of those that are stories though no line opens them."""

    stories: Sequence[Story]
    grouped: Set[int]


def compose_digest(  # noqa: PLR0913 - each has its own default, and is given by name
    title: str,
    sources: Sequence[SourcedClaim],
    *,
    now: datetime,
    subtitle: str = "",
    limit: int = MAX_LINES,
    selection: Selection | None = None,
    floor: float = 0.0,
    past: Past = NOTHING,
) -> Composed:
    """Draw the most telling claims as at most `limit` lines, by story; the rest is counted in the footer.

    The most important claims come first. A claimant has at most two lines, every side that makes one claim in twelve
    has one, and nobody speaks alone where another side has answered. A story of several outlets opens with what they
    report. Same input, same digest. A `selection` that was made already is printed as it is. No line is printed whose
    certainty lies under `floor`. What the channel has had is not said again, and what is older than the window is
    marked.
    """
    draw = drawing(now=now, floor=floor)
    count, sources = len(sources), past.unsaid(sources)
    choice = selection or select(sources, draw, Room(limit, filling=FILLING * floor), past)
    articles, outlets = articles_and_outlets(sources)
    grouping = _grouping(choice.lines, articles, past, now=now)
    reports = _reports(grouping, sources, limit, now=now) if limit >= FULL and len(outlets) > 1 else {}
    if reports and len(choice.lines) + len(reports) > limit:
        openings = [Opening(grouping.stories[n], reports[n]) for n in sorted(reports)]
        if selection:
            openings = openings[: max(0, limit - len(choice.lines))]
        else:
            room_left = Room(limit - len(openings), [_terms(opening) for opening in openings], FILLING * floor)
            choice = select(sources, draw, room_left, past)
        grouping, reports = _placed(openings, _grouping(choice.lines, articles, past, now=now))
    stories, reports = _headed(grouping, reports)
    rest = len(sources) - len(choice.claim_ids) - choice.holds.total()
    late = past.late_ids([line.source for line in choice.lines]) if past.lines else frozenset[str]()
    lines, notice = _marked(choice.lines, late)  # to a channel that has had nothing, nothing comes late
    digest = Digest(
        title=title,
        subtitle=subtitle,
        sections=sections_of(lines, stories, reports),
        notice=notice if lines else "Nothing new.",
        footer=_footer(len(articles), len(lines), rest, choice.holds, repeated=count - len(sources)),
    )
    return Composed(digest, choice.claim_ids, choice.holds)


def _terms(opening: Opening) -> frozenset[str]:
    """The words of weight of what a story opens with."""
    return terms_of(opening.report.body, lexicon_of(opening.story.articles[0]))


def _marked(lines: Sequence[DrawnLine], late: Set[str]) -> tuple[list[DrawnLine], str]:
    """The lines, those that are older than the window marked; where all of them are, a notice says it once."""
    if lines and all(line.source.claim.id in late for line in lines):
        return list(lines), ALL_LATE
    return [flagged(line, ADDED_LATE) if line.source.claim.id in late else line for line in lines], ""


def _grouping(lines: Sequence[DrawnLine], articles: Sequence[Article], past: Past, *, now: datetime) -> _Grouping:
    """The stories of some lines; a line that stands alone is a story too."""
    stories = stories_of(lines, past, now=now, all_articles=articles if len(articles) <= FEW_ARTICLES else ())
    grouped = {i for story in stories for i in story.members}
    has_headings = len(stories) > 1 or len(grouped) < len(lines)
    singles = [
        _single(i, line.source.article, past, now=now) if has_headings else Story("", (i,), (line.source.article,))
        for i, line in enumerate(lines)
        if i not in grouped
    ]
    all_stories = sorted([*stories, *singles], key=lambda story: story.members)
    return _Grouping(all_stories, {n for n, story in enumerate(all_stories) if story in stories})


def _reports(
    grouping: _Grouping, sources: Sequence[SourcedClaim], limit: int, *, now: datetime
) -> dict[int, DigestItem]:
    """What stories of several outlets open with, by their numbers."""
    opened_stories = [Opened(story.heading, story.articles) for story in grouping.stories]
    return reports_of(opened_stories, sources, now=now, room=limit // SHARE)


def _placed(openings: Sequence[Opening], grouping: _Grouping) -> tuple[_Grouping, dict[int, DigestItem]]:
    """Some stories with those lines that open them; what opens a story of which there is no line comes last."""
    stories = grouping.stories
    placed_stories, reports = list(stories), dict[int, DigestItem]()
    for opening in openings:
        ids = {article.id for article in opening.story.articles}
        places = [
            n
            for n, story in enumerate(stories)
            if n not in reports and not ids.isdisjoint(article.id for article in story.articles)
        ]
        n = min(places, key=lambda n: -len(stories[n].members), default=len(placed_stories))
        if not places:
            placed_stories.append(opening.story._replace(members=()))
        elif len(stories[n].members) == 1 and stories[n].heading:
            placed_stories[n] = stories[n]._replace(heading=opening.story.heading or stories[n].heading)
        reports[n] = opening.report
    return grouping._replace(stories=placed_stories), reports


def _headed(grouping: _Grouping, reports: Mapping[int, DigestItem]) -> tuple[list[Story], dict[int, DigestItem]]:
    """The stories that are told as such, and the lines that open them: a line alone is one where a line opens it."""
    numbers = [n for n in range(len(grouping.stories)) if n in reports or n in grouping.grouped]
    return [grouping.stories[n] for n in numbers], {k: reports[n] for k, n in enumerate(numbers) if n in reports}


def _single(number: int, article: Article, past: Past, *, now: datetime) -> Story:
    """The story of a line that stands alone."""
    story = past.story_of.get(article.id, "")
    return Story(title_of([article]), (number,), (article,), story, past.standing(story, now=now))


def compose_answer(
    title: str, sources: Sequence[SourcedClaim], *, now: datetime, subtitle: str = "", floor: float = 0.0
) -> Composed:
    """Draw one page of claims in the order given (newest first), under a heading for each day.

    Lines whose certainty lies under `floor` stand below a rule of their own.
    """
    copies = _copies(sorted(sources, key=moment, reverse=True))
    lines, holds = _draw([group[0] for group in copies], now=now)
    outlets = {group[0].claim.id: group for group in copies}
    lines = [counted(line, outlets[line.item.claim_id]) for line in lines]
    doubtful = [pair for pair in lines if line_certainty(pair.source.claim, pair.item, pair.source.article) < floor]
    lines = [pair for pair in lines if pair not in doubtful]
    rows = [(_day(line.source, now=now), line) for line in lines] + [(DOUBTFUL, line) for line in doubtful]
    lines = [line for _, line in rows]
    articles = {(article.id, article.version) for _, article in sources}
    digest = Digest(
        title=title,
        subtitle=subtitle,
        sections=under_headings(rows),
        footer=_footer(len(articles), len(lines), 0, holds),
    )
    return Composed(digest, tuple(item.claim_id for _, item in lines), holds)


def _copies(sources: Sequence[SourcedClaim]) -> list[list[SourcedClaim]]:
    """The claims in their order, each with those of other articles in which the same claimant says it word for word."""
    copies: dict[tuple[str, str, str], list[SourcedClaim]] = {}
    for source in sources:
        claim = source.claim
        copies.setdefault((speaker(claim.claimant), claim.kind, fold(claim.passage.exact)), []).append(source)
    return list(copies.values())


def _draw(sources: Iterable[SourcedClaim], *, now: datetime) -> tuple[list[DrawnLine], Counter[str]]:
    lines: list[DrawnLine] = []
    holds: Counter[str] = Counter()
    for claim, article in sources:
        source = SourcedClaim(worded(claim, article), article)
        line = claim_line(*source, now=now)
        if isinstance(line, str):
            holds[line] += 1
        else:
            lines.append(DrawnLine(source, line))
    return lines, holds


def _day(source: SourcedClaim, *, now: datetime) -> str:
    """The heading of a claim: the day on which it was said or of which it tells, else its article's."""
    claim, article = source
    if claim.said_at:
        return format_day(claim.said_at, claim.said_precision, now=now)
    if claim.valid_from and claim.valid_precision == "day" and not is_to_come(claim, article):
        return format_day(claim.valid_from, "day", now=now)
    if article.date_published:
        return f"Undated, article of {format_day(article.date_published, 'day', now=now)}"
    return "Undated"


def _footer(articles: int, claims: int, rest: int, holds: Counter[str], repeated: int = 0) -> tuple[str, ...]:
    def counted(number: int, noun: str) -> str:
        return f"{number} {noun}{'' if number == 1 else 's'}"

    parts = [counted(articles, "article"), counted(claims, "claim")]
    if rest:
        parts.append(f"{rest} more")
    if repeated:
        parts.append(f"{repeated} told before")
    if holds:
        reasons = ", ".join(f"{count} × {reason}" for reason, count in sorted(holds.items()))
        parts.append(f"held back: {reasons}")
    return (" · ".join(parts),)
