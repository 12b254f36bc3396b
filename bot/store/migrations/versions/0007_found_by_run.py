"""Messages by their run, and words in Postgres found without reading much that waits to be indexed."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the index, and let few words wait: each question reads through all of them."""
    op.create_index("outbox_tenant_run_id_ix", "outbox", ["tenant", "run_id"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER INDEX claim_words_ix SET (gin_pending_list_limit = 256)")
