"""Articles that are copies of one another: MinHash over three-word shingles, confirmed word by word in order."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from digests.models import Article

PERMUTATIONS = 128
NEAR = 0.25  #: estimated resemblance from which a pair is looked at
SAME_ORDER = 0.55  #: how much of the shorter text must stand in the longer one, in order
MOST_WORDS = 4_000  #: how much of a long text is looked at
MOST_CANDIDATES = 8  #: how many of the nearest are confirmed

_WORD = re.compile(r"\w+")
_CHUNK = 512  #: shingles hashed at a time, so that the table stays in the processor's cache
_MIX = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9))

_Words = NDArray[np.uint64]
_Signature = NDArray[np.uint32]


def _multipliers() -> NDArray[np.uint64]:
    """Fixed odd numbers, the same in every process."""
    return np.random.default_rng(128).integers(1, 2**63, PERMUTATIONS, dtype=np.uint64) * np.uint64(2) + np.uint64(1)


_MULTIPLIERS = _multipliers()


@dataclass(slots=True)
class CopyIndex:
    """The articles seen so far, by what copies of them would share; each one added is compared with those before."""

    _bands: dict[tuple[int, int], list[int]] = field(default_factory=dict)
    _ids: list[str] = field(default_factory=list)
    _signatures: list[_Signature] = field(default_factory=list)
    _words: list[_Words] = field(default_factory=list)
    _original: dict[str, str] = field(default_factory=dict)  #: of every article seen, the first of its copies
    _at_url: dict[str, str] = field(default_factory=dict)

    def add(self, article: Article) -> str | None:
        """The id of the first article that this one is a copy of, or None if it is new; later ones are compared to it.

        A later version of an article, and one that replaces another, is no copy of it.
        """
        words = hashed_words(article.body)
        signature = sign(words)
        # Two of 128 in a band: a pair at a resemblance of .35 shares one of the 64 bands in 9,998 cases of 10,000.
        keys = list(enumerate(signature.view(np.uint64).tolist()))
        excluded_ids = {article.id, article.supersedes}
        copy_of = self._declared(article) or self._nearest(words, signature, keys, excluded_ids)
        if copy_of in excluded_ids:
            copy_of = None
        self._keep(article, words, signature, keys)
        self._original.setdefault(article.id, copy_of or article.id)
        for url in (article.url, *_reprinted(article)):
            if url:
                self._at_url.setdefault(url, self._original[article.id])
        return copy_of

    def _declared(self, article: Article) -> str | None:
        """The original of an article that says it is a reprint."""
        return next((self._at_url[url] for url in _reprinted(article) if url in self._at_url), None)

    def _nearest(
        self, words: _Words, signature: _Signature, keys: list[tuple[int, int]], excluded_ids: set[str | None]
    ) -> str | None:
        met = {i for key in keys for i in self._bands.get(key, ()) if self._ids[i] not in excluded_ids}
        if not met:
            return None
        order = sorted(met)
        table = np.stack([self._signatures[i] for i in order])
        alike = np.count_nonzero(table == signature, axis=1) / PERMUTATIONS
        nearest = sorted((-score, i) for score, i in zip(alike.tolist(), order, strict=True) if score >= NEAR)
        copies = (i for _, i in nearest[:MOST_CANDIDATES] if in_same_order(words, self._words[i]))
        first = next(copies, None)
        return None if first is None else self._original[self._ids[first]]

    def _keep(self, article: Article, words: _Words, signature: _Signature, keys: list[tuple[int, int]]) -> None:
        for key in keys:
            self._bands.setdefault(key, []).append(len(self._ids))
        self._ids.append(article.id)
        self._signatures.append(signature)
        self._words.append(words.astype(np.uint32))


def hashed_words(text: str) -> _Words:
    """The words of a text in order, each as a number, whatever their case."""
    words = _WORD.findall(text.lower())[:MOST_WORDS]
    return np.fromiter((zlib.crc32(word.encode()) for word in words), dtype=np.uint64, count=len(words))


def sign(words: _Words) -> _Signature:
    """The MinHash signature of a text's three-word shingles; a text of fewer words is one shingle."""
    if len(words) < 3:
        words = np.concatenate([words, np.zeros(3 - len(words), dtype=np.uint64)])
    shingles = words[:-2] * _MIX[0] ^ words[1:-1] * _MIX[1] ^ words[2:] * _MIX[2]
    shingles = (shingles ^ (shingles >> np.uint64(29))) * _MIX[1]
    minima = np.full(PERMUTATIONS, np.iinfo(np.uint32).max, dtype=np.uint32)
    for start in range(0, len(shingles), _CHUNK):
        part = shingles[start : start + _CHUNK]
        table = ((part[:, None] * _MULTIPLIERS) >> np.uint64(32)).astype(np.uint32)
        np.minimum(minima, table.min(axis=0), out=minima)
    return minima


def in_same_order(first: _Words, second: _Words) -> bool:
    """Whether most of the shorter text stands in the longer one, word after word."""
    shorter = max(1, min(len(first), len(second)))
    fewest = int(SAME_ORDER * shorter)
    return LCSseq.similarity(first.tolist(), second.tolist()) >= fewest


def _reprinted(article: Article) -> tuple[str, ...]:
    return tuple(d.url for d in article.derived_from if d.relation == "reprint" and d.url)
