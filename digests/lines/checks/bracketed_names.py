"""Whether a name in brackets is that of whom the pronoun means whose place it takes."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.actors import find_persons
from digests.lexicon import Lexicon, either
from digests.lines.checks.passage_words import plain
from digests.text.sentences import sentences
from digests.text.spans import span_holding

_NEAR = 400  #: characters before a pronoun in which a name may stand


class _Patterns(NamedTuple):
    others: re.Pattern[str]  #: somebody without a name
    pronouns: frozenset[str]
    owners: frozenset[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, persons, nouns = lexicon.grammar, lexicon.persons, lexicon.claimants
    known = either(nouns.persons, persons.occupations, persons.titles, lexicon.lines.bystanders)
    return _Patterns(
        others=re.compile(
            rf"\b(?:{either(grammar.possessives, grammar.demonstratives, nouns.single)})\s+(?:[\w’'-]+\s+){{0,2}}?"
            rf"(?:{known}|\w{{2,}}(?:{either(lexicon.lines.person_endings)}))\b",
            re.IGNORECASE,
        ),
        pronouns=grammar.third_subjects | grammar.plural_demonstratives | grammar.object_possessives,
        owners=grammar.third_possessives,
    )


def names_pronoun(bracket: str, word: str, text: str, place: int, lexicon: Lexicon) -> bool:
    """Whether a name in brackets stands in a text before the pronoun at a place, which nobody else may be."""
    name, patterns = bracket.strip("[]"), _patterns(lexicon)
    possessive = re.fullmatch(r"(.+)'s?", plain(name))
    if possessive and word in patterns.owners:
        name = name[: len(possessive[1])]
    elif possessive or word not in patterns.pronouns:
        return False
    return _is_only_person(name, word, text, place, lexicon)


def _is_only_person(name: str, word: str, text: str, place: int, lexicon: Lexicon) -> bool:
    """Whether a name is that of the only one near before a pronoun who may be meant."""
    persons = [person for person in find_persons(text) if place - _NEAR <= person.start < place]
    gender = lexicon.grammar.genders.get(word)
    if gender is None:
        return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text[max(0, place - _NEAR) : place]))
    begins = span_holding(sentences(text), max((person.start for person in persons), default=place))[0]
    if _patterns(lexicon).others.search(text[begins:place].replace(name, " ")):
        return False
    names = [text[person.start : person.end] for person in persons if gender in {person.pronoun or gender, None}]
    return _is_one_person(name, {" ".join(full.split()) for full in names})


def _is_one_person(name: str, names: set[str]) -> bool:
    """Whether all names are forms of the fullest one, as “Steele” is of “Christopher Steele”, and one is as given."""
    fullest = set(max(names, key=len, default="").split())
    return name in names and all(fullest.issuperset(other.split()) for other in names)
