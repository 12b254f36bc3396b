"""What surrounds the names of persons, and the words that tell them from those of bodies."""

from __future__ import annotations

import functools
import re
from typing import Final, NamedTuple

from digests.actors.runs import name_token
from digests.lexicon import Lexicon, either
from digests.text.name_words import UPPER

_BRACKETED: Final = r"(?:[ ]\([\w& -]{2,20}\))?"  # “the Larn Water Board (LWB)”
_LONGEST_BODY = 9  #: words of a body's name behind the first: more would be read anew from each name of a long list


class EvidencePatterns(NamedTuple):
    """What surrounds the names of persons, and the words that tell them apart."""

    role_set_off: re.Pattern[str]  #: “its chairman, ” before a name that a comma, a stop or a verb of saying closes
    set_off_noun: re.Pattern[str]  #: the same with any noun, of one who speaks: “said the bride, ”
    role_of_place: re.Pattern[str]  #: “the mayor of Bergen, ” before a name
    opening_role: re.Pattern[str]  #: “Opposition leader, ” or “Envoy to Norway, ” at the start of a sentence
    belonging: re.Pattern[str]  #: “ of the Ministry of Defence”
    set_off: re.Pattern[str]  #: “, of Portugal” or “, a friend of theirs” up to what goes on after it
    evidence: re.Pattern[str]  #: a relative pronoun, an age, a party
    of_self: re.Pattern[str]  #: “ told the paper that she”: what a person says of themselves
    apposition: re.Pattern[str]  #: “, a nurse”
    owned_role: re.Pattern[str]  #: “, Norway’s foreign minister” or “, Alto chief executive”, up to what closes it
    bare_role: re.Pattern[str]  #: “, press secretary for”, “, director of”
    next_word: re.Pattern[str]  #: the verb after a name
    introduced: re.Pattern[str]  #: “a man named ” before a name
    person_noun: re.Pattern[str]  #: “the mediator ”
    in_charge: re.Pattern[str]  #: “chief of staff ”
    according: re.Pattern[str]
    outlet: re.Pattern[str]  #: “the Larn Post’s ” before a name
    roles: frozenset[str]
    holders: frozenset[str]  #: what only a person is; a body may be an owner or a member
    titled_holders: frozenset[str]
    bodies: frozenset[str]  #: what an apposition calls a body
    people: frozenset[str]  #: nouns for people
    body_nouns: frozenset[str]  #: those for bodies, and for what may also open a role: “gym” of “a gym owner”


