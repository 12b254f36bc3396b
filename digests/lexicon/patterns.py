"""Regular expressions made of word lists, so that a rule never spells its words out."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence

#: Ends a word of a list that stands for all words beginning so: `refus*` is refuse, refused, refusal.
STEM = "*"
FEW = 20  #: words up to which trying them one by one costs less than parting them

_APOSTROPHE = re.compile("['’‘]")


def either(*lists: Iterable[str]) -> str:
    """One alternation of all words of some lists, longest first, without a group or borders of its own.

    A space in an entry matches any white space, an apostrophe any of those that are typed for one, and an entry that
    ends in `*` every word that begins with it. Words with one first letter stand together, so that thousands are not
    tried one by one. Raises ValueError where the lists hold no word, as an empty alternation would match everywhere.
    """
    words = frozenset[str]().union(*lists)
    if not words:
        raise ValueError("an alternation needs at least one word")
    return _alternation(words)


@functools.cache
def _alternation(words: frozenset[str]) -> str:
    return _parted(sorted(words, key=lambda word: (-len(word), word)))


def _parted(words: Sequence[str]) -> str:
    """An alternation in which words that begin alike stand together, where they are many."""
    if len(words) <= FEW:
        return "|".join(map(_pattern, words))
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[:1], []).append(word[1:])
    return "|".join(_pattern(first) + _grouped(others) for first, others in rests.items())


def _grouped(words: Sequence[str]) -> str:
    return _pattern(words[0]) if len(words) == 1 else f"(?:{_parted(words)})"


def _pattern(word: str) -> str:
    if word.isalpha():
        return word
    stem = word.removesuffix(STEM)
    pattern = r"\s+".join(re.escape(part) for part in stem.split(" "))
    pattern = _APOSTROPHE.sub(_APOSTROPHE.pattern, pattern)
    return pattern + (r"\w*" if stem != word else "")
