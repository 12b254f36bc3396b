"""How a digest is posted in a channel of a server: as a message, as a forum's post, or published to followers."""

from __future__ import annotations

import discord

from bot.errors import RequestError
from bot.platforms.discord.forums import PUBLISH, in_forum
from bot.platforms.discord.permissions import channel_of
from bot.platforms.discord.replies import Interaction


def posting_of(interaction: Interaction, channel_id: int | None, *, tag: str, is_published: bool) -> str:
    """How a digest is posted there; raises RequestError where a tag or publishing has no place in that channel."""
    channel = channel_of(interaction, channel_id) if channel_id is not None else None
    if isinstance(channel, discord.ForumChannel):
        return in_forum(_tag_id(channel, tag))
    if tag:
        raise RequestError("A tag is for the posts of a forum. Choose a forum channel, or leave the tag out.")
    if is_published and not (isinstance(channel, discord.TextChannel) and channel.is_news()):
        raise RequestError("Only an announcement channel has followers to publish to. Choose one, or leave that out.")
    return PUBLISH if is_published else ""


def _tag_id(forum: discord.ForumChannel, tag: str) -> str:
    names = ", ".join(label.name for label in forum.available_tags) or "none"
    if not tag:
        if forum.flags.require_tag:
            raise RequestError(f"#{forum.name} asks for a tag on each post. Say which: {names}.")
        return ""
    for label in forum.available_tags:
        if label.name.casefold() == tag.strip().casefold():
            return str(label.id)
    raise RequestError(f"#{forum.name} has no tag “{tag[:60]}”. Its tags: {names}.")
