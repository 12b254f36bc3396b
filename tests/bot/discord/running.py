"""Running a client inside a test."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

from bot.discord.client import DiscordClient


@contextlib.asynccontextmanager
async def running(client: DiscordClient) -> AsyncIterator[DiscordClient]:
    """The client with its `run` under way; a run that fails fails the test."""
    task = asyncio.create_task(client.run())
    try:
        yield client
    finally:
        await client.close()
        await asyncio.wait_for(task, 10)
