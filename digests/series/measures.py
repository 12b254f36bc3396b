"""What a figure measures, so narrowly that two figures of one measure can stand in one picture."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Claim, Figure, Place
from digests.relations.facts import terms_of
from digests.relations.statements.amounts import is_compared, measure_of
from digests.relations.statements.propositions import read_proposition
from digests.relations.statements.stems import term_of

_NEARBY = 12  #: words from a number in which stands what those counted do
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.;:!?]")


class Measured(NamedTuple):
    """A figure with what it measures: equal keys are one measure."""

    figure: Figure
    things: frozenset[str]  #: what is counted, or the unit
    deed: str  #: what those counted do, or what leads to the amount
    party: str
    subject: frozenset[str]  #: whom the claim speaks of besides: whose losses, whose advance
    speaker: str  #: the claimant where a pronoun says whom, as nobody else may mean the same
    place_id: int | None
    name: str
    place: str | None

    @property
    def key(self) -> tuple[object, ...]:
        """What figures of one measure have in common."""
        return self.things, self.deed, self.party, self.subject, self.speaker, self.place_id


def measured_figures(claim: Claim, lexicon: Lexicon) -> Iterator[Measured]:
    """The figures of a claim that stand for themselves, each with what it measures.

    Left out is what another figure is compared with, amounts of time, and numbers of nothing that is named.
    """
    place, subject = _place_of(claim), _subject_of(claim, lexicon)
    for figure in claim.figures:
        measure = None if is_compared(figure, claim, lexicon) else measure_of(figure, lexicon)
        if measure is None:
            continue
        things, deed = measure
        deed, word = (deed, "") if deed else _deed_of(figure, claim, things, lexicon)
        if things or deed:
            yield Measured(
                figure=figure,
                things=things,
                deed=deed,
                party=(figure.party or "").casefold(),
                subject=subject.terms - terms_of(figure.party or "", lexicon),
                speaker=subject.speaker,
                place_id=place.id if place else None,
                name=_name(figure, word, subject.name),
                place=place.name if place else None,
            )


class _Subject(NamedTuple):
    """Whom a claim speaks of, as terms and in the passage's words."""

    terms: frozenset[str] = frozenset()
    name: str = ""
    speaker: str = ""


def _subject_of(claim: Claim, lexicon: Lexicon) -> _Subject:
    says = read_proposition(claim.passage.exact, lexicon)
    if says.of_first:
        return _Subject(terms_of(claim.claimant.name, lexicon), claim.claimant.label)
    if says.of_third:
        return _Subject(speaker=claim.claimant.name)
    amounts = {word for figure in claim.figures for word in _WORD.findall(figure.surface)}
    words = dict.fromkeys(word for word in _WORD.findall(claim.passage.exact) if not word.islower())
    names = [
        word
        for word in words
        if word not in amounts and word.lower() not in _light(lexicon) and terms_of(word, lexicon) & says.subjects
    ]
    return _Subject(frozenset().union(*(terms_of(name, lexicon) for name in names)), " ".join(names))


def _place_of(claim: Claim) -> Place | None:
    """The place that a claim's figures are of: the first that is no country, among those named, else by context."""
    places = [mention.place for mention in claim.places or claim.context_places]
    return next((place for place in places if place.kind != "country"), places[0] if places else None)


def _deed_of(figure: Figure, claim: Claim, things: frozenset[str], lexicon: Lexicon) -> tuple[str, str]:
    """What those counted do, as terms and in the passage's words; of an amount in a unit, what leads to it."""
    text = claim.passage.exact
    start, end = (offset - claim.passage.start for offset in (figure.start, figure.end))
    if figure.unit and not figure.what:
        head = _SENTENCE_END.split(text[: max(0, start)])[-1]
        words = list(_WORD.finditer(head))[: -_NEARBY - 1 : -1]
    else:
        tail = _SENTENCE_END.split(text[max(0, end) :])[0]
        words = list(_WORD.finditer(tail))[:_NEARBY]
    for match in words:
        term = _telling_term(match[0], lexicon)
        if term and term not in things:
            return _with_twin(match, term, lexicon)
    return "", ""


def _with_twin(match: re.Match[str], term: str, lexicon: Lexicon) -> tuple[str, str]:
    """A deed with the one that is said in the same breath: “killed or injured” is not “killed”."""
    twin = _twins(lexicon).match(match.string, match.end())
    second = _telling_term(twin[1], lexicon) if twin else None
    if twin is None or second is None:
        return term, match[0]
    return f"{term} {second}", match[0] + twin[0]


def _telling_term(word: str, lexicon: Lexicon) -> str | None:
    """The term of a word that is no name and says what is measured."""
    term = term_of(word, lexicon) if word.islower() and word not in _light(lexicon) else None
    return term.stem if term else None


@functools.cache
def _twins(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{either(lexicon.grammar.coordinators)})\s+({_WORD.pattern})")


@functools.cache
def _light(lexicon: Lexicon) -> frozenset[str]:
    """Words around a number that do not say what is measured."""
    return lexicon.lines.approximators | lexicon.lines.amounts | lexicon.lines.multiples


def _name(figure: Figure, word: str, subject: str) -> str:
    """What is measured, in the passage's own words; whose it is stands before it, where the figure does not say."""
    name = _thing(figure, word)
    return name if figure.party or not subject else f"{subject}: {name}"


def _thing(figure: Figure, word: str) -> str:
    counted_thing = " ".join(part for part in (figure.party, figure.what) if part)
    if figure.unit:
        return f"{counted_thing or word} ({figure.unit})" if counted_thing or word else figure.unit
    return ", ".join(part for part in (counted_thing, word) if part)
