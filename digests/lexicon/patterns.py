"""Regular expressions made of word lists, so that a rule never spells its words out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

#: Ends a word of a list that stands for all words beginning so: `refus*` is refuse, refused, refusal.
STEM = "*"

_APOSTROPHES = "'’‘"
_END = ""  #: stands in a tree where a word may end

#: The pieces of a pattern that words begin with, each with what may follow it.
_Tree = dict[str, "_Tree"]


def either(*lists: Iterable[str]) -> str:
    """One alternation of all words of some lists, longest first, without a group or borders of its own.

    A space in an entry matches any white space, an apostrophe any of those that are typed for one, and an entry that
    ends in `*` every word that begins with it. Words that begin alike part where they differ, so that thousands are
    not tried one by one. Raises ValueError where the lists hold no word, as an empty alternation would match
    everywhere.
    """
    words = sorted({word for words in lists for word in words}, key=lambda word: (-len(word), word))
    if not words:
        raise ValueError("an alternation needs at least one word")
    tree: _Tree = {}
    for word in words:
        branch = tree
        for piece in _pieces(word):
            branch = branch.setdefault(piece, {})
        branch[_END] = {}
    return "|".join(_alternatives(tree))


def _pieces(word: str) -> Iterator[str]:
    """The pattern of each character of a word."""
    stem = word.removesuffix(STEM)
    for character in stem:
        if character == " ":
            yield r"\s+"
        else:
            yield f"[{_APOSTROPHES}]" if character in _APOSTROPHES else re.escape(character)
    if stem != word:
        yield r"\w*"


def _alternatives(tree: _Tree) -> Iterator[str]:
    for piece, rest in tree.items():
        if piece != _END:
            yield piece + _rest(rest)


def _rest(tree: _Tree) -> str:
    """What follows a piece: one way, or several, or perhaps nothing."""
    ways = [*_alternatives(tree)]
    if len(ways) == len(tree) == 1:
        return ways[0]
    if not ways:
        return ""
    return f"(?:{'|'.join(ways)})" + ("?" if _END in tree else "")
