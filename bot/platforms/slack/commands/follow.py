"""`/follow`: what is new on a place or an actor, by direct message, as each wants it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.errors import RequestError
from bot.models import Schedule, follower
from bot.platforms.slack import views
from bot.platforms.slack.commands.text import parse_digest
from bot.platforms.slack.escaping import escape
from bot.platforms.slack.permissions import Permissions
from bot.platforms.slack.render import Message
from bot.platforms.slack.requests import Deduplicator, Interaction
from bot.platforms.wording import followed_line, subject_of
from bot.protocols import UseCases
from digests.query.request import read_request

HELP = (
    "`/follow kursk at:08:00` sends you what is new by direct message, once a day at most, on your own clock.\n"
    "`/follow list` · `/follow edit NAME at:07:30` · `/follow stop NAME`, or Stop under what came.\n"
    "A story is followed from the list under a digest that tells of it."
)


_LONGEST_NUMBER = 5  #: digits of a section's number


class FollowCommands:
    """Answers `/follow`; what one follows nobody else sees."""

    def __init__(self, use_cases: UseCases, permissions: Permissions, deduplicator: Deduplicator) -> None:
        self._use_cases, self._permissions, self._deduplicator = use_cases, permissions, deduplicator

    async def answer(self, interaction: Interaction) -> Sequence[Message]:
        """Return the answer to one `/follow`, whose changes are made once."""
        verb, rest = [*interaction.text.split(maxsplit=1), "", ""][:2]
        if verb.lower() in {"", "help"}:
            return [views.notice(HELP)]
        tenant = follower(interaction.tenant, interaction.user)
        if verb.lower() == "list" and not rest:
            schedules = await self._use_cases.schedules(tenant)
            lines = [f"• {views.schedule_line(entry, self._use_cases.next_sends(entry, 1))}" for entry in schedules]
            return views.schedules_messages(lines) if lines else [views.notice(f"You follow nothing yet.\n{HELP}")]
        if verb.lower() in {"stop", "remove"} and rest:
            schedule = await self._use_cases.remove_schedule(tenant, rest)
            return [views.notice(f"You no longer follow {escape(subject_of(schedule), 200)}.")]
        work = self._change if verb.lower() == "edit" and rest else self._follow
        return await self._deduplicator.run_once(f"done {interaction.key}", lambda: work(interaction))

    async def story(self, interaction: Interaction) -> Sequence[Message]:
        """Have somebody follow the story that they chose under a digest."""
        delivery_id, _, number = interaction.text.rpartition(" ")
        schedule = await self._use_cases.follow_story(
            interaction.tenant,
            delivery_id,
            int(number) if number.isdecimal() and len(number) < _LONGEST_NUMBER else -1,
            platform="slack",
            person=interaction.user,
            zone=await self._permissions.zone_of(interaction.user),
        )
        return [self._followed(schedule)]

    async def _change(self, interaction: Interaction) -> Sequence[Message]:
        request = parse_digest(interaction.text)
        times, zone = (request.options.get(name) for name in ("at", "zone"))
        tenant = follower(interaction.tenant, interaction.user)
        schedule = await self._use_cases.change_follow(tenant, request.name, times=times, zone=zone)
        return [views.notice(views.schedule_line(schedule, self._use_cases.next_sends(schedule)))]

    def _followed(self, schedule: Schedule) -> Message:
        line = views.schedule_line(schedule, self._use_cases.next_sends(schedule))
        return views.notice(f"{escape(followed_line(schedule), 300)}\n{line}")

    async def _follow(self, interaction: Interaction) -> Sequence[Message]:
        request = parse_digest(f"follow {interaction.text.removeprefix('add ')}")
        options = request.options
        if strange := sorted(options.keys() - {"about", "at", "zone"}):
            raise RequestError(f"“{strange[0]}:” is not an option here. Known are at and zone.")
        schedule = await self._use_cases.follow(
            read_request(options.get("about", "")),
            platform="slack",
            workspace=interaction.tenant,
            person=interaction.user,
            times=options.get("at", "08:00"),
            zone=options.get("zone") or await self._permissions.zone_of(interaction.user),
        )
        return [self._followed(schedule)]
