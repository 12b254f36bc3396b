"""The lines of a digest by story, so that what belongs together stands together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from digests.composing.article_headlines import with_headlines
from digests.composing.openings.reports import title_of
from digests.composing.past import NEW, NOTHING, Past
from digests.composing.picking import conflicts
from digests.composing.ranking import DrawnLine
from digests.models import Article, DigestItem, Section
from digests.stories.clustering import group

PLAIN = 3  #: up to this many lines need no headings
ALSO = "Also"  #: heads the lines that stand alone, where a story stands before them


class Story(NamedTuple):
    """Lines of one story, by their places among all lines, under its best headline, with their articles."""

    heading: str
    members: tuple[int, ...]
    articles: tuple[Article, ...]
    id: str = ""  #: where it is a kept story
    standing: str = ""  #: since when the channel has had it


def stories_of(
    lines: Sequence[DrawnLine],
    past: Past = NOTHING,
    *,
    now: datetime | None = None,
    all_articles: Sequence[Article] = (),
) -> list[Story]:
    """The stories of two lines or more, in the order of their first lines; one of all lines needs no heading.

    One that the channel has had before has its heading all the same, and with one line too, as that says since when.
    """
    members_of: defaultdict[str, list[int]] = defaultdict(list)
    story_of = _story_of(lines, past.story_of, all_articles)
    for i, story in enumerate(_stories(lines, story_of)):
        members_of[story].append(i)
    plain = len(members_of) < 2 or len(lines) <= PLAIN
    stories = []
    for story, members in members_of.items():
        articles = _articles([lines[i] for i in members], [a for a in all_articles if story_of.get(a.id) == story])
        standing = past.standing(story, now=now) if now else ""
        is_known = standing not in {"", NEW}
        if len(members) > 1 or is_known:
            is_bare = plain and not is_known
            heading = "" if is_bare else title_of(articles)
            stories.append(Story(heading, tuple(members), articles, story, "" if is_bare else standing))
    return stories


def sections_of(
    lines: Sequence[DrawnLine], stories: Sequence[Story] | None = None, reports: Mapping[int, DigestItem] | None = None
) -> tuple[Section, ...]:
    """Sections in the order of their first lines: one for each story of two lines or more, under its headline.

    Claims that differ stay together whatever articles they are from. What stands alone comes before the first story if
    it ranks before it, else last, with its article's headline where it leans on that. `reports` are the lines that open
    stories, by the stories' numbers; one of a story that has no other line stands last too.
    """
    stories = stories_of(lines) if stories is None else stories
    reports = reports or {}
    headed_stories = [(n, story) for n, story in enumerate(stories) if story.heading and story.members]
    if not headed_stories:
        items = [*reports.values(), *(line.item for line in with_headlines(lines))]
        return (Section(heading="", items=tuple(items)),) if lines else ()
    start = headed_stories[0][1].members[0]
    alone = sorted(set(range(len(lines))) - {i for _, story in headed_stories for i in story.members})
    first_items, last_items = (
        [line.item for line in with_headlines([lines[i] for i in alone if (i > start) == is_last])]
        for is_last in (False, True)
    )
    sections = [Section(heading="", items=tuple(first_items))]
    for n, story in headed_stories:
        items = [*([reports[n]] if n in reports else []), *(lines[i].item for i in story.members)]
        sections.append(Section(heading=story.heading, items=tuple(items), story=story.id, standing=story.standing))
    lineless_items = [reports[n] for n, story in enumerate(stories) if n in reports and not story.members]
    sections.append(Section(heading=ALSO, items=(*lineless_items, *last_items)))
    return tuple(section for section in sections if section.items)


def under_headings(rows: Sequence[tuple[str, DrawnLine]]) -> tuple[Section, ...]:
    """Lines under the headings given with them: each once, where it stands first, though other lines stand between."""
    headings = list(dict.fromkeys(heading for heading, _ in rows))
    rows = sorted(rows, key=lambda row: headings.index(row[0]))
    lines = iter(with_headlines([line for _, line in rows]))
    counts = Counter(heading for heading, _ in rows)
    return tuple(
        Section(heading=heading, items=tuple(line.item for line in islice(lines, counts[heading])))
        for heading in headings
    )


def _articles(lines: Sequence[DrawnLine], others: Sequence[Article]) -> tuple[Article, ...]:
    """The articles of a story, each once: those of its lines, then those that have none."""
    articles = [*(line.source.article for line in lines), *others]
    return tuple({(article.id, article.version): article for article in articles}.values())


def _story_of(lines: Sequence[DrawnLine], story_ids: Mapping[str, str], others: Sequence[Article]) -> Mapping[str, str]:
    """The stories of articles by their ids: those that are kept, or else told from these articles and others."""
    if {article.id for (_, article), _ in lines} <= story_ids.keys():
        return story_ids
    articles = _articles(lines, others)
    placements = group(sorted(articles, key=lambda article: (article.id, article.version)))
    return {placement.id: placement.story for placement in placements}


def _stories(lines: Sequence[DrawnLine], story_of: Mapping[str, str]) -> list[str]:
    """The story of each line; stories of which two claims differ are one."""
    stories = [story_of[article.id] for (_, article), _ in lines]
    place_of = {claim.id: i for i, ((claim, _), _) in enumerate(lines)}
    for i, ((claim, _), _) in enumerate(lines):
        for other in sorted(conflicts(claim) & place_of.keys()):
            old_story, new_story = stories[place_of[other]], stories[i]
            stories = [new_story if story == old_story else story for story in stories]
    return stories
