"""What shows that capitalised words name a person, where no given name that is known does."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from itertools import takewhile
from typing import Final, NamedTuple

from digests.actors.runs import Run, name_token
from digests.lexicon import Lexicon, either
from digests.text.folding import fold
from digests.text.name_words import UPPER

_NEAR = 40  #: characters before a name
_FAR = 120  #: the same, with a role and what it is of
_KOREAN_WORDS: Final = 3
_LONGEST_SYLLABLE: Final = 6  #: letters
_BRACKETED: Final = r"(?:[ ]\([\w& -]{2,20}\))?"  # “the Larn Water Board (LWB)”
_LONGEST_BODY = 9  #: words of a body's name behind the first: more would be read anew from each name of a long list


class _Patterns(NamedTuple):
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


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words, bodies = lexicon.grammar, lexicon.persons, lexicon.bodies
    token, descriptions = name_token(lexicon), lexicon.descriptions
    possessives, definite = either(grammar.third_possessives), either(grammar.articles - grammar.indefinite_articles)
    determiners = either(grammar.articles, grammar.third_possessives, words.role_openings, descriptions.single)
    helping = either(grammar.have_finite, words.before_verbs)
    holders = words.occupations.union(words.kin) - words.bodies_too
    nouns = either(descriptions.people, words.occupations, (title for title in words.titles if len(title) > 2))
    plain_roles = holders.union(words.titles) - words.bodies_too - descriptions.belongings
    groups = descriptions.bodies.union(descriptions.companies, descriptions.generic)
    own_verbs = lexicon.verbs.saying - lexicon.verbs.reporting
    in_charge_of = either(lexicon.sources.owners, lexicon.sources.in_charge_of)
    of_body = either(bodies.belonging, descriptions.role_belonging, descriptions.role_bound)
    small = either(
        grammar.prepositions, grammar.longer_prepositions, grammar.coordinators, grammar.subjects, grammar.auxiliaries,
        grammar.openers, grammar.personal_relatives, lexicon.verbs.saying, lexicon.verbs.inverted,
    )  # fmt: skip
    return _Patterns(
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
    )


def is_personal(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether what follows a name tells a person: an age, a relative pronoun, what they say of themselves."""
    patterns = _patterns(lexicon)
    return patterns.evidence.match(text, end) is not None or patterns.of_self.match(text, end) is not None


