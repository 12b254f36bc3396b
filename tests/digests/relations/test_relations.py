"""How claims stand to one another: only about the same event, and never on the strength of an article alone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digests.lines.flags import relation_flags
from digests.models import Claim, Claimant, SourcedClaim
from digests.relations import relate
from tests.digests.relations.sayings import (
    DAY,
    MONDAY,
    MONITOR,
    NORTH,
    NORTH_ARMY,
    SOUTH,
    WATCH,
    kinds,
    related,
    says,
)
from tests.make import KURSK_OBLAST, RUSSIA, SUDZHA, UKRAINE, article


def test_opposite_accounts_of_one_day_contradict() -> None:
    """Two sides that say the opposite of one event on one day contradict each other, with the reason."""
    one, other = related(
        says(NORTH, "Northern troops attacked Sudzha"), says(SOUTH, "Northern troops have not attacked Sudzha")
    )
    assert kinds(one) == kinds(other) == ["contradicts"]
    assert "same time" in one.relations[0].reason


def test_opposite_accounts_of_different_days_differ_in_time() -> None:
    """What another side says on another day may both be true; the relation says that the times differ."""
    idle = says(WATCH, "Northern troops have not taken part in combat near Sudzha", 0)
    back = says(SOUTH, "Northern troops have returned to combat near Sudzha", 3)
    one, other = related(idle, back)
    assert kinds(one) == kinds(other) == ["differs"]
    assert "different times: Mon 3 Feb and Thu 6 Feb" in one.relations[0].reason
    assert relation_flags(other, now=MONDAY) == ("differs from Watch (Mon 3 Feb)",)
    assert relation_flags(one, now=MONDAY) == ("differs from Southland (Thu 6 Feb)",)


def test_a_state_reported_without_a_day_does_not_contradict() -> None:
    """Where the text does not say when a claim was made, it is never called a contradiction."""
    one, _ = related(
        says(WATCH, "Northern troops have not taken part in combat near Sudzha", None),
        says(SOUTH, "Northern troops have returned to combat near Sudzha", 4),
    )
    assert kinds(one) == ["differs"]


def test_later_news_of_the_same_side_is_an_update() -> None:
    """A claimant who says the opposite later has news; the line says “updated” and the earlier one gives way."""
    one, other = related(
        says(NORTH, "Northern troops are fighting near Sudzha", 0),
        says(NORTH, "Northern troops are no longer fighting near Sudzha", 2),
    )
    assert (kinds(one), kinds(other)) == (["updated by"], ["updates"])
    assert relation_flags(other, now=MONDAY) == ("updated",)
    assert relation_flags(one, now=MONDAY) == ()


def test_a_later_toll_is_an_update() -> None:
    """A higher number of the same thing from the same claimant a day later is an update; from another, it differs."""
    first = says(WATCH, "The blast killed 12 people in Sudzha", 0)
    one, same, other = related(
        first, says(WATCH, "The blast killed 19 people in Sudzha", 1), says(MONITOR, "The blast killed 21 people", 2)
    )
    assert kinds(one) == ["differs", "updated by"]
    assert kinds(same) == ["differs", "updates"]
    assert kinds(other) == ["differs", "differs"]


def test_a_toll_that_outgrows_its_bound_is_an_update() -> None:
    """“At least 12” and “19” may both be right, but a day later the second is news and repeats nothing."""
    one, other = related(
        says(WATCH, "The blast killed at least 12 people in Sudzha", 0),
        says(WATCH, "The blast killed 19 people in Sudzha", 1),
    )
    assert (kinds(one), kinds(other)) == (["updated by"], ["updates"])


def test_claimants_whom_nobody_knows_can_contradict_each_other() -> None:
    """Two bodies that are in no file and give other numbers on one day contradict each other."""
    one, _ = related(
        says("The statistics office", "Prices in Sudzha rose by 42 percent in January"),
        says("The trade institute", "Prices in Sudzha rose by 81 percent in January"),
    )
    assert kinds(one) == ["contradicts"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("prices could fall this autumn", "prices do not fall for those who wait this autumn"),
        ("we will fight for every vote", "they are not fighting strongly enough for every vote"),
        ("it is getting harder to make the case", "that is not the case that was made"),
    ],
)
def test_loose_talk_without_a_place_is_not_related(first: str, second: str) -> None:
    """Where no place and no subject is named, common words make no conflict."""
    assert [kinds(c) for c in related(says(WATCH, first, where=()), says(SOUTH, second, where=()))] == [[], []]


def test_rivals_with_other_numbers_contradict() -> None:
    """Two sides that give numbers of one thing far apart on one day contradict each other."""
    one, other = related(
        says(NORTH, "Fighting near Sudzha killed 40 people"), says(SOUTH, "Fighting near Sudzha killed 400 people")
    )
    assert kinds(one) == kinds(other) == ["contradicts"]
    assert "40" in one.relations[0].reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("killed up to 50 people", "killed 40 people"),
        ("killed at least 40 people", "killed 90 people"),
        ("killed about 100 people", "killed 95 people"),
        ("killed 40 people", "wounded 400 people"),
    ],
)
def test_numbers_that_may_both_be_right_do_not_differ(one: str, other: str) -> None:
    """Bounds that allow each other, and numbers of different things, are no conflict."""
    found = related(says(NORTH, f"The blast in Sudzha {one}"), says(SOUTH, f"The blast in Sudzha {other}"))
    assert not {"contradicts", "differs", "updates"} & {kind for c in found for kind in kinds(c)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("turnout in Sudzha was 64 percent", "turnout in Sudzha was 49 percent"),
        ("turnout in Sudzha was 64 percent", "turnout in Sudzha was no higher than 40 percent"),
        ("turnout in Sudzha was 64 percent, down from 80 percent", "turnout in Sudzha was 80 percent"),
        ("900 drivers were on strike in Sudzha", "only 200 drivers had walked out in Sudzha"),
        ("inspectors can enter the Sudzha plant", "inspectors cannot enter the Sudzha plant"),
        ("the Sudzha dam can hold", "the Sudzha dam cannot hold"),
        ("the raid killed nobody in Sudzha", "the raid killed civilians in Sudzha"),
        ("the gates of the Sudzha lock are open", "the gates of the Sudzha lock are closed"),
        ("the leak in Sudzha had been stopped", "oil was still leaking from a tanker in Sudzha"),
        ("the sensors of the Sudzha mine had been working", "the sensors of the Sudzha mine were broken"),
        ("rusted steel had caused the Sudzha collapse", "the Sudzha collapse was caused by a flood"),
    ],
)
def test_accounts_in_any_domain_conflict(one: str, other: str) -> None:
    """Other numbers of one thing, and the opposite of one thing, conflict whatever the news is about."""
    first, second = related(says(WATCH, one), says(MONITOR, other))
    assert kinds(first) == kinds(second) == ["contradicts"]


@pytest.mark.parametrize(
    ("text", "days", "expected"),
    [
        ("the council of Sudzha will vote on the budget", (4, 7), ["differs"]),
        ("the council of Sudzha will vote on the budget", (4, 4), ["repeats"]),
        ("trains will run to Sudzha", (4, 7), []),
    ],
)
def test_what_happens_once_has_one_time(text: str, days: tuple[int, int], expected: list[str]) -> None:
    """Two days set for one vote conflict; the same day, and what may happen on both days, does not."""
    starts = [MONDAY + day * DAY for day in days]
    claims = [
        says(who, text, valid_from=start, valid_to=start + DAY)
        for who, start in zip((WATCH, MONITOR), starts, strict=True)
    ]
    first, _ = related(*claims)
    assert kinds(first) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("turnout in Sudzha was 64 percent, down from 80 percent", "unemployment in Sudzha was 80 percent"),
        ("turnout in Sudzha was 64 percent", "turnout in Sudzha was no higher than 70 percent"),
        ("turnout in Sudzha was 64 percent", "turnout in Sudzha was 49 percent in 2009"),
        ("drivers in Sudzha want a pay rise of 11 percent", "the company offered a pay rise of 4 percent in Sudzha"),
        ("people who have not left Sudzha are in danger", "most people have left Sudzha"),
        ("the mayor of Sudzha may resign", "the mayor of Sudzha will not resign"),
        ("rusted steel had caused the Sudzha collapse", "a flood had caused the Sudzha blackout"),
        ("rusted steel had caused the Sudzha collapse", "the Sudzha collapse was caused by old steel"),
    ],
)
def test_claims_that_may_both_be_right_do_not_conflict(one: str, other: str) -> None:
    """Another measure, time, mood or only some of those meant is no conflict."""
    found = related(says(WATCH, one), says(MONITOR, other))
    assert not {"contradicts", "differs", "updates"} & {kind for c in found for kind in kinds(c)}


def test_both_sides_in_control_contradict() -> None:
    """Two sides that each say they captured one town on one day contradict each other."""
    one, _ = related(says(NORTH, "Northern troops captured Sudzha"), says(SOUTH, "Southern troops captured Sudzha"))
    assert kinds(one) == ["contradicts"]


@pytest.mark.parametrize(
    "other",
    [
        says(SOUTH, "Northern troops have not attacked Kursk", where=(UKRAINE,)),
        says(SOUTH, "Southern troops have not attacked Sudzha"),
        says(SOUTH, "Northern troops have not withdrawn from Sudzha"),
        says(SOUTH, "Northern troops may not attack Sudzha"),
        says(SOUTH, "Northern troops have not attacked Sudzha", 90),
    ],
    ids=["another place", "another subject", "another event", "only possible", "months later"],
)
def test_claims_about_other_events_are_not_related(other: Claim) -> None:
    """A claim about another place, subject, kind of event or time stands alone."""
    found = related(says(NORTH, "Northern troops attacked Sudzha"), other)
    assert [kinds(c) for c in found] == [[], []]


def test_no_event_in_a_region_rules_out_one_in_its_town() -> None:
    """“None in the region” excludes “one in the town”; “none in the town” leaves the region open."""
    wide, _ = related(
        says(NORTH, "Northern troops have not attacked the region", where=(KURSK_OBLAST,)),
        says(SOUTH, "Northern troops attacked Sudzha and its region"),
    )
    narrow, _ = related(
        says(NORTH, "Northern troops have not attacked Sudzha"),
        says(SOUTH, "Northern troops attacked the region around Sudzha", where=(KURSK_OBLAST,)),
    )
    assert (kinds(wide), kinds(narrow)) == (["contradicts"], [])


def test_what_nobody_says_is_held_against_nobody() -> None:
    """Words without a source in the text neither contradict anyone nor are denied by anyone."""
    words = "Northern troops captured Sudzha"
    nobodys = says(WATCH, words).model_copy(
        update={"claimant": Claimant(name="unnamed source", role="unnamed", resolved_by="none")}
    )
    found = related(nobodys, says(SOUTH, "Northern troops have not captured Sudzha"))
    assert [c.relations for c in found] == [(), ()]


def test_a_replaced_article_is_corrected() -> None:
    """Where a later version of an article gives another number, the later claim corrects the earlier."""
    versions = [article(id="same", version=n) for n in (1, 2)]
    one, other = related(
        says(WATCH, "The blast killed 12 people in Sudzha"),
        says(WATCH, "The blast killed 2 people in Sudzha"),
        articles=versions,
    )
    assert (kinds(one), kinds(other)) == (["corrected by"], ["corrects"])


_WHO = st.sampled_from([NORTH, SOUTH, NORTH_ARMY, WATCH, MONITOR, "the mayor"])
_TEXTS = st.sampled_from(
    [
        "Northern troops attacked Sudzha",
        "Northern troops have not attacked Sudzha",
        "Southern troops captured Sudzha",
        "The blast killed 12 people in Sudzha",
        "The blast killed 80 people in Sudzha",
        "the report",
        "nothing of note",
    ]
)
_CLAIMS = st.lists(
    st.tuples(
        _WHO,
        _TEXTS,
        st.one_of(st.none(), st.integers(0, 20)),
        st.sampled_from(["saying", "denial", "estimate"]),
        st.sampled_from([(), (SUDZHA,), (RUSSIA,), (KURSK_OBLAST,)]),
    ),
    max_size=12,
)
_INVERSE = {"updates": "updated by", "denies": "denied by", "corrects": "corrected by"}
_INVERSE |= {b: a for a, b in _INVERSE.items()}


@settings(max_examples=60, deadline=None)
@given(_CLAIMS, st.randoms(use_true_random=False))
def test_relations_are_mutual_and_do_not_hang_on_the_order_given(rows: list[Any], rng: Any) -> None:
    """Each relation has its inverse, nothing relates to itself, and any order of the claims gives the same result."""
    found = [
        SourcedClaim(says(who, text, day, where, kind=kind, claim_id=f"c{n}"), article(id=f"a{n % 3}"))
        for n, (who, text, day, kind, where) in enumerate(rows)
    ]
    by_id = {c.id: c for c, _ in relate(found)}
    for one in by_id.values():
        assert one.origins >= 1
        for relation in one.relations:
            assert relation.reason
            assert relation.claim_id != one.id
            if relation.kind != "no response":
                inverse = _INVERSE.get(relation.kind, relation.kind)
                assert (inverse, one.id) in {(r.kind, r.claim_id) for r in by_id[relation.claim_id].relations}
    shuffled = list(found)
    rng.shuffle(shuffled)
    assert {c.id: c for c, _ in relate(shuffled)} == by_id
