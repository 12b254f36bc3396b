"""Many small writes in one transaction: a disk that syncs a hundred times a second still takes a thousand runs."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from sqlalchemy import Connection

from bot.errors import StoreError

T = TypeVar("T")
Work = Callable[[Connection], T]


class Batch(Generic[T]):
    """Collects what is asked for while a transaction is under way, and does all of it in the next one."""

    def __init__(self, write: Callable[[Work[list[T]]], Awaitable[list[T]]]) -> None:
        self._write = write
        self._waiting: list[tuple[Work[T], asyncio.Future[T]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def add(self, work: Work[T]) -> T:
        """Do the work in the next transaction, and return once that is committed."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, future))
        if self._writing is None:
            self._writing = asyncio.get_running_loop().create_task(self._drain())
        return await future

    async def _drain(self) -> None:
        try:
            while self._waiting:
                jobs, self._waiting = self._waiting, []
                await self._commit(jobs)
        finally:
            self._writing = None

    async def _commit(self, jobs: Sequence[tuple[Work[T], asyncio.Future[T]]]) -> None:
        try:
            outcomes = await self._write(lambda connection: [work(connection) for work, _ in jobs])
        except StoreError as error:
            self._fail(jobs, error)
        except Exception as error:  # noqa: BLE001 - one of them is at fault, and alone shall hear of it
            if len(jobs) == 1:
                self._fail(jobs, error)
            else:
                for job in jobs:
                    await self._commit([job])
        else:
            for (_, future), outcome in zip(jobs, outcomes, strict=True):
                if not future.done():
                    future.set_result(outcome)

    @staticmethod
    def _fail(jobs: Sequence[tuple[Work[T], asyncio.Future[T]]], error: Exception) -> None:
        for _, future in jobs:
            if not future.done():
                future.set_exception(error)
