"""What words a language must give the rules that find places, persons and bodies, and what each list is for."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from digests.models import Pronoun


@dataclass(frozen=True, eq=False, kw_only=True)
class PlaceWords:
    """The words by which a place is told from a person, a body and an ordinary word."""

    connectors: frozenset[str]  #: words in lower case within the names of places, beside those of persons
    shortened: frozenset[str]  #: shortened words of names, written with a point
    saints: frozenset[str]  #: what the name of a church begins with
    no_places: frozenset[str]  #: capitalised words that name no place where they stand alone, beside directions
    sure_locatives: frozenset[str]  #: after one of these a name is where something is, and hardly ever a person
    doubtful_locatives: frozenset[str]  #: the same, but it may be a person
    relating: frozenset[str]  #: the same, but it may also be a state that acts
    holding: frozenset[str]  #: what stands between the name of a place and of what it lies in
    directions: frozenset[str]  #: points of the compass, and parts of a town or country told by them
    storms: frozenset[str]  #: what a storm is called before its name
    settlements: frozenset[str]  #: what a place can be, said before its name: “the city of”
    joint_names: frozenset[str]  #: names of two places that are one state or county, folded
    lands: frozenset[str]  #: said after a name, these mean the land around rather than the city
    bodies_too: frozenset[str]  #: those that may belong to the name of a body
    place_nouns: frozenset[str]  #: said after a name, these too show that it names a place
    town_nouns: frozenset[str]  #: said after the name of a state or capital, these show that it is but a place
    parts: frozenset[str]  #: said with “of” before a name, these show that it names a place
    acting: frozenset[str]  #: verbs whose subject decides or acts, as states do, beside verbs of saying and modals
    body_endings: frozenset[str]  #: what follows a place within the name of a body, a paper, a treaty or an event
    states: dict[str, str]  #: postal and newspaper abbreviations of states, read only after a comma

    @functools.cached_property
    def locatives(self) -> frozenset[str]:
        """All words after which a name is where something is."""
        return self.sure_locatives | self.doubtful_locatives | self.relating


@dataclass(frozen=True, eq=False, kw_only=True)
class Persons:
    """Words that tell persons from places and bodies, and what they are."""

    given_names: dict[str, Pronoun | None]  #: with the pronoun where they tell it
    titles: dict[str, Pronoun | None]  #: words before a name that make it a person's; points are left out
    short_titles: dict[str, str]  #: titles in full by their short forms
    courtesy: frozenset[str]  #: titles of anybody, which a given name seldom follows
    no_initials: frozenset[str]  #: two capitals before a name that are no initials of its bearer
    style_degrees: frozenset[str]  #: words between “the” and how somebody is styled: “the Most Rev.”
    also_called: dict[str, tuple[str, ...]]  #: nouns for offices, with the titles of those whom each may mean
    unlike: dict[str, frozenset[str]]  #: such nouns, with words that make a title another one
    initial_titles: dict[str, frozenset[str]]  #: initials of offices, with the words of each
    joined_titles: frozenset[tuple[str, str]]  #: titles of two words, of which the second alone is none: “Tan Sri”
    married: frozenset[str]  #: those of them that a daughter shares with nobody
    sole_titles: frozenset[str]  #: titles that one person of a text has, whatever name they are called by
    knightly: frozenset[str]  #: titles that stand before a given name alone too: “Sir Hugh”
    peerage: frozenset[str]  #: titles that belong to a name of one word: “Lord Mornay”
    telling_titles: frozenset[str]  #: others that only a person’s name follows, and that headlines seldom leave out
    occupations: frozenset[str]  #: what else a person may be said to be, right after the name
    interviewers: frozenset[str]  #: those whose trade is to ask others
    trades: frozenset[str]  #: titles and occupations that somebody with another one of them hardly has too
    alike_trades: frozenset[frozenset[str]]  #: those of which a text may use one for another
    bodies_too: frozenset[str]  #: occupations that a body may have
    borrowed: frozenset[str]  #: days, months and other words that begin sentences, and are given names too
    left_office: frozenset[str]  #: words before an office that somebody no longer has
    stand_ins: frozenset[str]  #: words before an office that somebody has for a time
    of_office: frozenset[str]  #: prepositions that tie an office to whose it is, and not to where
    role_openings: frozenset[str]  #: what may begin such a description, beside articles and possessives
    several_endings: dict[str, str]  #: how nouns for several people end, each with how the one for one does
    gendered_endings: dict[str, Pronoun]  #: how a noun for one person ends that tells the pronoun
    adverb_endings: frozenset[str]  #: how long words end that begin sentences and no names
    people_endings: frozenset[str]  #: how else a capitalised word ends that is no given name: “Portuguese”
    kin: dict[str, Pronoun | None]  #: what one may be to another, with the pronoun where it tells it
    analyst_roles: frozenset[str]  #: heads of a role that make their holder an analyst
    official_roles: frozenset[str]  #: heads of a role that make their holder an official
    surnames: frozenset[str]  #: surnames among the words of the list after the next
    title_openings: frozenset[str]  #: words that begin sentences, and titles: “First Minister”
    rare_surnames: frozenset[str]  #: words of that list that are surnames only where a text shows it
    not_names: frozenset[str]  #: capitalised words that begin a sentence or a heading and are no part of a name
    commands: frozenset[str]  #: those of them that bid somebody do something: “Just ask former mayor Bo”
    closing_names: frozenset[str]  #: those of them that a body's name may end with
    place_or_body: frozenset[str]  #: words of names of places and bodies, and so of no person's name
    town_openings: frozenset[str]  #: those of them after which a given name is a town's: “San Diego”, “Fort Ann”
    particles: frozenset[str]  #: words in lower case within a name
    joined_particles: frozenset[str]  #: those that a hyphen ties to the word after them
    suffixes: frozenset[str]  #: what follows a last name and is none
    inner_capitals: frozenset[str]  #: what a last name may begin with before a capital: “McHolm”
    before_verbs: frozenset[str]  #: what stands between a person and the verb, beside auxiliaries
    trusting: frozenset[str]  #: words after which “in” leads to a person
    before_places: frozenset[str]  #: words that no last name stands after alone


@dataclass(frozen=True)
class BodyName:
    """What a kind of body is called after the demonym, and the words that it goes by."""

    name: str
    words: tuple[str, ...]
    short: str | None = None


@dataclass(frozen=True)
class BodyFamily:
    """Bodies of which a text may call one by the noun of another: “the company” of a bank."""

    general: frozenset[str]  #: what each of them may be called
    nouns: frozenset[str]  #: what only some of them are called
    names: frozenset[str] = frozenset()  #: what else their names end with


@dataclass(frozen=True, eq=False, kw_only=True)
class Bodies:
    """The bodies that every state has, and the words around their names."""

    names: dict[str, BodyName]  #: by their id, with braces for the state’s code
    groups: frozenset[str]  #: people who speak for a state together
    group_modifiers: frozenset[str]  #: words before such a noun that leave it the same group
    municipal: frozenset[str]  #: those of their names that are a city's own behind its name
    leading: frozenset[str]  #: words before a name that are no part of it, beside articles and numbers
    belonging: frozenset[str]  #: what stands between a person and their body
    joining: frozenset[str]  #: words in lower case within the name of a body
    company_endings: frozenset[str]  #: what the name of a company ends with
    outlet_endings: frozenset[str]  #: the same of what reports news, and of partners: “L.P”
    topical: frozenset[str]  #: nouns of bodies in whose names stands what they are about
    topics: frozenset[str]  #: what leads to that: “Institute on Child Health”
    teams: frozenset[str]  #: what a team named before may be called
    parties: frozenset[str]  #: what the name of a party ends with
    chambers: frozenset[str]  #: what those are called whose members each hold an office
    missions: frozenset[str]  #: what a state has in another's towns
    everywhere: frozenset[str]  #: bodies of several words that many states have, beside those with a noun for a body
    units: frozenset[str]  #: what the name of a part of a body begins or ends with
    public_nouns: frozenset[str]  #: words in the names of bodies that are no companies
    families: tuple[BodyFamily, ...]  #: bodies by what a text may call them
    holdings: frozenset[str]  #: what somebody has in a firm: “shares in Alto”
    unlike: frozenset[str]  #: what makes another of a body's noun: “the rival firm”, “the merged company”
