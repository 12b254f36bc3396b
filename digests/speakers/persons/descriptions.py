"""How a text introduces a person: the words before and after a name, and the body they name."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from digests.actors import ActorIndex, PersonName
from digests.lexicon import Lexicon, either
from digests.models import Actor
from digests.speakers.claimants import slug
from digests.speakers.persons.homes import campus_behind
from digests.speakers.persons.preceding import ends_adjunct
from digests.text.folding import fold
from digests.text.name_words import POSSESSIVE_END, UPPER, name_words, point

_LEAD_BACKWARDS = re.compile(r"(?:[ \u00a0][\w’'‘.\-]+){1,9}")
_ROLE_BEFORE = re.compile(r"((?:[\w’'\-]+[ ]){0,6}(\w+)),[ ]$")
_LONG_PART = re.compile(r"(?:^|\.)[^.]{2,}$")  #: of what is no abbreviation
_NEAR = 90  # characters before a name
_FAR = 120  # the same, with what its role is of


class _Patterns(NamedTuple):
    apposition: re.Pattern[str]  #: what is set off after a name
    role_of: re.Pattern[str]  #: “Poland's consul in Larn, ” before a name
    at_once: re.Pattern[str]  #: right after a name, the body its bearer is of
    of_a_body: re.Pattern[str]
    further: re.Pattern[str]  #: where an apposition goes on with another role, or a clause
    no_role: re.Pattern[str]  #: what makes words after a comma no apposition
    body_name: re.Pattern[str]
    credit: re.Pattern[str]  #: whose a picture is: “Photo: Larn News ”
    owner: re.Pattern[str]  #: “Hale and Young's ” right before a name
    noun: re.Pattern[str]  #: what makes the name before it an adjective: “U.S. equities”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words = lexicon.grammar, lexicon.descriptions
    joining, small, own_point = either(words.joining), name_words(lexicon), point(lexicon)
    body_word = rf"[A-Z](?:{own_point}|[\w’'&\-])*"
    article, definite = either(grammar.indefinite_articles), either(grammar.definite_articles)
    based = rf"\w+(?:{either(lexicon.clauses.aside_endings)})"
    return _Patterns(
        apposition=re.compile(rf"[ ]?(?:,|—|–|\(|-)[ ]?((?:{own_point}|[^.;:“”\"()\n]){{3,160}})"),
        role_of=re.compile(
            rf"(?:\b(?:{either(grammar.articles, grammar.third_possessives)})|(?<=\w)[’'‘]s?)[ ]"
            rf"(?P<role>(?:[\w\-]+[ ]){{0,3}}?(?P<noun>[\w\-]+)[ ]"
            rf"(?:{either(lexicon.bodies.belonging, words.role_belonging)})[ ][^.,;:“”\"()\n]{{2,60}}),[ ]$",
            re.IGNORECASE,
        ),
        at_once=re.compile(
            rf"[ ](?:{either(lexicon.bodies.belonging)})[ ](?!(?:{article})\b)"
            rf"(?:{own_point}|[^.,;:“”\"()\n]){{3,120}}"
        ),
        of_a_body=re.compile(
            rf"\b(?:{either(lexicon.bodies.belonging, words.role_belonging)})\s+(?:(?:{definite})\s+)?"
            rf"(?:{based}\s+(?:[a-z]+\s+){{1,5}}|(?:(?:[a-z]+|{based})\s+){{0,2}})(?=[A-Z])"
        ),
        further=re.compile(
            rf"(?:\b(?:{either(grammar.relative_pronouns, grammar.relative_adverbs)})\b|"
            rf",\s(?:{either(lexicon.verbs.saying, grammar.finite_auxiliaries, grammar.past_forms)}|[a-z]+ed)\b|"
            rf"\b(?:{joining}) (?:(?:(?:{article}) )?(?:{either(words.former)})|(?:{either(words.single)}))\b)"
        ),
        no_role=re.compile(
            rf"(?:{either(grammar.openers, grammar.coordinators)}|"
            rf"{either(lexicon.verbs.saying, grammar.finite_auxiliaries)})\b"
        ),
        body_name=re.compile(
            rf"{body_word}(?:\s+(?:(?:{small})\s+){{0,2}}{body_word})*(?:\s+(?:{either(words.body_tails)})\b)?"
        ),
        credit=re.compile(
            rf"\b(?:{either(lexicon.boilerplate.labels)})(?: [a-z]+)?:\s(?:[\w/.]+\s){{1,4}}$", re.IGNORECASE
        ),
        owner=re.compile(
            rf"(?P<owner>(?:{UPPER}[\w&-]*\s(?:(?:{joining}|{either(words.body_prepositions)}|&)\s)?)*{UPPER}[\w&-]*)[’'‘`]s?\s$"
        ),
        noun=re.compile(
            r"(?<![’'‘`]s)(?<![’'‘`])\s"
            rf"(?!(?:{either(grammar.prepositions, grammar.longer_prepositions, grammar.coordinators)})\b)[a-z]"
        ),
    )


def body_name(lexicon: Lexicon) -> re.Pattern[str]:
    """What the name of a body looks like."""
    return _patterns(lexicon).body_name


@functools.cache
def _roles(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.descriptions.roles.union(
        lexicon.persons.titles, lexicon.persons.occupations, lexicon.descriptions.partisans
    )


def descriptions(
    text: str, name: PersonName, index: ActorIndex, lexicon: Lexicon
) -> Iterator[tuple[str, Actor | None]]:
    """What stands before and after a name that says who this is, with the body it names."""
    patterns, roles = _patterns(lexicon), _roles(lexicon)
    words = _words_before(text, name, lexicon)
    if (owner := _owning_body(text, name, index, lexicon)) is not None:
        yield "", owner
    if words:
        yield " ".join(words), _body_before(words, index, lexicon)
    set_off = text.endswith(", ", 0, name.start) and not ends_adjunct(text, name, lexicon)
    preceding_role = _ROLE_BEFORE.search(text, max(0, name.start - _NEAR), name.start) if set_off else None
    if preceding_role and preceding_role[2].lower() in roles:
        yield preceding_role[1], _body_before(preceding_role[1].split(), index, lexicon)
    role_of = patterns.role_of.search(text, max(0, name.start - _FAR), name.start) if set_off else None
    if role_of and role_of["noun"].lower() in roles:
        yield role_of["noun"], _body_after(role_of["role"], index, lexicon)
    at_once = patterns.at_once.match(text, name.end)
    is_next = at_once is not None and patterns.of_a_body.match(at_once[0], 1) is not None
    body = _body_after(at_once[0], index, lexicon) if at_once and is_next else None  # not “at a fair in Larn”
    if body is not None and body.kind != "state":
        yield "", body
    following = patterns.apposition.match(text, name.end)
    if following and not patterns.no_role.match(following[1]):
        apposition = following[1].split(",")[0]
        if described([apposition], lexicon) & roles:
            yield apposition, _body_after(following[1], index, lexicon)


def _words_before(text: str, name: PersonName, lexicon: Lexicon) -> list[str]:
    """The words right before a name that may describe its bearer."""
    persons, modifiers, patterns = lexicon.persons, lexicon.descriptions.modifiers, _patterns(lexicon)
    lead = _LEAD_BACKWARDS.match(text[max(0, name.start - _NEAR) : name.start][::-1])
    joining = lexicon.descriptions.joining
    words: list[str] = []
    for word in reversed(lead[0][::-1].split() if lead else []):
        bare = word.lower().rstrip(".")
        if words and words[0] in joining and bare not in _roles(lexicon):
            return words[1:]  # “… Ann Loy and General X”, not “founder and president X”
        is_title = bare.rpartition("-")[2] in persons.titles  # “co-chairman”
        if bare not in modifiers and not is_title and (not word[0].isupper() or bare in persons.not_names):
            break
        if word.endswith(".") and not is_title and _LONG_PART.search(bare):
            break  # another sentence's last word
        words.insert(0, word)
    return [] if patterns.credit.search(text, max(0, name.start - _NEAR), name.start) else words


def _body_before(words: list[str], index: ActorIndex, lexicon: Lexicon) -> Actor | None:
    """The body that the words before a name name: “ISW analyst”, “CNN's”, “Ukrainian Foreign Minister”."""
    owner = _owner(words, lexicon)
    is_one = lexicon.descriptions.joining.isdisjoint(words)
    if owner is not None and is_one and index.recognise(owner.name) is None:
        return owner  # “American Harbour Forum’s Ann Bo” speaks for no state
    for start in range(len(words)):
        if start and fold(words[start - 1]) in lexicon.places.lands:
            continue  # “State Senate President Ann Bo”
        for end in range(len(words), start, -1):
            match = index.recognise(" ".join(words[start:end]))
            if match is not None and match.actor.kind != "person":
                return match.actor
    return next((state for word in words if (state := index.state_of(word))), owner)


