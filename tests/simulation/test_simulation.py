"""Whatever a seed draws, every digest goes out once; the same seed draws the same, and a careless bot is found out."""

from __future__ import annotations

import pytest

from tests.simulation.world import simulate

SCHEDULES, HOURS = 10, 100


@pytest.mark.parametrize("seed", [0, 126])  # under 126 a due time comes twice, as the clock goes back
async def test_nothing_is_lost_or_doubled(seed: int) -> None:
    """Faults of the platform, the database and the clock, and deaths of the process, leave each message there once."""
    await simulate(seed, schedules=SCHEDULES, hours=HOURS)


async def test_a_seed_replays() -> None:
    """What readers see is the same to the letter when a seed is lived through again."""
    first, second = [(await simulate(1, schedules=3, hours=40)).transport.seen for _ in range(2)]

    assert first == second


async def test_a_careless_bot_is_found_out() -> None:
    """A bot that does not look before it sends again doubles a message under some seed."""
    with pytest.raises(AssertionError, match=r"seed \d+: lost or doubled"):
        await _first_failure()


async def _first_failure() -> None:
    for seed in range(10):
        await simulate(seed, schedules=SCHEDULES, hours=HOURS, naive=True)


@pytest.mark.soak
@pytest.mark.timeout(3_600)
async def test_a_hundred_thousand_hours() -> None:
    """The same for 103,200 hours of schedules."""
    for seed in range(100, 160):
        await simulate(seed, schedules=SCHEDULES, hours=HOURS)
