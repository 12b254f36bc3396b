"""Which body a noun alone means: the only one of its kind that a text has named, or the one that it is about."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Final, TypeAlias

from digests.lexicon import Lexicon, either
from digests.models import Attribution, Claimant, Span
from digests.speakers.bodies.body_nouns import BodyNoun, Fit, body_noun, fit
from digests.speakers.bodies.named_as import Candidate, candidates
from digests.speakers.claimants import local_body, unresolved
from digests.speakers.layout import Layout
from digests.speakers.participants import Cast
from digests.text.folding import fold
from digests.text.name_words import UPPER

#: Whom words at a place of the text name.
Name: TypeAlias = Callable[[str, Sequence[Span]], Claimant]
_LEAD: Final = 2  #: sentences that tell what a text is about
_OFTEN: Final = 3  #: mentions of what a text is about
_CLEARLY: Final = 2  #: times as often as any other of which nothing tells what it is
_FAR_MORE: Final = 3  #: times as often as any other of the same kind
_NEAR: Final = 3  #: sentences since a body was named within which a noun hardly means another
_FAR: Final = 8  #: sentences since a body was named behind which a noun may mean another
_NO_BODIES: Final = frozenset({"person", "state", "military", "group"})
_NEXT: Final = re.compile(r"(?:[’'‘`]s?)? ([a-z]+)(?: ([a-z]+))?")
_ARTICLE: Final = 4  #: characters of an article before a sentence's first name
_WORD_BEFORE: Final = re.compile(r"(\w+) $")


class Prominent:
    """Reads nouns of bodies against all the names of a text."""

    def __init__(self, cast: Cast, layout: Layout, attributions: Sequence[Attribution], name: Name) -> None:
        self._cast, self._text, self._lexicon = cast, cast.text, cast.lexicon
        self._layout, self._name = layout, name
        self._sources = {attribution.source[0][0] for attribution in attributions if attribution.source}

    def unless_noun(self, claimant: Claimant, surface: str, place: int) -> Claimant:
        """A source as it is read, and as the body that is meant where it is but a noun: “the firm”, “The US firm”."""
        is_left = claimant.resolved_by in {"unresolved", "none"}
        if not is_left and claimant.name not in surface:
            return claimant
        noun = body_noun(surface, self._cast.index, self._lexicon)
        if noun is None:
            return claimant
        return self.body(noun, place) or (claimant if is_left else unresolved(surface, self._lexicon))

    def body(self, noun: BodyNoun, place: int) -> Claimant | None:
        """Whom “the charity” or “the Dutch firm” at a place means; nobody where two of the text may be."""
        if not noun.is_definite:
            candidate = self._announced(noun, place)
            return self._claimant(candidate) if candidate is not None else None
        named = [candidate for candidate in self._candidates if candidate.last(place) >= 0]
        candidate = (
            self._going_on(noun, place) or self._shown(noun, place, named) or self._theme(noun, place, named)
        )
        return self._claimant(candidate) if candidate is not None else None

    def _announced(self, noun: BodyNoun, place: int) -> Candidate | None:
        """The body that the sentence behind an article's first begins with: “A Dutch firm said no. Alto, which”."""
        begin, end = self._layout.sentences[0]
        if not (begin <= place < end and len(self._layout.sentences) > 1):
            return None
        begin, end = self._layout.sentences[1]
        first = next((c for c in self._candidates if begin <= c.spans[0][0] <= begin + _ARTICLE), None)
        is_alone = not any(c.last(begin) >= 0 and self._is_rival(noun, c) for c in self._candidates)
        if first is None or not is_alone or not self._layout.is_subject(*first.spans[0]):
            return None
        fits = self._fit(noun, first)
        if not (fits.is_shown or (fits.may_be and (self._acts(first) or self._is_repeated(noun, end)))):
            return None
        first.nouns |= {noun.word}
        return first

    def _is_repeated(self, noun: BodyNoun, place: int) -> bool:
        """Whether a text says a noun, or one of any firm for a firm's, again behind a place: “the insurer”."""
        family = self._lexicon.bodies.families[0]
        nouns = {noun.word} | (family.general if noun.word in family.nouns else frozenset())
        articles = either(self._lexicon.grammar.definite_articles)
        return re.search(rf"\b(?i:{articles}) (?:{either(nouns)})\b", self._text[place:]) is not None

    def _going_on(self, noun: BodyNoun, place: int) -> Candidate | None:
        """The body that the sentence before begins with, if the next goes on about it: “Alto grew. The firm said”."""
        begin, end = self._layout.sentence(place, back=1)[0], self._layout.sentence(place)[0]
        if not begin < end == place:
            return None
        here = {start: (c, stop) for c in self._candidates for start, stop in c.spans if begin <= start < end}
        first, stop = here[min(here)] if here else (None, 0)
        if first is None or not (self._layout.is_subject(min(here), stop) and self._fit(noun, first).may_be):
            return None
        others = {c.name: c for c, _ in here.values() if c is not first}.values()
        before = self._layout.sentence(place, back=_NEAR)[0]
        near = [c for c in self._candidates if c is not first and c.last(place) >= before]
        rivals = [c for c in near if self._fit(noun, c).is_shown and len(c.spans) >= len(first.spans)]
        is_first = min(here) <= begin + _ARTICLE and not self._is_joined(first, place)
        if rivals or not is_first or any(self._fit(noun, other).is_related for other in others):
            return None
        is_theme = self._is_general(noun) and self._acts(first)
        is_theme = is_theme and all(len(first.spans) >= _CLEARLY * len(other.spans) for other in others)
        return first if is_theme or self._fit(noun, first).is_shown else None

    def _shown(self, noun: BodyNoun, place: int, named: Sequence[Candidate]) -> Candidate | None:
        """The only body named before that the text shows to be of a noun, or the one named far more often than others.

        Nobody where another may be meant that is named since.
        """
        shown = sorted((c for c in named if self._fit(noun, c).is_shown), key=lambda c: -len(c.spans))
        begin = self._layout.sentence(place)[0]
        if not shown:
            beside = [c for c in named if c.last(place) >= begin and self._is_rival(noun, c)]
            return beside[0] if len(beside) == 1 and self._fit(noun, beside[0]).is_related else None
        first, others = shown[0], shown[1:]
        if others and any(len(first.spans) < _FAR_MORE * len(other.spans) for other in others):
            is_beside = first.last(place) >= begin and all(len(first.spans) > len(other.spans) for other in others)
            return first if is_beside and not self._since(begin, noun, place, first) else None
        is_near = self._layout.sentences_between(first.last(place), place) <= _NEAR
        others = [c for c in named if self._fit(noun, c).is_related or (not is_near and self._fit(noun, c).may_be)]
        is_foremost = all(len(first.spans) >= len(other.spans) for other in others)
        if noun.is_told_apart:
            others = [c for c in named if c is not first and self._fit(noun, c).may_be]
            is_foremost = all(len(first.spans) > len(other.spans) for other in others)
        return first if is_foremost and self._is_last(first, noun, place) else None

    def _theme(self, noun: BodyNoun, place: int, named: Sequence[Candidate]) -> Candidate | None:
        """The body that a text is about, if a noun is one of any firm and nothing tells what else the body is."""
        if not self._is_general(noun):
            return None
        rivals = sorted((c for c in named if self._fit(noun, c).may_be), key=lambda c: -len(c.spans))
        lead = self._layout.sentences[min(_LEAD, len(self._layout.sentences)) - 1][1]
        if len(rivals) == 1 and place < lead and len(rivals[0].spans) > 1:
            return rivals[0]
        if not rivals or rivals[0].spans[0][0] >= lead or len(rivals[0].spans) < _OFTEN:
            return None
        first, others = rivals[0], rivals[1:]
        is_clear = all(len(first.spans) >= _CLEARLY * len(other.spans) for other in others)
        return first if is_clear and self._acts(first) and self._is_last(first, noun, place) else None

    def _is_last(self, candidate: Candidate, noun: BodyNoun, place: int) -> bool:
        """Whether no other that a noun may mean is named, or brought in, between a body and the noun."""
        last = candidate.last(place)
        begin = min(last, self._layout.sentence(place)[0])
        is_near = self._layout.sentences_between(last, place) <= _FAR and not self._is_joined(candidate, place)
        is_new = self._cast.is_introduced(noun.word, (last, place))
        return is_near and not is_new and not self._since(begin, noun, place, candidate)

    def _is_joined(self, candidate: Candidate, place: int) -> bool:
        """Whether a body stands last beside another: “Alto and the Larn Trust have”."""
        start, end = max(span for span in candidate.spans if span[0] < place)
        return _joining(self._lexicon).match(self._text, end) is not None or (
            _joined(self._lexicon).search(self._text, max(0, start - 30), start) is not None
        )

    def _since(self, begin: int, noun: BodyNoun, place: int, candidate: Candidate) -> bool:
        """Whether a text names another between two places that a noun may mean."""
        return any(
            begin <= other.last(place) and self._is_rival(noun, other)
            for other in self._candidates
            if other is not candidate
        )

    def _is_rival(self, noun: BodyNoun, candidate: Candidate) -> bool:
        """Whether a noun may mean a name: one of a firm any name of which nothing tells that it is none."""
        fits = self._fit(noun, candidate)
        return fits.is_related or (fits.may_be and (self._is_general(noun) or self._acts(candidate)))

    def _is_general(self, noun: BodyNoun) -> bool:
        """Whether a noun is one of any firm."""
        return noun.word in self._lexicon.bodies.families[0].general

    def _fit(self, noun: BodyNoun, candidate: Candidate) -> Fit:
        fits = fit(noun.word, candidate.nouns, self._lexicon)
        is_named_so = fits.may_be and not set(noun.modifiers).isdisjoint(fold(candidate.name).split())
        is_shown = fits.is_shown or (is_named_so and self._acts(candidate))
        return Fit(is_shown, fits.is_related or is_shown, fits.may_be)

    def _acts(self, candidate: Candidate) -> bool:
        """Whether a name has the word, or has officers, as only a body has."""
        offices = self._lexicon.descriptions.body_offices | self._lexicon.descriptions.company_offices
        for start, end in candidate.spans:
            words = _NEXT.match(self._text, end)
            if start in self._sources or (words and {words[1], words[2], f"{words[1]} {words[2]}"} & offices):
                return True
        return False

    def _claimant(self, candidate: Candidate) -> Claimant:
        start, end = candidate.spans[0]
        claimant = self._cast.bodies.ending_at(end) or self._name(self._text[start:end], [(start, end)])
        if not claimant.actor_id or claimant.actor_id.startswith("person:"):
            claimant = local_body(candidate.full or candidate.name, self._lexicon)
        return claimant.model_copy(update={"resolved_by": "short form"})

    @cached_property
    def _candidates(self) -> list[Candidate]:
        return [c for c in candidates(self._cast, self._layout) if self._may_be_body(c)]

    def _may_be_body(self, candidate: Candidate) -> bool:
        """Whether a name is none of a state, a town or a person."""
        match = self._cast.index.recognise(candidate.name)
        kind = match.actor.kind if match is not None else None
        if kind in _NO_BODIES or (kind == "government" and not candidate.nouns):
            return False
        if candidate.nouns:
            return True
        last = fold(candidate.name).split(" ")[-1]
        is_person = candidate.is_person or self._cast.by_last_name(last) is not None
        is_adjective = self._cast.index.state_of(candidate.name.removesuffix("s")) is not None
        is_place = all(self._is_located(start) for start, _ in candidate.spans)
        return not (is_adjective or is_place or is_person)

    def _is_located(self, place: int) -> bool:
        word = _WORD_BEFORE.search(self._text, max(0, place - 30), place)
        return word is not None and word[1].lower() in self._lexicon.places.locatives


@functools.cache
def _joining(lexicon: Lexicon) -> re.Pattern[str]:
    """“ and ” between a name and the next."""
    articles = either(lexicon.grammar.definite_articles)
    return re.compile(rf" (?:{either(lexicon.descriptions.joining)}) (?:(?:{articles}) )?{UPPER}")


@functools.cache
def _joined(lexicon: Lexicon) -> re.Pattern[str]:
    """“ and ” behind a name, before the next."""
    articles = either(lexicon.grammar.definite_articles)
    return re.compile(rf"{UPPER}\w* (?:{either(lexicon.descriptions.joining)}) (?:(?:{articles}) )?$")
