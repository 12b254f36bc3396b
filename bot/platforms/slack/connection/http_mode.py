"""HTTP mode: checks Slack's signature first, then hands the request to Bolt."""

from __future__ import annotations

from aiohttp import web
from pydantic import SecretStr
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier

from bot.platforms.slack.log import LOG
from bot.platforms.slack.workspaces.install import Installing


def http_app(app: AsyncApp, signing_secret: SecretStr, installing: Installing | None = None) -> web.Application:
    """Return a web application that takes Slack's requests on any path, and installs where that is set up."""
    verifier = SignatureVerifier(signing_secret.get_secret_value())

    async def handle(request: web.Request) -> web.Response:
        body = await request.read()
        if not _signed(verifier, body, request):
            LOG.warning("refused a request without a valid signature")
            return web.Response(status=401, text="invalid signature")
        try:
            bolt_request = AsyncBoltRequest(
                body=body.decode(), query=request.query_string, headers=dict(request.headers)
            )
        except ValueError:
            return web.Response(status=400, text="unreadable body")
        return await to_aiohttp_response(await app.async_dispatch(bolt_request))

    server = web.Application()
    if installing is not None:
        installing.add_to(server)
    server.router.add_post("/{path:.*}", handle)
    return server


def _signed(verifier: SignatureVerifier, body: bytes, request: web.Request) -> bool:
    timestamp = request.headers.get("X-Slack-Request-Timestamp")
    try:
        return verifier.is_valid(body, timestamp, request.headers.get("X-Slack-Signature"))
    except (ValueError, TypeError):  # a timestamp that is no number, a body or signature that is no text
        return False
