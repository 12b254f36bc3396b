"""Loopback outlets whose feeds behave and misbehave as those of the world do; each can be told to change."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import itertools
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from aiohttp import web

PLACES = ("Sudzha", "Kursk", "Toretsk", "Pokrovsk", "Kupiansk")


@dataclass
class Item:
    """An entry of a feed."""

    guid: str
    text: str
    headline: str = "River rises"
    published: str = "Fri, 07 Feb 2025 09:00:00 +0000"
    link: str | None = None


def item(key: str, count: int = 14, place: str = "Sudzha", **fields: str) -> Item:
    """An entry in which somebody says how many houses a river damaged."""
    text = f"The mayor of {place}, Ida Holm, said on Friday that a flood had damaged {count} houses in {place}."
    return Item(key, text, **fields)


@dataclass
class Outlet:
    """A feed of a peer: its entries, and how it answers."""

    name: str
    items: list[Item] = field(default_factory=list)
    behaviour: str = "well"
    requests: int = 0
    unchanged: int = 0  #: requests that were answered with 304


class FeedPeer:
    """A web server with many outlets; `host` names it as operators do."""

    def __init__(self) -> None:
        self.outlets: dict[str, Outlet] = {}
        self.pages: dict[str, str] = {}
        self.robots = ""
        self.page_requests: Counter[str] = Counter()
        self.host = ""

    def add(self, name: str, *items: Item, behaviour: str = "well") -> Outlet:
        """An outlet at `/NAME/feed`."""
        self.outlets[name] = Outlet(name, list(items), behaviour)
        return self.outlets[name]

    def url(self, name: str) -> str:
        """Where a feed lies."""
        return f"http://{self.host}/{name}/feed"

    def rss(self, outlet: Outlet) -> bytes:
        """An outlet's feed."""
        home = f"http://{self.host}/{outlet.name}/"
        rows = "".join(
            f"<item><title>{escape(row.headline)}</title><guid isPermaLink='false'>{row.guid}</guid>"
            f"<link>{row.link or home + row.guid}</link><pubDate>{row.published}</pubDate>"
            f"<description>{escape(row.text)}</description></item>"
            for row in outlet.items
        )
        title = f"<title>Outlet {outlet.name}</title><link>{home}</link>"
        return f"<rss version='2.0'><channel>{title}{rows}</channel></rss>".encode()

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer as the outlet behaves."""
        if request.path == "/robots.txt":
            return web.Response(text=self.robots) if self.robots else web.Response(status=404)
        if request.path in self.pages:
            self.page_requests[request.path] += 1
            return web.Response(text=self.pages[request.path], content_type="text/html")
        outlet = self.outlets.get(request.match_info["outlet"])
        if outlet is None:
            return web.Response(status=404)
        outlet.requests += 1
        return await BEHAVIOURS[outlet.behaviour](self, outlet, request)


async def _well(peer: FeedPeer, outlet: Outlet, request: web.Request) -> web.StreamResponse:
    body = peer.rss(outlet)
    etag = f'"{hash(body)}"'
    if request.headers.get("If-None-Match") == etag:
        outlet.unchanged += 1
        return web.Response(status=304)
    return web.Response(body=body, content_type="application/rss+xml", headers={"ETag": etag})


async def _new_date(peer: FeedPeer, outlet: Outlet, _: web.Request) -> web.StreamResponse:
    """Every entry seems to be of now, each time."""
    for row in outlet.items:
        row.published = f"Fri, 07 Feb 2025 09:{outlet.requests % 60:02}:00 +0000"
    return web.Response(body=peer.rss(outlet))


async def _new_order(peer: FeedPeer, outlet: Outlet, _: web.Request) -> web.StreamResponse:
    outlet.items.reverse()
    return web.Response(body=peer.rss(outlet))


async def _tracking(peer: FeedPeer, outlet: Outlet, _: web.Request) -> web.StreamResponse:
    """Links carry another mark each time."""
    for row in outlet.items:
        row.link = f"http://{peer.host}/{outlet.name}/{row.guid}?utm_source=rss{outlet.requests}"
    return web.Response(body=peer.rss(outlet))


async def _moved(peer: FeedPeer, outlet: Outlet, request: web.Request) -> web.StreamResponse:
    if not request.path.endswith("/new"):
        return web.Response(status=301, headers={"Location": f"/{outlet.name}/new"})
    return await _well(peer, outlet, request)


async def _elsewhere(peer: FeedPeer, outlet: Outlet, request: web.Request) -> web.StreamResponse:
    """For now it lies elsewhere."""
    if not request.path.endswith("/now"):
        return web.Response(status=302, headers={"Location": f"/{outlet.name}/now"})
    return await _well(peer, outlet, request)


async def _circle(_: FeedPeer, outlet: Outlet, request: web.Request) -> web.StreamResponse:
    return web.Response(status=302, headers={"Location": f"/{outlet.name}/feed?n={outlet.requests}"})


async def _inwards(_: FeedPeer, __: Outlet, ___: web.Request) -> web.StreamResponse:
    return web.Response(status=302, headers={"Location": "http://169.254.169.254/latest/meta-data/"})


def _status(status: int, **headers: str) -> Behaviour:
    async def answer(_: FeedPeer, __: Outlet, ___: web.Request) -> web.StreamResponse:
        return web.Response(status=status, headers={name.replace("_", "-"): text for name, text in headers.items()})

    return answer


def _body(body: bytes, **headers: str) -> Behaviour:
    async def answer(_: FeedPeer, __: Outlet, ___: web.Request) -> web.StreamResponse:
        return web.Response(body=body, headers={name.replace("_", "-"): text for name, text in headers.items()})

    return answer


async def _gzip(peer: FeedPeer, outlet: Outlet, _: web.Request) -> web.StreamResponse:
    return web.Response(body=gzip.compress(peer.rss(outlet)), headers={"Content-Encoding": "gzip"})


async def _half(peer: FeedPeer, outlet: Outlet, request: web.Request) -> web.StreamResponse:
    """The answer breaks off in its middle."""
    body = peer.rss(outlet)
    response = web.StreamResponse(headers={"Content-Length": str(len(body))})
    await response.prepare(request)
    await response.write(body[: len(body) // 2])
    if request.transport:
        request.transport.close()
    return response


async def _silence(_: FeedPeer, __: Outlet, ___: web.Request) -> web.StreamResponse:
    """Nothing comes until the other side gives up."""
    await asyncio.sleep(60)
    return web.Response()


async def _drip(peer: FeedPeer, outlet: Outlet, request: web.Request) -> web.StreamResponse:
    """A byte now and then, without end."""
    response = web.StreamResponse()
    await response.prepare(request)
    with contextlib.suppress(ConnectionError):
        for byte in itertools.cycle(peer.rss(outlet)):
            await response.write(bytes([byte]))
            await asyncio.sleep(0.05)
    return response


async def _unending(_: FeedPeer, __: Outlet, request: web.Request) -> web.StreamResponse:
    """Bytes as fast as they can be taken, without end."""
    response = web.StreamResponse()
    await response.prepare(request)
    with contextlib.suppress(ConnectionError):
        while True:
            await response.write(b"<rss>" * 10_000)
    return response


Behaviour = Callable[[FeedPeer, Outlet, web.Request], Awaitable[web.StreamResponse]]
_ENTITIES = b"<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;'>]><rss><channel>&c;</channel></rss>"
BEHAVIOURS: dict[str, Behaviour] = {
    "well": _well,
    "new date": _new_date,
    "new order": _new_order,
    "tracking": _tracking,
    "moved": _moved,
    "elsewhere": _elsewhere,
    "circle": _circle,
    "inwards": _inwards,
    "gone": _status(410),
    "missing": _status(404),
    "forbidden": _status(403),
    "too many": _status(429, Retry_After="7200"),
    "busy": _status(503, Retry_After="Sat, 08 Feb 2025 18:00:00 GMT"),
    "broken": _status(500),
    "gzip": _gzip,
    "bomb": _body(gzip.compress(b" " * 40_000_000), Content_Encoding="gzip"),
    "entities": _body(_ENTITIES),
    "page": _body(b"<html><body><h1>We are being rebuilt</h1></body></html>", Content_Type="text/html"),
    "empty": _body(b""),
    "half": _half,
    "silence": _silence,
    "drip": _drip,
    "unending": _unending,
}
#: Those of which nothing can be read, whatever is done.
BAD = frozenset(
    ["circle", "inwards", "gone", "missing", "forbidden", "too many", "busy", "broken", "bomb", "entities", "page",
     "empty", "half", "silence", "drip", "unending"]
)  # fmt: skip


@contextlib.asynccontextmanager
async def serve_feeds() -> AsyncIterator[FeedPeer]:
    """The server, until the block ends."""
    peer, app = FeedPeer(), web.Application()
    app.router.add_get("/robots.txt", peer.answer)
    app.router.add_get("/{outlet}/{rest:.*}", peer.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    peer.host = f"127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield peer
    finally:
        await runner.cleanup()


def town_items(name: str, count: int) -> Sequence[Item]:
    """So many entries that differ."""
    return [item(f"{name}-{n}", 10 + n, PLACES[n % len(PLACES)]) for n in range(count)]
