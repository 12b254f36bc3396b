"""Whether a claimant can state anything: a name, or a noun for people, bodies, papers or what somebody has found.

What has no licence, such as “the rate”, “the measures” or “the evidence”, states nothing: only a narrator lets it
speak. Nor has a noun as headlines have it: “Killer asks court”.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Claimant
from digests.text.folding import fold
from digests.text.name_words import POSSESSIVE_END

_LONG = 7  #: letters of a noun that ends no other one by chance
_PLURALS = (("ies", "y"), ("men", "man"), ("ses", "sis"), ("es", ""), ("s", ""))


class _Patterns(NamedTuple):
    adjective: re.Pattern[str]  #: before another one: “the long, | tedious report”
    joint: re.Pattern[str]
    conduct: re.Pattern[str]  #: what only a narrator reads: “Holm’s record on taxes”
    run_together: re.Pattern[str]  #: two words without a space: “policiesThe representatives”
    ends: re.Pattern[str]  #: behind the noun of a description: “records | of the firm”, “aides, | all of them new”
    share: re.Pattern[str]  #: of whom or of what there are some: “an array of | economists”, “two of the | aides”
    deed: re.Pattern[str]  #: what is done, and no name: “Largely targeting”, “Further investigation”
    initials: re.Pattern[str]  #: a thing by its initials, and neither “an MP” nor “the FBI”: “An MRI”
    unnamed_papers: re.Pattern[str]  #: of which none is told: “Numerous studies”
    clause: re.Pattern[str]  #: a name with a verb behind it: “Incident began when dispatch”, “LNN it killed 12 people”
    person: re.Pattern[str]
    participle: re.Pattern[str]  #: what may stand behind a noun, with all that follows: “emails released”, “data in”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, claimants = lexicon.grammar, lexicon.claimants
    determiners = either(grammar.articles, grammar.demonstratives, grammar.third_possessives)
    prepositions = either(grammar.prepositions, grammar.longer_prepositions, lexicon.descriptions.after_heads)
    parts = either(
        claimants.partitives, claimants.parts, claimants.counting, lexicon.numbers.units, lexicon.descriptions.counting
    )
    relatives = either(grammar.relative_pronouns, grammar.personal_relatives, grammar.complementizers)
    genitives, endings = either(claimants.out_of, grammar.genitives), either(lexicon.clauses.participle_endings)
    return _Patterns(
        run_together=re.compile(rf".*[a-z]{{2}}(?:{either(map(str.capitalize, grammar.definite_articles))})\b"),
        conduct=re.compile(
            rf"(?:.*[’'‘`]s?|{either(grammar.third_possessives)})\s+(?:[a-z-]+\s+){{0,2}}(?:{either(claimants.conduct)})\b",
            re.IGNORECASE,
        ),
        adjective=re.compile(rf"^(?:{determiners})\s+[a-z-]+,\s+(?=[a-z])", re.IGNORECASE),
        joint=re.compile(rf"\s+(?:{either(grammar.coordinators)})\s+"),
        ends=re.compile(rf"\s+(?:{prepositions}|{either(grammar.relative_pronouns)})\s|\s*[,(–—]|\s--?\s"),
        share=re.compile(
            rf".*?\b(?:{parts}|\d[\d.,]*)\s+(?:{genitives})\s+(?:(?:{determiners})\s+)?(?P<noun>.+)", re.IGNORECASE
        ),
        deed=re.compile(
            rf"\w+ly\s+[a-z]+(?:{either(lexicon.descriptions.acting_endings)})\s"
            rf"|(?:{either(claimants.continuing)})\s+[a-z]+$",
            re.IGNORECASE,
        ),
        initials=re.compile(
            rf"(?i:{either(grammar.indefinite_articles)})\s"
            rf"(?!(?:{either(map(str.upper, _nouns(lexicon)))})$)[A-Z]{{2,}}$"
        ),
        unnamed_papers=re.compile(
            rf"(?:{either(claimants.uncounted)})\s+(?:[\w-]+\s+)?(?:{either(_plural_papers(lexicon))})$", re.IGNORECASE
        ),
        clause=re.compile(
            rf"(?:(?!\b(?:{relatives})\b)[^,])+?\s"
            rf"(?:{either(lexicon.common_verbs.only_past, grammar.third_subjects)})\s"
        ),
        person=re.compile(rf"(?:{either(lexicon.sources.person_endings)})$"),
        participle=re.compile(
            rf"\w+(?:{endings})|{either(grammar.past_participles, claimants.behind_nouns)}|.*[\d.A-Z].*"
        ),
    )


def _plural_papers(lexicon: Lexicon) -> frozenset[str]:
    """The plurals among the nouns for papers and polls: “surveys”, “studies”."""
    papers = lexicon.claimants.documents
    return frozenset(
        noun
        for noun in papers
        for end, single in _PLURALS
        if noun.endswith(end) and noun.removesuffix(end) + single in papers
    )


@functools.cache
def _nouns(lexicon: Lexicon) -> frozenset[str]:
    """Nouns for who and what states things."""
    persons, words, claimants = lexicon.persons, lexicon.descriptions, lexicon.claimants
    people = (persons.titles, persons.kin, persons.occupations, claimants.persons, claimants.plurals, claimants.forces)
    kinds = (words.people, words.roles, words.callings, words.partisans, words.natives, words.authorities)
    bodies = (words.bodies, words.companies, words.groups, words.nameless, words.members, claimants.vague_bodies)
    papers = (claimants.documents, claimants.collectives, claimants.leaderships, lexicon.sources.speaking_things)
    outlets = frozenset(noun.rpartition(" ")[2] for noun in words.generic)
    places = (lexicon.places.settlements, lexicon.places.lands)
    return frozenset().union(
        *people,
        *kinds,
        *bodies,
        *papers,
        *places,
        outlets,
        claimants.stating,
        claimants.respondents,
        persons.gendered_endings,
    )


@functools.cache
def _longer_nouns(lexicon: Lexicon) -> tuple[str, ...]:
    """Those that other nouns are made with: “counterproposal”."""
    return tuple(noun for noun in _nouns(lexicon) if len(noun) >= _LONG)


def can_state(claimant: Claimant, lexicon: Lexicon) -> bool:
    """Whether a claimant is a name, or what a noun that is known for it describes."""
    if claimant.actor_id or claimant.members or claimant.type == "named person":
        return True
    return _is_licensed(claimant.name, lexicon)


@functools.lru_cache(maxsize=256)  # each way to draw a line asks again
def _is_licensed(name: str, lexicon: Lexicon) -> bool:
    patterns = _patterns(lexicon)
    is_headline = name.isalpha() and name.istitle() and name.lower() in _headline_nouns(lexicon)
    if is_headline or any(no_name.match(name) for no_name in _no_names(patterns)):
        return False
    names = (name, patterns.adjective.sub("", name))
    return any(_names_speaker(part, patterns, lexicon) for words in names for part in patterns.joint.split(words))


def _no_names(patterns: _Patterns) -> tuple[re.Pattern[str], ...]:
    things = (patterns.initials, patterns.unnamed_papers)
    return (patterns.run_together, patterns.conduct, patterns.deed, patterns.clause, *things)


@functools.cache
def _headline_nouns(lexicon: Lexicon) -> frozenset[str]:
    """What only headlines call one person without an article."""
    persons, claimants = lexicon.persons, lexicon.claimants
    return frozenset().union(
        persons.titles, persons.kin, persons.occupations, claimants.persons, claimants.bare_persons
    )


def _names_speaker(words: str, patterns: _Patterns, lexicon: Lexicon) -> bool:
    noun_words = POSSESSIVE_END.sub("", patterns.ends.split(words, maxsplit=1)[0]).split()
    if not noun_words or _holds_noun(noun_words, lexicon):
        return bool(noun_words)
    share = patterns.share.fullmatch(words)
    return share is not None and _names_speaker(share["noun"], patterns, lexicon)


def _holds_noun(words: list[str], lexicon: Lexicon) -> bool:
    """Whether the last noun of some words is a name or a known one, be it with a participle behind."""
    if words[-1][:1].isupper() or not words[-1].isalpha():
        return True
    places = [place for place, word in enumerate(words) if _is_known(word, lexicon)]
    rest = words[places[-1] + 1 :] if places else []
    rest = rest[1:] if rest and _is_adverb(rest[0], lexicon) else rest
    return bool(places) and (not rest or _patterns(lexicon).participle.fullmatch(rest[0]) is not None)


def _is_adverb(word: str, lexicon: Lexicon) -> bool:
    return word.endswith(tuple(lexicon.persons.adverb_endings)) or word in lexicon.circumstances.adverbs


def _is_known(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a noun for who or what states things, or ends as those for people do."""
    noun = fold(word)
    forms = {noun, *(noun.removesuffix(end) + single for end, single in _PLURALS if noun.endswith(end))}
    if forms & _nouns(lexicon) or any(form.endswith(_longer_nouns(lexicon)) for form in forms):
        return True
    things = lexicon.sources.events | lexicon.deeds.happenings | lexicon.descriptions.no_callings
    if forms & things or any(form.endswith(tuple(lexicon.claimants.thing_endings)) for form in forms):
        return False
    return any(_patterns(lexicon).person.search(form) for form in forms)
