"""Figures: the quantities of a text, each with its unit, its bound and what is counted."""

from __future__ import annotations

from digests.figures.bounds import bound_before
from digests.figures.counted import Counted, counted_after, fate_before, toll_before
from digests.figures.names import is_name, name_end
from digests.figures.nouns import stops
from digests.figures.quantity import Quantity, may_begin, read_quantity
from digests.figures.units import is_duration
from digests.lexicon import ENGLISH, Lexicon
from digests.models import Figure
from digests.text.numbers import Tokens, hyphenated, low_at, tokens_of

__all__ = ["find_figures"]

_CONTEXT = 120  #: characters before and after the range that tell what its numbers are
_AFTER_AGES = frozenset(",.-–—)")


def find_figures(
    text: str, start: int = 0, end: int | None = None, *, lexicon: Lexicon = ENGLISH
) -> tuple[Figure, ...]:
    """Find the quantities of a text in order.

    A figure's span covers its number, its unit and a conversion in brackets; the words that bound it and the noun
    counted stand outside. A range has `low` and `high` and no `value`, since no single number was given.
    """
    end = len(text) if end is None else min(end, len(text))
    tokens = tokens_of(text, max(0, start - _CONTEXT), min(len(text), end + _CONTEXT), lexicon)
    figures = []
    i = 0
    while i < len(tokens):
        if not may_begin(tokens, i):
            i += 1
            continue
        skip, quantity = _quantity_at(text, tokens, i)
        if quantity is not None and start <= tokens[i].start and tokens[quantity.end - 1].end <= end:
            figure = _figure(text, tokens, quantity)
            figures += [figure] if figure else []
        i = skip
    return tuple(figures)


def _quantity_at(text: str, tokens: Tokens, i: int) -> tuple[int, Quantity | None]:
    """The quantity that begins at a token, if one does, and the index to go on from."""
    if tokens[i].text[0].isdecimal():
        offset = name_end(text, tokens, i)
        if offset:
            j = i + 1
            while j < len(tokens) and tokens[j].start < offset:
                j += 1
            return j, None
    quantity = read_quantity(tokens, i)
    if quantity is None:
        return i + 1, None
    return max(quantity.end, i + 1), None if is_name(tokens, i, quantity.end) else quantity


def _figure(text: str, tokens: Tokens, quantity: Quantity) -> Figure | None:
    i = quantity.first
    bound, bound_start = bound_before(tokens, i, quantity.value, quantity.unit)
    phrase = _counted(text, tokens, quantity, bound_start)
    if _means_nothing(tokens, quantity, phrase, bounded=bound_start < i):
        return None
    first, last = tokens[i].start, tokens[quantity.end - 1].end
    return Figure(
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        what=phrase.noun,
        party=phrase.party,
        bound=quantity.bound or bound,
        start=first,
        end=last,
        surface=text[first:last],
    )


def _counted(text: str, tokens: Tokens, quantity: Quantity, bound_start: int) -> Counted:
    """What the quantity counts, from the words after it, else from those before it."""
    if quantity.joined:
        return Counted() if quantity.unit else _compound(tokens, quantity.end + 1)
    phrase = counted_after(text, tokens, quantity.end, single=quantity.value == 1, unit=quantity.unit)
    if quantity.unit:
        return phrase
    fate = None if _is_one(tokens, quantity.first) else fate_before(tokens, bound_start)
    if phrase.noun is None:
        return Counted(fate or toll_before(text, tokens, bound_start), phrase.party)
    has_fate = fate is None or any(word in phrase.noun.split() for word in fate.split())
    return phrase if has_fate else Counted(f"{phrase.noun} {fate}", phrase.party)


def _compound(tokens: Tokens, i: int) -> Counted:
    """The noun that a hyphen ties to digits ("12-member panel"); "five-star" and "two-way" count nothing."""
    digits = tokens[i - 2].text[0].isdecimal()
    plain = i < len(tokens) and tokens[i].text.islower() and tokens[i].low not in stops(tokens.lexicon)
    return Counted(tokens[i].text) if digits and plain else Counted()


def _means_nothing(tokens: Tokens, quantity: Quantity, phrase: Counted, *, bounded: bool) -> bool:
    """Whether bare number words count nothing ("one must", "the two agreed"), or digits are an age (", 45,")."""
    i, lexicon = quantity.first, tokens.lexicon
    single, next_word = _is_one(tokens, i), low_at(tokens, quantity.end)
    idiom = single and not bounded and next_word != "of"  # "one day"
    if is_duration(quantity.unit, lexicon) and (next_word in lexicon.numbered.ordering or idiom):
        return True
    if quantity.unit == "mm" and next_word in lexicon.units.weapons:
        return True
    if quantity.unit or not quantity.bare or (bounded and not single):
        return False
    digits = tokens[i].text[0].isdecimal()
    if phrase.noun is None:
        return not digits or hyphenated(tokens, quantity.end) or _is_label(tokens, i, quantity.end)
    one_or_two = lexicon.numbers.units.get(tokens.lows[i], 9) <= 2 and quantity.end == i + 1
    return not digits and one_or_two and _is_definite(tokens, i - 1)


def _is_one(tokens: Tokens, i: int) -> bool:
    return tokens.lexicon.numbers.units.get(low_at(tokens, i)) == 1


def _is_definite(tokens: Tokens, i: int) -> bool:
    word, lexicon = low_at(tokens, i), tokens.lexicon
    demonstratives = lexicon.grammar.demonstratives - lexicon.grammar.complementizers  # “said that two men …”
    return word in lexicon.things.definite or word in demonstratives


def _beside_number(tokens: Tokens, i: int, end: int) -> bool:
    """Whether "to" and another number stand before or after, as in "4 to 1"."""
    if "from" in {low_at(tokens, i - 1), low_at(tokens, i - 3)} or len(tokens[i].text) > 2:
        return False  # "rose from 30 to 45"
    after_to = i > 1 and tokens[i - 1].low == "to" and tokens[i - 2].text.isdecimal()
    return after_to or (low_at(tokens, end) == "to" and end + 1 < len(tokens) and tokens[end + 1].text.isdecimal())


def _is_label(tokens: Tokens, i: int, end: int) -> bool:
    """Whether digits that count nothing are an age after a name, or the number of a thing ("Ginbot 7")."""
    previous = tokens[i - 1] if i else None
    if previous is None or not tokens[i].text.isdecimal():
        return False
    after_name = previous.low == "," and i > 1 and tokens[i - 2].text[0].isupper()
    age = (
        len(tokens[i].text) == 2
        and after_name
        and (low_at(tokens, end) in _AFTER_AGES or low_at(tokens, end) in tokens.lexicon.numbered.after_ages)
    )
    ratio = "to" in {previous.low, low_at(tokens, end)} and _beside_number(tokens, i, end)
    return (
        age
        or ratio
        or (i > 1 and previous.text[0].isupper() and tokens[i - 2].low not in {".", ":", "?", "!", "”", "“"})
    )
