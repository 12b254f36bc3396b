"""Whether two counts of what became of people are of the same people: the dead, hurt, held or missing of a story."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either
from digests.relations.facts import ClaimFacts
from digests.relations.similarity import STORY_WORDS, near_in_time

PLAIN = frozenset({"people", "rise"})  #: senses that tell nothing of whom a toll counts


def same_toll(first: ClaimFacts, second: ClaimFacts, fate: str) -> bool | None:
    """Whether two claims count all of whom their story tells that fate, or one of them a part.

    None where they name somebody or something alike besides, so that the words that they share must tell.
    """
    parts = _part(first, second, fate) | _part(second, first, fate)
    of_one_story = len(first.story & second.story) >= STORY_WORDS and near_in_time(first, second)
    if not parts and of_one_story:
        return True
    known_terms = first.says.names | second.says.names | (first.terms & second.terms)
    return None if parts <= known_terms else False


def _part(facts: ClaimFacts, other: ClaimFacts, fate: str) -> frozenset[str]:
    """What a claim says of whom it counts beside their fate: “six died at a home” is of a part of the dead.

    What the headlines say is of all, and how a count stands is of none.
    """
    counting, surfaces = _counting(facts.lexicon), facts.says.surfaces
    terms = facts.terms - PLAIN - {fate} - facts.story - other.story
    return frozenset(term for term in terms if not counting.fullmatch(surfaces.get(term, term)))


@functools.cache
def _counting(lexicon: Lexicon) -> re.Pattern[str]:
    events = lexicon.events
    return re.compile(either(events.counting, events.bounding, events.quantity_heads))
