"""What a figure counts and whose it is: the passage's own noun, and the fate that is told with it."""

from __future__ import annotations

import functools
from typing import NamedTuple

from digests.figures.nouns import demonym, determiners, is_plural, stops
from digests.lexicon import Lexicon
from digests.text.numbers import Token, Tokens, hyphenated, low_at, touches

_MOST_WORDS = 6
_LOOK_BACK = 9


class Counted(NamedTuple):
    """What is counted, and whose it is."""

    noun: str | None = None
    party: str | None = None


def counted_after(text: str, tokens: Tokens, i: int, *, single: bool, unit: str | None) -> Counted:
    """Read the noun that follows a number, with its party and the fate told after it.

    Args:
        text: The text.
        tokens: The text's tokens.
        i: The index after the number and its unit.
        single: The number is one, so that the noun stands in the singular.
        unit: The number's unit; what is measured need not be a plural ("tons of grain", "half of the territory").
    """
    mass = unit is not None
    j = _entry(tokens, i, unit)
    if j is None:
        return Counted()
    fate, _ = _fate_after(text, tokens, j)
    if fate:
        return Counted(fate)
    first, end, party = _noun(text, tokens, j, single=single, mass=mass)
    if first == end:
        return Counted(None, party)
    noun = text[tokens[first].start : tokens[end - 1].end]
    fate = None if mass else _fate_after(text, tokens, end)[0] or _fate_after(text, tokens, _past_aside(tokens, end))[0]
    return Counted(f"{noun} {fate}" if fate else noun, party)


def _entry(tokens: Tokens, i: int, unit: str | None) -> int | None:
    """Where the noun phrase begins: past "of the", "of those being", "in" and "worth of"."""
    lexicon = tokens.lexicon
    money = unit is not None and len(unit) == 3 and unit.isupper()
    word, next_word = low_at(tokens, i), low_at(tokens, i + 1)
    if unit == "share" and (tokens[i - 1].text[0].isdecimal() or tokens.lows[i - 1] in lexicon.numbers.units):
        return i  # "one in five voters"
    if word == "of" and next_word in lexicon.things.back_references:
        j = i + 2
        while low_at(tokens, j) in _between(lexicon):
            j += 1
        return j
    if money and word in lexicon.units.worth and next_word == "of":
        word, i = next_word, i + 1
    known = determiners(lexicon)
    if word == "of" or (money and word == "in" and low_at(tokens, i + 1) not in known):
        i += 1
    elif unit is not None and not (unit == "share" and word in known):
        return None
    return i if word == "in" else _past_determiners(tokens, i, partitive=word == "of")


def _past_determiners(tokens: Tokens, i: int, *, partitive: bool) -> int:
    lexicon = tokens.lexicon
    while low_at(tokens, i) in determiners(lexicon) or low_at(tokens, i) in lexicon.things.more_of_it:
        i += 1
    j = i + (partitive and low_at(tokens, i) in lexicon.things.picking)
    number = j < len(tokens) and (tokens[j].text[0].isdecimal() or tokens.lows[j] in lexicon.numbers.units)
    return j + 1 if partitive and number else i  # "three of the 12 soldiers"


