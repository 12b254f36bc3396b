"""English numbers in words."""

from __future__ import annotations

from typing import Final

from digests.lexicon.amounts import Numbers
from digests.models import Bound

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_BEFORE: Final[dict[Bound, str]] = {
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
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

NUMBERS = Numbers(
    units={word: value for value, word in enumerate(_SMALL)} | {word: 10 * n for n, word in enumerate(_TENS, 2)},
    scales={
        "dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "mn": 1e6,
        "bn": 1e9, "trn": 1e12, "tn": 1e12,
    },
    letter_scales={"k": 1e3, "m": 1e6, "b": 1e9},
    leading_scales=frozenset("dozen hundred thousand".split()),
    vague=frozenset("tens dozens scores hundreds thousands millions billions trillions".split()),
    vague_of=frozenset({"tens", "scores"}),
    vague_of_scales=frozenset({"tens"}),
    quantifiers=frozenset("few several many multiple".split()),
    couple=frozenset({"couple"}),
    half=frozenset({"half"}),
    quarter=frozenset({"quarter"}),
    joining=frozenset({"and"}),
    fractions={"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10, "twelfth": 12},
    plural_fractions={"thirds": 3, "quarters": 4, "fifths": 5, "sixths": 6, "tenths": 10, "twelfths": 12},
    minus=frozenset({"minus"}),
    bounds_before={tuple(phrase.split()): bound for bound in _BEFORE for phrase in _BEFORE[bound].split("|")},
    bounds_after={
        ("or", "more"): "at_least",
        ("or", "so"): "about",
        ("or", "less"): "up_to",
        ("or", "fewer"): "up_to",
        ("or", "higher"): "at_least",
        ("and", "counting"): "at_least",
    },
    joined_bounds={"odd": "about", "plus": "at_least"},
    joined_before_nouns=frozenset({"plus"}),
    between_bounds=frozenset("another an a additional further extra total of the just only".split()),
    placing=frozenset("over under above below beyond short".split()),
    before_lengths=frozenset("for of just well after is was been spent took takes lasted lasting".split()),
    in_brackets=frozenset("about around approximately or nearly some roughly ~ over".split()),
    ranging=frozenset("ranging range ranged anywhere somewhere ranges".split()),
    ordinals={"first": 1, "second": 2, "third": 3, "fourth": 4},
    decimal_points=frozenset({"point"}),
    ordinal_endings=frozenset("st nd rd th".split()),
    halved=frozenset("first second other latter better s".split()),
)  # fmt: skip
