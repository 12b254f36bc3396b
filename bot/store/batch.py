"""Many small writes in one transaction: a disk that syncs a hundred times a second still takes a thousand runs."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection

T = TypeVar("T")
Work = Callable[[Connection], T]


class Batch(Generic[T]):
    """Collects what is asked for while a transaction is under way, and does all of it in the next one."""

    def __init__(self, write: Callable[[Callable[[Connection], list[T | Exception]]], Awaitable[list[Any]]]) -> None:
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
                taken, self._waiting = self._waiting, []
                await self._commit(taken)
        finally:
            self._writing = None

    async def _commit(self, taken: Sequence[tuple[Work[T], asyncio.Future[T]]]) -> None:
        outcomes: Sequence[T | BaseException]
        try:
            outcomes = await self._write(lambda connection: [_try(connection, work) for work, _ in taken])
        except BaseException as error:  # noqa: BLE001 - everybody who waits must hear of it
            outcomes = [error] * len(taken)
        for (_, future), outcome in zip(taken, outcomes, strict=True):
            if future.done():
                continue
            if isinstance(outcome, BaseException):
                future.set_exception(outcome)
            else:
                future.set_result(outcome)


def _try(connection: Connection, work: Work[T]) -> T | Exception:
    """Do one piece of work; what it fails with is its own, and leaves nothing behind."""
    try:
        with connection.begin_nested():
            return work(connection)
    except Exception as error:
        if connection.invalidated:
            raise
        return error
