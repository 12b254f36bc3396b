"""Which body a noun alone means: the only one of its kind that a text has named, or the one that it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeAlias

from digests.lexicon import either
from digests.models import Attribution, Claimant, Span
from digests.speakers.bodies.body_nouns import BodyNoun, body_noun
from digests.speakers.bodies.named_as import Candidate
from digests.speakers.bodies.rivals import Rivals
from digests.speakers.claimants import by_short_form, local_body, unresolved
from digests.speakers.layout import Layout
from digests.speakers.noun_phrases import plain
from digests.speakers.participants import Cast
from digests.text.folding import fold

#: Whom words at a place of the text name.
Name: TypeAlias = Callable[[str, Sequence[Span]], Claimant]
_LEAD: Final = 2  #: sentences that tell what a text is about
_OFTEN: Final = 3  #: mentions of what a text is about
_CLEARLY: Final = 2  #: times as often as any other of which nothing tells what it is
_FAR_MORE: Final = 3  #: times as often as any other of the same kind
_NEAR: Final = 3  #: sentences since a body was named within which a noun hardly means another
_FAR: Final = 8  #: sentences since a body was named behind which a noun may mean another
_ARTICLE: Final = 4  #: characters of an article before a sentence's first name


class Prominent:
    """Reads nouns of bodies against all the names of a text."""

    def __init__(self, cast: Cast, layout: Layout, attributions: Sequence[Attribution], name: Name) -> None:
        self._cast, self._text, self._lexicon = cast, cast.text, cast.lexicon
        self._layout, self._name = layout, name
        self._meant: dict[tuple[str, tuple[str, ...]], Candidate] = {}
        articles = re.compile(rf"(?:(?i:{either(cast.lexicon.grammar.definite_articles)}) )?")
        starts = {attribution.source[0][0] for attribution in attributions if attribution.source}
        leads = (articles.match(cast.text, start) for start in starts)
        self._sources = {place for lead in leads if lead for place in lead.span()}  # “The Larn Trust” and its name
        self._rivals = Rivals(cast, layout, self._sources)

    def unless_noun(self, claimant: Claimant, surface: str, place: int) -> Claimant:
        """A source as it is read, and as the body that is meant where it is but a noun: “the firm”, “The US firm”."""
        is_left = claimant.resolved_by in {"unresolved", "none"}
        is_noun = claimant.resolved_by == "local" and claimant.name == plain(surface, self._lexicon)
        if not (is_left or is_noun):
            return claimant
        noun = body_noun(surface, self._cast.index, self._lexicon)
        if noun is None:
            return claimant
        candidate = self._known(noun, place) if noun.is_definite else self._announced(noun, place)
        if candidate is None:
            return claimant if is_left else unresolved(surface, self._lexicon)
        return self._claimant(candidate)

    def is_overtaken(self, claimant: Claimant, surface: str, place: int) -> bool:
        """Whether a text has named another that “the company” may mean since whom it is taken for."""
        noun = body_noun(surface, self._cast.index, self._lexicon)
        known = next((c for c in self._rivals.all if fold(c.name) == fold(claimant.name)), None) if noun else None
        if noun is None or known is None or self._layout.sentences_between(known.last(place), place) <= 1:
            return False
        others = [c for c in self._rivals.all if c is not known and c.last(place) > known.last(place)]
        fits = ((self._rivals.fit(noun, other), other) for other in others)
        return any(fit.is_related or (fit.may_be and self._rivals.acts(other)) for fit, other in fits)

    def _claimant(self, candidate: Candidate) -> Claimant:
        start, end = candidate.spans[0]
        name = candidate.full or self._text[start : self._end(end)]
        claimant = self._cast.bodies.ending_at(end) or self._name(self._text[start:end], [(start, end)])
        is_listed = self._cast.index.get(claimant.actor_id or "") is not None
        is_body = bool(claimant.actor_id) and not (claimant.actor_id or "").startswith("person:")
        is_whole = is_listed or name == self._text[start:end]  # not “Bo & Ek’s” and “Larn airport”
        return by_short_form(claimant if is_body and is_whole else local_body(name, self._lexicon))

    def _known(self, noun: BodyNoun, place: int) -> Candidate | None:
        """Whom “the charity” or “the Dutch firm” at a place means; nobody where two of the text may be."""
        earlier = [candidate for candidate in self._rivals.all if candidate.last(place) >= 0]
        candidate = (
            self._called_before(noun, place)
            or self._named_so(noun, place, earlier)
            or self._going_on(noun, place)
            or self._only(noun, place, earlier)
            or self._theme(noun, place, earlier)
            or (None if earlier else self._told_next(noun, place))
        )
        if candidate is not None:
            self._meant[noun.word, noun.modifiers] = candidate
        return candidate

    # --- the readings, most certain first -----------------------------------------------------------------------

    def _called_before(self, noun: BodyNoun, place: int) -> Candidate | None:
        """The body that the same words meant before, if no other of its kind is named since."""
        known = self._meant.get((noun.word, noun.modifiers))
        if known is None:
            return None
        others = (c for c in self._rivals.all if c is not known and c.last(place) > known.last(place))
        return None if any(self._rivals.fit(noun, other).is_related for other in others) else known

    def _named_so(self, noun: BodyNoun, place: int, earlier: Sequence[Candidate]) -> Candidate | None:
        """The only body whose name has a word of the noun's: “the rights group” of the Larn Rights Front."""
        alike = [c for c in earlier if self._rivals.is_named_so(noun, c)]
        is_near = bool(alike) and self._layout.sentences_between(alike[0].last(place), place) <= _FAR
        return alike[0] if len(alike) == 1 and is_near and self._rivals.fit(noun, alike[0]).is_shown else None

    def _going_on(self, noun: BodyNoun, place: int) -> Candidate | None:
        """The body that the sentence before begins with, if the next goes on about it: “Alto grew. The firm said”."""
        begin, end = self._layout.sentence(place, back=1)[0], self._layout.sentence(place)[0]
        spans = {start: (c, stop) for c in self._rivals.all for start, stop in c.spans if begin <= start < end}
        if not spans or not begin < end == place:
            return None
        start = min(spans)
        first, stop = spans[start]
        others = {c.name: c for c, _ in spans.values() if c is not first}.values()
        if not self._rivals.fit(noun, first).may_be:
            return None
        if not others and not self._sources.isdisjoint(spans):
            return first if self._rivals.is_firm(noun) and self._is_alone(first, noun, place) else None
        is_first = start <= begin + _ARTICLE and self._layout.is_subject(start, stop)
        if not is_first or self._is_rivalled(first, noun, place) or self._rivals.is_joined(first, place):
            return None
        is_other = any(self._rivals.fit(noun, other).is_related for other in others)
        is_theme = self._rivals.is_general(noun) and self._rivals.acts(first) and _is_clear(first, others, _CLEARLY)
        return first if not is_other and (is_theme or self._rivals.fit(noun, first).is_shown) else None

    def _only(self, noun: BodyNoun, place: int, earlier: Sequence[Candidate]) -> Candidate | None:
        """The only body named before that the text shows to be of a noun, or the one named far more often than others.

        Nobody where another may be meant that is named since.
        """
        fitting = sorted((c for c in earlier if self._rivals.fit(noun, c).is_shown), key=lambda c: -len(c.spans))
        begin = self._layout.sentence(place)[0]
        if not fitting:
            nearby = [c for c in earlier if c.last(place) >= begin and self._rivals.is_rival(noun, c, is_beside=True)]
            return nearby[0] if len(nearby) == 1 and self._rivals.fit(noun, nearby[0]).is_related else None
        first, others = fitting[0], fitting[1:]
        if not _is_clear(first, others, _FAR_MORE):
            is_beside = first.last(place) >= begin and all(len(first.spans) > len(other.spans) for other in others)
            return first if is_beside and not self._rivals.names_other(begin, noun, place, first) else None
        return first if self._is_foremost(first, noun, place, earlier) and self._is_last(first, noun, place) else None

    def _theme(self, noun: BodyNoun, place: int, earlier: Sequence[Candidate]) -> Candidate | None:
        """The body that a text is about, if a noun is one of any firm, or it is one, and nothing tells another."""
        rivals = sorted((c for c in earlier if self._rivals.fit(noun, c).may_be), key=lambda c: -len(c.spans))
        if not rivals or not self._rivals.is_firm(noun):
            return None
        lead = self._layout.sentences[min(_LEAD, len(self._layout.sentences)) - 1][1]
        first, others = rivals[0], rivals[1:]
        is_place = any(self._rivals.is_located(start) for start, _ in first.spans)
        if not others and place < lead and len(first.spans) > 1 and not is_place:
            return first
        is_theme = first.spans[0][0] < lead and len(first.spans) >= _OFTEN and _is_clear(first, others, _CLEARLY)
        is_firm = self._rivals.is_general(noun) or self._rivals.fit(noun, first).is_related
        is_theme = is_theme and is_firm and self._rivals.acts(first)
        return first if is_theme and self._is_last(first, noun, place) else None

    def _told_next(self, noun: BodyNoun, place: int) -> Candidate | None:
        """The only body of a noun that a text names, right behind its first sentence, before which it names none."""
        fitting = [c for c in self._rivals.all if self._rivals.fit(noun, c).is_shown]
        is_next = len(fitting) == 1 and self._layout.number_of(fitting[0].spans[0][0]) <= _LEAD
        is_first = self._layout.number_of(place) == 0
        return fitting[0] if is_next and is_first and self._rivals.acts(fitting[0]) else None

    def _announced(self, noun: BodyNoun, place: int) -> Candidate | None:
        """The body that the sentence behind an article's first begins with: “A Dutch firm said no. Alto, which”."""
        if self._layout.number_of(place) > 0 or len(self._layout.sentences) == 1:
            return None
        begin, end = self._layout.sentences[1]
        first = next((c for c in self._rivals.all if begin <= c.spans[0][0] <= begin + _ARTICLE), None)
        earlier = (c for c in self._rivals.all if c.last(begin) >= 0)
        is_alone = not any(self._rivals.is_rival(noun, c, is_beside=True) for c in earlier)
        if (
            first is None
            or not is_alone
            or not self._layout.is_subject(first.spans[0][0], self._end(first.spans[0][1]))
        ):
            return None
        fits = self._rivals.fit(noun, first)
        if not (fits.is_shown or (fits.may_be and (self._rivals.acts(first) or self._is_repeated(noun, end)))):
            return None
        first.nouns |= {noun.word}
        return first

    # --- what makes them sure -----------------------------------------------------------------------------------

    def _end(self, end: int) -> int:
        """Where a name ends, be it as a possessive does: “Bo & Ek’s has”."""
        verbs = either(self._lexicon.grammar.finite_auxiliaries)
        possessive = re.compile(rf"[’']s(?= (?:{verbs})\b)").match(self._text, end)
        return end if possessive is None else possessive.end()

    def _is_repeated(self, noun: BodyNoun, place: int) -> bool:
        """Whether a text says a noun, or one of any firm for a firm's, again behind a place: “the insurer”."""
        family = self._lexicon.bodies.families[0]
        nouns = {noun.word} | (family.general if noun.word in family.nouns else frozenset())
        articles = either(self._lexicon.grammar.definite_articles)
        return re.search(rf"\b(?i:{articles}) (?:{either(nouns)})\b", self._text[place:]) is not None

    def _is_alone(self, candidate: Candidate, noun: BodyNoun, place: int) -> bool:
        """Whether a text names no other that a noun may mean in the sentences right before a place."""
        begin = self._layout.sentence(place, back=_NEAR)[0]
        others = (c for c in self._rivals.all if c is not candidate and c.last(place) >= begin)
        is_lead = self._rivals.fit(noun, candidate).is_related or begin == self._layout.sentences[0][0]
        return is_lead and not any(self._rivals.fit(noun, other).is_related for other in others)

    def _is_rivalled(self, candidate: Candidate, noun: BodyNoun, place: int) -> bool:
        """Whether a text names another that is shown to be of a noun right before a place, and no less often."""
        begin = self._layout.sentence(place, back=_NEAR)[0]
        others = (c for c in self._rivals.all if c is not candidate and c.last(place) >= begin)
        return any(self._rivals.fit(noun, c).is_shown and len(c.spans) >= len(candidate.spans) for c in others)

    def _is_foremost(self, first: Candidate, noun: BodyNoun, place: int, earlier: Sequence[Candidate]) -> bool:
        """Whether no other that a noun may mean is named more often; nor as often, where a word tells it apart."""
        is_near = self._layout.sentences_between(first.last(place), place) <= _NEAR
        fits = ((self._rivals.fit(noun, c), c) for c in earlier if c is not first)
        if noun.is_told_apart:
            return all(len(first.spans) > len(c.spans) for fit, c in fits if fit.may_be)
        return all(
            len(first.spans) >= len(c.spans) for fit, c in fits if fit.is_related or (fit.may_be and not is_near)
        )

    def _is_last(self, candidate: Candidate, noun: BodyNoun, place: int) -> bool:
        """Whether no other that a noun may mean is named, or brought in, between a body and the noun."""
        last = candidate.last(place)
        begin = min(last, self._layout.sentence(place)[0])
        is_near = self._layout.sentences_between(last, place) <= _FAR and not self._rivals.is_joined(candidate, place)
        is_new = self._cast.is_introduced(noun.word, (last, place))
        return is_near and not is_new and not self._rivals.names_other(begin, noun, place, candidate)


def _is_clear(first: Candidate, others: Iterable[Candidate], times: int) -> bool:
    """Whether one is named so many times as often as any other."""
    return all(len(first.spans) >= times * len(other.spans) for other in others)
