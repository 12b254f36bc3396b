"""An article in few words: its own first sentences, whole, for a reader who asks what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from rapidfuzz import fuzz

from digests.lexicon import Lexicon, lexicon_of
from digests.lines.shortening import boundaries, cut
from digests.models import Article
from digests.text.folding import fold
from digests.text.printable import printable
from digests.text.sentences import sentences

WORDS = 100  #: the longest brief
SENTENCES = 3  #: how many sentences it is made of; what comes later says less of the whole
LOOKED_AT = 6  #: among how many they are looked for
FILLING = 8  #: words below which the rest of a brief stays empty
_ENDS = (".", "!", "?", "…")
SAME = 90  #: rapidfuzz ratio from which a sentence is the headline again


def brief(article: Article, words: int = WORDS) -> str:
    """The first three sentences of an article in at most so many words, the outlet's own, in their order.

    A sentence that is too long ends at a clause boundary, with “…”; where it has none, the next one that fits is
    taken. It is the outlet's account, and no claim of anybody in it is taken out of its sentence.
    """
    parts: list[str] = []
    room = words
    for sentence in islice(_sentences(article), SENTENCES):
        fitting = _fitting(sentence, room, lexicon_of(article))
        if fitting:
            parts.append(fitting)
            room -= len(fitting.split())
        if room < FILLING:
            break
    return " ".join(parts)


def _sentences(article: Article) -> Iterator[str]:
    """The sentences to begin with; the headline is not said twice, and what ends like no sentence is a caption."""
    headline = fold(article.headline)
    candidates = [printable(article.body[start:end]) for start, end in sentences(article.body)[:LOOKED_AT]]
    whole = [sentence for sentence in candidates if sentence.rstrip("”’\"')").endswith(_ENDS)]
    for sentence in whole or candidates:
        if sentence and not (headline and fuzz.ratio(fold(sentence), headline) >= SAME):
            yield sentence


def _fitting(sentence: str, room: int, lexicon: Lexicon) -> str | None:
    """A sentence, or as much of it as there is room for; none where too little is left."""
    if len(sentence.split()) <= room:
        return sentence
    cuts = [
        shorter
        for boundary in boundaries(sentence, lexicon)
        if (shorter := cut(sentence, boundary, bold=True, lexicon=lexicon))
    ]
    return next((shorter for shorter in reversed(cuts) if FILLING < len(shorter.split()) <= room), None)
