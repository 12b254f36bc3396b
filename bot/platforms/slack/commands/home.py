"""The app's Home in Slack: how to ask, the workspace's digests, and what was posted lately."""

from __future__ import annotations

from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import BotError
from bot.platforms.slack import views
from bot.platforms.slack.log import LOG
from bot.platforms.slack.replies import UNREACHABLE
from bot.platforms.slack.requests import Interaction
from bot.protocols import UseCases


class Home:
    """Shows the Home to whoever opens it."""

    def __init__(self, use_cases: UseCases, web: AsyncWebClient) -> None:
        self._use_cases, self._web = use_cases, web

    async def show(self, interaction: Interaction) -> None:
        """Draw the Home anew; what cannot be drawn is logged, and the old one stands."""
        try:
            schedules = await self._use_cases.schedules(interaction.tenant)
            lines = [
                views.schedule_line(entry, () if entry.paused else self._use_cases.next_sends(entry, 1))
                for entry in schedules
            ]
            await self._web.views_publish(user_id=interaction.user, view=views.home_view(lines))
        except (BotError, *UNREACHABLE) as error:
            LOG.warning("the Home could not be drawn: %s", type(error).__name__)
