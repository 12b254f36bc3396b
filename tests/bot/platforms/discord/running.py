"""Running a client inside a test."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

from bot.models import Answer
from bot.platforms.discord.client import DiscordClient
from digests.models import Request
from tests.fakes import FakeUseCases


@contextlib.asynccontextmanager
async def running(client: DiscordClient) -> AsyncIterator[DiscordClient]:
    """The client with its `run` under way; a run that fails fails the test."""
    task = asyncio.create_task(client.run())
    try:
        yield client
    finally:
        await client.close()
        await asyncio.wait_for(task, 10)


class SlowUseCases(FakeUseCases):
    """Use cases that answer `/claims` when they are let."""

    def __init__(self) -> None:
        super().__init__()
        self.released = asyncio.Event()

    async def claims(self, request: Request, *, page: str | None = None) -> Answer:
        """Answer once released."""
        await self.released.wait()
        return await super().claims(request, page=page)
