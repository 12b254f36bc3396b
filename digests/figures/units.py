"""The unit of measure or the money that a number stands with."""

from __future__ import annotations

import functools

from digests.lexicon import Lexicon
from digests.text.numbers import Number, Tokens, hyphenated, low_at, touches

_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₹": "INR", "₪": "ILS", "₩": "KRW"}
_CODES = {"usd", "eur", "gbp", "uah", "rub", "jpy", "cny", "chf"}
_AREAS = {"km": "km²", "m": "m²", "mi": "mi²", "ft": "ft²"}
_LARGE_SUM = 1000  #: below that "won" is a verb
_SPEEDS = {"km": "km/h", "mi": "mph"}
_LETTERS = frozenset("m t g mi ft ha in pp mw gw kw rub".split())  #: units written as letters, small or all large
_SQUARED = frozenset({"km", "m", "mi"})


@functools.cache
def money_signs(lexicon: Lexicon) -> frozenset[str]:
    """What a sum of money may begin with, in lower case."""
    return frozenset({*_SIGNS, *_CODES, *lexicon.units.dollars})


def is_duration(unit: str | None, lexicon: Lexicon) -> bool:
    """Whether the unit measures time."""
    return unit in _durations(lexicon)


@functools.cache
def _durations(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.units.durations.values())


def money_before(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """The currency whose sign or code begins at a token, and the index after it."""
    if i >= len(tokens):
        return None
    token = tokens[i]
    if token.text in _SIGNS:
        return _SIGNS[token.text], i + 1
    dollar = tokens.lexicon.units.dollars.get(token.low)
    if dollar and low_at(tokens, i + 1) == "$" and touches(tokens, i + 1):
        return dollar, i + 2
    if token.low in _CODES and token.text.isupper():
        return token.text, i + 1
    return None


def unit_after(tokens: Tokens, number: Number) -> tuple[str, int] | None:
    """The unit that follows a number ("five kilometers", "30-day", "3.5%"), and the index after it."""
    i = number.end
    j = i + 1 if hyphenated(tokens, i) else i
    if number.value is None and low_at(tokens, j) == "of":
        j += 1
    units = tokens.lexicon.units
    word, following = low_at(tokens, j), low_at(tokens, j + 1)
    if (word, following) in units.phrases:
        return units.phrases[word, following], j + 2
    if word in units.areas:
        return _area(tokens, j + 1)
    if word in _SQUARED and following in {"2", "²"} and touches(tokens, j + 1):
        return _AREAS[word], j + 2
    if word in units.durations:
        return units.durations[word], j + 1
    unit = units.measures.get(word)
    return _unit(tokens, j, unit, number) if unit else None


def _area(tokens: Tokens, i: int) -> tuple[str, int] | None:
    i += low_at(tokens, i) == "."
    area = _AREAS.get(tokens.lexicon.units.measures.get(low_at(tokens, i), ""))
    return (area, i + 1) if area else None


def _unit(tokens: Tokens, j: int, unit: str, number: Number) -> tuple[str, int] | None:
    """Settle a unit's word: letters need a number beside them, pounds are weight or money, "won" may be a verb."""
    token, units = tokens[j], tokens.lexicon.units
    if (token.low in _LETTERS and token.text != token.low and not token.text.isupper()) or (
        token.text == "T" or (token.text == "M" and unit == "m")
    ):
        return None
    if token.low in units.verbs_too and (number.value or 0) < _LARGE_SUM:
        return None
    if token.low in units.weights_or_money and number.scaled and low_at(tokens, j + 1) != "of":
        unit = units.weights_or_money[token.low]
    speed = _SPEEDS.get(unit)
    if speed and (low_at(tokens, j + 1), low_at(tokens, j + 2)) in units.per_hour:
        return speed, j + 3
    return unit, j + 1
