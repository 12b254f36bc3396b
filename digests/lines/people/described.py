"""People without a name, whom a pronoun behind them may mean: “the kidnapper”, “her brother”."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either


@functools.cache
def described_people(lexicon: Lexicon) -> re.Pattern[str]:
    """What finds somebody in a text who is only described."""
    grammar, claimants, persons = lexicon.grammar, lexicon.claimants, lexicon.persons
    determiners = either(grammar.possessives, grammar.demonstratives, claimants.single)
    nouns = either(claimants.persons, persons.occupations, persons.titles, lexicon.lines.bystanders)
    return re.compile(
        rf"\b(?:{determiners})\s+(?:[\w’'-]+\s+){{0,2}}?"
        rf"(?:{nouns}|\w{{2,}}(?:{either(lexicon.lines.person_endings)}))\b",
        re.IGNORECASE,
    )
