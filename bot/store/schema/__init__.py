"""The tables, alike for SQLite and Postgres and without extensions; `migrations/` builds them.

`docs/database.md` tells people what stands in them.
"""

from __future__ import annotations

from bot.store.schema.articles import (
    actor,
    actor_title,
    article,
    article_story,
    claim,
    claim_actor,
    claim_event,
    claim_figure,
    claim_place,
    claim_relation,
    claim_terms,
    place,
)
from bot.store.schema.sending import channel_line, digest_run, note, outbox, posted_claim, schedule
from bot.store.schema.sources import audit, claim_edit, desk_item, feed
from bot.store.schema.tables import metadata

__all__ = [
    "actor",
    "actor_title",
    "article",
    "article_story",
    "audit",
    "channel_line",
    "claim",
    "claim_actor",
    "claim_edit",
    "claim_event",
    "claim_figure",
    "claim_place",
    "claim_relation",
    "claim_terms",
    "desk_item",
    "digest_run",
    "feed",
    "metadata",
    "note",
    "outbox",
    "place",
    "posted_claim",
    "schedule",
]
