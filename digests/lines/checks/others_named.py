"""Whether a leading “he” or “she” may be another than the claimant, whom the article names shortly before."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.actors import find_persons, pronoun_of
from digests.lexicon import Lexicon, either, lexicon_of
from digests.lines.people.claimant_nouns import is_person
from digests.lines.people.described import described_people
from digests.models import Article, Claim, Span
from digests.text.sentences import sentences
from digests.text.spans import spans_until

_SENTENCES = 2  #: before the pronoun's own in which another may be named


class _Patterns(NamedTuple):
    leading: re.Pattern[str]  #: a pronoun of one person at the start of a claim's words
    second: re.Pattern[str]  #: a conjunction at the end, behind which another verb of the same speaker may stand


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar = lexicon.grammar
    return _Patterns(
        leading=re.compile(
            rf"(?:(?:{either(grammar.complementizers)})\s+)?(?P<word>{either(grammar.genders)})\b(?=\s+\w)",
            re.IGNORECASE,
        ),
        second=re.compile(rf"\b(?:{either(grammar.coordinators)})\s+$"),
    )


def names_another(claim: Claim, article: Article) -> bool:
    """Whether the sentence up to the pronoun, or one of those right before, names somebody else whom it fits."""
    lexicon, text = lexicon_of(article), article.body
    leading = _leading(claim, text, lexicon)
    if leading is None:
        return False
    begins = spans_until(sentences(text), leading.start("word"), _SENTENCES)[0][0]
    return names_fitting(claim, text, (begins, leading.start("word")), leading["word"], lexicon)


def describes_another(claim: Claim, article: Article) -> bool:
    """Whether a sentence right before the speaker's tells of somebody by a noun alone: “A nurse found the patient.”."""
    lexicon, text, source = lexicon_of(article), article.body, claim.attribution.source
    if not source or _leading(claim, text, lexicon) is None:
        return False
    begin = spans_until(sentences(text), source[0][0], 1)[0][0]
    return described_people(lexicon).search(text, begin, source[0][0]) is not None


def names_between(claim: Claim, article: Article) -> bool:
    """Whether another stands between a speaker and a second verb: “X told them Y was ill and said he”."""
    lexicon, text = lexicon_of(article), article.body
    leading = _leading(claim, text, lexicon)
    if leading is None or not claim.attribution.cue:
        return False
    verb = claim.attribution.cue[-1]
    last = max((end for _, end in claim.attribution.source if end <= verb[0]), default=verb[0])
    is_participle = text[slice(*verb)].lower() in lexicon.reporting.reporting.gerunds
    if not is_participle and not _patterns(lexicon).second.search(text, last, verb[0]):
        return False
    is_described = described_people(lexicon).search(text, last, verb[0]) is not None
    return is_described or names_fitting(claim, text, (last, verb[0]), leading["word"], lexicon)


def _leading(claim: Claim, text: str, lexicon: Lexicon) -> re.Match[str] | None:
    return _patterns(lexicon).leading.match(text, *claim.attribution.content[0])


def names_fitting(claim: Claim, text: str, span: Span, pronoun: str, lexicon: Lexicon) -> bool:
    """Whether a span names a person who is not the claimant, and of whom nothing tells that the pronoun is wrong."""
    genders = {**lexicon.grammar.genders, **lexicon.grammar.gendered_forms}
    fitting = {None, genders[pronoun.lower()]}
    own_names = claim.claimant.name.casefold().split() if is_person(claim, lexicon) else []
    others = (p.last for p in find_persons(text, lexicon) if span[0] <= p.start < span[1] and p.last not in own_names)
    return any(pronoun_of(text, last, lexicon) in fitting for last in others)
