"""`/digest`: schedules kept by admins, each change done once however often Slack delivers it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import RequestError
from bot.models import Destination, Schedule, ScheduleDraft
from bot.platforms.slack import views
from bot.platforms.slack.command_text import DigestRequest, max_lines, parse_digest, says_empty
from bot.platforms.slack.escaping import escape
from bot.platforms.slack.permissions import Permissions
from bot.platforms.slack.render import Message, context_block, digest_message, split
from bot.platforms.slack.requests import Deduplicator, Interaction
from bot.protocols import UseCases
from digests.query.request import read_request

Verb = Callable[[Interaction, DigestRequest], Coroutine[Any, Any, Sequence[Message]]]


class ScheduleCommands:
    """Answers `/digest`."""

    def __init__(
        self, use_cases: UseCases, web: AsyncWebClient, admins: frozenset[str], deduplicator: Deduplicator
    ) -> None:
        self._use_cases, self._deduplicator = use_cases, deduplicator
        self._permissions = Permissions(web, admins)
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

    async def answer(self, interaction: Interaction) -> Sequence[Message]:
        """Return the answer to one `/digest`."""
        verb = interaction.text.split(maxsplit=1)[0].lower() if interaction.text else "help"
        if verb == "preview":
            return await self._preview(parse_digest(interaction.text))
        if verb not in self._changes and verb not in self._views:
            unknown = "" if verb == "help" else f"I do not know “{escape(verb, 60)}”.\n\n"
            return [views.notice(unknown + views.DIGEST_HELP)]
        refusal = await self._permissions.refusal(interaction.user)
        if refusal:
            return [views.notice(refusal)]
        request = parse_digest(interaction.text)
        if verb in self._views:
            return await self._views[verb](interaction, request)
        return await self._deduplicator.run_once(
            f"done {interaction.key}", lambda: self._changes[verb](interaction, request)
        )

    async def _schedule(self, interaction: Interaction, request: DigestRequest) -> Sequence[Message]:
        options = request.options
        channel = request.channel or interaction.channel
        if channel == f"#{interaction.channel_name}":
            channel = interaction.channel
        draft = ScheduleDraft(
            destination=Destination(platform="slack", tenant=interaction.tenant, channel=channel),
            name=options.get("name"),
            request=read_request(options.get("about", "")),
            max_lines=max_lines(request),
            if_empty="say" if says_empty(request) else "skip",
            **{key: options[key] for key in ("at", "days", "zone", "quiet_hours", "grace") if key in options},
        )
        confirmation = self._confirmation("Scheduled", await self._use_cases.add_schedule(draft))
        return [confirmation.add(context_block("If I am not in that channel yet, invite me there."))]

    async def _pause(self, interaction: Interaction, request: DigestRequest, *, paused: bool) -> Sequence[Message]:
        schedule = await self._use_cases.pause_schedule(interaction.tenant, _name(request), paused=paused)
        return [self._confirmation("Paused" if paused else "Resumed", schedule)]

    async def _quiet(self, interaction: Interaction, request: DigestRequest) -> Sequence[Message]:
        name, hours = request.name, request.options.get("quiet_hours", "")
        if not hours:  # they may stand behind the name without a word
            name, _, hours = name.rpartition(" ")
        if not name:
            raise RequestError("Say which one and when, as in /digest quiet NAME 22:00-07:00, or off.")
        return [
            self._confirmation("Quiet hours", await self._use_cases.quiet_schedule(interaction.tenant, name, hours))
        ]

    async def _remove(self, interaction: Interaction, request: DigestRequest) -> Sequence[Message]:
        schedule = await self._use_cases.remove_schedule(interaction.tenant, _name(request))
        return [views.notice(f"Removed {escape(schedule.name, 80)}. What it has posted stays.")]

    async def _now(self, interaction: Interaction, request: DigestRequest) -> Sequence[Message]:
        name = _name(request)
        if await self._use_cases.send_now(interaction.tenant, name):
            return [views.notice(f"{escape(name, 80)} is on its way.")]
        return [views.notice(f"{escape(name, 80)} has nothing new, so nothing is sent.")]

    async def _list(self, interaction: Interaction, request: DigestRequest) -> Sequence[Message]:
        if request.name:
            schedules: Sequence[Schedule] = [await self._use_cases.schedule(interaction.tenant, request.name)]
        else:
            schedules = await self._use_cases.schedules(interaction.tenant)
        return [views.schedules_message([f"• {self._line(schedule, 3)}" for schedule in schedules])]

    async def _preview(self, request: DigestRequest) -> Sequence[Message]:
        digest = await self._use_cases.preview(
            read_request(request.options.get("about", "")), max_lines=max_lines(request)
        )
        return [digest_message(part) for part in split(digest)]

    def _confirmation(self, action: str, schedule: Schedule) -> Message:
        return views.notice(f"{action}: {self._line(schedule, 3)}")

    def _line(self, schedule: Schedule, sends: int) -> str:
        return views.schedule_lines(schedule, () if schedule.paused else self._use_cases.next_sends(schedule, sends))


def _name(request: DigestRequest) -> str:
    if not request.name:
        raise RequestError(f"Say which one: /digest {request.verb} NAME. /digest list names them.")
    return request.name
