"""The manifest that makes the app in a workspace with the least scopes that it needs."""

from __future__ import annotations

from urllib.parse import quote

from bot.settings import SHIPPED, Settings


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
