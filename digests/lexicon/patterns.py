"""Regular expressions made of word lists, so that a rule never spells its words out."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: Ends a word of a list that stands for all words beginning so: `refus*` is refuse, refused, refusal.
STEM = "*"


_APOSTROPHE = re.compile("['’‘]")


def either(*lists: Iterable[str]) -> str:
    """One alternation of all words of some lists, longest first, without a group or borders of its own.

    A space in an entry matches any white space, an apostrophe any of those that are typed for one, and an entry that
    ends in `*` every word that begins with it. Words of one first letter share it, so that most are never tried.
    Raises ValueError where the lists hold no word, as an empty alternation would match everywhere.
    """
    words = sorted({word for words in lists for word in words}, key=lambda word: (-len(word), word))
    if not words:
        raise ValueError("an alternation needs at least one word")
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0].lower(), []).append(word)
    return "|".join(map(_alternation, by_letter.values()))


def _alternation(words: list[str]) -> str:
    """Words whose first letters are the same but for their case, longest first: what may precede stays before."""
    first = words[0][0]
    if len(words) == 1 or not first.isalpha() or any(word[0] != first for word in words):
        return "|".join(map(_pattern, words))
    return f"{first}(?:{'|'.join(_pattern(word[1:]) for word in words)})"


def _pattern(word: str) -> str:
    stem = word.removesuffix(STEM)
    pattern = r"\s+".join(re.escape(part) for part in stem.split(" "))
    pattern = _APOSTROPHE.sub(_APOSTROPHE.pattern, pattern)
    return pattern + (r"\w*" if stem != word else "")
