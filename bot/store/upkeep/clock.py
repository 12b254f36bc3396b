"""Bringing back moments that a clock which was ahead has noted."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from pydantic_core import from_json
from sqlalchemy import Connection, delete, func, select, update

from bot.models import key_of
from bot.store import schema as s
from bot.store.columns import iso
from bot.store.sending.outbox import NEVER

_LONGEST_WAIT = timedelta(days=1, hours=1)  #: no message waits longer for its next attempt or the end of quiet hours
_LOOK_BACK = timedelta(days=7)  #: how far back a message is looked for that may have been posted nobody knows when


def bring_back(connection: Connection, now: datetime, limit: datetime, *, sure: bool) -> int:
    """Let nothing be later than the limit that cannot be, and say how many rows were.

    sure: whether the clock is right; else articles stay as they are where most of them are later, as then it is
    rather behind.
    """
    return _articles(connection, now, limit, sure=sure) + _outbox(connection, now, limit) + _runs(connection, limit)


def _articles(connection: Connection, now: datetime, limit: datetime, *, sure: bool) -> int:
    """Articles count as added now; those that are embargoed at their hour."""
    article = s.article.c
    rows = connection.execute(select(article.id, article.version, article.json).where(article.added_at > limit)).all()
    ahead = [row for row in rows if (from_json(row.json).get("embargoed") or "") <= iso(limit)]
    total = connection.execute(select(func.count()).select_from(s.article)).scalar_one() if ahead else 0
    if not sure and len(ahead) * 2 > total:
        return 0
    for row in ahead:
        belongs = (article.id == row.id, article.version == row.version)
        connection.execute(update(s.article).where(*belongs).values(added_at=now))
    return len(ahead)


def _outbox(connection: Connection, now: datetime, limit: datetime) -> int:
    box = s.outbox.c
    changes: list[tuple[Any, dict[str, Any]]] = [
        ((box.not_before > now + _LONGEST_WAIT, box.not_before < NEVER, box.state != "sent"), {"not_before": now}),
        ((box.lease_until > limit, box.state == "sending"), {"lease_until": now}),
        ((box.maybe_posted_since > limit, box.state != "sent"), {"maybe_posted_since": now - _LOOK_BACK}),
    ]
    return sum(
        connection.execute(update(s.outbox).where(*conditions).values(**values)).rowcount
        for conditions, values in changes
    )


def _runs(connection: Connection, limit: datetime) -> int:
    """Runs of times that are still to come make way for the runs that will be due then."""
    run = s.digest_run.c
    rows = connection.execute(select(s.digest_run).where(run.due > limit)).mappings().all()
    for row in rows:
        due = row["due"] - timedelta(microseconds=1)
        new_id = key_of(row["schedule_id"], due.isoformat())
        connection.execute(s.digest_run.insert().values(**{**row, "id": new_id, "due": due}))
        in_run = (s.outbox.c.tenant == row["tenant"], s.outbox.c.run_id == row["id"])
        connection.execute(update(s.outbox).where(*in_run).values(run_id=new_id))
        connection.execute(delete(s.digest_run).where(run.tenant == row["tenant"], run.id == row["id"]))
    return len(rows)
