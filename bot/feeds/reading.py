"""From what an address answered to the articles in it."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping

from bot.errors import RecordError
from bot.feeds.addresses import ForbiddenAddressError
from bot.feeds.fetch import Fetcher, FetchError, Page
from bot.records import read_fetched
from digests.models import Article

_GOOD = 200


async def fetch_records(
    url: str, fields: Mapping[str, str], *, allowed_places: Collection[str]
) -> list[Article | RecordError]:
    """The articles at an address that somebody names: a page, a feed or a file; an error where there is none.

    allowed_places: the hosts that may be asked though they are not public, each with its port.
    fields: what stands in for those which the page does not say.
    """
    fetcher = Fetcher(allowed_places)
    try:
        page = check_status(await fetcher.fetch(url))
    except (ForbiddenAddressError, FetchError) as error:
        return [RecordError(url, None, None, str(error).removeprefix(f"{url} "))]
    finally:
        await fetcher.close()
    # a page may take a while to read
    return await asyncio.to_thread(lambda: list(read_fetched(page.body, page.url, fields=fields)))


def check_status(page: Page) -> Page:
    """The page, where it is what was asked for; raises FetchError that says what its host answered."""
    if page.status == _GOOD:
        return page
    raise FetchError(f"{page.url} answered {page.status}", retry=page.status >= 500)
