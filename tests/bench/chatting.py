"""A process that answers chat from a filled store while articles are read in: `python -m tests.bench.chatting URL`.

Both platforms' real clients on their loopback peers, in one process with the peers: what is measured is from the moment
that a peer sends an interaction until it has the answer. The questions come as JSON, by their kind; it writes a JSON
line a figure for `tests/bench/commands.py`.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import json
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from itertools import count
from typing import Any, NamedTuple

from pydantic import SecretStr

from bot.extraction import Extractor
from bot.knowledge.load import build_knowledge
from bot.logs import set_up_logs
from bot.platforms.discord.client import DiscordClient
from bot.platforms.slack.client import SlackClient
from bot.service.service import Service
from bot.settings import Settings
from bot.store import SqlStore, open_store
from tests.bench.answering import Figure
from tests.bench.result import most_memory, percentile
from tests.bench.texts import articles
from tests.bot.platforms.grid import unbounded
from tests.peers import discord_values
from tests.peers.discord import DiscordPeer
from tests.peers.slack import SlackPeer
from tests.peers.slack_web import APP_TOKEN, BOT_TOKEN

_NOW = datetime(2025, 2, 8, tzinfo=UTC)
_QUESTIONS = 100  #: of each kind
_AT_ONCE = 50
_EVERY = 1.0  #: seconds between two articles that are read in


class Chat(NamedTuple):
    """Both platforms, with the bot connected to each."""

    discord: DiscordPeer
    slack: SlackPeer


Ask = Callable[[Chat, str], Awaitable[Awaitable[object] | None]]  #: gives what is to be waited for afterwards


async def main(url: str, requests_by_kind: dict[str, list[str]]) -> None:
    """Open the store, connect to both peers, ask, and write what that took."""
    set_up_logs("ERROR", ())
    store = await open_store(url)
    try:
        knowledge = build_knowledge(Settings())
        service = Service(store, Extractor(knowledge), knowledge, clock=lambda: _NOW)
        await service.note("discord", f"commands of {discord_values.BOT}", "")  # this peer has not heard of them
        gc.freeze()  # as the bot does once everything is loaded
        async with _connected(service) as chat:
            async for figure in _measure(chat, service, store, requests_by_kind):
                print(json.dumps(figure), flush=True)  # noqa: T201 - read by the benchmark
    finally:
        await store.close()


@contextlib.asynccontextmanager
async def _connected(service: Service) -> AsyncIterator[Chat]:
    async with DiscordPeer() as discord, SlackPeer() as slack:
        clients: list[Any] = [
            DiscordClient(
                SecretStr(discord_values.TOKEN), service, api=discord.api, gateway=discord.gateway_url
            ),
            SlackClient(SecretStr(BOT_TOKEN), service, app_token=SecretStr(APP_TOKEN), api=slack.api),
        ]  # fmt: skip
        clients[0]._replier._allowance = clients[1]._commands._allowance = unbounded()
        clients[0]._replier._typing = clients[1]._commands._typing = unbounded()
        tasks = [asyncio.create_task(client.run()) for client in clients]
        try:
            await discord.gateway.ready(identified=1)
            await slack.connected()
            yield Chat(discord, slack)
        finally:
            for client in clients:
                await client.close()
            await asyncio.gather(*tasks, return_exceptions=True)


async def _measure(
    chat: Chat, service: Service, store: SqlStore, requests_by_kind: dict[str, list[str]]
) -> AsyncIterator[Figure]:
    """Each kind of question alone, then while articles come in; then many at once, and what that cost in memory."""
    await service.add_article(articles(1, 100)[0])  # the tagger is loaded
    questions = {name: requests[:_QUESTIONS] for name, requests in requests_by_kind.items()}
    async for figure in _ask_all("alone", chat, questions):
        yield figure
    before = (await store.counts())["articles"]
    reading = asyncio.create_task(_read_in(service))
    async for figure in _ask_all("while reading", chat, questions):
        yield figure
    begin = time.perf_counter()
    await asyncio.gather(*(_ask_discord(chat, request) for request in requests_by_kind["place"][:_AT_ONCE]))
    yield f"chat.{_AT_ONCE}_at_once, while reading", (time.perf_counter() - begin) * 1_000, "ms"
    reading.cancel()
    yield "chat.articles read meanwhile", (await store.counts())["articles"] - before, ""
    yield "chat.memory", most_memory(), "MB at most, with the peers"


async def _ask_all(when: str, chat: Chat, questions: dict[str, list[str]]) -> AsyncIterator[Figure]:
    """Both platforms' answers to each kind of question, what is offered while typing, and Slack's acknowledgement."""
    typed = [request[:length] for request in questions["words"] for length in (1, 3)]
    rows: list[tuple[str, Ask, list[str]]] = [("slack.ack", _acknowledge, questions["place"])]
    pairs: list[tuple[str, Ask, Ask]] = [
        ("discord", _ask_discord, _type_discord),
        ("slack", _ask_slack, _type_slack),
    ]
    for platform, ask, suggest in pairs:
        rows += [(f"{platform}.{kind}", ask, requests) for kind, requests in questions.items()]
        rows.append((f"{platform}.suggest", suggest, typed))
    for name, ask, requests in rows:
        taken, used = await _times(ask, chat, requests)
        for percent in (50, 99):
            yield f"chat.{name}.p{percent}, {when}", percentile(taken, percent), "ms"
            if when == "alone":  # else it is the reading's too
                yield f"chat.{name}.cpu.p{percent}", percentile(used, percent), "ms of processor, with the peer's"


async def _times(ask: Ask, chat: Chat, requests: list[str]) -> tuple[list[float], list[float]]:
    """How long each takes by the clock and by the processor, both sorted."""
    taken: list[float] = []
    used: list[float] = []
    for request in requests:
        begin, worked = time.perf_counter(), time.process_time()
        rest = await ask(chat, request)
        taken.append((time.perf_counter() - begin) * 1_000)
        used.append((time.process_time() - worked) * 1_000)
        if rest is not None:
            await rest
        await asyncio.sleep(0.002)
    return sorted(taken), sorted(used)


async def _read_in(service: Service) -> None:
    """An article a second, as two thousand feeds bring them."""
    for batch in count():
        for article in articles(20, 400):
            await service.add_article(article.model_copy(update={"id": f"{article.id}-{batch}", "url": None}))
            await asyncio.sleep(_EVERY)


async def _ask_discord(chat: Chat, request: str) -> None:
    exchange = await chat.discord.slash("claims", {"about": request})
    assert exchange.text


async def _ask_slack(chat: Chat, request: str) -> None:
    assert (await chat.slack.slash("/claims", request)).payload


async def _type_discord(chat: Chat, typed: str) -> None:
    await chat.discord.autocomplete("claims", "about", typed)


async def _type_slack(chat: Chat, typed: str) -> None:
    await chat.slack.suggest(typed)


async def _acknowledge(chat: Chat, request: str) -> Awaitable[object]:
    command = chat.slack.command("/claims", request)
    await chat.slack.deliver(command, "slash_commands")
    return chat.slack.reply(command)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], json.load(sys.stdin)))
