"""Patterns of the verbs that make a clause, for the rules that ask whether words state anything."""

from __future__ import annotations

import functools
from typing import NamedTuple

from digests.lexicon import Lexicon, either


class VerbPatterns(NamedTuple):
    """Sources of patterns to build others from, without groups that are captured."""

    auxiliary: str  #: a finite auxiliary or modal, or what is left of one behind an apostrophe
    finite: str  #: the same, or a common past form
    past: str  #: an irregular past form


@functools.cache
def verb_patterns(lexicon: Lexicon) -> VerbPatterns:
    """The finite verbs of a language, of which all rules of a line speak."""
    grammar, negated = lexicon.grammar, either(lexicon.hedges.negative_endings)
    helping, past = either(grammar.finite_auxiliaries, grammar.modals), either(grammar.past_forms)
    contractions = rf"(?:{either(grammar.contracted_verbs)})\b|(?:{negated})\b"
    return VerbPatterns(
        auxiliary=rf"\b(?:{helping})\b|{contractions}",
        finite=rf"\b(?:{helping}|{past}|(?-i:[a-z])\w+ed(?!\s+(?:{either(grammar.passive_agents)})\b))\b|{contractions}",
        past=past,
    )
