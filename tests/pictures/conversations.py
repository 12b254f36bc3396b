"""What each command answers on both platforms: the real clients over the samples, on the loopback peers."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from pydantic import SecretStr

from bot.delivery.worker import DeliveryWorker
from bot.models import Destination, ScheduleDraft
from bot.platforms.discord.client import DiscordClient
from bot.platforms.slack.client import SlackClient
from bot.platforms.wording import FOLLOW_STORY
from bot.protocols import Store
from bot.service.service import Service
from tests.bot.platforms.discord.running import running
from tests.peers import discord_values as values
from tests.peers.discord import DiscordPeer
from tests.peers.discord_exchange import Exchange
from tests.peers.slack import SlackPeer
from tests.peers.slack_web import APP_TOKEN, BOT_TOKEN

Payloads = list[dict[str, Any]]
PLACES = {
    "discord": Destination(platform="discord", tenant=f"discord:{values.GUILD}", channel=values.CHANNEL),
    "slack": Destination(platform="slack", tenant="slack:T1", channel="C1"),
}
_ADMIN = "UADMIN"
_QUIET = 0.4  #: seconds after which nothing more is answered
_TIP = "Two bridges near Kursk were closed on Friday, the regional governor said."
#: The commands as they are asked on Discord, and as they are typed on Slack, by the names of their pictures.
COMMANDS: dict[str, tuple[str, dict[str, Any], str]] = {
    "claims": ("claims", {"about": "Kursk", "show": 5}, "/claims kursk show:5"),
    "claims-none": (
        "claims",
        {"about": "Kursk", "since": "24h", "kind": "forecast"},
        "/claims kursk since:24h kind:forecast",
    ),
    "compare": ("compare", {"about": "Kursk"}, "/compare kursk"),
    "figures": ("figures", {"about": "Kursk", "measure": "lost"}, "/figures kursk measure:lost"),
    "follow": (
        "follow add",
        {"about": "Kursk", "at": "07:30", "zone": "Europe/Kyiv"},
        "/follow kursk at:07:30 zone:Europe/Kyiv",
    ),
    "follow-list": ("follow list", {}, "/follow list"),
    "digest-schedule": (
        "digest schedule",
        {"at": "8am weekdays", "about": "Kursk", "max": 4},
        "/digest schedule at:08:00 days:weekdays about:kursk max:4",
    ),
    "digest-preview": ("digest preview", {"about": "Kursk", "max": 3}, "/digest preview kursk max:3"),
    "digest-edit": ("digest edit", {"name": "morning", "at": "09:00"}, "/digest edit morning at:09:00"),
    "digest-show": ("digest show", {"name": "morning"}, "/digest show morning"),
    "digest-list": ("digest list", {}, "/digest list"),
    "desk-queue": ("desk queue", {}, "/desk queue"),
    "help": ("dateline help", {}, "/dateline help"),
}


class Conversation(NamedTuple):
    """What is asked, as it is typed on each platform, and the messages that answer it."""

    typed: Mapping[str, str]
    payloads: Mapping[str, Payloads]


async def conversations(store: Store, services: Mapping[str, Service], now: datetime) -> dict[str, Conversation]:
    """The answers to all commands, by the names of their pictures; services: by platform, each with a desk there."""
    async with (
        _discord(services["discord"]) as (discord, discord_client),
        _slack(services["slack"]) as (slack, slack_client),
    ):
        for platform, place in PLACES.items():
            draft = ScheduleDraft(destination=place, name="morning", zone="Europe/Kyiv", first="30d", max_lines=8)
            await services[platform].add_schedule(draft)
            await services[platform].send_now(place.tenant, "morning")
        await DeliveryWorker(store, {"discord": discord_client, "slack": slack_client}).deliver_due(now)
        await discord.slash("desk add", {"what": _TIP, "publisher": "Example Courier"})
        await _typed(slack, f'/desk add publisher:"Example Courier" {_TIP}')
        talks = {"digest": Conversation({}, {"discord": discord.messages()[-1:], "slack": slack.messages[-1:]})}
        talks |= {name: await _answered(discord, slack, command) for name, command in COMMANDS.items()}
        talks |= await _further(discord, slack)
        assert discord.violations == slack.violations == []
        return talks


async def _answered(discord: DiscordPeer, slack: SlackPeer, command: tuple[str, dict[str, Any], str]) -> Conversation:
    name, options, line = command
    typed = " ".join([f"/{name}", *(f"{option}:{value}" for option, value in options.items())])
    exchange = await discord.slash(name, options)
    payloads = {"slack": await _typed(slack, line), "discord": _shown(exchange)}
    return Conversation({"discord": typed, "slack": line}, payloads)


async def _further(discord: DiscordPeer, slack: SlackPeer) -> dict[str, Conversation]:
    """What the buttons under a digest answer, the passage of its first line, and Slack's forms."""
    under, elements = _by_label(discord.messages()[-1]), _by_action(slack.messages[-1])
    talks = {}
    for name in ("sources", "more", "legend"):
        exchange = await discord.press(under[name.capitalize()])
        reply = await slack.press(elements[f"digest.{name}"], user=_ADMIN)
        payloads = {"discord": _shown(exchange), "slack": [reply.payload]}
        talks[name] = Conversation(dict.fromkeys(PLACES, f"{name.capitalize()} is pressed"), payloads)
    number = next(part for row in discord.messages()[-1]["components"] for part in row["components"] if _is_story(part))
    exchange = await discord.press(number["custom_id"], number["options"][0]["value"])
    select = elements["digest.follow"]
    reply = await slack.press(select | {"selected_option": select["options"][0]}, user=_ADMIN)
    payloads = {"discord": _shown(exchange), "slack": [reply.payload]}
    talks["follow-story"] = Conversation(dict.fromkeys(PLACES, "A story is chosen"), payloads)
    passages = talks["sources"].payloads
    [row] = passages["discord"][-1]["components"]
    select = row["components"][0]
    exchange = await discord.press(select["custom_id"], select["options"][0]["value"])
    button = next(block["accessory"] for block in passages["slack"][0]["blocks"] if "accessory" in block)
    reply = await slack.press(button, user=_ADMIN)
    claim_id = select["options"][0]["value"]
    typed = dict.fromkeys(PLACES, f"/source {claim_id}")
    talks["source"] = Conversation(typed, {"discord": _shown(exchange), "slack": [reply.payload]})
    for name, line in (("form-claims", "/claims"), ("form-schedule", "/digest schedule")):
        await slack.deliver(slack.command(line.split()[0], " ".join(line.split()[1:]), user=_ADMIN), "slash_commands")
        talks[name] = Conversation({"slack": line}, {"slack": [await slack.opened()]})
    await slack.deliver(slack.event("app_home_opened", user=_ADMIN, tab="home"), "events_api")
    talks["home"] = Conversation({"slack": "Home"}, {"slack": [await slack.opened()]})
    return talks


