"""The first schema: articles and claims, their places, actors and words, schedules, runs and the outbox."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_FLAG = sa.Boolean().with_variant(sa.Integer(), "sqlite")

# The words are kept in the index alone: a claim's come from its article, which is packed.
_SQLITE_WORDS = """
CREATE VIRTUAL TABLE claim_words USING fts5(
    words, content='', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 0'
)
"""
_POSTGRES_WORDS = """
CREATE TABLE claim_words (claim_key BIGINT NOT NULL CONSTRAINT claim_words_pk PRIMARY KEY, words TSVECTOR NOT NULL);
CREATE INDEX claim_words_ix ON claim_words USING gin (words)
"""


def upgrade() -> None:
    """Create everything."""
    _create_articles()
    _create_claims()
    _create_entities()
    _create_schedules()
    _create_outbox()
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in (_SQLITE_WORDS if sqlite else _POSTGRES_WORDS).split(";\n"):
        if statement.strip():
            op.execute(statement)


def _text(name: str, *, primary_key: bool = False, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), primary_key=primary_key, nullable=nullable)


def _int(name: str, kind: Any = _BIG, *, primary_key: bool = False, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, kind, primary_key=primary_key, nullable=nullable, autoincrement=False)


def _table(name: str, *parts: Any, rowid: bool = True) -> None:
    op.create_table(name, *parts, sqlite_strict=True, sqlite_with_rowid=rowid)


def _create_articles() -> None:
    _table(
        "article",
        sa.Column("no", _BIG, sa.Identity(), nullable=False),
        _text("id"),
        _int("version", sa.Integer()),
        _int("current", _FLAG),
        _text("status"),
        _text("supersedes", nullable=True),
        _int("added_at"),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("no", name="article_pk"),
        sa.UniqueConstraint("id", "version", name="article_id_version_key"),
    )
    replacing = sa.text("supersedes IS NOT NULL")  # few articles do
    op.create_index(
        "article_supersedes_ix", "article", ["supersedes"], sqlite_where=replacing, postgresql_where=replacing
    )
    op.create_index("article_added_at_ix", "article", ["added_at"])
    _table(
        "value",
        sa.Column("no", _BIG, sa.Identity(), nullable=False),
        _text("body"),
        _int("hash"),
        sa.PrimaryKeyConstraint("no", name="value_pk"),
        sa.UniqueConstraint("hash", name="value_hash_key"),
    )


def _create_claims() -> None:
    _table(
        "claim",
        _int("claim_key"),
        _int("id"),
        _int("article_no"),
        _int("ordinal", sa.Integer()),
        _int("current", _FLAG),
        *(_int(name, sa.Integer()) for name in ("kind", "status")),
        sa.PrimaryKeyConstraint("claim_key", name="claim_pk"),
        sa.ForeignKeyConstraint(["article_no"], ["article.no"], name="claim_article_no_fk"),
    )
    op.create_index("claim_id_ix", "claim", ["id"])


def _create_entities() -> None:
    _table(
        "entity",
        sa.Column("no", _BIG, sa.Identity(), nullable=False),
        *map(_text, ("id", "name", "detail")),
        _int("claims", sa.Integer()),
        sa.PrimaryKeyConstraint("no", name="entity_pk"),
        sa.UniqueConstraint("id", name="entity_id_key"),
    )
    primary = sa.PrimaryKeyConstraint("entity", "claim_key", name="claim_entity_pk")
    _table("claim_entity", _int("entity"), _int("claim_key"), primary, rowid=False)


def _create_schedules() -> None:
    _table(
        "schedule",
        *map(_text, ("tenant", "id", "name", "platform", "channel", "cron", "zone", "about")),
        _int("max_lines", sa.Integer()),
        _text("if_empty"),
        _int("paused", _FLAG),
        _text("paused_why", nullable=True),
        *map(_int, ("created_at", "covered_until", "next_due", "revision")),
        _text("quiet_hours", nullable=True),
        _int("grace", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("tenant", "id", name="schedule_pk"),
        sa.UniqueConstraint("id", name="schedule_id_key"),
        sa.UniqueConstraint("tenant", "name", name="schedule_tenant_name_key"),
    )
    _table(
        "posted_claim",
        _text("schedule_id"),
        _int("claim_id"),
        _text("tenant"),
        sa.PrimaryKeyConstraint("schedule_id", "claim_id", "tenant", name="posted_claim_pk"),
        rowid=False,
    )


def _create_outbox() -> None:
    _table(
        "digest_run",
        *map(_text, ("tenant", "id", "schedule_id")),
        *map(_int, ("due", "window_from", "window_to")),
        sa.PrimaryKeyConstraint("tenant", "id", name="digest_run_pk"),
        sa.UniqueConstraint("tenant", "schedule_id", "due", name="digest_run_tenant_schedule_id_due_key"),
    )
    _table(
        "outbox",
        sa.Column("seq", _BIG, sa.Identity(), nullable=False),
        *map(_text, ("tenant", "id", "run_id")),
        _int("part", sa.Integer()),
        *map(_text, ("platform", "channel", "digest", "state")),
        _int("attempts", sa.Integer()),
        _int("not_before"),
        _int("maybe_posted_since", nullable=True),
        _text("lease_token", nullable=True),
        _int("lease_until", nullable=True),
        _text("edits", nullable=True),
        _text("remote_id", nullable=True),
        _text("error", nullable=True),
        *(_text(name, nullable=True) for name in ("quiet_hours", "quiet_zone", "thread")),
        sa.PrimaryKeyConstraint("seq", name="outbox_pk"),
        sa.ForeignKeyConstraint(
            ["tenant", "run_id"], ["digest_run.tenant", "digest_run.id"], name="outbox_tenant_run_id_fk"
        ),
        sa.UniqueConstraint("tenant", "id", name="outbox_tenant_id_key"),
    )
    op.create_index("outbox_state_not_before_ix", "outbox", ["state", "not_before"])
    unsent = sa.text("state IN ('pending', 'sending', 'maybe_posted', 'held')")  # the sent are soon many times as many
    columns = ["tenant", "platform", "channel", "seq"]
    op.create_index("outbox_open_ix", "outbox", columns, sqlite_where=unsent, postgresql_where=unsent)
