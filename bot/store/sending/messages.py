"""What stands in the messages of digests, posted or waiting, and the edits that change it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, and_, or_, select, update

from bot.models import Delivery, DigestRun, PostedRun
from bot.store import schema as s
from bot.store.dialect import by_first, chunks, insert_new
from bot.store.sending.deliveries import delivery_of, is_row_of, row_of
from digests.models import Claim

_box = s.outbox.c
_UNTRIED = and_(_box.state.in_(("pending", "held")), _box.maybe_posted_since.is_(None), _box.edits.is_(None))
# what stands, or will: notes beside a digest are no part of it
_OF_DIGESTS = (or_(_box.state == "sent", _box.edits.is_not(None), _UNTRIED), _box.thread.is_(None))


def posted_with(connection: Connection, claim_ids: Sequence[str]) -> list[Delivery]:
    """What stands in each message that carries one of those claims: its delivery, or the latest edit of it.

    A message that waits to be posted, and was never tried, counts as one too.
    """
    wanted_ids, standing = set(claim_ids), dict[tuple[str, str], Delivery]()
    for chunk in chunks(claim_ids):
        for tenant, run_ids in by_first(_runs_carrying(connection, chunk)).items():
            rows = select(s.outbox).where(_box.tenant == tenant, _box.run_id.in_(run_ids), *_OF_DIGESTS)
            for row in connection.execute(rows.order_by(_box.seq)).mappings():
                delivery = delivery_of(row)
                standing[tenant, _message_id(delivery)] = delivery
    return [
        delivery for delivery in standing.values() if wanted_ids & {item.claim_id for item in delivery.digest.items}
    ]


def _runs_carrying(connection: Connection, claim_ids: Sequence[str]) -> list[tuple[str, str]]:
    """The runs, each with its tenant, whose messages may carry one of those claims."""
    posted_claim, run = s.posted_claim.c, s.digest_run.c
    owners = select(posted_claim.tenant, posted_claim.schedule_id).where(posted_claim.claim_id.in_(claim_ids))
    owner = owners.distinct().subquery().c
    runs = select(run.tenant, run.id).where(run.tenant == owner.tenant, run.schedule_id == owner.schedule_id)
    in_run = runs.subquery().c
    of_run = (_box.tenant == in_run.tenant, _box.run_id == in_run.id)
    is_carrying = or_(*map(_box.digest.contains, claim_ids))
    carrying = select(_box.tenant, _box.run_id).where(*of_run, *_OF_DIGESTS, is_carrying)
    return sorted({(row.tenant, row.run_id) for row in connection.execute(carrying)})


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
        delivery = delivery_of(row)
        message_id = message_ids[delivery.id] = _message_id(delivery)
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
        update(s.outbox).where(*is_row_of(delivery), _UNTRIED).values(digest=delivery.digest.model_dump_json())
        for delivery in deliveries
    )
    return sum(connection.execute(change).rowcount for change in changes)


def queue_edits(connection: Connection, edits: Sequence[Delivery], replacing: Mapping[str, Claim]) -> int:
    """Queue edits with their notes, and let what replaces posted claims count as posted; returns the new edits."""
    _note_replacing(connection, replacing)
    new_edits = {(edit.tenant, edit.id): edit for edit in edits}
    for tenant, edit_ids in by_first(new_edits).items():
        queued_ids = select(_box.id).where(_box.tenant == tenant, _box.id.in_(edit_ids))
        for edit_id in connection.execute(queued_ids).scalars():
            del new_edits[tenant, edit_id]
    if new_edits:
        connection.execute(s.outbox.insert(), [row_of(edit) for edit in new_edits.values()])
    return sum(edit.edits is not None for edit in new_edits.values())


def _note_replacing(connection: Connection, replacing: Mapping[str, Claim]) -> None:
    """Let what replaces posted claims count as posted wherever those were."""
    posted_claim = s.posted_claim.c
    for old, claim in replacing.items():
        known = select(posted_claim.tenant, posted_claim.schedule_id).where(posted_claim.claim_id == old)
        place = {"article_id": claim.passage.article_id, "claim_id": claim.id, "passage": claim.passage.exact}
        rows = [{"tenant": row.tenant, "schedule_id": row.schedule_id} | place for row in connection.execute(known)]
        if rows:
            connection.execute(insert_new(connection, s.posted_claim), rows)


def _message_id(delivery: Delivery) -> str:
    """What a message goes by: what was posted, or the delivery that is to be."""
    return delivery.edits or delivery.remote_id or delivery.id
