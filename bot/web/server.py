"""The HTTP server of `/healthz`, `/readyz` and `/metrics`."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import hmac
import ipaddress
from collections.abc import AsyncIterator, Callable, Mapping

import structlog
from aiohttp import web
from pydantic import SecretStr

from bot.errors import SettingsError, StoreError
from bot.listening import listen
from bot.models import PlatformName
from bot.protocols import Client, Store
from bot.settings import Settings
from bot.web.intake import MOST_BYTES, Adding, take_records
from bot.web.loop_lag import LoopLag
from bot.web.metrics import Metrics

ALIVE_LAG = 5.0  #: seconds by which a loop may be late and still count as alive
_DATABASE_SECONDS = 5.0
_log = structlog.get_logger(__name__)


def check_settings(settings: Settings) -> None:
    """Refuse to show figures to the whole network, and to take records nowhere; raises SettingsError."""
    if settings.web_port is None and settings.intake_token:
        raise SettingsError("DATELINE_INTAKE_TOKEN is set, but no port takes records: set DATELINE_WEB_PORT.")
    if settings.web_port is not None and not _is_loopback(settings.web_host) and not settings.web_token:
        raise SettingsError(
            f"DATELINE_WEB_HOST is {settings.web_host}, which others can reach: set DATELINE_WEB_TOKEN, "
            "which /metrics then asks for, or listen on 127.0.0.1."
        )


@contextlib.asynccontextmanager
async def serve(
    settings: Settings,
    metrics: Metrics,
    store: Store,
    clients: Mapping[PlatformName, Client],
    intake: Adding,
    *,
    problem_of: Callable[[PlatformName], str] = lambda _: "",
) -> AsyncIterator[tuple[str, int]]:
    """Answer until the block ends, and give the address; raises SettingsError where the port cannot be had.

    problem_of: what keeps a platform down until somebody mends it, if anything does.
    """
    check_settings(settings)
    lag = LoopLag()
    measuring = asyncio.create_task(lag.run(), name="loop lag")
    app = _Answers(settings, metrics, store, clients, lag, problem_of).app(intake)
    try:
        async with listen(app, settings.web_host, settings.web_port or 0, setting="DATELINE_WEB_PORT") as (host, port):
            _log.info("health and metrics are served", host=host, port=port)
            yield host, port
    finally:
        measuring.cancel()


class _Answers:
    """What each path answers."""

    def __init__(
        self,
        settings: Settings,
        metrics: Metrics,
        store: Store,
        clients: Mapping[PlatformName, Client],
        lag: LoopLag,
        problem_of: Callable[[PlatformName], str],
    ) -> None:
        self._token, self._intake_token = settings.web_token, settings.intake_token
        self._problem_of = problem_of
        self._metrics, self._store, self._clients, self._lag = metrics, store, clients, lag

    def app(self, intake: Adding) -> web.Application:
        """The application; records are taken where there is a token for that."""
        app = web.Application(client_max_size=MOST_BYTES)
        if self._intake_token:
            app.router.add_post("/records", functools.partial(self._take_records, intake))
        app.router.add_get("/healthz", self._health)
        app.router.add_get("/readyz", self._readiness)
        app.router.add_get("/metrics", self._figures)
        return app

    async def _health(self, _request: web.Request) -> web.Response:
        """Whether a restart would help."""
        lag, database = self._lag.worst(), await self._database()
        alive = database == "ok" and lag < ALIVE_LAG
        body = {"ok": alive, "loop_lag_seconds": round(lag, 3), "database": database}
        return web.json_response(body, status=200 if alive else 503)

    async def _readiness(self, _request: web.Request) -> web.Response:
        """Whether everything that was configured is connected; the database was migrated before we listened."""
        connected = {name: client.is_connected() for name, client in self._clients.items()}
        database = await self._database()
        ready = database == "ok" and all(connected.values())
        problems = {name: problem for name in self._clients if (problem := self._problem_of(name))}
        body = {"ok": ready, "connected": connected, "database": database, **({"down": problems} if problems else {})}
        return web.json_response(body, status=200 if ready else 503)

    async def _figures(self, request: web.Request) -> web.Response:
        if self._token and not _is_authorised(request, self._token):
            return web.Response(status=401, text="a bearer token is needed\n", headers={"WWW-Authenticate": "Bearer"})
        try:
            figures = await self._metrics.render(self._store, self._clients, self._lag.worst())
        except StoreError as error:
            return web.Response(status=503, text=f"{error}\n")
        return web.Response(body=figures, headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})

    async def _take_records(self, intake: Adding, request: web.Request) -> web.Response:
        if not self._intake_token or not _is_authorised(request, self._intake_token):
            refusal = {"error": "a bearer token is needed: the secret dateline_intake_token"}
            return web.json_response(refusal, status=401, headers={"WWW-Authenticate": "Bearer"})
        return await take_records(request, intake)

    async def _database(self) -> str:
        """“ok”, or what is wrong with the database."""
        try:
            async with asyncio.timeout(_DATABASE_SECONDS):
                await self._store.schedule("")
        except TimeoutError:
            return f"no answer within {_DATABASE_SECONDS:g} s"
        except StoreError as error:
            return str(error)
        return "ok"


def _is_authorised(request: web.Request, token: SecretStr) -> bool:
    header = request.headers.get("Authorization", "").encode("utf-8", "surrogateescape")
    return hmac.compare_digest(header, f"Bearer {token.get_secret_value()}".encode())


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
