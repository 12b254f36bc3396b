"""Words as both databases index them: folded, and the plural taken off English nouns."""

from __future__ import annotations

from digests.text import fold


def stems(text: str) -> list[str]:
    """Fold a text into words, so that “Drones” finds “drone” and marks on letters do not matter."""
    return [_stem(word) for word in fold(text).split()]


def _stem(word: str) -> str:
    # Harman's S-stemmer: few rules, no wrong friends, and the same on both sides.
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us")):
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith("sses"):
        return word[:-2]
    return word[:-1]
