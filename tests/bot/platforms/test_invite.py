"""What brings the bot into a server or a workspace asks for what it needs and no more."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from pydantic import SecretStr

from bot.errors import RequestError
from bot.platforms.discord.invite import invitation, invite_link
from bot.platforms.slack.invite import invitation as slack_invitation
from bot.platforms.slack.invite import manifest
from bot.settings import Settings
from tests.peers import discord_values as values
from tests.peers.discord import DiscordPeer


async def test_discord_names_the_application_and_the_least_rights() -> None:
    """The link is of the token's own application, with View, Send, Embed, History and Send in Threads alone."""
    async with DiscordPeer() as peer:
        settings = Settings(discord_token=SecretStr(values.TOKEN), discord_api=peer.api)
        [link] = await invitation(settings)
        with pytest.raises(RequestError, match="refuses DATELINE_DISCORD_TOKEN"):
            await invitation(Settings(discord_token=SecretStr("x"), discord_api=peer.api))
    query = {name: value for name, [value] in parse_qs(urlsplit(link).query).items()}
    bits = [bit for bit in range(64) if int(query["permissions"]) >> bit & 1]

    assert link == invite_link(values.application()["id"])
    assert query["scope"].split() == ["bot", "applications.commands"]
    assert bits == [10, 11, 14, 16, 38]


def test_slacks_manifest_is_whole_in_both_modes() -> None:
    """The link carries the manifest; over HTTP every command and interactivity has the bot's address, and no socket."""
    socket, http = yaml.safe_load(manifest()), yaml.safe_load(manifest("https://bot.example/"))
    address = "https://bot.example/slack/events"
    link, _, text = slack_invitation(Settings())

    assert parse_qs(urlsplit(link).query)["manifest_yaml"] == [text]
    assert (socket["settings"]["socket_mode_enabled"], http["settings"]["socket_mode_enabled"]) == (True, False)
    assert {command["url"] for command in http["features"]["slash_commands"]} == {address}
    assert http["settings"]["interactivity"] == {
        "is_enabled": True,
        "request_url": address,
        "message_menu_options_url": address,
    }
    for command in http["features"]["slash_commands"]:
        del command["url"]
    assert http["features"] == socket["features"]
