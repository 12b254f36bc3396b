"""How a line puts each claim, kept with it; of what is held already it is worked out anew when it is asked for."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_REAL: Any = sa.Double().with_variant(sa.REAL(), "sqlite")


def upgrade() -> None:
    """Add the columns."""
    op.add_column("claim", sa.Column("certainty", _REAL))
    for name in ("held_back", "wording", "worded_by"):
        op.add_column("claim", sa.Column(name, sa.Text()))
