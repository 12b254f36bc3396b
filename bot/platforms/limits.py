"""How much one person, and one workspace, may ask at a time, so that nobody stalls the others. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_MOST_REMEMBERED: Final = 10_000


@dataclass(frozen=True)
class Rate:
    """How many may come at once, and how many follow in a second."""

    burst: float
    per_second: float


PER_USER: Final = Rate(burst=30, per_second=0.5)
PER_TENANT: Final = Rate(burst=240, per_second=4)
#: Choices are asked for with each letter, and cost less than an answer.
TYPING_USER: Final = Rate(burst=60, per_second=6)
TYPING_TENANT: Final = Rate(burst=480, per_second=48)


class Allowance:
    """Buckets of tokens for people and workspaces; what is full again is forgotten."""

    def __init__(self, user: Rate = PER_USER, tenant: Rate = PER_TENANT) -> None:
        self._user, self._tenant = user, tenant
        self._spent: dict[str, tuple[float, float]] = {}

    def wait(self, user: str, tenant: str, now: float) -> float:
        """Take one command from both, or say in how many seconds one can be taken; now: seconds of any clock."""
        buckets = ((f"user {user}", self._user), (f"tenant {tenant}", self._tenant))
        levels = [(key, rate, self._level(key, rate, now)) for key, rate in buckets]
        delay = max((level + 1 - rate.burst) / rate.per_second for _, rate, level in levels)
        if delay > 0:
            return delay
        for key, _, level in levels:
            self._spent[key] = (level + 1, now)
        if len(self._spent) > _MOST_REMEMBERED:
            self._forget(now)
        return 0.0

    def _level(self, key: str, rate: Rate, now: float) -> float:
        level, noted_at = self._spent.get(key, (0.0, now))
        return max(0.0, level - (now - noted_at) * rate.per_second)

    def _forget(self, now: float) -> None:
        slowest = min(self._user.per_second, self._tenant.per_second)
        self._spent = {
            key: (level, noted_at)
            for key, (level, noted_at) in self._spent.items()
            if level > (now - noted_at) * slowest
        }


def typing_allowance() -> Allowance:
    """How much may be looked up while people type."""
    return Allowance(TYPING_USER, TYPING_TENANT)


def wait_notice(seconds: float) -> str:
    """What somebody who asks too much is told."""
    return f"That was a lot at once. Please wait {max(1, round(seconds))} s, then ask again; nothing was lost."
