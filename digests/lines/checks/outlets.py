"""Whether an outlet is the origin of a line: the gate's own reading, of the cue's sentence and the outlet's name."""

from __future__ import annotations

import re

from digests.lexicon import Lexicon, either
from digests.models import Article, Claim
from digests.text.sentences import sentences
from digests.text.spans import span_holding

_WORD = re.compile(r"\w+")


def tells_itself(claim: Claim, article: Article, lexicon: Lexicon) -> bool:
    """Whether an outlet that is named, and is not the article's own, tells what nobody else in the sentence says."""
    attribution, text = claim.attribution, article.body
    if not attribution.cue or not attribution.source or attribution.relay or claim.kind == "denial":
        return False
    publisher = {word.lower() for word in _WORD.findall(f"{article.publisher.name} {article.publisher.family or ''}")}
    name = {word.lower() for word in _WORD.findall(claim.claimant.name)}
    source = " ".join(text[slice(*span)] for span in attribution.source)
    articles = lexicon.grammar.definite_articles
    is_named = any(word[0].isupper() and word.lower() not in articles for word in _WORD.findall(source))
    return is_named and not (name <= publisher or publisher <= name) and not _cites(claim, text, lexicon)


def _cites(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether the outlet's sentence, or what it is claimed to tell, has another verb of saying, or names a source."""
    attribution, reporting = claim.attribution, lexicon.reporting
    sentence = text[slice(*span_holding(sentences(text), attribution.cue[-1][0]))]
    frame = sentence.replace(" ".join(text[slice(*span)] for span in attribution.cue), " ", 1)
    words = either(lexicon.verbs.saying, lexicon.verbs.citing, lexicon.verbs.relaying, reporting.according)
    return re.search(rf"\b(?:{words})\b", f"{frame} {claim.passage.exact}", re.IGNORECASE) is not None
