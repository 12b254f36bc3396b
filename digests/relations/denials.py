"""What a denial denies: a claim about the same event, or the one it points back to; never an article."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either
from digests.relations.events import ClaimFacts
from digests.relations.origins import same_claimant
from digests.relations.reasons import key_of
from digests.relations.similarity import covers, in_reach, overlap

DENIED_TOPIC = 0.25  #: share of the shorter one's words in common; a denial tells little of what it denies
NEARBY = 200  #: characters back from a denial such as “denied the claim” to what it denies

_BORDER = re.compile(r"[.!?][”\"’)]*\s")


@functools.cache
def _the_claim(lexicon: Lexicon) -> re.Pattern[str]:
    """What points back to a claim and says nothing else: “the claim”, “all such reports”."""
    definite = lexicon.grammar.articles - lexicon.grammar.indefinite_articles
    pointing = either(definite, lexicon.grammar.demonstratives, lexicon.events.pointing)
    return re.compile(rf"\W*(?:(?:{pointing}) )?(?:{either(lexicon.sources.claim_nouns)})\b\W*", re.IGNORECASE)


def denial(earlier: ClaimFacts, later: ClaimFacts) -> str | None:
    """Why the later claim denies the earlier one, or None: it is somebody else's, of the same event or right before."""
    if earlier.claim.kind == "denial" or same_claimant(earlier.claim.claimant, later.claim.claimant):
        return None
    if _points_back(earlier, later):
        return "the denial follows the claim in the article and points back to it"
    kinds = {(h.kind, h.polarity) for h in earlier.events}
    shared = next((h for h in later.events if (h.kind, -h.polarity) in kinds), None)
    if (
        shared is None
        or not in_reach(earlier, later)
        or not _denied_place(earlier, later)
        or overlap(earlier, later) < DENIED_TOPIC
    ):
        return None
    return f"the denial is of the same event: {key_of(shared, later)}"


def _points_back(earlier: ClaimFacts, later: ClaimFacts) -> bool:
    """Whether a denial such as “denied the claim” stands in the sentence of a claim or in the next."""
    exact = later.claim.passage.exact
    if earlier.article.id != later.article.id or not _the_claim(later.lexicon).fullmatch(exact):
        return False
    between = later.article.body[earlier.claim.passage.end : later.claim.passage.start]
    after = earlier.claim.passage.end < later.claim.passage.start
    return after and len(between) <= NEARBY and "\n" not in between and len(_BORDER.findall(between)) <= 1


def _denied_place(earlier: ClaimFacts, later: ClaimFacts) -> bool:
    if not later.places or not earlier.places:
        return earlier.article.id == later.article.id
    return covers(later, earlier) or covers(earlier, later)