@functools.cache
def _suffering(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.grammar.be_finite | lexicon.grammar.be_other | lexicon.fates.suffering


@functools.cache
def _between(lexicon: Lexicon) -> frozenset[str]:
    return _suffering(lexicon) | lexicon.fates.connectors


def _noun(text: str, tokens: Tokens, i: int, *, single: bool, mass: bool) -> tuple[int, int, str | None]:
    """The range of tokens of a noun phrase up to its head, and the nation that its adjective names."""
    lexicon, first, party = tokens.lexicon, i, None
    j, last = i, i
    while j < len(tokens) and j - i < _MOST_WORDS:
        token = tokens[j]
        if token.low == "s" and tokens[j - 1].text.isdecimal() and j > first and touches(tokens, j):  # "F-16s"
            return first, j + 1, party
        if hyphenated(tokens, j) or (j > first and hyphenated(tokens, j - 1)):
            j, last = j + 1, j + 1
        elif j > first and _possessive(tokens, j):  # "the union’s workers"
            j = first = last = j + 2
        elif _ends(token, lexicon) or (mass and j > first and token.low.endswith(("ly", "ed"))):
            break
        elif (step := _nation(tokens, j)) and not is_plural(token.low, lexicon):
            party = text[tokens[j].start : tokens[j + step - 1].end]
            j = first = last = j + step
        else:
            j, last = j + 1, j + 1
            if _is_head(token, lexicon, single=single) and not hyphenated(tokens, j) and not _owns(tokens, j):
                grouped = low_at(tokens, j) in lexicon.things.groups and is_plural(low_at(tokens, j), lexicon)
                return first, j + grouped, party
    proper = first < len(tokens) and tokens[first].text[0].isupper()
    return (first, last, party) if mass and not proper else (first, first, party)


def _ends(token: Token, lexicon: Lexicon) -> bool:
    return not token.text[0].isalpha() or token.low in stops(lexicon)


def _nation(tokens: Tokens, i: int) -> int:
    """How many tokens an adjective of a nation takes: one for "Russian", two for "North Korean"."""
    second = i + 2 if hyphenated(tokens, i + 1) else i + 1
    adjective = demonym(tokens.lexicon)
    opens = low_at(tokens, i) in tokens.lexicon.things.demonym_openings and tokens[i].text[0].isupper()
    if opens and second < len(tokens) and adjective.fullmatch(tokens[second].text):
        return second - i + 1
    return 0 if hyphenated(tokens, i + 1) or not adjective.fullmatch(tokens[i].text) else 1


def _possessive(tokens: Tokens, i: int) -> bool:
    return low_at(tokens, i) in {"'", "’", "‘"} and low_at(tokens, i + 1) == "s"


def _owns(tokens: Tokens, i: int) -> bool:
    """Whether the word before is no head yet: a possessive, or a name before its noun ("Sanders supporters")."""
    if _possessive(tokens, i):
        return True
    proper = tokens[i - 1].text[0].isupper()
    return proper and i < len(tokens) and tokens[i].text.islower() and is_plural(tokens[i].low, tokens.lexicon)


def _is_head(token: Token, lexicon: Lexicon, *, single: bool) -> bool:
    return token.low in lexicon.things.singulars if single else is_plural(token.low, lexicon)


def _fate_after(text: str, tokens: Tokens, i: int) -> tuple[str | None, int]:
    """The fate told of what was counted, such as "killed or injured"; a verb with an object is none."""
    lexicon, j, passive = tokens.lexicon, i, False
    while j < len(tokens) and tokens.lows[j] in _between(lexicon) and j - i < _MOST_WORDS:
        passive = passive or tokens.lows[j] in _suffering(lexicon)
        j += 1
    first, end = j, _fate(tokens, j)
    if not end:
        return None, i
    joining = lexicon.grammar.choosing
    while (low_at(tokens, end) == "," or low_at(tokens, end) in joining) and (again := _fate(tokens, end + 1)):
        end = again
    object_follows = end < len(tokens) and (
        tokens.lows[end] in _object_openings(lexicon)
        or tuple(tokens.lows[end : end + 2]) in lexicon.numbers.bounds_before
        or tokens[end].text[0].isdecimal()
        or tokens[end].text[0].isupper()
    )
    active = not passive and low_at(tokens, first) not in lexicon.fates.states and (first > i or object_follows)
    return (None, i) if active else (text[tokens[first].start : tokens[end - 1].end], end)


@functools.cache
def _object_openings(lexicon: Lexicon) -> frozenset[str]:
    grammar = lexicon.grammar
    return lexicon.fates.object_openings.union(
        grammar.articles,
        grammar.demonstratives,
        grammar.third_possessives,
        grammar.speaking_possessives,
        lexicon.numbers.units,
    )


def _past_aside(tokens: Tokens, i: int) -> int:
    """The index after ", including two children," where a passive verb follows it."""
    if low_at(tokens, i) != "," or low_at(tokens, i + 1) not in tokens.lexicon.things.asides:
        return i
    for j in range(i + 2, min(i + _LOOK_BACK, len(tokens) - 1)):
        if tokens[j].low == ",":
            return j + 1 if tokens.lows[j + 1] in _between(tokens.lexicon) else i
    return i


def _fate(tokens: Tokens, i: int) -> int:
    """The index after a participle that tells a fate, or 0."""
    fates, word = tokens.lexicon.fates, low_at(tokens, i)
    if word in fates.states or fates.forms.get(word) == word:
        return i + 1
    following = low_at(tokens, i + 1)
    return i + 2 if fates.phrases.get((word, following)) == f"{word} {following}" else 0


def fate_before(tokens: Tokens, i: int) -> str | None:
    """The fate that a verb before the number tells: "killing 12 people", "shot down 30 drones"."""
    fates, word = tokens.lexicon.fates, low_at(tokens, i - 1)
    return fates.phrases.get((low_at(tokens, i - 2), word)) or fates.forms.get(word)


def toll_before(text: str, tokens: Tokens, i: int) -> str | None:
    """What "the death toll rose to 45" and "the number of dead is 12" count, which stands before the number."""
    for j in range(i - 1, max(0, i - _LOOK_BACK), -1):
        if tokens[j].low in {".", ";", "!", "?"}:
            return None
        if tokens.lows[j] in tokens.lexicon.things.tolls and tokens[j - 1].text[0].isalpha():
            return text[tokens[j - 1].start : tokens[j].end]
        if tokens.lows[j] in tokens.lexicon.things.totals and low_at(tokens, j + 1) == "of":
            return counted_after(text, tokens, j + 1, single=False, unit=None).noun
    return None
