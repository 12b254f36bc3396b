"""Where articles come from, and what the desk decides of them."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Identity,
    Index,
    Integer,
    PrimaryKeyConstraint,
    UniqueConstraint,
)

from bot.store.columns import Big, Flag, Moment, String
from bot.store.schema.tables import table, texts

#: The feeds that are watched: what an operator sets of each, then how it is doing. `sites` is a JSON list; `seen` one
#: of the hashes of the entries that were taken at the last look.
feed = table(
    "feed",
    Column("id", String, primary_key=True),
    *texts("url mode"),
    *texts("name language selector", nullable=True),
    *(Column(name, Flag, nullable=False) for name in ("full_text", "paused", "retired")),
    *(Column(name, Integer, nullable=False) for name in ("interval", "silent_after", "failures")),
    *(Column(name, Moment, nullable=False) for name in ("added_at", "next_due")),
    *(Column(name, Moment) for name in ("last_try", "last_success", "last_new")),
    *texts("etag last_modified body_hash error alert", nullable=True),
    *texts("sites seen"),
    UniqueConstraint("url"),
    Index(None, "next_due"),
)

#: What waits for a decision, and what was decided. `article` is the article as JSON, before it is held.
desk_item = table(
    "desk_item",
    Column("id", String, primary_key=True),
    *texts("tenant kind state origin text approvals"),
    *texts("article claim_id", nullable=True),
    Column("needs", Integer, nullable=False),
    Column("news", Flag, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("decided_at", Moment),
    Column("revision", Integer, nullable=False),
    Index(None, "tenant", "state", "added_at"),
)

#: Every decision, in the order of `seq`; rows are only ever added.
audit = table(
    "audit",
    Column("seq", Big, Identity(), primary_key=True),
    Column("moment", Moment, nullable=False),
    *texts("actor tenant action subject reason detail"),
    Index(None, "subject"),
)

#: What the desk has set of how a passage is read; it holds for all versions of the article that have the passage.
claim_edit = table(
    "claim_edit",
    *texts("article_id passage json"),
    PrimaryKeyConstraint("article_id", "passage"),
)
