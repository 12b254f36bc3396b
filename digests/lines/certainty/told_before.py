"""How a line hangs on what its article told before: things with “the” that nothing in it tells apart, words again."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon
from digests.lines.certainty.topics import stems, telling_stems
from digests.lines.certainty.unheld_nouns import definite_phrases, is_specified
from digests.models import Article, Claim, DigestItem
from digests.text.sentences import sentences
from digests.text.spans import index_holding

_EARLY = 12  #: characters within which a line begins with a thing
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


class _Definites(NamedTuple):
    """How many things with “the” a line has, by what tells them apart."""

    specified: int = 0  #: by what stands behind their noun
    open: int = 0  #: by nothing in the line
    known: int = 0  #: by nothing in the line, and the article had their noun before
    of_headline: int = 0  #: by nothing in the line, and the headline has their noun
    early: int = 0  #: by nothing in the line, which begins with them


def told_before(claim: Claim, item: DigestItem, article: Article, lexicon: Lexicon) -> dict[str, float]:
    """How many things of a line its words tell apart or leave open, and how many of its words stood before it."""
    text, place = article.body, claim.attribution.start
    first_places = _first_places(text, lexicon)
    things = _definites(item, article.headline, place, first_places, lexicon)
    words = telling_stems(item.body, lexicon)
    spans = sentences(text, lexicon)
    number = index_holding(spans, place)
    sentence_before = set(telling_stems(text[slice(*spans[number - 1])], lexicon)) if number else set[str]()
    count = max(1, len(words))
    return {
        "the, specified": min(things.specified, 3) / 3,
        "the, open": min(things.open, 4) / 4,
        "the, told before": min(things.known, 3) / 3,
        "the, of the headline": min(things.of_headline, 2) / 2,
        "the, open and early": float(bool(things.early)),
        "words told before": sum(first_places.get(word, place) < place for word in words) / count,
        "words of the sentence before": sum(word in sentence_before for word in words) / count,
    }


def _definites(
    item: DigestItem, headline: str, place: int, first_places: dict[str, int], lexicon: Lexicon
) -> _Definites:
    known = set(stems(item.claimant, lexicon))
    of_headline = set(stems(headline, lexicon))
    counts = [0] * len(_Definites._fields)
    for start, end, noun in definite_phrases(item.body, lexicon):
        if is_specified(item.body, end, lexicon):
            counts[0] += 1
            continue
        stem = next(iter(stems(noun, lexicon)), noun)
        if stem in known or stem in set(stems(item.body[:start], lexicon)):
            continue
        flags = (True, first_places.get(stem, place) < place, stem in of_headline, start <= _EARLY)
        for number, flag in enumerate(flags, 1):
            counts[number] += flag
    return _Definites(*counts)


@functools.lru_cache(maxsize=64)
def _first_places(text: str, lexicon: Lexicon) -> dict[str, int]:
    """Where a text has each word first, by its stem."""
    places, word_places = dict[str, int](), dict[str, int]()
    for match in _WORD.finditer(text):
        word_places.setdefault(match[0], match.start())
    for word, place in word_places.items():
        for stem in stems(word, lexicon):
            places.setdefault(stem, place)
    return places
