"""What claims call their makers beside their names, so that a question may name somebody by an office."""

from __future__ import annotations

from collections import Counter

import sqlalchemy as sa
from alembic import op
from pydantic_core import from_json

revision = "0010"
down_revision = "0009"

_READ = sa.text(
    "SELECT claim_key, claimant_id, json FROM claim "
    "WHERE claim_key > :last AND current = :yes AND claimant_id IS NOT NULL AND json LIKE '%\"title\":%' "
    "ORDER BY claim_key LIMIT 10000"
).bindparams(sa.bindparam("yes", value=True, type_=sa.Boolean()))
_WRITE = sa.text("INSERT INTO actor_title (actor_id, title, claims) VALUES (:actor_id, :title, :claims)")
_LONGEST = 100


def upgrade() -> None:
    """Create the table, and count what the claims say."""
    op.create_table(
        "actor_title",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("actor_id", "title")),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("actor_id", "title", name="actor_title_pk"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    connection = op.get_bind()
    counts: Counter[tuple[str, str]] = Counter()
    last = -(2**62)
    while rows := connection.execute(_READ, {"last": last}).all():
        titles = ((row.claimant_id, from_json(row.json).get("claimant", {}).get("title") or "") for row in rows)
        counts.update((actor, title) for actor, title in titles if " " in title and len(title) <= _LONGEST)
        last = rows[-1].claim_key
    if counts:
        values = [{"actor_id": i, "title": title, "claims": n} for (i, title), n in sorted(counts.items())]
        connection.execute(_WRITE, values)
