"""The name set off behind a description of somebody new: “One of the drivers, Ann Bo”, “Another gym, Larn Fitness”."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.actors.evidence_patterns import evidence_patterns
from digests.lexicon import Lexicon, either
from digests.models import Claimant
from digests.speakers.claimants import local_body, local_person
from digests.speakers.kinds import may_mean_person
from digests.speakers.noun_phrases import EDGES
from digests.speakers.participants.cast import Cast
from digests.text.folding import fold
from digests.text.name_words import UPPER, name_words

_FULL = (2, 3)  #: words of a person's full name


class _Patterns(NamedTuple):
    description: re.Pattern[str]  #: “One of the | drivers |, Ann Bo”
    preposition: re.Pattern[str]  #: what ends the noun of a description: “driver | from Larn”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, single = lexicon.grammar, either(lexicon.descriptions.single)
    owners = either(grammar.definite_articles, grammar.third_possessives)
    name = rf"{UPPER}[\w’'&-]+(?: (?:{name_words(lexicon)} )?{UPPER}[\w’'&-]+){{0,3}}"
    return _Patterns(
        description=re.compile(
            rf"(?i:(?P<partitive>(?:{single}) (?:{either(grammar.genitives)}) "
            rf"(?:(?:{owners})|(?P<those>{either(grammar.plural_demonstratives)})) )"
            rf"|(?:{single}|{either(grammar.indefinite_articles)}) )"
            rf"(?P<lead>[a-z][a-z0-9’' -]+), (?P<name>{name})"
        ),
        preposition=re.compile(
            rf" (?:{either(grammar.prepositions, grammar.personal_relatives, grammar.relative_pronouns)}) "
        ),
    )


def apposed_name(surface: str, cast: Cast) -> Claimant | None:
    """Whoever a source names behind what it calls them: a person by a noun for people, a body by one for bodies."""
    match = _patterns(cast.lexicon).description.fullmatch(surface.strip(EDGES))
    if match is None:
        return None
    noun = fold(_patterns(cast.lexicon).preposition.split(match["lead"], maxsplit=1)[0].split()[-1])
    nouns = {noun, noun.removesuffix("s"), noun.removesuffix("ies") + "y"} if match["partitive"] else {noun}
    name, evidence = match["name"], evidence_patterns(cast.lexicon)
    people = evidence.people | cast.lexicon.descriptions.roles
    if not nouns.isdisjoint(evidence.body_nouns - people):
        return local_body(name, cast.lexicon)
    is_person = bool(match["those"]) or not nouns.isdisjoint(people)
    is_person = is_person or any(may_mean_person(noun, cast.lexicon) for noun in nouns)
    if not is_person or len(name.split()) not in _FULL or not _may_name_person(name, cast.lexicon):
        return None
    person = cast.introduced(name)
    return person.claimant if person else local_person(name, cast.lexicon)


def _may_name_person(name: str, lexicon: Lexicon) -> bool:
    words = {*fold(name).split()}
    return words.isdisjoint(lexicon.persons.place_or_body) and words.isdisjoint(lexicon.descriptions.bodies)
