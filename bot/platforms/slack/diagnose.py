"""Whether Slack takes the tokens, with the scopes that are needed, and has the bot in its channels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import aiohttp
from pydantic import SecretStr

from bot.errors import SettingsError
from bot.platforms.checks import Asker, Check, clock_checks, unreachable
from bot.platforms.slack.workspaces.sealing import Seal
from bot.settings import Settings

_API: Final = "https://slack.com/api/"
_NEEDED: Final = ("commands", "chat:write")
_WORTH: Final = "channels:history"
_COPY: Final = "Copy it again from the app's settings, and reinstall the app if its scopes changed."


async def diagnose(settings: Settings, channels: Sequence[str]) -> list[Check]:
    """Check tokens, scopes, clock and the presence in some channels."""
    base = settings.slack_api or _API
    keeping = _kept_tokens(settings) if settings.slack_client_id else []
    if settings.slack_bot_token is None and settings.slack_client_id:
        return [Check("slack bot token", "ok", "each workspace that installs the app gives one of its own"), *keeping]
    try:
        async with Asker(base, _bearer(settings.slack_bot_token)) as asker:
            checks = [*await _bot_token(asker), await _incoming(settings, base), *keeping]
            if checks[0].level != "fails":
                checks += [await _channel(asker, channel) for channel in channels]
            return checks
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        return [unreachable("slack", error)]


def _kept_tokens(settings: Settings) -> list[Check]:
    """How the tokens of workspaces that install the app by themselves are kept."""
    if settings.secret_key is None:
        text, cure = "stand in clear in the database", "Set DATELINE_SECRET_KEY, made with: openssl rand -base64 32"
        return [Check("slack workspaces' tokens", "warns", text, cure)]
    try:
        Seal(settings.secret_key)
    except SettingsError as error:
        return [Check("slack workspaces' tokens", "fails", str(error), "Mend that setting.")]
    return [Check("slack workspaces' tokens", "ok", "sealed in the database")]


async def _bot_token(asker: Asker) -> list[Check]:
    reply = await asker.ask("auth.test", method="POST")
    body = reply.body if isinstance(reply.body, dict) else {}
    if not body.get("ok"):
        wrong = str(body.get("error") or f"HTTP {reply.status}")
        return [Check("slack bot token", "fails", f"refused ({wrong})", f"DATELINE_SLACK_BOT_TOKEN: {_COPY}")]
    checks = [Check("slack bot token", "ok", f"taken by {body.get('team')}"), *clock_checks("slack", reply)]
    scopes = {scope.strip() for scope in reply.headers.get("x-oauth-scopes", "").split(",")} - {""}
    missing = [scope for scope in _NEEDED if scope not in scopes]
    if scopes and missing:
        cure = "Make the app anew from config/slack-manifest.yaml, or add them under OAuth & Permissions."
        checks.append(Check("slack scopes", "fails", f"{', '.join(missing)} missing", cure))
    elif scopes and _WORTH not in scopes:
        text = f"{_WORTH} missing: after a lost answer a digest waits for a person"
        checks.append(Check("slack scopes", "warns", text, "Add it under OAuth & Permissions."))
    elif scopes:
        checks.append(Check("slack scopes", "ok", "all there"))
    return checks


async def _incoming(settings: Settings, base: str) -> Check:
    if settings.slack_app_token is None:
        if settings.slack_signing_secret is not None:
            return Check("slack commands", "ok", "over signed HTTP; Slack alone can tell whether its requests arrive")
        return Check("slack commands", "fails", "neither DATELINE_SLACK_APP_TOKEN nor a signing secret is set", _COPY)
    async with Asker(base, _bearer(settings.slack_app_token)) as asker:
        reply = await asker.ask("apps.connections.open", method="POST")
    body = reply.body if isinstance(reply.body, dict) else {}
    if body.get("ok"):
        return Check("slack commands", "ok", "over Socket Mode")
    wrong = str(body.get("error") or f"HTTP {reply.status}")
    return Check("slack commands", "fails", f"app token refused ({wrong})", f"DATELINE_SLACK_APP_TOKEN: {_COPY}")


async def _channel(asker: Asker, channel: str) -> Check:
    name = f"slack channel {channel}"
    body = (await asker.ask("conversations.info", method="POST", data={"channel": channel})).body
    if isinstance(body, dict) and body.get("ok"):
        if body["channel"].get("is_member", True):
            return Check(name, "ok", "the bot is in it")
        return Check(name, "fails", "the bot is not in it", "Invite it there: /invite @Dateline.")
    wrong = str(body.get("error")) if isinstance(body, dict) else "no answer"
    if wrong in {"channel_not_found", "is_archived"}:
        return Check(name, "fails", wrong, "Schedule the digest elsewhere, or invite the bot there.")
    return Check(name, "warns", f"cannot be looked at ({wrong})", "Try to post there with /digest now.")


def _bearer(token: SecretStr | None) -> str:
    return f"Bearer {token.get_secret_value()}" if token else ""
