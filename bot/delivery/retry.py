"""When to try again after a failure."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.errors import DeliveryError
from bot.models import Delivery

MAX_ATTEMPTS = 100  #: enough to outlast an outage of some twelve hours
MAX_WAIT = timedelta(minutes=15)
LONGEST_WAIT = timedelta(days=1)  #: however long a platform asks us to wait


def retry_at(delivery: Delivery, error: DeliveryError, now: datetime, random: float) -> datetime | None:
    """When to try again, or None to give up; `random` in [0, 1) spreads the tries.

    The platform's own wish is the lower bound.
    """
    if error.permanent or delivery.attempts >= MAX_ATTEMPTS:
        return None
    wait = random * min(2.0**delivery.attempts, MAX_WAIT.total_seconds())
    minimum = error.retry_after or 0.0
    return now + timedelta(seconds=min(max(wait, minimum), LONGEST_WAIT.total_seconds()))
