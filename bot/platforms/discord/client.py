"""The connection to Discord: kept up, pointed where the settings say, and used to post."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Callable, Collection
from datetime import UTC, datetime

import aiohttp
import discord
import structlog
from pydantic import SecretStr

from bot.errors import BotError, DeliveryError
from bot.models import Delivery, PlatformName
from bot.platforms.discord.buttons import Buttons
from bot.platforms.discord.connection.addresses import point_at
from bot.platforms.discord.connection.login import Connection, close, close_gateway, connect, shards_wanted
from bot.platforms.discord.errors import needs_shards, raise_if_final
from bot.platforms.discord.posting import Poster
from bot.platforms.discord.replies import PATIENCE, Replier, describe
from bot.protocols import UseCases

log = structlog.get_logger(__name__)

_LONGEST_DELAY = 60.0
_SYNC_TIMEOUT = 15.0
# Nobody speaks here: the library need not say that it cannot.
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


class DiscordClient:
    """Discord as a platform: `run` serves the commands, `post` sends a digest, with or without a gateway."""

    name: PlatformName = "discord"

    def __init__(  # noqa: PLR0913 - one argument for each setting of the client
        self,
        token: SecretStr,
        use_cases: UseCases,
        *,
        api: str | None = None,
        gateway: str | None = None,
        retry_delay: float = 0.5,
        patience: float = PATIENCE,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        desk: Collection[str] = (),
    ) -> None:
        self._desk = desk
        self._token, self._use_cases = token, use_cases
        self._retry_delay = retry_delay
        self._replier = Replier(Buttons(), patience=patience)
        self._poster = Poster(self._ensure_login, clock=clock)
        self._login = asyncio.Lock()
        self._connection: Connection | None = None
        self._shards = 1
        self._synced = False
        self._closed = asyncio.Event()
        point_at(api, gateway)

    def is_connected(self) -> bool:
        """Whether commands can arrive now."""
        connection = self._connection
        return connection is not None and not connection.is_closed() and connection.is_ready()

    async def run(self) -> None:
        """Serve commands until cancelled or closed; raises SettingsError if Discord refuses the token."""
        failures = 0
        try:
            while not self._closed.is_set():
                start = asyncio.get_running_loop().time()
                try:
                    await self._serve()
                except Exception as error:  # noqa: BLE001 - any event can break the library's parser
                    raise_if_final(error)
                    if needs_shards(error):
                        self._shards = max(2, self._shards)
                    log.warning("discord connection lost", error=describe(error))
                if asyncio.get_running_loop().time() - start > _LONGEST_DELAY:
                    failures = 0
                await self._pause(failures)
                failures += 1
        finally:
            await close_gateway(self._connection)

    async def close(self) -> None:
        """End the connection; `run` returns."""
        self._closed.set()
        if self._connection is not None:
            await close(self._connection)

    async def post(self, delivery: Delivery) -> str:
        """Post a delivery and return the (first) message's id."""
        return await self._poster.post(delivery)

    async def _serve(self) -> None:
        connection = await self._ensure_login()
        self._shards = max(self._shards, await shards_wanted(connection))
        if connection.shards_used != self._shards:
            await close(connection)
            connection = await self._ensure_login()
        if not self._synced:
            await self._sync(connection)
        try:
            await connection.connect()
        finally:
            await close_gateway(connection)

    async def _sync(self, connection: Connection) -> None:
        """Tell Discord the commands if it does not have them; an old list still answers, so a failure waits."""
        try:
            async with asyncio.timeout(_SYNC_TIMEOUT):
                await connection.commands.sync_once()
            self._synced = True
        except (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError, BotError) as error:
            log.warning("commands not registered", error=describe(error))

    async def _ensure_login(self) -> Connection:
        """The present login, or a new one after the library has closed the old."""
        async with self._login:
            if self._closed.is_set():
                raise DeliveryError("the Discord client is closed")
            if self._connection is None or self._connection.is_closed():
                connection = connect(self._use_cases, self._replier, self._desk, shards=self._shards)
                try:
                    await connection.login(self._token.get_secret_value())
                except BaseException:
                    await close(connection)
                    raise
                self._connection = connection
                if self._closed.is_set():  # closed while we logged in
                    await close(connection)
            return self._connection

    async def _pause(self, failures: int) -> None:
        delay = min(self._retry_delay * 2 ** min(failures, 10), _LONGEST_DELAY)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(delay * random.uniform(0.5, 1)):  # noqa: S311 - spreads reconnects, no secret
                await self._closed.wait()
