"""Quiet hours and how late a digest may be; held deliveries; smaller indices."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns, which mean nothing where they are empty."""
    op.add_column("schedule", sa.Column("quiet", sa.Text(), nullable=True))
    op.add_column("schedule", sa.Column("grace", sa.Integer(), nullable=True))
    op.add_column("outbox", sa.Column("quiet", sa.Text(), nullable=True))
    op.drop_index("article_supersedes_ix", "article")
    some = sa.text("supersedes IS NOT NULL")  # few articles do
    op.create_index("article_supersedes_ix", "article", ["supersedes"], sqlite_where=some, postgresql_where=some)
    op.drop_index("outbox_tenant_platform_channel_seq_ix", "outbox")
    unsent = sa.text("state IN ('pending', 'sending', 'held')")  # what was sent is soon many times as much
    op.create_index(
        "outbox_open_ix",
        "outbox",
        ["tenant", "platform", "channel", "seq"],
        sqlite_where=unsent,
        postgresql_where=unsent,
    )
