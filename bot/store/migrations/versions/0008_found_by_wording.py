"""Claims by the program that has put them in words, so that those of another one are found among a million."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the index."""
    op.create_index(
        "claim_worded_by_ix",
        "claim",
        ["worded_by"],
        sqlite_where=sa.text("current = 1"),
        postgresql_where=sa.text("current"),
    )
