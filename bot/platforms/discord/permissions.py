"""Who may manage digests, and where the bot may post."""

from __future__ import annotations

import discord

from bot.errors import RequestError
from bot.platforms.discord.replies import Interaction

#: What the bot needs in a channel, by discord.py's name and by Discord's.
REQUIRED = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "embed_links": "Embed Links",
    "read_message_history": "Read Message History",
}
#: A post of a forum is a thread, in which what does not fit its first message follows.
REQUIRED_IN_FORUMS = {
    "view_channel": "View Channel",
    "send_messages": "Create Posts",
    "send_messages_in_threads": "Send Messages in Posts",
    "embed_links": "Embed Links",
    "read_message_history": "Read Message History",
}
REQUIRED_IN_THREADS = {
    "view_channel": "View Channel",
    "send_messages_in_threads": "Send Messages in Threads",
    "embed_links": "Embed Links",
    "read_message_history": "Read Message History",
}
_MANAGERS = discord.Permissions(manage_guild=True, administrator=True).value


def may_manage(interaction: Interaction) -> bool:
    """Whether the asker may manage the server."""
    return bool(interaction.permissions.value & _MANAGERS)


def refusal(interaction: Interaction) -> str:
    """Which right the asker lacks, and how to get it."""
    channel = getattr(interaction.channel, "name", None)
    location = f" in #{channel}" if channel else ""
    return (
        f"You need the permission Manage Server to use /digest{location}. Somebody who has it can grant it in "
        "Server Settings > Roles, by switching Manage Server on for one of your roles."
    )


def diagnosis(interaction: Interaction) -> str:
    """Whether the bot may post where somebody asks; raises RequestError that names what is missing and the cure."""
    if interaction.guild_id is None:
        return "I hear you. In a server I would say whether I may post in its channel."
    check_channel(interaction, interaction.channel_id)
    known = _own_rights(interaction, interaction.channel_id or 0) is not None
    return "All is well: I may post here." if known else "I cannot see my rights here; /digest schedule will tell."


def check_channel(interaction: Interaction, channel_id: int | None) -> None:
    """Refuse a channel in which the bot could not post, naming what is missing and how to grant it."""
    if channel_id is None:
        raise RequestError("Name the channel to post in, as in /digest schedule channel:#news.")
    rights = _own_rights(interaction, channel_id)
    if rights is None or rights.administrator:
        return
    channel = channel_of(interaction, channel_id)
    requirements = REQUIRED_IN_THREADS if isinstance(channel, discord.Thread) else REQUIRED
    if isinstance(channel, discord.ForumChannel):
        requirements = REQUIRED_IN_FORUMS
    missing = [label for name, label in requirements.items() if not getattr(rights, name)]
    if missing:
        location = f"#{channel.name}" if channel else "that channel"
        raise RequestError(
            f"I cannot post in {location}: I lack {', '.join(missing)}. Grant it in Edit Channel > Permissions: "
            "add Dateline (or its role) and allow what is missing, then schedule again."
        )


def channel_of(interaction: Interaction, channel_id: int) -> discord.abc.GuildChannel | discord.Thread | None:
    """A channel, a thread or a forum's post of the server; none where it is not known here."""
    if channel_id == interaction.channel_id and isinstance(interaction.channel, discord.Thread):
        return interaction.channel
    return interaction.guild.get_channel_or_thread(channel_id) if interaction.guild else None


def _own_rights(interaction: Interaction, channel_id: int) -> discord.Permissions | None:
    """The bot's own permissions in a channel; None where they cannot be known, and posting will tell."""
    if channel_id == interaction.channel_id and interaction.app_permissions.value:
        return interaction.app_permissions
    guild, channel = interaction.guild, channel_of(interaction, channel_id)
    if guild is None or channel is None or guild.get_role(guild.id) is None:
        return None
    if isinstance(channel, discord.Thread) and channel.parent is None:
        return None
    bot_member = guild.get_member(interaction.client.user.id) if interaction.client.user else None
    # without a date of joining, the library has made up this member without its roles
    return channel.permissions_for(bot_member) if bot_member and bot_member.joined_at else None