async def _typed(slack: SlackPeer, line: str) -> Payloads:
    """All that is answered to a line, by an admin."""
    name, _, text = line.partition(" ")
    payload = slack.command(name, text, user=_ADMIN)
    replies = [(await slack.answer(payload)).payload]
    with contextlib.suppress(TimeoutError):
        while True:
            replies.append((await slack.reply(payload, _QUIET)).payload)
    return replies


def _shown(exchange: Exchange) -> Payloads:
    """All messages that answer, by now; a file is told of in the response alone."""
    files = exchange.callback.get("data", {}).get("attachments", [])
    original = [{**exchange.original, "attachments": files}] if exchange.original else []
    return [*original, *exchange.followups]


def _is_story(part: dict[str, Any]) -> bool:
    return part.get("placeholder") == FOLLOW_STORY


def _by_label(message: dict[str, Any]) -> dict[str, str]:
    parts = [part for row in message["components"] for part in row["components"]]
    return {part["label"]: part["custom_id"] for part in parts if "label" in part}


def _by_action(message: dict[str, Any]) -> dict[str, dict[str, Any]]:
    parts = [part for block in message["blocks"] for part in block.get("elements", ())]
    return {part["action_id"]: part for part in parts if "action_id" in part}


@contextlib.asynccontextmanager
async def _discord(service: Service) -> AsyncIterator[tuple[DiscordPeer, DiscordClient]]:
    async with DiscordPeer() as peer:
        client = DiscordClient(SecretStr(values.TOKEN), service, api=peer.api, gateway=peer.gateway_url)
        async with running(client):
            await peer.gateway.ready(identified=1)
            yield peer, client


@contextlib.asynccontextmanager
async def _slack(service: Service) -> AsyncIterator[tuple[SlackPeer, SlackClient]]:
    async with SlackPeer() as peer:
        client = SlackClient(
            SecretStr(BOT_TOKEN), service, api=peer.api, app_token=SecretStr(APP_TOKEN), admins=frozenset({_ADMIN})
        )
        task = asyncio.create_task(client.run())
        await asyncio.wait_for(client.ready.wait(), 10)
        yield peer, client
        await client.close()
        await task
