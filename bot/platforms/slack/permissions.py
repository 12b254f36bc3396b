"""Who may change a workspace's digests: its admins and owners, and those whom the operator names."""

from __future__ import annotations

from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack import views

_UNANSWERED = (SlackApiError, aiohttp.ClientError, OSError, KeyError)
_RIGHTS = ("is_admin", "is_owner", "is_primary_owner")


class Permissions:
    """Asks Slack what a user may do; `admins` are ids of users and groups that the operator named."""

    def __init__(self, web: AsyncWebClient, admins: frozenset[str]) -> None:
        self._web, self._admins = web, admins

    async def refusal(self, user_id: str, team: str) -> str:
        """Return why a user may not change a workspace's digests, or nothing if they may."""
        if user_id in self._admins:
            return ""
        role_unknown = False
        try:
            user = (await self._web.users_info(user=user_id))["user"]
            if not _is_foreign(user, team) and any(user.get(right) for right in _RIGHTS):
                return ""
        except _UNANSWERED:
            role_unknown = True
        return "" if await self._is_in_group(user_id, team) else views.refusal(self._admins, role_unknown)

    async def zone_of(self, user_id: str) -> str:
        """Return the time zone that a user has set in Slack; nothing where Slack does not tell."""
        try:
            user = (await self._web.users_info(user=user_id))["user"]
        except _UNANSWERED:
            return ""
        return str(user.get("tz") or "")

    async def _is_in_group(self, user_id: str, team: str) -> bool:
        for group in sorted(admin for admin in self._admins if admin.startswith("S")):
            try:
                if user_id in (await self._web.usergroups_users_list(usergroup=group, team_id=team or None))["users"]:
                    return True
            except _UNANSWERED:
                continue
        return False


def _is_foreign(user: Any, team: str) -> bool:
    """Whether a user belongs to another workspace, whose admin is nobody here."""
    teams = {user.get("team_id"), *((user.get("enterprise_user") or {}).get("teams") or ())} - {None}
    return bool(user.get("is_stranger")) or (bool(teams) and team not in teams)
