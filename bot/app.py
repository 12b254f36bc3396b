"""The composition root: the only place where settings become real parts."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.errors import SettingsError
from bot.exports.figure_png import png_drawer
from bot.extraction import Extractor, ReadingPool
from bot.feeds.reading import fetch_records
from bot.feeds.watcher import Intake
from bot.jobs.intake import QueuedIntake
from bot.knowledge.load import build_knowledge
from bot.models import Destination, PlatformName
from bot.platforms import PLATFORMS, Platform
from bot.protocols import Ranker, Store
from bot.service.desk.decisions import Review
from bot.service.service import Service, Splitter
from bot.settings import Settings
from bot.store import open_store
from digests.extraction.extract import Extraction
from digests.knowledge import Knowledge
from digests.models import Article

if TYPE_CHECKING:
    from bot.jobs.queue import JobQueue


def utc_now() -> datetime:
    """The clock of the house."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class App:
    """The running parts."""

    settings: Settings
    store: Store
    service: Service
    queue: JobQueue | None = None  #: where heavy work waits for workers; None: it is done here

    @property
    def intake(self) -> Intake:
        """Where articles go that nobody waits for."""
        return QueuedIntake(self.service, self.store, self.queue, clock=utc_now) if self.queue else self.service


Build = Callable[[Knowledge], Callable[[Article], Extraction]]  #: what builds the reader of articles


@contextlib.contextmanager
def reading_in(settings: Settings, processes: int) -> Iterator[Build | None]:
    """What builds a reader that has so many processes; None where there are to be none."""
    if not processes:
        yield None
        return
    with ReadingPool(settings, processes) as pool:
        yield lambda _: pool


def open_queue(settings: Settings) -> AbstractAsyncContextManager[JobQueue]:
    """The queue of the database; raises SettingsError where it can have none."""
    try:
        from bot.jobs.queue import JobQueue  # noqa: PLC0415 - most do without the extra “scale”
    except ModuleNotFoundError:
        raise SettingsError("Jobs need the extra “scale”: pip install 'dateline[scale]'.") from None
    return JobQueue.opened(settings.database_url)


def build_ranker(settings: Settings) -> Ranker | None:
    """The model that may order digests, where one is set; raises SettingsError where it is set by half."""
    if not settings.model_api and not settings.model:
        return None
    if not settings.model_api or not settings.model:
        raise SettingsError("DATELINE_MODEL_API and DATELINE_MODEL go together; set both, or neither.")
    if not settings.model_api.startswith(("http://", "https://")):
        raise SettingsError("DATELINE_MODEL_API is no http address; write it as in http://127.0.0.1:8080/v1.")
    from bot.ranker import ModelRanker  # noqa: PLC0415 - most have no model

    return ModelRanker(settings.model_api, settings.model, settings.model_key, floor=settings.floor)


@contextlib.asynccontextmanager
async def open_app(
    settings: Settings,
    *,
    database: str | None = None,
    clock: Callable[[], datetime] = utc_now,
    splitters: Mapping[PlatformName, Splitter] | None = None,
    build_reader: Build | None = None,
) -> AsyncIterator[App]:
    """Open the store and build the service on it; closes the store at the end.

    build_reader: what builds the reader of articles where it is not to be built here.
    """
    ranker = build_ranker(settings)
    knowledge = build_knowledge(settings)
    fetch = partial(fetch_records, fields={}, allowed_places=settings.fetch_allow) if settings.desk_fetch else None
    store = await open_store(database or settings.database_url, clock=clock)
    # What is loaded by now stays: to look through all of it again and again costs a third of the time of a bulk load.
    gc.freeze()
    try:
        extractor = build_reader(knowledge) if build_reader else Extractor(knowledge, settings.tagger)
        yield App(
            settings,
            store,
            Service(
                store,
                extractor,
                knowledge,
                clock=clock,
                splitters=splitters,
                ranker=ranker,
                floor=settings.floor,
                allowed_places=settings.fetch_allow,
                review=Review(settings.desk_home, settings.desk_approvals),
                fetch=fetch,
                draw=png_drawer(),
            ),
        )
    finally:
        await store.close()


def configured(settings: Settings, platforms: Iterable[Platform] = PLATFORMS) -> list[Platform]:
    """The platforms that have what they need to connect."""
    return [platform for platform in platforms if platform.is_configured(settings)]


def alert_channel(settings: Settings, platforms: Iterable[Platform] = PLATFORMS) -> Destination | None:
    """Where the operator wants to be told of trouble; raises SettingsError where the bot cannot post there."""
    if settings.alerts is None:
        return None
    name, _, channel = settings.alerts.partition(":")
    if channel and name in {platform.name for platform in configured(settings, platforms)}:
        return Destination(platform=name, tenant="alerts", channel=channel)
    raise SettingsError(
        "DATELINE_ALERTS names no channel of a configured platform; write it as in discord:1234 or slack:C1234."
    )
