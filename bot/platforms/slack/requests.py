"""One incoming request of Slack's, read from its payload; and the memory that makes redelivery harmless."""

from __future__ import annotations

import asyncio
import hashlib
import json
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.errors import RequestError
from bot.models import follower
from bot.platforms.slack.render import Message
from digests.errors import DigestError
from digests.text.printable import printable

_T = TypeVar("_T")

_REMEMBERED_SECONDS = 3600.0


@dataclass(frozen=True)
class Interaction:
    """Who asks for what, where, and where the answer goes."""

    command: str
    text: str
    user: str
    team: str
    channel: str
    channel_name: str
    response_url: str | None
    trigger_id: str | None
    key: str  #: the same for each delivery of one request
    retried: bool  #: whether it may have come before
    form: Mapping[str, str] = field(default_factory=dict)  #: what stands in a submitted form, by block
    message: Mapping[str, Any] = field(default_factory=dict)  #: the message that a shortcut was used on
    action: str = ""  #: the id of the control that was pressed
    organisation: str = ""  #: the tenant of the organisation (Enterprise Grid), where it is that has installed the app

    @property
    def tenant(self) -> str:
        """The workspace, as schedules name it."""
        return f"slack:{self.team}"

    @property
    def posted_tenant(self) -> str:
        """Whose a digest is that stands where something was pressed: by direct message, the person's own."""
        return follower(self.tenant, self.user) if self.channel.startswith("D") else self.tenant


Handler = Callable[[Interaction], Coroutine[Any, Any, Sequence[Message]]]  #: what answers one, in messages


def read_interaction(body: dict[str, Any], headers: dict[str, Any], default_team: str) -> Interaction:
    """Return the interaction of a slash command, a button or a submitted form; `default_team` is our own workspace."""
    metadata, event = _metadata(body), _part(body, "event")
    user, channel = _part(body, "user"), _part(body, "channel")
    actions = body.get("actions") or [{}]
    urls = body.get("response_urls") or [{}]
    return Interaction(
        command=str(body.get("command") or ""),
        text=_text(body.get("text")) or str(actions[0].get("value") or _selected_value(actions[0])),
        user=body.get("user_id") or user.get("id") or event.get("user") or "",
        team=body.get("team_id") or _part(body, "team").get("id") or user.get("team_id") or default_team,
        channel=body.get("channel_id") or channel.get("id") or metadata.get("channel") or event.get("channel") or "",
        channel_name=body.get("channel_name") or channel.get("name") or "",
        response_url=body.get("response_url") or urls[0].get("response_url") or metadata.get("response_url"),
        trigger_id=body.get("trigger_id"),
        key=_key(body),
        retried="event_id" in body or bool(headers.get("x-slack-retry-num")),
        form=_form(body),
        message=_part(body, "message"),
        action=str(actions[0].get("action_id") or ""),
        organisation=_organisation(body),
    )


def _organisation(body: dict[str, Any]) -> str:
    """Return the organisation for whose installation a request comes; nothing where a workspace has its own."""
    [authorization] = (body.get("authorizations") or [{}])[:1]
    is_whole = str(body.get("is_enterprise_install") or authorization.get("is_enterprise_install")).lower() == "true"
    enterprise = body.get("enterprise_id") or _part(body, "enterprise").get("id") or authorization.get("enterprise_id")
    return f"slack:{enterprise}" if is_whole and enterprise else ""


def _key(body: dict[str, Any]) -> str:
    """Return what one request is known by; an event has an id of its own, as what it comes in differs each time."""
    return str(
        body.get("event_id") or hashlib.sha256(json.dumps(body, sort_keys=True, default=str).encode()).hexdigest()
    )


def _form(body: dict[str, Any]) -> dict[str, str]:
    """Return what was chosen and typed, by the id of its block."""
    blocks = _part(_part(body, "view"), "state").get("values") or {}
    return {
        block_id: _selected_value(element)
        or str(element.get("value") or element.get("selected_conversation") or element.get("selected_time") or "")
        for block_id, elements in blocks.items()
        for element in list(elements.values())[:1]
    }


def _selected_value(action: dict[str, Any]) -> str:
    """Return what was chosen from a list."""
    option = action.get("selected_option")
    return str(option.get("value") or "") if isinstance(option, dict) else ""


def metadata_of(interaction: Interaction) -> str:
    """Return what a form remembers of the command that opened it."""
    return json.dumps({"channel": interaction.channel, "response_url": interaction.response_url})


def _metadata(body: dict[str, Any]) -> dict[str, Any]:
    text = _part(body, "view").get("private_metadata")
    try:
        data = json.loads(text) if text else {}
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


def _text(value: Any) -> str:
    """Return what was typed, without the invisible characters that come with what is pasted from a message.

    Slack escapes three characters in a command's text, and those only.
    """
    return printable(str(value or "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))


def _part(body: dict[str, Any], name: str) -> dict[str, Any]:
    value = body.get(name)
    return value if isinstance(value, dict) else {}


class Deduplicator:
    """Remembers requests for an hour, so that what is delivered again is not done again."""

    def __init__(self) -> None:
        self._requests: dict[str, tuple[float, asyncio.Future[Any] | None]] = {}

    def is_new(self, key: str) -> bool:
        """Note a request and return whether it is new."""
        now = time.monotonic()
        while self._requests and self._requests[oldest := next(iter(self._requests))][0] < now - _REMEMBERED_SECONDS:
            del self._requests[oldest]
        if key in self._requests:
            return False
        self._requests[key] = (now, None)
        return True

    async def run_once(self, key: str, work: Callable[[], Coroutine[Any, Any, _T]]) -> _T:
        """Return what the work gives, doing it once for each key; a failure that may pass can be tried again."""
        noted_at, future = self._requests.get(key, (time.monotonic(), None))
        if future is None:
            future = asyncio.ensure_future(work())
            self._requests[key] = (noted_at, future)
        try:
            result: _T = await asyncio.shield(future)
        except (DigestError, RequestError):
            raise
        except Exception:
            self._requests.pop(key, None)
            raise
        return result