def _owner(words: list[str], lexicon: Lexicon) -> Actor | None:
    """The body that words before a name end with: “Halden University's”, “Larn News’”."""
    name = POSSESSIVE_END.sub("", " ".join(words))
    nouns = lexicon.descriptions.bodies.union(*lexicon.descriptions.role_nouns.values())
    is_body = words != [] and name != " ".join(words) and len(words) > 1 and fold(name).split()[-1] in nouns
    return _local(name) if is_body else None


def _owning_body(text: str, name: PersonName, index: ActorIndex, lexicon: Lexicon) -> Actor | None:
    """The body whose a name is said to be: “Hale and Young's”, “Orvan Airlines’”."""
    owner = _patterns(lexicon).owner.search(text, max(0, name.start - _NEAR), name.start)
    words = owner["owner"].split() if owner else []
    while words and words[0].lower() in lexicon.persons.not_names:
        words = words[1:]
    last = fold(words[-1]) if words else ""
    nouns = lexicon.descriptions.bodies.union(lexicon.bodies.company_endings, *lexicon.descriptions.role_nouns.values())
    is_joint = any(word in lexicon.descriptions.joining | {"&"} for word in words) and index.recognise(last) is None
    is_firm = len(words) > 1 and (last in nouns or is_joint)  # not “Ann Bo and Reuters’”
    return _local(" ".join(words)) if is_firm and index.state_of(" ".join(words)) is None else None


