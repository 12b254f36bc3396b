"""The manifest that makes the app in a workspace with the least scopes that it needs."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final
from urllib.parse import quote

from bot.settings import SHIPPED, Settings

_SCOPE: Final = re.compile(r"\s+- ([a-z_]+(?::[a-z_.]+)?)(?: #.*)?$")


def bot_scopes() -> tuple[str, ...]:
    """The scopes of the manifest."""
    lines = (SHIPPED / "slack-manifest.yaml").read_text("utf-8").splitlines()
    start = next(number for number, line in enumerate(lines, 1) if line.strip() == "bot:")
    block = takewhile(lambda line: line.strip().startswith(("- ", "#")), lines[start:])
    return tuple(match[1] for line in block if (match := _SCOPE.match(line)))


def manifest(public: str = "") -> str:
    """The manifest, for Socket Mode; or, with the public address of the bot, for signed HTTP requests."""
    text = (SHIPPED / "slack-manifest.yaml").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    if not public:
        return "\n".join(lines) + "\n"
    address = f"{public.rstrip('/')}/slack/events"
    with_addresses: list[str] = []
    for line in lines:
        with_addresses.append(line.replace("socket_mode_enabled: true", "socket_mode_enabled: false"))
        if line.strip() == "oauth_config:":
            with_addresses.append(f"  redirect_urls: [{public.rstrip('/')}/slack/oauth_redirect]")
        if line.lstrip().startswith("- command:"):
            with_addresses.append(f"      url: {address}")
        if line.strip() in {"is_enabled: true", "event_subscriptions:"}:
            with_addresses.append(f"    request_url: {address}")
        if line.strip() == "is_enabled: true":
            with_addresses.append(f"    message_menu_options_url: {address}")
    return "\n".join(with_addresses) + "\n"


def invitation(settings: Settings) -> list[str]:
    """A link that makes the app with one button, and the manifest itself."""
    text = manifest(settings.slack_public)
    return [f"https://api.slack.com/apps?new_app=1&manifest_yaml={quote(text, safe='')}", "", text]
