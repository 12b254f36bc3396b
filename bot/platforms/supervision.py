"""Keeping a platform up by itself: what ends one leaves the others alone, and a token that is mended is taken up."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

import structlog

from bot.errors import DeliveryError, RefusedTokenError, SettingsError
from bot.models import Delivery, PlatformName
from bot.platforms.platform import Platform
from bot.protocols import Client, UseCases
from bot.settings import Settings

LOOK_SECONDS = 15.0  #: how often the settings are read again
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0  # seconds between attempts where something unforeseen has ended it

_log = structlog.get_logger(__name__)

Tell = Callable[[PlatformName, str], Awaitable[None]]


async def _tell_nobody(_platform: PlatformName, _problem: str) -> None:
    """Where no operator wants to be told."""


class Supervised:
    """A client that is built anew when it ends, and when a setting of its platform changes.

    reload: reads the settings again; none where they cannot change, and then a refused token ends `run`.
    tell: called with the platform and the problem, cure included, whenever it goes down.
    """

    def __init__(
        self,
        name: PlatformName,
        settings: Settings,
        build: Callable[[Settings], Client],
        *,
        reload: Callable[[], Settings] | None = None,
        tell: Tell = _tell_nobody,
        look_seconds: float = LOOK_SECONDS,
    ) -> None:
        self.name: PlatformName = name
        self.problem = ""  #: what keeps it down, with the cure; nothing while it is up, or comes up by itself
        self._settings, self._build, self._reload, self._tell = settings, build, reload, tell
        self._look_seconds = look_seconds
        self._client = build(settings)
        self._refused: asyncio.Future[str] | None = None
        self._closing = asyncio.Event()

    def is_connected(self) -> bool:
        """Whether commands can arrive now."""
        return not self.problem and self._client.is_connected()

    async def post(self, delivery: Delivery) -> str:
        """Post a delivery; a refused token takes the platform down, and the delivery waits for a new one."""
        if self.problem:
            raise DeliveryError(f"{self.name} is down", retry_after=self._look_seconds)
        try:
            return await self._client.post(delivery)
        except RefusedTokenError as error:
            if self._refused is not None and not self._refused.done():
                self._refused.set_result(error.reason)
            raise

    async def run(self) -> None:
        """Serve until closed; raises SettingsError where the token is refused and cannot change."""
        pause = _FIRST_PAUSE
        while not self._closing.is_set():
            try:
                await self._serve()
                pause = _FIRST_PAUSE
            except SettingsError as error:
                await self._go_down(str(error))
                if self._reload is None:
                    raise
                await self._until_changed()
            except Exception as error:  # noqa: BLE001 - whatever ends one platform, the others go on
                _log.exception("platform ended", platform=self.name)
                await self._go_down(f"It ended unexpectedly ({type(error).__name__}); it is begun again by itself.")
                await self._wait(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
            self._rebuild()

    async def close(self) -> None:
        """End the connection cleanly."""
        self._closing.set()
        await self._client.close()

    async def _serve(self) -> None:
        """Run the client until it ends, its token is refused, or its settings change."""
        self._refused = asyncio.get_running_loop().create_future()
        serving = asyncio.create_task(self._client.run(), name=self.name)
        settings_task = asyncio.create_task(self._until_changed(), name=f"{self.name} settings")
        try:
            endings: set[asyncio.Future[Any]] = {serving, settings_task, self._refused}
            await asyncio.wait(endings, return_when=asyncio.FIRST_COMPLETED)
            if self._refused.done():
                raise SettingsError(self._refused.result())
            if serving.done():
                serving.result()
        finally:
            await self._client.close()
            for task in (serving, settings_task):
                task.cancel()
            await asyncio.gather(serving, settings_task, return_exceptions=True)

    async def _go_down(self, problem: str) -> None:
        self.problem = problem
        _log.error("platform is down", platform=self.name, cure=problem)
        await self._tell(self.name, problem)

    async def _until_changed(self) -> None:
        """Return when a setting of this platform is another one, or when we are closing."""
        while not await self._wait(self._look_seconds):
            try:
                settings = self._reload() if self._reload else self._settings
            except SettingsError as error:  # somebody is writing it just now, or has made a mistake
                _log.warning("settings not read again", platform=self.name, error=str(error))
                continue
            if self._fields(settings) != self._fields(self._settings):
                _log.info("settings have changed: connecting again", platform=self.name)
                self._settings = settings
                return

    async def _wait(self, seconds: float) -> bool:
        """Wait, and say whether we are closing."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._closing.wait(), seconds)
        return self._closing.is_set()

    def _rebuild(self) -> None:
        if self._closing.is_set():
            return
        try:
            self._client, self.problem = self._build(self._settings), ""
        except SettingsError as error:
            self.problem = str(error)

    def _fields(self, settings: Settings) -> dict[str, Any]:
        names = (name for name in Settings.model_fields if name.startswith(f"{self.name}_"))
        return {name: getattr(settings, name) for name in names}


def supervise(
    platform: Platform,
    settings: Settings,
    use_cases: UseCases,
    clock: Callable[[], datetime],
    *,
    reload: Callable[[], Settings] | None,
    tell: Tell,
) -> Supervised:
    """A platform's client, which ends or changes without the others."""

    def build(settings: Settings) -> Client:
        return platform.build(settings, use_cases, clock)

    return Supervised(platform.name, settings, build, reload=reload, tell=tell)


async def until_over(clients: Sequence[asyncio.Task[None]], others: set[asyncio.Task[Any]]) -> None:
    """Return when one of the others ends, or raise what ended the last client: while one is up, it goes on."""
    while not all(task.done() for task in clients) and not any(task.done() for task in others):
        unfinished_tasks = {task for task in clients if not task.done()}
        await asyncio.wait({*unfinished_tasks, *others}, return_when=asyncio.FIRST_COMPLETED)
    for task in [task for task in others if task.done()] or clients:
        task.result()
