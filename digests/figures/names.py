"""Numbers that are no quantities: dates, clock times, ordinals, ages, scores, telephone numbers and names."""

from __future__ import annotations

import re

from digests.figures.nouns import is_plural
from digests.figures.units import unit_after
from digests.text.numbers import SCALES, SMALL, Number, Token, Tokens, hyphenated, low_at, touches

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)
#: what begins at a digit and is no quantity
_AT = re.compile(
    r"\d{1,6}(?:st|nd|rd|th)\b"
    r"|\d{1,4}['’]?s\b"
    r"|\d{1,2}(?:[:.h]\d\d)?(?::\d\d)?\s?(?:[ap]m\b|[ap]\.m\.|GMT\b|UTC\b|[AP]M\b|[AP]\.M\.|o['’]clock)"
    r"|\d{1,2}[:h]\d\d(?!\d)"
    r"|\d+[/:]\d+(?:[/:]\d+){0,3}"
    r"|\d{1,6}(?:[-‑.]\d{1,6}){2,12}"
    r"|\d{3}[-‑]\d{4}(?!\d)"
    r"|\d{1,5} (?:[A-Z][a-z.]+ )?(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][a-z]+) "
    r"(?:Street|St\.|Avenue|Ave\.|Road|Boulevard)"
    rf"|\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?\s(?:of\s)?{_MONTH}\b(?!-)"
)
#: what, ending just before a digit, makes the number part of a name or a date
_BEFORE = re.compile(
    r"(?:[^\W\d_][-‑–/_.]?|\d[-–/:.]|[#@/:_]|\b[Nn]os?\.\s?|\bNo\s|[^\w\s][’'](?=$)|\s[’'](?=$)"
    rf"|\b{_MONTH}\.?\s(?:\d{{1,2}}(?:\s?[-–]\s?|\sand\s|\sto\s|\sor\s|,\s(?=$)))?"
    r"|\b(?:[Aa]ge[ds]?|(?:younger|older) than|(?:people|those|anyone|men|women|adults|children|voters) (?:under|over)|"
    r"[Aa]rticles?|[Rr]esolutions?|[Ss]ections?|[Rr]outes?|[Hh]ighway|[Ii]nterstate|[Ff]light|[Cc]hapters?|"
    r"[Pp]ages?|[Pp]aragraphs?|[Aa]nnex|[Pp]recinct|[Vv]erses?|[Pp]roposition|[Aa]mendment|Boeing|Airbus|Channel|Level|"
    r"Phase|Title|Type|Model|Group of|Class of|Big|Room|Suite|Apollo|Falcon|Area|District|Prop\.|Rule|Clause|Protocol|"
    r"Order|Directive|Regulation|Squadron|Line|Gate|Terminal|Pier|Building|Block|Ward|Camp|Version|Windows|Formula|"
    r"Grade|Number|Psalms?|Lot|Box|Unit|Appendix|Figure|Table|Item|Step|Part|Episode|Season|Volume|Vol\.|Super Bowl|"
    r"World War|Bill|Law|Tier|Day|Week|Year|Fox|NBC|ABC|CBS|Exit|Studio|Agenda|Vision|Project|Euro|Act|Point|Ephesians|"
    r"Corinthians|Matthew|Luke|Mark|John|Genesis|Exodus|Bloc|Brigade|Battalion|Unit|Chapter|Catch|Oslo|Minsk)\s)$"
)
_YEAR_CONTEXT = frozenset(
    "in since by until till of from during through before after early late mid the this last next his her its their "
    "our campaign election back between year s fall summer spring winter fiscal circa and to as".split()
)
_CHAIN = re.compile(r"[\d.,:/–‑-]*\d\w*")
_LOOK_BACK = 24
_YEARS = range(1500, 2101)


def name_end(text: str, tokens: Tokens, i: int) -> int:
    """The offset where the name, date or time that holds this row of digits ends; 0 where it is a quantity."""
    token = tokens[i]
    found = _AT.match(text, token.start)
    if found:
        return found.end()
    before = _BEFORE.search(text, max(0, token.start - _LOOK_BACK), token.start)
    if before is None or _counts_on(before[0], token):
        return token.end if _is_year(tokens, i) or _glued(tokens, i + 1) or _score(tokens, i) else 0
    chain = _CHAIN.match(text, token.start)
    return chain.end() if chain else token.end


def _counts_on(before: str, token: Token) -> bool:
    """Whether a number stands after a whole date, as in "on Feb. 6, 300 people"."""
    return before.endswith(", ") and not _year_like(token)


def _year_like(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdecimal() and int(token.text) in _YEARS


def _is_year(tokens: Tokens, i: int) -> bool:
    """Whether four digits are a year: "the 2016 election", but not "2000 soldiers" or "2000 km"."""
    if not _year_like(tokens[i]):
        return False
    if (
        unit_after(tokens, Number(1.0, i + 1))
        or low_at(tokens, i + 1) in SCALES
        or low_at(tokens, i - 1) in {"$", "€", "£"}
    ):
        return False
    return low_at(tokens, i - 1) in _YEAR_CONTEXT | {"", ".", ":"} or not is_plural(low_at(tokens, i + 1))


def _glued(tokens: Tokens, i: int) -> bool:
    """Whether letters that are no unit or scale stick to the digits, as in "3D" and "4x4"."""
    if not touches(tokens, i) or not tokens[i].text[0].isalpha():
        return False
    return not (tokens[i].text in {"k", "K", "m", "M", "b", "B"} or tokens[i].low in SCALES) and not unit_after(
        tokens, Number(1.0, i)
    )


def _score(tokens: Tokens, i: int) -> bool:
    """Whether the digits are a score or a vote, "51-49", or half of one."""
    if low_at(tokens, i + 1) not in {"-", "–"} or not touches(tokens, i + 1) or not touches(tokens, i + 2):
        return False
    after = tokens[i + 2].text.replace(",", "")
    first = tokens[i].text.replace(",", "")
    return after.isdecimal() and first.isdecimal() and len(after) <= len(first) and int(after[:15]) <= int(first[:15])


def is_name(tokens: Tokens, first: int, end: int) -> bool:
    """Whether number words are part of a name or an age: "Group of Seven", "the Five Eyes", "a 45-year-old"."""
    word = tokens[first]
    if word.low == "one" and low_at(tokens, first - 1) == "at" and low_at(tokens, end) in {"point", "time"}:
        return True
    if "old" in {low_at(tokens, end), low_at(tokens, end + 1) if hyphenated(tokens, end) else ""}:
        return True
    if word.low not in SMALL or not word.text[0].isupper() or word.text.isupper():
        return False
    return first > 0 and (tokens[first - 1].text[-1].isalpha() or tokens[first - 1].low == "-")
