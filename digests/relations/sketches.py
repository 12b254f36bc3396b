"""Claims as few bits, of which thousands are held against each other at once before any of them is read.

Each term sets one bit. Two claims may be related only if they share enough terms, and they share no more of them than
bits, but for terms of one claim that fell on one bit; so nothing that may be related is passed over.
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from digests.relations.similarity import LEAST_SHARED, TOUCHING, TOUCHING_LONGER

if TYPE_CHECKING:
    from digests.relations.facts import ClaimFacts

SIZE = 24  #: bytes of a sketch: 22 of bits, how many terms, and how many of those are not things that are counted
_BITS = 8 * (SIZE - 2)
_MOST = 255  #: terms that are counted; more set all bits
_MOST_CORE, _DENIES, _COUNTS = 63, 64, 128  # in the last byte
_PAIRS = 200_000  #: that are looked at in one go


def sketch_of(facts: ClaimFacts) -> bytes:
    """A claim's sketch."""
    return make_sketch(facts.terms, len(facts.core), denies=facts.is_denial, counts=facts.is_comparable)


def make_sketch(terms: frozenset[str], core: int, *, denies: bool, counts: bool) -> bytes:
    """A sketch of terms, so many of which are not things that are counted."""
    bits = 0
    for term in terms:
        bits |= _bit(term)
    if len(terms) > _MOST:
        bits = (1 << _BITS) - 1
    last = min(core, _MOST_CORE) | _DENIES * denies | _COUNTS * counts
    return bits.to_bytes(SIZE - 2, "little") + bytes((min(len(terms), _MOST), last))


@functools.lru_cache(maxsize=100_000)
def _bit(term: str) -> int:
    return 1 << zlib.crc32(term.encode()) % _BITS


Numbers = npt.NDArray[np.int64]
Answers = npt.NDArray[np.bool_]


class Sketches:
    """The sketches of some claims."""

    def __init__(self, sketches: Sequence[bytes]) -> None:
        table = np.frombuffer(b"".join(sketches), np.uint8).reshape(-1, SIZE)
        self.count, last = len(table), table[:, -1]
        self._terms = table[:, -2].astype(np.int16)
        self._core = (last & _MOST_CORE).astype(np.int16)
        self._denies, self._counts = (last & _DENIES).astype(bool), (last & _COUNTS).astype(bool)
        bits = table.copy()
        bits[:, -2:] = 0
        self._bits = bits.view(np.uint64)
        self._hidden = self._terms - np.bitwise_count(self._bits).sum(1, np.int16)  # terms without a bit of their own

    def may_relate(self, mine: Numbers, others: Sketches, theirs: Numbers) -> Answers:
        """For each pair of numbers, of a claim here and one of the others, whether they may be related."""
        parts = range(0, len(mine), _PAIRS)
        answers = [self._may_relate(mine[n : n + _PAIRS], others, theirs[n : n + _PAIRS]) for n in parts]
        return np.concatenate(answers) if answers else np.zeros(0, bool)

    def _may_relate(self, mine: Numbers, others: Sketches, theirs: Numbers) -> Answers:
        shared = np.bitwise_count(self._bits[mine] & others._bits[theirs]).sum(1, np.int16)
        shared += np.minimum(self._hidden[mine], others._hidden[theirs]).clip(0)
        terms, cores = (self._terms[mine], others._terms[theirs]), (self._core[mine], others._core[theirs])
        enough = (shared > 0) & (shared >= LEAST_SHARED * np.minimum(*terms))
        on_one_thing = (shared >= TOUCHING * np.minimum(*cores)) & (shared >= TOUCHING_LONGER * np.maximum(*cores))
        beyond_words = self._denies[mine] | others._denies[theirs] | (self._counts[mine] & others._counts[theirs])
        answers: Answers = enough & (beyond_words | on_one_thing)
        return answers
