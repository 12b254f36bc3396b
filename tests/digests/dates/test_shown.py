"""A stretch of days prints as one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from digests.dates import format_days

NOW = datetime(2025, 2, 7, tzinfo=UTC)


def day(text: str) -> datetime:
    """The beginning of a day."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("first", "end", "printed"),
    [
        ("2025-01-05", "2025-01-07", "5–6 Jan"),
        ("2025-01-30", "2025-02-03", "30 Jan–2 Feb"),
        ("2024-12-30", "2025-01-02", "30 Dec 2024–1 Jan 2025"),
        ("2024-03-01", "2024-03-04", "1–3 Mar 2024"),
        ("2025-01-05", "2025-01-06", "Sun 5 Jan"),
        ("2025-01-05T18:00", "2025-01-06T06:00", "Sun 5 Jan"),
    ],
)
def test_days_in_a_row_are_printed_together(first: str, end: str, printed: str) -> None:
    """Two days or more print as a range, with the year where it is not this one; a night is its first day's."""
    assert format_days(day(first), day(end), now=NOW) == printed
