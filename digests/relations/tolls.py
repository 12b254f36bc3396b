"""Whether two counts of what became of people are of the same people: the dead, hurt, held or missing of a story."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either
from digests.relations.facts import ClaimFacts, terms_of, words_of
from digests.relations.similarity import STORY_WORDS, near_in_time

PLAIN = frozenset({"people", "rise"})  #: senses that tell nothing of whom a toll counts


def same_toll(first: ClaimFacts, second: ClaimFacts, fate: str) -> bool | None:
    """Whether two claims count all of whom their story tells that fate, or one of them a part.

    None where they name somebody or something alike besides, so that the words that they share must tell.
    """
    parts = _part(first, second, fate) | _part(second, first, fate)
    if not parts and near_in_time(first, second) and _is_one_story(first, second, fate):
        return True
    known_terms = first.says.names | second.says.names | (first.terms & second.terms)
    return None if parts <= known_terms else False


def same_part(first: ClaimFacts, second: ClaimFacts, fate: str) -> bool:
    """Whether two claims count the same ones of those with a fate: “children died”, “the number of dead children”."""
    parts = _part(first, second, fate) | _part(second, first, fate)
    return bool(parts) and parts <= first.terms & second.terms


def _is_one_story(first: ClaimFacts, second: ClaimFacts, fate: str) -> bool:
    """Whether two articles are of one event: their headlines share words that tell it, or one, at no two places."""
    counting = _counting(first.lexicon)
    shared = (first.story & second.story) - PLAIN - {fate}
    telling = {term for term in shared if not (counting.fullmatch(term) or counting.fullmatch(f"{term}e"))}
    if len(telling) >= STORY_WORDS:
        return True
    mine, others = (facts.places | facts.outer_places for facts in (first, second))
    return bool(telling - _place_terms(first) - _place_terms(second)) and not (mine and others and not mine & others)


def _place_terms(facts: ClaimFacts) -> frozenset[str]:
    mentions = (*facts.claim.places, *facts.claim.context_places)
    return frozenset().union(*(terms_of(mention.place.name, facts.lexicon) for mention in mentions))


def _part(facts: ClaimFacts, other: ClaimFacts, fate: str) -> frozenset[str]:
    """What a claim says of whom it counts beside their fate: “six died at a home” is of a part of the dead.

    What the headlines say is of all, and how a count stands is of none.
    """
    counting, surfaces = _counting(facts.lexicon), facts.says.surfaces
    clause = _setting(facts.lexicon).split(facts.claim.passage.exact, maxsplit=1)[0]
    terms = (facts.terms & words_of(clause, facts.lexicon)) - PLAIN - {fate} - facts.story - other.story
    return frozenset(term for term in terms if not counting.fullmatch(surfaces.get(term, term)))


@functools.cache
def _setting(lexicon: Lexicon) -> re.Pattern[str]:
    """What begins a clause that tells of the event: “when the bridge came down”."""
    return re.compile(
        rf"(?<=\w),?\s+(?:{either(lexicon.grammar.settings, lexicon.grammar.relative_adverbs)})\s", re.IGNORECASE
    )


@functools.cache
def _counting(lexicon: Lexicon) -> re.Pattern[str]:
    events = lexicon.events
    return re.compile(either(events.counting, events.bounding, events.quantity_heads))
