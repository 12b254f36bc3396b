"""What a text says about a claim's standing: nobody has answered it, nobody could verify it."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from digests.extraction.silence import is_unanswered, silence
from digests.lexicon import ENGLISH, Lexicon, either
from digests.models import Span
from digests.text.spans import index_holding, span_holding, text_outside

Doubt = Literal["no response", "unverified"]

#: What somebody else says, which tells nothing of who has answered; “no comment” is no such thing.
_LONG_QUOTATION = re.compile(r"[“\"][^“”\"]{30,}(?:[”\"]|$)")


class _Patterns(NamedTuple):
    unverified: re.Pattern[str]
    about_a_claim: re.Pattern[str]
    claim: re.Pattern[str]  #: a noun for what was said: “account”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, verbs = lexicon.grammar, lexicon.verbs
    negation = rf"(?:\s*(?:{either(lexicon.hedges.negations)})|(?:{either(lexicon.hedges.negative_endings)}))"
    adverbs = rf"(?:(?:{either(verbs.delays)})\s+)*"
    copula = either(grammar.be_other)
    if_true = rf"\b(?:{either(lexicon.hedges.suppositions)})\s+(?:{either(verbs.verified)})\b"
    pointing = either(grammar.definite_articles, grammar.demonstratives, grammar.third_possessives)
    return _Patterns(
        unverified=re.compile(
            rf"{if_true}|\b(?:{either(verbs.unverified)})\b"
            rf"|\b(?:{either(lexicon.hedges.negations)})\b[^.;]{{1,40}}?\b(?:{either(verbs.abilities)})\s+"
            rf"(?:{copula})\s+{adverbs}(?:{either(verbs.verifying)})\b"
            rf"|\b(?:{either(grammar.have_finite, verbs.abilities)}){negation}\s+{adverbs}(?:(?:{copula})\s+)?{adverbs}"
            rf"(?:{either(verbs.verifying)})\b",
            re.IGNORECASE,
        ),
        about_a_claim=re.compile(
            rf"\b(?:{pointing})\s+(?:\w+\s+)?(?:{either(lexicon.sources.claim_nouns)})\b"
            rf"|\b(?:{either(grammar.third_subjects & grammar.neuter_pronouns)})\b|{if_true}",
            re.IGNORECASE,
        ),
        claim=re.compile(rf"\b(?:{either(lexicon.sources.claim_nouns)})\b", re.IGNORECASE),
    )


def find_doubts(
    text: str,
    content: Sequence[Span],
    sentences: Sequence[Span],
    paragraphs: Sequence[Span],
    lexicon: Lexicon = ENGLISH,
    *,
    speaker: str = "",
) -> frozenset[Doubt]:
    """The doubts bound to a claim: in its own sentence outside its content, or in the next sentence if about it.

    That nobody could verify an account may also open the next paragraph.

    A denial is never read off here: "denied" somewhere in an article says nothing of a given claim. Nor has a claim
    gone unanswered where its `speaker` says no more, or where somebody was silent on something else.
    """
    patterns = _patterns(lexicon)
    number = index_holding(sentences, content[-1][1] - 1)
    sentence = sentences[number]
    paragraph = span_holding(paragraphs, sentence[0])
    next_sentences = sentences[number + 1 : number + 2]
    next_words = text[slice(*next_sentences[0])] if next_sentences and next_sentences[0][1] <= paragraph[1] else ""
    words = text_outside(text, sentence, content)
    words, next_words = (_LONG_QUOTATION.sub("", part) for part in (words, next_words))
    claimed = " ".join(text[slice(*span)] for span in content)
    doubts: set[Doubt] = set()
    if is_unanswered(claimed, words, next_words, speaker, lexicon):
        doubts.add("no response")
    if patterns.about_a_claim.search(next_words) or is_non_response(next_words, lexicon):
        words += " " + next_words
    if patterns.unverified.search(words) or _is_left_unverified(text, paragraph[1], sentences, lexicon):
        doubts.add("unverified")
    return frozenset(doubts)


def _is_left_unverified(text: str, end: int, sentences: Sequence[Span], lexicon: Lexicon) -> bool:
    """Whether the paragraph behind one begins with what nobody could verify: “Neither account could be confirmed.”."""
    number = index_holding(sentences, end - 1) + 1
    opening = text[slice(*sentences[number])] if number < len(sentences) else ""
    patterns = _patterns(lexicon)
    return patterns.unverified.search(opening) is not None and patterns.claim.search(opening) is not None


def is_non_response(words: str, lexicon: Lexicon = ENGLISH) -> bool:
    """Whether words say that somebody has not answered; that is neither a claim nor a denial."""
    return silence(lexicon).search(words) is not None
