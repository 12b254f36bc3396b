"""What a figure counts and whose it is: the passage's own noun, and the fate that is told with it."""

from __future__ import annotations

from typing import NamedTuple

from digests.figures.nouns import COMPASS, DEMONYM, SINGULAR, STOPS, is_plural
from digests.text.numbers import SMALL, Token, Tokens, hyphenated, low_at, touches

_FATES = {
    "killed": "killed", "killing": "killed", "wounded": "wounded", "wounding": "wounded", "injured": "injured",
    "injuring": "injured", "captured": "captured", "capturing": "captured", "lost": "lost", "losing": "lost",
    "destroyed": "destroyed", "destroying": "destroyed", "downed": "downed", "downing": "downed",
    "intercepted": "intercepted", "intercepting": "intercepted", "arrested": "arrested", "arresting": "arrested",
    "detained": "detained", "detaining": "detained", "displaced": "displaced", "displacing": "displaced",
    "evacuated": "evacuated", "evacuating": "evacuated", "released": "released", "releasing": "released",
    "hospitalized": "hospitalized", "hospitalised": "hospitalised", "rescued": "rescued", "rescuing": "rescued",
    "abducted": "abducted", "kidnapped": "kidnapped", "executed": "executed", "damaged": "damaged",
    "damaging": "damaged", "eliminated": "eliminated", "eliminating": "eliminated", "liberated": "liberated",
    "freed": "freed", "trapped": "trapped", "taken prisoner": "taken prisoner",
}  # fmt: skip
_STATES = frozenset({"dead", "missing", "hurt", "homeless", "died", "dying"})
_BEING = frozenset({"been", "being", "be", "were", "was", "are", "is", "left", "remain", "remained"})
_BETWEEN = _BEING | frozenset(
    "have has had also reportedly believed thought to may might could feared either confirmed reported later".split()
)
_OBJECTS = frozenset("the a an his her its their our my your this that these those some more about".split())
_DETERMINERS = frozenset("the a an its his her their our all those these this that such new".split())
_FURTHER = frozenset({"other", "more", "additional", "further", "extra"})
_WHICH = frozenset({"last", "past", "first", "next", "final", "only", "remaining"})
_PRONOUNS = frozenset({"them", "those", "these", "whom", "which", "us"})
_MOST_WORDS = 6
_LOOK_BACK = 9


class Counted(NamedTuple):
    """What is counted, and whose it is."""

    what: str | None = None
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
    what = text[tokens[first].start : tokens[end - 1].end]
    fate = None if mass else _fate_after(text, tokens, end)[0] or _fate_after(text, tokens, _past_aside(tokens, end))[0]
    return Counted(f"{what} {fate}" if fate else what, party)


def _entry(tokens: Tokens, i: int, unit: str | None) -> int | None:
    """Where the noun phrase begins: past "of the", "of those being", "in" and "worth of"."""
    money = unit is not None and len(unit) == 3 and unit.isupper()
    word, after = low_at(tokens, i), low_at(tokens, i + 1)
    if unit == "share" and (tokens[i - 1].text[0].isdecimal() or tokens[i - 1].low in SMALL):  # "one in five voters"
        return i
    if word == "of" and after in _PRONOUNS:
        j = i + 2
        while low_at(tokens, j) in _BETWEEN:
            j += 1
        return j
    if money and word == "worth" and after == "of":
        word, i = after, i + 1
    if word == "of" or (money and word == "in" and low_at(tokens, i + 1) not in _DETERMINERS - {"new"}):
        i += 1
    elif unit is not None and not (unit == "share" and word in _DETERMINERS - {"a"}):
        return None
    return i if word == "in" else _past_determiners(tokens, i, of=word == "of")


def _past_determiners(tokens: Tokens, i: int, *, of: bool) -> int:
    while low_at(tokens, i) in _DETERMINERS | _FURTHER:
        i += 1
    j = i + (of and low_at(tokens, i) in _WHICH)
    number = j < len(tokens) and (tokens[j].text[0].isdecimal() or tokens[j].low in SMALL)
    return j + 1 if of and number else i  # "three of the 12 soldiers"


def _noun(text: str, tokens: Tokens, i: int, *, single: bool, mass: bool) -> tuple[int, int, str | None]:
    """The range of tokens of a noun phrase up to its head, and the nation that its adjective names."""
    first, party = i, None
    j, last = i, i
    while j < len(tokens) and j - i < _MOST_WORDS:
        token = tokens[j]
        if token.low == "s" and tokens[j - 1].text.isdecimal() and j > first and touches(tokens, j):  # "F-16s"
            return first, j + 1, party
        if hyphenated(tokens, j) or (j > first and hyphenated(tokens, j - 1)):
            j, last = j + 1, j + 1
        elif j > first and _possessive(tokens, j):  # "the union’s workers"
            j = first = last = j + 2
        elif _ends(token) or (mass and j > first and token.low.endswith(("ly", "ed"))):
            break
        elif (step := _nation(tokens, j)) and not is_plural(token.low):
            party = text[tokens[j].start : tokens[j + step - 1].end]
            j = first = last = j + step
        else:
            j, last = j + 1, j + 1
            if _is_head(token, single=single) and not hyphenated(tokens, j) and not _owns(tokens, j):
                return first, j + (is_plural(low_at(tokens, j)) and low_at(tokens, j) in _COLLECTIVES), party
    named = first < len(tokens) and tokens[first].text[0].isupper()
    return (first, last, party) if mass and not named else (first, first, party)


