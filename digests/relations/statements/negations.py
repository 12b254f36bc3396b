"""What a text negates: which of its words each negation turns round."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

from digests.lexicon import Lexicon, either
from digests.relations.statements.stems import Term
from digests.relations.statements.tokens import Token

WINDOW = 6  #: how many words after a negation may be what it negates


def negated_in(tokens: Sequence[Token], terms: Mapping[int, Term], lexicon: Lexicon) -> Iterator[int]:
    """The places of the words that a negation turns round: the next word of weight, else the last one before it."""
    for i, token in enumerate(tokens):
        if not is_negating(token.word, lexicon):
            continue
        if i + 1 < len(tokens) and tokens[i + 1].word in lexicon.events.bounding and _bounds(tokens, i, lexicon):
            continue
        own_stem = i in terms and terms[i].stem
        begin = _predicate(tokens, i, lexicon)
        candidates = (
            index
            for index in range(begin, min(len(tokens), begin + WINDOW))
            if index in terms and not tokens[index].name
        )
        target = next(candidates, None)
        if target is None and token.word in lexicon.hedges.negations | lexicon.hedges.negative_pronouns:
            target = next((index for index in range(i - 1, -1, -1) if index in terms and not tokens[index].name), None)
        if target is not None and terms[target].stem != own_stem:
            yield target


def _predicate(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> int:
    """Where what a negation turns round may begin: after it, or after “was” in “nobody in the town was hurt”."""
    pronoun = tokens[i].word in lexicon.hedges.negative_pronouns
    if pronoun and i + 1 < len(tokens) and tokens[i + 1].word in lexicon.grammar.prepositions:
        auxiliaries = lexicon.grammar.finite_auxiliaries
        return next((index for index in range(i + 1, len(tokens)) if tokens[index].word in auxiliaries), i) + 1
    return i + 1


def _bounds(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a negation before a comparative bounds a number (“no more than”), or begins a demand (“No more war!”)."""
    is_demand = i == 0 or tokens[i].start > tokens[i - 1].start + len(tokens[i - 1].word) + 1  # marks stand between
    follows = tokens[i + 2].word if i + 2 < len(tokens) else "."
    return is_demand or follows in lexicon.events.comparing or not follows[0].isalpha()


@functools.lru_cache(maxsize=100_000)
def is_negating(word: str, lexicon: Lexicon) -> bool:
    """Whether a word turns another one round: “not”, “hardly”, “refused”, “isn’t”."""
    return bool(_negations(lexicon).fullmatch(word))


@functools.cache
def _negations(lexicon: Lexicon) -> re.Pattern[str]:
    hedges = lexicon.hedges
    words = either(
        hedges.negations,
        hedges.near_negations,
        hedges.refusals,
        hedges.failures,
        hedges.preventions,
        lexicon.events.ruling_out,
    )
    return re.compile(rf"{words}|\w+(?:{either(hedges.negative_endings)})")
