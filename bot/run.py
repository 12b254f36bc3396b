"""`dateline run`: platforms, schedules, feeds and the night's work, begun together and ended in order."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import structlog

from bot.app import App, alert_channel, configured, open_app, open_queue, reading_in, utc_now
from bot.delivery.alerts import Alerts
from bot.delivery.worker import DeliveryWorker
from bot.errors import SettingsError
from bot.feeds.fetch import Fetcher
from bot.feeds.inbox import Inbox, prepare_inbox
from bot.feeds.polling import Notice, NoticeEvent
from bot.feeds.watcher import FeedWatcher, Tell
from bot.models import Feed, PlatformName, key_of
from bot.platforms import PLATFORMS, Platform
from bot.platforms.supervision import Supervised, supervise, until_over
from bot.protocols import Client
from bot.schedules import Scheduler
from bot.settings import Settings
from bot.store import last_copy, rotate
from bot.upkeep import Nightly, Part
from digests.lines.wording import worded

if TYPE_CHECKING:
    from bot.web import Metrics

DRAIN_SECONDS = 5.0  #: what is under way when we are told to stop may end; else it is looked up or made again

_log = structlog.get_logger("dateline")


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
            app = await _open(stack, settings, connectable)
            metrics = _metrics(app)
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
            await _listen(stack, app, metrics, clients, supervised)
            await app.service.resume()
            await _serve(app, clients, supervised, alerts, stop)


async def _open(stack: contextlib.AsyncExitStack, settings: Settings, platforms: Sequence[Platform]) -> App:
    """The parts of the bot, and the queue of jobs where workers do the heavy work."""
    is_here = settings.jobs == "here"
    build_reader = stack.enter_context(reading_in(settings, settings.readers if is_here else 0))
    splitters = {platform.name: platform.split for platform in platforms}
    app = await stack.enter_async_context(open_app(settings, splitters=splitters, build_reader=build_reader))
    return app if is_here else replace(app, queue=await stack.enter_async_context(open_queue(settings)))


async def _listen(
    stack: contextlib.AsyncExitStack,
    app: App,
    metrics: Metrics | None,
    clients: Mapping[PlatformName, Client],
    supervised: Mapping[PlatformName, Supervised],
) -> None:
    """Answer over HTTP where a port is set: how the bot is doing, and pages of what is held."""
    settings = app.settings
    if metrics:
        from bot.web import serve  # noqa: PLC0415 - as below

        await stack.enter_async_context(
            serve(settings, metrics, app.store, clients, app.intake, problem_of=lambda name: supervised[name].problem)
        )
    if settings.page_port is not None:
        from bot.page import serve_pages  # noqa: PLC0415 - most have no page

        pages = serve_pages(app.service, settings.page_host, settings.page_port, clock=utc_now)
        await stack.enter_async_context(pages)


def _metrics(app: App) -> Metrics | None:
    """The figures that are counted, where somebody can ask for them."""
    from bot.web import Metrics, check_settings  # noqa: PLC0415 - most are not asked

    check_settings(app.settings)
    if app.settings.web_port is None:
        return None
    metrics = Metrics(clock=utc_now)
    if app.queue:
        metrics.watch_jobs(app.queue.states)
    return metrics


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
