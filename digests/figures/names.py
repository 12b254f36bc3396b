"""Numbers that are no quantities: dates, clock times, ordinals, ages, scores, telephone numbers and names."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.figures.nouns import is_plural
from digests.figures.units import unit_after
from digests.lexicon import Lexicon, either
from digests.text.numbers import Number, Token, Tokens, hyphenated, low_at, touches

_CHAIN = re.compile(r"[\d.,:/–‑-]*\d\w*")
_LOOK_BACK = 24
_YEARS = range(1500, 2101)


class _Patterns(NamedTuple):
    """What makes a number part of a name, a date or a time."""

    following: re.Pattern[str]  #: what begins at a digit and is no quantity
    leading: re.Pattern[str]  #: what ends just before a digit that is none


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    calendar, names = lexicon.calendar, lexicon.numbered
    month = either(map(str.capitalize, (*calendar.months, *calendar.month_shorts)))
    numbering = [word.capitalize() for word in lexicon.texts.numbering]
    ordinal, number = either(lexicon.numbers.ordinal_endings), either(lexicon.texts.numbering)
    following = re.compile(
        rf"\d{{1,6}}(?:{ordinal})\b"
        r"|\d{1,4}['’]?s\b"
        rf"|\d{{1,2}}(?:[:.h]\d\d)?(?::\d\d)?\s?(?:{either(names.clocks)})(?!\w)"
        r"|\d{1,2}[:h]\d\d(?!\d)"
        r"|\d+[/:]\d+(?:[/:]\d+){0,3}"
        r"|\d{1,6}(?:[-‑.]\d{1,6}){2,12}"
        r"|\d{3}[-‑]\d{4}(?!\d)"
        rf"|\d{{1,5}} (?:[A-Z][a-z.]+ )?(?:\d{{1,3}}(?:{ordinal})|[A-Z][a-z]+) (?:{either(names.streets)})"
        rf"|\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?\s(?:(?:{either(lexicon.grammar.genitives)})\s)?(?:{month})\b(?!-)"
    )
    leading = re.compile(
        rf"(?:[^\W\d_][-‑–/_.]?|\d[-–/:.]|[#@/:_]|(?i:\b(?:{number})\.)\s?|[^\w\s][’'](?=$)|\s[’'](?=$)"
        rf"|\b(?:{month})\.?\s(?:\d{{1,2}}(?:\s?[-–]\s?|\s(?:{either(names.joiners)})\s|,\s(?=$)))?"
        rf"|\b(?:(?i:{either(names.ages, names.nouns)})|{either(names.names, numbering)})\s)$"
    )
    return _Patterns(following, leading)


def name_end(text: str, tokens: Tokens, i: int) -> int:
    """The offset where the name, date or time that holds this row of digits ends; 0 where it is a quantity."""
    token = tokens[i]
    patterns = _patterns(tokens.lexicon)
    match = patterns.following.match(text, token.start)
    if match:
        return match.end()
    prefix = patterns.leading.search(text, max(0, token.start - _LOOK_BACK), token.start)
    if prefix is None or _counts_on(prefix[0], token):
        return token.end if _is_year(tokens, i) or _glued(tokens, i + 1) or _score(tokens, i) else 0
    chain = _CHAIN.match(text, token.start)
    return chain.end() if chain else token.end


def _counts_on(prefix: str, token: Token) -> bool:
    """Whether a number stands after a whole date, as in "on Feb. 6, 300 people"."""
    return prefix.endswith(", ") and not _year_like(token)


def _year_like(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdecimal() and int(token.text) in _YEARS


def _is_year(tokens: Tokens, i: int) -> bool:
    """Whether four digits are a year: "the 2016 election", but not "2000 soldiers" or "2000 km"."""
    lexicon = tokens.lexicon
    if not _year_like(tokens[i]):
        return False
    if (
        unit_after(tokens, Number(1.0, i + 1))
        or low_at(tokens, i + 1) in lexicon.numbers.scales
        or low_at(tokens, i - 1) in {"$", "€", "£"}
    ):
        return False
    previous = low_at(tokens, i - 1)
    is_dated = previous in {"", ".", ":"} or previous in lexicon.calendar.before_years
    return is_dated or not is_plural(low_at(tokens, i + 1), lexicon)


def _glued(tokens: Tokens, i: int) -> bool:
    """Whether letters that are no unit or scale stick to the digits, as in "3D" and "4x4"."""
    if not touches(tokens, i) or not tokens[i].text[0].isalpha():
        return False
    numbers, word = tokens.lexicon.numbers, tokens.lows[i]
    return not (word in numbers.letter_scales or word in numbers.scales or unit_after(tokens, Number(1.0, i)))


def _score(tokens: Tokens, i: int) -> bool:
    """Whether the digits are a score or a vote, "51-49", or half of one."""
    if low_at(tokens, i + 1) not in {"-", "–"} or not touches(tokens, i + 1) or not touches(tokens, i + 2):
        return False
    second = tokens[i + 2].text.replace(",", "")
    first = tokens[i].text.replace(",", "")
    return (
        second.isdecimal() and first.isdecimal() and len(second) <= len(first) and int(second[:15]) <= int(first[:15])
    )


def is_name(tokens: Tokens, first: int, end: int) -> bool:
    """Whether number words are part of a name or an age: "Group of Seven", "the Five Eyes", "a 45-year-old"."""
    word, lexicon = tokens[first], tokens.lexicon
    occasion = low_at(tokens, first - 1) == "at" and low_at(tokens, end) in lexicon.numbered.occasions
    if occasion and lexicon.numbers.units.get(word.low) == 1:
        return True
    if low_at(tokens, end + 1 if hyphenated(tokens, end) else end) in lexicon.numbered.aged:
        return True
    if word.low not in lexicon.numbers.units or not word.text[0].isupper() or word.text.isupper():
        return False
    return first > 0 and (tokens[first - 1].text[-1].isalpha() or tokens[first - 1].low == "-")
