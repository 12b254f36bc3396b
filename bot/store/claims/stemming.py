"""Words as both databases index them: folded, and the plural taken off English nouns."""

from __future__ import annotations

from functools import lru_cache

from digests.lexicon import ENGLISH
from digests.text.folding import fold

_LONGEST = 60
_CLAIMANT = "\ue000"  # a private letter, which folded words do not hold


def stems(text: str) -> list[str]:
    """Fold a text into words, so that “Drones” finds “drone” and marks on letters do not matter."""
    return [_stem(word) for word in fold(text).split() if word not in ENGLISH.texts.unindexed]


def claimant_word(word: str) -> str:
    """The same word as one of the claimant's name."""
    return word if word.startswith(_CLAIMANT) else _CLAIMANT + word


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    # Harman's S-stemmer: few rules, no wrong friends, and the same on both sides.
    word = word.replace(_CLAIMANT, "")[:_LONGEST]
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us")):
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith("sses"):
        return word[:-2]
    return word[:-1]
