"""Whatever is done to a line, the gate lets nothing through that its passage does not say."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digests.lines.gate import hold_reason
from tests.digests.lines.smuggling import BODIES, attacks, make_case
from tests.make import NOW

SEEDS = st.integers(0, 2**48)


def smuggled(seed: int) -> tuple[int, list[str]]:
    """How many lines were tried on one made-up claim, and those that came through."""
    rng = random.Random(seed)  # noqa: S311 - chance for a test
    case = make_case(rng)
    if case is None:
        return 0, []
    assert hold_reason(case.item, case.claim, case.article, now=NOW) is None
    tried = list(attacks(case, rng))
    through = [
        f"{attack.name}: {attack.item.line!r} of {attack.article.body!r}"
        for attack in tried
        if hold_reason(attack.item, attack.claim, attack.article, now=NOW) is None
    ]
    return len(tried), through


@given(SEEDS)
@settings(max_examples=40)
def test_nothing_is_smuggled_through(seed: int) -> None:
    """Altered numbers, names, quotations, hedges, dates, flags and claimants are held back, every one."""
    assert smuggled(seed)[1] == []


def test_nothing_is_smuggled_through_in_many_tries() -> None:
    """None of at least 20,000 tries comes through."""
    tried, through = 0, list[str]()
    seed = 0
    while tried < 20_000:
        count, passed = smuggled(seed)
        tried, seed = tried + count, seed + 1
        through += passed

    assert through == []


@pytest.mark.parametrize("name", BODIES)
def test_each_way_to_smuggle_is_tried(name: str) -> None:
    """Every kind of attack can be made, so that none of them passes for want of a try."""
    made = set[str]()
    for seed in range(60):
        rng = random.Random(seed)  # noqa: S311 - chance for a test
        case = make_case(rng)
        if case:
            made |= {attack.name for attack in attacks(case, rng)}

    assert name in made


@given(SEEDS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
def test_an_honest_line_of_a_made_up_claim_passes(seed: int) -> None:
    """The house's own line is let through, within its limits."""
    case = make_case(random.Random(seed))  # noqa: S311 - chance for a test
    if case is not None:
        assert hold_reason(case.item, case.claim, case.article, now=NOW) is None
        assert len(case.item.body.split()) <= 40
        assert len(case.item.line) <= 240
