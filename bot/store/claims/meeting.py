"""Which stored claims may be related to new ones: of one word of weight, near in time, and alike in their terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, bindparam, select

from bot.store import schema as s
from bot.store.dialect import chunks
from digests.relations import LASTING, ClaimFacts, Sketches, may_relate, sketch_of

Numbers = npt.NDArray[np.int64]

_REACH = (LASTING.days + 1) * 24 * 60 * 60 << 10  # in claim keys; many claims of one second overflow into the next
_LAST_KEY = 2**62
# Each row asks for the claims that have one word in a range of keys.
_ASKED = "asked (number, word, dated, low, high)"
_MEETING = (
    "SELECT asked.number, event.claim_key, event.sketch FROM {asked} CROSS JOIN claim_event AS event "
    "WHERE event.word = asked.word AND event.dated = asked.dated AND event.claim_key BETWEEN asked.low AND asked.high"
)
_UNNESTED = "unnest(%s::int[], %s::text[], %s::bool[], %s::bigint[], %s::bigint[])"
_TERMS = select(s.claim_terms).where(s.claim_terms.c.claim_key.in_(bindparam("keys", expanding=True)))


def meeting_claims(connection: Connection, new: Sequence[ClaimFacts], keys: Mapping[int, int]) -> set[int]:
    """The keys of the stored claims that may be related to one of the new ones by their terms."""
    groups = _like(connection, new, keys)
    return {
        row.claim_key
        for chunk in chunks(sorted(groups))
        for row in connection.execute(_TERMS, {"keys": list(chunk)}).all()
        if any(
            may_relate(new[n], row.terms.split(), denies=row.denies, counts=row.counts) for n in groups[row.claim_key]
        )
    }


def _like(connection: Connection, new: Sequence[ClaimFacts], keys: Mapping[int, int]) -> Mapping[int, Collection[int]]:
    """The keys of the stored claims that share a word with new ones and are like them in their sketches, with those."""
    sharing: defaultdict[str, list[int]] = defaultdict(list)
    for number, facts in enumerate(new):
        for word in facts.heads:
            sharing[word].append(number)
    ranges = [
        (number, *row)
        for number, (word, group) in enumerate(sharing.items())
        for row in _asked(word, [new[n] for n in group], keys)
    ]
    rows = [row for chunk in chunks(ranges) for row in _ask(connection, chunk).all()]
    numbers, places = _pairs(list(sharing.values()), np.array([number for number, _, _ in rows], np.int64))
    mine, stored = Sketches([sketch_of(facts) for facts in new]), Sketches([sketch for _, _, sketch in rows])
    answers = mine.may_relate(numbers, stored, places)
    groups: defaultdict[int, set[int]] = defaultdict(set)
    for number, place in zip(numbers[answers].tolist(), places[answers].tolist(), strict=True):
        groups[rows[place][1]].add(number)
    return groups


def _pairs(groups: Sequence[Sequence[int]], numbers: Numbers) -> tuple[Numbers, Numbers]:
    """Each member of a group with each place at which the group's number stands."""
    members = np.array([member for group in groups for member in group], np.int64)
    counts = np.array([len(group) for group in groups], np.int64)
    begins, repeats = (counts.cumsum() - counts)[numbers], counts[numbers]
    ordinals = np.arange(repeats.sum()) - np.repeat(repeats.cumsum() - repeats, repeats)
    return members[np.repeat(begins, repeats) + ordinals], np.repeat(np.arange(len(numbers)), repeats)


def _asked(word: str, sharing: Sequence[ClaimFacts], keys: Mapping[int, int]) -> Iterator[tuple[Any, ...]]:
    """Where to look for a word: near in time, and, as far as a time is not known, everywhere."""
    numbers = [keys[id(facts.claim)] for facts in sharing]
    dated = all(facts.moment for facts in sharing)
    yield word, True, *((min(numbers) - _REACH, max(numbers) + _REACH) if dated else (-_LAST_KEY, _LAST_KEY))
    yield word, False, -_LAST_KEY, _LAST_KEY


def _ask(connection: Connection, rows: Sequence[tuple[Any, ...]]) -> Any:
    if connection.dialect.name == "postgresql":
        statement = _MEETING.format(asked=f"{_UNNESTED} AS {_ASKED}")
        return connection.exec_driver_sql(statement, tuple(map(list, zip(*rows, strict=True))))
    values = ", ".join(["(?, ?, ?, ?, ?)"] * len(rows))
    statement = f"WITH {_ASKED} AS (VALUES {values}) {_MEETING.format(asked='asked')}"
    return connection.exec_driver_sql(statement, tuple(value for row in rows for value in row))
