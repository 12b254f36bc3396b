"""The composition root: the only place where settings become real parts."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import structlog

from bot.delivery.alerts import Alerts
from bot.delivery.worker import DeliveryWorker
from bot.errors import SettingsError
from bot.exports.figure_png import png_drawer
from bot.extraction import Extractor, ReadingPool
from bot.feeds.fetch import Fetcher
from bot.feeds.inbox import Inbox, prepare_inbox
from bot.feeds.polling import Notice, NoticeEvent
from bot.feeds.reading import fetch_records
from bot.feeds.watcher import FeedWatcher, Intake, Tell
from bot.jobs.intake import QueuedIntake
from bot.knowledge.load import build_knowledge
from bot.models import Destination, Feed, PlatformName, key_of
from bot.platforms import PLATFORMS, Platform
from bot.platforms.supervision import Supervised, supervise, until_over
from bot.protocols import Client, Ranker, Store
from bot.schedules import Scheduler
from bot.service.desk.decisions import Review
from bot.service.service import Service, Splitter
from bot.settings import Settings
from bot.store import last_copy, open_store, rotate
from bot.upkeep import Nightly, Part
from digests.extraction.extract import Extraction
from digests.knowledge import Knowledge
from digests.lines.wording import worded
from digests.models import Article

if TYPE_CHECKING:
    from bot.jobs.queue import JobQueue
    from bot.web import Metrics

DRAIN_SECONDS = 5.0  #: what is under way when we are told to stop may end; else it is looked up or made again

_log = structlog.get_logger("dateline")


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


def build_clients(clients: Iterable[Client], metrics: Metrics | None) -> dict[PlatformName, Client]:
    """Clients by their platforms, watched where there are metrics."""
    return {client.name: metrics.watch_client(client) if metrics else client for client in clients}


async def run_bot(
    settings: Settings,
    *,
    stop: asyncio.Event | None = None,
    platforms: Iterable[Platform] = PLATFORMS,
    reload: Callable[[], Settings] | None = None,
) -> None:
    """Serve the configured platforms until SIGTERM, SIGINT or `stop`; raises SettingsError if there are none.

    reload: reads the settings again, where some of them can change while the bot runs.
    """
    connectable = configured(settings, platforms)
    if not connectable:
        setting_names = ", or ".join(platform.setting for platform in platforms)
        raise SettingsError(f"No platform is configured: set {setting_names}. `dateline demo` needs neither.")
    channel = alert_channel(settings, connectable)
    if settings.inbox:
        prepare_inbox(settings.inbox)
    stop = stop or asyncio.Event()
    with stopped_by_signals(stop):
        async with contextlib.AsyncExitStack() as stack:
            is_here = settings.jobs == "here"
            build_reader = stack.enter_context(reading_in(settings, settings.readers if is_here else 0))
            splitters = {platform.name: platform.split for platform in connectable}
            app = await stack.enter_async_context(open_app(settings, splitters=splitters, build_reader=build_reader))
            if not is_here:
                app = replace(app, queue=await stack.enter_async_context(open_queue(settings)))
            metrics = _metrics(settings)
            clients: dict[PlatformName, Client] = {}
            alerts = Alerts(clients, channel)

            async def tell(platform: PlatformName, problem: str) -> None:
                await alerts.tell_of_platform(platform, problem, utc_now())

            use_cases = metrics.watch_use_cases(app.service) if metrics else app.service
            supervised = {
                platform.name: supervise(platform, settings, use_cases, utc_now, reload=reload, tell=tell)
                for platform in connectable
            }
            clients |= build_clients(supervised.values(), metrics)
            if metrics:
                from bot.web import serve  # noqa: PLC0415 - as below

                server = serve(
                    settings,
                    metrics,
                    app.store,
                    clients,
                    app.intake,
                    problem_of=lambda name: supervised[name].problem,
                )
                await stack.enter_async_context(server)
            if settings.page_port is not None:
                from bot.page import serve_pages  # noqa: PLC0415 - most have no page

                await stack.enter_async_context(
                    serve_pages(app.service, settings.page_host, settings.page_port, clock=utc_now)
                )
            await app.service.resume()
            await _serve(app, clients, supervised, alerts, stop)


def _metrics(settings: Settings) -> Metrics | None:
    """The figures that are counted, where somebody can ask for them."""
    from bot.web import Metrics, check_settings  # noqa: PLC0415 - most are not asked

    check_settings(settings)
    if settings.web_port is None:
        return None
    return Metrics(clock=utc_now)


async def _serve(
    app: App,
    clients: Mapping[PlatformName, Client],
    supervised: Mapping[PlatformName, Supervised],
    alerts: Alerts,
    stop: asyncio.Event,
) -> None:
    worker = DeliveryWorker(
        app.store,
        clients,
        alerts=alerts,
        resend_unknown=app.settings.unknown == "resend",
        is_up=lambda name: not supervised[name].problem,
    )
    scheduler = Scheduler(app.store, clock=utc_now)
    fetcher = Fetcher(app.settings.fetch_allow)
    _log.info("starting", platforms=sorted(clients))
    work = [asyncio.create_task(client.run(), name=client.name) for client in clients.values()]
    work.append(asyncio.create_task(_feed_work(app, fetcher, _feed_alerts(alerts), stop), name="feeds"))
    if app.settings.inbox:
        work.append(asyncio.create_task(Inbox(app.settings.inbox, app.intake).run(stop), name="inbox"))
    work.append(asyncio.create_task(_nightly(app).run(stop), name="night"))
    work.append(asyncio.create_task(worker.run(utc_now, 1.0, stop), name="delivery"))
    stop_task = asyncio.create_task(stop.wait(), name="stop")
    try:
        await scheduler.start(app.service.fire)
        await until_over(work[: len(clients)], {*work[len(clients) :], stop_task})
    finally:
        stop.set()
        await asyncio.gather(scheduler.stop(DRAIN_SECONDS), _finish(clients, work, stop_task))
        await fetcher.close()
        _log.info("stopped")


async def _feed_work(app: App, fetcher: Fetcher, tell: Tell, stop: asyncio.Event) -> None:
    """Watch feeds; where workers do, only tell the operator what they have found, as they are connected nowhere."""
    if app.queue is None:
        await FeedWatcher(app.store.feeds, app.service, fetcher, tell=tell, clock=utc_now).run(stop)
        return
    from bot.jobs.worker import JobWorker  # noqa: PLC0415 - as above

    async def tell_queued(feed: dict[str, object], event: NoticeEvent, text: str) -> None:
        await tell(Feed.model_validate(feed), Notice(event, text))

    await JobWorker(app.queue, {"tell": tell_queued}, at_once=1).run(stop)


def _nightly(app: App) -> Nightly:
    """The night's work."""
    settings, parts = app.settings, dict[str, Part]()
    parts["wording"] = lambda _: app.store.reword(worded)
    if (folder := settings.backups) is not None:
        url, count = settings.database_url, settings.backups_keep
        parts["backup"] = lambda now: asyncio.to_thread(rotate, url, folder, count, now)
    if (keep := settings.keep) is not None:
        parts["retention"] = lambda now: app.store.forget(now - keep, now)
    if (keep_audit := settings.keep_audit) is not None:
        parts["audit"] = lambda now: app.store.desk.forget(now - keep_audit)
    last = last_copy(settings.backups) if settings.backups else None
    return Nightly(parts, zone=settings.zone, clock=utc_now, last=last)


