"""Digest runs: each is written once, with all that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, case, literal, select, update

from bot.models import Delivery, DigestRun
from bot.store import schema as s
from bot.store.columns import Moment, String
from bot.store.dialect import add_new, chunks, insert_new
from bot.store.sending.deliveries import row_of
from bot.store.sending.schedules import new_revision
from bot.store.stories import note_lines


def add(
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
    return row_of(delivery)
