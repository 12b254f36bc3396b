"""A digest that is too long for one message is cut between lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.composing.splitting import split_digest
from digests.models import Digest, DigestItem, Section


def _digest(count: int, *, headings: int = 2) -> Digest:
    items = [DigestItem(claim_id=str(n), claimant="A", body=f"line {n}", source="Wire") for n in range(count)]
    size = max(1, -(-count // headings))
    sections = [Section(heading=f"H{n}", items=tuple(items[n : n + size])) for n in range(0, count, size)]
    return Digest(title="T", sections=tuple(sections), footer=("foot",))


@pytest.mark.parametrize("room", [1, 2, 3, 7])
@given(count=st.integers(1, 12))
def test_splitting_loses_no_line_and_keeps_their_order(count: int, room: int) -> None:
    """Every line stands in exactly one part, each part fits, and the footer stands under the last."""
    whole = _digest(count)

    parts = split_digest(whole, lambda digest: len(digest.items) <= room)

    assert [item for part in parts for item in part.items] == list(whole.items)
    assert all(len(part.items) <= room for part in parts)
    assert [part.footer for part in parts] == [()] * (len(parts) - 1) + [("foot",)]
    if len(parts) > 1:
        assert [part.title for part in parts] == [f"T ({n}/{len(parts)})" for n in range(1, len(parts) + 1)]


@pytest.mark.parametrize("room", [2, 3, 4, 7])
@given(answers=st.lists(st.booleans(), min_size=1, max_size=12))
def test_a_line_and_its_answer_stay_in_one_part(room: int, answers: list[bool]) -> None:
    """Whatever the length of a message, both sides of a dispute stand in it."""
    plain = _digest(2 * len(answers), headings=1)
    items = [
        item.model_copy(update={"answers_previous": n % 2 == 1 and answers[n // 2]})
        for n, item in enumerate(plain.items)
    ]
    whole = plain.model_copy(update={"sections": (Section(heading="H", items=tuple(items)),)})

    parts = split_digest(whole, lambda digest: len(digest.items) <= room)

    assert [item for part in parts for item in part.items] == items
    assert not any(part.items[0].answers_previous for part in parts)
    assert all(len(part.items) <= room for part in parts)


def test_a_digest_that_only_its_title_makes_too_long_is_cut() -> None:
    """What does not fit as it is does not stay whole because its parts, with shorter titles, would."""
    whole = _digest(3, headings=1).model_copy(update={"title": "T" * 300})

    parts = split_digest(whole, lambda digest: len(digest.title) <= 150)

    assert [len(part.items) for part in parts] == [2, 1]
