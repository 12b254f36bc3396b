"""The amounts of a claim in a form that two claims can be held against each other."""

from __future__ import annotations

import functools
import math
import re
from dataclasses import dataclass
from itertools import islice

from digests.lexicon import ENGLISH, Lexicon, either
from digests.models import Claim, Figure
from digests.relations.statements.stems import phrase_term, term_of

LOST = "die"  #: the sense of lives that are counted, unless they are saved
TOLERANCE = 0.005  #: how far two amounts may lie apart and still be the same
_ROUGHLY = 0.1  #: what “about” leaves open
_ROUND = 1_000  #: counts from here on may be rounded
_NEARBY = 24  #: characters before a number that may say that it is compared with
_CLAUSE_END = re.compile(r"[,;:.!?–—]")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Amount:
    """A range of numbers of one thing, and whose it is where the text says so."""

    measure: frozenset[str]  #: what it counts or is measured in; empty where the text does not say
    doing: str  #: the first term after it, which is what those counted do
    unit: bool
    party: str
    value: float  #: what is printed, whatever its bound
    low: float
    high: float
    surface: str
    generic: bool = False  #: whether it counts people of whatever kind, or all who had a fate
    fate: str = ""  #: what became of those counted, where it is one that is counted: dead, hurt, held, missing

    @property
    def key(self) -> str:
        """The term at which it meets other amounts of the same; none of a unit, or of people whose fate is not told."""
        words = () if self.unit or self.generic else sorted(self.measure, key=lambda term: (-len(term), term))
        return self.fate or next(iter(words), "")

    def near(self, second: Amount) -> bool:
        """Whether both may be true of one number."""
        return self.low * (1 - TOLERANCE) <= second.high and second.low * (1 - TOLERANCE) <= self.high

    def same(self, second: Amount) -> bool:
        """Whether both print nearly the same number."""
        smaller, larger = sorted((self.value, second.value))
        return smaller >= (1 - TOLERANCE) * larger or (larger >= _ROUND and _is_rounded(smaller, larger))


def _is_rounded(first: float, second: float) -> bool:
    """Whether one number is the other in round figures."""
    if first <= 0 or math.floor(math.log10(first)) != math.floor(math.log10(second)):
        return False
    size = 10.0 ** (math.floor(math.log10(first)) - 1)
    return first != second and any(
        rounded % size == 0 and round(exact / size) * size == rounded
        for rounded, exact in ((first, second), (second, first))
    )


def amounts_of(claim: Claim, lexicon: Lexicon = ENGLISH) -> tuple[Amount, ...]:
    """The claim's figures that can be compared; not one that another figure of it is compared with."""
    amounts = (_amount(figure, claim, lexicon) for figure in claim.figures if not is_compared(figure, claim, lexicon))
    return tuple(amount for amount in amounts if amount)


def _amount(figure: Figure, claim: Claim, lexicon: Lexicon) -> Amount | None:
    if _counts_saved(figure, claim, lexicon):
        return None
    low = figure.low if figure.low is not None else figure.value
    high = figure.high if figure.high is not None else figure.value
    measured = measure_of(figure, lexicon)
    if low is None or high is None or low < 0 or measured is None:
        return None
    measure, deed = measured
    value = figure.value if figure.value is not None else (low + high) / 2
    match figure.bound:
        case "at_least" | "more_than":
            high = math.inf
        case "up_to" | "less_than" if not _is_reached(figure, claim, lexicon):
            low = 0.0
        case "about":
            low, high = low * (1 - _ROUGHLY), high * (1 + _ROUGHLY)
        case _:
            pass
    doing = deed or _doing(figure, claim, measure, lexicon)
    party = (figure.party or "").casefold()
    generic = measure <= lexicon.events.things | lexicon.events.fates and bool(measure)
    fates = [term for term in (*measure, doing) if term in lexicon.events.fates]
    return Amount(
        measure, doing, bool(figure.unit), party, value, low, high, figure.surface, generic, fates[0] if fates else ""
    )


def _is_reached(figure: Figure, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a figure is what a count has come to, as in “has gone up to 22”."""
    words = claim.passage.exact[: max(0, figure.start - claim.passage.start)].casefold().split()
    return len(words) > 2 and words[-3] in lexicon.events.motions


def _counts_saved(figure: Figure, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether lives are counted that were not lost."""
    if not lexicon.events.lives.intersection((figure.what or "").casefold().split()):
        return False
    return bool(_saving(lexicon).search(claim.passage.exact.casefold()))


@functools.cache
def _saving(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(lexicon.events.saving)})\b")


