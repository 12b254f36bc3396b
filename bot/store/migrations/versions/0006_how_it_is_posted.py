"""How a digest is posted in its channel: as a post of a forum, or published."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column where there is a channel."""
    for table in ("schedule", "outbox"):
        op.add_column(table, sa.Column("posting", sa.Text()))
