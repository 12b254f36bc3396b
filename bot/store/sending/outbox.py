"""Digest runs and the outbox: written once, leased, and marked only by the holder of the lease."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Update,
    and_,
    case,
    exists,
    literal,
    literal_column,
    or_,
    select,
    update,
)

from bot.models import Delivery, DigestRun, PlatformName, PostedRun, QuietWindow
from bot.store import schema as s
from bot.store.columns import Moment, String
from bot.store.dialect import add_new, by_first, chunks, insert_new
from bot.store.sending.schedules import destination, new_revision, place
from bot.store.stories import note_lines
from digests.models import Claim, Digest

_box = s.outbox.c
_UNSENT = ("pending", "sending", "maybe_posted", "held")
_WAITING = ("pending", "maybe_posted", "held")  # those that become due
_OPEN = case((_box.maybe_posted_since.is_(None), "pending"), else_="maybe_posted")
_UNTRIED = and_(_box.state.in_(("pending", "held")), _box.maybe_posted_since.is_(None), _box.edits.is_(None))
NEVER = datetime(9999, 1, 1, tzinfo=UTC)  #: when what waits for a person is due


def queue_run(
    connection: Connection,
    run: DigestRun,
    deliveries: Sequence[Delivery],
    claim_ids: Sequence[str],
    next_due: datetime,
    stories: Mapping[str, str],
) -> bool:
    """Write a run with all that belongs to it and advance its schedule; False if it exists."""
    if not add_new(connection, s.digest_run, run.model_dump()):
        return False
    if deliveries:
        connection.execute(s.outbox.insert(), [_row(run, delivery) for delivery in deliveries])
    _note_posted(connection, run, claim_ids)
    note_lines(connection, deliveries, stories, run.window_to)
    schedule = s.schedule.c
    change = update(s.schedule).where(schedule.tenant == run.tenant, schedule.id == run.schedule_id)
    window_end = literal(run.window_to, Moment)
    covered_until = case((schedule.covered_until < window_end, window_end), else_=schedule.covered_until)
    connection.execute(change.values(covered_until=covered_until, next_due=next_due, revision=new_revision()))
    return True


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
    return _delivery({**row, **lease})


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


def unsent(connection: Connection) -> list[Delivery]:
    """Everybody's deliveries that are not sent, newest first, up to a thousand."""
    rows = select(s.outbox).where(_box.state.in_((*_UNSENT, "dead"))).order_by(_box.seq.desc()).limit(1_000)
    return [_delivery(row) for row in connection.execute(rows).mappings()]


def send_again(connection: Connection, delivery: Delivery, now: datetime, *, anyway: bool) -> bool:
    """Let an unsent delivery go out as if it had never been tried; anyway: without looking whether it is there."""
    change = _resting(delivery).values(state=_OPEN, not_before=now, attempts=0)
    return (
        connection.execute(change.values(state="pending", maybe_posted_since=None) if anyway else change).rowcount == 1
    )


def drop(connection: Connection, delivery: Delivery) -> bool:
    """Give an unsent delivery up."""
    change = _resting(delivery).values(state="dead", error="given up by the operator")
    return connection.execute(change).rowcount == 1


def _resting(delivery: Delivery) -> Update:
    """A change of a delivery that nobody sends at this moment."""
    return update(s.outbox).where(*_own(delivery), _box.state.in_((*_WAITING, "dead")))


def _leased(delivery: Delivery) -> Update:
    return update(s.outbox).where(*_ours(delivery))


def _ours(delivery: Delivery) -> tuple[ColumnElement[bool], ...]:
    return (*_own(delivery), _box.state == "sending", _box.lease_token == delivery.lease_token)


def _own(delivery: Delivery) -> tuple[ColumnElement[bool], ...]:
    return _box.tenant == delivery.tenant, _box.id == delivery.id


def _mark(connection: Connection, change: Update) -> bool:
    return connection.execute(change.values(lease_token=None, lease_until=None)).rowcount == 1


def latest(connection: Connection, tenant: str, limit: int) -> list[Delivery]:
    """A tenant's latest deliveries, newest first."""
    rows = select(s.outbox).where(_box.tenant == tenant).order_by(_box.seq.desc()).limit(limit)
    return [_delivery(row) for row in connection.execute(rows).mappings()]


def posted_with(connection: Connection, claim_ids: Sequence[str]) -> list[Delivery]:
    """What stands in each message that carries one of those claims: its delivery, or the latest edit of it.

    A message that waits to be posted, and was never tried, counts as one too.
    """
    posted_claim, run = s.posted_claim.c, s.digest_run.c
    wanted_ids, standing = set(claim_ids), dict[tuple[str, str], Delivery]()
    for chunk in chunks(claim_ids):
        owners = (
            select(posted_claim.tenant, posted_claim.schedule_id).where(posted_claim.claim_id.in_(chunk)).distinct()
        )
        owner = owners.subquery().c
        runs = select(run.tenant, run.id).where(run.tenant == owner.tenant, run.schedule_id == owner.schedule_id)
        in_run = runs.subquery().c
        message = (or_(_box.state == "sent", _box.edits.is_not(None), _UNTRIED), _box.thread.is_(None))
        of_run = (_box.tenant == in_run.tenant, _box.run_id == in_run.id)
        carrying = select(_box.tenant, _box.run_id).where(*of_run, *message, or_(*map(_box.digest.contains, chunk)))
        keys = {(row.tenant, row.run_id) for row in connection.execute(carrying)}
        for tenant, run_ids in by_first(sorted(keys)).items():
            rows = select(s.outbox).where(_box.tenant == tenant, _box.run_id.in_(run_ids), *message).order_by(_box.seq)
            for row in connection.execute(rows).mappings():
                delivery = _delivery(row)
                standing[delivery.tenant, delivery.edits or delivery.remote_id or delivery.id] = delivery
    return [
        delivery for delivery in standing.values() if wanted_ids & {item.claim_id for item in delivery.digest.items}
    ]


