"""Discord: the connection, the commands and how a digest is drawn there; the only room that imports discord.py."""

from bot.discord.client import DiscordClient
from bot.discord.render import split

__all__ = ["DiscordClient", "split"]
