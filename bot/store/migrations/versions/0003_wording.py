"""How a line puts each claim, kept with it; what is held already is worked out when it is asked for, or in the night."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_REAL = sa.Double().with_variant(sa.REAL(), "sqlite")


def upgrade() -> None:
    """Add the columns."""
    op.add_column("claim", sa.Column("certainty", _REAL))
    for name in ("held_back", "wording", "worded_by"):
        op.add_column("claim", sa.Column(name, sa.Text()))
