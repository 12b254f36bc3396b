"""The lines of a digest by story, so that what belongs together stands together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from digests.composing.ranking import DrawnLine, conflicts
from digests.models import Claim, Section
from digests.stories.clustering import group

NAMES = 2  #: how many names head a story
PLAIN = 3  #: up to this many lines need no headings
ALSO = "Also"  #: heads the lines that stand alone, where a story stands before them


def sections_of(lines: Sequence[DrawnLine]) -> tuple[Section, ...]:
    """Sections in the order of their first lines: one for each story of two lines or more, headed by its names.

    A heading is made of places and actors that the story's passages name, never of an outlet's words, and every line
    under it names one of them. Claims that differ stay together whatever articles they are from. What stands alone
    comes before the first story if it ranks before it, else last.
    """
    headed = _headed(lines) if len(lines) > PLAIN else {}
    if not headed:
        return (_section("", range(len(lines)), lines),) if lines else ()
    start = next(iter(headed.values()))[0]
    alone = sorted(set(range(len(lines))) - {i for members in headed.values() for i in members})
    parts = [("", [i for i in alone if i < start]), *headed.items(), (ALSO, [i for i in alone if i > start])]
    return tuple(_section(heading, members, lines) for heading, members in parts if members)


def _headed(lines: Sequence[DrawnLine]) -> dict[str, list[int]]:
    """The lines under each heading; stories with the same heading are one section."""
    stories: defaultdict[str, list[int]] = defaultdict(list)
    for i, story in enumerate(_stories(lines)):
        stories[story].append(i)
    if len(stories) < 2:
        return {}
    headed: defaultdict[str, set[int]] = defaultdict(set)
    for members in stories.values():
        names = _telling(members, lines)
        naming = {i for i in members if not names.keys().isdisjoint(_names(lines[i][0][0]))} if names else set[int]()
        held = {i for i in members if conflicts(lines[i][0][0]) & {lines[j][0][0].id for j in naming}}
        if len(naming) > 1:
            headed[" · ".join(names)] |= naming | held
    return {heading: sorted(of) for heading, of in sorted(headed.items(), key=lambda pair: min(pair[1]))}


def _section(heading: str, members: Sequence[int], lines: Sequence[DrawnLine]) -> Section:
    return Section(heading=heading, items=tuple(lines[i][1] for i in members))


def _stories(lines: Sequence[DrawnLine]) -> list[str]:
    """The story of each line; stories of which two claims differ are one."""
    articles = {(article.id, article.version): article for (_, article), _ in lines}
    placed = group([articles[key] for key in sorted(articles)])
    story_of = {one.id: one.story for one in placed}
    stories = [story_of[article.id] for (_, article), _ in lines]
    place_of = {claim.id: i for i, ((claim, _), _) in enumerate(lines)}
    for i, ((claim, _), _) in enumerate(lines):
        for other in sorted(conflicts(claim) & place_of.keys()):
            old, new = stories[place_of[other]], stories[i]
            stories = [new if story == old else story for story in stories]
    return stories


def _telling(members: Sequence[int], lines: Sequence[DrawnLine]) -> dict[str, None]:
    """The names that most of a story's claims share and the fewest others have, most telling first."""
    everywhere = Counter(name for (claim, _), _ in lines for name in _names(claim))
    here = Counter(name for i in members for name in _names(lines[i][0][0]))
    shared = [name for name, count in here.items() if count > 1]
    telling = sorted(shared, key=lambda name: (-here[name] * here[name] / everywhere[name], name))
    own = [name for name in telling if 2 * here[name] >= everywhere[name]]
    return dict.fromkeys(own[:NAMES] or telling[:1])


def _names(claim: Claim) -> Iterator[str]:
    """The places and actors of a claim, each once; a country only where it is all there is."""
    places = claim.places or claim.context_places
    fine = [m.place.name for m in places if m.place.kind != "country"] or [m.place.name for m in places]
    yield from dict.fromkeys([*fine, *(mention.actor.label for mention in claim.actors)])
