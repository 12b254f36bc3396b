"""The pronouns that a source may be, by what they stand for."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Set
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Pronoun
from digests.text.name_words import UPPER


class Pronouns(NamedTuple):
    """What a source that is a pronoun stands for."""

    persons: Mapping[str, Pronoun]
    first: Set[str]
    plural: Set[str]
    neuter: Set[str]
    relative: Set[str]

    def hold(self, word: str) -> bool:
        """Whether a word is one of them."""
        return any(word in words for words in self)


@functools.cache
def pronouns(lexicon: Lexicon) -> Pronouns:
    """The pronouns of a language."""
    grammar = lexicon.grammar
    return Pronouns(
        persons={**grammar.genders, **grammar.gendered_forms},
        first=grammar.first_person,
        plural=grammar.plural_pronouns | grammar.plural_forms,
        neuter=grammar.neuter_pronouns | grammar.neuter_forms,
        relative=grammar.relative_pronouns,
    )


class PronounPatterns(NamedTuple):
    """What stands around a pronoun and tells whom it cannot mean."""

    possession: re.Pattern[str]  #: “his campaign”
    pair: re.Pattern[str]  #: “he and the deputy mayor”
    joint: re.Pattern[str]  #: “ and ” between two names
    own_deed: re.Pattern[str]  #: behind a verb of saying, what its speaker does then: “ as she spoke”
    clause_opening: re.Pattern[str]  #: right before a clause's subject: “after ”
    questioned: re.Pattern[str]  #: “she told police”
    object: re.Pattern[str]  #: “him saying”
    speaking: re.Pattern[str]  #: “ told us” behind a name
    hearer: re.Pattern[str]  #: “ told Mr. Bo.” from the end of its verb on
    telling: tuple[str, ...]  #: how a cue ends whose object is told
    neuter_relative: re.Pattern[str]  #: “which”
    reports: re.Pattern[str]  #: behind a body, that it only reports: “ reports that”
    whereabouts: re.Pattern[str]  #: “ in Norway” at the end of what stands before it, which tells where, not who
    somebody: re.Pattern[str]  #: “the passenger”
    replying: re.Pattern[str]  #: “she replied”
    asking: re.Pattern[str]  #: “put it to the witness”
    of_charge: re.Pattern[str]  #: “The doctor said that he”: it may well be whom a doctor sees
    kin_opening: re.Pattern[str]  #: “His wife”
    kin_beside: re.Pattern[str]  #: “ and Ek's mother”
    plural_verb: re.Pattern[str]  #: “who are”


@functools.cache
def pronoun_patterns(lexicon: Lexicon) -> PronounPatterns:
    """The patterns of a language."""
    grammar, words = lexicon.grammar, lexicon.descriptions
    not_asked = "".join(f"(?<!{verb} )" for verb in sorted(lexicon.narration.undergoing))
    officers = words.authorities - lexicon.bodies.groups | lexicon.claimants.plurals - words.people
    objects = grammar.object_pronouns | grammar.object_possessives
    owners = grammar.genders.keys() & grammar.third_possessives or grammar.third_possessives
    return PronounPatterns(
        reports=re.compile(rf"\s(?:{either(lexicon.verbs.news_gathering)})\s(?:{either(grammar.complementizers)})\b"),
        neuter_relative=re.compile(
            rf"(?:{either(grammar.relative_pronouns - grammar.personal_relatives - grammar.complementizers)})\b"
        ),
        whereabouts=re.compile(
            rf"\s(?:{either(lexicon.places.holding)})\s(?:(?:{either(grammar.definite_articles)})\s)?"
            rf"{UPPER}[\w.’'-]+(?:\s{UPPER}[\w.’'-]+)*$"
        ),
        somebody=re.compile(
            rf"\b(?:{either(grammar.articles)})\s(?:[\w-]+\s){{0,2}}?(?:{either(lexicon.claimants.persons)}|"
            rf"{either(lexicon.persons.occupations)}|{either(t for t in lexicon.persons.titles if len(t) > 3)})\b",
            re.IGNORECASE,
        ),
        replying=re.compile(rf"\w+\s(?:\w+ly\s)?(?:{either(lexicon.verbs.replying)})\b"),
        asking=re.compile(rf"{not_asked}\b(?:{either(lexicon.verbs.questioning)})\b"),
        of_charge=re.compile(
            rf"(?i:{either(grammar.definite_articles)})\s+(?:{either(lexicon.claimants.carers)})\s+"
            rf"(?:{either(lexicon.verbs.saying)})\s+(?:(?:{either(grammar.complementizers)})\s+)?"
            rf"(?P<pronoun>{either(grammar.genders.keys() & grammar.third_subjects)})\b"
        ),
        kin_opening=re.compile(
            rf"(?P<owner>{either(owners)})\s+(?:\w+\s+)?"
            rf"(?:{either(lexicon.persons.kin)})\b",
            re.IGNORECASE,
        ),
        kin_beside=re.compile(
            rf",?\s+(?:{either(words.joining)})\s+(?:[\w’'-]+[’']s?|{either(grammar.third_possessives)})\s+(?:\w+\s+)?"
            rf"(?P<kin>{either(lexicon.persons.kin)})\b"
        ),
        plural_verb=re.compile(rf"\w+\s(?:{either(grammar.be_plural, grammar.have_plural)})\b"),
        possession=re.compile(rf"({either(grammar.third_possessives)})\s+(\w.*)", re.IGNORECASE | re.DOTALL),
        pair=re.compile(
            rf"(?P<pronoun>{either(grammar.genders.keys() & grammar.third_subjects)}) (?:{either(words.joining)}) "
            r"(?P<other>.+)",
            re.IGNORECASE,
        ),
        joint=re.compile(rf" (?:{either(words.joining)}) "),
        own_deed=re.compile(
            rf"\s(?:{either(grammar.settings, grammar.doubtful_reasons)})\s"
            rf"(?P<pronoun>{either(grammar.genders.keys() & grammar.third_subjects)})\b"
        ),
        clause_opening=re.compile(rf"\b(?:{either(grammar.settings, grammar.reasons, grammar.doubtful_reasons)})\s+$"),
        questioned=re.compile(
            rf"\w+\s(?:\w+\s)?(?:{either(lexicon.verbs.telling)})\s(?:\w+\s)?(?:{either(officers)})\b"
        ),
        speaking=re.compile(
            rf"\s(?:[a-z]+ly\s|(?:{either(grammar.have_finite, lexicon.persons.before_verbs)})\s)?"
            rf"(?:{either(lexicon.verbs.saying, lexicon.verbs.telling)})\b"
        ),
        hearer=re.compile(rf"\s(?P<whom>(?:{UPPER}[\w’'-]*\.?\s){{0,3}}{UPPER}[\w’'-]*)"),
        telling=tuple(sorted(lexicon.verbs.telling)),
        object=re.compile(rf"(?:{either(objects)})\s\w+(?:{either(words.acting_endings)})\b"),
    )
