"""The full text of an article of which a feed has only a summary."""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from bot.feeds.addresses import ForbiddenAddressError
from bot.feeds.courtesy import Robots, Turns
from bot.feeds.fetch import Fetcher, FetchError
from bot.feeds.house import is_of_house
from bot.feeds.reading import check_status
from bot.models import Feed
from bot.records import read_fetched
from bot.records.texts.encoding import decode
from bot.records.texts.html_text import plain_text
from digests.models import Article

_LONGER = 1.2  #: how much longer a page's text must be than the feed's to take its place


class Pages:
    """Fetches the pages of feeds' articles."""

    def __init__(self, fetcher: Fetcher, turns: Turns) -> None:
        self._fetcher, self._turns, self._robots = fetcher, turns, Robots(fetcher, turns)

    async def complete(self, article: Article, feed: Feed) -> Article:
        """The article with its page's text, where that is longer; else with a doubt that says why not.

        Raises:
            FetchError: with `retry`, where its host may answer later.
        """
        url = article.url
        if url is None or not is_of_house(url, feed):
            place = urlsplit(url).hostname if url else "no address"
            return _doubtful(article, f"full text: {place} is none of the feed's sites")
        try:
            if not await self._robots.allow(url):
                return _doubtful(article, f"full text: {urlsplit(url).hostname} asks robots to stay away")
            async with self._turns.take(url):
                page = check_status(await self._fetcher.fetch(url))
        except ForbiddenAddressError as error:
            return _doubtful(article, f"full text: {error}")
        except FetchError as error:
            if error.retry:
                raise
            return _doubtful(article, f"full text: {error}")
        body = await asyncio.to_thread(_text, page.body, page.url, feed.selector)
        if body is None:
            return _doubtful(article, "full text: none was found in its page")
        return article.model_copy(update={"body": body}) if len(body) > _LONGER * len(article.body) else article


def _doubtful(article: Article, doubt: str) -> Article:
    return article.model_copy(update={"doubts": (*article.doubts, doubt)})


def _text(body: bytes, address: str, selector: str | None) -> str | None:
    if selector:
        try:
            nodes = LexborHTMLParser(decode(body)[0]).css(selector)
        except (SelectolaxError, ValueError):
            return None
        return "\n\n".join(filter(None, (plain_text(node.html or "").strip() for node in nodes))) or None
    articles = [record for record in read_fetched(body, address) if isinstance(record, Article)]
    return max((article.body for article in articles), key=len, default=None)
