"""Whether Discord takes the token, and lets the bot post where digests are scheduled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import aiohttp

from bot.platforms.checks import Asker, Check, clock_checks, unreachable
from bot.settings import Settings

API: Final = "https://discord.com/api/v10"
_ADMINISTRATOR: Final = 1 << 3
_FEW_CONNECTIONS: Final = 20  #: of the thousand that Discord grants a day
RIGHTS: Final = {
    1 << 10: "View Channel",
    1 << 11: "Send Messages",
    1 << 14: "Embed Links",
    1 << 16: "Read Message History",
}


async def diagnose(settings: Settings, channels: Sequence[str]) -> list[Check]:
    """Check token, clock and the rights in some channels."""
    token = settings.discord_token.get_secret_value() if settings.discord_token else ""
    try:
        async with Asker(settings.discord_api or API, f"Bot {token}") as asker:
            reply = await asker.ask("users/@me")
            if reply.status != 200 or not isinstance(reply.body, dict):
                cure = "Copy it again from the developer portal (Bot > Reset Token) into DATELINE_DISCORD_TOKEN."
                return [Check("discord token", "fails", f"refused (HTTP {reply.status})", cure)]
            account = str(reply.body.get("id"))
            checks = [Check("discord token", "ok", f"taken as {reply.body.get('username')}")]
            checks += clock_checks("discord", reply)
            checks.append(await _gateway(asker))
            return [*checks, *[await _channel(asker, channel, account) for channel in channels]]
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        return [unreachable("discord", error)]


async def _gateway(asker: Asker) -> Check:
    """Whether the bot may connect; it asks for servers alone, which no switch of the portal forbids."""
    name = "discord gateway"
    reply = await asker.ask("gateway/bot")
    limit = reply.body.get("session_start_limit") if isinstance(reply.body, dict) else None
    if reply.status != 200 or not isinstance(limit, dict):
        return Check(name, "warns", f"cannot be looked at (HTTP {reply.status})", "See the log of dateline run.")
    count, hours = int(limit.get("remaining", 0)), int(limit.get("reset_after", 0)) / 3_600_000
    text = f"intents: servers alone, always granted; {count} of {limit.get('total')} connections left"
    if count < _FEW_CONNECTIONS:
        cure = f"Something connects again and again: see the log; the count begins anew in {hours:.1f} hours."
        return Check(name, "fails" if not count else "warns", text, cure)
    return Check(name, "ok", text)


async def _channel(asker: Asker, channel: str, account: str) -> Check:
    name = f"discord channel {channel}"
    reply = await asker.ask(f"channels/{channel}")
    if reply.status != 200:
        cure = "Invite the bot to the server, let it view the channel, or schedule the digest elsewhere."
        return Check(name, "fails", f"not visible to the bot (HTTP {reply.status})", cure)
    guild = reply.body.get("guild_id")
    server = await asker.ask(f"guilds/{guild}")
    member = await asker.ask(f"guilds/{guild}/members/{account}")
    if server.status != 200 or member.status != 200:
        return Check(name, "warns", "its rights cannot be read", "Try to post there with /digest now.")
    rights = rights_in(reply.body, server.body, {account, *member.body["roles"]})
    missing = [label for bit, label in RIGHTS.items() if not rights & bit]
    if missing:
        cure = "Grant it in Edit Channel > Permissions, to Dateline or its role."
        return Check(name, "fails", f"the bot lacks {', '.join(missing)} in #{reply.body.get('name')}", cure)
    return Check(name, "ok", f"the bot may post in #{reply.body.get('name')}")


def rights_in(channel: dict[str, Any], server: dict[str, Any], holders: set[str]) -> int:
    """The rights in a channel of a member and their roles, as Discord works them out."""
    everyone = server["id"]
    rights = 0
    for role in server["roles"]:
        if role["id"] in holders | {everyone}:
            rights |= int(role["permissions"])
    if rights & _ADMINISTRATOR:
        return ~0
    rules = channel.get("permission_overwrites", [])
    for group in (
        [rule for rule in rules if rule["id"] == everyone],
        [rule for rule in rules if rule["type"] == 0 and rule["id"] in holders],
        [rule for rule in rules if rule["type"] == 1 and rule["id"] in holders],
    ):
        for rule in group:
            rights &= ~int(rule["deny"])
        for rule in group:
            rights |= int(rule["allow"])
    return rights
