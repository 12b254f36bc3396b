"""What a text says that a person is, in its own words and short: “mayor of Bergen”."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.actors import ActorIndex, PersonName
from digests.lexicon import Lexicon, either
from digests.speakers.descriptions import described, descriptions
from digests.text.name_words import UPPER

_NEAR = 120  #: characters before a name
_MOST = 6  #: words of a title


class _Patterns(NamedTuple):
    role_of: re.Pattern[str]  #: “the mayor of Bergen, ” before a name
    office: re.Pattern[str]  #: “Secretary of State ” before a name
    leading: re.Pattern[str]
    belonging: re.Pattern[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words = lexicon.grammar, lexicon.descriptions
    belonging = either(lexicon.bodies.belonging, words.role_belonging)
    roles = either(lexicon.persons.titles, words.roles, lexicon.persons.occupations)
    capitalised = either(map(str.capitalize, lexicon.persons.titles))
    determiners = either(grammar.articles, grammar.third_possessives)
    return _Patterns(
        role_of=re.compile(
            rf"(?:\b(?:{determiners})|[’'‘`]s?)\s(?P<title>(?:[\w-]+\s){{0,3}}?(?:{roles})"
            rf"(?:\s(?:{belonging})\s[^.,;:“”\"()\n]{{2,50}})?),\s$",
            re.IGNORECASE,
        ),
        office=re.compile(
            rf"(?P<title>(?:{UPPER}[\w.’'-]*\s)*(?:{capitalised})\s(?:{either(lexicon.sources.owners)})\s"
            rf"(?:(?:{either(grammar.definite_articles)})\s)?{UPPER}\w+(?:\s(?:{either(words.joining)})\s{UPPER}\w+)?)\s$"
        ),
        leading=re.compile(rf"^(?:{determiners})\s", re.IGNORECASE),
        belonging=re.compile(rf"\s(?:{belonging})\s"),
    )


def title_of(text: str, name: PersonName, index: ActorIndex, lexicon: Lexicon) -> str | None:
    """The title that stands beside a name, cut to a few words; none where the text gives none."""
    patterns = _patterns(lexicon)
    office = patterns.office.search(text, max(0, name.start - _NEAR), name.start)
    if office is not None:
        return _short(office["title"], lexicon)
    role = patterns.role_of.search(text, max(0, name.start - _NEAR), name.start)
    if role is not None:
        return _short(role["title"], lexicon)
    roles_beside = (words for words, _ in descriptions(text, name, index, lexicon) if words)
    return next((title for words in roles_beside if (title := _short(words, lexicon))), None)


def _short(words: str, lexicon: Lexicon) -> str | None:
    """Words without their article, ended at the first preposition where they are too many; none of one letter."""
    patterns = _patterns(lexicon)
    title = patterns.leading.sub("", " ".join(words.split()))
    if len(title.split()) > _MOST:
        title = patterns.belonging.split(title, maxsplit=1)[0]
    courtesy = lexicon.persons.courtesy
    while title and title.split()[-1].lower().rstrip(".") in courtesy:
        title = title.rpartition(" ")[0]
    is_title = 0 < len(title.split()) <= _MOST and not _roles(lexicon).isdisjoint(described([title], lexicon))
    return title if is_title else None


@functools.cache
def _roles(lexicon: Lexicon) -> frozenset[str]:
    words, persons = lexicon.descriptions, lexicon.persons
    return words.roles.union(persons.titles, persons.occupations, words.people)
