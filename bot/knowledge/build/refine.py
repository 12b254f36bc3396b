"""Choosing the names by which a place is found, and the name by which it is shown."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from statistics import median
from typing import Any

from bot.knowledge.build.sources import Row
from digests.text.folding import fold

#: Alternate names are kept for cities of this size, and from `_SMALL` on if they are long enough to be telling.
_LARGE, _SMALL, _TELLING = 15_000, 2_000, 5

#: Where the main name is English already, alternate names are old or local, unless the city is known abroad.
_ENGLISH, _RENOWNED = frozenset({"US", "CA", "GB", "IE", "AU", "NZ"}), 500_000

_TYPES = (
    "oblast region province governorate prefecture state district county department raion rayon krai territory parish "
    "canton republic municipality voivodeship metropolis city division community emirate okrug"
).split()
_TYPE_LAST = re.compile(rf"^(?P<stem>.+?) (?:{'|'.join(_TYPES)})$", re.IGNORECASE)
_TYPE_FIRST = re.compile(
    rf"^(?:The )?(?:{'|'.join(_TYPES)}|Autonomous Republic|Federal District) of (?P<stem>.+)$", re.IGNORECASE
)
#: Latin letters that no decomposition makes plain.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a"})
_LATIN_OR_CYRILLIC = re.compile(
    r"^(?:[\W\d_]|[A-Za-z\u00c0-\u024f\u1e00-\u1eff\u0400-\u052f\u02b9-\u02bf\u0300-\u036f])+$"
)


def fill_upwards(cities: list[Row]) -> None:
    """Give every subdivision the population of its cities, and places without a point the middle of theirs."""
    cities_within: dict[int, list[Row]] = defaultdict(list)
    parents: dict[int, Row] = {}
    for city in cities:
        parent = city.parent
        while parent is not None:
            cities_within[parent.id].append(city)
            parents[parent.id] = parent
            parent = parent.parent
    for place_id, inner_cities in cities_within.items():
        row = parents[place_id]
        if row.kind != "country":
            row.population = sum(city.population for city in inner_cities)
        if row.lat is None:
            row.lat, row.lon = (
                _middle([c.lat or 0.0 for c in inner_cities]),
                _middle([c.lon or 0.0 for c in inner_cities]),
            )


def _middle(values: list[float]) -> float:
    low, high = min(values), max(values)
    return median(values) if high - low > 90 else (low + high) / 2


def name_provinces(districts: Iterable[Row], words: set[str]) -> None:
    """Tell a province from its city by the name shown: “Donetsk” becomes “Donetsk Oblast” where that is known."""
    for row in districts:
        if row.kind != "admin1":
            continue
        typed_names = [name for name in row.other_names if _TYPE_LAST.match(name) and name.startswith(f"{row.label} ")]
        if typed_names:
            row.label = min(typed_names, key=len)
            row.main_names.append(row.label)
        for name in (row.label, *row.other_names):
            stem = _TYPE_LAST.match(name) or _TYPE_FIRST.match(name)
            if stem and fold(stem["stem"]) not in words:
                row.main_names.append(stem["stem"])


def place_regions(regions: Iterable[Row], rows: Iterable[Row], extra: dict[str, Any]) -> None:
    """Put regions into what they lie in, and what they hold into them."""
    by_id = {row.id: row for row in (*rows, *regions)}
    for region in extra["region"]:
        row = by_id[region["id"]]
        row.parent = by_id.get(region.get("inside", 0))
        row.country = row.parent.country if row.parent else ""
        for place_id in region.get("holds", ()):
            by_id[place_id].parent = row


def add_extra_names(rows: Iterable[Row], extra: dict[str, Any]) -> None:
    """Names of places and peoples that the sources lack, by GeoNames id."""
    for row in rows:
        row.main_names += extra["names"].get(str(row.id), [])
        row.demonyms += extra["demonyms"].get(str(row.id), [])


def keys_of(row: Row) -> tuple[list[str], list[str]]:
    """The folded main names of a place and its other ones, none twice."""
    main_keys = list(dict.fromkeys(key for name in (row.label, *row.main_names) for key in _folded(name)))
    worth = row.kind != "city" or row.population >= _SMALL
    other_keys = dict.fromkeys(key for name in row.other_names if worth and _usable(name, row) for key in _folded(name))
    return main_keys, [key for key in other_keys if key not in main_keys]


def _folded(name: str) -> Iterator[str]:
    key = fold(name)
    if key:
        yield key
    plain_key = "".join(c for c in unicodedata.normalize("NFKD", key.translate(_LETTERS)) if c.isascii())
    if plain_key != key and plain_key:
        yield plain_key


def _usable(name: str, row: Row) -> bool:
    """Whether an alternate name is a name: no code, no transliteration of a transliteration."""
    if not name or not name[0].isupper() or not _LATIN_OR_CYRILLIC.match(name):
        return False
    if row.kind == "city" and row.country in _ENGLISH and row.population < _RENOWNED:
        return False
    length = len(fold(name))
    if row.kind == "city" and row.population < _LARGE:
        return length >= _TELLING
    return length > 3


#: Countries whose names are romanised with marks that English news leaves out.
_ROMANISED = frozenset(
    "AE AF AM BD BG BH BY CN DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MK MM MN MR NP OM "
    "PK PS QA RS RU SA SD SY TH TJ TN TW UA YE".split()
)


def spell_plainly(rows: Iterable[Row]) -> None:
    """Show the spelling that English news uses: no marks, and Ukraine's own romanisation where it is known."""
    for row in rows:
        if row.country in _ROMANISED:
            row.main_names.append(row.label)
            decomposed = re.sub(r"[’‘'ʼ`]", "", unicodedata.normalize("NFKD", row.label))
            row.label = "".join(c for c in decomposed if not unicodedata.combining(c))
        if row.country == "UA" and row.kind == "city":
            plain_label = re.sub(r"(?<=[^aeiouyAEIOUY])y(?=[aeu])", "i", row.label.replace("iyi", "ii"))
            other_keys = {fold(name) for name in row.other_names}
            row.label = plain_label if fold(plain_label) in other_keys else row.label
