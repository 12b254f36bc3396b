"""Answering where somebody asked: through the response URL, or into the channel where there is none."""

from __future__ import annotations

from collections.abc import Sequence

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.platforms.slack import views
from bot.platforms.slack.log import LOG
from bot.platforms.slack.render import Message
from bot.platforms.slack.requests import Interaction

UNREACHABLE = (SlackApiError, aiohttp.ClientError, OSError)


async def reply(
    web: AsyncWebClient, interaction: Interaction, message: Message, *, replace: bool = False, public: bool = False
) -> None:
    """Give one message, to the asker alone or to the channel; what cannot be given is logged."""
    payload = message.payload()
    try:
        if interaction.response_url is None:
            # what was begun in the Home or by a shortcut has no channel: it is answered by direct message
            is_seen = public or not interaction.channel
            method = "chat.postMessage" if is_seen else "chat.postEphemeral"
            asker = {} if is_seen else {"user": interaction.user}
            await web.api_call(method, json={"channel": interaction.channel or interaction.user, **asker, **payload})
            return
        kind = "in_channel" if public else "ephemeral"
        hook = AsyncWebhookClient(interaction.response_url, proxy=web.proxy, logger=LOG, retry_handlers=[])
        answer = await hook.send_dict({**payload, "response_type": kind, "replace_original": replace})
        if answer.status_code != 200:
            LOG.warning("Slack did not take an answer: %s", answer.status_code)
    except UNREACHABLE as error:
        LOG.warning("an answer could not be given: %s", type(error).__name__)


async def open_form(web: AsyncWebClient, interaction: Interaction, view: View, otherwise: str) -> Sequence[Message]:
    """Open a form; where Slack does not, say something else."""
    try:
        await web.views_open(trigger_id=interaction.trigger_id or "", view=view)
    except UNREACHABLE as error:
        LOG.warning("the form could not be opened: %s", type(error).__name__)
        return [views.notice(otherwise)]
    return []
