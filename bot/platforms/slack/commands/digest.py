"""`/digest`: schedules kept by admins, each change done once however often Slack delivers it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any, Final, Literal

from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import RequestError
from bot.models import Destination, Schedule, ScheduleChanges, ScheduleDraft
from bot.platforms.slack import views
from bot.platforms.slack.channels import check_channel
from bot.platforms.slack.commands.text import DigestRequest, max_lines, parse_digest, says_empty
from bot.platforms.slack.escaping import escape
from bot.platforms.slack.permissions import Permissions
from bot.platforms.slack.render import Message, digest_message, split
from bot.platforms.slack.replies import open_form
from bot.platforms.slack.requests import Deduplicator, Interaction, metadata_of
from bot.platforms.wording import follows_line
from bot.protocols import UseCases
from digests.query.request import read_request

Verb = Callable[[Interaction, DigestRequest], Coroutine[Any, Any, Sequence[Message]]]
_TIMING: Final = ("at", "days", "zone", "quiet_hours", "grace", "first")
_CHOICES: Final[dict[str, Literal["post", "save", "cancel"]]] = {
    "plan.post": "post",
    "plan.save": "save",
    "plan.cancel": "cancel",
}


class ScheduleCommands:
    """Answers `/digest`."""

    def __init__(
        self, use_cases: UseCases, web: AsyncWebClient, permissions: Permissions, deduplicator: Deduplicator
    ) -> None:
        self._use_cases, self._web, self._deduplicator = use_cases, web, deduplicator
        self._permissions = permissions
        changes: dict[str, Verb] = {
            "schedule": self._schedule,
            "edit": self._edit,
            "pause": partial(self._pause, paused=True),
            "resume": partial(self._pause, paused=False),
            "quiet": self._quiet,
            "remove": self._remove,
            "now": self._now,
            "test": self._test,
            "follows": self._switch_follows,
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
        return await self._for_admins(interaction, self._changes.get(verb) or self._views[verb], verb in self._changes)

    async def filled(self, interaction: Interaction) -> Sequence[Message]:
        """Show what the filled form of `/digest schedule` would post, before anything is kept."""
        options = {name: value for name, value in interaction.form.items() if value and name != "channel"}
        channel = interaction.form.get("channel") or interaction.channel
        request = DigestRequest("schedule", "filled", options, channel)
        return await self._for_admins(interaction, lambda asker, _: self._propose(asker, request), changes=True)

    async def settle(self, interaction: Interaction) -> Sequence[Message]:
        """Do with a proposal what its asker has pressed."""

        async def work(asker: Interaction, _: DigestRequest) -> Sequence[Message]:
            choice = _CHOICES[asker.action]
            settlement = await self._use_cases.settle(asker.text, choice, actor=asker.user, tenant=asker.tenant)
            sends = self._use_cases.next_sends(settlement.schedule) if settlement.schedule else ()
            return [views.settlement_message(settlement, sends)]

        return await self._for_admins(interaction, work, changes=True)

    async def change(self, interaction: Interaction) -> Sequence[Message]:
        """Show a proposal anew, reaching further back or in another zone."""

        async def work(asker: Interaction, _: DigestRequest) -> Sequence[Message]:
            token, value = [*asker.text.split(" ", 1), ""][:2]
            option = {asker.action.removeprefix("plan."): value}
            identity = {"actor": asker.user, "tenant": asker.tenant}
            return views.proposal_messages(await self._use_cases.change_proposal(token, **identity, **option))

        return await self._for_admins(interaction, work, changes=True)

    async def _for_admins(self, interaction: Interaction, verb: Verb, changes: bool) -> Sequence[Message]:
        """Do something for those who may; what changes anything, once."""
        refusal = await self._permissions.refusal(interaction.user, interaction.team)
        if refusal:
            return [views.notice(refusal)]
        request = parse_digest(interaction.text) if interaction.command else DigestRequest("")
        if not changes:
            return await verb(interaction, request)
        return await self._deduplicator.run_once(f"done {interaction.key}", lambda: verb(interaction, request))

    async def _schedule(self, interaction: Interaction, request: DigestRequest) -> Sequence[Message]:
        if not request.rest and interaction.trigger_id:
            zone = await self._permissions.zone_of(interaction.user)
            view = views.schedule_view(metadata_of(interaction), zone or "UTC")
            return await open_form(self._web, interaction, view, views.DIGEST_HELP)
        return await self._propose(interaction, request)

    async def _propose(self, interaction: Interaction, request: DigestRequest) -> Sequence[Message]:
        channel = request.channel or interaction.channel
        if channel == f"#{interaction.channel_name}":
            channel = interaction.channel
        unknown = await check_channel(self._web, channel)
        options = dict(request.options)
        if "zone" not in options and not await self._use_cases.schedules(interaction.tenant):
            options["zone"] = await self._permissions.zone_of(interaction.user)
        draft = ScheduleDraft(
            destination=Destination(platform="slack", tenant=interaction.tenant, channel=channel),
            name=options.get("name"),
            request=read_request(options.get("about", "")),
            max_lines=max_lines(request),
            if_empty="say" if says_empty(request) else "skip",
            made_by=interaction.user,
            **{key: options[key] for key in _TIMING if key in options},
        )
        return views.proposal_messages(await self._use_cases.propose(draft), unknown)

    async def _edit(self, interaction: Interaction, request: DigestRequest) -> Sequence[Message]:
        options, subject = request.options, request.options.get("about")
        if request.channel:
            await check_channel(self._web, request.channel)
        changes = ScheduleChanges(
            request=None if subject is None else read_request("" if subject.lower() == "everything" else subject),
            channel=request.channel,
            max_lines=max_lines(request) if "max" in options else None,
            if_empty=("say" if says_empty(request) else "skip") if "if-empty" in options else None,
            **{key: options[key] for key in ("name", *_TIMING[:-1]) if key in options},
        )
        schedule = await self._use_cases.edit_schedule(interaction.tenant, _name(request), changes)
        return [self._confirmation("Changed", schedule)]

    async def _pause(self, interaction: Interaction, request: DigestRequest, *, paused: bool) -> Sequence[Message]:
        if request.name == "all" and not paused:
            resumed = await self._use_cases.resume_schedules(interaction.tenant)
            lines = [f"• {self._line(schedule)}" for schedule in resumed]
            return views.schedules_messages(lines) if lines else [views.notice("Nothing is paused here.")]
        schedule = await self._use_cases.pause_schedule(interaction.tenant, _name(request), paused=paused)
        return [self._confirmation("Paused" if paused else "Resumed", schedule)]

    async def _quiet(self, interaction: Interaction, request: DigestRequest) -> Sequence[Message]:
        name, hours = request.name, request.options.get("quiet_hours", "")
        if not hours:  # they may stand behind the name without a word
            name, _, hours = name.rpartition(" ")
        if not name:
            raise RequestError("Say which one and when, as in /digest quiet NAME 22:00-07:00, or off.")
        schedule = await self._use_cases.quiet_schedule(interaction.tenant, name, hours)
        return [self._confirmation("Quiet hours", schedule)]

    async def _remove(self, interaction: Interaction, request: DigestRequest) -> Sequence[Message]:
        schedule = await self._use_cases.remove_schedule(interaction.tenant, _name(request))
        return [views.notice(f"Removed {escape(schedule.name, 80)}. What it has posted stays.")]

    async def _now(self, interaction: Interaction, request: DigestRequest) -> Sequence[Message]:
        name = _name(request)
        if await self._use_cases.send_now(interaction.tenant, name):
            return [views.notice(f"{escape(name, 80)} is on its way.")]
        return [views.notice(f"{escape(name, 80)} has nothing new, so nothing is sent.")]

    async def _test(self, interaction: Interaction, request: DigestRequest) -> Sequence[Message]:
        await self._use_cases.send_test(interaction.tenant, _name(request))
        return [views.notice("The test is on its way. What it shows will come again when it is due.")]

    async def _switch_follows(self, interaction: Interaction, request: DigestRequest) -> Sequence[Message]:
        state = request.rest.lower()
        if state not in {"on", "off"}:
            raise RequestError("Say /digest follows on, or off.")
        count = await self._use_cases.switch_follows(interaction.tenant, allowed=state == "on")
        return [views.notice(follows_line(count, allowed=state == "on"))]

    async def _list(self, interaction: Interaction, request: DigestRequest) -> Sequence[Message]:
        if request.name:
            return [views.report_message(await self._use_cases.report_schedule(interaction.tenant, request.name))]
        schedules = await self._use_cases.schedules(interaction.tenant)
        return views.schedules_messages([f"• {self._line(schedule)}" for schedule in schedules])

    async def _preview(self, request: DigestRequest) -> Sequence[Message]:
        digest = await self._use_cases.preview(
            read_request(request.options.get("about", "")), max_lines=max_lines(request)
        )
        return [digest_message(part) for part in split(digest)]

    def _confirmation(self, action: str, schedule: Schedule) -> Message:
        return views.notice(f"{action}: {self._line(schedule)}")

    def _line(self, schedule: Schedule) -> str:
        return views.schedule_line(schedule, () if schedule.paused else self._use_cases.next_sends(schedule, 3))


def _name(request: DigestRequest) -> str:
    if not request.name:
        raise RequestError(f"Say which one: /digest {request.verb} NAME. /digest list names them.")
    return request.name
