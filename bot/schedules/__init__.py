"""Schedules: what an admin writes, when a digest is due, and the scheduler that wakes us for it."""

from __future__ import annotations

from bot.schedules.due import latest_due, next_due, quiet_until
from bot.schedules.parsing import change_times, describe, parse_days_at, parse_grace, parse_quiet_hours, parse_zone
from bot.schedules.scheduler import AT_ONCE, Scheduler, WallClock

__all__ = [
    "AT_ONCE",
    "Scheduler",
    "WallClock",
    "change_times",
    "describe",
    "latest_due",
    "next_due",
    "parse_days_at",
    "parse_grace",
    "parse_quiet_hours",
    "parse_zone",
    "quiet_until",
]
