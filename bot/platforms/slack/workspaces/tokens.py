"""The token of the workspace that is served at this moment: kept in our database, renewed before it ends."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from datetime import datetime, timedelta
from typing import Any, Final

import aiohttp
from pydantic import SecretStr
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SettingsError
from bot.platforms.slack.log import LOG
from bot.platforms.slack.workspaces.installations import Installation, Installations, name_of, owner_of
from digests.models import Value

_EARLY: Final = timedelta(hours=2)  #: how long before its end a token is renewed
_SERVED: ContextVar[str | None] = ContextVar("served", default=None)


class Application(Value):
    """The app as Slack knows it, for workspaces that install it by themselves."""

    client_id: str
    client_secret: SecretStr


class ServingClient(AsyncWebClient):
    """A Web API client that speaks under the token of the workspace that its task serves."""

    @property
    def token(self) -> str | None:
        """The served workspace's token, or else our own."""
        return _SERVED.get() or self.own_token

    @token.setter
    def token(self, token: str | None) -> None:
        self.own_token = token


class Tokens:
    """Looks up, renews and forgets the tokens of workspaces."""

    def __init__(
        self,
        installations: Installations,
        web: ServingClient,
        application: Application | None,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._installations, self._application, self._clock = installations, application, clock
        self.own_token = web.own_token
        # installing and renewing are asked for by the app, under nobody's token
        self._exchange = AsyncWebClient(base_url=web.base_url, proxy=web.proxy, logger=LOG, retry_handlers=[])
        self._renewing: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def serve(self, tenant: str, organisation: str = "") -> bool:
        """Speak for a workspace in this task from now on; False where nobody has installed the app there.

        organisation: whose the workspace is, where Slack says that it is the organisation that has installed the app.
        """
        _SERVED.set(None)
        if self._application is None:
            return True
        installation = await self.installation(tenant.partition("/")[0], organisation)
        if installation is None:
            return bool(self.own_token)
        _SERVED.set(installation.bot_token)
        return True

    async def installation(self, tenant: str, organisation: str = "") -> Installation | None:
        """What serves a workspace, with a token that is good for a while; None where nothing does."""
        if organisation:
            await self._installations.belongs(tenant, organisation)
        owner = await self._installations.owner(tenant)
        installation = await self._installations.read(owner)
        if installation is None or not self._is_ending(installation):
            return installation
        async with self._renewing[owner]:
            installation = await self._installations.read(owner)  # another may have renewed it: it can be done once
            if installation is None or not self._is_ending(installation):
                return installation
            return await self._renewed(owner, installation)

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
            team_name=name_of(answer),
            bot_token=str(answer["access_token"]),
            bot_user=str(answer.get("bot_user_id") or ""),
            scopes=str(answer.get("scope") or ""),
            refresh_token=str(answer.get("refresh_token") or ""),
            expires_at=self._clock() + timedelta(seconds=int(seconds)) if seconds else None,
        )
        await self._installations.keep(owner_of(answer), installation)
        return installation

    async def forget(self, owner: str) -> None:
        """Forget the token of whoever has removed the app; their digests rest at their next attempt."""
        await self._installations.forget(owner)

    def _is_ending(self, installation: Installation) -> bool:
        return installation.expires_at is not None and installation.expires_at - _EARLY <= self._clock()

    async def _renewed(self, owner: str, installation: Installation) -> Installation:
        """A new token for one that ends; the old one as long as Slack gives none."""
        if not installation.refresh_token:
            return installation
        try:
            return await self.install(grant_type="refresh_token", refresh_token=installation.refresh_token)
        except (SlackApiError, aiohttp.ClientError, OSError, KeyError, ValueError) as error:
            LOG.warning("the token of %s could not be renewed: %s", owner, type(error).__name__)
            return installation


def authorizer(tokens: Tokens) -> Callable[..., Awaitable[AuthorizeResult]]:
    """What Bolt asks whom it answers for; it looks at the names of the arguments, so that this is no method."""

    async def authorize(team_id: str | None, enterprise_id: str | None, context: AsyncBoltContext) -> AuthorizeResult:
        organisation = f"slack:{enterprise_id}" if context.is_enterprise_install and enterprise_id else ""
        # what is asked in the organisation itself, as its own removal of the app, comes without a workspace
        installation = await tokens.installation(f"slack:{team_id}" if team_id else organisation, organisation)
        # where nothing is installed there is no token: what is asked is refused, and an uninstallation passes
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_token=installation.bot_token if installation else tokens.own_token,
            bot_user_id=installation.bot_user if installation else None,
        )

    return authorize
