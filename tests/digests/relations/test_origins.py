"""Who says the same independently counts as another origin, and nobody else."""

from __future__ import annotations

import pytest

from digests.models import Actor
from tests.digests.relations.sayings import (
    MONITOR,
    SOUTH,
    SOUTH_ARMY,
    WATCH,
    related,
    says,
)


def test_independent_origins_are_counted() -> None:
    """Two claimants of different sides who say the same are two origins, on both lines."""
    one, other = related(
        says(WATCH, "Northern troops attacked the bridge at Sudzha"),
        says(SOUTH, "Northern troops attacked the bridge at Sudzha"),
    )
    assert (one.origins, other.origins) == (2, 2)


@pytest.mark.parametrize(
    ("first", "second", "fields"),
    [
        (SOUTH, SOUTH_ARMY, {}),
        (SOUTH, "Southern officials and Western agencies", {}),
        (WATCH, "officials", {}),
        (WATCH, MONITOR, {"suffix": ", it said, citing Watch."}),
    ],
    ids=["one side", "a joint statement", "nobody in particular", "citing the other"],
)
def test_echoes_count_once(first: Actor, second: Actor | str, fields: dict[str, str]) -> None:
    """Bodies of one side, joint statements, descriptions and citations add no origin."""
    echo = says(second, "Northern troops attacked the bridge at Sudzha")
    echo = echo.model_copy(update={"passage": echo.passage.model_copy(update=fields)})
    found = related(says(first, "Northern troops attacked the bridge at Sudzha"), echo)
    assert [c.origins for c in found] == [1, 1]


def test_who_tells_what_another_says_adds_no_origin() -> None:
    """“Watch said that …” in somebody's mouth is still Watch's word alone."""
    found = related(
        says(WATCH, "Northern troops attacked the bridge at Sudzha on the river"),
        says(MONITOR, "Watch said Northern troops attacked the bridge at Sudzha on the river"),
    )
    assert [c.origins for c in found] == [1, 1]
