"""The connection to Discord: kept up, pointed where the settings say, and used to post."""

from __future__ import annotations

import asyncio
import contextlib
import random
import re
from collections.abc import Callable, Collection
from datetime import UTC, datetime

import aiohttp
import discord
import structlog
from discord.gateway import DiscordWebSocket
from discord.http import Route
from pydantic import SecretStr
from yarl import URL

from bot.errors import DeliveryError, SettingsError
from bot.models import Delivery, PlatformName
from bot.platforms.discord.buttons import Buttons
from bot.platforms.discord.commands.tree import Commands
from bot.platforms.discord.errors import raise_if_final
from bot.platforms.discord.events import guard_parsers
from bot.platforms.discord.invite import invite_link
from bot.platforms.discord.posting import Poster
from bot.platforms.discord.replies import PATIENCE, Interaction, Replier, describe
from bot.protocols import UseCases

log = structlog.get_logger(__name__)

_VERSION = re.compile(r"/v\d+$")
_LONGEST_DELAY = 60.0
_LONGEST_WAIT = 30.0  #: a rate limit longer than this is the outbox's to wait for
_SYNC_TIMEOUT = 15.0
_CLOSE_TIMEOUT = 3.0
# Nobody speaks here: the library need not say that it cannot.
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


class _Connection(discord.Client):
    """One login: the library's client with our commands."""

    def __init__(self, use_cases: UseCases, replier: Replier, desk: Collection[str]) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=_LONGEST_WAIT,
            max_messages=None,
        )
        guard_parsers(self._connection.parsers)
        self.commands = Commands(self, use_cases, replier, desk)

    async def on_ready(self) -> None:
        """Say that commands can arrive."""
        link = invite_link(self.application_id or "")
        log.info("connected", account=str(self.user), servers=len(self.guilds), invite=link)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Presses of buttons and filled forms; commands go to the tree by themselves."""
        if interaction.type is discord.InteractionType.component:
            await self.commands.press(interaction)
        elif interaction.type is discord.InteractionType.modal_submit:
            await self.commands.submit(interaction)


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
        self._connection: _Connection | None = None
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
                    log.warning("discord connection lost", error=describe(error))
                if asyncio.get_running_loop().time() - start > _LONGEST_DELAY:
                    failures = 0
                await self._pause(failures)
                failures += 1
        finally:
            await _close_gateway(self._connection)

    async def close(self) -> None:
        """End the connection; `run` returns."""
        self._closed.set()
        if self._connection is not None:
            await _close(self._connection)

    async def post(self, delivery: Delivery) -> str:
        """Post a delivery and return the (first) message's id."""
        return await self._poster.post(delivery)

    async def _serve(self) -> None:
        connection = await self._ensure_login()
        if not self._synced:
            await self._sync(connection)
        try:
            await connection.connect()
        finally:
            await _close_gateway(connection)

    async def _sync(self, connection: _Connection) -> None:
        """Tell Discord the commands once; an old list still answers, so a failure waits for the next connection."""
        try:
            async with asyncio.timeout(_SYNC_TIMEOUT):
                await connection.commands.sync()
            self._synced = True
        except (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError) as error:
            log.warning("commands not registered", error=describe(error))

    async def _ensure_login(self) -> _Connection:
        """The present login, or a new one after the library has closed the old."""
        async with self._login:
            if self._closed.is_set():
                raise DeliveryError("the Discord client is closed")
            if self._connection is None or self._connection.is_closed():
                connection = _Connection(self._use_cases, self._replier, self._desk)
                try:
                    await connection.login(self._token.get_secret_value())
                except BaseException:
                    await _close(connection)
                    raise
                self._connection = connection
                if self._closed.is_set():  # closed while we logged in
                    await _close(connection)
            return self._connection

    async def _pause(self, failures: int) -> None:
        delay = min(self._retry_delay * 2 ** min(failures, 10), _LONGEST_DELAY)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(delay * random.uniform(0.5, 1)):  # noqa: S311 - spreads reconnects, no secret
                await self._closed.wait()


def point_at(api: str | None, gateway: str | None) -> None:
    """Send the library's requests to other addresses; it keeps them for the whole process."""
    if api:
        base = str(_address("DATELINE_DISCORD_API", api, {"http", "https"})).rstrip("/")
        base = base.removesuffix("/api")
        Route.BASE = base if _VERSION.search(base) else f"{base}/api/v10"
    if gateway:
        DiscordWebSocket.DEFAULT_GATEWAY = _address("DATELINE_DISCORD_GATEWAY", gateway, {"ws", "wss"})


def _address(setting: str, text: str, schemes: set[str]) -> URL:
    try:
        url = URL(text.strip())
    except ValueError:
        url = URL()
    if url.scheme not in schemes or not url.host:
        raise SettingsError(f"{setting} must be an address that begins with {' or '.join(sorted(schemes))} and ://.")
    return url


async def _close(connection: _Connection) -> None:
    """Close gateway and HTTP session, also when the other side does not say goodbye."""
    try:
        async with asyncio.timeout(_CLOSE_TIMEOUT):
            await connection.close()
    except TimeoutError:
        await connection.http.close()


async def _close_gateway(connection: _Connection | None) -> None:
    """Close the gateway alone: answers and posts under way still have their HTTP session."""
    if connection is not None and not connection.is_closed() and connection.ws is not None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_CLOSE_TIMEOUT):
                await connection.ws.close(code=4000)
