"""How much a line tells of what its article speaks of most: one that tells nothing of it is hard to follow alone."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator

from digests.lexicon import Lexicon
from digests.models import Article, DigestItem
from digests.relations.statements.stems import stem_of
from digests.text.sentences import cached_by_text

_WORD = re.compile(r"[^\W_]{2,}")
_HEADLINE = 4  #: how many times a word of the headline counts
_TOPICS = 8  #: what a line is about, by the words that an article has most often
_FIRST_TOPICS = 5


def topics(item: DigestItem, article: Article, lexicon: Lexicon) -> dict[str, float]:
    """How many of its article's topics a line names, by itself and behind the claimant, and how much its words tell."""
    frequent = _most_frequent(article.headline, article.body, lexicon)
    words = set(telling_stems(item.body, lexicon))
    headline = set(telling_stems(article.headline, lexicon))
    line = words.union(telling_stems(item.claimant, lexicon))
    return {
        "topics": min(len(line.intersection(frequent)), 6) / 6,
        "topics in words": min(len(words.intersection(frequent[:_FIRST_TOPICS])), 4) / 4,
        "headline in words": len(words & headline) / max(len(headline), 1),
        "telling words": len(words) / max(len(item.body.split()), 1),
    }


@functools.lru_cache(maxsize=64)
def _most_frequent(headline: str, body: str, lexicon: Lexicon) -> tuple[str, ...]:
    counts = Counter[str]()
    for word, count in Counter(_telling_words(body, lexicon)).items():
        counts[_stem(word, lexicon)] += count
    for stem in telling_stems(headline, lexicon):
        counts[stem] += _HEADLINE
    return tuple(sorted(counts, key=lambda stem: (-counts[stem], stem))[:_TOPICS])


def stems(text: str, lexicon: Lexicon) -> Iterator[str]:
    """The words of a text without their endings."""
    return (_stem(word, lexicon) for word in _WORD.findall(text.lower()))


@cached_by_text
def telling_stems(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Those of a text's words that tell anything, without their endings."""
    return tuple(_stem(word, lexicon) for word in _telling_words(text, lexicon))


def _telling_words(text: str, lexicon: Lexicon) -> Iterator[str]:
    untelling = _untelling(lexicon)
    return (word for word in _WORD.findall(text.lower()) if word not in untelling)


@functools.lru_cache(maxsize=100_000)
def _stem(word: str, lexicon: Lexicon) -> str:
    return stem_of(word, lexicon)


@functools.cache
def _untelling(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.texts.small_words.union(lexicon.texts.stop_words, lexicon.calendar.weekdays)
