"""The words of a text, with their offsets and what stands between them."""

from __future__ import annotations

import re
from typing import NamedTuple

from digests.places.lexicon import SHORTENED
from digests.text import fold

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]\w*(?:[’'‘ʼ´`][^\W\d_]+)*")
_APOSTROPHES = frozenset("’'‘ʼ´`")
_STOPS = frozenset('.!?…:;\n\r“”"•|')


class Token(NamedTuple):
    """A word without its possessive ending; `gap` is what stands between it and the next one."""

    start: int
    end: int
    text: str
    key: str  #: the word folded
    capital: bool
    possessive: bool
    opens: bool  #: whether it may owe its capital to its position
    gap: str


def tokenise(text: str) -> list[Token]:
    """All words of a text in order."""
    tokens: list[Token] = []
    before, last, make = "\n", "", Token._make
    matches = list(_WORD.finditer(text))
    for match, following in zip(matches, [*(match.start() for match in matches[1:]), len(text)], strict=False):
        start, end = match.span()
        gap = text[end:following]
        word = match.group()
        plain = word.isalpha() and word.isascii()
        possessive = not plain and word[-1] in "sS" and len(word) > 2 and word[-2] in _APOSTROPHES
        if possessive:
            word = word[:-2]
        opens = before != " " and not _STOPS.isdisjoint(before) and not _abbreviates(before, last)
        before, last = gap, word.lower() if plain else fold(word)
        tokens.append(make((start, start + len(word), word, last, word[0].isupper(), possessive, opens, gap)))
    return tokens


def _abbreviates(gap: str, key: str) -> bool:
    """Whether a point belongs to the word before it rather than to a sentence."""
    return gap == ". " and (key in SHORTENED or len(key) == 1)


def joins(token: Token) -> bool:
    """Whether the next word may belong to the same name."""
    if token.possessive:
        return False
    return token.gap in {" ", "-", "\u00a0", "–", "‐"} or (token.gap == ". " and token.key in SHORTENED)


def runs_on(token: Token) -> bool:
    """Whether the next word follows with nothing but a space, a hyphen or an abbreviation's point between."""
    return token.gap in {" ", "-", "\u00a0"} or (token.gap == ". " and len(token.key) <= 4)
