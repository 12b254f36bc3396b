"""Nothing but the public Internet is fetched from, and no more than a feed has."""

from __future__ import annotations

import gzip
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.feeds.addresses import ForbiddenAddressError, is_public
from bot.feeds.fetch import MOST_BYTES, Fetcher, FetchError

#: Addresses that must not be reached, in every spelling that some part of a system takes.
CLOSED = """
    http://127.0.0.1/ http://127.0.0.1:80/ http://127.1/ http://127.0.1/ http://2130706433/ http://0x7f000001/
    http://0x7f.0.0.1/ http://0177.0.0.1/ http://017700000001/ http://127.255.255.254/ http://0/ http://0.0.0.0/
    http://localhost/ http://LOCALHOST/ http://localhost./ http://[::1]/ http://[::]/ http://[0:0:0:0:0:0:0:1]/
    http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/ http://[::127.0.0.1]/ http://[::ffff:0:127.0.0.1]/
    http://10.0.0.1/ http://10.255.255.255/ http://172.16.0.1/ http://172.31.255.255/ http://192.168.1.1/
    http://169.254.169.254/latest/meta-data/ http://169.254.0.1/ http://2852039166/ http://0xa9fea9fe/
    http://[::ffff:169.254.169.254]/ http://100.64.0.1/ http://100.100.100.200/ http://100.127.255.255/
    http://168.63.129.16/ http://192.0.0.1/ http://192.0.0.192/ http://192.0.2.1/ http://192.88.99.1/ http://198.18.0.1/
    http://198.51.100.1/ http://203.0.113.1/ http://224.0.0.1/ http://239.255.255.255/ http://240.0.0.1/
    http://255.255.255.255/ http://[fe80::1]/ http://[fe80::1%25eth0]/ http://[fec0::1]/ http://[fc00::1]/
    http://[fd00:ec2::254]/ http://[ff02::1]/ http://[2001:db8::1]/ http://[2002:7f00:1::]/ http://[2002:a9fe:a9fe::]/
    http://[64:ff9b::127.0.0.1]/ http://[64:ff9b::a9fe:a9fe]/ http://[64:ff9b:1::1]/ http://[2001::1]/ http://[100::1]/
    http://[3fff::1]/ http://[4000::1]/ http://user@127.0.0.1/ http://user:word@wire.example/ http://wire.example:22/
    https://wire.example:80/ http://wire.example:443/ http://wire.example:8080/ ftp://wire.example/ file:///a
    gopher://127.0.0.1/ http:///a http:// javascript:alert(1) data:text/plain,a //wire.example/ http://[::1 wire.example
""".split()


@pytest.fixture
async def strict() -> AsyncIterator[Fetcher]:
    """The fetcher as operators have it."""
    fetcher = Fetcher()
    yield fetcher
    await fetcher.close()


@pytest.mark.parametrize("url", CLOSED)
async def test_nothing_closed_is_reached(url: str, strict: Fetcher) -> None:
    """However an address of a machine or a network of one's own is written, it is refused or leads nowhere."""
    with pytest.raises((ForbiddenAddressError, FetchError)) as refusal:
        await strict.fetch(url)

    assert refusal.type is ForbiddenAddressError or "localhost." in url


def test_the_table_is_long() -> None:
    """The table holds what is promised."""
    assert len(set(CLOSED)) >= 60


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.215.14", "172.32.0.1", "100.128.0.1", "2606:4700::1111"])
def test_public_addresses_are_public(address: str) -> None:
    """What belongs to the public Internet may be fetched from."""
    assert is_public(address)


# --- a server of our own --------------------------------------------------------------------------------------


@pytest.fixture
async def server() -> AsyncIterator[str]:
    """A web server on this machine; gives its address."""
    app = web.Application()
    app.router.add_get("/{name:.*}", _answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def _answer(request: web.Request) -> web.Response:
    name = request.match_info["name"]
    if name.startswith("moved/"):
        count = int(name.removeprefix("moved/"))
        return web.Response(status=301, headers={"Location": f"/moved/{count - 1}" if count else "/feed"})
    if name == "to":
        return web.Response(status=302, headers={"Location": request.query["url"]})
    bodies = {
        "packed": (gzip.compress(b"<rss/>"), {"Content-Encoding": "gzip"}),
        "bomb": (gzip.compress(b" " * (40 * MOST_BYTES)), {"Content-Encoding": "gzip"}),
        "half": (gzip.compress(b"<rss/>" * 99)[:-20], {"Content-Encoding": "gzip"}),
        "strange": (b"x", {"Content-Encoding": "br"}),
        "large": (b" " * (MOST_BYTES + 1), {}),
        "feed": (b"<rss/>", {"ETag": '"1"', "Set-Cookie": "a=b"}),
    }
    if name not in bodies:
        return web.Response(text=str(dict(request.headers)))
    body, headers = bodies[name]
    return web.Response(body=body, headers=headers)


@pytest.fixture
async def local(server: str) -> AsyncIterator[Fetcher]:
    """A fetcher whose operator has named that server."""
    fetcher = Fetcher([server.removeprefix("http://")])
    yield fetcher
    await fetcher.close()


async def test_a_feed_is_fetched(server: str, local: Fetcher) -> None:
    """The body comes unpacked, and the fetcher says who it is."""
    assert (await local.fetch(f"{server}/packed")).body == b"<rss/>"
    assert (await local.fetch(f"{server}/feed")).headers["ETag"] == '"1"'
    seen = (await local.fetch(f"{server}/echo", {"If-None-Match": '"1"'})).body.decode()
    assert "Dateline/" in seen
    assert "If-None-Match" in seen
    assert "Cookie" not in seen


async def test_few_redirects_are_followed(server: str, local: Fetcher) -> None:
    """Three lead to the feed and say where it lies for good; a fourth is too many."""
    page = await local.fetch(f"{server}/moved/2")
    assert (page.url, page.moved_to) == (f"{server}/feed", f"{server}/feed")
    with pytest.raises(FetchError, match="more than 3 redirects"):
        await local.fetch(f"{server}/moved/3")


@pytest.mark.parametrize(
    "target",
    ["http://169.254.169.254/", "http://10.0.0.1/", "file:///a", "http://[::ffff:10.0.0.1]/", "ftp://a/"],
)
async def test_each_redirect_is_looked_at(target: str, server: str, local: Fetcher) -> None:
    """A public page may not lead to what is closed."""
    with pytest.raises(ForbiddenAddressError):
        await local.fetch(f"{server}/to?url={target}")


@pytest.mark.parametrize(
    ("name", "words"),
    [("bomb", "more than 3 MB"), ("large", "more than 3 MB"), ("half", "cut off"), ("strange", "not asked for")],
)
async def test_bad_bodies_are_refused(name: str, words: str, server: str, local: Fetcher) -> None:
    """What is too long, also unpacked, cut off or in another packing is told."""
    with pytest.raises(FetchError, match=words):
        await local.fetch(f"{server}/{name}")


async def test_proxies_of_the_environment_count_for_nothing(
    server: str, local: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody else is asked to fetch."""
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")

    assert (await local.fetch(f"{server}/feed")).status == 200
