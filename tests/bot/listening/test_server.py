"""Whatever reaches a port of ours is answered: what no program of Slack's or Prometheus's sends gets a 4xx at once."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import SecretStr
from slack_bolt.async_app import AsyncApp

from bot.errors import SettingsError
from bot.listening import listen, server
from bot.platforms.slack.connection.http_mode import http_app
from bot.settings import Settings
from bot.store import open_store
from bot.web import Metrics, serve
from tests import make
from tests.bot.keeping import Keeper

_HEAD = b"POST / HTTP/1.1\r\nHost: x\r\n"
SHAPES = {
    "another verb": b"TRACE / HTTP/1.1\r\nHost: x\r\n\r\n",
    "no HTTP": b"\x00\x01\x02\xff\r\n\r\n",
    "TLS": bytes.fromhex("16030100a5010000a10303") + b"x" * 100 + b"\r\n\r\n",
    "no host": b"POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n",
    "length below zero": _HEAD + b"Content-Length: -1\r\n\r\n",
    "two lengths": _HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    "bad chunk": _HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
    "no gzip": _HEAD + b"Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd",
    "unknown encoding": _HEAD + b"Content-Encoding: br\r\nContent-Length: 4\r\n\r\nabcd",
    "expectation": _HEAD + b"Expect: miracles\r\nContent-Length: 0\r\n\r\n",
    "headers that are no text": _HEAD + b"X-Slack-Request-Timestamp: \xff\r\nX-Slack-Signature: v0=\xfe\r\n\r\n",
    "endless time": _HEAD + b"X-Slack-Request-Timestamp: inf\r\nX-Slack-Signature: v0=a\r\n\r\n",
    "body that is no text": _HEAD + b"Content-Length: 2\r\n\r\n\xff\xfe",
    "large body": _HEAD + b"Content-Length: 1100000\r\n\r\n" + b"a" * 1_100_000,
    "long header": _HEAD + b"X-A: " + b"a" * 20_000 + b"\r\n\r\n",
    "many headers": _HEAD + b"".join(b"X-%d: a\r\n" % n for n in range(5_000)) + b"\r\n",
    "long path": b"POST /" + b"a" * 20_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "odd path": b"POST /%ff%fe/../..%00 HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
    "no address": b"POST http://[::1 HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
    "upgrade": _HEAD + b"Connection: upgrade\r\nUpgrade: websocket\r\nContent-Length: 0\r\n\r\n",
    "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "part of a body": _HEAD + b"Content-Length: 100\r\n\r\nabc",
    "form without a boundary": _HEAD + b"Content-Type: multipart/form-data\r\nContent-Length: 4\r\n\r\nabcd",
}


@contextlib.asynccontextmanager
async def _slack() -> AsyncIterator[tuple[str, int]]:
    bolt = AsyncApp(token="xoxb-1", signing_secret="", request_verification_enabled=False)
    async with listen(http_app(bolt, SecretStr("secret")), "127.0.0.1", 0, setting="PORT") as address:
        yield address


@contextlib.asynccontextmanager
async def _figures() -> AsyncIterator[tuple[str, int]]:
    config = Settings(data=Path("unused"), web_port=0, web_token=SecretStr("let-me-see"))
    store = await open_store("sqlite://")
    async with serve(config, Metrics(clock=lambda: make.NOW), store, {}, Keeper(store)) as address:
        yield address
    await store.close()


SERVERS = {"slack": _slack, "web": _figures}


async def _status(address: tuple[str, int], raw: bytes) -> int:
    """What is answered to some bytes."""
    reader, writer = await asyncio.open_connection(*address)
    writer.write(raw)
    with contextlib.suppress(ConnectionError):
        await writer.drain()
    line = await asyncio.wait_for(reader.readline(), 10)
    writer.close()
    return int(line.split()[1])


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A body that does not come is not waited for for long."""
    monkeypatch.setattr(server, "BODY_SECONDS", 0.2)


@pytest.mark.parametrize("name", SERVERS)
async def test_requests_of_any_shape_are_refused(name: str, caplog: pytest.LogCaptureFixture) -> None:
    """What is unsigned, cut short, too large or no HTTP at all is a 4xx, and at most a line in the log."""
    async with SERVERS[name]() as address:
        for shape, raw in SHAPES.items():
            caplog.clear()
            assert 400 <= await _status(address, raw) < 500, shape
            assert len(caplog.records) <= 1, shape
            assert not any(record.exc_info or "\n" in record.getMessage() for record in caplog.records), shape


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    verb=st.sampled_from([b"GET", b"POST", b"PUT", b"p"]),
    path=st.binary(max_size=30),
    headers=st.lists(st.tuples(st.binary(max_size=12), st.binary(max_size=12)), max_size=4),
    body=st.binary(max_size=40),
)
async def test_random_requests_are_refused(
    verb: bytes, path: bytes, headers: list[tuple[bytes, bytes]], body: bytes
) -> None:
    """Bytes at random in each part of a request bring no server down."""
    lines = [b"%b: %b" % pair for pair in (*headers, (b"Content-Length", b"%d" % len(body)))]
    raw = b"%b /%b HTTP/1.1\r\nHost: x\r\n%b\r\n\r\n%b" % (verb, path, b"\r\n".join(lines), body)
    async with _slack() as address:
        assert 400 <= await _status(address, raw) < 500


async def test_our_own_fault_is_told_in_the_log_alone() -> None:
    """Where a handler fails, the sender learns nothing of why."""

    async def fail(_request: web.Request) -> web.Response:
        raise ValueError("the inside")

    app = web.Application()
    app.router.add_get("/", fail)
    async with listen(app, "127.0.0.1", 0, setting="PORT") as address:
        assert await _status(address, b"GET / HTTP/1.1\r\nHost: x\r\n\r\n") == 500


async def test_a_port_in_use_is_named_with_its_setting() -> None:
    """An operator reads which setting to change."""
    async with _slack() as (host, port):
        with pytest.raises(SettingsError, match=f"^PORT: {host}:{port} cannot be listened on"):
            async with listen(web.Application(), host, port, setting="PORT"):
                pass


async def test_a_head_that_trickles_in_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A request's head that comes a byte at a time is cut off; a connection that has had a request stays open."""
    monkeypatch.setattr(server, "HEAD_SECONDS", 0.5)
    async with _figures() as address:
        reader, writer = await asyncio.open_connection(*address)
        writer.write(_GET)
        assert (await asyncio.wait_for(reader.readuntil(b"}"), 10)).startswith(b"HTTP/1.1 200")
        slow_reader, slow_writer = await asyncio.open_connection(*address)
        slow_writer.write(b"GET /healthz HTTP/1.1\r\nX-Long: ")
        closed, count = asyncio.create_task(slow_reader.read()), 0
        while not closed.done() and count < 200:
            slow_writer.write(b"a")
            count += 1
            await asyncio.sleep(0.03)
        assert 1 < count < 200
        writer.write(_GET)
        assert (await asyncio.wait_for(reader.readuntil(b"}"), 10)).startswith(b"HTTP/1.1 200")
        for one in (writer, slow_writer):
            one.close()
        await asyncio.gather(closed, return_exceptions=True)


_GET = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
