"""The options of `/digest`: what is said of each, and which channels are offered."""

from __future__ import annotations

from typing import Final

import discord
from discord import app_commands
from discord.app_commands import AppCommandChannel

from bot.platforms.discord.replies import Interaction

OPTIONS: Final = {
    "at": "Times of day, such as 08:00, 8am weekdays, or every 6 hours",
    "days": "daily, weekdays, weekends, or mon,wed,fri",
    "zone": "A time zone, such as Europe/Kyiv; asked once",
    "channel": "Where to post (default: here)",
    "about": "A place or an actor (default: everything)",
    "max_lines": "At most so many lines",
    "if_empty": "What to do when there is nothing new",
    "name": "A name for the schedule",
    "quiet": "Hours in which nothing is posted, such as 22:00-07:00",
    "grace": "How late it may still come after an outage, such as 2h (default: however late)",
    "tag": "The tag of each post, where the channel is a forum",
    "publish": "Whether followers of an announcement channel get it too",
    "first": "How far the first digest reaches back, such as 7d (default: until it has lines)",
}
EDITS: Final = {
    **{name: text for name, text in OPTIONS.items() if name != "first"},
    "name": "The schedule",
    "new_name": "Another name for it",
    "zone": "A time zone, such as Europe/Kyiv",
    "channel": "Where to post",
    "about": "A place or an actor, or everything",
    "quiet": "Hours in which nothing is posted, such as 22:00-07:00, or off",
    "grace": "How late it may still come after an outage, such as 2h, or off",
}


class TextChannel(app_commands.Transformer[discord.Client]):
    """A channel option that offers whatever a digest can be posted in, and needs no channel cache."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """A channel."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Where a message, or a post, can be posted; a thread may be a post of a forum."""
        kinds = discord.ChannelType
        threads = [kinds.public_thread, kinds.private_thread, kinds.news_thread]
        return [kinds.text, kinds.news, kinds.forum, kinds.media, *threads]

    async def transform(self, interaction: Interaction, value: AppCommandChannel, /) -> AppCommandChannel:
        """The channel as Discord sent it."""
        del interaction
        return value
