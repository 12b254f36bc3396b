"""The hedges of a claim are words that leave it open, and words that blur a number."""

from __future__ import annotations

import pytest

from digests.extraction.hedging import hedges_of
from digests.lexicon import ENGLISH


@pytest.mark.parametrize(
    ("words", "hedges"),
    [
        ("the bridge may be closed", ("may",)),
        ("up to 40 were reportedly hurt, and perhaps up to 60", ("up to", "reportedly", "perhaps")),
        ("about a dozen ships and nearly thirty boats sank", ("about", "nearly")),
        ("they spoke about the bridge over the river", ()),
        ("the bridge should be closed", ()),
        ("the road is open unless it snows", ("unless",)),
    ],
)
def test_hedges(words: str, hedges: tuple[str, ...]) -> None:
    """“About” hedges a number, and nothing else."""
    assert hedges_of(words, ENGLISH) == hedges
