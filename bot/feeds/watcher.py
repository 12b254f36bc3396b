"""The watcher of feeds: takes those that are due, reads what is new in each, and notes how it went."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Protocol

import structlog

from bot.errors import BotError, RecordError, RequestError
from bot.feeds.addresses import ForbiddenAddressError
from bot.feeds.courtesy import GAP_SECONDS, Turns
from bot.feeds.fetch import Fetcher, FetchError, Page
from bot.feeds.house import feed_sites
from bot.feeds.pages import Pages
from bot.feeds.polling import Failure, Notice, Success, fail, read_retry_after, succeed
from bot.models import Feed
from bot.protocols import FeedStore
from bot.records import read_fetched
from digests.models import Article

AT_ONCE = 16  #: feeds that are looked at at a time
LEASE = timedelta(minutes=10)  #: what is not done by then was cut short, and is looked at again
TICK_SECONDS = 2.0
_PAGES_TRIED = timedelta(days=1)  #: how long after its publication a page that fails is tried again
_UNCHANGED, _GONE = 304, 410

Tell = Callable[[Feed, Notice], Awaitable[None]]

_log = structlog.get_logger(__name__)


class Intake(Protocol):
    """Where articles go."""

    async def add_article(self, article: Article) -> bool:
        """Read and keep an article; False if it is held already."""
        ...

    async def are_held(self, articles: Sequence[Article]) -> list[bool]:
        """Whether each of some articles is held already as it is."""
        ...

    async def submit(self, article: Article, origin: str) -> bool:
        """Let an article wait for the desk; False if it is held, waits or was decided already."""
        ...


class FeedWatcher:
    """Looks at each feed when it is due. The database is the truth; what is held here can be lost at any time."""

    def __init__(
        self,
        store: FeedStore,
        intake: Intake,
        fetcher: Fetcher,
        *,
        tell: Tell,
        clock: Callable[[], datetime],
        gap_seconds: float = GAP_SECONDS,
    ) -> None:
        self._store, self._intake, self._fetcher, self._tell, self._clock = store, intake, fetcher, tell, clock
        self._turns = Turns(gap_seconds)
        self._pages = Pages(fetcher, self._turns)
        self._reading = asyncio.Lock()  # one feed's articles at a time: reading them takes the processor
        self._tasks: set[asyncio.Task[None]] = set()
        self._random = random.Random()  # noqa: S311 - it only spreads requests

    async def run(self, stop: asyncio.Event) -> None:
        """Watch until told to stop; what is under way then is looked at again after its lease."""
        try:
            while not stop.is_set():
                try:
                    await self.start_due()
                except BotError as error:
                    _log.warning("feeds not looked at", error=str(error))
                await wait(stop, TICK_SECONDS)
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def start_due(self) -> set[asyncio.Task[None]]:
        """Begin to look at feeds that are due, as many as there is room for; gives all looks that are under way."""
        room, now = AT_ONCE - len(self._tasks), self._clock()
        if room > 0 and await self._store.are_due(now):
            for feed in await self._store.take(now, lease_end=now + LEASE, limit=room):
                task = asyncio.create_task(self._look_safely(feed), name=f"feed {feed.url}")
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
        return set(self._tasks)

    async def _look_safely(self, feed: Feed) -> None:
        """Look at a feed; no fault of ours or of its host's ends the watcher."""
        try:
            await self.look(feed)
        except BotError as error:  # the database, not the feed: its lease ends, and it is looked at again
            _log.warning("feed not looked at", feed=feed.url, error=str(error))
        except Exception:  # noqa: BLE001 - one feed must not end the others
            _log.exception("feed not looked at", feed=feed.url)

    async def look(self, feed: Feed) -> None:
        """Take what is new in a feed, and note how it went; raises StoreError."""
        hashes: frozenset[str] | None = None
        chance = self._random.random()
        try:
            page = await self._fetch(feed)
            if page.status == _UNCHANGED or _hash(page.body) == feed.health.body_hash:
                success = _success(page, feed)
            else:
                success, hashes = await self._read(feed, page)
            changed_feed, notice = succeed(feed, success, now=self._clock(), chance=chance)
        except (ForbiddenAddressError, FetchError, RecordError) as error:
            failure = error.failure if isinstance(error, _RefusedError) else Failure(str(error))
            changed_feed, notice = fail(feed, failure, now=self._clock(), chance=chance)
        if not await self._store.note(changed_feed, hashes) and changed_feed.url != feed.url:
            # another feed is watched where this one has moved to: one is enough
            failure = Failure(f"has moved to {changed_feed.url}, which is watched too", gone=True)
            changed_feed, notice = fail(feed, failure, now=self._clock(), chance=chance)
            await self._store.note(changed_feed)
        if notice:
            _log.warning("feed", feed=feed.url, event_of_feed=notice.event, text=notice.text)
            await self._tell(changed_feed, notice)

    async def _fetch(self, feed: Feed) -> Page:
        validators = {"If-None-Match": feed.health.etag, "If-Modified-Since": feed.health.last_modified}
        async with self._turns.take(feed.url):
            page = await self._fetcher.fetch(feed.url, {name: text for name, text in validators.items() if text})
        if page.status not in {200, _UNCHANGED}:
            retry_after = read_retry_after(page.headers.get("Retry-After"), self._clock())
            raise _RefusedError(Failure(f"{page.url} answered {page.status}", retry_after, page.status == _GONE))
        return page

    async def _read(self, feed: Feed, page: Page) -> tuple[Success, frozenset[str]]:
        """Take what is new in a feed; gives how it went, and the hashes of the entries that need not be taken again."""
        async with self._reading:
            records = await asyncio.to_thread(_read_feed, feed, page)
        articles = [record for record in records if isinstance(record, Article)]
        errors = [record for record in records if isinstance(record, RecordError)]
        if errors and not articles:
            raise errors[0]
        for error in errors:
            _log.warning("entry not read", feed=feed.url, error=str(error))
        known_hashes = await self._store.seen(feed.id)
        entries = {_hash_entry(article): article for article in articles}
        done_hashes, new_count, all_done = entries.keys() & known_hashes, 0, True
        for entry, article in entries.items():
            if entry in known_hashes:
                continue
            is_done, is_new = await self._take(feed, article)
            new_count += is_new
            all_done &= is_done
            if is_done:
                done_hashes.add(entry)
        success = _success(page, feed, new_count)
        # What is to be tried again must be read again.
        return (success if all_done else Success(new_count, moved_to=page.moved_to)), frozenset(done_hashes)

    async def _take(self, feed: Feed, article: Article) -> tuple[bool, bool]:
        """Take one article; gives whether that is done for good, and whether it was new."""
        is_done = True
        if feed.full_text:
            try:
                article = await self._pages.complete(article, feed)
            except FetchError as error:
                _log.warning("page not read", feed=feed.url, page=article.url, error=str(error))
                published = article.date_published
                is_done = published is None or self._clock() - published > _PAGES_TRIED
        try:
            async with self._reading:
                if (await self._intake.are_held([article]))[0]:
                    return is_done, False
                if feed.mode == "review":
                    return is_done, await self._intake.submit(article, feed.url)
                return is_done, await self._intake.add_article(article)
        except RequestError as error:
            _log.warning("article not added", feed=feed.url, article=article.url or article.id, error=str(error))
            return True, False


