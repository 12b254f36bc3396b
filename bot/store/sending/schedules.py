"""Schedules as rows; every statement names the tenant."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, exists, func, select, update

from bot.models import Destination, Schedule
from bot.store import schema as s
from bot.store.dialect import add_new

_columns = s.schedule.c
_AT_ONCE = 500
_CHECK = 1 << 40
#: What is the same as long as nothing changes, as good as certainly: it is asked every few seconds.
_SUM = select(func.count(), func.coalesce(func.sum(_columns.revision % _CHECK), 0))


def add(connection: Connection, schedule: Schedule) -> bool:
    """Add a schedule; False if its name or id is taken."""
    return add_new(connection, s.schedule, _row(schedule))


def of_tenant(connection: Connection, tenant: str | None) -> list[Schedule]:
    """A tenant's schedules by name, or everybody's."""
    rows = select(s.schedule).order_by(_columns.tenant, _columns.name)
    if tenant is not None:
        rows = rows.where(_columns.tenant == tenant)
    return [_schedule(row) for row in connection.execute(rows).mappings()]


def changed(connection: Connection, known: Mapping[str, int]) -> tuple[list[tuple[Schedule, int]], set[str]]:
    """The schedules whose revision is not the known one, each with its revision, and the ids of those that are gone."""
    if tuple(connection.execute(_SUM).one()) == (len(known), sum(revision % _CHECK for revision in known.values())):
        return [], set()
    revisions = {row.id: row.revision for row in connection.execute(select(_columns.id, _columns.revision))}
    stale = [schedule_id for schedule_id, revision in revisions.items() if known.get(schedule_id) != revision]
    changed_schedules: list[tuple[Schedule, int]] = []
    for start in range(0, len(stale), _AT_ONCE):
        rows = select(s.schedule).where(_columns.id.in_(stale[start : start + _AT_ONCE]))
        changed_schedules += [(_schedule(row), row["revision"]) for row in connection.execute(rows).mappings()]
    return changed_schedules, known.keys() - revisions.keys()


def by_id(connection: Connection, schedule_id: str) -> Schedule | None:
    """One schedule, whoever's it is: the scheduler's look-up alone."""
    row = connection.execute(select(s.schedule).where(_columns.id == schedule_id)).mappings().first()
    return None if row is None else _schedule(row)


def replace(connection: Connection, schedule: Schedule) -> bool:
    """Replace a schedule; False if it is gone or its new name is another's."""
    other = s.schedule.alias().c
    name_taken = exists().where(other.tenant == schedule.tenant, other.name == schedule.name, other.id != schedule.id)
    statement = update(s.schedule).where(_columns.tenant == schedule.tenant, _columns.id == schedule.id, ~name_taken)
    return connection.execute(statement.values(_row(schedule))).rowcount == 1


def remove(connection: Connection, tenant: str, schedule_id: str) -> bool:
    """Remove a schedule; False if it is gone already."""
    statement = delete(s.schedule).where(_columns.tenant == tenant, _columns.id == schedule_id)
    return connection.execute(statement).rowcount == 1


def pause_destination(connection: Connection, destination: Destination, reason: str) -> int:
    """Pause the schedules of a channel that are not paused, and say how many."""
    statement = update(s.schedule).where(
        _columns.tenant == destination.tenant, _columns.platform == destination.platform
    )
    statement = statement.where(_columns.channel == destination.channel, ~_columns.paused)
    return connection.execute(statement.values(paused=True, paused_why=reason, revision=new_revision())).rowcount


def new_revision() -> int:
    """A number that no revision has had, as good as certainly; clocks and counters of replicas would not do."""
    return secrets.randbits(62)


def _row(schedule: Schedule) -> dict[str, Any]:
    target = schedule.destination
    if target.tenant != schedule.tenant:
        raise ValueError(f"schedule {schedule.id} would post to another workspace")
    row = schedule.model_dump(exclude={"destination"})
    return row | place(target) | {"revision": new_revision()}


def _schedule(row: Any) -> Schedule:
    fields = {name: value for name, value in row.items() if name != "revision"}
    return Schedule(destination=destination(fields), **fields)


def place(target: Destination) -> dict[str, Any]:
    """A destination as the columns of whatever goes there."""
    return {"platform": target.platform, "channel": target.channel, "posting": target.posting or None}


def destination(fields: dict[str, Any]) -> Destination:
    """Where a row goes, its columns taken out of the row."""
    names = ("platform", "channel")
    posting = fields.pop("posting") or ""
    return Destination(tenant=fields["tenant"], posting=posting, **{name: fields.pop(name) for name in names})
