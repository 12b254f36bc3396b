"""Claims become a short digest in a fixed order, and pages of answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.composing.compose import compose_answer, compose_digest
from digests.composing.repetition import repeats
from digests.models import Claimant, Figure, Relation, SourcedClaim
from tests.digests.composing.sentences import bodies, found
from tests.make import NOW, SAID

FIGURE = Figure(value=40, what="houses", start=0, end=2, surface="40")


def test_unsettled_claims_come_first_then_figures_then_what_is_newest() -> None:
    """The order of a digest is: unconfirmed, figures, newest."""
    claims = [
        found("an old thing happened", name="Ann", said_at=SAID - timedelta(days=2)),
        found("a new thing happened", name="B"),
        found("40 houses were hit", name="C", figures=(FIGURE,), said_at=SAID - timedelta(days=1)),
        found("a town was taken", name="D", status="unconfirmed", said_at=SAID - timedelta(days=3)),
    ]

    digest = compose_digest("Digest", claims, now=NOW).digest

    assert bodies(digest) == [
        "a town was taken",
        "40 houses were hit",
        "a new thing happened",
        "an old thing happened",
    ]


def test_a_claimant_has_at_most_two_lines() -> None:
    """One loud speaker does not fill a digest."""
    things = ("the harbour froze", "a mill burned down", "schools stayed shut", "trains ran late", "a dog was found")
    claims = [found(thing, name="Ann") for thing in things]

    composed = compose_digest("Digest", claims, now=NOW)

    assert len(composed.digest.items) == 2
    assert composed.digest.footer == ("1 article · 2 claims · 3 more",)


def test_every_side_has_a_line_where_there_is_room() -> None:
    """A side that makes one claim in a few has a line before anybody has a second one."""
    loud = [found(f"{n} houses were hit", name=f"A{n}", side="a", figures=(FIGURE,)) for n in range(6)]
    quiet = found("the other side was calm", name="B", side="b", said_at=SAID - timedelta(days=9))

    digest = compose_digest("Digest", [*loud, quiet], now=NOW, limit=2).digest

    assert "the other side was calm" in bodies(digest)


def test_a_side_that_hardly_speaks_has_no_right_to_a_line() -> None:
    """One claim in thirteen gives a side no line before what weighs more."""
    things = "mills barns ships walls roads wells trains schools shops towers ports parks".split()
    fates = "burned hit sunk broken closed dried stopped shut robbed felled mined flooded".split()
    said = [f"40 {thing} were {fate}" for thing, fate in zip(things, fates, strict=True)]
    loud = [found(words, name=f"{words.split()[1].title()} Union", side="a", figures=(FIGURE,)) for words in said]
    aside = found("the other side was calm", name="B", side="b", said_at=SAID - timedelta(days=9))

    digest = compose_digest("Digest", [*loud, aside], now=NOW, limit=2).digest

    assert "the other side was calm" not in bodies(digest)


def test_a_copy_is_shown_once_from_where_it_stood_first() -> None:
    """The same words by the same claimant in two outlets are one line, and both claims count as posted."""
    first = found("the bridge was open", article_id="a1", of={"date_published": SAID})
    copy = found("the bridge was open", article_id="a2", of={"date_published": SAID + timedelta(hours=1)})

    composed = compose_digest("Digest", [copy, first], now=NOW)

    assert [item.claim_id for item in composed.digest.items] == [first[0].id]
    assert set(composed.claim_ids) == {first[0].id, copy[0].id}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("up to 40 houses were hit in the north", "40 houses in the north were hit, up to now", True),
        ("up to 40 houses were hit in the north", "up to 41 houses were hit in the north", False),
        ("the bridge at Belsk was open", "the bridge at Belsk was open again", True),
        ("the bridge at Belsk was open", "the bridge at Belsk was not open", False),
        ("the bridge at Belsk was open", "the mayor of Ardova had left", False),
    ],
)
def test_a_repeat_is_the_same_claimant_saying_the_same(one: str, other: str, same: bool) -> None:
    """Nearly the same words, or the same figures, are one claim; another figure or a negation is not."""
    pair = [found(said, article_id=f"a{n}", figures=_figures(said)) for n, said in enumerate((one, other))]

    assert repeats(pair[0][0], pair[1][0]) is same
    assert repeats(pair[1][0], pair[0][0]) is same


def _figures(said: str) -> tuple[Figure, ...]:
    return tuple(
        Figure(value=float(word), start=0, end=len(word), surface=word) for word in said.split() if word.isdigit()
    )


def test_what_is_held_back_is_counted_with_its_reason() -> None:
    """The footer says how many lines were held back, and why."""
    claimant = Claimant(name="she", surface="she", resolved_by="unresolved")
    claim, of = found("the bridge was open")

    composed = compose_digest("Digest", [SourcedClaim(claim.model_copy(update={"claimant": claimant}), of)], now=NOW)

    assert composed.digest.items == ()
    assert composed.digest.notice == "Nothing new."
    assert composed.digest.footer == ("1 article · 0 claims · held back: 1 × speaker not resolved",)


def test_an_answer_stands_newest_first_under_the_days() -> None:
    """An answer's lines stand newest first, each day under a heading; one to come has none."""
    claims = [
        found("a second thing happened", name="Ann"),
        found("a first thing happened", name="Ann", said_at=SAID - timedelta(days=1)),
        found("a third thing happened", name="Ann", said_at=None, said_precision="unknown"),
        found(
            "a fourth thing happened",
            name="Ann",
            said_at=None,
            said_precision="unknown",
            valid_from=SAID - timedelta(days=2),
            valid_precision="day",
        ),
    ]

    claims.append(
        found(
            "a fifth thing will happen",
            name="Ann",
            said_at=None,
            said_precision="unknown",
            valid_from=SAID + timedelta(days=5),
            valid_precision="day",
        )
    )

    digest = compose_answer("Answer", claims, now=NOW).digest

    assert "for Tue 11 Feb" in [item.when for item in digest.items]
    assert [section.heading for section in digest.sections] == [
        "Undated, article of Thu 6 Feb",
        "Thu 6 Feb",
        "Wed 5 Feb",
        "Tue 4 Feb",
    ]


