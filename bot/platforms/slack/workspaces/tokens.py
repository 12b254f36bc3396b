"""The token of the workspace that is served at this moment: kept in our database, renewed before it ends."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from datetime import datetime, timedelta
from typing import Any, Final

import aiohttp
from pydantic import AwareDatetime, SecretStr, ValidationError
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SettingsError
from bot.platforms.slack.log import LOG
from bot.protocols import UseCases
from digests.models import Value

NOTE: Final = "installation"  #: the name under which a workspace's installation is noted
_EARLY: Final = timedelta(hours=2)  #: how long before its end a token is renewed
_SERVED: ContextVar[str | None] = ContextVar("served", default=None)


class Application(Value):
    """The app as Slack knows it, for workspaces that install it by themselves."""

    client_id: str
    client_secret: SecretStr


class Installation(Value):
    """What a workspace has let us do; with rotation the token ends, and another one gives the next."""

    team_name: str = ""
    bot_token: str
    bot_user: str = ""
    scopes: str = ""
    refresh_token: str = ""
    expires_at: AwareDatetime | None = None


class ServingClient(AsyncWebClient):
    """A Web API client that speaks under the token of the workspace that its task serves."""

    @property
    def token(self) -> str | None:
        """The served workspace's token, or else our own."""
        return _SERVED.get() or self._own_token

    @token.setter
    def token(self, token: str | None) -> None:
        self._own_token = token


class Tokens:
    """Looks up, renews and forgets the tokens of workspaces."""

    def __init__(
        self,
        use_cases: UseCases,
        web: AsyncWebClient,
        application: Application | None,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._use_cases, self._application, self._clock = use_cases, application, clock
        self.own_token = web.token
        # installing and renewing are asked for by the app, under nobody's token
        self._exchange = AsyncWebClient(base_url=web.base_url, proxy=web.proxy, logger=LOG, retry_handlers=[])
        self._renewing: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def serve(self, tenant: str) -> bool:
        """Speak for a workspace in this task from now on; False where it has not installed the app."""
        _SERVED.set(None)
        if self._application is None:
            return True
        installation = await self.installation(tenant.partition("/")[0])
        if installation is None:
            return bool(self.own_token)
        _SERVED.set(installation.bot_token)
        return True

    async def installation(self, tenant: str) -> Installation | None:
        """What a workspace has installed, with a token that is good for a while; None where it has not."""
        installation = await self._read(tenant)
        if installation is None or not self._is_ending(installation):
            return installation
        async with self._renewing[tenant]:
            installation = await self._read(tenant)  # another may have renewed it: a refresh token is good once
            if installation is None or not self._is_ending(installation):
                return installation
            return await self._renewed(tenant, installation)

    async def install(self, **grant: str) -> Installation:
        """Keep what Slack gives for a code or a refresh token, each of which is good once."""
        if self._application is None:
            raise SettingsError("DATELINE_SLACK_CLIENT_ID is not set.")
        secret = self._application.client_secret.get_secret_value()
        credentials = {"client_id": self._application.client_id, "client_secret": secret}
        response = await self._exchange.api_call("oauth.v2.access", data={**credentials, **grant})
        answer: Any = response.data
        seconds = answer.get("expires_in")
        installation = Installation(
            team_name=str((answer.get("team") or {}).get("name") or ""),
            bot_token=str(answer["access_token"]),
            bot_user=str(answer.get("bot_user_id") or ""),
            scopes=str(answer.get("scope") or ""),
            refresh_token=str(answer.get("refresh_token") or ""),
            expires_at=self._clock() + timedelta(seconds=int(seconds)) if seconds else None,
        )
        await self._use_cases.note(f"slack:{answer['team']['id']}", NOTE, installation.model_dump_json())
        return installation

    async def forget(self, tenant: str) -> None:
        """Forget the token of a workspace that has removed the app; its digests rest at their next attempt."""
        await self._use_cases.note(tenant, NOTE, "")
        LOG.info("the app was removed from %s", tenant)

    def _is_ending(self, installation: Installation) -> bool:
        return installation.expires_at is not None and installation.expires_at - _EARLY <= self._clock()

    async def _read(self, tenant: str) -> Installation | None:
        text = await self._use_cases.noted(tenant, NOTE)
        try:
            return Installation.model_validate_json(text) if text else None
        except ValidationError:
            LOG.error("the installation of %s cannot be read", tenant)
            return None

    async def _renewed(self, tenant: str, installation: Installation) -> Installation:
        """A new token for one that ends; the old one as long as Slack gives none."""
        if not installation.refresh_token:
            return installation
        try:
            return await self.install(grant_type="refresh_token", refresh_token=installation.refresh_token)
        except (SlackApiError, aiohttp.ClientError, OSError, KeyError, ValueError) as error:
            LOG.warning("the token of %s could not be renewed: %s", tenant, type(error).__name__)
            return installation


def authorizer(tokens: Tokens) -> Callable[..., Awaitable[AuthorizeResult]]:
    """What Bolt asks whom it answers for; it looks at the names of the arguments, so that this is no method."""

    async def authorize(team_id: str | None, enterprise_id: str | None) -> AuthorizeResult:
        installation = await tokens.installation(f"slack:{team_id}")
        # where nothing is installed there is no token: what is asked is refused, and an uninstallation passes
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_token=installation.bot_token if installation else tokens.own_token,
            bot_user_id=installation.bot_user if installation else None,
        )

    return authorize
