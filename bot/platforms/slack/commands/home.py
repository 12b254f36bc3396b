"""The app's Home in Slack: how to ask, what one follows, and, for those who keep them, the workspace's digests."""

from __future__ import annotations

from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import BotError
from bot.models import follower
from bot.platforms.slack import views
from bot.platforms.slack.log import LOG
from bot.platforms.slack.permissions import Permissions
from bot.platforms.slack.replies import UNREACHABLE
from bot.platforms.slack.requests import Interaction
from bot.protocols import UseCases


class Home:
    """Shows the Home to whoever opens it."""

    def __init__(self, use_cases: UseCases, web: AsyncWebClient, permissions: Permissions) -> None:
        self._use_cases, self._web, self._permissions = use_cases, web, permissions

    async def show(self, interaction: Interaction) -> None:
        """Draw the Home anew; what cannot be drawn is logged, and the old one stands."""
        try:
            follows = await self._lines(follower(interaction.tenant, interaction.user))
            may_manage = not await self._permissions.refusal(interaction.user, interaction.team)
            schedules = await self._lines(interaction.tenant) if may_manage else None
            await self._web.views_publish(user_id=interaction.user, view=views.home_view(follows, schedules))
        except (BotError, *UNREACHABLE) as error:
            LOG.warning("the Home could not be drawn: %s", type(error).__name__)

    async def _lines(self, tenant: str) -> list[str]:
        return [
            views.schedule_line(entry, () if entry.paused else self._use_cases.next_sends(entry, 1))
            for entry in await self._use_cases.schedules(tenant)
        ]
