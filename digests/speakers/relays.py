"""Who passes on what another says: the outlets between a speaker and the article."""

from __future__ import annotations

import functools

from digests.actors import ActorIndex
from digests.lexicon import Lexicon
from digests.models import Attribution, Claimant
from digests.speakers.noun_phrases import plain
from digests.text.folding import fold


@functools.cache
def _outlet_words(lexicon: Lexicon) -> frozenset[str]:
    words = lexicon.descriptions
    generic = {noun.split(" ")[-1] for noun, role in words.generic.items() if role == "outlet"}
    return words.role_nouns["outlet"] | generic


def relay_of(
    text: str, attribution: Attribution, claimant: Claimant, index: ActorIndex, lexicon: Lexicon
) -> str | None:
    """The name of whoever passes an attribution's words on; somebody who was told them does only as an outlet."""
    words = plain(" ".join(" ".join(text[start:end] for start, end in attribution.relay).split()), lexicon)
    if not words:
        return None
    match = index.recognise(words)
    is_outlet = not _outlet_words(lexicon).isdisjoint(fold(words).split())
    if match is not None:
        is_outlet, words = match.actor.role == "outlet", match.actor.label
    cue = " ".join(text[start:end] for start, end in attribution.cue).split()
    is_hearer = bool(cue) and cue[-1].lower() in lexicon.verbs.telling and _follows(attribution)
    return None if words == claimant.name or (is_hearer and not is_outlet) else words


def _follows(attribution: Attribution) -> bool:
    """Whether whoever is named stands right behind the cue, as those do who are told something."""
    return 0 <= attribution.relay[0][0] - attribution.cue[-1][1] <= 1
