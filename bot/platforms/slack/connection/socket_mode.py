"""One Socket Mode connection, and when it has to be given up for a new one."""

from __future__ import annotations

import asyncio
import logging
import time

from pydantic import SecretStr
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp

_CONNECT_SECONDS = 5.0
_GRACE_SECONDS = 1.5  #: for the library to reconnect by itself
_LOOK_SECONDS = 0.25


class SocketConnection:
    """A connection that reconnects by itself, as far as the library manages to."""

    def __init__(self, app: AsyncApp, app_token: SecretStr, logger: logging.Logger) -> None:
        token = app_token.get_secret_value()
        self._handler = AsyncSocketModeHandler(app, token, logger=logger, web_client=app.client, ping_interval=5)

    async def connect(self) -> None:
        """Connect, or raise: SlackApiError where Slack gives no address, TimeoutError where it does not answer."""
        client = self._handler.client
        # The library retries a refused token and a dead address for ever, so the address is asked for here.
        client.wss_uri = (await client.web_client.apps_connections_open(app_token=client.app_token))["url"]
        await asyncio.wait_for(client.connect(), _CONNECT_SECONDS)  # type: ignore[no-untyped-call]  # library

    async def watch(self, closing: asyncio.Event) -> None:
        """Return when we are closing, or when the library has not reconnected for a while."""
        alive = time.monotonic()
        while not closing.is_set() and time.monotonic() - alive < _GRACE_SECONDS:
            if await self._handler.client.is_connected():
                alive = time.monotonic()
            try:
                await asyncio.wait_for(closing.wait(), _LOOK_SECONDS)
            except TimeoutError:
                continue

    async def close(self) -> None:
        """Let go of the connection."""
        await self._handler.close_async()  # type: ignore[no-untyped-call]  # library
