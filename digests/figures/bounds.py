"""How a number is bounded: "about", "at least", "up to", "or more"."""

from __future__ import annotations

from digests.figures.units import is_duration
from digests.models import Bound
from digests.text.numbers import Tokens, hyphenated, low_at, touches

_TABLE: dict[Bound, str] = {
    "about": "about | around | approximately | approx | approx . | roughly | some | circa | ca . | c . | ~ | ≈ | "
    "nearly | almost | close to | estimated | estimated at | in the region of | more or less | virtually | practically",
    "at_least": "at least | no fewer than | no less than | not less than | not fewer than | minimum of | ≥ | "
    "at the very least | at a minimum",
    "up_to": "up to | as much as | as many as | as far as | as long as | as high as | as deep as | at most | "
    "no more than | not more than | maximum of | ≤ | within | no later than | not exceeding",
    "more_than": "more than | over | above | in excess of | exceeding | exceeded | exceeds | greater than | "
    "upwards of | upward of | beyond | > | higher than | longer than | north of | larger than | bigger than",
    "less_than": "less than | fewer than | under | below | lower than | < | short of | not even | smaller than | "
    "shorter than",
}
_BEFORE = {tuple(phrase.split()): bound for bound, phrases in _TABLE.items() for phrase in phrases.split("|")}
_LONGEST = max(map(len, _BEFORE))
_FILLERS = frozenset({"another", "an", "a", "additional", "further", "extra", "total", "of", "the", "just", "only"})
_WEAK = frozenset({"over", "under", "above", "below", "beyond", "short"})  #: prepositions of place and time, too
_SMALL = 10
_LASTING = frozenset("for of just well after is was been spent took takes lasted lasting".split())
_AFTER: dict[tuple[str, ...], Bound] = {
    ("or", "more"): "at_least",
    ("or", "so"): "about",
    ("or", "less"): "up_to",
    ("or", "fewer"): "up_to",
    ("or", "higher"): "at_least",
    ("and", "counting"): "at_least",
}


def bound_before(tokens: Tokens, i: int, value: float | None, unit: str | None) -> tuple[Bound, int]:
    """How the words before a number bound it, and the index of the first of them.

    "over" bounds counts of ten and more, and measures; "a dispute over two islands" is exact.
    """
    j = i
    for _ in range(4):
        for length in range(_LONGEST, 0, -1):
            phrase = tuple(tokens.lows[max(0, j - length) : j])
            bound = _BEFORE.get(phrase)
            if bound and not (phrase[0] in _WEAK and _is_preposition(tokens, j - length, value, unit)):
                return _widened(tokens, j - length, bound), j - length
        if low_at(tokens, j - 1) not in _FILLERS:
            break
        j -= 1
    return "exact", i


def _is_preposition(tokens: Tokens, i: int, value: float | None, unit: str | None) -> bool:
    """Whether "over" or "under" relates things: "a dispute over two islands", "$8 billion over 10 years"."""
    if is_duration(unit):
        return low_at(tokens, i - 1) not in _LASTING
    return unit is None and value is not None and value < _SMALL


def _widened(tokens: Tokens, i: int, bound: Bound) -> Bound:
    """Let an outer bound win over an estimate: "at least an estimated 300"."""
    if bound != "about":
        return bound
    i -= low_at(tokens, i - 1) == "an"
    outer = (_BEFORE.get(tuple(tokens.lows[max(0, i - length) : i])) for length in (3, 2))
    return next((found for found in outer if found), bound)


def bound_after(tokens: Tokens, i: int) -> tuple[Bound | None, int]:
    """How the words after a number bound it ("or more", "-odd", "+"), and the index after them."""
    bound = _AFTER.get((low_at(tokens, i), low_at(tokens, i + 1)))
    if bound:
        return bound, i + 2
    if low_at(tokens, i) == "+" and touches(tokens, i):
        return "at_least", i + 1
    word = low_at(tokens, i + 1) if hyphenated(tokens, i) else low_at(tokens, i)
    step = i + 2 if hyphenated(tokens, i) else i + 1
    if word == "odd":
        return "about", step
    if word == "plus" and low_at(tokens, step)[:1].isalpha():
        return "at_least", step
    return None, i
