"""Keys of claims: the second that a claim was said, and a number within it, so that newest first is an index scan."""

from __future__ import annotations

from datetime import UTC, datetime

_SEQUENCE_BITS = 10
SECOND = 1 << _SEQUENCE_BITS


def first_key(moment: datetime) -> int:
    """The lowest claim key of a second."""
    return int(moment.timestamp() // 1) << _SEQUENCE_BITS


def moment_of_key(key: int) -> datetime:
    """The second that a key is of."""
    return datetime.fromtimestamp(key >> _SEQUENCE_BITS, UTC)