def measure_of(figure: Figure, lexicon: Lexicon) -> tuple[frozenset[str], str] | None:
    """What a figure measures, and what those counted do: its unit, or the thing; none where it cannot be compared."""
    if figure.unit:
        return None if figure.unit in lexicon.events.time_units else (frozenset({figure.unit}), "")
    noun_words = _WORD.findall((figure.what or "").casefold())
    if lexicon.events.lives.intersection(noun_words):
        return frozenset({LOST}), ""
    words = [word for word in noun_words if word not in lexicon.events.quantity_heads]
    deed_term = None
    if len(words) > 2 and words[-1] in _particles(lexicon):
        *words, deed, particle = words
        deed_term = phrase_term(deed, particle, lexicon) or term_of(deed, lexicon)
    elif len(words) > 1 and _deeds(lexicon).fullmatch(words[-1]):
        deed_term = term_of(words.pop(), lexicon)
    terms = [term for word in words if (term := term_of(word, lexicon))]
    if not terms:  # “the toll” alone is of the dead
        terms = [term for word in noun_words if (term := term_of(word, lexicon)) and term.stem in lexicon.events.fates]
    return frozenset(term.stem for term in terms), deed_term.stem if deed_term else ""


@functools.cache
def _particles(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(phrase.split()[1] for phrases in lexicon.events.phrases.values() for phrase in phrases)


@functools.cache
def _deeds(lexicon: Lexicon) -> re.Pattern[str]:
    """What may follow the thing counted and says what it did or what was done to it."""
    grammar, events = lexicon.grammar, lexicon.events
    irregular = [form for forms in events.irregular.values() for form in forms]
    deeds = either(grammar.past_forms, grammar.past_participles, irregular, *events.harms.values(), _particles(lexicon))
    return re.compile(rf"{deeds}|\w+(?:{either(events.past_endings)})")


def _doing(figure: Figure, claim: Claim, measure: frozenset[str], lexicon: Lexicon) -> str:
    """The first term after a figure and what it counts; of “12 people in the town died”, the deed and not the place."""
    tail = claim.passage.exact[max(0, figure.end - claim.passage.start) :].casefold()
    words = _WORD.findall(_CLAUSE_END.split(tail[: _NEARBY * 3], maxsplit=1)[0])
    if measure and measure <= lexicon.events.things:
        words = _after_place(words, measure, lexicon)
    stems = ((word, term.stem) for word in words if (term := term_of(word, lexicon)) and term.stem not in measure)
    terms = list(islice(stems, 2))
    if len(terms) > 1 and terms[1][1] in lexicon.events.fates and _confirming(lexicon).fullmatch(terms[0][0]):
        return terms[1][1]  # “were found dead”
    return terms[0][1] if terms else ""


@functools.cache
def _confirming(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(either(lexicon.events.confirming))


def _after_place(words: list[str], measure: frozenset[str], lexicon: Lexicon) -> list[str]:
    """The words from the verb on, where a preposition follows those counted and a verb comes in the clause."""
    terms = [term_of(word, lexicon) for word in words]
    first = next((i for i, term in enumerate(terms) if not (term and term.stem in measure)), len(words))
    if first >= len(words) or words[first] not in lexicon.grammar.prepositions:
        return words
    verbs = (i for i in range(first, len(words)) if _is_verb(words[i], lexicon))
    return words[next(verbs, 0) :]


def _is_verb(word: str, lexicon: Lexicon) -> bool:
    is_deed = _deeds(lexicon).fullmatch(word) and word not in _particles(lexicon)
    return bool(is_deed) or word in lexicon.grammar.auxiliaries


@functools.cache
def _comparing(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(lexicon.events.comparisons)})(?:\s+\w+)?\W*$", re.IGNORECASE)


def is_compared(figure: Figure, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether another figure is compared with this one, as in “twice the 500 of last year”."""
    start = figure.start - claim.passage.start
    head = claim.passage.exact[max(0, start - _NEARBY) : max(0, start)]
    return bool(_comparing(lexicon).search(head))
