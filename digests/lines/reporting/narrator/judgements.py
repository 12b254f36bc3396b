"""What a narrator thinks of somebody's words, at their end or ahead of them: “…, a promise that lasted eleven days”."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either
from digests.lines.reporting.narrator.verdicts import negated_verb

_RELATIVE = r"[^,;:“”]*"


@functools.cache
def judged(lexicon: Lexicon) -> re.Pattern[str]:
    """A part of a sentence that does not let the words before it stand."""
    grammar, words = lexicon.grammar, lexicon.counterfacts
    contrary = either(lexicon.retractions.contrary)
    return re.compile(
        f"{_named(lexicon)}|{_related(lexicon)}"
        rf"|,\s+(?:{either(words.upsetting)})\s|\b(?:{either(lexicon.hedges.exceptions)})\s+(?:{contrary})\s+\w"
        rf"|,\s+(?:{either(lexicon.narration.narrating_joints)})\s+(?:{either(grammar.neuter_pronouns)})\s+"
        rf"(?:{either(grammar.be_finite)})\s+(?:{contrary})\b",
        re.IGNORECASE,
    )


@functools.cache
def stirs(lexicon: Lexicon) -> re.Pattern[str]:
    """What a deed does to what people feel, as a narrator tells it before the deed: “Fuelling fears of a split, …”."""
    narration = lexicon.narration
    stirring = either(map(str.capitalize, narration.stirring))
    return re.compile(rf"\W*(?:{stirring})\s+(?:[\w-]+\s+){{0,2}}?(?:{either(narration.stirred)})\b")


def any_negation(lexicon: Lexicon) -> str:
    """“Not”, “nobody”, “n’t”, wherever it stands."""
    return rf"\b(?:{either(lexicon.hedges.negations)})\b|(?:{either(lexicon.hedges.negative_endings)})\b"


def _named(lexicon: Lexicon) -> str:
    """With a name for what was said: “, a claim that never held”, “, a number that covers only two”, “(nobody has)”."""
    words, articles = lexicon.counterfacts, either(lexicon.grammar.articles)
    things_said = either(lexicon.narration.things_said - lexicon.grammar.relative_pronouns)
    return (
        rf"(?:,|\s[–—-])\s+(?:{articles})\s+(?:\w+\s+)?(?:{either(words.sayings)})\s+"
        rf"[^,;:]*?(?:\b(?:{either(words.failing)})\b|{any_negation(lexicon)})"
        rf"|,\s+(?:{articles})\s+(?:{either(words.sayings, lexicon.retractions.numbers_told)})\s+"
        rf"[^,;:]*?\b(?:{either(lexicon.hedges.restrictions)})\b"
        rf"|,\s+(?:{things_said})\s+[^,;:]*?(?:{any_negation(lexicon)})"
        rf"|,\s+(?:{articles})\s+[^,;:“”]*?\b(?:{either(words.owning)})\s+(?:[\w’'-]+\s+){{1,3}}?(?:{either(words.finding)})\b"
        rf"|\([^()]*(?:{any_negation(lexicon)})[^()]*\)\W*$"
    )


def _related(lexicon: Lexicon) -> str:
    """With a relative clause: “, which is false”, “, which photographs disprove”, “, with papers that were forged”."""
    grammar, words, rulings = lexicon.grammar, lexicon.counterfacts, either(lexicon.retractions.rulings)
    relatives = either(grammar.hanging_relatives & lexicon.reporting.subject_relatives)
    helping, participle = either(grammar.finite_auxiliaries), either(grammar.be_participle)
    no_subject = either(grammar.finite_auxiliaries, grammar.modals, grammar.third_subjects)
    failing = either(words.failing - lexicon.reporting.reporting.finite)
    return (
        rf",\s+(?:{either(lexicon.narration.things_said)})\s+(?:[\w’'-]+\s+){{1,6}}?(?:{failing})\W*$"
        rf"|,\s+(?:{relatives})\s+{_RELATIVE}\b(?:{rulings})\b{_RELATIVE}$"
        rf"|,\s+{_RELATIVE}\b(?:{relatives}|{either(grammar.complementizers)})\s+(?:{helping})\s+(?:(?:{participle})\s+)?(?:{rulings})\W*$"
        rf"|,\s+(?:{relatives})\s+(?:[\w’'-]+\s+){{0,2}}?(?:{either(words.evidence)})\s+(?:{either(words.finding)})\b"
        rf"|,\s+(?:{relatives})\s+(?!(?:{no_subject})\b)(?:[\w’'-]+\s+){{1,4}}?(?:{either(words.lasting)})\b"
        rf"|,\s+(?:{relatives})\s+(?:[\w’'-]+\s+){{1,3}}?(?:{helping}){negated_verb(lexicon)}\W*$"
    )