_COLLECTIVES = frozenset({"personnel", "members", "officials", "officers", "fighters", "people", "workers"})


def _ends(token: Token) -> bool:
    return not token.text[0].isalpha() or token.low in STOPS


def _nation(tokens: Tokens, i: int) -> int:
    """How many tokens an adjective of a nation takes: one for "Russian", two for "North Korean"."""
    second = i + 2 if hyphenated(tokens, i + 1) else i + 1
    named = second < len(tokens) and DEMONYM.fullmatch(tokens[second].text)
    if named and (low_at(tokens, i) in COMPASS and tokens[i].text[0].isupper()):
        return second - i + 1
    return 0 if hyphenated(tokens, i + 1) or not DEMONYM.fullmatch(tokens[i].text) else 1


def _possessive(tokens: Tokens, i: int) -> bool:
    return low_at(tokens, i) in {"'", "’", "‘"} and low_at(tokens, i + 1) == "s"


def _owns(tokens: Tokens, i: int) -> bool:
    """Whether the word before is no head yet: a possessive, or a name before its noun ("Sanders supporters")."""
    if _possessive(tokens, i):
        return True
    named = tokens[i - 1].text[0].isupper()
    return named and i < len(tokens) and tokens[i].text.islower() and is_plural(tokens[i].low)


def _is_head(token: Token, *, single: bool) -> bool:
    return token.low in SINGULAR if single else is_plural(token.low)


def _fate_after(text: str, tokens: Tokens, i: int) -> tuple[str | None, int]:
    """The fate told of what was counted, such as "killed or injured"; a verb with an object is none."""
    j, passive = i, False
    while j < len(tokens) and tokens[j].low in _BETWEEN and j - i < _MOST_WORDS:
        passive = passive or tokens[j].low in _BEING
        j += 1
    first, end = j, _fate(tokens, j)
    if not end:
        return None, i
    while low_at(tokens, end) in {"or", "and", ","} and (again := _fate(tokens, end + 1)):
        end = again
    object_follows = end < len(tokens) and (
        tokens[end].low in _OBJECTS | SMALL.keys()
        or (tokens[end].low, low_at(tokens, end + 1)) == ("at", "least")
        or tokens[end].text[0].isdecimal()
        or tokens[end].text[0].isupper()
    )
    active = not passive and low_at(tokens, first) not in _STATES and (first > i or object_follows)
    return (None, i) if active else (text[tokens[first].start : tokens[end - 1].end], end)


def _past_aside(tokens: Tokens, i: int) -> int:
    """The index after ", including two children," where a passive verb follows it."""
    if low_at(tokens, i) != "," or low_at(tokens, i + 1) not in {"including", "among", "most", "mostly", "all"}:
        return i
    for j in range(i + 2, min(i + _LOOK_BACK, len(tokens) - 1)):
        if tokens[j].low == ",":
            return j + 1 if tokens[j + 1].low in _BETWEEN else i
    return i


def _fate(tokens: Tokens, i: int) -> int:
    """The index after a participle that tells a fate, or 0."""
    word = low_at(tokens, i)
    if word in _STATES or _FATES.get(word) == word:
        return i + 1
    return i + 2 if (word, low_at(tokens, i + 1)) in {("shot", "down"), ("taken", "prisoner")} else 0


def fate_before(tokens: Tokens, i: int) -> str | None:
    """The fate that a verb before the number tells: "killing 12 people", "shot down 30 drones"."""
    if (low_at(tokens, i - 2), low_at(tokens, i - 1)) in {("shot", "down"), ("shooting", "down")}:
        return "shot down"
    return _FATES.get(low_at(tokens, i - 1))


def toll_before(text: str, tokens: Tokens, i: int) -> str | None:
    """What "the death toll rose to 45" and "the number of dead is 12" count, which stands before the number."""
    for j in range(i - 1, max(0, i - _LOOK_BACK), -1):
        if tokens[j].low in {".", ";", "!", "?"}:
            return None
        if tokens[j].low == "toll" and tokens[j - 1].text[0].isalpha():
            return text[tokens[j - 1].start : tokens[j].end]
        if tokens[j].low == "number" and low_at(tokens, j + 1) == "of":
            return counted_after(text, tokens, j + 1, single=False, unit=None).what
    return None
