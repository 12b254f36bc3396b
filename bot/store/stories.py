"""Which story each article belongs to, and which lines of it each channel has had."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from bot.models import Delivery, Destination
from bot.store import schema as s
from bot.store.claims.rows import ARTICLE_COLUMNS, CLAIM_ROWS, article_of, claim_of
from bot.store.dialect import chunks, insert_new
from digests.composing.past import ChannelLine
from digests.models import Article

_PLACE = {"tenant", "platform", "channel"}  #: what a channel is known by, however it is posted there


def recent(connection: Connection, start: datetime, limit: int) -> list[tuple[Article, str | None]]:
    """The latest of the articles that were added since then, as they stand, with their stories; oldest first."""
    article, story = s.article.c, s.article_story.c
    columns = (article[name] for name in ARTICLE_COLUMNS)
    rows = (
        select(*columns, story.story)
        .outerjoin(s.article_story, story.article_id == article.id)
        .where(article.current, article.added_at > start)
        .order_by(article.added_at.desc(), article.id.desc())
        .limit(limit)
    )
    return [(article_of(row), row.story) for row in connection.execute(rows)][::-1]


def place(connection: Connection, placements: Mapping[str, str]) -> None:
    """Note the stories of articles; one that has a story keeps it."""
    rows = [{"article_id": article_id, "story": story} for article_id, story in sorted(placements.items())]
    if rows:
        connection.execute(insert_new(connection, s.article_story), rows)


def stories_of(connection: Connection, article_ids: Sequence[str]) -> dict[str, str]:
    """The stories of articles, by their ids."""
    story = s.article_story.c
    return {
        row.article_id: row.story
        for chunk in chunks(article_ids)
        for row in connection.execute(select(s.article_story).where(story.article_id.in_(chunk)))
    }


def note_lines(
    connection: Connection, deliveries: Sequence[Delivery], stories: Mapping[str, str], moment: datetime
) -> None:
    """Note the lines that a channel is sent, with the stories of their claims."""
    rows = [
        {
            **delivery.destination.model_dump(include=_PLACE),
            "claim_id": item.claim_id,
            "story": stories[item.claim_id],
            "posted_at": moment,
        }
        for delivery in deliveries
        for item in delivery.digest.items
        if item.claim_id in stories
    ]
    if rows:
        connection.execute(insert_new(connection, s.channel_line), rows)


def channel_lines(connection: Connection, destination: Destination, start: datetime) -> list[ChannelLine]:
    """The lines that a channel has had since then, oldest first."""
    line = s.channel_line.c
    is_there = (line[name] == value for name, value in destination.model_dump(include=_PLACE).items())
    rows = select(line.claim_id, line.story, line.posted_at).where(*is_there, line.posted_at >= start)
    lines_by_claim = {row.claim_id: row for row in connection.execute(rows.order_by(line.posted_at, line.claim_id))}
    claim = s.claim.c
    claims = {
        row.id: claim_of(row)
        for chunk in chunks(list(lines_by_claim))
        for row in connection.execute(CLAIM_ROWS.where(claim.id.in_(chunk)).order_by(claim.version))
    }
    return [ChannelLine(claims[key], row.story, row.posted_at) for key, row in lines_by_claim.items() if key in claims]
