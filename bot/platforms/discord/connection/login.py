"""One login: the library's client with our commands, with one connection or, for many servers, several shards."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Collection
from typing import Any, Final

import aiohttp
import discord
import structlog

from bot.platforms.discord.commands.tree import Commands
from bot.platforms.discord.events import guard_parsers
from bot.platforms.discord.invite import invite_link
from bot.platforms.discord.replies import Interaction, Replier, describe
from bot.protocols import UseCases

log = structlog.get_logger(__name__)

_LONGEST_WAIT: Final = 30.0  #: a rate limit longer than this is the outbox's to wait for
_CLOSE_TIMEOUT: Final = 3.0
_ASK_TIMEOUT: Final = 10.0


class Connection(discord.Client):
    """A login with one connection."""

    commands: Commands
    shards_used = 1

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        guard_parsers(self._connection.parsers)

    async def on_ready(self) -> None:
        """Say that commands can arrive."""
        link = invite_link(self.application_id or "")
        log.info("connected", account=str(self.user), servers=len(self.guilds), shards=self.shards_used, invite=link)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Presses of buttons and filled forms; commands go to the tree by themselves."""
        if interaction.type is discord.InteractionType.component:
            await self.commands.press(interaction)
        elif interaction.type is discord.InteractionType.modal_submit:
            await self.commands.submit(interaction)

    async def leave_gateway(self) -> None:
        """Close the gateway alone: answers and posts under way still have their HTTP session."""
        if self.ws is not None:
            await self.ws.close(code=4000)


class ShardedConnection(Connection, discord.AutoShardedClient):
    """A login with several connections, each for a share of the servers."""

    async def leave_gateway(self) -> None:
        """Close every connection."""
        await asyncio.gather(*(shard.disconnect() for shard in self.shards.values()))


def connect(use_cases: UseCases, replier: Replier, desk: Collection[str], *, shards: int) -> Connection:
    """A login that is still to be made."""
    options: dict[str, Any] = {
        "intents": discord.Intents(guilds=True),
        "allowed_mentions": discord.AllowedMentions.none(),
        "max_ratelimit_timeout": _LONGEST_WAIT,
        "max_messages": None,
    }
    if shards > 1:
        connection: Connection = ShardedConnection(shard_count=shards, **options)
        connection.shards_used = shards
    else:
        connection = Connection(**options)
    connection.commands = Commands(connection, use_cases, replier, desk)
    return connection


async def shards_wanted(connection: Connection) -> int:
    """How many connections Discord wants of us, which depends on the number of servers; one where it does not say."""
    try:
        async with asyncio.timeout(_ASK_TIMEOUT):
            count, *_ = await connection.http.get_bot_gateway()
    except (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError) as error:
        log.warning("number of shards not known", error=describe(error))
        return 1
    return max(1, count)


async def close(connection: Connection) -> None:
    """Close gateway and HTTP session, also when the other side does not say goodbye."""
    try:
        async with asyncio.timeout(_CLOSE_TIMEOUT):
            await connection.close()
    except TimeoutError:
        await connection.http.close()


async def close_gateway(connection: Connection | None) -> None:
    """Close the gateway alone, also when the other side does not say goodbye."""
    if connection is not None and not connection.is_closed():
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_CLOSE_TIMEOUT):
                await connection.leave_gateway()
