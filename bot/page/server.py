"""The server of the pages, on a port of its own: whoever may read them need not see health and metrics."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from datetime import datetime

import structlog
from aiohttp import web

from bot.listening import listen
from bot.page.data import DataFiles
from bot.page.pages import Pages
from bot.page.recent import Recent, keep_warm
from bot.page.routes import routes_of
from bot.service.service import Service

_log = structlog.get_logger(__name__)


@contextlib.asynccontextmanager
async def serve_pages(
    service: Service, host: str, port: int, *, clock: Callable[[], datetime]
) -> AsyncIterator[tuple[str, int]]:
    """Answer until the block ends, and give the address; raises SettingsError where the port cannot be had."""

    async def state() -> str:
        return f"{await service.state()} {clock():%Y-%m-%d %H}"  # no page is older than an hour

    app, pages, recent = web.Application(), Pages(service), Recent(clock)
    app.add_routes(routes_of(pages, DataFiles(service), recent))
    async with listen(app, host, port, setting="DATELINE_PAGE_PORT") as address:
        _log.info("pages are served", host=address[0], port=address[1])
        warming = asyncio.create_task(keep_warm(recent, "/", pages.front, state))
        try:
            yield address
        finally:
            warming.cancel()
            await asyncio.wait([warming])
