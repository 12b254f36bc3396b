"""Stories that last: which story an article belongs to, and which lines of it each channel has had."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "article_story",
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="article_story_pk"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    key = ("tenant", "platform", "channel", "claim_id")
    op.create_table(
        "channel_line",
        *(sa.Column(name, sa.Text(), nullable=False) for name in (*key, "story", "posted_at")),
        sa.PrimaryKeyConstraint(*key, name="channel_line_pk"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("channel_line_claim_id_ix", "channel_line", ["claim_id"])
