"""What only those may ask who may manage a server."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.errors import RequestError
from bot.platforms.discord.permissions import may_manage, refusal
from bot.platforms.discord.render import Reply
from bot.platforms.discord.replies import Interaction, Replier


class Managers:
    """Answers those who may manage a server, and nobody else."""

    def __init__(self, replier: Replier) -> None:
        self._replier = replier

    async def give(
        self, interaction: Interaction, work: Callable[[str], Awaitable[Reply]], *, replace: bool = False
    ) -> None:
        """Do the work for this server if the asker may manage it; Discord's own check can be overridden by admins."""

        async def checked() -> Reply:
            if interaction.guild_id is None:
                raise RequestError("Schedules belong to a server. Use /digest in one of its channels.")
            if not may_manage(interaction):
                raise RequestError(refusal(interaction))
            return await work(f"discord:{interaction.guild_id}")

        await self._replier.give(interaction, checked(), replace=replace)
