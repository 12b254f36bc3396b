"""Quantities: a number or a range with its unit, a share ("two-thirds"), and a conversion in brackets."""

from __future__ import annotations

import functools
from typing import NamedTuple

from digests.figures.bounds import bound_after
from digests.figures.nouns import wholes
from digests.figures.units import is_duration, money_before, money_signs, unit_after
from digests.lexicon import Lexicon
from digests.models import Bound
from digests.text.numbers import Number, Tokens, hyphenated, low_at, number_words, read_number, touches

_MILLION = 1e6
_DASHES = frozenset({"-", "–", "—", "‑", "−"})


class Quantity(NamedTuple):
    """A quantity read from tokens; it covers the tokens from `first` to before `end`."""

    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    first: int
    end: int
    bound: Bound | None = None  #: where words after the number bound it
    bare: bool = False  #: digits or words alone, without unit, scale or separators
    joined: bool = False  #: a hyphen ties it to the noun, as in "five-kilometer zone"


def may_begin(tokens: Tokens, i: int) -> bool:
    """Whether a quantity may begin at a token; spares readers of running text most attempts."""
    low, lexicon = tokens.lows[i], tokens.lexicon
    if low in lexicon.grammar.articles:
        return low_at(tokens, i + 1) in _after_articles(lexicon)
    return low in _openings(lexicon) or low[0].isdecimal()


@functools.cache
def _openings(lexicon: Lexicon) -> frozenset[str]:
    """Every word and sign that a quantity may begin with, digits left out."""
    return number_words(lexicon) | money_signs(lexicon) | lexicon.numbers.minus | {"-", "−"}


@functools.cache
def _after_articles(lexicon: Lexicon) -> frozenset[str]:
    numbers = lexicon.numbers
    return frozenset({"$", "few", *numbers.couple, *numbers.fractions, *numbers.scales})


def read_quantity(tokens: Tokens, i: int) -> Quantity | None:
    """Read the quantity that begins at a token, if one does."""
    if _is_minus(tokens, i):
        positive = read_quantity(tokens, i + 1)
        signed = positive is not None and positive.value is not None and (positive.unit or "")[:1] in {"°", "%"}
        return positive._replace(value=-positive.value, first=i) if positive and positive.value and signed else None
    share = _share(tokens, i)
    if share:
        return share
    money = money_before(tokens, i)
    number = read_number(tokens, money[1] if money else i)
    if number is None:
        return None
    quantity = _range(tokens, i, number, money[0] if money else None) or _single(tokens, i, number, money)
    return _converted(tokens, quantity)


def _is_minus(tokens: Tokens, i: int) -> bool:
    """Whether a token is a minus sign or word; "plus or minus" is none."""
    sign = low_at(tokens, i) in {"-", "−"} and touches(tokens, i + 1) and not touches(tokens, i)
    return sign or (low_at(tokens, i) in tokens.lexicon.numbers.minus and low_at(tokens, i - 1) != "or")


def _single(tokens: Tokens, i: int, number: Number, money: tuple[str, int] | None) -> Quantity:
    bound, end = bound_after(tokens, number.end)
    number, unit_end, unit = _unit(tokens, number._replace(end=end), money[0] if money else None)
    if not bound:
        bound, unit_end = bound_after(tokens, unit_end)
    bare = unit is None and (number.digits or not number.scaled)
    value = number.value
    return Quantity(
        value, None, None, unit, i, unit_end, bound or ("about" if number.approximate else None), bare,
        joined=hyphenated(tokens, number.end),
    )  # fmt: skip


def _unit(tokens: Tokens, number: Number, money: str | None) -> tuple[Number, int, str | None]:
    """The number's unit; "200m" is metres unless money or people make it millions."""
    if money:
        measure = unit_after(tokens, number)
        doubled = measure is not None and measure[0] == money  # "$5 million dollars"
        return number, measure[1] if doubled and measure else number.end, money
    if number.letter and tokens[number.end - 1].text == "m":
        measure = unit_after(tokens, number)
        if measure is None and low_at(tokens, number.end) not in tokens.lexicon.things.in_millions:
            return number._replace(value=(number.value or 0) / _MILLION), number.end, "m"
    measure = unit_after(tokens, number)
    return (number, measure[1], measure[0]) if measure else (number, number.end, None)


def _range(tokens: Tokens, i: int, first: Number, money: str | None) -> Quantity | None:
    """Read "300 to 400", "between 3 and 5 km", "10–12" and "two or three" as one quantity."""
    if first.value is None:
        return None
    unit = None if money else unit_after(tokens, first)
    j = unit[1] if unit and not is_duration(unit[0], tokens.lexicon) else first.end
    link = _link(tokens, i, j)
    if not link:
        return None
    again = money_before(tokens, link)
    second = read_number(tokens, again[1] if again else link)
    if second is None or second.value is None or (again and again[0] != money):
        return None
    second, end, second_unit = _unit(tokens, second, money)
    low, high = first.value, second.value or 0.0
    if not first.scaled and second.scaled and low < 1000 and high >= 1000:
        low *= _scale_of(high, low, tokens.lexicon)
    if low >= high or (unit and second_unit != unit[0]):
        return None
    bound, end = bound_after(tokens, end)
    return Quantity(None, low, high, second_unit, i, end, bound, joined=hyphenated(tokens, second.end))


