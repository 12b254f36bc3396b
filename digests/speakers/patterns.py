"""The patterns by which the head of a source is told from what stands before and behind it."""

from __future__ import annotations

import functools
import re
from typing import Final, NamedTuple

from digests.lexicon import Lexicon, either
from digests.text.name_words import UPPER

_INITIALS: Final = 4  #: letters of an office that is written by them alone: “MEC”


class SourcePatterns(NamedTuple):
    """What tells the head of a source from what stands around it."""

    preposition: re.Pattern[str]
    no_head: re.Pattern[str]  #: “the man who shot ”, “A, but not ”, “all, including ” before a name that is not all
    office: re.Pattern[str]  #: “Secretary of State ” before a name, which is that of the office's holder
    in_clause: re.Pattern[str]  #: “critics of the plan, which was drawn up by the mayor, ” before a name
    holder: re.Pattern[str]  #: “Department of Fire Services Commissioner ” before a name, likewise
    in_charge: re.Pattern[str]  #: “chair of governors Rev. ” before a name, likewise
    name_at_end: re.Pattern[str]  #: two capitalised words or more
    after_person: re.Pattern[str]
    of_body: re.Pattern[str]  #: “, of ” between a person and a body
    tail: re.Pattern[str]  #: “ of Larn, Ohio”, “, a nurse” between a person and “, who”
    described_name: re.Pattern[str]  #: “mediator Ann Bo”
    other_name: re.Pattern[str]  #: “Kata Gannon and ” before a name
    first_name: re.Pattern[str]  #: “Kata and ” before a name that both have the end of
    acting_for: re.Pattern[str]  #: “a lawyer representing ” before a name that is not the head
    person_noun: re.Pattern[str]  #: the end of a word for people


@functools.cache
def source_patterns(lexicon: Lexicon) -> SourcePatterns:
    """The patterns of a language."""
    grammar, sources, words = lexicon.grammar, lexicon.sources, lexicon.descriptions
    offices = lexicon.persons.titles.keys() | words.roles | lexicon.persons.occupations
    titles = [*map(str.capitalize, lexicon.persons.titles.keys() | words.roles)]
    titles += [title.upper() for title in lexicon.persons.titles if len(title) <= _INITIALS]
    prepositions, joining = either(grammar.prepositions, grammar.longer_prepositions), either(words.joining)
    belonging = either(lexicon.bodies.belonging, words.role_belonging)
    owners, definite = either(sources.owners), either(grammar.definite_articles)
    bodies = either(map(str.capitalize, words.bodies))
    small = either(words.joining, words.body_prepositions, grammar.definite_articles)
    bound = either(words.body_prepositions - sources.owners, words.role_bound, words.workplace_prepositions)
    inner = rf"(?:[A-Z][\w\-]+\.? (?:(?:{small}) ){{0,2}})"  # “Peace and the ” of what an office is of
    ranks = either(map(str.capitalize, words.ranks))
    styles = either(map(str.capitalize, words.ranks | lexicon.persons.courtesy))
    persons = either(titles, map(str.capitalize, words.partisans | lexicon.persons.occupations))
    ministers = either(map(str.capitalize, words.state_offices))
    titled_fields = either(map(str.capitalize, words.fields & lexicon.persons.titles.keys()))  # “Minister for Justice”
    joint = rf"(?:{bodies}) (?:{either(words.body_prepositions - lexicon.places.holding)})"  # “Institute for” Peace
    followers = either(grammar.openers, grammar.reflexives, words.after_names, map(str.capitalize, words.after_names))
    in_charge_of = either(sources.in_charge_of)
    return SourcePatterns(
        preposition=re.compile(rf"\b(?:{prepositions})\b"),
        no_head=re.compile(
            rf"\b(?:{either(grammar.relative_pronouns, grammar.choosing - grammar.continuing)}"
            rf"|{either(lexicon.hedges.negations, lexicon.hedges.exceptions, lexicon.calendar.naming_parts)})\s"
        ),
        in_clause=re.compile(
            rf"\b(?:{either(grammar.relative_pronouns, grammar.personal_relatives)})\s[^,–—]*"
            rf"\s(?:{prepositions})\s[^,–—]*,\s[^,–—]*$"
        ),
        office=re.compile(
            rf"(?<![\w-])(?:[\w-]+-)?(?:(?:{either(titles)}) (?:(?:{owners}) (?:(?:{definite}) )?{inner}+"
            rf"|(?:(?:{owners}) [A-Z]\w+ )?(?:{bound}) (?:(?:{definite}) )?(?:(?!(?:{persons})\b){inner})+)"
            rf"|(?:{ministers}) (?:{bound}) (?:(?:{titled_fields}) |(?!(?:{persons})\b){inner})+)"
            rf"(?:(?:{ranks})\.? )*$"
        ),
        holder=re.compile(
            rf"^(?:(?:{definite}) |{UPPER}[\w-]+[’'‘`]s )?"
            rf"(?!(?:{either(map(str.capitalize, sources.personal_bodies))})\b)"
            rf"(?:(?:[A-Z][\w\-]+ )+(?:{owners})|(?:[A-Z][\w\-]+ )*?{joint}) (?:(?:{definite}) )?"
            rf"(?:(?:[A-Z][\w&\-]+|{small}) )*[A-Z][\w&\-]+(?:[’'‘`]s)? (?:[a-z][\w\-]+ )*"
            rf"(?:{either(offices, map(str.capitalize, offices))}) (?:(?:{styles})\.? )*$"
        ),
        in_charge=re.compile(
            rf"^(?:(?:{definite}) )?(?:[\w’'‘-]+ ){{0,4}}(?:{either(sources.charges)}) "
            rf"(?:{owners}|{in_charge_of}) (?:[a-z]{{3,}}(?:[’'‘]s)? )*"
            rf"(?!(?:{either(offices, grammar.articles)}) )[a-z]{{3,}} "
            rf"(?:(?:{either(titles)})\.? )*$",
            re.IGNORECASE,
        ),
        name_at_end=re.compile(rf"(?<![\w.’'-])(?:{UPPER}[\w’'&-]*\s)+{UPPER}[\w’'&-]*\w$"),
        after_person=re.compile(rf"(?:[’'‘`]s?)?[\s.]*(?:$|[,(—–\-;:]|\s(?:{followers})\b)"),
        of_body=re.compile(rf",\s+(?:{belonging})\s+"),
        tail=re.compile(rf"(?:,.*|\s\([^)]*\)|\s(?:{belonging})\s(?:(?:{definite})\s)?[A-Z][^;:()“”\"]*)?", re.DOTALL),
        described_name=re.compile(rf"(?P<lead>(?:(?!(?:{prepositions})\b)[a-z][a-z\-]*\s+){{1,4}})(?P<name>{UPPER}.*)"),
        other_name=re.compile(rf"\b{UPPER}[\w’'-]+\s(?P<last>{UPPER}[\w’'-]+)\s(?:{joining})\s(?:[a-z]+\s)?$"),
        first_name=re.compile(rf"(?P<first>{UPPER}[\w’'-]+)\s(?:{joining})\s"),
        acting_for=re.compile(
            rf"(?<![\w-])(?!(?:{either(words.role_participles)})\b)[a-z]+(?:{either(words.acting_endings)})\s+"
            r"(?:[a-z]+\s+)*$"
        ),
        person_noun=re.compile(rf"(?:{either(sources.person_endings)})$"),
    )
