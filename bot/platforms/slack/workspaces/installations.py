"""What workspaces and organisations have installed, as it is kept: each under the name of whoever installed it.

An organisation (Enterprise Grid) installs an app once for all of its workspaces; a workspace that has installed it by
itself is spoken to under its own token. Where the operator names a key, nothing of it can be read from the database.
"""

from __future__ import annotations

from typing import Any, Final

from pydantic import AwareDatetime, SecretStr, ValidationError

from bot.errors import SettingsError
from bot.platforms.slack.log import LOG
from bot.platforms.slack.workspaces.sealing import Seal
from bot.protocols import UseCases
from digests.models import Value

NOTE: Final = "installation"  #: the name under which an installation is noted
_ORGANISATION: Final = "organisation"  #: the name under which a workspace's organisation is, where that has installed


class Installation(Value):
    """What a workspace or an organisation has let us do; with rotation the token ends, and another gives the next."""

    team_name: str = ""
    bot_token: str
    bot_user: str = ""
    scopes: str = ""
    refresh_token: str = ""
    expires_at: AwareDatetime | None = None


class Installations:
    """Keeps installations among the notes, sealed where there is a key."""

    def __init__(self, use_cases: UseCases, key: SecretStr | None) -> None:
        self._use_cases = use_cases
        self._seal = Seal(key) if key else None
        self._organisations: dict[str, str] = {}

    async def owner(self, tenant: str) -> str:
        """Whose installation serves a workspace: its own, or else its organisation's."""
        if await self._use_cases.noted(tenant, NOTE):
            return tenant
        if not self._organisations.get(tenant):  # another process may hear of it later
            self._organisations[tenant] = await self._use_cases.noted(tenant, _ORGANISATION)
        return self._organisations[tenant] or tenant

    async def belongs(self, tenant: str, organisation: str) -> None:
        """Note that a workspace is of an organisation that has installed the app: the scheduler is not told."""
        if organisation != tenant and self._organisations.get(tenant) != organisation:
            await self._use_cases.note(tenant, _ORGANISATION, organisation)
            self._organisations[tenant] = organisation

    async def read(self, owner: str) -> Installation | None:
        """What somebody has installed; None where they have not, or it cannot be read."""
        text = await self._use_cases.noted(owner, NOTE)
        if not text:
            return None
        try:
            plain = self._seal.open(text) if self._seal else text
            installation = Installation.model_validate_json(plain)
        except (SettingsError, ValidationError):
            LOG.error("the installation of %s cannot be read: is DATELINE_SECRET_KEY the one it was kept with?", owner)
            return None
        if self._seal and not self._seal.is_fresh(text):
            await self.keep(owner, installation)  # it was kept before there was a key, or under an older one
        return installation

    async def keep(self, owner: str, installation: Installation) -> None:
        """Keep what somebody has installed."""
        text = installation.model_dump_json()
        await self._use_cases.note(owner, NOTE, self._seal.close(text) if self._seal else text)

    async def forget(self, owner: str) -> None:
        """Forget the token of somebody who has removed the app."""
        await self._use_cases.note(owner, NOTE, "")
        LOG.info("the app was removed from %s", owner)


def owner_of(answer: Any) -> str:
    """Who has installed the app, by what Slack answers to a code or a refresh token."""
    if answer.get("is_enterprise_install"):
        return f"slack:{answer['enterprise']['id']}"
    return f"slack:{answer['team']['id']}"


def name_of(answer: Any) -> str:
    """What they are called."""
    part = answer.get("enterprise" if answer.get("is_enterprise_install") else "team") or {}
    return str(part.get("name") or "")
