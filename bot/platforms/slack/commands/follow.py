"""`/follow`: what is new on a place or an actor, by direct message, as each wants it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.errors import RequestError
from bot.models import follower
from bot.platforms.slack import views
from bot.platforms.slack.commands.text import parse_digest
from bot.platforms.slack.escaping import escape
from bot.platforms.slack.permissions import Permissions
from bot.platforms.slack.render import Message
from bot.platforms.slack.requests import Deduplicator, Interaction
from bot.platforms.wording import followed_line
from bot.protocols import UseCases
from digests.query.request import read_request

HELP = (
    "`/follow kursk at:08:00` sends you what is new by direct message, once a day at most, on your own clock.\n"
    "`/follow list` · `/follow stop NAME`, or Stop under what came."
)


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
            return [views.notice(f"You no longer follow {escape(schedule.about, 200)}.")]
        return await self._deduplicator.run_once(f"done {interaction.key}", lambda: self._follow(interaction))

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
        line = views.schedule_line(schedule, self._use_cases.next_sends(schedule))
        return [views.notice(f"{escape(followed_line(schedule), 300)}\n{line}")]
