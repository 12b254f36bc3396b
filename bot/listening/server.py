"""One way to listen: what cannot be read is refused in a line, and nobody keeps a request open for ever."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import structlog
from aiohttp import web

from bot.errors import SettingsError

HEAD_SECONDS = 10.0  #: in which a connection's first request must have come, as far as its body
IDLE_SECONDS = 15.0  #: in which the next request must have come on a connection
BODY_SECONDS = 10.0  #: in which a request's body must have come
_log = structlog.get_logger(__name__)


class _OneLine(logging.Filter):
    """Tells of a request that could not be read in one line: whoever sends nonsense must not fill the log."""

    def filter(self, record: logging.LogRecord) -> bool:
        fault = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        record.msg, record.args, record.exc_info = f"{record.getMessage()} ({fault or 'unknown'})", None, None
        record.levelno, record.levelname = logging.WARNING, "WARNING"
        return True


_PROTOCOL_LOG = logging.getLogger("bot.listening.http")
_PROTOCOL_LOG.setLevel(logging.INFO)  # at debug it tells of every port scan
_PROTOCOL_LOG.addFilter(_OneLine())


@contextlib.asynccontextmanager
async def listen(app: web.Application, host: str, port: int, *, setting: str) -> AsyncIterator[tuple[str, int]]:
    """Serve until the block ends, and give the address; raises SettingsError where the port cannot be had.

    setting: what the operator chooses the port by.
    """
    silent = _Silent()
    app.middlewares.append(silent.note_request)
    app.middlewares.append(_readable)
    runner = web.AppRunner(app, access_log=None, logger=_PROTOCOL_LOG, keepalive_timeout=IDLE_SECONDS)
    await runner.setup()
    try:
        server = await _bind(silent.watch(runner.server), host, port, setting)
        address = server.sockets[0].getsockname()
        try:
            yield address[0], address[1]
        finally:
            server.close()
    finally:
        await runner.cleanup()


async def _bind(connect: Callable[[], Any], host: str, port: int, setting: str) -> asyncio.Server:
    try:
        return await asyncio.get_running_loop().create_server(connect, host, port)
    except OSError as error:
        problem = f"{host}:{port} cannot be listened on ({error.strerror})"
        raise SettingsError(f"{setting}: {problem}. Choose another port.") from error


Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class _Silent:
    """Connections on which no request has come yet; they are closed after a while, however slowly one is coming."""

    def __init__(self) -> None:
        self._connections: set[Any] = set()

    def watch(self, connect: Any) -> Callable[[], Any]:
        """What makes a connection, and has an eye on it."""

        def make() -> Any:
            connection = connect()
            self._connections.add(connection)
            asyncio.get_running_loop().call_later(HEAD_SECONDS, self._close, connection)
            return connection

        return make

    def _close(self, connection: Any) -> None:
        if connection in self._connections:
            self._connections.discard(connection)
            connection.force_close()

    @property
    def note_request(self) -> Any:
        """What notes that a request has come."""

        @web.middleware
        async def note(request: web.Request, handler: Handler) -> web.StreamResponse:
            self._connections.discard(request.protocol)
            return await handler(request)

        return note


@web.middleware
async def _readable(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Hand on what has come whole and in time; a fault of our own is told in the log, and not to the sender."""
    try:
        async with asyncio.timeout(BODY_SECONDS):
            await request.read()
    except TimeoutError:
        return _refusal(request, 408, "the body did not come in time")
    except web.RequestPayloadError:
        return _refusal(request, 400, "the body cannot be read")
    try:
        return await handler(request)
    except web.HTTPException:
        raise
    except Exception:  # noqa: BLE001 - a fault in one answer ends no server
        _log.exception("a request was not answered", path=request.path)
        return web.Response(status=500, text="not answered\n")


def _refusal(request: web.Request, status: int, reason: str) -> web.Response:
    _log.warning("refused a request", path=request.path, reason=reason)
    response = web.Response(status=status, text=f"{reason}\n")
    response.force_close()  # what else comes on this connection belongs to nothing
    return response
