"""Feeds as the desk keeps them from chat: listed, tried, added, rested and removed, each change written down."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from bot.errors import RecordError, RequestError
from bot.models import DeskRequest, Feed
from bot.service.desk.decisions import DeskService
from bot.service.feeds import FeedService
from digests.models import Article

MOST_SHOWN = 30
Fetch = Callable[[str], Awaitable[Sequence[Article | RecordError]]]
DOINGS = ("list", "test", "add", "pause", "resume", "remove")


class FeedAnswers:
    """Does what the desk asks of feeds.

    fetch: what fetches an address that somebody names; None where nothing is fetched for chat.
    """

    def __init__(self, desk: DeskService, feeds: FeedService, fetch: Fetch | None) -> None:
        self._desk, self._feeds, self._fetch = desk, feeds, fetch

    async def answer(self, request: DeskRequest, actor: str, tenant: str) -> list[str]:
        """List the feeds, or do to one of them what the request's subject says; raises RequestError."""
        doing, name = request.subject.lower() or "list", request.text.strip()
        if doing == "list":
            return [_line(feed) for feed in (await self._feeds.all())[:MOST_SHOWN]] or ["No feed is watched."]
        if doing not in DOINGS:
            raise RequestError(f"I do not know “{doing[:40]}”. Known are {', '.join(DOINGS)}.")
        if not name:
            raise RequestError("Say which feed: its address, or its id or name as the list has it.")
        if doing == "test":
            return await self._try(name)
        feed = await self._change(doing, name)
        await self._desk.note(actor, f"feed {doing}", feed.url, reason=request.reason, tenant=tenant)
        return [_line(feed) if doing != "remove" else f"{feed.url} is watched no more; its articles stay."]

    async def _change(self, doing: str, name: str) -> Feed:
        if doing == "add":
            self._fetching()
            return await self._feeds.add(name)
        if doing == "remove":
            return await self._feeds.remove(name)
        return await self._feeds.pause(name, paused=doing == "pause")

    async def _try(self, url: str) -> list[str]:
        """What would be read of a feed; nothing is kept."""
        records = await self._fetching()(url)
        articles = [record for record in records if isinstance(record, Article)]
        problems = [str(record) for record in records if isinstance(record, RecordError)]
        lines = [f"{article.headline or article.body[:80]} · {article.publisher.name}" for article in articles]
        return [f"{len(articles)} articles would be read.", *lines[:5], *problems[:5]]

    def _fetching(self) -> Fetch:
        if self._fetch is None:
            raise RequestError("Addresses are not fetched for chat here; the operator can switch it on.")
        return self._fetch


def _line(feed: Feed) -> str:
    return f"{feed.id} · {feed.name or feed.url} · {feed.mode} · {feed.state}"
