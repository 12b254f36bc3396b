"""Reading a text as tokens, and the numbers that stand in them as digits or in words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from digests.lexicon import ENGLISH, Lexicon

_TOKEN = re.compile(
    r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3}(?!\d))+"  # 40 000
    r"|\d+(?:,\d{3}(?!\d))*(?:\.\d+)?"
    r"|(?:[A-Za-z]\.){2,}"  # U.S., a.m.
    r"|[^\W\d_]+|\S"
)
_DIGITS_AT_MOST = 15  #: a longer number is no count
_BARE_AT_MOST = 9  #: a longer row of digits without separators is an identifier
_HUNDRED = 100.0  #: the one scale that others may follow

_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}


class Token(NamedTuple):
    """A word, a row of digits or a sign, with its offsets."""

    start: int
    end: int
    text: str
    low: str


class Number(NamedTuple):
    """A number read from tokens; `end` is the index of the token after it."""

    value: float | None  #: none where the words give none ("hundreds")
    end: int
    digits: bool = False  #: written as bare digits, without separators or a scale
    scaled: bool = False  #: with a scale such as "million"
    approximate: bool = False  #: "a couple of"
    letter: bool = False  #: with a scale of one letter, as in "200m"


class Tokens:
    """The tokens of a stretch of text, with the lexicon of its language.

    Each is made when it is asked for, since most never are.
    """

    def __init__(self, text: str, start: int, end: int, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._matches = list(_TOKEN.finditer(text, start, end))
        self.lows = [match[0].lower() for match in self._matches]

    def __len__(self) -> int:
        return len(self.lows)

    def __getitem__(self, i: int) -> Token:
        match = self._matches[i]
        return Token(match.start(), match.end(), match[0], self.lows[i])

    def __iter__(self) -> Iterator[Token]:
        return (self[i] for i in range(len(self)))

    def starts(self, i: int) -> int:
        """The offset at which a token begins."""
        return self._matches[i].start()

    def ends(self, i: int) -> int:
        """The offset at which a token ends."""
        return self._matches[i].end()


def tokens_of(text: str, start: int, end: int, lexicon: Lexicon = ENGLISH) -> Tokens:
    """Split `text[start:end]` into tokens whose offsets are into `text`."""
    return _tokens_of(text, start, end, lexicon)


@functools.lru_cache(maxsize=2)  # figures and dates are read from the same text in turn
def _tokens_of(text: str, start: int, end: int, lexicon: Lexicon) -> Tokens:
    return Tokens(text, start, end, lexicon)


def low_at(tokens: Tokens, i: int) -> str:
    """The token's text in lower case, or nothing where there is no such token."""
    return tokens.lows[i] if 0 <= i < len(tokens.lows) else ""


def touches(tokens: Tokens, i: int) -> bool:
    """Whether the token follows the one before it without a gap."""
    return 0 < i < len(tokens) and tokens.starts(i) == tokens.ends(i - 1)


def hyphenated(tokens: Tokens, i: int) -> bool:
    """Whether the token is a hyphen between two words that it joins."""
    return low_at(tokens, i) in {"-", "‑"} and touches(tokens, i) and touches(tokens, i + 1)


@functools.cache
def number_words(lexicon: Lexicon) -> frozenset[str]:
    """Every word that a number may begin with, in lower case."""
    numbers = lexicon.numbers
    return frozenset(numbers.units) | lexicon.grammar.articles.union(
        numbers.vague, numbers.quantifiers, numbers.half, numbers.couple, numbers.leading_scales
    )


def read_number(tokens: Tokens, i: int) -> Number | None:
    """Read the number that begins at a token, if one does."""
    if i < len(tokens) and tokens[i].text[0].isdecimal():
        return _digits(tokens, i)
    return _vague(tokens, i) or _words(tokens, i)


def _digits(tokens: Tokens, i: int) -> Number | None:
    text = tokens[i].text
    plain = re.sub(r"[, \u00a0\u202f]", "", text)
    if len(plain) > _DIGITS_AT_MOST or (text.isdecimal() and len(text) > _BARE_AT_MOST):
        return None
    value, end = float(plain), i + 1
    if low_at(tokens, end) in _VULGAR and touches(tokens, end):
        value, end = value + _VULGAR[tokens[end].text], end + 1
    numbers = tokens.lexicon.numbers
    letter = numbers.letter_scales.get(low_at(tokens, end)) if touches(tokens, end) else None
    if letter:
        return Number(value * letter, end + 1, scaled=True, letter=True)
    size = numbers.scales.get(low_at(tokens, end + 1 if hyphenated(tokens, end) else end))
    if size:
        return Number(_times(value, size), end + 1 + hyphenated(tokens, end), scaled=True)
    return Number(value, end, digits=text.isdecimal())