def _scale_of(high: float, low: float, lexicon: Lexicon) -> float:
    """The scale that "2 to 3 million" leaves unsaid in its first number."""
    scale = max((size for size in lexicon.numbers.scales.values() if 1000 <= size <= high), default=1.0)
    return scale if low * scale < high else 1.0


def _link(tokens: Tokens, i: int, j: int) -> int:
    """The index after the word or dash that joins the ends of a range at `j`, or 0."""
    word = low_at(tokens, j)
    if word in _DASHES and touches(tokens, j) == touches(tokens, j + 1):
        return j + 1
    previous = low_at(tokens, i - 1)
    if word == "and":
        return j + 1 if previous == "between" else 0
    if word == "to" and low_at(tokens, j - 1) != "-":
        ranging = low_at(tokens, i - 2) in tokens.lexicon.numbers.ranging
        moves = previous == "from" and not ranging  # "rose from 5 to 10" is no range
        return 0 if moves else j + 1
    return j + 1 if word == "or" else 0


def _converted(tokens: Tokens, quantity: Quantity) -> Quantity:
    """Take a conversion in brackets into the quantity: "five kilometers (three miles)"."""
    i = quantity.end
    if quantity.unit is None or low_at(tokens, i) not in {"(", "["}:
        return quantity
    j = i + 1
    while low_at(tokens, j) in tokens.lexicon.numbers.in_brackets:
        j += 1
    other = money_before(tokens, j)
    number = read_number(tokens, other[1] if other else j)
    if number is None:
        return quantity
    inner = _range(tokens, j, number, other[0] if other else None) or _single(tokens, j, number, other)
    closes = low_at(tokens, inner.end) in {")", "]"}
    return quantity._replace(end=inner.end + 1) if closes and inner.unit not in {None, quantity.unit} else quantity


def _share(tokens: Tokens, i: int) -> Quantity | None:
    """Read "half of", "a third of", "two-thirds", "three quarters" and "one in five"."""
    numbers, word = tokens.lexicon.numbers, low_at(tokens, i)
    if word in numbers.half:
        return _half(tokens, i)
    single = numbers.units.get(word) == 1
    if (single or word in tokens.lexicon.grammar.indefinite_articles) and not hyphenated(tokens, i + 1):
        return _part(tokens, i, 1, i + 1) or _one_in(tokens, i)
    if single:
        return _part(tokens, i, 1, i + 2)
    number = read_number(tokens, i)
    if number is None or number.value is None or number.scaled or number.value > 12:
        return None
    j = number.end + 1 if hyphenated(tokens, number.end) else number.end
    size = numbers.plural_fractions.get(low_at(tokens, j))
    if size and number.value < size and low_at(tokens, j + 1) not in tokens.lexicon.numbered.ranks:
        return Quantity(number.value / size, None, None, "share", i, j + 1)
    return _one_in(tokens, i)


def _half(tokens: Tokens, i: int) -> Quantity | None:
    lexicon, next_word = tokens.lexicon, low_at(tokens, i + 1)
    article = next_word in lexicon.grammar.indefinite_articles
    if article or hyphenated(tokens, i + 1):
        unit = unit_after(tokens, Number(0.5, i + 2))
        if unit and (article or is_duration(unit[0], lexicon)):
            return Quantity(0.5, None, None, unit[0], i, unit[1])
    if read_number(tokens, i) or next_word not in wholes(lexicon):
        return None
    if low_at(tokens, i - 1) in lexicon.numbers.halved:
        return None
    return Quantity(0.5, None, None, "share", i, i + 1)


def _part(tokens: Tokens, i: int, count: int, j: int) -> Quantity | None:
    lexicon, following = tokens.lexicon, low_at(tokens, j + 1)
    size, articles = lexicon.numbers.fractions.get(low_at(tokens, j)), lexicon.grammar.indefinite_articles
    if low_at(tokens, j + 2) in articles and low_at(tokens, j + 3) in lexicon.numbers.scales:
        return None  # "a quarter of a million"
    if not size or size == 2 or following in articles or following not in wholes(lexicon):
        return None
    return Quantity(count / size, None, None, "share", i, j + 1)


def _one_in(tokens: Tokens, i: int) -> Quantity | None:
    """Read "one in five" and "nine out of ten"; "two in three days" is no share."""
    number = read_number(tokens, i)
    if number is None or not number.value:
        return None
    j = number.end
    if low_at(tokens, j) == "out" and low_at(tokens, j + 1) == "of":
        j += 1
    elif low_at(tokens, j) != "in" and not (low_at(tokens, j) == "of" and _is_ten(tokens, j + 1)):
        return None
    whole = read_number(tokens, j + 1)
    if whole is None or not whole.value or not number.value < whole.value or number.value > 10:
        return None
    if whole.value > 100 and number.value != 1:
        return None
    unit = unit_after(tokens, whole)
    if unit or low_at(tokens, j + 1) in tokens.lexicon.grammar.indefinite_articles:
        return None
    return Quantity(number.value / whole.value, None, None, "share", i, whole.end)


def _is_ten(tokens: Tokens, i: int) -> bool:
    return low_at(tokens, i) == "10" or tokens.lexicon.numbers.units.get(low_at(tokens, i)) == 10
