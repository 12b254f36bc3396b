"""How much one person and one workspace may ask."""

from __future__ import annotations

from bot.platforms.limits import Allowance, Rate


def test_a_person_waits_and_others_do_not() -> None:
    """After a burst each second brings another; what was refused costs nothing, and others are not touched."""
    allowance = Allowance(user=Rate(3, 1), tenant=Rate(100, 100))
    assert [allowance.wait("a", "t", 0.0) for _ in range(5)] == [0, 0, 0, 1, 1]
    assert allowance.wait("b", "t", 0.0) == 0
    assert [allowance.wait("a", "t", 1.0) for _ in range(2)] == [0, 1]
    assert [allowance.wait("a", "t", 100.0) for _ in range(4)] == [0, 0, 0, 1]


def test_a_workspace_waits_as_a_whole() -> None:
    """Many people of one workspace together reach its limit; another workspace goes on."""
    allowance = Allowance(user=Rate(5, 1), tenant=Rate(10, 1))
    waits = [allowance.wait(f"user {n}", "t", 0.0) for n in range(12)]
    assert waits == [0.0] * 10 + [1.0, 1.0]
    assert allowance.wait("user 1", "other", 0.0) == 0


def test_what_is_full_again_is_forgotten() -> None:
    """Many people over a long time leave little behind."""
    allowance = Allowance(user=Rate(5, 1), tenant=Rate(1e9, 1e9))
    for n in range(30_000):
        allowance.wait(f"user {n}", "t", float(n))
    assert len(allowance._spent) < 15_000
