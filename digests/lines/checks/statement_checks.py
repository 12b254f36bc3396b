"""Whether a cue says that somebody states a claim's words: what is denied or imagined is no statement."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.extraction.verification import is_non_response
from digests.lexicon import Lexicon, either
from digests.models import Claim

_LEAST = 3  #: words of a statement
_DOUBTFUL = 0.5  #: how likely a claimant must not be right alone
_FEW = 8  #: words in which somebody says no more than that there is no answer


class _Patterns(NamedTuple):
    """Patterns of cues."""

    negated: re.Pattern[str]
    unreal: re.Pattern[str]
    habitual: re.Pattern[str]
    finite: re.Pattern[str]
    complement: re.Pattern[str]
    preposition: re.Pattern[str]  #: at the end of a cue: “objected to”
    hanging: re.Pattern[str]  #: what begins words that hang on their verb
    impersonal: re.Pattern[str]  #: that somebody speaks, though nobody is named: “reportedly”, “it is believed”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    cues, grammar, hedges = lexicon.cues, lexicon.grammar, lexicon.hedges
    negations = either(hedges.negations, hedges.near_negations, hedges.refusals, hedges.failures)
    hanging = either(
        grammar.hanging_prepositions - lexicon.frames.accompanying, lexicon.events.of_claims, grammar.object_pronouns,
        grammar.hanging_relatives,
    )  # fmt: skip
    be_forms = either(grammar.be_finite, grammar.be_other)
    numbers, articles = lexicon.numbers, either(grammar.indefinite_articles)
    amount = rf"(?:\d|[$€£]|(?:(?:{articles})\s)?(?:{either(numbers.units, numbers.fractions)})\b)"
    return _Patterns(
        negated=re.compile(rf"\b(?:{negations})\b|(?:{either(hedges.negative_endings)})\b", re.IGNORECASE),
        unreal=re.compile(rf"\b(?:{either(cues.unreal)})\b", re.IGNORECASE),
        habitual=re.compile(rf"\b(?:{either(cues.habitual)})\b", re.IGNORECASE),
        finite=re.compile(rf"\b(?:{either(grammar.finite_auxiliaries, grammar.modals, grammar.past_forms)})\b"),
        complement=re.compile(rf"(?:{either(grammar.complementizers)})\b"),
        preposition=re.compile(rf"\w (?:{either(grammar.prepositions, lexicon.clauses.topics)})$"),
        hanging=re.compile(rf"(?!(?:{either(lexicon.lines.approximators)})\s{amount})(?:{hanging})\b(?!.*,)"),
        impersonal=re.compile(
            rf"\b(?:{either(cues.impersonal)}|(?:{be_forms}) (?:\w+ly )?(?:{either(cues.impersonal_participles)}))\b",
            re.IGNORECASE,
        ),
    )


def unstated(claim: Claim, lexicon: Lexicon) -> str | None:
    """Why a claim's words are nobody's statement; none where they are."""
    patterns = _patterns(lexicon)
    if claim.claimant.confidence <= _DOUBTFUL:
        return "speaker not resolved"
    if claim.kind != "denial" and patterns.negated.search(claim.cue):
        return "negated cue"
    words = claim.passage.exact
    if len(words.split()) <= _FEW and is_non_response(words, lexicon):
        return "no response"
    if patterns.unreal.search(claim.cue):
        return "hypothetical cue"
    return "said by nobody in particular" if _is_said_at_large(claim, lexicon) else None


def _is_said_at_large(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether nobody in particular is told to say it: “people often say”, “everyone says”."""
    if claim.claimant.surface.lower() in lexicon.cues.everybody:
        return True
    return claim.claimant.role == "unnamed" and bool(_patterns(lexicon).habitual.search(claim.cue))


def names_source(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a text names or describes who speaks, or says in so many words that it does not."""
    return bool(claim.attribution.source) or bool(_patterns(lexicon).impersonal.search(claim.cue))


def states_nothing(claim: Claim, text: str, last: int, lexicon: Lexicon) -> str | None:
    """Whether words behind a colon are only what their verb takes: “to stay”, “the council of lying”."""
    words, patterns = " ".join(claim.passage.exact.split()), _patterns(lexicon)
    if claim.kind == "denial" or not text[last : claim.passage.start].replace(",", " ").isspace():
        return None
    unquoted, cue = words.lstrip("“\"'"), {word.lower() for word in claim.cue.split()}
    if unquoted != words or patterns.complement.match(words):
        return None
    reporting = lexicon.reporting
    telling = (cue & reporting.news.finite) - reporting.plain.finite - reporting.finding.finite
    takes = bool(telling) or _hangs(claim, lexicon)
    short = len(words.split()) < _LEAST and not any(c in '“"' or c.isdigit() for c in words)
    takes = takes and not patterns.finite.search(words)
    return "no full statement" if takes or short or patterns.hanging.match(words) else None


def _hangs(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether words are the object of a preposition that ends their cue: “objected to the plan”."""
    if claim.cue.lower() in lexicon.reporting.according:
        return False
    return _patterns(lexicon).preposition.search(claim.cue) is not None
