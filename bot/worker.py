"""`dateline worker`: reads articles and looks at feeds for the replicas that share its database."""

from __future__ import annotations

import asyncio
import os
from dataclasses import replace
from typing import Any

import structlog

from bot.app import App, open_app, open_queue, reading_in, utc_now
from bot.feeds.dispatch import FeedDispatcher
from bot.feeds.fetch import Fetcher
from bot.feeds.polling import Notice
from bot.feeds.watcher import AT_ONCE, FeedWatcher
from bot.jobs.intake import read_queued
from bot.jobs.queue import JobQueue
from bot.jobs.worker import JobWorker
from bot.models import Feed, key_of
from bot.platforms import PLATFORMS
from bot.run import stopped_by_signals
from bot.settings import Settings

_log = structlog.get_logger("dateline")


async def run_worker(settings: Settings, *, stop: asyncio.Event | None = None, until_done: bool = False) -> None:
    """Do the jobs of a Postgres database until SIGTERM, SIGINT or `stop`; raises SettingsError where it is none.

    until_done: end where no job is left that could be done now.
    """
    stop = stop or asyncio.Event()
    readers = settings.readers or os.cpu_count() or 1
    splitters = {platform.name: platform.split for platform in PLATFORMS}  # what it corrects may be posted anywhere
    with stopped_by_signals(stop), reading_in(settings, readers) as build_reader:
        async with (
            open_queue(settings) as queue,
            open_app(settings, splitters=splitters, build_reader=build_reader) as app,
        ):
            fetcher = Fetcher(settings.fetch_allow)
            try:
                await _work(replace(app, queue=queue), queue, fetcher, readers, stop, until_done=until_done)
            finally:
                await fetcher.close()
                _log.info("stopped")


async def _work(
    app: App, queue: JobQueue, fetcher: Fetcher, readers: int, stop: asyncio.Event, *, until_done: bool
) -> None:
    watcher = FeedWatcher(app.store.feeds, app.intake, fetcher, tell=_teller(queue), clock=utc_now)

    async def read(article: dict[str, Any], *, news: bool) -> None:
        await read_queued(app.service, article, news=news)

    async def look(feed: dict[str, Any]) -> None:
        await watcher.look(Feed.model_validate(feed))

    async def hand_on(feed: Feed) -> None:
        await queue.add("look", {"feed": feed.model_dump(mode="json")}, key=key_of("look", feed.id), priority="feed")

    reading = JobWorker(
        queue, {"read": read}, at_once=readers + 1
    )  # one more, so that no process waits for the database
    looking = JobWorker(queue, {"look": look}, at_once=AT_ONCE)
    _log.info("starting", readers=readers)
    dispatcher = FeedDispatcher(app.store.feeds, hand_on, clock=utc_now)
    if until_done:
        await dispatcher.dispatch()
        await looking.run(stop, until_done=True)
        await reading.run(stop, until_done=True)
        return
    async with asyncio.TaskGroup() as tasks:
        for run in (dispatcher.run, looking.run, reading.run):
            tasks.create_task(run(stop))


def _teller(queue: JobQueue) -> Any:
    """What lets a replica tell the operator of a feed: a worker is connected to no platform."""

    async def tell(feed: Feed, notice: Notice) -> None:
        key = key_of("tell", feed.id, notice.event, utc_now().isoformat())
        arguments = {"feed": feed.model_dump(mode="json"), "event": notice.event, "text": notice.text}
        await queue.add("tell", arguments, key=key, priority="feed")

    return tell


async def try_failed_again(settings: Settings) -> int:
    """Let the jobs that were given up wait once more; gives how many."""
    async with open_queue(settings) as queue:
        return await queue.try_failed_again()
