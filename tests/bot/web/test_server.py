"""What is seen from outside: whether the bot is alive and ready, and its figures."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families
from pydantic import SecretStr

from bot.errors import DeliveryError, DestinationError, RequestError, SettingsError, StoreError
from bot.models import Delivery, PlatformName
from bot.settings import Settings
from bot.store import open_store
from bot.store.store import SqlStore
from bot.web import Metrics, check_settings, serve
from tests import make
from tests.bot.keeping import Keeper
from tests.fakes import FakeUseCases

TOKEN = "let-me-see"


class Post:
    """A client that is connected or not, and posts or fails."""

    name: PlatformName = "discord"

    def __init__(self) -> None:
        self.connected = True
        self.failure: Exception | None = None

    def is_connected(self) -> bool:
        """As it is told."""
        return self.connected

    async def run(self) -> None:
        """Nothing to serve."""

    async def close(self) -> None:
        """Nothing is open."""

    async def post(self, delivery: Delivery) -> str:  # noqa: ARG002 - as the protocol has it
        """Fail, or not."""
        if self.failure:
            raise self.failure
        return "1"


class Watched:
    """A server with what it tells of, and a reader of it."""

    def __init__(self, base: str, store: SqlStore, client: Post, metrics: Metrics) -> None:
        self._base, self.store, self.client, self.metrics = base, store, client, metrics

    async def get(self, path: str, token: str | None = TOKEN) -> tuple[int, str]:
        """Status and body of a path."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        async with aiohttp.ClientSession() as session, session.get(self._base + path, headers=headers) as answer:
            return answer.status, await answer.text()

    async def figures(self) -> dict[str, float]:
        """All figures, as Prometheus would read them."""
        status, text = await self.get("/metrics")
        assert status == 200, text
        samples = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
        return {
            " ".join([sample.name, *(value for _, value in sorted(sample.labels.items()))]): sample.value
            for sample in samples
        }


@pytest.fixture
async def watched() -> AsyncIterator[Watched]:
    """A server on loopback, on an empty store in memory."""
    settings = Settings(web_port=0, web_token=SecretStr(TOKEN))
    store, client, metrics = await open_store("sqlite://"), Post(), Metrics(clock=lambda: make.NOW)
    async with serve(settings, metrics, store, {"discord": client}, Keeper(store)) as (host, port):
        yield Watched(f"http://{host}:{port}", store, client, metrics)
    await store.close()


async def test_a_bot_is_alive_while_its_loop_and_database_answer(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`/healthz` is 200 with the loop's lag, and 503 where the database fails."""
    status, body = await watched.get("/healthz", token=None)
    assert (status, '"database": "ok"' in body) == (200, True)

    async def broken(schedule_id: str) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(watched.store, "schedule", broken)
    status, body = await watched.get("/healthz")
    assert (status, "The disk is full" in body) == (503, True)


async def test_a_blocked_loop_is_seen(watched: Watched) -> None:
    """A loop that was blocked says by how long."""
    await asyncio.sleep(0.3)
    time.sleep(0.6)  # noqa: ASYNC251 - this is what must be seen

    assert 0.3 < (await watched.figures())["dateline_loop_lag_seconds"] < 30


async def test_a_bot_is_ready_while_it_is_connected(watched: Watched) -> None:
    """`/readyz` is 503 while a platform is not connected, and names it."""
    assert (await watched.get("/readyz", token=None))[0] == 200
    watched.client.connected = False

    status, body = await watched.get("/readyz")
    assert (status, '"discord": false' in body) == (503, True)
    assert (await watched.figures())["dateline_connected discord"] == 0


async def test_figures_are_for_those_with_the_token(watched: Watched) -> None:
    """Without the token, or with another, `/metrics` is 401; nothing else is there."""
    for token in (None, "wrong", f"{TOKEN}x", "é"):
        assert (await watched.get("/metrics", token=token))[0] == 401
    assert (await watched.get("/"))[0] == 404


async def test_what_waits_is_counted(watched: Watched) -> None:
    """The outbox by state with its oldest age, and schedules with what is overdue, are read when asked for."""
    await watched.store.add_schedule(make.schedule())
    late = make.delivery("late", not_before=make.NOW.replace(year=make.NOW.year - 1))
    assert await watched.store.queue_run(make.run(), [late, make.delivery("soon", part=1)], [], next_due=make.NOW)

    figures = await watched.figures()
    assert figures["dateline_outbox_messages pending"] == 2
    assert figures["dateline_outbox_messages dead"] == 0
    assert figures["dateline_outbox_oldest_seconds"] > 300 * 86400
    assert figures["dateline_schedules active"] == 1
    assert figures["dateline_schedule_overdue_seconds"] == 0
    assert figures["dateline_held articles"] == 0


async def test_posts_are_counted_by_outcome(watched: Watched) -> None:
    """Each attempt to post counts once, by how it ended, and passes its result or error on."""
    client = watched.metrics.watch_client(watched.client)
    failures: list[Exception | None] = [
        None, DeliveryError("busy"), DeliveryError("no", permanent=True), DestinationError("closed"),
    ]  # fmt: skip
    for failure in failures:
        watched.client.failure = failure
        if failure:
            with pytest.raises(DeliveryError):
                await client.post(make.delivery())
        else:
            assert await client.post(make.delivery()) == "1"

    figures = await watched.figures()
    outcomes = {outcome: figures[f"dateline_posts_total {outcome} discord"] for outcome in ("posted", "failed", "dead")}
    assert outcomes == {"posted": 1, "failed": 1, "dead": 1}
    assert figures["dateline_posts_total held discord"] == 1
    assert figures["dateline_delivery_seconds_count discord"] == 1


async def test_answers_are_timed(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command is timed, and one that is refused is told from one that fails."""
    fakes = FakeUseCases()
    use_cases: Any = watched.metrics.watch_use_cases(fakes)
    assert await use_cases.suggest("kur") == await fakes.suggest("kur")

    for error, kind in ((RequestError("no"), "refused"), (ZeroDivisionError(), "failed")):

        async def failing(claim_id: str, error: Exception = error) -> None:
            raise error

        monkeypatch.setattr(fakes, "source", failing)
        with pytest.raises(type(error)):
            await use_cases.source("x")
        assert (await watched.figures())[f"dateline_command_errors_total source {kind}"] == 1
    figures = await watched.figures()
    assert figures["dateline_command_seconds_count suggest"] == 1
    assert figures["dateline_command_seconds_count source"] == 2


def test_figures_are_not_shown_to_a_network_unasked() -> None:
    """An address that others can reach needs a token; loopback needs none."""
    for host in ("0.0.0.0", "::", "192.0.2.7", "bot.example"):  # noqa: S104 - it is refused
        with pytest.raises(SettingsError, match="DATELINE_WEB_TOKEN"):
            check_settings(Settings(web_port=1, web_host=host))
        check_settings(Settings(web_port=1, web_host=host, web_token=SecretStr("x")))
        check_settings(Settings(web_host=host))
    for host in ("127.0.0.1", "::1", "localhost"):
        check_settings(Settings(web_port=1, web_host=host))


async def test_a_taken_port_is_named() -> None:
    """A port that another program has is one error that names the setting."""
    store, metrics = await open_store("sqlite://"), Metrics(clock=lambda: make.NOW)
    async with serve(Settings(web_port=0), metrics, store, {}, Keeper(store)) as (_, port):
        with pytest.raises(SettingsError, match=f"DATELINE_WEB_PORT: 127.0.0.1:{port}"):
            async with serve(Settings(web_port=port), metrics, store, {}, Keeper(store)):
                pass
    await store.close()
