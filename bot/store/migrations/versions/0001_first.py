"""The first schema: articles and claims, their places, actors and words, schedules, runs and the outbox."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_FLAG = sa.Boolean().with_variant(sa.Integer(), "sqlite")

_SQLITE_WORDS = """
CREATE VIRTUAL TABLE claim_words USING fts5(
    words, claimant, content='claim', content_rowid='claim_key', tokenize='unicode61 remove_diacritics 0'
);
CREATE TRIGGER claim_words_insert AFTER INSERT ON claim BEGIN
    INSERT INTO claim_words (rowid, words, claimant) VALUES (new.claim_key, new.words, new.claimant)
END;
CREATE TRIGGER claim_words_delete AFTER DELETE ON claim BEGIN
    INSERT INTO claim_words (claim_words, rowid, words, claimant)
    VALUES ('delete', old.claim_key, old.words, old.claimant)
END;
"""

_POSTGRES_WORDS = """
ALTER TABLE claim ADD COLUMN words_vector tsvector
    GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED NOT NULL;
ALTER TABLE claim ADD COLUMN claimant_vector tsvector
    GENERATED ALWAYS AS (to_tsvector('simple', claimant)) STORED NOT NULL;
CREATE INDEX claim_words_ix ON claim USING gin (words_vector);
CREATE INDEX claim_claimant_ix ON claim USING gin (claimant_vector);
"""


def upgrade() -> None:
    """Create everything."""
    _create_articles()
    _create_claims()
    _create_links()
    _create_schedules()
    _create_outbox()
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in (_SQLITE_WORDS if sqlite else _POSTGRES_WORDS).split(";\n"):
        if statement.strip():
            op.execute(statement.replace("\nEND", ";\nEND"))


def _text(name: str, *, primary_key: bool = False, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), primary_key=primary_key, nullable=nullable)


def _int(name: str, kind: Any = _BIG, *, primary_key: bool = False, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, kind, primary_key=primary_key, nullable=nullable, autoincrement=False)


def _table(name: str, *parts: Any, rowid: bool = True) -> None:
    op.create_table(name, *parts, sqlite_strict=True, sqlite_with_rowid=rowid)


def _create_articles() -> None:
    _table(
        "article",
        _text("id"),
        _int("version", sa.Integer()),
        _int("current", _FLAG),
        _text("status"),
        _text("supersedes", nullable=True),
        _int("added_at"),
        _text("body"),
        sa.PrimaryKeyConstraint("id", "version", name="article_pk"),
    )
    op.create_index("article_supersedes_ix", "article", ["supersedes"])


def _create_claims() -> None:
    _table(
        "claim",
        _int("claim_key"),
        _text("id"),
        _text("article_id"),
        _int("version", sa.Integer()),
        _int("current", _FLAG),
        _text("kind"),
        _text("status"),
        _int("added_at"),
        _text("claimant"),
        _text("words"),
        _text("body"),
        sa.PrimaryKeyConstraint("claim_key", name="claim_pk"),
        sa.ForeignKeyConstraint(
            ["article_id", "version"], ["article.id", "article.version"], name="claim_article_id_version_fk"
        ),
        sa.UniqueConstraint("article_id", "version", "id", name="claim_article_id_version_id_key"),
    )
    op.create_index("claim_id_ix", "claim", ["id"])
    op.create_index("claim_added_at_ix", "claim", ["added_at"])


def _create_links() -> None:
    for name, key, others in (
        ("claim_place", _int("place_id"), [_int("direct", _FLAG)]),
        ("claim_actor", _text("actor_id"), [_text("relation")]),
    ):
        keys = [key.name, *(["relation"] if name == "claim_actor" else []), "claim_key"]
        _table(
            name,
            key,
            *others,
            _int("claim_key"),
            sa.PrimaryKeyConstraint(*keys, name=f"{name}_pk"),
            sa.ForeignKeyConstraint(["claim_key"], ["claim.claim_key"], name=f"{name}_claim_key_fk"),
            rowid=False,
        )
    _table("place", _int("id"), _text("name"), _text("detail"), sa.PrimaryKeyConstraint("id", name="place_pk"))
    _table("actor", _text("id"), _text("name"), _text("detail"), sa.PrimaryKeyConstraint("id", name="actor_pk"))


def _create_schedules() -> None:
    _table(
        "schedule",
        *map(_text, ("tenant", "id", "name", "platform", "channel", "cron", "zone", "about")),
        _int("max_lines", sa.Integer()),
        _text("if_empty"),
        _int("paused", _FLAG),
        _text("paused_why", nullable=True),
        *map(_int, ("created_at", "covered_until", "next_due", "revision")),
        sa.PrimaryKeyConstraint("tenant", "id", name="schedule_pk"),
        sa.UniqueConstraint("id", name="schedule_id_key"),
        sa.UniqueConstraint("tenant", "name", name="schedule_tenant_name_key"),
    )
    _table(
        "posted_claim",
        *map(_text, ("schedule_id", "claim_id", "tenant")),
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
        _int("unsure_since", nullable=True),
        _text("lease_token", nullable=True),
        _int("lease_until", nullable=True),
        _text("remote_id", nullable=True),
        _text("error", nullable=True),
        sa.PrimaryKeyConstraint("seq", name="outbox_pk"),
        sa.ForeignKeyConstraint(
            ["tenant", "run_id"], ["digest_run.tenant", "digest_run.id"], name="outbox_tenant_run_id_fk"
        ),
        sa.UniqueConstraint("tenant", "id", name="outbox_tenant_id_key"),
    )
    op.create_index("outbox_state_not_before_ix", "outbox", ["state", "not_before"])
    op.create_index("outbox_tenant_platform_channel_seq_ix", "outbox", ["tenant", "platform", "channel", "seq"])
