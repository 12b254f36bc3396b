"""What of a record may be left open: dates that are none, lists without end, fields that we do not know."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from bot.records.dates import read_moment
from bot.records.errors import Path
from bot.records.record import LIST_LIMIT

_DATES = ("date_published", "date_modified")
_LISTS = ("author", "tags", "derived_from", "corrections")


class Doubt(NamedTuple):
    """Something that a record leaves unsure: where it stands, and how it was read."""

    path: Path
    reason: str


def lenient(fields: Mapping[str, Any]) -> tuple[dict[str, Any], list[Doubt]]:
    """The fields without what cannot be read and need not be, and what that was.

    The date of an embargo is left as it is: nothing may be printed because nobody could read it.
    """
    lean, doubts = dict(fields), list[Doubt]()
    for name in _DATES:
        if name in lean and (reason := _not_a_date(lean[name])):
            del lean[name]
            doubts += [Doubt((name,), f"{reason}; kept as date unknown")] if str(fields[name]).strip() else []
    for name in _LISTS:
        entries = lean.get(name)
        if isinstance(entries, list) and len(entries) > LIST_LIMIT:
            lean[name] = entries[:LIST_LIMIT]
            doubts.append(Doubt((name,), f"holds {len(entries):,} entries; the first {LIST_LIMIT} are kept"))
    if isinstance(lean.get("corrections"), list):
        lean["corrections"] = [_correction(part, n, doubts) for n, part in enumerate(lean["corrections"])]
    return lean, doubts


def _not_a_date(value: object) -> str | None:
    """What to say of a value that is no date."""
    try:
        read_moment(value)
    except ValueError as error:
        return str(error).partition("; write it")[0]
    return None


def _correction(part: object, number: int, doubts: list[Doubt]) -> object:
    if not isinstance(part, dict) or part.get("date") is None or not (reason := _not_a_date(part["date"])):
        return part
    doubts.append(Doubt(("corrections", number, "date"), f"{reason}; kept as date unknown"))
    return {name: value for name, value in part.items() if name != "date"}


def leave_out(fields: Mapping[str, Any], paths: Iterable[Path]) -> dict[str, Any]:
    """The fields without the values at some paths."""
    lean = copy.deepcopy(dict(fields))
    for *outer_path, name in paths:
        container: Any = lean
        for step in outer_path:
            # an object may stand for a list of one
            container = container if isinstance(step, int) and isinstance(container, dict) else container[step]
        container.pop(name, None)
    return lean
