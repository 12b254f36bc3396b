"""Posting a delivery once: one message per key, and a look into the channel where the last outcome is unknown."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import DeliveryError, DestinationError, RefusedTokenError, UnknownOutcomeError
from bot.models import Delivery, person_of
from bot.platforms.slack.posted import posted_messages

EVENT_TYPE = "dateline_delivery"
#: the token itself is of no use any more
_BAD_TOKEN = frozenset("invalid_auth not_authed account_inactive token_revoked token_expired".split())
#: the credentials do not suffice
AUTH_ERRORS = _BAD_TOKEN | frozenset(
    "missing_scope no_permission not_allowed_token_type team_access_not_granted ekm_access_denied access_denied".split()
)
#: the channel is gone, or closed to us
_CLOSED = (AUTH_ERRORS - _BAD_TOKEN) | frozenset(
    "channel_not_found is_archived not_in_channel restricted_action restricted_action_read_only_channel "
    "restricted_action_thread_only_channel messages_tab_disabled "
    "user_is_bot cannot_dm_bot invalid_channel channel_type_not_supported".split()
)
_PERMANENT = _CLOSED | frozenset(
    "no_text msg_too_long msg_blocks_too_long invalid_blocks invalid_blocks_format invalid_arguments invalid_arg_name "
    # of notes alone
    "restricted_action_non_threadable_channel restricted_action_thread_locked cannot_reply_to_message thread_not_found "
    "metadata_too_large metadata_must_be_sent_from_app invalid_metadata_format invalid_metadata_schema".split()
)
#: a message that was deleted, or is too old to be edited where it stands
_NOT_EDITABLE = frozenset("message_not_found cant_update_message edit_window_closed".split())
#: neither the message nor what became of it can be had any more
_UNREADABLE = frozenset("channel_not_found is_archived invalid_auth token_revoked account_inactive".split())
#: Slack says of these that the message may be there all the same
_AMBIGUOUS = frozenset("internal_error fatal_error service_unavailable".split())
_LIMITED = frozenset("ratelimited rate_limited message_limit_exceeded".split())
_SHORT_WAIT = 5.0
_SKEW = timedelta(minutes=5)  #: how far our clock may be from Slack's
_PAGE, _PAGES = 100, 10
_MAX_OUTCOMES = 1000


class Poster:
    """Posts deliveries; knows of its own latest ones how they ended."""

    def __init__(self, web: AsyncWebClient) -> None:
        self._web = web  # without retry handlers: retrying a lost answer posts twice
        self._people: dict[str, str] = {}
        self._outcomes: dict[str, str | None] = {}  #: by key: the message's ts, "" if refused, None if unknown

    async def post(self, delivery: Delivery) -> str:
        """Post a delivery, in several messages if it needs them, and return the first one's ts."""
        parts = posted_messages(delivery)
        person = person_of(delivery.destination.channel)
        if person:
            channel = await self._open(person)
            target = delivery.destination.model_copy(update={"channel": channel})
            delivery = delivery.model_copy(update={"destination": target})
        if delivery.edits:
            return await self._edit(delivery.destination.channel, delivery.edits, parts[0].payload())
        keys = [delivery.id, *(f"{delivery.id}/{n}" for n in range(2, len(parts) + 1))]
        if delivery.maybe_posted_since and any(self._outcomes.get(key) is None for key in keys):
            for key, ts in (await self._find(delivery, delivery.maybe_posted_since, set(keys))).items():
                self._note(key, ts)
        for key, part in zip(keys, parts, strict=True):
            if not self._outcomes.get(key):
                message = part.payload()
                message["metadata"] = {"event_type": EVENT_TYPE, "event_payload": {"key": key}}
                message |= {"thread_ts": delivery.thread} if delivery.thread else {}
                await self._send(key, {"channel": delivery.destination.channel, **message}, first=key == delivery.id)
        return self._outcomes[delivery.id] or ""

    async def _open(self, person: str) -> str:
        """Return the channel of somebody's direct messages."""
        if person not in self._people:
            try:
                answer = await self._web.conversations_open(users=person)
            except SlackApiError as error:
                raise delivery_error(error) from None
            except (aiohttp.ClientError, OSError, ValueError) as error:
                raise DeliveryError(f"Slack cannot be reached ({type(error).__name__})") from None
            if len(self._people) >= _MAX_OUTCOMES:
                self._people.clear()
            self._people[person] = str(answer["channel"]["id"])
        return self._people[person]

    async def _send(self, key: str, message: dict[str, Any], *, first: bool) -> None:
        self._note(key, None)
        try:
            answer = await self._send_with_retry(message)
        except DeliveryError as error:
            if not error.maybe_posted:
                self._note(key, "")
            error.maybe_posted |= not first  # some of the delivery is there
            raise
        self._note(key, answer)

    async def _send_with_retry(self, message: dict[str, Any]) -> str:
        try:
            return await self._post_message(message)
        except DeliveryError as error:
            if error.maybe_posted or error.retry_after is None or error.retry_after > _SHORT_WAIT:
                raise
            await asyncio.sleep(error.retry_after)
        return await self._post_message(message)

    async def _post_message(self, message: dict[str, Any]) -> str:
        try:
            answer = await self._web.chat_postMessage(**message)
            return str(answer["ts"])
        except SlackApiError as error:
            raise delivery_error(error) from None
        except (aiohttp.ClientConnectorError, aiohttp.InvalidURL) as error:
            raise DeliveryError(f"Slack cannot be reached ({type(error).__name__})") from None
        except (aiohttp.ClientError, OSError, ValueError, KeyError, AttributeError) as error:
            raise DeliveryError(f"Slack's answer was lost ({type(error).__name__})", maybe_posted=True) from None

    async def _edit(self, channel: str, ts: str, message: dict[str, Any]) -> str:
        try:
            await self._web.chat_update(channel=channel, ts=ts, **message)
        except SlackApiError as error:
            if _code(error) in _NOT_EDITABLE:
                raise DeliveryError(f"the message cannot be corrected ({_code(error)})", permanent=True) from None
            raise delivery_error(error) from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise DeliveryError(f"Slack cannot be reached ({type(error).__name__})") from None
        return ts

    async def _find(self, delivery: Delivery, since: datetime, keys: set[str]) -> dict[str, str]:
        """Return which of the keys are in the channel's, or the thread's, messages since then, with their ts."""
        start = f"{(since - _SKEW).timestamp():.6f}"
        params: dict[str, Any] = {"limit": _PAGE, "include_all_metadata": True}
        if delivery.thread:  # which is read from its beginning, and a channel from its end
            params["oldest"] = start
        timestamps: dict[str, str] = {}
        for _ in range(_PAGES):
            answer = await self._read(delivery, params)
            messages: list[dict[str, Any]] = answer["messages"]
            timestamps |= {key: str(message["ts"]) for message in messages if (key := _key(message)) in keys}
            if timestamps.keys() == keys or not answer["has_more"] or not _next_page(params, messages, start):
                return timestamps
        raise UnknownOutcomeError("an earlier attempt may have been posted, and too much has been said since to see")

    async def _read(self, delivery: Delivery, params: dict[str, Any]) -> dict[str, Any]:
        channel = delivery.destination.channel
        try:
            if delivery.thread:
                answer = await self._web.conversations_replies(channel=channel, ts=delivery.thread, **params)
            else:
                answer = await self._web.conversations_history(channel=channel, **params)
            return {"messages": answer["messages"], "has_more": answer.get("has_more")}
        except SlackApiError as error:
            raise _history_error(error) from None
        except (aiohttp.ClientError, OSError, ValueError, KeyError, AttributeError, TypeError) as error:
            raise DeliveryError(
                f"an earlier attempt may have been posted; reading the channel failed ({type(error).__name__})",
                maybe_posted=True,
            ) from None

    def _note(self, key: str, outcome: str | None) -> None:
        self._outcomes.pop(key, None)
        self._outcomes[key] = outcome
        while len(self._outcomes) > _MAX_OUTCOMES:
            del self._outcomes[next(iter(self._outcomes))]


