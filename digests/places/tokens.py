"""The words of a text, with their offsets and what stands between them."""

from __future__ import annotations

import re
from typing import NamedTuple

from digests.lexicon import Lexicon
from digests.text.folding import fold

_LETTERS = r"(?:[^\W\d_]\.){2,}|[^\W\d_]\w*(?:[’'‘ʼ´`][^\W\d_]+)*"
_WORD = re.compile(_LETTERS)
_WORD_AND_GAP = re.compile(rf"({_LETTERS})([\W\d_]*)")
_APOSTROPHES = frozenset("’'‘ʼ´`")
_STOPS = frozenset('.!?…:;\n\r“”"•|')


class Token(NamedTuple):
    """A word without its possessive ending; `gap` is what stands between it and the next one."""

    start: int
    end: int
    text: str
    key: str  #: the word folded, if it is capitalised
    capital: bool
    possessive: bool
    opens: bool  #: whether it may owe its capital to its position
    gap: str


def tokenise(text: str, lexicon: Lexicon) -> list[Token]:
    """All words of a text in order."""
    first = _WORD.search(text)
    if first is None:
        return []
    start, gap_before, last = first.start(), "\n", ""
    tokens: list[Token] = []
    make, shortened = Token._make, lexicon.places.shortened
    for word, gap in _WORD_AND_GAP.findall(text):
        end = start + len(word)
        if word.islower():
            last = word
            tokens.append(make((start, end, word, word, False, False, False, gap)))
        else:
            token = _capitalised(start, word, gap, opens=_opens(gap_before, last, shortened))
            last = token.key
            tokens.append(token)
        start, gap_before = end + len(gap), gap
    return tokens


def _capitalised(start: int, word: str, gap: str, *, opens: bool) -> Token:
    possessive = len(word) > 2 and word[-1] in "sS" and word[-2] in _APOSTROPHES
    if possessive:
        word = word[:-2]
    key = word.lower() if word.isascii() and word.isalpha() else fold(word)
    return Token(start, start + len(word), word, key, word[0].isupper(), possessive, opens, gap)


def _opens(gap: str, last: str, shortened: frozenset[str]) -> bool:
    """Whether a word after this gap opens a sentence or a heading; the point of “St.” or an initial does not count."""
    return gap != " " and not _STOPS.isdisjoint(gap) and not _abbreviates(gap, last, shortened)


def _abbreviates(gap: str, key: str, shortened: frozenset[str]) -> bool:
    """Whether a point belongs to the word before it rather than to a sentence."""
    return gap == ". " and (key in shortened or len(key) == 1)


def joins(token: Token, lexicon: Lexicon) -> bool:
    """Whether the next word may belong to the same name."""
    if token.possessive:
        return False
    return token.gap in {" ", "-", "\u00a0", "–", "‐"} or (token.gap == ". " and token.key in lexicon.places.shortened)


def runs_on(token: Token) -> bool:
    """Whether the next word follows with nothing but a space, a hyphen or an abbreviation's point between."""
    return token.gap in {" ", "-", "\u00a0"} or (token.gap == ". " and len(token.key) <= 4)
