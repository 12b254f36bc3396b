"""The Slack client: posts deliveries and keeps the commands connected, over Socket Mode or signed HTTP."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import aiohttp
from pydantic import SecretStr
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError

from bot.errors import DestinationError, SettingsError
from bot.listening import listen
from bot.models import Delivery, PlatformName
from bot.platforms.slack.commands.router import SlackCommands
from bot.platforms.slack.connection.http_mode import http_app
from bot.platforms.slack.connection.socket_mode import SocketConnection
from bot.platforms.slack.log import LOG
from bot.platforms.slack.posting import Poster, is_auth_error, refused_token
from bot.platforms.slack.workspaces.install import Installing
from bot.platforms.slack.workspaces.installations import Installations
from bot.platforms.slack.workspaces.tokens import Application, ServingClient, Tokens, authorizer
from bot.protocols import UseCases

_DEFAULT_API = "https://slack.com/api/"
_LONGEST_PAUSE = 30.0


class SlackClient:
    """Slack as a platform with a connection to keep."""

    name: PlatformName = "slack"

    def __init__(  # noqa: PLR0913 - one argument for each setting of the client
        self,
        bot_token: SecretStr | None,
        use_cases: UseCases,
        *,
        application: Application | None = None,
        public: str = "",
        secret_key: SecretStr | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        app_token: SecretStr | None = None,
        signing_secret: SecretStr | None = None,
        api: str | None = None,
        http_host: str = "127.0.0.1",
        http_port: int = 3000,
        admins: frozenset[str] = frozenset(),
        desk: frozenset[str] = frozenset(),
    ) -> None:
        if not _is_set(app_token) and not _is_set(signing_secret):
            raise SettingsError(
                "Slack needs DATELINE_SLACK_APP_TOKEN (Socket Mode, an app-level token with connections:write) "
                "or DATELINE_SLACK_SIGNING_SECRET (HTTP, from the app's Basic Information); neither is set."
            )
        self._app_token, self._signing_secret = app_token, signing_secret
        self._http = (http_host, http_port)
        self._web = ServingClient(
            token=bot_token.get_secret_value() if bot_token else None,
            base_url=(api or _DEFAULT_API).rstrip("/") + "/",
            logger=LOG,
            retry_handlers=[],  # the default one posts twice when an answer is lost
        )
        self._tokens = Tokens(Installations(use_cases, secret_key), self._web, application, clock=clock)
        self._installing = Installing(application, self._tokens, public) if application else None
        self._poster = Poster(self._web)
        self._commands = SlackCommands(use_cases, self._web, admins, desk, tokens=self._tokens)
        self._app = AsyncApp(
            client=self._web,
            authorize=authorizer(self._tokens) if application else None,
            name=LOG.name,
            logger=LOG,
            signing_secret="",
            request_verification_enabled=False,  # our own http_mode does it, before anything is parsed
            process_before_response=True,  # each listener acknowledges first and works in a task of its own
        )
        self._commands.register(self._app)
        self._closing = asyncio.Event()
        self._account = ""  # as Slack calls us
        self.ready = asyncio.Event()  #: set while commands can arrive
        self.http_address: tuple[str, int] | None = None  #: where HTTP mode listens, once it does

    async def post(self, delivery: Delivery) -> str:
        """Post a delivery and return the message's ts; raises `DeliveryError`."""
        if not await self._tokens.serve(delivery.tenant):
            raise DestinationError("the app is not installed in that workspace: it has to be installed again")
        return await self._poster.post(delivery)

    def is_connected(self) -> bool:
        """Whether commands can arrive now."""
        return self.ready.is_set()

    async def run(self) -> None:
        """Sign in, serve commands and stay connected until cancelled or closed."""
        try:
            if self._web.token:
                await self._sign_in()
            if _is_set(self._app_token):
                await self._listen_on_socket()
            else:
                await self._serve_http()
        finally:
            self.ready.clear()
            await self._commands.close()

    async def close(self) -> None:
        """End the connection cleanly."""
        self._closing.set()
        await self._commands.close()

    async def _sign_in(self) -> None:
        pause = 1.0
        while not self._closing.is_set():
            try:
                answer = await self._web.auth_test()
                self._commands.team = str(answer.get("team_id") or "")
                self._account = f"{answer.get('user')} in {answer.get('team')}"
            except SlackApiError as error:
                _raise_if_refused(error, "DATELINE_SLACK_BOT_TOKEN")
                LOG.warning("signing in to Slack failed; trying again")
            except (aiohttp.ClientError, OSError, ValueError) as error:
                LOG.warning("Slack cannot be reached (%s); trying again", type(error).__name__)
            else:
                return
            pause = await self._wait(pause)

    async def _listen_on_socket(self) -> None:
        pause = 1.0
        while not self._closing.is_set():
            if await self._hold_socket():
                pause = 1.0
            else:
                pause = await self._wait(pause)

    async def _hold_socket(self) -> bool:
        """Hold one connection as long as it lasts, and return whether there was one."""
        connection = SocketConnection(self._app, self._app_token or SecretStr(""), LOG)
        try:
            await connection.connect()
            self._tell_ready()
            await connection.watch(self._closing)
        except SlackApiError as error:
            _raise_if_refused(error, "DATELINE_SLACK_APP_TOKEN")
            LOG.warning("Slack gave no socket; trying again")
        except (aiohttp.ClientError, OSError, ValueError, KeyError) as error:
            LOG.warning("the socket to Slack failed (%s); trying again", type(error).__name__)
        finally:
            connected = self.ready.is_set()
            self.ready.clear()
            await connection.close()
        return connected

    async def _serve_http(self) -> None:
        secret = self._signing_secret or SecretStr("")
        app = http_app(self._app, secret, self._installing)
        async with listen(app, *self._http, setting="DATELINE_SLACK_HTTP_PORT") as self.http_address:
            self._tell_ready()
            await self._closing.wait()

    def _tell_ready(self) -> None:
        LOG.info("connected as %s", self._account)
        self.ready.set()

    async def _wait(self, seconds: float) -> float:
        """Wait, unless we are closing, and return how long to wait the next time."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._closing.wait(), seconds)
        return min(2 * seconds, _LONGEST_PAUSE)


def _is_set(secret: SecretStr | None) -> bool:
    return bool(secret and secret.get_secret_value().strip())


def _raise_if_refused(error: SlackApiError, setting: str) -> None:
    if is_auth_error(error):
        data: Any = error.response.data
        raise SettingsError(refused_token(str(data.get("error")), setting)) from None
