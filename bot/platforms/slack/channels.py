"""Whether the bot may post in a channel, asked of Slack before a digest is scheduled there."""

from __future__ import annotations

from typing import Any, Final

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import RequestError
from bot.platforms.slack.log import LOG
from bot.platforms.slack.replies import UNREACHABLE

_UNSEEN: Final = (
    "I cannot see whether I may post in that channel: the app lacks the scope `channels:read` (`groups:read` for "
    "private channels). If I am not in it yet, type /invite there and choose Dateline."
)
_MISSING: Final = (
    "I do not see that channel. If it is private, type /invite in it first and choose Dateline; else pick it from the "
    "list that Slack offers after #."
)


async def check_channel(web: AsyncWebClient, channel: str) -> str:
    """Return what remains unknown, or nothing; raises RequestError that names the missing right and the cure."""
    try:
        answer = await web.conversations_info(channel=channel)
    except SlackApiError as error:
        code = str(_data(error).get("error"))
        if code == "channel_not_found":
            raise RequestError(_MISSING) from None
        LOG.warning("a channel could not be looked at: %s", code)
        return _UNSEEN
    except UNREACHABLE as error:
        LOG.warning("a channel could not be looked at: %s", type(error).__name__)
        return ""
    _check_scopes(answer.headers)
    _check_presence(answer.get("channel") or {})
    return ""


def _check_scopes(headers: Any) -> None:
    granted = next((text for name, text in headers.items() if name.lower() == "x-oauth-scopes"), "")
    scopes = {scope.strip() for scope in str(granted).split(",")} - {""}
    if scopes and "chat:write" not in scopes:
        raise RequestError(
            "I may not post at all: the app lacks the scope `chat:write`. Add it under OAuth & Permissions in the "
            "app's settings, and reinstall the app."
        )


def _check_presence(channel: dict[str, Any]) -> None:
    name = f"#{channel.get('name')}" if channel.get("name") else "that channel"
    if channel.get("is_archived"):
        raise RequestError(f"{name} is archived. Bring it back, or schedule the digest elsewhere.")
    if channel.get("is_member") is False and not channel.get("is_im"):
        raise RequestError(
            f"I am not in {name}, so I cannot post there. Type /invite in it and choose Dateline, then schedule again."
        )


def _data(error: SlackApiError) -> dict[str, Any]:
    data = getattr(error.response, "data", error.response)
    return data if isinstance(data, dict) else {}
