"""Whether a sentence plainly reports that somebody says a claim's words, by a closed grammar of reporting.

The way from the sentence's start over source and cue to the content is read part by part; what no part of the
grammar takes is not plainly reported, whatever it says.
"""

from __future__ import annotations

from digests.lexicon import Lexicon, lexicon_of
from digests.lines.people.claimant_nouns import is_document
from digests.lines.reporting.patterns import checks
from digests.lines.reporting.report import Report
from digests.lines.reporting.retractions import is_taken_back_behind
from digests.lines.reporting.sentence.grammar import read_grammar
from digests.lines.reporting.sentence.parts import Parts
from digests.lines.reporting.sentence.unreal import is_unreal
from digests.models import Article, Claim
from digests.text.quotations import quotations
from digests.text.sentences import sentences
from digests.text.spans import span_holding


def read_report(claim: Claim, article: Article) -> Report | None:
    """How an article reports a claim's words; none where that is not plain."""
    text, lexicon = article.body, lexicon_of(article)
    attribution = claim.attribution
    if _is_own_statement(claim, text, lexicon):
        return Report("colon", of_outlet=True)
    if not attribution.cue:
        return Report("colon") if _floats(claim, text, lexicon) and not is_document(claim, lexicon) else None
    if not attribution.source:
        return None
    parts = Parts(claim, text, lexicon, span_holding(sentences(text), attribution.cue[-1][0]))
    return None if is_unreal(parts) else read_grammar(parts)


def _is_own_statement(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether an outlet itself says the words, with no source and no cue, up to their sentence's or clause's end."""
    attribution, passage = claim.attribution, claim.passage
    if attribution.source or attribution.cue or claim.claimant.surface != passage.exact:
        return False
    rest = text[passage.end : span_holding(sentences(text), passage.start)[1]]
    return not rest.strip(".!? ") or bool(checks(lexicon).going_on.match(rest))


def _floats(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether words are whole quotations that stand by themselves, and that the next sentence does not take back."""
    quoted_spans = quotations(text)
    spans = claim.attribution.content
    if is_taken_back_behind(text, span_holding(sentences(text), spans[-1][1] - 1)[1], lexicon):
        return False
    return all(any(begin - 1 <= start and end <= close + 1 for begin, close in quoted_spans) for start, end in spans)
