"""What stands after a line follows from the claim's data."""

from __future__ import annotations

from typing import Any

import pytest

from digests.lines.flags import side_of
from digests.models import Actor, Claimant
from tests.make import KURSK, SUDZHA, UKRAINE, actor_mention, claim, place_mention

ONE = Actor(id="mil:one", name="Army One", kind="military", side="one")
OTHER = Actor(id="mil:other", name="Army Other", kind="military", side="other")
NEUTRAL = Actor(id="org:neutral", name="Neutral", kind="org")


@pytest.mark.parametrize(
    ("side", "named", "expected"),
    [
        ("one", [OTHER], "one side"),
        ("one", [OTHER, ONE], "one side"),
        ("one", [ONE], "own side"),
        ("one", [ONE, OTHER], None),
        ("one", [NEUTRAL], None),
        ("one", [], None),
        (None, [OTHER], None),
    ],
)
def test_a_party_speaks_of_itself_or_of_the_other_side(
    side: str | None, named: list[Actor], expected: str | None
) -> None:
    """The side that a claim speaks of first decides; who belongs to no side has no flag."""
    actors = tuple(actor_mention(actor, 20 * n) for n, actor in enumerate(named))

    assert side_of(claim(claimant=Claimant(name="A", side=side), actors=actors)) == expected


def test_a_state_speaks_of_its_own_country() -> None:
    """A claim on places of the speaker's own state alone is its own side's."""
    of_state: dict[str, Any] = {"claimant": Claimant(name="A", side="ru"), "claimant_within": ("state:ru",)}

    assert side_of(claim(places=(place_mention(KURSK), place_mention(SUDZHA)), **of_state)) == "own side"
    assert side_of(claim(places=(place_mention(KURSK), place_mention(UKRAINE)), **of_state)) is None
    assert side_of(claim(places=(place_mention(UKRAINE),), **of_state)) is None
