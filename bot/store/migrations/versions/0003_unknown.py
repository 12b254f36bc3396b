"""`unknown` is looked for again and keeps its channel's order; what a person must judge is `held`; notes in threads."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_NEVER = 253_370_764_800_000_000  # the year 9999, in microseconds since 1970


def upgrade() -> None:
    """Move what is in the old states, and let the index of what is not sent hold the new one."""
    held = sa.text("UPDATE outbox SET state = 'held', not_before = :never WHERE state = 'unknown'")
    op.execute(held.bindparams(never=_NEVER))
    op.execute("UPDATE outbox SET state = 'unknown' WHERE state = 'pending' AND unsure_since IS NOT NULL")
    op.add_column("outbox", sa.Column("thread", sa.Text(), nullable=True))
    op.drop_index("outbox_open_ix", "outbox")
    unsent = sa.text("state IN ('pending', 'sending', 'unknown', 'held')")
    op.create_index(
        "outbox_open_ix",
        "outbox",
        ["tenant", "platform", "channel", "seq"],
        sqlite_where=unsent,
        postgresql_where=unsent,
    )
