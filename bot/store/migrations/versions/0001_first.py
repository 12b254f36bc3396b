"""The first schema: articles and claims, their places, actors, words and relations, schedules, runs and the outbox."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_FLAG = sa.Boolean().with_variant(sa.Integer(), "sqlite")
_REAL: Any = sa.Double().with_variant(sa.REAL(), "sqlite")

# The words are kept in the index alone, stemmed as `bot/store/claims/stemming.py` does it.
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
    _create_mentions()
    _create_relations()
    _create_feeds()
    _create_desk()
    _create_schedules()
    _create_outbox()
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in (_SQLITE_WORDS if sqlite else _POSTGRES_WORDS).split(";\n"):
        if statement.strip():
            op.execute(statement)


def _columns(names: str, kind: Any, *, nullable: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=nullable, autoincrement=False) for name in names.split()]


def _texts(names: str, *, nullable: bool = False) -> list[sa.Column[Any]]:
    return _columns(names, sa.Text(), nullable=nullable)


def _ints(names: str, kind: Any = _BIG, *, nullable: bool = False) -> list[sa.Column[Any]]:
    return _columns(names, kind, nullable=nullable)


def _table(name: str, key: str, *parts: Any, rowid: bool = True) -> None:
    primary = sa.PrimaryKeyConstraint(*key.split(), name=f"{name}_pk")
    op.create_table(name, *parts, primary, sqlite_strict=True, sqlite_with_rowid=rowid)


def _create_articles() -> None:
    _table(
        "article",
        "id version",
        *_texts("id"),
        *_ints("version", sa.Integer()),
        *_columns("current news", _FLAG),
        *_texts("status publisher headline language"),
        *_texts("url publisher_domain supersedes date_published date_modified", nullable=True),
        *_texts("added_at json body"),
    )
    replacing = sa.text("supersedes IS NOT NULL")  # few articles do
    op.create_index(
        "article_supersedes_ix", "article", ["supersedes"], sqlite_where=replacing, postgresql_where=replacing
    )
    op.create_index("article_added_at_ix", "article", ["added_at"])


def _create_claims() -> None:
    _table(
        "claim",
        "claim_key",
        *_ints("claim_key"),
        *_texts("id article_id"),
        *_ints("version ordinal", sa.Integer()),
        *_columns("current", _FLAG),
        *_texts("claimant"),
        *_texts("claimant_short claimant_id affiliation affiliation_id side", nullable=True),
        *_texts("role kind mode status"),
        *_texts("said_at valid_from valid_to said_on", nullable=True),
        *_texts("said_precision valid_precision"),
        *_ints("start_offset end_offset", sa.Integer()),
        *_texts("cue passage"),
        *_columns("no_response", _FLAG),
        *_columns("confidence", _REAL),
        *_texts("json"),
        sa.ForeignKeyConstraint(
            ["article_id", "version"], ["article.id", "article.version"], name="claim_article_id_version_fk"
        ),
    )
    op.create_index("claim_id_ix", "claim", ["id"])
    op.create_index("claim_article_id_version_ix", "claim", ["article_id", "version"])


def _create_mentions() -> None:
    _table(
        "place",
        "id",
        *_ints("id"),
        *_texts("name kind"),
        *_texts("country", nullable=True),
        *_columns("latitude longitude", _REAL, nullable=True),
        *_ints("claims", sa.Integer()),
    )
    _table("actor", "id", *_texts("id name kind"), *_ints("claims", sa.Integer()))
    _table("claim_place", "place_id claim_key", *_ints("place_id claim_key"), *_texts("mention"), rowid=False)
    _table(
        "claim_actor",
        "actor_id speaks claim_key",
        *_texts("actor_id"),
        *_columns("speaks", _FLAG),
        *_ints("claim_key"),
        rowid=False,
    )
    _table(
        "claim_figure",
        "claim_key ordinal",
        *_ints("claim_key"),
        *_ints("ordinal", sa.Integer()),
        *_columns("value low high", _REAL, nullable=True),
        *_texts("unit what party", nullable=True),
        *_texts("bound surface"),
        rowid=False,
    )


def _create_relations() -> None:
    _table(
        "claim_event",
        "word dated claim_key",
        *_texts("word"),
        *_columns("dated", _FLAG),
        *_ints("claim_key"),
        *_columns("denies counts", _FLAG),
        *_texts("terms"),
        rowid=False,
    )
    _table(
        "claim_relation",
        "claim_key other_key",
        *_ints("claim_key other_key"),
        *_texts("kind reason"),
        *_texts("origin", nullable=True),
        *_texts("since"),
        *_texts("until", nullable=True),
        rowid=False,
    )


def _create_feeds() -> None:
    _table(
        "feed",
        "id",
        *_texts("id url mode"),
        *_texts("name language selector", nullable=True),
        *_columns("full_text paused retired", _FLAG),
        *_ints("interval silent_after failures", sa.Integer()),
        *_texts("added_at next_due"),
        *_texts("last_try last_success last_new etag last_modified body_hash error alert", nullable=True),
        *_texts("sites seen"),
        sa.UniqueConstraint("url", name="feed_url_key"),
    )
    op.create_index("feed_next_due_ix", "feed", ["next_due"])


def _create_desk() -> None:
    _table(
        "desk_item",
        "id",
        *_texts("id tenant kind state origin text approvals"),
        *_texts("article claim_id", nullable=True),
        *_ints("needs", sa.Integer()),
        *_columns("news", _FLAG),
        *_texts("added_at"),
        *_texts("decided_at", nullable=True),
        *_ints("revision", sa.Integer()),
    )
    op.create_index("desk_item_tenant_state_added_at_ix", "desk_item", ["tenant", "state", "added_at"])
    _table(
        "audit",
        "seq",
        sa.Column("seq", _BIG, sa.Identity(), nullable=False),
        *_texts("moment actor tenant action subject reason detail"),
    )
    op.create_index("audit_subject_ix", "audit", ["subject"])
    _table("claim_edit", "article_id passage", *_texts("article_id passage json"))


def _create_schedules() -> None:
    _table(
        "schedule",
        "tenant id",
        *_texts("tenant id name platform channel cron zone about"),
        *_ints("max_lines", sa.Integer()),
        *_texts("if_empty"),
        *_columns("paused", _FLAG),
        *_texts("paused_why", nullable=True),
        *_texts("created_at covered_until next_due"),
        *_ints("revision"),
        *_texts("quiet_hours", nullable=True),
        *_ints("grace", sa.Integer(), nullable=True),
        sa.UniqueConstraint("id", name="schedule_id_key"),
        sa.UniqueConstraint("tenant", "name", name="schedule_tenant_name_key"),
    )
    _table(
        "posted_claim",
        "schedule_id article_id claim_id tenant",
        *_texts("tenant schedule_id article_id claim_id passage"),
        rowid=False,
    )
    op.create_index("posted_claim_claim_id_ix", "posted_claim", ["claim_id"])


def _create_outbox() -> None:
    _table(
        "digest_run",
        "tenant id",
        *_texts("tenant id schedule_id due window_from window_to"),
        sa.UniqueConstraint("tenant", "schedule_id", "due", name="digest_run_tenant_schedule_id_due_key"),
    )
    _table(
        "outbox",
        "seq",
        sa.Column("seq", _BIG, sa.Identity(), nullable=False),
        *_texts("tenant id run_id"),
        *_ints("part", sa.Integer()),
        *_texts("platform channel digest state"),
        *_ints("attempts", sa.Integer()),
        *_texts("not_before"),
        *_texts("maybe_posted_since lease_token lease_until", nullable=True),
        *_texts("edits remote_id error quiet_hours quiet_zone thread", nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant", "run_id"], ["digest_run.tenant", "digest_run.id"], name="outbox_tenant_run_id_fk"
        ),
        sa.UniqueConstraint("tenant", "id", name="outbox_tenant_id_key"),
    )
    op.create_index("outbox_state_not_before_ix", "outbox", ["state", "not_before"])
    # The sent are soon many times as many.
    open_states = sa.text("state IN ('pending', 'sending', 'maybe_posted', 'held')")
    columns = ["tenant", "platform", "channel", "seq"]
    op.create_index("outbox_open_ix", "outbox", columns, sqlite_where=open_states, postgresql_where=open_states)
