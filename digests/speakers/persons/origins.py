"""Whose a speaker is by the name beside theirs: “of Holm Ventures”, “FiveCity” of “FiveCity’s Ann Bo”."""

from __future__ import annotations

import functools
import re
from collections.abc import Set
from typing import NamedTuple

from digests.actors import ActorIndex, PersonName
from digests.lexicon import Lexicon, either
from digests.speakers.persons.preceding import start_of
from digests.speakers.persons.roles import head_noun, role_nouns
from digests.text.folding import fold
from digests.text.name_words import UPPER, name_words, point

_MOST_CHARS = 72  #: of a name
_NEAR = 40  #: characters before a name
_FAR = 80  #: the same, for the body that it is of


class _Patterns(NamedTuple):
    trailing: re.Pattern[str]  #: “ of Holm Ventures”, “, 41, with the Larn weather office”, “, at Alto Markets”
    said_after: re.Pattern[str]  #: a verb of saying behind that, or behind what is set off there
    said_before: re.Pattern[str]  #: one right before the name
    owner: re.Pattern[str]  #: “FiveCity’s ” right before the name: one word whose capitals make it no person’s
    any_owner: re.Pattern[str]  #: “The Larn Channel’s ” right before the name
    spoken_for: re.Pattern[str]  #: “For the Larn Greens, ” right before the name, at the start of a sentence
    any_verb: re.Pattern[str]  #: a verb, or what may be one, right behind the name
    aside: re.Pattern[str]  #: “ (Holm University)”
    after_office: re.Pattern[str]  #: “, director, Holm Ventures” with an office of one or two words
    set_off: re.Pattern[str]  #: “, Larn Hospital” before a stop or a verb of saying
    goes_on: re.Pattern[str]  #: what may stand between a name and the comma that ends what is set off


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, verbs, own_point = lexicon.grammar, lexicon.verbs, point(lexicon)
    word = rf"(?:{UPPER}|\d)(?:{own_point}|[\w&-]|[’'](?!s\b))*"
    name = rf"{word}(?:\s(?:(?:{name_words(lexicon)})\s){{0,2}}{word})*(?![’'‘`\w])"
    saying = either(verbs.saying, verbs.inverted, verbs.telling)
    prepositions = either(grammar.prepositions, grammar.longer_prepositions)
    definite, words = either(grammar.definite_articles), lexicon.descriptions
    units = either(words.bodies, lexicon.bodies.units, lexicon.bodies.teams)
    part = rf"(?:(?:\s(?!(?:{saying}|{prepositions})\b)[a-z-]+){{0,2}}\s(?:{units})\b)?"
    speaking = rf"[a-z]+(?:{either(words.acting_endings)})\s(?:{either(words.speaking_for)})"
    return _Patterns(
        trailing=re.compile(
            rf"(?:,\s\d\d)?,?\s(?P<words>(?:{either(lexicon.descriptions.siding)}"
            rf"|(?<=,\s)(?:{either(lexicon.descriptions.workplace_prepositions)})"
            rf"|(?<=,\s)(?:{speaking}))\s"
            rf"(?:(?:{definite})\s)?(?P<name>(?:{word}[’'‘`]s\s)?{name}{part}))"
            rf"(?=[,.;]|\s(?:{saying}|{prepositions})\b)"
        ),
        said_after=re.compile(rf"(?:,?\s[^,.;“”\"\n]{{3,90}})?,?\s(?:{saying})\b"),
        said_before=re.compile(rf"\b(?:{saying})\s(?:\d+-[a-z-]+\s)?$"),
        owner=re.compile(
            rf"(?:^|[\s“\"(])(?P<name>(?!(?:{either(lexicon.persons.inner_capitals)})[A-Z])"
            rf"(?:[A-Z]{{3,5}}|[A-Z][a-z]+(?:[A-Z][a-z]+)+))[’'‘`]s\s$"
        ),
        any_owner=re.compile(
            rf"(?:(?:^|\s|[“\"(])(?P<said>(?:{saying})\s)?)(?:(?i:{definite})\s)?"
            rf"(?P<name>{word}(?:\s{word}){{0,3}})(?:[’'‘`]s|(?<=s)[’'‘`])\s$"
        ),
        spoken_for=re.compile(
            rf"(?:^|[.!?:][”\"’]?\s|\n)(?:{UPPER}[a-z]+ing\s)?(?i:{either(lexicon.descriptions.speaking_for)})"
            rf"\s(?:{definite})\s(?P<name>{name}),\s$"
        ),
        any_verb=re.compile(rf"\s(?:{saying}|[a-z]+(?:ed|s))\b"),
        aside=re.compile(rf"\s\((?:(?:{definite})\s)?(?P<name>{name})\)"),
        after_office=re.compile(
            rf",\s(?P<office>[\w-]+(?:\s[\w-]+){{0,3}}),\s(?:(?:{definite})\s)?(?P<name>{name})(?=[.;:”\"\n]|,\s(?:{saying})\b)"
        ),
        set_off=re.compile(rf",\s(?:(?:{definite})\s)?(?P<name>{name})(?:[.;:”\"\n]|,\s(?P<said>(?:{saying})\b)|$)"),
        goes_on=re.compile(r"[^.,;:“”\"()\n]{0,60},"),
    )


