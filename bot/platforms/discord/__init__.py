"""Discord: the connection, the commands and how a digest is drawn there; the only room that imports discord.py."""

from bot.platforms.discord.client import DiscordClient
from bot.platforms.discord.render import split

__all__ = ["DiscordClient", "split"]
