"""`/digest`: schedules kept by admins, each change done once however often Slack delivers it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import RequestError
from bot.models import Destination, Schedule, ScheduleDraft
from bot.platforms.slack import views
from bot.platforms.slack.command_text import DigestRequest, max_lines, parse_digest, says_empty
from bot.platforms.slack.escaping import escape
from bot.platforms.slack.render import Message, context_block, digest_message, split
from bot.platforms.slack.requests import Call, Once
from bot.protocols import UseCases

Verb = Callable[[Call, DigestRequest], Coroutine[Any, Any, Sequence[Message]]]


class ScheduleCommands:
    """Answers `/digest`."""

    def __init__(self, use_cases: UseCases, web: AsyncWebClient, admins: frozenset[str], once: Once) -> None:
        self._use_cases, self._web, self._admins, self._once = use_cases, web, admins, once
        changes: dict[str, Verb] = {
            "schedule": self._schedule,
            "pause": partial(self._pause, paused=True),
            "resume": partial(self._pause, paused=False),
            "quiet": self._quiet,
            "remove": self._remove,
            "now": self._now,
        }
        self._changes = {**changes, "add": changes["schedule"], "delete": changes["remove"], "send": changes["now"]}
        self._views: dict[str, Verb] = {"list": self._list, "show": self._list}

    async def answer(self, call: Call) -> Sequence[Message]:
        """Return the answer to one `/digest`."""
        verb = call.text.split(maxsplit=1)[0].lower() if call.text else "help"
        if verb == "preview":
            return await self._preview(parse_digest(call.text))
        if verb not in self._changes and verb not in self._views:
            unknown = "" if verb == "help" else f"I do not know “{escape(verb, 60)}”.\n\n"
            return [views.notice(unknown + views.DIGEST_HELP)]
        refusal = await self._refusal(call)
        if refusal:
            return [views.notice(refusal)]
        request = parse_digest(call.text)
        if verb in self._views:
            return await self._views[verb](call, request)
        return await self._once.run(f"done {call.key}", lambda: self._changes[verb](call, request))

    async def _refusal(self, call: Call) -> str:
        """Return why the user may not, or nothing if they may."""
        if call.user in self._admins:
            return ""
        unseen = False
        try:
            user = (await self._web.users_info(user=call.user))["user"]
            if not user.get("is_stranger") and any(
                user.get(right) for right in ("is_admin", "is_owner", "is_primary_owner")
            ):
                return ""
        except (SlackApiError, aiohttp.ClientError, OSError, KeyError):
            unseen = True
        return "" if await self._in_group(call.user) else views.refusal(self._admins, unseen)

    async def _in_group(self, user: str) -> bool:
        for group in sorted(one for one in self._admins if one.startswith("S")):
            try:
                if user in (await self._web.usergroups_users_list(usergroup=group))["users"]:
                    return True
            except (SlackApiError, aiohttp.ClientError, OSError, KeyError):
                continue
        return False

    async def _schedule(self, call: Call, request: DigestRequest) -> Sequence[Message]:
        given = request.options
        channel = request.channel or call.channel
        if channel == f"#{call.channel_name}":
            channel = call.channel
        draft = ScheduleDraft(
            destination=Destination(platform="slack", tenant=call.tenant, channel=channel),
            name=given.get("name"),
            about=given.get("about", ""),
            max_lines=max_lines(request),
            if_empty="say" if says_empty(request) else "skip",
            **{key: given[key] for key in ("at", "days", "zone", "quiet_hours", "grace") if key in given},
        )
        told = self._told("Scheduled", await self._use_cases.add_schedule(draft))
        return [told.add(context_block("If I am not in that channel yet, invite me there."))]

    async def _pause(self, call: Call, request: DigestRequest, *, paused: bool) -> Sequence[Message]:
        schedule = await self._use_cases.pause_schedule(call.tenant, _name(request), paused=paused)
        return [self._told("Paused" if paused else "Resumed", schedule)]

    async def _quiet(self, call: Call, request: DigestRequest) -> Sequence[Message]:
        name, hours = request.name, request.options.get("quiet_hours", "")
        if not hours:  # they may stand behind the name without a word
            name, _, hours = name.rpartition(" ")
        if not name:
            raise RequestError("Say which one and when, as in /digest quiet NAME 22:00-07:00, or off.")
        return [self._told("Quiet hours", await self._use_cases.quiet_schedule(call.tenant, name, hours))]

    async def _remove(self, call: Call, request: DigestRequest) -> Sequence[Message]:
        schedule = await self._use_cases.remove_schedule(call.tenant, _name(request))
        return [views.notice(f"Removed {escape(schedule.name, 80)}. What it has posted stays.")]

    async def _now(self, call: Call, request: DigestRequest) -> Sequence[Message]:
        name = _name(request)
        if await self._use_cases.send_now(call.tenant, name):
            return [views.notice(f"{escape(name, 80)} is on its way.")]
        return [views.notice(f"{escape(name, 80)} has nothing new, so nothing is sent.")]

    async def _list(self, call: Call, request: DigestRequest) -> Sequence[Message]:
        kept = await self._use_cases.schedules(call.tenant)
        name = request.name.casefold()
        shown = [one for one in kept if not name or one.name.casefold() == name]
        if name and not shown:
            raise RequestError(f"There is no schedule called “{request.name}”. /digest list names them.")
        return [views.schedules_message([f"• {self._line(one, 3)}" for one in shown])]

    async def _preview(self, request: DigestRequest) -> Sequence[Message]:
        digest = await self._use_cases.preview(request.options.get("about", ""), max_lines=max_lines(request))
        return [digest_message(part) for part in split(digest)]

    def _told(self, what: str, schedule: Schedule) -> Message:
        return views.notice(f"{what}: {self._line(schedule, 3)}")

    def _line(self, schedule: Schedule, sends: int) -> str:
        return views.schedule_lines(schedule, () if schedule.paused else self._use_cases.next_sends(schedule, sends))


def _name(request: DigestRequest) -> str:
    if not request.name:
        raise RequestError(f"Say which one: /digest {request.verb} NAME. /digest list names them.")
    return request.name
