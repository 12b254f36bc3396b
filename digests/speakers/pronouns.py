"""The pronouns that a source may be, by what they stand for."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Set
from typing import NamedTuple

from digests.lexicon import Lexicon
from digests.models import Pronoun


class Pronouns(NamedTuple):
    """What a source that is a pronoun stands for."""

    persons: Mapping[str, Pronoun]
    first: Set[str]
    plural: Set[str]
    neuter: Set[str]
    relative: Set[str]

    def hold(self, word: str) -> bool:
        """Whether a word is one of them."""
        return any(word in words for words in self)


@functools.cache
def pronouns(lexicon: Lexicon) -> Pronouns:
    """The pronouns of a language."""
    grammar = lexicon.grammar
    return Pronouns(
        persons={**grammar.genders, **grammar.gendered_forms},
        first=grammar.first_person,
        plural=grammar.plural_pronouns | grammar.plural_forms,
        neuter=grammar.neuter_pronouns | grammar.neuter_forms,
        relative=grammar.relative_pronouns,
    )
