"""Who made a schedule, and notes of workspaces."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column and the table."""
    op.add_column("schedule", sa.Column("made_by", sa.Text()))
    op.create_table(
        "note",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("tenant", "name", "text")),
        sa.PrimaryKeyConstraint("tenant", "name", name="note_pk"),
        sqlite_strict=True,
    )