def has_role(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a role that no body has stands after a name, with what it is of: “Bo, press secretary for the fleet”."""
    return _patterns(lexicon).bare_role.match(text, end) is not None


def is_shown(text: str, run: Run, bare: Mapping[str, bool]) -> bool:
    """Whether a run of two to four words without a known given name is used as a person's name is.

    bare: the last names that stand alone; true tells that whoever else has one is that person.
    """
    initials = sum(1 for _ in takewhile(lambda word: _is_bare_initial(word, run.lexicon), run.words))
    inner = [word for word in run.words[initials:-1] if not _is_bare_initial(word, run.lexicon)]
    if not 2 <= len(run.words) <= 4 + initials or any(len(word) < 2 for word in (*inner, run.words[-1])):
        return False
    patterns, verbs = _patterns(run.lexicon), run.lexicon.verbs
    following = patterns.next_word.match(text, run.end)
    says = following is not None and following[1] in verbs.saying
    follows_saying = run.previous_word.lower() in verbs.saying
    inverted = run.previous_word in verbs.inverted and len(run.words) < 4 and text[run.end : run.end + 1] in {",", "."}
    last = fold(run.words[-1])
    return (
        inverted
        or (says and _is_reporter(text, run))
        or is_personal(text, run.end, run.lexicon)
        or bare.get(last, False)
        or (_may_be_korean(run) and bare.get(fold(run.words[0]), False))
        or ((says or follows_saying) and last in bare)
        or (not _names_part(run) and _is_described(text, run))
        or _is_set_off(text, run)
        or bool(patterns.introduced.search(text, max(0, run.start - _NEAR), run.start))
    )


def _is_bare_initial(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is an initial without its point: “S Niranjan Bo”, and no article or pronoun."""
    return len(word) == 1 and word.lower() not in lexicon.grammar.articles | lexicon.grammar.first_person


def _may_be_korean(run: Run) -> bool:
    """Whether a name has three short words, of which the first may stand alone: “Kim Jong Un”, “Kim said”."""
    return len(run.words) == _KOREAN_WORDS and all(len(word) <= _LONGEST_SYLLABLE for word in run.words)


def _is_reporter(text: str, run: Run) -> bool:
    """Whether a name stands behind the outlet that somebody writes for: “the Larn Post’s Ann Bo”."""
    outlet = _patterns(run.lexicon).outlet.search(text, max(0, run.start - _NEAR), run.start)
    return outlet is not None and len(run.words) < 4


def _names_part(run: Run) -> bool:
    """Whether a run is the name of a part of a state or an army: “The Commissioner of Police, Larn State, said”."""
    return fold(run.words[-1]) in run.lexicon.descriptions.parts_of_bodies & run.lexicon.persons.place_or_body


def _is_described(text: str, run: Run) -> bool:
    """Whether a role stands beside a run: “executive Ann Bo”, “its chairman, Ann Bo,”, “Ann Bo, a nurse”."""
    patterns = _patterns(run.lexicon)
    apposition = patterns.apposition.match(text, run.end)
    is_apposed = apposition is not None and not patterns.roles.isdisjoint(fold(apposition[1]).split())
    if is_apposed or has_role(text, run.end, run.lexicon):
        return True
    noun = patterns.person_noun.search(text, max(0, run.start - _NEAR), run.start)
    noun = noun or patterns.in_charge.search(text, max(0, run.start - _NEAR), run.start)
    if run.previous_word.lower() in patterns.holders or noun is not None:
        return True
    role = patterns.role_set_off.search(text, max(0, run.start - 90), run.start)
    if role is not None and role[1].lower() in patterns.titled_holders and text[run.end : run.end + 1] in {",", "."}:
        return True
    if any(shows(text, run) for shows in (_has_owned_role, _follows_opening_role, is_holder, _is_apposed_speaker)):
        return True
    body = patterns.belonging.match(text, run.end)
    if body is None or run.lexicon.persons.place_or_body.isdisjoint(fold(body[1]).split()):
        return False
    return _speaks(text, run, body.end())


def _has_owned_role(text: str, run: Run) -> bool:
    """Whether commas set off behind a name whose what its bearer is: “Ann Bo, Norway’s foreign minister,”."""
    role = _patterns(run.lexicon).owned_role.match(text, run.end)
    is_place = run.previous_word.lower() in run.lexicon.persons.before_places  # “In Larn Bay, Norway’s minister, Bo,”
    nouns = (role["role"], role[0].rpartition(" ")[2]) if role is not None else ()  # “, Alto Institute for Peace chief”
    return not is_place and any(_is_held(noun, run.lexicon) for noun in nouns)


def _follows_opening_role(text: str, run: Run) -> bool:
    """Whether whoever speaks is set off after a role that begins the sentence: “Envoy to Norway, Ann Bo, said”."""
    role = _patterns(run.lexicon).opening_role.search(text, max(0, run.start - _FAR), run.start)
    if role is None or not _is_held(role["role"], run.lexicon):
        return False
    return _speaks(text, run, run.end + text.startswith(",", run.end))


def _is_held(noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun is an office or a trade: “director-general”."""
    return noun.lower().rpartition("-")[2] in _patterns(lexicon).titled_holders


def _is_apposed_speaker(text: str, run: Run) -> bool:
    """Whether a name set off after a noun that is no body's has a verb of saying on either side of both."""
    patterns, persons = _patterns(run.lexicon), run.lexicon.persons
    noun = patterns.set_off_noun.search(text, max(0, run.start - _FAR), run.start)
    things = patterns.bodies | persons.place_or_body | run.lexicon.claimants.documents
    belonging = patterns.belonging.match(text, run.end)  # “, Ann Bo of Alto Foods,”
    end = belonging.end() if belonging else run.end
    if noun is None or noun["noun"].lower() in things or text[end : end + 1] not in {",", "."}:
        return False
    preceding_word, following = (noun["before"] or "").strip().lower(), patterns.next_word.match(text, end + 1)
    saying = run.lexicon.verbs.saying | run.lexicon.verbs.inverted
    opens = not preceding_word or preceding_word in run.lexicon.grammar.coordinators
    return preceding_word in saying or (opens and following is not None and following[1] in saying)


def is_holder(text: str, run: Run) -> bool:
    """Whether a name is set off after its role and what that is of; a state there tells where a town lies."""
    is_closed = text[run.end : run.end + 1] in {",", "."} or _speaks(text, run, run.end)
    if fold(" ".join(run.words)) in run.lexicon.places.states.values() or not is_closed:
        return False
    role = _patterns(run.lexicon).role_of_place.search(text, max(0, run.start - _FAR), run.start)
    return role is not None and role[1].lower() in _patterns(run.lexicon).titled_holders


def _speaks(text: str, run: Run, end: int) -> bool:
    """Whether a verb of saying stands after a name with what belongs to it, or right before it."""
    following, saying = _patterns(run.lexicon).next_word.match(text, end), run.lexicon.verbs.saying
    return run.previous_word.lower() in saying or (following is not None and following[1] in saying)


def _is_set_off(text: str, run: Run) -> bool:
    """Whether a run speaks, and commas part it from where its bearer belongs, or from what they are."""
    patterns, saying = _patterns(run.lexicon), run.lexicon.verbs.saying
    aside = patterns.set_off.match(text, run.end)
    if aside is None or (not aside["place"] and not patterns.bodies.isdisjoint(fold(aside[1]).split()[:4])):
        return False
    follows_saying = run.previous_word.lower() in saying or patterns.according.search(
        text, max(0, run.start - _NEAR), run.start
    )
    following = patterns.next_word.match(text, aside.end() - 1)
    return bool(follows_saying) or (following is not None and following[1] in saying)
