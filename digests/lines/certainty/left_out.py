"""What a line leaves out of the sentences that it is taken from, and what stands right before them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Article, Claim, DigestItem
from digests.text.sentences import sentences
from digests.text.spans import index_holding

_WORD = re.compile(r"[^\W\d_][\w’'-]+")
_MOST = 25  #: words
_BEFORE = 120  #: characters before what is said
_HALF = 0.5


class _Patterns(NamedTuple):
    place: re.Pattern[str]  #: “in Ohio”, which may be where alone something holds
    contrast: re.Pattern[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    holding = either(lexicon.places.holding)
    contrasts = either(lexicon.hedges.concessions, lexicon.hedges.exceptions)
    return _Patterns(
        place=re.compile(rf"\b(?i:{holding}) [A-Z]"), contrast=re.compile(rf"\b(?:{contrasts})\b", re.IGNORECASE)
    )


def left_out(claim: Claim, item: DigestItem, article: Article, lexicon: Lexicon) -> dict[str, float]:
    """How much of its sentences is neither who speaks nor what is said, and how much of that is not printed."""
    text, patterns, attribution = article.body, _patterns(lexicon), claim.attribution
    start, end = attribution.start, attribution.end
    spans = sentences(text, lexicon)
    first, last = index_holding(spans, start), index_holding(spans, end - 1)
    rest = " ".join(_rest(claim, text, spans[first][0], spans[last][1]))
    source = attribution.source
    ahead = text[spans[index_holding(spans, source[0][0])][0] : source[0][0]] if source else ""
    whole = sum(len(word) for begin, stop in attribution.content for word in _WORD.findall(text[begin:stop]))
    return {
        "words left out": min(len(_WORD.findall(rest)), _MOST) / _MOST,
        "place left out": float(bool(patterns.place.search(rest))),
        "opening left out": float(ahead.rstrip().endswith(",") and source[-1][1] <= start),
        "contrast before": float(bool(patterns.contrast.search(text, max(start - _BEFORE, 0), start))),
        "cut by half": float(sum(map(len, _WORD.findall(item.body))) < _HALF * whole),
    }


def _rest(claim: Claim, text: str, start: int, end: int) -> Iterator[str]:
    """What stands between two places beside source, cue and content."""
    attribution = claim.attribution
    for begin, stop in sorted((*attribution.source, *attribution.cue, *attribution.content)):
        if start < begin:
            yield text[start : min(begin, end)]
        start = max(start, stop)
    yield text[start:end]