def _times(value: float, scale: float) -> float:
    return round(value * scale, 6)


def _vague(tokens: Tokens, i: int) -> Number | None:
    """Read “hundreds”, “tens of thousands”, “several hundred”, “a few dozen” and “a couple”."""
    numbers, word = tokens.lexicon.numbers, low_at(tokens, i)
    if word in numbers.vague:
        partitive = low_at(tokens, i + 1) == "of"
        larger = partitive and low_at(tokens, i + 2) in numbers.vague
        if (word in numbers.vague_of and not partitive) or (word in numbers.vague_of_scales and not larger):
            return None
        return Number(None, i + 3 if larger else i + 1, scaled=True)
    if word in tokens.lexicon.grammar.articles and low_at(tokens, i + 1) in numbers.quantifiers | numbers.couple:
        word, i = low_at(tokens, i + 1), i + 1
    scale = low_at(tokens, i + 1)
    if word in numbers.quantifiers and scale in numbers.scales:
        return Number(None, i + 2, scaled=True)
    if word in numbers.couple:
        skip = i + 2 if scale == "of" else i + 1
        times = numbers.scales.get(low_at(tokens, skip))
        return Number(2 * (times or 1), skip + (times is not None), scaled=times is not None, approximate=True)
    return None


def _words(tokens: Tokens, i: int) -> Number | None:
    """Read “twenty-five”, “two hundred and fifty thousand”, “a dozen”, “half a million” and “two and a half”."""
    numbers, articles, first = tokens.lexicon.numbers, tokens.lexicon.grammar.indefinite_articles, low_at(tokens, i)
    if first in numbers.half:
        scale = next((j for j in range(i + 1, i + 5) if low_at(tokens, j) not in {*articles, "-"}), i)
        size = numbers.scales.get(low_at(tokens, scale))
        return Number(size / 2, scale + 1, scaled=True) if size else None
    if first in articles and low_at(tokens, i + 1) in numbers.quarter and low_at(tokens, i + 2) == "of":
        size = numbers.scales.get(low_at(tokens, i + 4)) if low_at(tokens, i + 3) in articles else None
        return Number(size / 4, i + 5, scaled=True) if size else None
    if first in articles:
        return _compound(tokens, i + 1) if low_at(tokens, i + 1) in numbers.scales else None
    return _compound(tokens, i) if first in numbers.units or first in numbers.leading_scales else None


def _compound(tokens: Tokens, i: int) -> Number:
    units, scales = tokens.lexicon.numbers.units, tokens.lexicon.numbers.scales
    total, group, has_scale = 0.0, 0.0, False
    j = i
    while j < len(tokens):
        word = tokens.lows[j]
        size = scales.get(word)
        if word in units and _fits(group, units[word], first=j == i or (has_scale and not group)):
            group += units[word]
        elif size == _HUNDRED and group < 100:
            group, has_scale = (group or 1) * 100, True
        elif size and size != _HUNDRED:
            total, group, has_scale = total + (group or 1) * size, 0.0, True
        elif not _joins(tokens, j, group, scaled=has_scale):
            break
        j += 1
    if _and_a_half(tokens, j):
        scale = scales.get(low_at(tokens, j + 3))
        return Number((total + group + 0.5) * (scale or 1), j + 3 + bool(scale), scaled=has_scale or bool(scale))
    return Number(total + group, j, scaled=has_scale)


def _and_a_half(tokens: Tokens, i: int) -> bool:
    numbers, articles = tokens.lexicon.numbers, tokens.lexicon.grammar.indefinite_articles
    return (
        low_at(tokens, i) in numbers.joining
        and low_at(tokens, i + 1) in articles
        and low_at(tokens, i + 2) in numbers.half
    )


def _fits(group: float, value: int, *, first: bool) -> bool:
    """Whether a small number may follow the group so far: five after twenty, fifty after two hundred."""
    rest = group % 100
    return first or (group >= 100 and rest == 0) or (rest >= 20 and rest % 10 == 0 and 0 < value < 10)


def _joins(tokens: Tokens, j: int, group: float, *, scaled: bool) -> bool:
    """Whether “and” or a hyphen stands between two parts of one number."""
    numbers, next_word = tokens.lexicon.numbers, low_at(tokens, j + 1)
    if low_at(tokens, j) in numbers.joining:
        return scaled and group % 100 == 0 and next_word in numbers.units
    if not hyphenated(tokens, j):
        return False
    return next_word in numbers.scales or (
        next_word in numbers.units and (group == 0 or _fits(group, numbers.units[next_word], first=False))
    )
