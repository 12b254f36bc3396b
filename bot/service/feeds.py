"""Feeds as operators keep them: added, changed, paused, looked at at once, removed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any, get_args

from pydantic import ValidationError

from bot.errors import RequestError
from bot.feeds.addresses import ForbiddenAddressError, checked_url
from bot.models import Feed, FeedHealth, FeedMode, key_of
from bot.protocols import FeedStore
from bot.records.identity import is_language

_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", re.IGNORECASE)
_LIMITS = {"interval": (1, 1440, "minutes"), "silent_after": (0, 8760, "hours")}


class FeedService:
    """Keeps the feeds that are watched.

    allowed_places: hosts with ports that may be fetched from though they are not public.
    """

    def __init__(
        self, store: FeedStore, *, clock: Callable[[], datetime], allowed_places: Collection[str] = ()
    ) -> None:
        self._store, self._clock, self._allowed_places = store, clock, allowed_places

    async def add(self, url: str, **options: Any) -> Feed:
        """Watch a feed from now on; raises RequestError that says what is wrong with it.

        options: what an operator sets of a feed, by the names of its fields.
        """
        try:
            checked_url(url, allowed_places=self._allowed_places)
        except ForbiddenAddressError as error:
            raise RequestError(f"{error}.") from None
        now = self._clock()
        feed = Feed(id=key_of("feed", url)[:8], url=url, added_at=now, health=FeedHealth(next_due=now))
        feed = _changed(feed, options)
        if not await self._store.add(feed):
            raise RequestError(f"{url} is watched already.")
        return feed

    async def all(self) -> tuple[Feed, ...]:
        """Every feed, by address."""
        return tuple(await self._store.all())

    async def find(self, text: str) -> Feed:
        """A feed by its id, address or name; raises RequestError where none or several are meant."""
        feeds = await self._store.all()
        named_feeds = [feed for feed in feeds if text in {feed.id, feed.url}]
        named_feeds = named_feeds or [feed for feed in feeds if text.casefold() in (feed.name or "").casefold()]
        if len(named_feeds) == 1:
            return named_feeds[0]
        if not named_feeds:
            raise RequestError(f"No feed is called “{text[:80]}”; `dateline feeds list` shows those there are.")
        raise RequestError(f"“{text[:80]}” may be {len(named_feeds)} feeds; give the id.")

    async def change(self, text: str, **options: Any) -> Feed:
        """Change what is set of a feed; raises RequestError that says what is wrong with it."""
        feed = _changed(await self.find(text), options)
        return await self._update(feed)

    async def pause(self, text: str, *, paused: bool) -> Feed:
        """Let a feed rest, or look at it again, at once; one that was gone is tried anew."""
        feed = await self.find(text)
        if paused:
            return await self._update(feed.model_copy(update={"paused": True}))
        health = feed.health.model_copy(update={"next_due": self._clock(), "retired": False})
        return await self._update(feed.model_copy(update={"paused": False, "health": health}))

    async def remove(self, text: str) -> Feed:
        """Watch a feed no more; its articles stay."""
        feed = await self.find(text)
        await self._store.remove(feed.id)
        return feed

    async def _update(self, feed: Feed) -> Feed:
        if not await self._store.update(feed):
            raise RequestError(f"{feed.url} is gone, or watched twice.")
        return feed


def _changed(feed: Feed, options: dict[str, Any]) -> Feed:
    """A feed with what is set anew; raises RequestError."""
    if options.get("mode") not in {None, *get_args(FeedMode)}:
        raise RequestError(f"“{options['mode']}” is none of {', '.join(get_args(FeedMode))}.")
    if options.get("language") and not is_language(options["language"]):
        raise RequestError(f"“{options['language']}” is no language code such as en or en-GB.")
    for site in options.get("sites") or ():
        if not _DOMAIN.fullmatch(site):
            raise RequestError(f"“{site[:80]}” is no domain such as example.org.")
    for name, (minimum, maximum, unit) in _LIMITS.items():
        if not minimum <= options.get(name, minimum) <= maximum:
            raise RequestError(f"{name.replace('_', ' ')} must be {minimum} to {maximum} {unit}.")
    try:
        return Feed.model_validate(feed.model_dump() | options)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        raise RequestError(f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}") from None
