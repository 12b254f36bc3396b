"""Whether words stand beside an article rather than in it: a note, a link, a caption, the headline again."""

from __future__ import annotations

import re

from digests.lexicon import Lexicon, either
from digests.models import Article, Claim
from digests.text.sentences import paragraphs
from digests.text.spans import span_holding

_LEAST_SHARED = 0.9  #: of a headline's words in a claim that says nothing else


def stands_apart(claim: Claim, article: Article, lexicon: Lexicon) -> bool:
    """Whether words are an editor's note, a link, a caption, or the headline again."""
    text = article.body
    begin, end = span_holding(paragraphs(text), claim.passage.start)
    paragraph = text[begin:end].lstrip(' \t•*–—-[("“')
    openings = either(lexicon.reporting.notes, lexicon.boilerplate.openings)
    labels = either(lexicon.reporting.labels, lexicon.boilerplate.labels)
    if re.match(rf"(?:{openings})\b|(?:{labels})\s*[:|>]", paragraph, re.IGNORECASE):
        return True
    inserted = rf"(?<![A-Z] )\b(?:{either(lexicon.boilerplate.inserted)})\b(?! [A-Z]{{2}})"
    if re.search(inserted, claim.passage.exact) and not claim.passage.exact.isupper():
        return True
    headline = re.findall(r"\w+", article.headline.lower())
    words = re.findall(r"\w+", paragraph.lower())
    return (
        bool(headline)
        and len(words) <= len(headline) + 2
        and len(set(words) & set(headline)) >= _LEAST_SHARED * len(set(headline))
    )
