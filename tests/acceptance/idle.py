"""`python -m tests.acceptance.idle SECONDS`: a bot with nothing to do, connected to loopback peers."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from tests.acceptance.running import NewDateline, until
from tests.peers import discord_values as values
from tests.peers.discord import DiscordPeer
from tests.peers.slack import SlackPeer
from tests.peers.slack_web import APP_TOKEN, BOT_TOKEN


async def idle(data: Path, seconds: float) -> None:
    """Run a bot until it has been connected for some seconds."""
    async with DiscordPeer() as discord, SlackPeer() as slack:
        dateline = NewDateline(
            data,
            DATELINE_DISCORD_TOKEN=values.TOKEN,
            DATELINE_DISCORD_API=discord.api,
            DATELINE_DISCORD_GATEWAY=discord.gateway_url,
            DATELINE_SLACK_BOT_TOKEN=BOT_TOKEN,
            DATELINE_SLACK_APP_TOKEN=APP_TOKEN,
            DATELINE_SLACK_API=slack.api,
        )
        async with dateline.running() as process:
            await until(lambda: discord.commands and slack.sockets, process)
            await asyncio.sleep(seconds)
            assert process.returncode is None, "dateline ended"


if __name__ == "__main__":
    asyncio.run(idle(Path(os.environ["DATELINE_DATA"]), float(sys.argv[1])))
