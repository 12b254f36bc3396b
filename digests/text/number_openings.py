"""How a number begins, in figures or in words, and what bounds or blurs it, for use within larger patterns."""

from __future__ import annotations

import functools

from digests.lexicon import Lexicon, either


@functools.cache
def number_opening(lexicon: Lexicon) -> str:
    """What a number begins with: a figure, a word for one, or a share or a scale with its article."""
    numbers = lexicon.numbers
    shares = (numbers.fractions, numbers.scales, numbers.couple)
    return (
        rf"(?:[$£€¥]?\d|(?:{either(numbers.units, numbers.vague, numbers.half)})\b|"
        rf"(?:{either(lexicon.grammar.indefinite_articles)})\s+(?:{either(*shares)})\b)"
    )


@functools.cache
def number_bounds(lexicon: Lexicon) -> str:
    """What stands before a number and bounds or blurs it: “at least”, “nearly”; signs are left out."""
    phrases = (phrase for phrase in lexicon.numbers.bounds_before if all(word.isalpha() for word in phrase))
    return rf"(?:{either(map(' '.join, phrases))})"
