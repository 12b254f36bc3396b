"""How a number is bounded: "about", "at least", "up to", "or more"."""

from __future__ import annotations

import functools

from digests.figures.units import is_duration
from digests.lexicon import Lexicon
from digests.models import Bound
from digests.text.numbers import Tokens, hyphenated, low_at, touches

_SMALL = 10


def bound_before(tokens: Tokens, i: int, value: float | None, unit: str | None) -> tuple[Bound, int]:
    """How the words before a number bound it, and the index of the first of them.

    "over" bounds counts of ten and more, and measures; "a dispute over two islands" is exact.
    """
    numbers, longest = tokens.lexicon.numbers, _longest(tokens.lexicon)
    j = i
    for _ in range(4):
        for length in range(longest, 0, -1):
            phrase = tuple(tokens.lows[max(0, j - length) : j])
            bound = numbers.bounds_before.get(phrase)
            if bound and not (phrase[0] in numbers.placing and _is_preposition(tokens, j - length, value, unit)):
                return _widened(tokens, j - length, bound), j - length
        if low_at(tokens, j - 1) not in numbers.between_bounds:
            break
        j -= 1
    return "exact", i


@functools.cache
def _longest(lexicon: Lexicon) -> int:
    return max(map(len, lexicon.numbers.bounds_before))


def _is_preposition(tokens: Tokens, i: int, value: float | None, unit: str | None) -> bool:
    """Whether "over" or "under" relates things: "a dispute over two islands", "$8 billion over 10 years"."""
    if is_duration(unit, tokens.lexicon):
        return low_at(tokens, i - 1) not in tokens.lexicon.numbers.before_lengths
    return unit is None and value is not None and value < _SMALL


def _widened(tokens: Tokens, i: int, bound: Bound) -> Bound:
    """Let an outer bound win over an estimate: "at least an estimated 300"."""
    if bound != "about":
        return bound
    i -= low_at(tokens, i - 1) in tokens.lexicon.grammar.indefinite_articles
    bounds = tokens.lexicon.numbers.bounds_before
    outer = (bounds.get(tuple(tokens.lows[max(0, i - length) : i])) for length in (3, 2))
    return next(filter(None, outer), bound)


def bound_after(tokens: Tokens, i: int) -> tuple[Bound | None, int]:
    """How the words after a number bound it ("or more", "-odd", "+"), and the index after them."""
    numbers = tokens.lexicon.numbers
    bound = numbers.bounds_after.get((low_at(tokens, i), low_at(tokens, i + 1)))
    if bound:
        return bound, i + 2
    if low_at(tokens, i) == "+" and touches(tokens, i):
        return "at_least", i + 1
    word = low_at(tokens, i + 1) if hyphenated(tokens, i) else low_at(tokens, i)
    step = i + 2 if hyphenated(tokens, i) else i + 1
    joined_bound = numbers.joined_bounds.get(word)
    if joined_bound and (word not in numbers.joined_before_nouns or low_at(tokens, step)[:1].isalpha()):
        return joined_bound, step
    return None, i
