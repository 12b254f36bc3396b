"""The few rewrites that a line may make of a passage's words; the gate knows the same table."""

from __future__ import annotations

import re

from digests.lexicon import ENGLISH

_NUMBERS = {word: str(value) for word, value in ENGLISH.numbers.units.items() if value <= 20}
_UNITS = {
    "kilometer": "km", "kilometers": "km", "kilometre": "km", "kilometres": "km",
    "mile": "mi", "miles": "mi", "percent": "%", "per cent": "%",
}  # fmt: skip
_COMPASS = {
    "southeast": "SE", "southwest": "SW", "northeast": "NE", "northwest": "NW",
    "north": "N", "south": "S", "east": "E", "west": "W",
}  # fmt: skip

_MEASURE = re.compile(
    rf"\b(?P<number>\d[\d,.]*|{'|'.join(_NUMBERS)})[ -](?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
#: Only before a number, and not after one: “twice as much as last year” is no upper bound.
_AS_MUCH_AS = re.compile(
    r"(?<!\btwice )(?<!\btimes )(?<!\bhalf )(?<!\bnot )\bas (?:much|many) as\b"
    rf"(?=\s+(?:an? (?:dozen|hundred|thousand|third|quarter)|half\b|[$€£]?\d|(?:{'|'.join(_NUMBERS)}|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|(?:m|b|tr)illions?|three-\w+|two-\w+|\w+ty-\w+)\b))",
    re.IGNORECASE,
)
_TO_THE = re.compile(rf"\bto the (?P<point>{'|'.join(_COMPASS)}) of\b", re.IGNORECASE)


def rewrite(text: str) -> str:
    """Write measures with symbols, “as much as” a number as “up to”, and “to the southeast of” as “SE of”."""
    text = _MEASURE.sub(_measure, text)
    text = _AS_MUCH_AS.sub("up to", text)
    return _TO_THE.sub(lambda m: f"{_COMPASS[m['point'].lower()]} of", text)


def _measure(match: re.Match[str]) -> str:
    number = _NUMBERS.get(match["number"].lower(), match["number"])
    unit = _UNITS[match["unit"].lower()]
    return f"{number}{'' if unit == '%' else ' '}{unit}"
