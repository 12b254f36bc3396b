"""Whom of the names of a text the noun of a body may mean, and whether another one may be meant as well."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection
from functools import cached_property
from typing import Final

from digests.lexicon import Lexicon, either
from digests.speakers.bodies.body_nouns import BodyNoun, Fit, fit
from digests.speakers.bodies.named_as import Candidate, candidates
from digests.speakers.layout import Layout
from digests.speakers.participants import Cast
from digests.text.folding import fold
from digests.text.name_words import UPPER

_NO_BODIES: Final = frozenset({"person", "state", "military", "group"})
_NEXT: Final = re.compile(r"(?:[’'‘`]s?)? ([a-z]+)(?: ([a-z]+))?")
_WORDS_BEFORE: Final = re.compile(r"(\w+) (\w+) $")
_LONGEST: Final = 30  #: characters before a name in which the words that tell of it stand
_SHORT: Final = 3  #: letters of a word that tells little


class Rivals:
    """The names of a text against the nouns by which it calls bodies."""

    def __init__(self, cast: Cast, layout: Layout, sources: Collection[int]) -> None:
        self._cast, self._text, self._lexicon = cast, cast.text, cast.lexicon
        self._layout, self._sources = layout, sources

    @cached_property
    def all(self) -> list[Candidate]:
        """The names that may be bodies'."""
        return [c for c in candidates(self._cast, self._layout) if self._may_be_body(c)]

    def fit(self, noun: BodyNoun, candidate: Candidate) -> Fit:
        """How a noun and a name go together; one that speaks and shares a word with it is shown to be meant."""
        fits = fit(noun.word, candidate.nouns, self._lexicon)
        is_shown = fits.is_shown or (fits.may_be and self.is_named_so(noun, candidate) and self.acts(candidate))
        return Fit(is_shown, fits.is_related or is_shown, fits.may_be)

    def is_named_so(self, noun: BodyNoun, candidate: Candidate) -> bool:
        """Whether a name has one of the words that tell a noun apart: “the rights group” of the Larn Rights Front."""
        words = {word.removesuffix("s") for word in fold(candidate.name).split() if len(word) > _SHORT}
        return not words.isdisjoint(word.removesuffix("s") for word in noun.modifiers)

    def acts(self, candidate: Candidate) -> bool:
        """Whether a name has the word, or has officers or shares, as only a body has."""
        words = self._lexicon.descriptions
        return any(
            start in self._sources
            or self._is_followed(end, words.body_offices | words.company_offices)
            or _holding(self._lexicon).search(self._text, max(0, start - _LONGEST), start) is not None
            for start, end in candidate.spans
        )

    def _is_followed(self, place: int, offices: Collection[str]) -> bool:
        words = _NEXT.match(self._text, place)
        return words is not None and not {words[1], words[2], f"{words[1]} {words[2]}"}.isdisjoint(offices)

    def is_firm(self, noun: BodyNoun) -> bool:
        """Whether a noun is a firm's, of any or of some."""
        return noun.word in self._lexicon.bodies.families[0].nouns or self.is_general(noun)

    def is_general(self, noun: BodyNoun) -> bool:
        """Whether a noun is one of any firm."""
        return noun.word in self._lexicon.bodies.families[0].general

    def is_rival(self, noun: BodyNoun, candidate: Candidate, *, is_beside: bool) -> bool:
        """Whether a noun may mean a name of which nothing tells that it is none: any beside it, or one that acts."""
        fits = self.fit(noun, candidate)
        is_body = self.acts(candidate) or (self.is_general(noun) and (is_beside or len(candidate.spans) > 1))
        return fits.is_related or (fits.may_be and is_body)

    def names_other(self, begin: int, noun: BodyNoun, place: int, candidate: Candidate) -> bool:
        """Whether a text names another between two places that a noun may mean."""
        others = (c for c in self.all if c is not candidate and c.last(place) >= begin)
        start = self._layout.sentence(place)[0]
        return any(self.is_rival(noun, other, is_beside=other.last(place) >= start) for other in others)

    def is_joined(self, candidate: Candidate, place: int) -> bool:
        """Whether a body stands last beside another: “Alto and the Larn Trust have”."""
        start, end = max(span for span in candidate.spans if span[0] < place)
        pattern = _joint(self._lexicon)
        following = pattern.match(self._text, end)
        preceding = pattern.search(self._text, max(0, start - _LONGEST), start + 1)
        return following is not None or (preceding is not None and preceding.end() == start + 1)

    def _may_be_body(self, candidate: Candidate) -> bool:
        """Whether a name is none of a state, a town or a person, nor an office that stands before one."""
        match = self._cast.index.recognise(candidate.name)
        kind = match.actor.kind if match is not None else None
        if kind in _NO_BODIES or (kind == "government" and not candidate.nouns):
            return False
        words = fold(candidate.name).split(" ")
        is_adjective = self._cast.index.state_of(candidate.name.removesuffix("s")) is not None
        is_office = words[-1] in self._lexicon.persons.titles
        is_owned = not self._lexicon.descriptions.body_prepositions.isdisjoint(words)  # “Office of the Prime Minister”
        if candidate.nouns or is_adjective or is_office:
            return not (is_adjective or (is_office and not is_owned))
        is_person = candidate.is_person or self._cast.by_last_name(words[-1]) is not None
        return not (is_person or all(self.is_located(start) for start, _ in candidate.spans))

    def is_located(self, place: int) -> bool:
        """Whether a name stands behind “in”, as that of a town does, but not “shares in Alto”."""
        words = _WORDS_BEFORE.search(self._text, max(0, place - _LONGEST), place)
        if words is None or _holding(self._lexicon).search(self._text, max(0, place - _LONGEST), place):
            return False
        first, last = words[1].lower(), words[2].lower()
        return (first if last in self._lexicon.grammar.articles else last) in self._lexicon.places.sure_locatives


@functools.cache
def _holding(lexicon: Lexicon) -> re.Pattern[str]:
    """“shares in ” before a name."""
    return re.compile(
        rf"\b(?:{either(lexicon.bodies.holdings)}) (?:{either(lexicon.grammar.prepositions)}) $", re.IGNORECASE
    )


@functools.cache
def _joint(lexicon: Lexicon) -> re.Pattern[str]:
    """“ and ” between two names, up to the first letter of the second."""
    articles = either(lexicon.grammar.definite_articles)
    return re.compile(rf"(?<=\w) (?:{either(lexicon.descriptions.joining)}) (?:(?:{articles}) )?{UPPER}")
