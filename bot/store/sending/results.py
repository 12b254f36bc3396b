"""What became of a schedule's due times."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from bot.models import RunResult
from bot.store import schema as s

_box, _run = s.outbox.c, s.digest_run.c


def results(connection: Connection, tenant: str, schedule_id: str, limit: int) -> list[RunResult]:
    """The latest due times, newest first, with what became of each."""
    runs = select(_run.id, _run.due).where(_run.tenant == tenant, _run.schedule_id == schedule_id)
    newest = connection.execute(runs.order_by(_run.due.desc()).limit(limit)).all()
    # corrections and notes are not the digest itself
    parts = select(_box.run_id, _box.state, _box.error).where(
        _box.tenant == tenant,
        _box.run_id.in_([run.id for run in newest]),
        _box.edits.is_(None),
        _box.thread.is_(None),
    )
    by_run: dict[str, list[Any]] = {run.id: [] for run in newest}
    for part in connection.execute(parts):
        by_run[part.run_id].append(part)
    return [_result(run.due, by_run[run.id]) for run in newest]


def last_right(connection: Connection, tenant: str, schedule_id: str) -> datetime | None:
    """The due time of the latest digest of a schedule that was posted."""
    statement = (
        select(func.max(_run.due))
        .select_from(s.digest_run.join(s.outbox, (_box.tenant == _run.tenant) & (_box.run_id == _run.id)))
        .where(_run.tenant == tenant, _run.schedule_id == schedule_id, _box.state == "sent")
    )
    return connection.execute(statement).scalar()


def _result(due: datetime, parts: Sequence[Any]) -> RunResult:
    states = {part.state for part in parts}
    error = next((part.error for part in parts if part.error), None)
    if not parts:
        return RunResult(due=due, state="silent")
    if "dead" in states:
        return RunResult(due=due, state="failed", error=error)
    if states == {"sent"}:
        return RunResult(due=due, state="posted")
    return RunResult(due=due, state="held" if "held" in states else "waiting", error=error)
