"""English numbers in words."""

from __future__ import annotations

from digests.lexicon.groups import Numbers

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

NUMBERS = Numbers(
    units={word: value for value, word in enumerate(_SMALL)} | {word: 10 * n for n, word in enumerate(_TENS, 2)},
    scales={
        "dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "mn": 1e6,
        "bn": 1e9, "trn": 1e12, "tn": 1e12,
    },
    fractions=frozenset("half third quarter fifth tenth".split()),
    bare_fractions=frozenset({"half"}),
    multitudes=frozenset("dozens hundreds thousands millions billions trillions".split()),
    approximators=frozenset(
        "about|almost|around|approximately|as many as|as much as|at least|at most|between|close to|fewer than|just|"
        "less than|more than|nearer|nearer to|nearly|over|roughly|some|under|up to".split("|")
    ),
)  # fmt: skip