def origin_of(
    text: str, name: PersonName, index: ActorIndex, lexicon: Lexicon, lasts: Set[str] = frozenset()
) -> str | None:
    """The body or place right behind a full name of somebody who speaks, or else the body that owns it before.

    lasts: the last names of the text's persons, none of whom is a body.
    """
    if name.bare:
        return None
    trailing = _trailing(text, name, lexicon) or _set_off(text, name, index, lexicon)
    return trailing or _before(text, name, index, lexicon, lasts)


def body_behind(text: str, name: PersonName, title: str, index: ActorIndex, lexicon: Lexicon) -> str | None:
    """The body that stands between commas behind somebody's office: “Ann Bo, director, Holm Ventures.”."""
    match = _patterns(lexicon).after_office.match(text, name.end)
    if match is None or match["office"] != title or head_noun(title, lexicon) not in role_nouns(lexicon):
        return None
    return match["name"] if _is_body(match["name"], index, lexicon) else None


def _is_body(name: str, index: ActorIndex, lexicon: Lexicon) -> bool:
    """Whether a name is a body's: by a noun in it, by its initials, or as it is listed."""
    actor, nouns = index.recognise(name), lexicon.descriptions.bodies | lexicon.bodies.company_endings
    is_shown = not nouns.isdisjoint(fold(name).split()) or any(
        word.isupper() and len(word) > 1 for word in name.split()
    )
    if actor is not None and actor.actor.kind in {"state", "person"}:
        return False
    return (is_shown and index.state_of(name) is None) or (actor is not None and actor.actor.kind == "org")


def _set_off(text: str, name: PersonName, index: ActorIndex, lexicon: Lexicon) -> str | None:
    """“Larn Hospital” of “said Ann Bo, Larn Hospital.”, where nothing else stands behind the name of a speaker."""
    patterns, start = _patterns(lexicon), start_of(text, name)
    match = patterns.set_off.match(text, name.end)
    is_speaker = match is not None and (
        match["said"] or patterns.said_before.search(text, max(0, start - _NEAR), start) is not None
    )
    is_suffix = match is not None and fold(match["name"]) in lexicon.persons.suffixes
    return match["name"] if match and is_speaker and not is_suffix and _is_body(match["name"], index, lexicon) else None


def _trailing(text: str, name: PersonName, lexicon: Lexicon) -> str | None:
    """“of Larn”; a body by its noun stands for itself: “Larn Chamber of Trade”."""
    patterns = _patterns(lexicon)
    nouns = lexicon.descriptions.bodies | lexicon.bodies.company_endings
    aside = patterns.aside.match(text, name.end)
    if aside is not None and not nouns.isdisjoint(fold(aside["name"]).split()):
        return aside["name"]
    match = patterns.trailing.match(text, name.end)
    if match is None or len(match["words"]) > _MOST_CHARS:
        return None
    is_set_off = match[0].startswith(",") and patterns.goes_on.match(text, match.end()) is not None
    start = start_of(text, name)
    is_speaker = patterns.said_after.match(text, match.end("words")) or patterns.said_before.search(
        text, max(0, start - _NEAR), start
    )
    words = set(fold(match["name"]).split())
    if not (is_speaker or is_set_off) or not words.isdisjoint((*lexicon.calendar.months, *lexicon.calendar.weekdays)):
        return None
    is_spoken_for = match["words"].split(" ", 1)[0] not in lexicon.grammar.prepositions
    return match["name"] if is_spoken_for or not words.isdisjoint(nouns) else " ".join(match["words"].split())


def _before(text: str, name: PersonName, index: ActorIndex, lexicon: Lexicon, lasts: Set[str]) -> str | None:
    """“Larn Channel” of “The Larn Channel’s Ann Bo said”, “Larn Greens” of “For the Larn Greens, Ann Bo said”."""
    patterns, start, end = _patterns(lexicon), max(0, name.start - _FAR), start_of(text, name)
    match = patterns.owner.search(text, start, end)
    if match is None:
        match = patterns.any_owner.search(text, start, end)
        is_subject = match is not None and (match["said"] or patterns.any_verb.match(text, name.end))
        match = match if is_subject else patterns.spoken_for.search(text, start, end)
    return match["name"] if match and _may_own(match["name"], index, lexicon, lasts) else None


def _may_own(words: str, index: ActorIndex, lexicon: Lexicon, lasts: Set[str]) -> bool:
    """Whether a name may be that of a body whose somebody is: no state's, no person's and no day's."""
    match = index.recognise(words)
    if index.state_of(words) is not None or (match is not None and match.actor.kind in {"person", "state"}):
        return False
    persons, calendar = lexicon.persons, lexicon.calendar
    parts = fold(words).split()
    days = (*calendar.months, *calendar.weekdays)
    is_person = parts[-1] in lasts or parts[0] in persons.given_names
    return not is_person and persons.not_names.isdisjoint(parts) and not set(parts) & set(days)
