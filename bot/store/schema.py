"""The tables, alike for SQLite and Postgres and without extensions; `migrations/` builds them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
    literal_column,
)

from bot.store.columns import Big, Code, Flag, Hashed, Moment, String

metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pk",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "fk": "%(table_name)s_%(column_0_N_name)s_fk",
        "ix": "%(table_name)s_%(column_0_N_name)s_ix",
    }
)


_REPLACING: ColumnElement[bool] = literal_column("supersedes IS NOT NULL")
_UNSENT: ColumnElement[bool] = literal_column("state IN ('pending', 'sending', 'maybe_posted', 'held')")


def _table(name: str, *parts: Any, **options: Any) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True, **options)


KIND = Code("saying estimate denial forecast attitude appearance")
STATUS = Code("claimed unconfirmed denied corrected withdrawn superseded")

# --- what has been read ---------------------------------------------------------------------------------------

#: `current` is false for a version that a newer one, or another article, has taken the place of;
#: `packed` holds the article and its claims, as `packing` writes them.
article = _table(
    "article",
    Column("no", Big, Identity(), primary_key=True),
    Column("id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("current", Flag, nullable=False),
    Column("status", String, nullable=False),
    Column("supersedes", String),
    Column("added_at", Moment, nullable=False),
    Column("packed", LargeBinary, nullable=False),
    UniqueConstraint("id", "version"),
    Index(None, "supersedes", sqlite_where=_REPLACING, postgresql_where=_REPLACING),
    Index(None, "added_at"),
)

#: Places, actors and claimants that packed claims name by number, each written once and never changed.
value = _table(
    "value",
    Column("no", Big, Identity(), primary_key=True),
    Column("body", String, nullable=False),
    Column("hash", Hashed, nullable=False),
    UniqueConstraint("hash"),
)

#: `claim_key` is the second it was said << 10 | a sequence number, so that newest first is an index walk;
#: `ordinal` is the claim's place in its article.
claim = _table(
    "claim",
    Column("claim_key", Big, primary_key=True, autoincrement=False),
    Column("id", Hashed, nullable=False),
    Column("article_no", Big, ForeignKey("article.no"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("current", Flag, nullable=False),
    Column("kind", KIND, nullable=False),
    Column("status", STATUS, nullable=False),
    Index(None, "id"),
)

#: Places and actors ("place:538555", "actor:org:isw"), with how many current claims concern them.
entity = _table(
    "entity",
    Column("no", Big, Identity(), primary_key=True),
    Column("id", String, nullable=False),
    Column("name", String, nullable=False),
    Column("detail", String, nullable=False),
    Column("claims", Integer, nullable=False),
    UniqueConstraint("id"),
)

#: Every place of a current claim with all that it lies in, and every actor; `entity` is the entity's number,
#: doubled, and one more where the claim is the actor's own: theirs, their body's, or of what holds that.
claim_entity = _table(
    "claim_entity",
    Column("entity", Big, primary_key=True, autoincrement=False),
    Column("claim_key", Big, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# --- what is sent, all of it by tenant ------------------------------------------------------------------------

#: `revision` is another number after each change, so that a scheduler need not read what it knows.
schedule = _table(
    "schedule",
    Column("tenant", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("platform", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("cron", String, nullable=False),
    Column("zone", String, nullable=False),
    Column("about", String, nullable=False),
    Column("max_lines", Integer, nullable=False),
    Column("if_empty", String, nullable=False),
    Column("paused", Flag, nullable=False),
    Column("paused_why", String),
    Column("created_at", Moment, nullable=False),
    Column("covered_until", Moment, nullable=False),
    Column("next_due", Moment, nullable=False),
    Column("revision", Big, nullable=False),
    Column("quiet_hours", String),
    Column("grace", Integer),
    UniqueConstraint("id"),
    UniqueConstraint("tenant", "name"),
)

digest_run = _table(
    "digest_run",
    Column("tenant", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("schedule_id", String, nullable=False),
    Column("due", Moment, nullable=False),
    Column("window_from", Moment, nullable=False),
    Column("window_to", Moment, nullable=False),
    UniqueConstraint("tenant", "schedule_id", "due"),
)

#: One row for each message part, in the order of `seq`.
outbox = _table(
    "outbox",
    Column("seq", Big, Identity(), primary_key=True),
    Column("tenant", String, nullable=False),
    Column("id", String, nullable=False),
    Column("run_id", String, nullable=False),
    Column("part", Integer, nullable=False),
    Column("platform", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("state", String, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("not_before", Moment, nullable=False),
    Column("maybe_posted_since", Moment),
    Column("lease_token", String),
    Column("lease_until", Moment),
    Column("edits", String),
    Column("remote_id", String),
    Column("error", String),
    Column("quiet_hours", String),
    Column("quiet_zone", String),
    Column("thread", String),
    ForeignKeyConstraint(["tenant", "run_id"], ["digest_run.tenant", "digest_run.id"]),
    UniqueConstraint("tenant", "id"),
    Index(None, "state", "not_before"),
    Index("outbox_open_ix", "tenant", "platform", "channel", "seq", sqlite_where=_UNSENT, postgresql_where=_UNSENT),
)

#: What each schedule has posted; it outlives the schedule.
posted_claim = _table(
    "posted_claim",
    Column("schedule_id", String, primary_key=True),
    Column("claim_id", Hashed, primary_key=True, autoincrement=False),
    Column("tenant", String, primary_key=True),
    sqlite_with_rowid=False,
)