def posted_run(connection: Connection, tenant: str, delivery_id: str) -> PostedRun | None:
    """What a tenant's delivery has become, with its run and what stands of all its messages."""
    wanted_run = select(_box.run_id).where(_box.tenant == tenant, _box.id == delivery_id)
    runs = select(s.digest_run).where(s.digest_run.c.tenant == tenant, s.digest_run.c.id.in_(wanted_run))
    run = connection.execute(runs).mappings().first()
    if run is None:
        return None
    message_ids, standing = dict[str, str](), dict[str, Delivery]()
    rows = select(s.outbox).where(_box.tenant == tenant, _box.run_id == run["id"], _box.thread.is_(None))
    for row in connection.execute(rows.order_by(_box.seq)).mappings():
        delivery = _delivery(row)
        message_id = message_ids[delivery.id] = delivery.edits or delivery.remote_id or delivery.id
        standing[message_id] = delivery
    if delivery_id not in message_ids:  # it is a note
        return None
    digests = tuple(delivery.digest for delivery in standing.values())
    return PostedRun(
        run=DigestRun.model_validate(dict(run)), message=standing[message_ids[delivery_id]], digests=digests
    )


def rewrite(connection: Connection, deliveries: Sequence[Delivery]) -> int:
    """Give messages that were never tried other digests, and say how many of them that reached in time."""
    changes = (
        update(s.outbox).where(*_own(delivery), _UNTRIED).values(digest=delivery.digest.model_dump_json())
        for delivery in deliveries
    )
    return sum(connection.execute(change).rowcount for change in changes)


def queue_edits(connection: Connection, edits: Sequence[Delivery], replacing: Mapping[str, Claim]) -> int:
    """Queue edits with their notes, and let what replaces posted claims count as posted; returns the new edits."""
    posted_claim = s.posted_claim.c
    for old, claim in replacing.items():
        known = select(posted_claim.tenant, posted_claim.schedule_id).where(posted_claim.claim_id == old)
        place = {"article_id": claim.passage.article_id, "claim_id": claim.id, "passage": claim.passage.exact}
        rows = [{"tenant": row.tenant, "schedule_id": row.schedule_id} | place for row in connection.execute(known)]
        if rows:
            connection.execute(insert_new(connection, s.posted_claim), rows)
    new_edits = {(edit.tenant, edit.id): edit for edit in edits}
    for tenant, edit_ids in by_first(new_edits).items():
        for edit_id in connection.execute(
            select(_box.id).where(_box.tenant == tenant, _box.id.in_(edit_ids))
        ).scalars():
            del new_edits[tenant, edit_id]
    if new_edits:
        connection.execute(s.outbox.insert(), [_fields(edit) for edit in new_edits.values()])
    return sum(edit.edits is not None for edit in new_edits.values())


def _note_posted(connection: Connection, run: DigestRun, claim_ids: Sequence[str]) -> None:
    """Note what a schedule has said, by what stays when an article gets a new version: its id and the passage."""
    names = ["tenant", "schedule_id", "article_id", "claim_id", "passage"]
    claim = s.claim.c
    owner = (literal(run.tenant, String), literal(run.schedule_id, String))
    for chunk in chunks(claim_ids):
        rows = select(*owner, claim.article_id, claim.id, claim.passage).where(claim.id.in_(chunk)).distinct()
        connection.execute(insert_new(connection, s.posted_claim).from_select(names, rows))


def _row(run: DigestRun, delivery: Delivery) -> dict[str, Any]:
    target = delivery.destination
    if {delivery.tenant, target.tenant} != {run.tenant} or delivery.run_id != run.id:
        raise ValueError(f"delivery {delivery.id} belongs to another run or workspace")
    return _fields(delivery)


def _fields(delivery: Delivery) -> dict[str, Any]:
    target = delivery.destination
    window = delivery.quiet_window
    row = delivery.model_dump(exclude={"destination", "digest", "quiet_window"})
    row |= {"quiet_hours": window and window.hours, "quiet_zone": window and window.zone}
    return row | place(target) | {"digest": delivery.digest.model_dump_json()}


def _delivery(row: Any) -> Delivery:
    fields = {name: value for name, value in row.items() if name not in {"seq", "lease_until"}}
    target = destination(fields)
    digest = Digest.model_validate_json(fields.pop("digest"))
    hours, zone = fields.pop("quiet_hours"), fields.pop("quiet_zone")
    window = QuietWindow(hours=hours, zone=zone) if hours else None
    return Delivery(destination=target, digest=digest, quiet_window=window, **fields)
