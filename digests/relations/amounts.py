"""The amounts of a claim in a form that two claims can be held against each other."""

from __future__ import annotations

import functools
import math
import re
from dataclasses import dataclass

from digests.lexicon import ENGLISH, Lexicon, either
from digests.models import Claim, Figure

TOLERANCE = 0.1  #: how far two amounts may lie apart and still be the same
_ROUGHLY = 0.15  #: what “about” leaves open
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Amount:
    """A range of numbers of one thing, and whose it is where the text says so."""

    measure: str
    party: str
    value: float  #: what is printed, whatever its bound
    low: float
    high: float
    surface: str
    harm: bool = False  #: whether it counts people harmed, whose party must then be the same

    def near(self, other: Amount) -> bool:
        """Whether both may be true of one number."""
        return self.low * (1 - TOLERANCE) <= other.high and other.low * (1 - TOLERANCE) <= self.high

    def same(self, other: Amount) -> bool:
        """Whether both print nearly the same number."""
        return min(self.value, other.value) >= (1 - TOLERANCE) * max(self.value, other.value)


@functools.cache
def _measures(lexicon: Lexicon) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The measures of harm with what names them, most telling first; two that are joined are one of both."""
    events = lexicon.events
    joint, parts = events.joint_harm
    one, other = (either(events.harms[part]) for part in parts)
    both = rf"(?:{one}) (?:{either(lexicon.grammar.choosing)}) (?:{other})"
    words = {name: either(stems) for name, stems in events.harms.items()}
    words[joint] = f"{words[joint]}|{both}"
    return tuple((name, re.compile(rf"\b(?:{pattern})")) for name, pattern in words.items())


def amounts_of(claim: Claim, lexicon: Lexicon = ENGLISH) -> tuple[Amount, ...]:
    """The claim's figures that can be compared: those with a number and a thing that they count."""
    found = (_amount(figure, claim, lexicon) for figure in claim.figures)
    return tuple(amount for amount in found if amount)


def _amount(figure: Figure, claim: Claim, lexicon: Lexicon) -> Amount | None:
    low = figure.low if figure.low is not None else figure.value
    high = figure.high if figure.high is not None else figure.value
    measure = _measure(figure, claim, lexicon)
    if low is None or high is None or not measure or low < 0:
        return None
    value = figure.value if figure.value is not None else (low + high) / 2
    match figure.bound:
        case "at_least" | "more_than":
            high = math.inf
        case "up_to" | "less_than":
            low = 0.0
        case "about":
            low, high = low * (1 - _ROUGHLY), high * (1 + _ROUGHLY)
        case "exact":
            pass
    return Amount(
        measure, (figure.party or "").casefold(), value, low, high, figure.surface, measure in lexicon.events.harms
    )


def _measure(figure: Figure, claim: Claim, lexicon: Lexicon) -> str:
    """What a figure measures, in one word or two: its harm, its unit, or the thing counted."""
    if figure.unit:
        return "" if figure.unit in lexicon.events.time_units else figure.unit
    what = (figure.what or "").casefold()
    after = claim.passage.exact[max(0, figure.end - claim.passage.start) :][:40].casefold()
    for name, pattern in _measures(lexicon):
        if pattern.search(what) or (what and pattern.match(after.strip())):
            return name
    words = _WORD.findall(what)
    return words[-1].removesuffix("s") if words else ""
