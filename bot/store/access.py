"""Work on the database, each piece one transaction in a thread, so that the event loop never waits for a disk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from bot.store.engine import threads
from bot.store.errors import explain
from bot.store.presence import presence_check

T = TypeVar("T")


class Access:
    """The threads that read and write a database."""

    def __init__(self, engine: Engine, url: URL) -> None:
        self._url = url
        self._engine = engine
        self._writing = engine.execution_options(write=True)
        self._readers = ThreadPoolExecutor(threads(url), "store")
        # SQLite has one writer at a time: queueing here is fair, waiting for its lock is not.
        one_writer = engine.dialect.name == "sqlite" and threads(url) > 1
        self._writers = ThreadPoolExecutor(1, "store-write") if one_writer else self._readers
        self._check_presence = presence_check(url)

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Do what only reads; raises StoreError."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._transact, self._engine, work)

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Do what writes; raises StoreError, with nothing written."""
        return await asyncio.get_running_loop().run_in_executor(self._writers, self._transact, self._writing, work)

    async def close(self) -> None:
        """Let go of the database, after what is being written."""
        await asyncio.to_thread(self._close)

    def _close(self) -> None:
        self._writers.shutdown()
        self._readers.shutdown()
        self._engine.dispose()

    def _transact(self, engine: Engine, work: Callable[[Connection], T]) -> T:
        self._check_presence()
        try:
            with engine.begin() as connection:
                outcome = work(connection)
        except DBAPIError as error:
            fault = explain(error, self._url)
            if fault is None:
                raise
            raise fault from error
        self._check_presence()  # what went into a file that is gone is not accepted
        return outcome