@given(st.permutations(range(8)))
def test_the_same_claims_in_any_order_give_the_same_digest(order: Sequence[int]) -> None:
    """A digest does not depend on the order in which the store found its claims."""
    claims = [
        found(f"thing number {n} happened", name=f"A{n % 5}", article_id=f"a{n}", said_at=SAID - timedelta(hours=n % 3))
        for n in range(8)
    ]

    assert compose_digest("D", [claims[n] for n in order], now=NOW) == compose_digest("D", claims, now=NOW)


def differing() -> list[SourcedClaim]:
    """Two claims that differ, and two that are settled."""
    relation = {
        "kind": "differs",
        "reason": "another number",
        "claimant": "B",
        "said_at": SAID,
        "said_precision": "day",
    }
    one, other = found("40 houses were hit", name="Ann", figures=(FIGURE,)), found("30 houses were hit", name="B")
    pair = [
        source._replace(
            claim=source.claim.model_copy(
                update={"relations": (Relation.model_validate({**relation, "claim_id": to}),)}
            )
        )
        for source, to in ((one, other.claim.id), (other, one.claim.id))
    ]
    return [*pair, found("the harbour froze", name="C"), found("trains ran late", name="D")]


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (2, ["30 houses were hit", "40 houses were hit"]),
        (3, ["30 houses were hit", "40 houses were hit", "trains ran late"]),
        (4, ["30 houses were hit", "40 houses were hit", "the harbour froze", "trains ran late"]),
        (12, ["30 houses were hit", "40 houses were hit", "the harbour froze", "trains ran late"]),
    ],
)
def test_claims_that_differ_stand_side_by_side_at_any_length(limit: int, expected: list[str]) -> None:
    """Who speaks where another side has answered never speaks alone."""
    composed = compose_digest("Digest", differing(), now=NOW, limit=limit)

    assert bodies(composed.digest) == expected
    assert "differs from B (Thu 6 Feb)" in [flag for item in composed.digest.items for flag in item.flags]


def test_no_more_is_drawn_than_is_shown() -> None:
    """A digest of many claims judges only those that it comes to; the footer counts the others."""
    held = Claimant(name="she", surface="she", resolved_by="unresolved")
    days = [SAID - timedelta(hours=n) for n in range(20)]
    claims = [found(f"dam {n} near Sudzha was repaired", name=f"A{n}", said_at=day) for n, day in enumerate(days)]
    claims[19] = claims[19]._replace(claim=claims[19].claim.model_copy(update={"claimant": held}))

    assert compose_digest("Digest", claims, now=NOW, limit=3).digest.footer == ("1 article · 3 claims · 17 more",)
