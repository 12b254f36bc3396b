"""Slack: slash commands and digests over Socket Mode or signed HTTP requests."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bot.errors import SettingsError
from bot.platforms.platform import Platform
from bot.protocols import Client, UseCases

if TYPE_CHECKING:
    from bot.platforms.checks import Check
    from bot.settings import Settings
    from digests.models import Digest


def _build(settings: Settings, use_cases: UseCases, clock: Callable[[], datetime]) -> Client:
    from bot.platforms.slack.client import SlackClient  # noqa: PLC0415 - costs a second
    from bot.platforms.slack.workspaces.tokens import Application  # noqa: PLC0415 - as above

    application = None
    if settings.slack_client_id and settings.slack_client_secret:
        application = Application(client_id=settings.slack_client_id, client_secret=settings.slack_client_secret)
    if settings.slack_bot_token is None and application is None:
        raise SettingsError("DATELINE_SLACK_BOT_TOKEN is not set.")
    if application and settings.slack_signing_secret is None:
        raise SettingsError("DATELINE_SLACK_CLIENT_ID needs DATELINE_SLACK_SIGNING_SECRET: installing takes HTTP.")
    return SlackClient(
        settings.slack_bot_token,
        use_cases,
        application=application,
        public=settings.slack_public,
        secret_key=settings.secret_key,
        clock=clock,
        app_token=None if application else settings.slack_app_token,
        signing_secret=settings.slack_signing_secret,
        api=settings.slack_api,
        http_host=settings.slack_http_host,
        http_port=settings.slack_http_port,
        admins=settings.slack_admins,
        desk=settings.desk,
    )


def _split(digest: Digest) -> list[Digest]:
    from bot.platforms.slack.render import split  # noqa: PLC0415 - costs a second

    return split(digest)


def _preview(digest: Digest) -> list[object]:
    from bot.platforms.slack.render import digest_message, split  # noqa: PLC0415 - costs a second

    return [digest_message(part).payload() for part in split(digest)]


async def _diagnose(settings: Settings, channels: Sequence[str]) -> list[Check]:
    from bot.platforms.slack.diagnose import diagnose  # noqa: PLC0415 - for one command alone

    return await diagnose(settings, channels)


async def _invite(settings: Settings) -> list[str]:
    from bot.platforms.slack.invite import invitation  # noqa: PLC0415 - for one command alone

    return invitation(settings)


SLACK = Platform(
    name="slack",
    setting="DATELINE_SLACK_BOT_TOKEN with DATELINE_SLACK_APP_TOKEN (or DATELINE_SLACK_SIGNING_SECRET)",
    channel=re.compile(r"[CDG][A-Z0-9]{1,20}"),
    channel_example="C0123ABCD, from the end of its details",
    is_configured=lambda settings: settings.slack_bot_token is not None or bool(settings.slack_client_id),
    build=_build,
    split=_split,
    preview=_preview,
    invite=_invite,
    diagnose=_diagnose,
)