@functools.cache
def evidence_patterns(lexicon: Lexicon) -> EvidencePatterns:
    """The patterns of a language."""
    grammar, words, bodies = lexicon.grammar, lexicon.persons, lexicon.bodies
    token, descriptions = name_token(lexicon), lexicon.descriptions
    possessives, definite = either(grammar.third_possessives), either(grammar.articles - grammar.indefinite_articles)
    determiners = either(grammar.articles, grammar.third_possessives, words.role_openings, descriptions.single)
    helping = either(grammar.have_finite, words.before_verbs)
    holders = words.occupations.union(words.kin) - words.bodies_too
    nouns = either(descriptions.people, words.occupations, (title for title in words.titles if len(title) > 2))
    plain_roles = holders.union(words.titles) - words.bodies_too - descriptions.belongings
    people = descriptions.people.union(words.occupations, words.titles, words.kin)
    groups = descriptions.bodies.union(descriptions.companies, descriptions.generic)
    own_verbs = lexicon.verbs.saying - lexicon.verbs.reporting
    in_charge_of = either(lexicon.sources.owners, lexicon.sources.in_charge_of)
    of_body = either(bodies.belonging, descriptions.role_belonging, descriptions.role_bound)
    small = either(
        grammar.prepositions, grammar.longer_prepositions, grammar.coordinators, grammar.subjects, grammar.auxiliaries,
        grammar.openers, grammar.personal_relatives, lexicon.verbs.saying, lexicon.verbs.inverted,
    )  # fmt: skip
    return EvidencePatterns(
        role_set_off=re.compile(
            rf"(?:\b(?:{definite}|{possessives}|{either(grammar.owning_relatives)})|[’'‘]s?)[ ]"
            r"(?:[\w\-]+[ ]){0,5}?([\w\-]+),[ ]$",
            re.IGNORECASE,
        ),
        set_off_noun=re.compile(
            rf"(?P<before>\w+ )?(?:\b(?:{either(grammar.articles)}|{possessives})|\b[\w\-]+[’'‘]s?)[ ]"
            r"(?:[a-z\-]+[ ]){0,4}?(?P<noun>[a-z\-]{3,}),[ ]$",
            re.IGNORECASE,
        ),
        role_of_place=re.compile(
            rf"(?:\b(?:{either(grammar.articles)}|{possessives})|(?<=\w)[’'‘]s?)[ ](?:[\w\-]+[ ]){{0,4}}?([\w\-]+)[ ]"
            rf"(?:{either(bodies.belonging, descriptions.role_belonging)})[ ][^.,;:“”\"()\n]{{2,60}}{_BRACKETED},[ ]"
            rf"(?:(?:{either(grammar.coordinators)})[ ][^.,;:“”\"\n]{{2,80}},[ ])?$",
            re.IGNORECASE,
        ),
        belonging=re.compile(
            rf"[ ](?:{either(bodies.belonging)})[ ](?:(?:{definite})[ ])?"
            rf"({token}(?:[ ](?:(?:{either(bodies.joining)})[ ])?{token}){{0,{_LONGEST_BODY}}})"
        ),
        opening_role=re.compile(
            rf"(?:^|[.!?][”\"]?\s|[\n“\"]|,\s(?-i:(?={UPPER})))(?!(?:{small})\b)"
            rf"(?:[\w’'‘-]+[ ]){{0,4}}?(?P<role>[\w-]+)"
            rf"(?:[ ](?:{of_body})[ ][^.,;:“”\"()\n]{{2,60}}{_BRACKETED})?,[ ]$",
            re.IGNORECASE,
        ),
        owned_role=re.compile(
            rf",[ ](?!(?:{small})\b)(?:[\w’'‘&-]+[ ]){{1,6}}?(?P<role>[\w-]+)"
            rf"(?:[ ](?:{of_body})[ ][^.,;:“”\"()\n]{{2,60}})?(?=,[ ]|[.,]?[”\"]|\.\s|\.$)"
        ),
        set_off=re.compile(
            rf",[ ]((?:(?P<place>{either(bodies.belonging, descriptions.role_belonging)})|{determiners})[ ]"
            r"[^.,;:“”\"\n]{2,80})"
            r"(?:,[ ]|[,.]?[”\"]|[.]|$)"
        ),
        evidence=re.compile(rf",?[ ](?:{either(grammar.personal_relatives)})\b|,[ ]\d\d\b|[ ]\([DRI]-"),
        of_self=re.compile(
            rf"[ ](?:(?:{either(lexicon.verbs.telling)})[ ](?:[\w’']+[ ]){{1,3}}|(?:{either(own_verbs)})[ ])"
            rf"(?:(?:{either(grammar.complementizers)})[ ])?(?:{either(grammar.genders)})\b"
        ),
        apposition=re.compile(rf",[ ]((?:{determiners})[ ][^,.;:\n]{{3,80}})"),
        bare_role=re.compile(
            rf",[ ](?:[\w’'-]+[ ]){{0,4}}?(?i:{either(plain_roles)})[ ]"
            rf"(?:{either(bodies.belonging, descriptions.role_belonging, grammar.infinitive_markers)})[ ]"
        ),
        next_word=re.compile(rf"[ ](?:(?:{helping}) )?([a-z]+)"),
        introduced=re.compile(rf"\b(?:{nouns}),?[ ](?:{either(descriptions.introducing)})[ ]$", re.IGNORECASE),
        person_noun=re.compile(
            rf"\b(?:{either(grammar.articles, grammar.third_possessives)})[ ](?:[a-z]+[ ])?"
            rf"(?!(?:{either(groups, grammar.prepositions)})\b)"
            rf"[a-z\-]*[a-z]{{2}}(?:{either(lexicon.sources.person_endings)})[ ]$",
        ),
        in_charge=re.compile(
            rf"\b(?i:{either(lexicon.sources.charges)})[ ](?:{in_charge_of})[ ]"
            rf"(?:(?!(?:{either(grammar.articles)})\b)[a-z-]+[ ]){{1,2}}$"
        ),
        according=re.compile(rf"\b(?:{either(lexicon.sources.according)})[ ]$", re.IGNORECASE),
        outlet=re.compile(rf"\b(?:{either(map(str.capitalize, descriptions.role_nouns['outlet']))})[’'‘`]s?[ ]$"),
        roles=words.occupations.union(words.titles),
        holders=holders,
        titled_holders=holders.union(words.titles),
        bodies=groups,
        people=people,
        body_nouns=groups | (_body_nouns(lexicon) - people),
    )


def _body_nouns(lexicon: Lexicon) -> frozenset[str]:
    """Nouns for bodies, and for houses that say things: “gym”."""
    claimants = lexicon.claimants
    houses = claimants.stating & lexicon.circumstances.settled_nouns
    return houses.union(claimants.bodies, claimants.vague_bodies, lexicon.descriptions.company_bodies)
