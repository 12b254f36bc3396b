"""What a cue does: says, estimates, denies, forecasts, takes a stand, or lets something appear."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import ENGLISH, Lexicon, either
from digests.models import Kind

_WORD = re.compile(r"[^\W\d_]+(?:['’]t)?")


class _Patterns(NamedTuple):
    """What makes a cue another one than its verb alone would."""

    negated: re.Pattern[str]
    lacking: re.Pattern[str]
    supposed: re.Pattern[str]  #: “is widely expected”, “was thought”: nobody in particular expects or thinks it
    demand: re.Pattern[str]  #: a verb of saying that makes a demand: “calls for”
    naming: re.Pattern[str]
    claim: re.Pattern[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, hedges, verbs = lexicon.grammar, lexicon.hedges, lexicon.verbs
    negations = either(hedges.negations - verbs.lacking, hedges.refusals, hedges.failures)
    auxiliary = rf"(?:\b(?:{either(grammar.be_finite, grammar.be_other)})|(?:{either(grammar.be_contracted)}))"
    agent = rf"\b(?:{either(lexicon.sources.agents)})\b"
    return _Patterns(
        negated=re.compile(
            rf"\b(?:{negations})\b|(?:{either(hedges.negative_endings)})\b",
            re.IGNORECASE,
        ),
        lacking=re.compile(rf"\b(?:{either(verbs.lacking)})\b", re.IGNORECASE),
        supposed=re.compile(
            rf"{auxiliary}\s+(?:\w+\s+)?(?:{either(verbs.supposed)})\b(?!.*{agent})",
            re.IGNORECASE,
        ),
        demand=re.compile(
            rf"\b(?:{either(verbs.demanding)})\s+(?:{either(verbs.demanded)})\b",
            re.IGNORECASE,
        ),
        naming=re.compile(
            rf"\b(?:{either(verbs.naming)})\b(?!\s+(?:{either(verbs.naming_else)})\b)",
            re.IGNORECASE,
        ),
        claim=re.compile(rf"\b(?:{either(lexicon.sources.claim_nouns)})\b", re.IGNORECASE),
    )


def kind_of(cue: str, content: str, *, speaker: bool, lexicon: Lexicon = ENGLISH) -> Kind:
    """The kind of an attribution by its cue; a source that cannot speak lets something appear."""
    verbs = lexicon.verbs
    patterns = _patterns(lexicon)
    if patterns.negated.search(cue) or _lacks(cue, lexicon):
        return "attitude"
    forms = lemmas(cue, lexicon)
    if not speaker or patterns.supposed.search(cue) or (forms & verbs.appearing and not forms & verbs.reporting):
        return "appearance"
    if forms & verbs.denying or (forms & verbs.rejecting and _is_claim(cue, content, lexicon)):
        return "denial"
    if forms & verbs.estimating:
        return "estimate"
    if forms & verbs.forecasting:
        return "forecast"
    return "saying" if reports(cue, lexicon) else "attitude"


def _lacks(cue: str, lexicon: Lexicon) -> bool:
    """Whether a cue's first verb is negated by “without”: “without naming”, but not “claimed without proof”."""
    lacking = _patterns(lexicon).lacking.search(cue)
    return lacking is not None and not lemmas(cue[: lacking.start()], lexicon) & lexicon.verbs.reporting


def _is_claim(cue: str, content: str, lexicon: Lexicon) -> bool:
    """Whether what is rejected had been claimed: “dismissed the report”, “disputes that”; an offer had not."""
    pointing = lexicon.grammar.demonstratives | lexicon.grammar.neuter_pronouns
    is_disputed = bool(lemmas(cue, lexicon) & lexicon.verbs.disputing) and content.lower() in pointing
    return is_disputed or _patterns(lexicon).claim.search(f"{cue} {content}") is not None


def reports(cue: str, lexicon: Lexicon) -> bool:
    """Whether a cue reports something said or published, rather than a wish, a feeling or a stand."""
    patterns, verbs = _patterns(lexicon), lexicon.verbs
    forms = lemmas(cue, lexicon)
    if not forms or forms & verbs.plain:
        return True  # a colon or a dash is a cue too
    if patterns.demand.search(cue) or forms & verbs.stances:
        return False
    reporting = (verbs.reporting, verbs.estimating, verbs.denying, verbs.forecasting)
    return any(forms & words for words in reporting) or patterns.naming.search(cue) is not None


@functools.lru_cache(maxsize=4096)
def lemmas(cue: str, lexicon: Lexicon) -> frozenset[str]:
    """The words of a cue with every base form that each may come from."""
    return frozenset(form for word in _WORD.findall(cue) for form in _base_forms(word.lower(), lexicon))


def _base_forms(word: str, lexicon: Lexicon) -> set[str]:
    forms = {word, lexicon.verbs.bases.get(word, word)}
    for ending, stand_in in lexicon.verbs.endings:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            stem = word[: -len(ending)]
            forms.add(stem + stand_in)
            if not stand_in and stem[-1:] == stem[-2:-1]:
                forms.add(stem[:-1])  # a letter doubled before the ending
    return forms
