"""Whose an office is that is told by a noun, by a party, or by a quotation that goes on what a body has said."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from digests.actors import ActorIndex
from digests.lexicon import Lexicon, either
from digests.models import Claimant
from digests.speakers.bodies.nouns import Bodies
from digests.speakers.bodies.speaker import Speaker
from digests.speakers.layout import Layout
from digests.speakers.persons.roles import head_noun
from digests.speakers.persons.title_patterns import title_patterns
from digests.text.folding import fold
from digests.text.name_words import UPPER


@functools.cache
def _by_noun(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """“club’s manager” and “manager of the club”: whose somebody is by a noun for a body alone."""
    words, teams = lexicon.descriptions, lexicon.bodies.teams
    generic = (name.rpartition(" ")[2] for name in words.generic)
    nouns = either(words.bodies, words.companies, teams, generic, lexicon.claimants.bodies)
    alone = either(words.companies & words.company_bodies, teams)
    joints = either(lexicon.bodies.belonging, words.role_belonging, words.role_bound, words.workplace_prepositions)
    return (
        re.compile(
            rf"(?P<noun>(?:{nouns})(?=[’'‘`])|(?:{alone}))(?:[’'‘`]s?)?\s(?P<office>(?!(?:{alone})\b)[A-Za-z].+)"
        ),
        re.compile(
            rf"(?P<office>[a-z -]+?)\s(?:{joints})\s(?:{either(lexicon.grammar.definite_articles)})\s(?P<noun>{nouns})"
        ),
    )


@functools.cache
def _kind_before(lexicon: Lexicon) -> re.Pattern[str]:
    """What a body is said to be before its name: “Transport analysts ” of “Transport analysts Alto”."""
    small = either(lexicon.grammar.prepositions, lexicon.grammar.articles, lexicon.descriptions.joining)
    return re.compile(rf"^(?:[\w-]+\s)*?(?!(?:{small})\s)[a-z-]+\s(?=(?:{UPPER}[\w&’'-]*\s?)+$)")


def is_company_office(title: str, lexicon: Lexicon) -> bool:
    """Whether a title is an office of a company, alone or one of two: “chairman and chief executive”."""
    offices = title_patterns(lexicon).joint.split(title.lower())
    return not lexicon.descriptions.company_offices.isdisjoint(offices)


def owned_by_noun(
    claimant: Claimant, place: int, speakers: Sequence[Speaker], bodies: Bodies, lexicon: Lexicon
) -> Claimant | None:
    """Whose officer somebody is by a noun, with the body that it means: “the club’s manager Ann Bo”.

    Or “Ann Bo, manager of the club”.
    """
    title = claimant.title or ""
    by_owner, by_joint = _by_noun(lexicon)
    words = by_owner.fullmatch(title) or by_joint.fullmatch(title)
    if words is None or title not in claimant.surface or claimant.affiliation is not None:
        return None
    surface = f"{next(iter(lexicon.grammar.definite_articles))} {words['noun']}"
    body = bodies.named(surface, place, speakers) or bodies.of_words(surface, place, speakers) or bodies.opening(place)
    if body is None or not body.name[:1].isupper():
        return None
    if words.re is by_joint and lexicon.descriptions.bodies.isdisjoint(fold(body.name).split()):
        return None  # what may be no body at all: “a member of the group” in an article about a pool
    return claimant.model_copy(update={"title": words["office"], "affiliation": body.name})


def owner_opening(claimant: Claimant, text: str, index: ActorIndex, lexicon: Lexicon) -> str:
    """The firm of a common word that begins a sentence before its officer, if the text has it as a name; else nothing.

    “Shares in Next fell. Next’s profit fell. Next chief executive Ann Bo said”
    """
    title = claimant.title or ""
    is_office = title.islower() and (is_company_office(title, lexicon) or title in lexicon.descriptions.body_offices)
    if claimant.affiliation is not None or not is_office or title not in claimant.surface:
        return ""
    source = re.search(rf"(?:^|[.!?][”\"]?\s|\n)({UPPER}[a-z]+) {re.escape(title)},? {re.escape(claimant.name)}", text)
    word = source[1] if source else ""
    if not word or index.state_of(word) is not None or word.lower() in _no_firms(lexicon):
        return ""
    is_owner = re.search(rf"\b{word}[’']s\b", text) is not None
    return word if is_owner and re.search(rf"[a-z,] {word}\b(?! [A-Z])", text) else ""


@functools.cache
def _no_firms(lexicon: Lexicon) -> frozenset[str]:
    """Words with a capital that are no firm's: days, months, titles."""
    calendar, persons = lexicon.calendar, lexicon.persons
    return frozenset({*map(str.lower, (*calendar.weekdays, *calendar.months)), *persons.titles, *persons.courtesy})


def party_of(
    claimant: Claimant, place: int, speakers: Sequence[Speaker], bodies: Bodies, lexicon: Lexicon
) -> str | None:
    """The party whose leader somebody is of whom but that is told: the last sentence's, or that of who spoke last.

    “The Greens will fight. But leader Ann Bo said”, “Tory backbencher Carl Dunmore said. His party leader said”
    """
    title = (claimant.title or "").lower()
    lead, _, office = title.rpartition(" ")
    is_bare = claimant.affiliation is None and lead in {"", *lexicon.bodies.parties}
    if not is_bare or office not in lexicon.descriptions.party_offices or title not in claimant.surface.lower():
        return None
    owners = lexicon.grammar.third_possessives - lexicon.grammar.neuter_pronouns
    if claimant.surface.split(" ", 1)[0].lower() not in owners:
        party = bodies.parties.subject(place)
    else:
        last = speakers[-1].claimant if speakers else None
        party = bodies.parties.called(f"{last.title or ''} {last.surface}") if last else None
    return party.name if party else None


def goes_on_of(
    claimant: Claimant, place: int, speakers: Sequence[Speaker], layout: Layout, bodies: Bodies, lexicon: Lexicon
) -> str:
    """The body that spoke last, where a quotation goes on what it said, and its officer says that; else nothing.

    “Alto backed the plan, saying it was fair. “We hope so,” chief executive Ann Bo said.”
    """
    title, last = claimant.title or "", speakers[-1] if speakers else None
    is_bare = title[1:].islower() and claimant.affiliation is None and claimant.surface.startswith(f"{title} ")
    if last is None or not is_bare or not _goes_on(last, place, layout, bodies):
        return ""
    is_office = head_noun(title, lexicon) in lexicon.descriptions.body_offices or is_company_office(title, lexicon)
    return _kind_before(lexicon).sub("", last.claimant.name) if is_office else ""


def _goes_on(last: Speaker, place: int, layout: Layout, bodies: Bodies) -> bool:
    """Whether what the sentence of a place quotes follows what a body that only the text knows has said.

    A body by one word is one of which the text tells much, and for which the quotation says “we”.
    """
    is_body = last.number != "one" and last.claimant.role not in {"unnamed", "official", "document"}
    begin = layout.sentence(place)[0]
    quotes = layout.quotations.at(begin) is not None and layout.quotations.at(place) is None
    is_next = quotes and last.place < begin and layout.sentences_between(last.place, place) == 0
    is_local = (last.claimant.actor_id or "").startswith("org:")
    return is_body and is_next and (is_local or bodies.speaks_as_one(last.claimant, begin, place))
