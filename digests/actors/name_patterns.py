"""What the names of persons look like, and what stands around them."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either

_UPPER = r"[A-Z\u00C0-\u00DE\u0100-\u017F\u0400-\u042F]"


class NamePatterns(NamedTuple):
    """What surrounds the names of persons, and the words that tell them apart."""

    run: re.Pattern[str]  #: capitalised words in a row
    role_set_off: re.Pattern[str]  #: “its chairman, ” before a name that a comma, a stop or a verb of saying closes
    belonging: re.Pattern[str]  #: “ of the Ministry of Defence”
    evidence: re.Pattern[str]  #: a relative pronoun, an age, a party
    apposition: re.Pattern[str]  #: “, a nurse”
    next_word: re.Pattern[str]  #: the verb after a name
    shortened: frozenset[str]  #: words whose point is theirs
    roles: frozenset[str]
    holders: frozenset[str]  #: what only a person is; a body may be an owner or a member
    titled_holders: frozenset[str]
    telling: frozenset[str]


@functools.cache
def name_patterns(lexicon: Lexicon) -> NamePatterns:
    """The patterns for the names of a language."""
    grammar, words, bodies = lexicon.grammar, lexicon.persons, lexicon.bodies
    joined = either(words.joined_particles, map(str.capitalize, words.joined_particles))
    token = rf"(?:(?:{joined})-)?(?:(?:{_UPPER}\.){{1,3}}|{_UPPER}[\w’'‘\-]*\w\b\.?|{_UPPER}\b)"
    particle = rf"(?:(?:{either(words.particles)})[ ])"
    possessives, definite = either(grammar.third_possessives), either(grammar.articles - grammar.indefinite_articles)
    determiners = either(grammar.articles, grammar.third_possessives, words.role_openings)
    helping = either(grammar.have_finite, words.before_verbs)
    holders = words.occupations - words.bodies_too
    return NamePatterns(
        run=re.compile(rf"{token}(?:[ \u00a0]{particle}{{0,2}}{token})*"),
        role_set_off=re.compile(
            rf"(?:\b(?:{definite}|{possessives}|whose)|[’'‘]s?)[ ](?:[\w\-]+[ ]){{0,5}}?([\w\-]+),[ ]$", re.IGNORECASE
        ),
        belonging=re.compile(
            rf"[ ](?:{either(bodies.belonging)})[ ](?:(?:{definite})[ ])?"
            rf"({token}(?:[ ](?:(?:{either(bodies.joining)})[ ])?{token})*)"
        ),
        evidence=re.compile(rf",?[ ](?:{either(grammar.personal_relatives)})\b|,[ ]\d\d\b|[ ]\([DRI]-"),
        apposition=re.compile(rf",[ ]((?:{determiners})[ ][^,.;:\n]{{3,80}})"),
        next_word=re.compile(rf"[ ](?:(?:{helping}) )?([a-z]+)"),
        shortened=words.suffixes.union(words.titles),
        roles=words.occupations.union(words.titles),
        holders=holders,
        titled_holders=holders.union(words.titles),
        telling=words.courtesy | words.telling_titles,
    )
