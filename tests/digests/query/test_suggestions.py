"""What is offered while a reader types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.query.name_index import Directory
from digests.query.request import suggest
from digests.text.folding import fold
from tests.digests.query.small_world import (
    ANALYST,
    COUNCIL,
    INSTITUTE,
    KNOWN,
    KURSK,
    KYIV,
    OBLAST,
    RUSSIA,
    STATE,
    Thing,
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("k", [OBLAST, KURSK, KYIV]),
        ("KU", [OBLAST, KURSK]),
        ("kurs", [OBLAST, KURSK]),
        ("kursk o", [OBLAST, KURSK]),
        ("inst", [INSTITUTE]),
        ("mare", [ANALYST]),
        ("рад", [COUNCIL]),
        ("russ", [RUSSIA, STATE]),
        ("kirsk", [KURSK]),
        ("qqqq", []),
    ],
)
def test_choices_begin_as_typed(typed: str, found: list[Thing]) -> None:
    """Names that begin so come first, then later words, then near spellings, each with most claims first."""
    assert list(suggest(typed, KNOWN, limit=25)) == found


def test_nothing_typed_offers_what_has_most_claims() -> None:
    """An empty box offers the first few, and no choice is ever more than asked for."""
    assert list(suggest("", KNOWN, limit=2)) == [RUSSIA, STATE]
    assert len(suggest("k", KNOWN, limit=1)) == 1


_NAMES = st.text(alphabet="abcé д", min_size=1, max_size=8)


@given(names=st.lists(_NAMES, max_size=30), typed=_NAMES)
def test_choices_are_those_of_a_scan(names: list[str], typed: str) -> None:
    """The directory offers just what going through every name would, in the same order."""
    things = [Thing("place", str(n), name) for n, name in enumerate(names)]
    key = fold(typed)
    starts = [thing for thing in things if fold(thing.name).startswith(key)]
    inner = [thing for thing in things if f" {key}" in fold(thing.name) and thing not in starts]
    expected = [*starts, *inner][:25] if key else things[:25]
    assert list(suggest(typed, Directory(things), limit=25))[: len(expected)] == expected


@given(
    name=st.text(alphabet="abcdefgh", min_size=6, max_size=12), at=st.integers(0, 100), letter=st.sampled_from("xyz")
)
def test_one_wrong_letter_is_forgiven(name: str, at: int, letter: str) -> None:
    """A name of six letters or more is found with any one of them wrong."""
    wrong = name[: at % len(name)] + letter + name[at % len(name) + 1 :]
    things = [Thing("actor", "a", name), Thing("actor", "b", "nothing alike"), Thing("place", "c", "elsewhere")]
    assert [thing.id for thing in Directory(things).near(wrong)] == ["a"]
