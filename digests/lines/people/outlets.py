"""Outlets that are themselves the origin of what an article has from them: “…, the Example Times reported”.

An outlet never stands for a speaker: where it passes somebody's words on, cites anybody or is but “the newspaper”, its
claim prints no line; nor does the article's own outlet, whose every sentence is its report.
"""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either, lexicon_of
from digests.models import Article, Claim
from digests.text.folding import fold
from digests.text.name_words import UPPER
from digests.text.quotations import MARKED_WORDS
from digests.text.sentences import sentences
from digests.text.spans import span_holding


@functools.cache
def _passing_on(lexicon: Lexicon) -> re.Pattern[str]:
    """That somebody else speaks: “said”, “citing”, “according to”."""
    reporting, verbs = lexicon.reporting, lexicon.verbs
    words = either(
        reporting.plain.finite, reporting.plain.gerunds, reporting.judging, reporting.according, verbs.citing,
        verbs.relaying, verbs.relayed,
    )  # fmt: skip
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def is_own_report(claim: Claim, article: Article) -> bool:
    """Whether an outlet that an article names, and that is not its own, tells what nobody else is told to say."""
    attribution, lexicon = claim.attribution, lexicon_of(article)
    if not (attribution.source and attribution.cue) or attribution.relay or claim.kind == "denial":
        return False
    source = " ".join(article.body[slice(*span)] for span in attribution.source)
    return (
        _names_outlet(source, claim, lexicon)
        and not _is_publisher(claim.claimant.name, article)
        and not _passes_on(claim, article.body, lexicon)
    )


@functools.cache
def _names_speaker(lexicon: Lexicon) -> re.Pattern[str]:
    """A name with a verb of saying behind it: “Ida Holm, the mayor, said”, “…,” Holm said”."""
    finite = either(lexicon.verbs.plainest)
    apposition = r"(?:,[^,“”\"]{3,80},)?"
    return re.compile(rf"(?:^|[a-z,”\"]\s|\.\s)(?:{UPPER}[\w’'.-]+\s?)+{apposition}(?:(?<=\s)|\s)(?:{finite})\b")


@functools.cache
def outlet_nouns(lexicon: Lexicon) -> frozenset[str]:
    """Words in the names of outlets, and what they are called: “Herald”, “newspaper”, “report”."""
    words = lexicon.descriptions
    kinds = {noun for noun, role in words.generic.items() if role == "outlet"}
    return words.role_nouns["outlet"] | lexicon.bodies.outlet_endings | kinds | lexicon.claimants.reports


def relays_named(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether what an outlet tells, known as one or not, is that somebody named said it: “…,” Holm said, as X wrote."""
    if outlet_nouns(lexicon).isdisjoint(fold(f"{claim.claimant.name} {claim.claimant.title or ''}").split()):
        return False
    words = " ".join(text[slice(*span)] for span in claim.attribution.content)
    return _names_speaker(lexicon).search(MARKED_WORDS.sub("”", words)) is not None


@functools.cache
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A word with a capital that is no article, and somebody of an outlet: “Wu of the Times”."""
    owners, articles = either(lexicon.sources.owners), either(lexicon.grammar.definite_articles)
    return (
        re.compile(rf"\b(?!(?i:{articles})\b)[^\W\d_a-z][\w’'&.-]+"),
        re.compile(rf"\b(?:{owners})\s+(?:{articles})\s"),
    )


def _names_outlet(source: str, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a source is an outlet's name, and not “the newspaper” or one of its reporters."""
    capital, of_outlet = _patterns(lexicon)
    words = {fold(word) for word in capital.findall(source)}
    is_known = claim.claimant.actor_id is not None
    is_named = is_known or not words.isdisjoint(fold(claim.claimant.name).split())
    return bool(words) and is_named and not of_outlet.search(claim.claimant.name)


def _is_publisher(name: str, article: Article) -> bool:
    """Whether an outlet is the article's own, or of one house with it."""
    publisher = article.publisher
    house = {*fold(publisher.name).split(), *fold(publisher.family or "").split()}
    words = set(fold(name).split())
    return words <= house or house <= words or "".join(fold(name).split()) in fold(publisher.domain or publisher.name)


def _passes_on(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether somebody else speaks in the words, or in the sentences of the outlet's verb."""
    attribution = claim.attribution
    spans = sentences(text)
    begin = min(span_holding(spans, start)[0] for start, _ in (*attribution.content, *attribution.cue))
    end = max(span_holding(spans, stop - 1)[1] for _, stop in (*attribution.content, *attribution.cue))
    citation = sorted((*attribution.source, *attribution.cue))
    pieces, index = [], begin
    for start, stop in citation:
        pieces.append(text[index:start])
        index = max(index, stop)
    return _passing_on(lexicon).search(" ".join((*pieces, text[index:end]))) is not None
