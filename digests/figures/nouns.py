"""What kind of word stands after a number: a plural, a nation's adjective, or the end of a noun phrase."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either


def is_plural(word: str, lexicon: Lexicon) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    things = lexicon.things
    if word in things.plurals:
        return True
    ends = word.endswith(things.plural_endings) and not word.endswith(things.not_plural_endings)
    return len(word) > 3 and ends and word not in things.not_plurals


@functools.cache
def stops(lexicon: Lexicon) -> frozenset[str]:
    """The words that end a noun phrase."""
    grammar = lexicon.grammar
    return lexicon.things.stops.union(
        grammar.articles,
        grammar.demonstratives,
        grammar.third_possessives,
        grammar.speaking_possessives,
        grammar.relative_pronouns,
        grammar.relative_adverbs,
        grammar.auxiliaries,
        grammar.modals,
    )


@functools.cache
def demonym(lexicon: Lexicon) -> re.Pattern[str]:
    """What the adjective of a nation or a side looks like."""
    things = lexicon.things
    return re.compile(rf"[A-Z]\w*(?:{either(things.demonym_endings)})|{either(things.demonyms)}")


@functools.cache
def determiners(lexicon: Lexicon) -> frozenset[str]:
    """What may stand before what is counted."""
    grammar = lexicon.grammar
    return lexicon.things.other_determiners.union(
        grammar.articles, grammar.demonstratives, grammar.third_possessives, grammar.speaking_possessives
    )


@functools.cache
def wholes(lexicon: Lexicon) -> frozenset[str]:
    """What may stand before the whole that a share is of."""
    grammar = lexicon.grammar
    return lexicon.things.other_wholes.union(
        grammar.articles, grammar.plural_demonstratives, grammar.third_possessives, grammar.speaking_possessives
    )
