"""How a question in words is taken apart: its beginnings and ends, and what it asks with."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from digests.lexicon import Lexicon

_WORDY = 12  #: a question of more words is no name with a topic


def beginnings_and_ends(words: Sequence[str], small: frozenset[str]) -> Iterator[tuple[str, list[str]]]:
    """A question's beginnings and ends, the longest first, each with the other words."""
    if not 1 < len(words) <= _WORDY:
        return
    for size in range(len(words) - 1, 0, -1):
        for first in dict.fromkeys((0, len(words) - size)):
            part = words[first : first + size]
            if part[0].lower() in small or part[-1].lower() in small:
                continue
            rest = [*words[:first], *words[first + size :]]
            yield " ".join(part), [word for word in rest if word.lower() not in small]


def without_question(name: str, lexicon: Lexicon) -> str:
    """What a whole question names: “what did X say about Y?” is of X and Y."""
    words, grammar = name.rstrip("? ").split(), lexicon.grammar
    openers = lexicon.frames.questions | grammar.question_adverbs | grammar.relative_adverbs | grammar.relative_pronouns
    if not openers.intersection(word.lower() for word in words[:1]):
        return name
    empty_words = openers | grammar.auxiliaries | lexicon.verbs.saying | small_words(lexicon)
    return " ".join(word for word in words if word.lower() not in empty_words) or name


@functools.cache
def small_words(lexicon: Lexicon) -> frozenset[str]:
    """Words that tie a topic to a name and are neither."""
    grammar = lexicon.grammar
    ties = grammar.prepositions | grammar.longer_prepositions | grammar.articles | grammar.choosing
    return ties | grammar.third_subjects
