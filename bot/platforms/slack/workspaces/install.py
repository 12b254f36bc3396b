"""`/slack/install` and `/slack/oauth_redirect`: how an admin brings the app into another workspace."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from html import escape
from typing import Final
from urllib.parse import urlencode

import aiohttp
from aiohttp import web
from slack_sdk.errors import SlackApiError

from bot.platforms.slack.invite import bot_scopes
from bot.platforms.slack.log import LOG
from bot.platforms.slack.workspaces.tokens import Application, Tokens

INSTALL, REDIRECT = "/slack/install", "/slack/oauth_redirect"
_AUTHORIZE: Final = "https://slack.com/oauth/v2/authorize"
_COOKIE: Final = "dateline_install"
_SECONDS: Final = 600  #: how long an admin may take


class Installing:
    """Sends admins to Slack and takes what they come back with; a request that did not begin here is refused."""

    def __init__(self, application: Application, tokens: Tokens, public: str) -> None:
        self._application, self._tokens = application, tokens
        self._redirect = f"{public.rstrip('/')}{REDIRECT}" if public else ""
        self._is_secure = public.startswith("https://")

    def add_to(self, server: web.Application) -> None:
        """Serve both paths."""
        server.router.add_get(INSTALL, self._begin)
        server.router.add_get(REDIRECT, self._end)

    async def _begin(self, _: web.Request) -> web.Response:
        nonce = secrets.token_urlsafe(24)
        query = {"client_id": self._application.client_id, "scope": ",".join(bot_scopes()), "state": self._state(nonce)}
        query |= {"redirect_uri": self._redirect} if self._redirect else {}
        response = web.Response(status=302, headers={"Location": f"{_AUTHORIZE}?{urlencode(query)}"})
        response.set_cookie(
            _COOKIE, nonce, max_age=_SECONDS, httponly=True, secure=self._is_secure, samesite="Lax", path="/slack"
        )
        return response

    async def _end(self, request: web.Request) -> web.Response:
        if not self._is_ours(request.query.get("state", ""), request.cookies.get(_COOKIE, "")):
            return _page("This did not begin here, or took too long. Begin again.", status=400)
        if "code" not in request.query:
            return _page("Nothing was installed.", status=400)
        try:
            place = {"redirect_uri": self._redirect} if self._redirect else {}
            installation = await self._tokens.install(code=request.query["code"], **place)
        except (SlackApiError, aiohttp.ClientError, OSError, KeyError, TypeError, ValueError) as error:
            LOG.warning("an installation failed: %s", type(error).__name__)
            return _page("Slack did not confirm the installation. Begin again.", status=502)
        LOG.info("the app was installed in a workspace")
        name = installation.team_name or "your workspace"
        response = _page(f"Dateline is in {name}. Invite it to a channel, then type /digest schedule there.")
        response.del_cookie(_COOKIE, path="/slack")
        return response

    def _state(self, nonce: str) -> str:
        """What only who has begun here, with the cookie, can come back with."""
        stamp = str(int(time.time()))
        return f"{stamp}.{self._signature(stamp, nonce)}"

    def _is_ours(self, state: str, nonce: str) -> bool:
        stamp, _, signature = state.partition(".")
        in_time = stamp.isascii() and stamp.isdigit() and 0 <= time.time() - int(stamp[:12]) <= _SECONDS
        return bool(nonce) and in_time and hmac.compare_digest(self._signature(stamp, nonce), signature)

    def _signature(self, stamp: str, nonce: str) -> str:
        key = self._application.client_secret.get_secret_value().encode()
        return hmac.new(key, f"{stamp} {nonce}".encode(), hashlib.sha256).hexdigest()


def _page(text: str, *, status: int = 200) -> web.Response:
    html = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Dateline</title><p>{escape(text)}'
    return web.Response(status=status, text=html, content_type="text/html")
