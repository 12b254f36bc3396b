"""The words of weight of a claim, kept once and no longer beside each of those at which claims meet."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_FLAG: Any = sa.Boolean().with_variant(sa.Integer(), "sqlite")
_COLUMNS = ("denies", "counts", "terms")


def upgrade() -> None:
    """Move the words into a table of their own."""
    op.create_table(
        "claim_terms",
        sa.Column("claim_key", _BIG, autoincrement=False, nullable=False),
        *(sa.Column(name, _FLAG, nullable=False) for name in ("denies", "counts")),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("claim_key", name="claim_terms_pk"),
        sqlite_strict=True,
    )
    op.execute(
        "INSERT INTO claim_terms (claim_key, denies, counts, terms) "
        "SELECT DISTINCT claim_key, denies, counts, terms FROM claim_event"
    )
    for name in _COLUMNS:
        op.drop_column("claim_event", name)
