"""The claims of a story that is kept, for whoever follows it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, exists, select, tuple_

from bot.store import schema as s
from bot.store.claims.lookup import related_claims
from bot.store.claims.rows import CLAIM_ROWS
from bot.store.search.conditions import added
from bot.store.search.find import Window
from digests.models import Claim


def claims_of(connection: Connection, story: str, window: Window, *, limit: int, now: datetime) -> list[Claim]:
    """The claims of a story as they stand, newest first: those added in a window that its schedule has not posted."""
    claim, article, posted_claim = s.claim.c, s.article.c, s.posted_claim.c
    in_story = select(article.id, article.version).join(s.article_story, s.article_story.c.article_id == article.id)
    in_story = in_story.where(s.article_story.c.story == story, article.current)
    in_story = in_story.where(*added({"added_after": window.added_after, "added_until": window.added_until}))
    was_posted = exists().where(
        posted_claim.schedule_id == window.posted_by,
        posted_claim.article_id == claim.article_id,
        posted_claim.passage == claim.passage,
    )
    rows = (
        CLAIM_ROWS.where(tuple_(claim.article_id, claim.version).in_(in_story), claim.current)
        .where(*([] if window.posted_by is None else [~was_posted]))
        .order_by(claim.claim_key.desc())
        .limit(limit)
    )
    return [story_claim for _, story_claim in related_claims(connection, connection.execute(rows).all(), now)]
