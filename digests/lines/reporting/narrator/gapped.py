"""Another speaker behind a speaker's indirect words, whose verb of saying is left out or who stands behind a dash."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either

_NAME = r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?"


@functools.cache
def gapped(lexicon: Lexicon) -> re.Pattern[str]:
    """Another with what they say, less the verb: “… and pilot Carl Ek that it was late”, “…, the coast guard 260”."""
    return re.compile(f"{_with_clauses(lexicon)}|{_with_things(lexicon)}")


def _people(lexicon: Lexicon) -> str:
    endings = either(lexicon.lines.person_endings, lexicon.narration.more_person_endings)
    persons = either(lexicon.claimants.persons, lexicon.persons.occupations)
    return rf"(?:{persons})s?|[a-z]+(?:{endings})s|{either(lexicon.narration.bodies_of_people)}"


def _with_clauses(lexicon: Lexicon) -> str:
    """Behind “and”, whoever it is with “that”: “and parents at the school, who had waited, that they had not”."""
    grammar = lexicon.grammar
    joints, articles = either(lexicon.narration.narrating_joints), either(grammar.articles)
    names = r"[A-Z][\w’'.-]+(?:\s+[A-Z][\w’'.-]+)*"
    owner = rf"(?:\s+(?:{either(lexicon.sources.owners)})\s+(?:(?:{articles})\s+)?{names})?"
    person = rf"(?:(?:(?:{either(grammar.definite_articles)})\s+)?(?:[a-z][\w’'-]+\s+){{0,2}})?{names}{owner}"
    role = rf"(?:{articles})\s+(?:[\w’'-]+\s+)?(?:{either(lexicon.claimants.persons, lexicon.persons.occupations)})"
    definite, opening = either(grammar.definite_articles), either(grammar.complementizers)
    others = either(lexicon.counterfacts.others)
    finite = rf"(?:{either(grammar.finite_auxiliaries, grammar.modals, grammar.past_forms)}|[a-z]+ed)"
    bodies = either(lexicon.descriptions.bodies, lexicon.descriptions.companies, lexicon.claimants.bodies)
    place = rf"(?:\s+(?:{either(grammar.prepositions)})(?:\s+[\w’'-]+){{1,2}}?)?(?:,[^,;]*,)?"
    return (
        rf",?\s+(?:{joints})\s+(?:{person}|{role})\s+(?:(?:{opening})|(?:{either(grammar.role_markers)})\s+\w+ing)\s"
        rf"|,?\s+(?:{joints})\s+(?:[\w’'-]+\s+){{0,3}}?[\w’'-]+,\s+{_NAME},\s+(?:{opening})\s"
        rf"|\s+(?:{joints})\s+(?:{definite})\s+(?:{_people(lexicon)}|{bodies})\s+(?:{opening})\s"
        rf"(?=(?:{definite}|{either(grammar.third_subjects)})\s)(?![^,;]*\s{finite}\b[^,;]*\s{finite}\b)"
        rf"|\s+(?:{joints})\s+(?:(?:{definite})\s+|(?!(?:{others})\b)(?=\w+s\s))(?:{_people(lexicon)}){place}\s+(?:{opening})\s+"
        rf"(?=(?:{either(grammar.third_subjects)})\s)"
        rf"|\s+(?:{joints})\s+(?:(?:{articles})\s+)?[\w-]+[’']s?\s+[\w’'-]+\s+(?:{opening})\s+"
        rf"(?=(?:{either(grammar.third_subjects)})\s)"
        rf"|\s[–—]\s+(?:(?:{definite})\s+)?(?:{_people(lexicon)}){place}\s+(?:{either(lexicon.reporting.reporting.finite)})\s"
    )


def _with_things(lexicon: Lexicon) -> str:
    """The same with what they name: “, the crew 260”, “and her rival Dan Weil the rich”, “and locals the opposite”."""
    grammar = lexicon.grammar
    joints, definite = either(lexicon.narration.narrating_joints), either(grammar.definite_articles)
    determiners = either(grammar.articles, grammar.third_possessives, grammar.demonstratives)
    small, people = rf"(?:{either(grammar.prepositions)})\b", _people(lexicon)
    full_name = r"[A-Z][\w’'-]+\s+[A-Z][\w’'-]+"
    contrary = either(lexicon.retractions.contrary)
    return (
        rf"\s+(?:{joints})\s+(?:{definite})\s+(?:{people})\s+\d[\d.,]*(?=;|$)"
        rf"|,?\s+(?:{joints})\s+(?:[\w’'-]+\s+){{1,4}}?(?:{contrary})(?=[\s.]*$)"
        rf"|\s+(?:{joints})\s+(?:(?:{determiners})\s+)?(?:[a-z][\w’'-]+\s+)?{full_name}\s+(?:{either(grammar.articles)})\s"
        rf"|,\s+(?:{people})\s+(?:\d[\d.,]*|{either(lexicon.numbers.units)})(?:\s+[\w’'-]+){{0,2}}(?=\s*$)"
        rf"|,\s+(?:(?:{joints})\s+)?(?:[a-z][\w’'-]+\s+)?{_NAME}\s+(?:{determiners})\s"
        rf"|,\s+(?!{small})(?:[a-z][\w’'-]+\s+)?{full_name}\s+{small}\s+\d[\d.,]*(?=$)"
        rf"|,\s+(?:{definite})\s+(?:[\w’'-]+\s+){{0,2}}(?!{small})[a-z][\w’'-]+\s+\d[\d.,]*(?=$|;|\s+(?:{joints})\b)"
    )
