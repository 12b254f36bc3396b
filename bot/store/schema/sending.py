"""What is sent, all of it by tenant: schedules, their runs and messages, and what channels have had."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKeyConstraint,
    Identity,
    Index,
    Integer,
    PrimaryKeyConstraint,
    UniqueConstraint,
    literal_column,
)

from bot.store.columns import Big, Flag, Moment, String
from bot.store.schema.tables import table, texts

_UNSENT: ColumnElement[bool] = literal_column("state IN ('pending', 'sending', 'maybe_posted', 'held')")

#: `revision` is another number after each change, so that a scheduler need not read what it knows.
schedule = table(
    "schedule",
    Column("tenant", String, primary_key=True),
    Column("id", String, primary_key=True),
    *texts("name platform channel cron zone about"),
    Column("max_lines", Integer, nullable=False),
    Column("if_empty", String, nullable=False),
    Column("paused", Flag, nullable=False),
    Column("paused_why", String),
    *(Column(name, Moment, nullable=False) for name in ("created_at", "covered_until", "next_due")),
    Column("revision", Big, nullable=False),
    Column("quiet_hours", String),
    Column("grace", Integer),
    *texts("made_by posting", nullable=True),
    UniqueConstraint("id"),
    UniqueConstraint("tenant", "name"),
)

digest_run = table(
    "digest_run",
    Column("tenant", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("schedule_id", String, nullable=False),
    *(Column(name, Moment, nullable=False) for name in ("due", "window_from", "window_to")),
    UniqueConstraint("tenant", "schedule_id", "due"),
)

#: What a workspace, or a platform as a whole, has set or is to remember, by name.
note = table(
    "note",
    *texts("tenant name text"),
    PrimaryKeyConstraint("tenant", "name"),
)

#: One row for each message part, in the order of `seq`.
outbox = table(
    "outbox",
    Column("seq", Big, Identity(), primary_key=True),
    *texts("tenant id run_id"),
    Column("part", Integer, nullable=False),
    *texts("platform channel digest state"),
    Column("attempts", Integer, nullable=False),
    Column("not_before", Moment, nullable=False),
    Column("maybe_posted_since", Moment),
    Column("lease_token", String),
    Column("lease_until", Moment),
    *texts("edits remote_id error quiet_hours quiet_zone thread posting", nullable=True),
    ForeignKeyConstraint(["tenant", "run_id"], ["digest_run.tenant", "digest_run.id"]),
    UniqueConstraint("tenant", "id"),
    Index(None, "state", "not_before"),
    Index(None, "tenant", "run_id"),
    Index("outbox_open_ix", "tenant", "platform", "channel", "seq", sqlite_where=_UNSENT, postgresql_where=_UNSENT),
)

#: What each schedule has posted; it outlives the schedule. A claim of a newer version of the article with the same
#: passage counts as posted too.
posted_claim = table(
    "posted_claim",
    *texts("tenant schedule_id article_id claim_id passage"),
    PrimaryKeyConstraint("schedule_id", "article_id", "claim_id", "tenant"),
    Index(None, "claim_id"),
    sqlite_with_rowid=False,
)

#: The lines that each channel has had, whichever schedule sent them, with the story of the article.
channel_line = table(
    "channel_line",
    *texts("tenant platform channel claim_id story"),
    Column("posted_at", Moment, nullable=False),
    PrimaryKeyConstraint("tenant", "platform", "channel", "claim_id"),
    Index(None, "claim_id"),
    sqlite_with_rowid=False,
)
