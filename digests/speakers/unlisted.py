"""Persons whom only their use as a source, and the shape of their names, tell to be persons."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digests.actors.name_shapes import is_paper
from digests.actors.runs import plain_word
from digests.lexicon import Lexicon, either
from digests.models import Attribution, Claimant
from digests.speakers.claimants import local_person
from digests.speakers.noun_phrases import EDGES, head, is_definite, tells_age
from digests.speakers.participants import Cast
from digests.speakers.patterns import source_patterns
from digests.text.folding import fold
from digests.text.name_words import UPPER, name_words

NAME_WORD = re.compile(rf"{UPPER}[\w’'\-]+")
_POSSESSIVES = ("’s", "'s", "’", "'")
_OWNER = re.compile(rf".*[’'‘`]s?\s+(?={UPPER})")
_BASED = re.compile(r"-[a-z]")  #: “Calgary-based”
_WORD_START = re.compile(r"(?<=\w)\w")
_NEAR = 120  #: characters after a full name
_GOES_BACK = re.compile(r"[A-Z][\w’'-]+ $")
_LONGEST = 4  #: words of a name
_FULL = (2, 3)  #: words of a full name


class _Patterns(NamedTuple):
    preposition: re.Pattern[str]
    led: re.Pattern[str]  #: “reporters led by ” before a name that is not the head
    dependent: re.Pattern[str]  #: behind it a name is not the one who is described: “the widow of”, “a man who shot”
    is_described: re.Pattern[str]  #: what says after a comma where somebody is from, or who they are
    person_near: re.Pattern[str]  #: what follows a person's name sooner or later
    aged: re.Pattern[str]  #: one word of a name with how old its bearer is: “Mamo, a seven-year-old help”
    abroad: re.Pattern[str]  #: “ambassador to Britain Liu Xin”
    of_a_body: re.Pattern[str]  #: “Liu Xin of the World Bank”
    apposed: re.Pattern[str]  #: “the bank's head of trade, Liu Xin,”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, persons, words = lexicon.grammar, lexicon.persons, lexicon.descriptions
    belonging = either(lexicon.bodies.belonging, words.role_belonging, grammar.prepositions)
    participles = rf"[a-z]+(?:{either(lexicon.clauses.participle_endings)})|{either(grammar.past_participles)}"
    openings = either(grammar.openers, grammar.indefinite_articles, grammar.personal_relatives)
    roles, article = either(persons.titles, words.roles), rf"(?:(?:{either(grammar.definite_articles)}) )?"
    full_name = rf"{UPPER}[\w’'\-]+(?: (?:{name_words(lexicon)} )?{UPPER}[\w’'\-]+){{1,2}}"
    return _Patterns(
        preposition=re.compile(rf"\b(?:{either(grammar.prepositions, grammar.longer_prepositions)})\b"),
        led=re.compile(
            rf"\b[a-z]+\s(?:{participles})\s(?:{either(lexicon.sources.agents - lexicon.bodies.belonging)})\s"
        ),
        dependent=re.compile(
            rf"\b(?:{either(grammar.prepositions, grammar.longer_prepositions, grammar.relative_pronouns)}"
            rf"|{either(lexicon.hedges.exceptions)})\b"
        ),
        is_described=re.compile(rf",\s+(?:{belonging}|{openings}|\d\d|(?:[a-z-]+\s){{0,3}}(?:{roles}))\b"),
        person_near=re.compile(rf"\b(?:{either(grammar.genders, grammar.personal_relatives)})\b", re.IGNORECASE),
        of_a_body=re.compile(
            rf"(?P<name>{full_name}) (?:{either(lexicon.bodies.belonging)}) (?P<body>{article}{UPPER}.*)"
        ),
        apposed=re.compile(
            rf"(?P<lead>[^,]+), (?P<name>{full_name})(?: (?:{either(lexicon.bodies.belonging)}) {article}{UPPER}[^,]*)?"
        ),
        aged=re.compile(rf"(?P<name>{UPPER}[\w’'-]+), (?P<words>(?:{either(grammar.indefinite_articles)}) [^,]+)"),
        abroad=re.compile(
            rf"(?:.*\s)?(?:{roles})\s+(?:{either(grammar.prepositions)})\s+"
            rf"(?P<place>{UPPER}\w+)\s+(?P<name>{UPPER}\w+(?:\s+(?:{name_words(lexicon)}\s+)?{UPPER}\w+){{1,2}})"
        ),
    )


class Unlisted:
    """Reads sources as persons of whom the text and the listed actors tell nothing else."""

    def __init__(self, cast: Cast, attributions: Sequence[Attribution]) -> None:
        self._cast = cast
        self._text = cast.text
        self._lexicon = cast.lexicon
        self._persons = cast.lexicon.persons
        self._patterns = _patterns(cast.lexicon)
        self._in_full = functools.cache(self._first_in_full)
        self._envoys: dict[str, str] = {}
        surfaces = [self._text[s:e].strip(EDGES) for a in attributions for s, e in a.source]
        turns = [a for a in attributions if a.source and any(self._text[s:e] == ":" for s, e in a.cue)]
        self._labels = dict(self._labelled([self._text[slice(*turn.source[0])] for turn in turns]))
        self._bare_sources = {fold(s) for s in surfaces if NAME_WORD.fullmatch(s)}

    def person(self, surface: str, place: int) -> Claimant | None:
        """A name that only its use as a source tells to be a person's."""
        words = head(surface, self._lexicon)
        if abroad := self._patterns.abroad.fullmatch(words):
            is_place = self._cast.index.recognise(abroad["place"]) is not None
            return self._envoy(abroad["name"]) if is_place else None
        full_name = self._beside_body(surface) or (self._in_capitals(surface) if surface.isupper() else None)
        if full_name is not None:
            return self._told(full_name)
        owner = _OWNER.match(words)
        rest = words[owner.end() :] if owner else words
        tokens = self._name_tokens(rest)
        if len(tokens) == 1:
            return self._by_one_name(words, tokens[0], place)
        name = self._after_title(tokens)
        is_head = not self._patterns.dependent.search(rest.removesuffix(" ".join(tokens)))
        if is_head and len(tokens) > len(name) > 1:
            return self._told(" ".join(name))
        is_led = owner is not None and self._patterns.led.search(owner[0]) is not None
        is_led = (
            is_led or source_patterns(self._lexicon).acting_for.search(rest.removesuffix(" ".join(tokens))) is not None
        )
        if not tokens or is_led or not self._is_person(surface, rest, tokens, is_owned=owner is not None):
            return None
        return self._told(" ".join(tokens))

    def _envoy(self, name: str) -> Claimant:
        """Somebody behind “ambassador to Britain”, who later has one half of their name: “Liu” of Liu Xin."""
        for word in fold(name).split():
            self._envoys.setdefault(word, name)
        return self._told(name)

    def _told(self, name: str) -> Claimant:
        """Somebody by a name, with what the text tells beside it."""
        person = self._cast.introduced(name)
        return person.claimant if person else local_person(name, self._lexicon)

    def _beside_body(self, surface: str) -> str | None:
        """The name shaped like a person's beside a listed body or an office: “Liu Xin of NATO”, “its head, Liu Xin”.

        Or beside an age.
        """
        words = surface.strip(EDGES)
        aged = self._patterns.aged.fullmatch(words)
        if aged is not None and tells_age(aged["words"], self._lexicon):
            return aged["name"]
        match = self._patterns.of_a_body.fullmatch(words)
        is_shown = match is not None and self._is_body(match["body"])
        if match is None and (match := self._patterns.apposed.fullmatch(words)) is not None:
            head_words = self._patterns.preposition.split(match["lead"], maxsplit=1)[0].split()
            is_shown = bool(head_words) and fold(head_words[-1]) in self._offices
        telling = set(fold(match["name"]).split()) if match is not None and is_shown else None
        if match is None or telling is None or not self._persons.place_or_body.isdisjoint(telling):
            return None
        return match["name"] if self._lexicon.descriptions.bodies.isdisjoint(telling) else None

    def _is_body(self, words: str) -> bool:
        nouns = self._lexicon.descriptions.bodies
        return self._cast.index.recognise(words) is not None or not nouns.isdisjoint(fold(words).split())

    @functools.cached_property
    def _offices(self) -> frozenset[str]:
        return self._lexicon.descriptions.roles.union(self._persons.titles, self._persons.occupations)

    def _in_capitals(self, surface: str) -> str | None:
        """The name that a source in capitals has: the turn's of a transcript, or “THE MAYOR OF LARN, ANN BO”."""
        first, *others = surface.strip(EDGES).split(", ")
        names = [words for part in others if len(words := part.split()) in _FULL and "".join(words).isalpha()]
        if len(names) == 1 and not self._persons.titles.keys().isdisjoint(fold(first).split()):
            return " ".join(map(str.capitalize, names[0]))
        last = fold(head(surface, self._lexicon)).split(" ")[-1]
        person = self._cast.by_last_name(last) if last not in self._labels else None
        return person.claimant.name if person is not None else self._labels.get(last)

    def _after_title(self, words: Sequence[str]) -> list[str]:
        """Words after the last title among them: “Brock Lund” of “Harbour Administrator Brock Lund”."""
        titles = (n + 1 for n, word in enumerate(words[:-1]) if plain_word(word) in self._persons.titles)
        return list(words[max(titles, default=0) :])

    def _labelled(self, surfaces: Sequence[str]) -> Iterator[tuple[str, str]]:
        """The names in capitals of those who speak in a transcript, by their last words, as a text would write them."""
        for surface in surfaces:
            words = self._after_title(head(surface, self._lexicon).split())
            is_name = self._persons.place_or_body.isdisjoint(map(str.lower, words))
            if len(words) > 1 and is_name and all(word.isupper() and len(word) > 1 for word in words):
                yield fold(words[-1]), " ".join(_WORD_START.sub(lambda m: m[0].lower(), word) for word in words)

    def namesake(self, words: str) -> Claimant | None:
        """A person whose last name is also a state's or a capital's: “Valeska Paris … Paris said”."""
        match = self._cast.index.recognise(words) if NAME_WORD.fullmatch(words) else None
        if match is None or (match.actor.kind != "state" and match.resolved_by != "metonym"):
            return None
        end, full = self._in_full(words)
        first = fold(full.split()[0]) if full else ""
        if full is None or first in self._lexicon.verbs.saying or self._cast.index.state_of(first) is not None:
            return None
        is_person = self._patterns.person_near.search(self._text, end, end + _NEAR) is not None
        return local_person(full, self._lexicon).model_copy(update={"resolved_by": "last name"}) if is_person else None

    def _name_tokens(self, words: str) -> list[str]:
        """The words of the name that some words end with; none where they are no name."""
        tokens = [t for t in words.split() if t[0].isupper()]
        is_name = all(NAME_WORD.fullmatch(t) and t.lower() not in self._persons.not_names for t in tokens)
        return tokens if is_name and len(tokens) <= _LONGEST and words.endswith(" ".join(tokens)) else []

    def _is_person(self, surface: str, rest: str, tokens: Sequence[str], *, is_owned: bool) -> bool:
        """Whether a title, a description, or another use of the last name shows that a name is a person's."""
        last, lead = fold(tokens[-1]), rest.removesuffix(" ".join(tokens)).lower().split()
        if tokens[-1].isupper() and last in self._persons.titles and is_definite(surface, self._lexicon):
            return False  # “The Larn North MP”
        if lead and (lead[-1] not in self._persons.titles or self._patterns.preposition.search(" ".join(lead))):
            return False
        is_described = is_owned or lead or self._patterns.is_described.search(surface)
        if not (is_described or last in self._bare_sources or self._cast.by_last_name(last)):
            return False
        telling = {*fold(rest).split()} - self._lexicon.descriptions.name_parts
        return self._persons.place_or_body.isdisjoint(telling)

    def _by_one_name(self, words: str, token: str, place: int) -> Claimant | None:
        known = self._cast.by_last_name(fold(words), None, place) or self._cast.by_first_word(fold(words), place)
        if known is not None:
            return known.claimant.model_copy(update={"resolved_by": "last name"})
        if any(person.last == fold(words) for person in self._cast.persons.values()):
            return None  # of several namesakes nobody rather than another
        nouns = self._persons.place_or_body | self._lexicon.descriptions.people
        is_noun = fold(words) in nouns - self._persons.surnames or is_paper(words.lower(), self._lexicon)
        is_noun = is_noun or (words.isupper() and fold(words) in self._persons.titles)  # “the MEC”
        full = self._full_name(words, place) if words == token and not is_noun else None
        full = self._envoys.get(fold(words)) or full
        full = full or (words if fold(words) in self._persons.given_names else None)
        misspelt = self._cast.by_misspelt(fold(words), place) if not (full or is_noun) and words == token else None
        person = misspelt.claimant if misspelt else self._told(full) if full else None
        return person.model_copy(update={"resolved_by": "last name"}) if person else None

    def _full_name(self, last: str, limit: int) -> str | None:
        """The words in front of a last name where the text first has it, if they look like a person's first names."""
        end, name = self._in_full(last)
        return name if end <= limit else None

    def _is_led(self, place: int) -> bool:
        """Whether a preposition stands right before a place."""
        words = self._text[max(0, place - _NEAR) : place].split()
        return bool(words) and words[-1] in self._lexicon.grammar.prepositions

    def _first_in_full(self, last: str) -> tuple[int, str | None]:
        """Where in the text the first such name ends, and its words."""
        pattern = re.compile(rf"((?:{UPPER}[\w’'\-]+[ ]){{1,2}}){re.escape(last)}\b(?P<more>-| {UPPER})?")
        persons = self._persons
        others = persons.place_or_body | persons.titles.keys()
        for match in pattern.finditer(self._text):
            owned_until = max((n + 1 for n, t in enumerate(match[1].split()) if t.endswith(_POSSESSIVES)), default=0)
            tokens = [t for t in match[1].split()[owned_until:] if t.lower() not in persons.not_names]
            if _GOES_BACK.search(self._text, max(0, match.start() - _NEAR), match.start()):
                continue  # “Minister for Coastal Trade Relations Tama Bo”
            if match["more"] and self._is_led(match.start()):
                continue  # “ambassador to Britain Liu Xin”
            if tokens and not any(t.lower() in others or t.isupper() or _BASED.search(t) for t in tokens):
                return match.start() + len(match[1]) + len(last), " ".join((*tokens, last))
        return 0, None