def _next_page(params: dict[str, Any], messages: Sequence[dict[str, Any]], start: str) -> bool:
    """Ask for the next page; False where that is all before the first moment of interest."""
    timestamps = [str(message["ts"]) for message in messages]
    if "oldest" in params:
        params["oldest"] = max(timestamps, default=start)
        return bool(timestamps)
    params["latest"] = min(timestamps, default=start)
    return bool(params["latest"] > start)


def delivery_error(error: SlackApiError) -> DeliveryError:
    """Return what a refusal means for the delivery."""
    code, status = _code(error), _status(error)
    if status == 429 or code in _LIMITED:
        return DeliveryError("Slack asks to wait", retry_after=_retry_after(error))
    if status >= 500 or code in _AMBIGUOUS or not code:
        return DeliveryError(f"Slack answered {status or 'unreadably'} {code}".rstrip(), maybe_posted=True)
    if code in _BAD_TOKEN:
        return RefusedTokenError(refused_token(code))
    scope_hint = (
        f" (needs {error.response['needed']})" if code == "missing_scope" and error.response.get("needed") else ""
    )
    reason = f"Slack refused: {code}{scope_hint}"
    return DestinationError(reason) if code in _CLOSED else DeliveryError(reason, permanent=code in _PERMANENT)


def _history_error(error: SlackApiError) -> DeliveryError:
    """What it means that we cannot look whether an earlier attempt was posted."""
    problem = delivery_error(error)
    if _code(error) in _UNREADABLE:
        return problem
    reason = f"an earlier attempt may have been posted, and the channel cannot be read to see: {problem.reason}"
    if problem.permanent:
        return UnknownOutcomeError(reason)
    return DeliveryError(reason, maybe_posted=True, retry_after=problem.retry_after)


def is_auth_error(error: SlackApiError) -> bool:
    """Return whether the token itself is refused."""
    return _code(error) in AUTH_ERRORS


def refused_token(code: str, setting: str = "DATELINE_SLACK_BOT_TOKEN") -> str:
    """Return what to do about a token that Slack refuses."""
    return (
        f"Slack refuses {setting} ({code}): copy the token again from the app's settings, "
        "and reinstall the app to the workspace if it was removed or its scopes changed."
    )


def _code(error: SlackApiError) -> str:
    data = getattr(error.response, "data", error.response)
    return str(data.get("error") or "") if isinstance(data, dict) else ""


def _status(error: SlackApiError) -> int:
    return int(getattr(error.response, "status_code", None) or getattr(error.response, "status", None) or 0)


def _retry_after(error: SlackApiError) -> float:
    headers = getattr(error.response, "headers", None) or {}
    text = next((value for name, value in headers.items() if name.lower() == "retry-after"), "1")
    try:
        return max(0.0, float(text))
    except ValueError:
        return 1.0


def _key(message: dict[str, Any]) -> str | None:
    metadata = message.get("metadata")
    if not isinstance(metadata, dict) or metadata.get("event_type") != EVENT_TYPE:
        return None
    payload = metadata.get("event_payload")
    return payload.get("key") if isinstance(payload, dict) else None
