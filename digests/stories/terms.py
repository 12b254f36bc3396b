"""The words of an article that say which story it belongs to."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from functools import cache, lru_cache

from digests.lexicon import Lexicon
from digests.models import Article

BITS = 18  #: terms are hashed into 2^18 places
LEAD_WORDS = 240  #: how much of a text says which story it is
LEAD_CHARS = LEAD_WORDS * 12  #: what surely holds as many words
HEADLINE = 4  #: how many times a word of the headline counts

_TERM = re.compile(r"[^\W_]{2,}")


def terms_of_story(article: Article, lexicon: Lexicon) -> dict[int, int]:
    """The first terms of an article, hashed, with how often each stands there; its headline's count as several."""
    headline, body = (_TERM.findall(text.lower()) for text in (article.headline, article.body[:LEAD_CHARS]))
    counts, untelling = Counter(body[:LEAD_WORDS]), _untelling(lexicon)
    counts.update({word: HEADLINE * count for word, count in Counter(headline).items()})
    return {_place(word): count for word, count in counts.items() if word not in untelling}


@cache
def _untelling(lexicon: Lexicon) -> frozenset[str]:
    """The words that do not tell one story from another."""
    return lexicon.texts.small_words.union(lexicon.texts.stop_words, lexicon.calendar.weekdays)


@lru_cache(maxsize=200_000)
def _place(word: str) -> int:
    return zlib.crc32(word.encode()) & ((1 << BITS) - 1)