def _feed_alerts(alerts: Alerts) -> Tell:
    """What tells the operator of a feed that has broken, fallen silent or come back."""

    async def tell(feed: Feed, notice: Notice) -> None:
        now, is_back = utc_now(), notice.event == "back"
        cure = "" if is_back else f" `dateline feeds list` says more; `dateline feeds pause {feed.id}` lets it rest."
        title = "Dateline: a feed is back" if is_back else "Dateline needs you"
        text = f"The feed {feed.name or feed.url} {notice.text}.{cure}"
        await alerts.say(text, now, key=key_of("feed", feed.id, notice.event, now.isoformat()), title=title)

    return tell


async def _finish(
    clients: Mapping[PlatformName, Client], work: list[asyncio.Task[None]], stop_task: asyncio.Task[bool]
) -> None:
    """Let the delivery in flight end, then close the connections."""
    stop_task.cancel()
    delivery = work[-1]
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(asyncio.shield(delivery), DRAIN_SECONDS)
    for client in clients.values():
        await client.close()
    for task in work:
        task.cancel()
    await asyncio.gather(*work, stop_task, return_exceptions=True)


@contextlib.contextmanager
def stopped_by_signals(stop: asyncio.Event) -> Iterator[None]:
    """Let SIGTERM and SIGINT set the event; by plain handlers, since a loop on Windows takes none."""
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGTERM, signal.SIGINT)
    previous = [signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, previous, strict=True):
            signal.signal(number, handler or signal.SIG_DFL)
