"""From the gazetteer's shipped text to the columns of a `Table`; all at once with arrays, never name by name."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from digests.places.table import ALTERNATE, DEMONYM, KINDS, MAIN, OTHER, Array, hash_spans

#: The shipped texts, by the name under which `unpack` wants them.
TEXTS = ("places", "labels", "names", "words")

_LINE = ord("\n")
#: What stands before a name says what form of name it is.
_MARKS = {"~": OTHER, "|": MAIN, "^": DEMONYM}
_STEPPED = {"ids", "parents", "countries", "lats", "lons", "capitals"}

#: How much likelier a name means a place of each kind than a city of the same population, in powers of ten.
_LIKELIER = {"country": 3.0, "region": 1.5, "admin1": 0.0, "admin2": -1.0, "city": 0.0}
_CAPITAL = 1.5


def unpack(texts: Mapping[str, bytes]) -> dict[str, Array]:
    """The columns of a table from the shipped texts; raises ValueError or KeyError if they are not those."""
    columns = _numbers(texts["places"])
    columns |= _labels(texts["labels"], len(columns["ids"]))
    columns |= _names(texts["names"], columns)
    columns |= _traits(texts["words"])
    return columns


def _numbers(text: bytes) -> dict[str, Array]:
    raw: dict[str, Array] = {}
    for line in text.splitlines():
        name, _, numbers = line.decode().partition(" ")
        values = np.fromstring(numbers, np.int64, sep=" ")
        raw[name] = np.cumsum(values) if name in _STEPPED else values
    capitals = np.zeros(len(raw["ids"]), np.uint8)
    capitals[raw["capitals"]] = 1
    likelier = np.array([_LIKELIER[kind] for kind in KINDS])[raw["kinds"]]
    by_id = np.argsort(raw["ids"], kind="stable")
    return {
        "ids": raw["ids"].astype(np.int32),
        "ids_sorted": raw["ids"][by_id].astype(np.int32),
        "ids_rows": by_id.astype(np.int32),
        "parents": raw["parents"].astype(np.int32),
        "kinds": raw["kinds"].astype(np.uint8),
        "countries": raw["countries"].astype(np.uint16),
        "populations": raw["populations"].astype(np.uint32),
        "capitals": capitals,
        "priors": (np.log10(raw["populations"] + 10.0) + likelier + _CAPITAL * capitals).astype(np.float32),
        "lats": _degrees(raw["lats"]),
        "lons": _degrees(raw["lons"]),
    }


def _degrees(thousandths: Array) -> Array:
    degrees = thousandths / 1000
    return np.where(np.abs(degrees) > 180, np.nan, degrees).astype(np.float32)


def _labels(text: bytes, count: int) -> dict[str, Array]:
    data = np.frombuffer(text, np.uint8)
    ends = np.flatnonzero(data == _LINE)
    if len(ends) != count:
        raise ValueError(f"{count} places but {len(ends)} labels")
    first = np.concatenate([[0], ends - np.arange(count)]).astype(np.uint32)
    return {"label_first": first, "labels": data[data != _LINE]}


def _spans(text: bytes) -> tuple[Array, Array, Array]:
    """The hash, line number and form of each name."""
    data = np.frombuffer(text, np.uint8)
    form_of = np.full(256, -1, np.int8)
    form_of[_LINE] = len(_MARKS)
    for mark, form in _MARKS.items():
        form_of[ord(mark)] = form
    breaks = np.flatnonzero(form_of[data] >= 0)
    forms = form_of[data[breaks]]
    opening = np.flatnonzero(forms < len(_MARKS))
    lines = np.cumsum(forms == len(_MARKS))[opening]
    hashes = hash_spans(data, breaks[opening] + 1, breaks[opening + 1])
    return hashes, lines, forms[opening]


def _names(text: bytes, columns: Mapping[str, Array]) -> dict[str, Array]:
    hashes, rows, forms = _spans(text)
    order = np.lexsort((ALTERNATE * (forms == OTHER) - columns["priors"][rows], hashes))
    hashes = hashes[order]
    first = np.flatnonzero(np.concatenate([[True], hashes[1:] != hashes[:-1]]))
    return {
        "name_keys": hashes[first],
        "name_first": np.append(first, len(hashes)).astype(np.uint32),
        "name_rows": rows[order].astype(np.uint32),
        "name_forms": forms[order].astype(np.uint8),
    }


def _traits(text: bytes) -> dict[str, Array]:
    hashes, lines, _ = _spans(text)
    flags = (1 << lines).astype(np.uint8)
    keys, positions = np.unique(hashes, return_inverse=True)
    traits = np.zeros(len(keys), np.uint8)
    np.bitwise_or.at(traits, positions, flags)
    return {"trait_keys": keys, "traits": traits}
