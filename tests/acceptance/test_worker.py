"""Heavy work apart: a replica takes articles, a worker reads them, and what they say stands in the channel."""

from __future__ import annotations

import json
from pathlib import Path

import psycopg
import pytest

from tests.acceptance.running import RECORD, Dateline, until
from tests.bot.conftest import new_postgres_url, postgres_server
from tests.peers import discord_values as values
from tests.peers.discord import DiscordPeer
from tests.peers.feeds import item, serve_feeds

__all__ = ["new_postgres_url", "postgres_server"]


@pytest.mark.timeout(180)
async def test_a_worker_reads_what_a_replica_takes(new_postgres_url: str, tmp_path: Path) -> None:
    """A feed that the worker looks at is read and posted by the replica, and a file of the replica's inbox read too.

    The replica reads none of them: before there is a worker, they wait.
    """
    async with DiscordPeer() as discord, serve_feeds() as outlets:
        outlets.add("wire", item("river", 14))
        (tmp_path / "inbox").mkdir()
        (tmp_path / "inbox" / "flood.json").write_text(RECORD)
        dateline = Dateline(
            tmp_path / "data",
            DATELINE_DATABASE=new_postgres_url, DATELINE_JOBS="workers", DATELINE_INBOX=str(tmp_path / "inbox"),
            DATELINE_FETCH_ALLOW=outlets.host, DATELINE_READERS="1",
            DATELINE_DISCORD_TOKEN=values.TOKEN, DATELINE_DISCORD_API=discord.api,
            DATELINE_DISCORD_GATEWAY=discord.gateway_url,
        )  # fmt: skip
        assert (await dateline("feeds", "add", outlets.url("wire"), "--name", "Example Wire"))[0] == 0
        place = ("--platform", "discord", "--workspace", values.GUILD, "--channel", values.CHANNEL)
        assert (await dateline("schedule", "add", *place, "--name", "daily"))[0] == 0

        async with dateline.running() as replica:
            await until((tmp_path / "inbox" / "done" / "flood.json").exists, replica)
            assert _count(new_postgres_url, "article") == 0
            assert not outlets.outlets["wire"].requests
            async with dateline.running("worker") as worker:
                await until(lambda: _count(new_postgres_url, "article") == 2, worker)
            await dateline.make_due(f"discord:{values.GUILD}")
            await until(discord.messages, replica)
    shown = json.dumps(discord.messages())
    assert "14 houses" in shown
    assert "40 houses" in shown
    assert _count(new_postgres_url, "procrastinate_jobs") == 0


def _count(url: str, table: str) -> int:
    with psycopg.connect(url) as connection:
        row = connection.execute(psycopg.sql.SQL("SELECT count(*) FROM {}").format(psycopg.sql.Identifier(table)))
        return int((row.fetchone() or (0,))[0])
