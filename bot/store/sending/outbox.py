"""The outbox: what is due is leased, and marked only by the holder of the lease."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Update, and_, case, exists, literal_column, or_, select, update

from bot.models import Delivery, PlatformName
from bot.store import schema as s
from bot.store.sending.deliveries import delivery_of, is_row_of

_box = s.outbox.c
_UNSENT = ("pending", "sending", "maybe_posted", "held")
_WAITING = ("pending", "maybe_posted", "held")  # those that become due
_OPEN = case((_box.maybe_posted_since.is_(None), "pending"), else_="maybe_posted")
NEVER = datetime(9999, 1, 1, tzinfo=UTC)  #: when what waits for a person is due


def take(
    connection: Connection, now: datetime, platforms: Sequence[PlatformName], limit: int, lease_seconds: float
) -> list[Delivery]:
    """Lease the first open delivery of each channel, where it is due."""
    earlier = s.outbox.alias()
    first = ~exists().where(
        earlier.c.tenant == _box.tenant,
        earlier.c.platform == _box.platform,
        earlier.c.channel == _box.channel,
        earlier.c.seq < _box.seq,
        # Written out, so that SQLite sees that the index of what is not sent holds them all.
        earlier.c.state.in_([literal_column(f"'{state}'") for state in _UNSENT]),
        # What is held lets others pass until its time has come; then it is their turn to wait.
        or_(earlier.c.state != "held", earlier.c.not_before <= now),
    )
    due = or_(
        and_(_box.state.in_(_WAITING), _box.not_before <= now),
        and_(_box.state == "sending", _box.lease_until <= now),
    )
    rows = select(s.outbox).where(due, _box.platform.in_(platforms), first).order_by(_box.seq).limit(limit)
    lease_end = now + timedelta(seconds=lease_seconds)
    due_rows = connection.execute(rows.with_for_update(skip_locked=True)).mappings().all()
    return [_lease(connection, row, now, lease_end) for row in due_rows]


def _lease(connection: Connection, row: Any, now: datetime, lease_end: datetime) -> Delivery:
    token = secrets.token_hex(16)
    lease = {"state": "sending", "lease_token": token, "attempts": row["attempts"] + 1}
    # Until its outcome is marked, this attempt may have been posted; who holds it knows of the earlier ones alone.
    maybe_posted_since = row["maybe_posted_since"] or now
    change = update(s.outbox).where(_box.seq == row["seq"])
    connection.execute(change.values(lease_until=lease_end, maybe_posted_since=maybe_posted_since, **lease))
    return delivery_of({**row, **lease})


def holds_lease(connection: Connection, delivery: Delivery, lease_end: datetime) -> bool:
    """Whether the lease is still ours and lasts until then."""
    ours = select(_box.seq).where(*_ours(delivery), _box.lease_until >= lease_end)
    return connection.execute(ours).first() is not None


def mark_sent(connection: Connection, delivery: Delivery, remote_id: str) -> bool:
    """Note that a leased delivery was posted; False if the lease is no longer ours."""
    return _mark(connection, _leased(delivery).values(state="sent", remote_id=remote_id, error=None))


def mark_failed(
    connection: Connection, delivery: Delivery, error: str, retry_at: datetime | None, *, maybe_posted: bool
) -> bool:
    """Note a failure: again from `retry_at` on, or `dead`; maybe_posted: whether it may be there all the same."""
    change = _leased(delivery).values(error=error)
    if not maybe_posted:
        change = change.values(maybe_posted_since=delivery.maybe_posted_since)
    if retry_at is None:
        return _mark(connection, change.values(state="dead"))
    state = "maybe_posted" if maybe_posted or delivery.maybe_posted_since else "pending"
    return _mark(connection, change.values(state=state, not_before=retry_at))


def mark_held(connection: Connection, delivery: Delivery, error: str | None, not_before: datetime | None) -> bool:
    """Note that it was not posted and waits: until then, or until it is let go; the attempt does not count."""
    change = _leased(delivery).values(state="held", error=error, not_before=not_before or NEVER)
    return _mark(
        connection, change.values(attempts=delivery.attempts - 1, maybe_posted_since=delivery.maybe_posted_since)
    )


def release(connection: Connection, tenant: str, schedule_id: str, now: datetime) -> int:
    """Let what a schedule has held go out, and say how many messages that is."""
    runs = select(s.digest_run.c.id).where(s.digest_run.c.tenant == tenant, s.digest_run.c.schedule_id == schedule_id)
    waiting = update(s.outbox).where(_box.tenant == tenant, _box.run_id.in_(runs), _box.state == "held")
    return connection.execute(waiting.where(_box.not_before == NEVER).values(state=_OPEN, not_before=now)).rowcount


def latest(connection: Connection, tenant: str, limit: int) -> list[Delivery]:
    """A tenant's latest deliveries, newest first."""
    rows = select(s.outbox).where(_box.tenant == tenant).order_by(_box.seq.desc()).limit(limit)
    return [delivery_of(row) for row in connection.execute(rows).mappings()]


def unsent(connection: Connection) -> list[Delivery]:
    """Everybody's deliveries that are not sent, newest first, up to a thousand."""
    rows = select(s.outbox).where(_box.state.in_((*_UNSENT, "dead"))).order_by(_box.seq.desc()).limit(1_000)
    return [delivery_of(row) for row in connection.execute(rows).mappings()]


def send_again(connection: Connection, delivery: Delivery, now: datetime, *, anyway: bool) -> bool:
    """Let an unsent delivery go out as if it had never been tried; anyway: without looking whether it is there."""
    change = _resting(delivery).values(state=_OPEN, not_before=now, attempts=0)
    if anyway:
        change = change.values(state="pending", maybe_posted_since=None)
    return connection.execute(change).rowcount == 1


def drop(connection: Connection, delivery: Delivery) -> bool:
    """Give an unsent delivery up."""
    change = _resting(delivery).values(state="dead", error="given up by the operator")
    return connection.execute(change).rowcount == 1


def _resting(delivery: Delivery) -> Update:
    """A change of a delivery that nobody sends at this moment."""
    return update(s.outbox).where(*is_row_of(delivery), _box.state.in_((*_WAITING, "dead")))


def _leased(delivery: Delivery) -> Update:
    return update(s.outbox).where(*_ours(delivery))


def _ours(delivery: Delivery) -> tuple[ColumnElement[bool], ...]:
    return (*is_row_of(delivery), _box.state == "sending", _box.lease_token == delivery.lease_token)


def _mark(connection: Connection, change: Update) -> bool:
    return connection.execute(change.values(lease_token=None, lease_until=None)).rowcount == 1