def _local(name: str) -> Actor:
    return Actor(id=f"org:{slug(name)}", name=name, kind="org", role="agency")


def _body_after(words: str, index: ActorIndex, lexicon: Lexicon) -> Actor | None:
    """The body that an apposition names: “an analyst at the Institute for the Study of War”.

    Of a part of a body and the body, that is the latter: “the Department of Physics at the University of Larn”.
    """
    patterns = _patterns(lexicon)
    words = patterns.further.split(words, maxsplit=1)[0]
    part: Actor | None = None
    end, lead = 0, (0, 0)
    for belonging in patterns.of_a_body.finditer(words):
        if belonging.start() < end:
            continue
        name = patterns.body_name.match(words, belonging.end())
        match = index.recognise(name[0]) if name else None
        if name is None or (match and match.actor.kind == "state" and patterns.noun.match(words, name.end())):
            continue
        if match is not None and match.actor.kind != "person":
            return match.actor
        is_inside = belonging[0].strip() in lexicon.descriptions.role_belonging and belonging.start() == lead[1] + 1
        whole = words[lead[0] : name.end()] if lead[1] and is_inside else name[0]
        lead = (name.start(), name.end())  # “the Refugees in Towns Project”
        name_parts = fold(whole).split()
        if part is not None and belonging.start() == end + 1 and len(name_parts) > 1:
            return _local(name[0])  # “the Larn office of Ann Bo Consulting”
        if len(name_parts) > 1 and not lexicon.descriptions.bodies.isdisjoint(name_parts):
            body = _local(whole + campus_behind(words, name.end(), name[0], lexicon))
            if lexicon.bodies.units.isdisjoint({name_parts[0], name_parts[-1]}):
                return body
            part, end = part or body, name.end()
    return part


def described(descriptions: Iterable[str], lexicon: Lexicon) -> set[str]:
    """The words of descriptions, abbreviated titles written out."""
    in_full = lexicon.descriptions.titles_in_full
    return {in_full.get(word, word) for description in descriptions for word in fold(description).split()}