class _RefusedError(FetchError):
    """A host answered with something else than the feed."""

    def __init__(self, failure: Failure) -> None:
        self.failure = failure
        super().__init__(failure.reason, retry=not failure.gone)


def _read_feed(feed: Feed, page: Page) -> list[Article | RecordError]:
    overrides = {"publisher": feed.name, "language": feed.language}
    known = {name: text for name, text in overrides.items() if text}
    return list(read_fetched(page.body, feed.url, sites=feed_sites(feed), overrides=known))


def _hash_entry(article: Article) -> str:
    """What tells an entry from others and from what it was before: dates and order may change as they like."""
    embargo = article.embargoed.isoformat() if article.embargoed else ""
    words = (article.id, article.headline, article.body, article.status, str(article.version), embargo)
    return sha256("\n".join(words).encode(errors="replace")).hexdigest()[:16]


def _success(page: Page, feed: Feed, new_count: int = 0) -> Success:
    if page.status == _UNCHANGED:
        etag, last_modified, body_hash = feed.health.etag, feed.health.last_modified, feed.health.body_hash
    else:
        etag, last_modified = page.headers.get("ETag"), page.headers.get("Last-Modified")
        body_hash = _hash(page.body)
    return Success(new_count, etag, last_modified, body_hash, page.moved_to)


def _hash(body: bytes) -> str:
    return sha256(body).hexdigest()


async def wait(stop: asyncio.Event, seconds: float) -> None:
    """Wait for so long, or until told to stop."""
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return
