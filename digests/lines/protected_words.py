"""Whether words hold what a line must not lose: a number, a negation, a hedge, a condition, a doubt."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'‘-][^\W\d_]+)*")
_TENS = 20  #: the number from which another one may be joined to a number by a hyphen


class _Patterns(NamedTuple):
    protected: re.Pattern[str]  #: of a whole word, as the next one
    number: re.Pattern[str]
    undoing: re.Pattern[str]
    negation: re.Pattern[str]
    condition: re.Pattern[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    hedges, numbers = lexicon.hedges, lexicon.numbers
    # Words such as “about” and “more than” hedge nothing without a number, and every number is protected.
    protected = either(
        hedges.negations, hedges.near_negations, hedges.restrictions, hedges.exceptions, hedges.refusals,
        hedges.failures, hedges.untruths, hedges.conditions, hedges.concessions, hedges.hedging_modals,
        hedges.hedges, hedges.bounds,
    )  # fmt: skip
    ending = either(hedges.negative_endings)
    scarcity = f"(?<!a )(?:{either(hedges.scarcities)})"
    undoing = either(hedges.conditions, hedges.concessions, hedges.doubts, hedges.untruths, hedges.failures)
    exception = f"(?:{either(hedges.exceptions)})(?! (?:{either(lexicon.grammar.additions)}))"
    small = [word for word, value in numbers.units.items() if value < _TENS and value != 1]
    tens = [word for word, value in numbers.units.items() if value >= _TENS]
    numeral = rf"{either(small, numbers.fractions)}|(?:{either(tens)})(?:-\w+)?|(?:{either(numbers.scales)})s?"
    return _Patterns(
        protected=re.compile(rf"\S*\d\S*|\w+(?:{ending})|{protected}", re.IGNORECASE),
        number=re.compile(numeral, re.IGNORECASE),
        undoing=re.compile(rf"\b(?:{undoing}|{exception})\b", re.IGNORECASE),
        negation=re.compile(
            rf"\b(?:{either(hedges.negations, hedges.near_negations, hedges.restrictions)}|{scarcity})\b"
            rf"|(?:{ending})\b",
            re.IGNORECASE,
        ),
        condition=re.compile(
            rf"\s*(?:{either(hedges.conditions, hedges.opening_conditions, hedges.concessions)})\b", re.IGNORECASE
        ),
    )


def has_protected(words: str, lexicon: Lexicon, *, spelled: bool = True) -> bool:
    """Whether words hold a number, negation, hedge or condition, which a deletion may not touch.

    Without `spelled`, a number in words (“six months”) is none.
    """
    patterns = _patterns(lexicon)
    return any(
        patterns.protected.fullmatch(word) or (spelled and patterns.number.fullmatch(word))
        for word in _WORD.findall(words)
    )


def undoes(words: str, lexicon: Lexicon) -> bool:
    """Whether a clause may take back the one before it, or make it depend on something."""
    return bool(_patterns(lexicon).undoing.search(words))


def is_negated(words: str, lexicon: Lexicon) -> bool:
    """Whether words hold a negation, whose reach a clause after it may limit (“not … because …”)."""
    return bool(_patterns(lexicon).negation.search(words))


def opens_condition(words: str, lexicon: Lexicon) -> bool:
    """Whether words begin with a condition or a concession, so that their main clause is still to come."""
    return bool(_patterns(lexicon).condition.match(words))
