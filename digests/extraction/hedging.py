"""The words of a claim that leave open whether it holds, or how much is meant."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either
from digests.text.number_openings import number_bounds, number_opening


@functools.cache
def _hedge(lexicon: Lexicon) -> re.Pattern[str]:
    words = lexicon.hedges
    inner_words = either(
        lexicon.numbers.between_bounds - lexicon.grammar.definite_articles
    )  # not “over the 9/11 attacks”
    return re.compile(
        rf"\b(?:{either(words.hedging_modals - words.obligations, words.hedges, words.suppositions)}|"
        rf"{number_bounds(lexicon)}(?=\s+(?:(?:{inner_words})\s+)*{number_opening(lexicon)}))\b",
        re.IGNORECASE,
    )


def hedges_of(words: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The hedges in some words, each once, in order: “may”, “reportedly”, “up to” before a number."""
    return tuple(dict.fromkeys(match.group().lower() for match in _hedge(lexicon).finditer(words)))
