"""Feeds, end to end: what an outlet publishes stands in the channels, and what it corrects is corrected there."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.running import Dateline, until
from tests.peers import discord_values as values
from tests.peers.discord import DiscordPeer
from tests.peers.feeds import FeedPeer, item, serve_feeds
from tests.peers.slack import SlackPeer
from tests.peers.slack_web import APP_TOKEN, BOT_TOKEN


@pytest.fixture
async def outlets() -> AsyncIterator[FeedPeer]:
    """A web server with one feed of one entry."""
    async with serve_feeds() as peer:
        peer.add("wire", item("river", 14))
        yield peer


async def test_a_feeds_correction_reaches_both_platforms(outlets: FeedPeer, tmp_path: Path) -> None:
    """From an empty folder: a feed is added, its claim is posted; the outlet says 12, and both messages say so."""
    async with DiscordPeer() as discord, SlackPeer() as slack:
        dateline = Dateline(
            tmp_path / "data",
            DATELINE_FETCH_ALLOW=outlets.host,
            DATELINE_DISCORD_TOKEN=values.TOKEN, DATELINE_DISCORD_API=discord.api,
            DATELINE_DISCORD_GATEWAY=discord.gateway_url,
            DATELINE_SLACK_BOT_TOKEN=BOT_TOKEN, DATELINE_SLACK_APP_TOKEN=APP_TOKEN, DATELINE_SLACK_API=slack.api,
        )  # fmt: skip
        code, out, problem = await dateline("feeds", "add", outlets.url("wire"), "--name", "Example Wire")
        assert (code, out) == (0, "1 added, 0 not\n"), problem
        for platform, workspace, channel in (("discord", values.GUILD, values.CHANNEL), ("slack", "T1", "C1")):
            place = ("--platform", platform, "--workspace", workspace, "--channel", channel)
            assert (await dateline("schedule", "add", *place, "--name", "daily"))[0] == 0

        async with dateline.running() as process:
            await until(lambda: outlets.outlets["wire"].requests, process)
            while "14 houses" not in (await dateline("claims", "Sudzha"))[1]:
                assert process.returncode is None
            for tenant in (f"discord:{values.GUILD}", "slack:T1"):
                await dateline.make_due(tenant)
            await until(lambda: discord.messages() and slack.messages, process)

            outlets.outlets["wire"].items = [item("river", 12)]
            assert (await dateline("feeds", "resume", "Example Wire"))[0] == 0
            await until(lambda: len(discord.messages()) > 1 and len(slack.messages) > 1, process)

        message, note = discord.messages()
        for embed in (message["embeds"][0]["description"], note["embeds"][0]["description"]):
            assert "~~" in embed
            assert "12 houses" in embed
            assert "14 houses" in embed
        for posted in slack.messages:
            assert "12 houses" in json.dumps(posted)
            assert "14 houses" in json.dumps(posted)


async def test_feeds_are_kept_on_the_command_line(outlets: FeedPeer, tmp_path: Path) -> None:
    """Added, tried, changed, exported, removed and imported again, with all that was set."""
    dateline = Dateline(tmp_path / "data", DATELINE_FETCH_ALLOW=outlets.host)
    url = outlets.url("wire")

    code, out, problem = await dateline("feeds", "test", url)
    assert code == 0, problem
    assert "River rises" in out
    code, out, problem = await dateline("feeds", "add", "http://127.0.0.1/feed", "https://wire.example:99/feed")
    assert (code, out) == (1, "0 added, 2 not\n")
    assert "no address of the public Internet" in problem
    settings = ("--name", "Example Wire", "--mode", "review", "--full-text", "--site", "wire.example", "--every", "5")
    assert (await dateline("feeds", "add", url, *settings))[0] == 0
    assert (await dateline("feeds", "add", url))[2] == f"{url} is watched already.\n"
    assert (await dateline("feeds", "set", "wire", "--language", "uk", "--silent-after", "0"))[0] == 0
    assert "is no language" in (await dateline("feeds", "set", "wire", "--language", "?"))[2]
    (tmp_path / "feeds.opml").write_text((await dateline("feeds", "export"))[1])
    first = json.loads((await dateline("feeds", "list", "--json"))[1])[0]
    assert (first["mode"], first["sites"], first["interval"]) == ("review", ["wire.example"], 5)
    assert (await dateline("feeds", "remove", "Example Wire"))[0] == 0
    assert (await dateline("feeds", "import", str(tmp_path / "feeds.opml")))[1] == "1 added, 0 not\n"
    again = json.loads((await dateline("feeds", "list", "--json"))[1])[0]
    changed = {name for name in first if first[name] != again[name]}
    assert changed <= {"added_at", "health"}


async def test_a_page_and_a_feed_are_added_by_address(outlets: FeedPeer, tmp_path: Path) -> None:
    """What somebody names is fetched, once; an archive is found, and is no news; what is closed is refused."""
    dateline = Dateline(tmp_path / "data", DATELINE_FETCH_ALLOW=outlets.host)
    outlets.pages["/wire/page"] = (
        "<html><head><title>Flood</title></head><body><article><p>The mayor of Kursk, Ola Brandt, said on Friday that "
        "40 houses were flooded in Kursk, and that the town would need pumps and boats for the lower streets before "
        "the night.</p><p>Nobody had been hurt, she said, and the trains were running again on all lines.</p>"
        "</article></body></html>"
    )
    page = f"http://{outlets.host}/wire/page"

    assert (await dateline("add", page, "--date", "2025-02-07", "--archive"))[1].startswith("1 added")
    assert (await dateline("add", outlets.url("wire")))[1].startswith("1 added")
    assert (await dateline("add", outlets.url("wire")))[1].startswith("0 added, 1 already held")
    assert "40 houses" in (await dateline("claims", "Kursk"))[1]
    code, _, problem = await dateline("add", "http://169.254.169.254/latest/", f"http://{outlets.host}/none/none")
    assert code == 1
    assert "no address of the public Internet" in problem
    assert "answered 404" in problem
