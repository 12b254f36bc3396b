"""Whether words stand beside an article rather than in it: a note, a link, a caption, the headline again."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Article, Claim
from digests.text.sentences import paragraphs
from digests.text.spans import span_holding

_LEAST_SHARED = 0.9  #: of a headline's words in a claim that says nothing else


class _Patterns(NamedTuple):
    opening: re.Pattern[str]  #: how a paragraph begins that is no text of the article's own
    inserted: re.Pattern[str]  #: what stands between the words of an article


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    openings = either(lexicon.reporting.notes, lexicon.boilerplate.openings)
    labels = either(lexicon.reporting.labels, lexicon.boilerplate.labels)
    return _Patterns(
        opening=re.compile(rf"(?:{openings})\b|(?:{labels})\s*[:|>]", re.IGNORECASE),
        inserted=re.compile(rf"(?<![A-Z] )\b(?:{either(lexicon.boilerplate.inserted)})\b(?! [A-Z]{{2}})"),
    )


def stands_apart(claim: Claim, article: Article, lexicon: Lexicon) -> bool:
    """Whether words are an editor's note, a link, a caption, or the headline again."""
    text = article.body
    begin, end = span_holding(paragraphs(text), claim.passage.start)
    paragraph = text[begin:end].lstrip(' \t•*–—-[("“')
    patterns = _patterns(lexicon)
    if patterns.opening.match(paragraph):
        return True
    if patterns.inserted.search(claim.passage.exact) and not claim.passage.exact.isupper():
        return True
    headline = re.findall(r"\w+", article.headline.lower())
    words = re.findall(r"\w+", paragraph.lower())
    return (
        bool(headline)
        and len(words) <= len(headline) + 2
        and len(set(words) & set(headline)) >= _LEAST_SHARED * len(set(headline))
    )
