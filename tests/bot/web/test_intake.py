"""Articles over HTTP: taken once, each told, and refused with the reason."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from pydantic import SecretStr

from bot.errors import SettingsError, StoreError
from bot.settings import Settings
from bot.store import open_store
from bot.web import Metrics, check_settings, serve
from bot.web.intake import MOST_BYTES, MOST_RECORDS
from tests import make
from tests.bot.keeping import Keeper

TOKEN = "take-these"
RECORD = {"publisher": "Example Wire", "id": "a", "body": "The mayor said 14 houses fell."}


class Desk:
    """Somebody who sends records."""

    def __init__(self, base: str, keeper: Keeper) -> None:
        self._base, self.keeper = base, keeper

    async def send(
        self, body: bytes | str, token: str | None = TOKEN, query: str = "", **headers: str
    ) -> tuple[int, dict[str, Any]]:
        """Status and answer to a body."""
        content = body.encode() if isinstance(body, str) else body
        told = {name.replace("_", "-"): text for name, text in headers.items()}
        told |= {"Authorization": f"Bearer {token}"} if token else {}
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"{self._base}/records{query}", data=io.BytesIO(content), headers=told) as answer,
        ):
            is_json = answer.content_type == "application/json"
            return answer.status, await answer.json() if is_json else {"error": await answer.text()}


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    """A server that takes records, on an empty store in memory."""
    settings = Settings(web_port=0, intake_token=SecretStr(TOKEN))
    store = await open_store("sqlite://")
    keeper = Keeper(store)
    async with serve(settings, Metrics(clock=lambda: make.NOW), store, {}, keeper) as (host, port):
        yield Desk(f"http://{host}:{port}", keeper)
    await store.close()


async def test_a_record_is_taken_once(desk: Desk) -> None:
    """202 with its id; the same again is held already, and another text is a new version."""
    assert await desk.send(json.dumps(RECORD)) == (202, {"added": ["a"], "already_held": [], "refused": []})
    assert (await desk.send(json.dumps(RECORD)))[1]["already_held"] == ["a"]
    assert (await desk.send(json.dumps(RECORD | {"body": "She said 12 houses fell."})))[1]["added"] == ["a"]
    assert [article.version for article in desk.keeper.added] == [1, 2]


async def test_a_text_is_taken_with_what_is_said_of_it(desk: Desk) -> None:
    """The address's options stand in for what a text does not say."""
    status, answer = await desk.send(
        "Twelve houses fell, the mayor said.", query="?publisher=Wire&date=2025-02-07", Content_Type="text/plain"
    )

    assert (status, len(answer["added"])) == (202, 1)
    assert desk.keeper.added[0].publisher.name == "Wire"


async def test_each_bad_record_is_told(desk: Desk) -> None:
    """The sound ones go in; where none is sound, the whole is refused."""
    lines = [json.dumps(RECORD), json.dumps({"publisher": "Example Wire", "body": " "}), "{"]
    status, answer = await desk.send("\n".join(lines), Content_Type="application/x-ndjson")
    assert (status, answer["added"], [row["line"] for row in answer["refused"]]) == (202, ["a"], [2, 3])
    assert answer["refused"][0]["reason"] == "is empty"

    status, answer = await desk.send(json.dumps({"body": "x"}))
    assert (status, answer["refused"][0]["field"]) == (422, "publisher")


@pytest.mark.parametrize("token", [None, "", "take-these-not", "Täke"])
async def test_who_has_no_token_is_refused(desk: Desk, token: str | None) -> None:
    """401, and nothing is read."""
    assert (await desk.send(json.dumps(RECORD), token))[0] == 401
    assert desk.keeper.added == []


async def test_too_much_is_refused(desk: Desk) -> None:
    """Neither an empty body, nor a huge one, packed or not, nor too many records are taken."""
    assert (await desk.send("  "))[0] == 400
    assert (await desk.send(b" " * (MOST_BYTES + 1)))[0] == 413
    assert (await desk.send(gzip.compress(b" " * (4 * MOST_BYTES)), Content_Encoding="gzip"))[0] == 413
    many = "\n".join(json.dumps(RECORD | {"id": f"a{n}"}) for n in range(MOST_RECORDS + 1))
    assert (await desk.send(many))[0] == 413
    assert desk.keeper.added == []


async def test_a_database_that_fails_is_not_the_senders_fault(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """503: the same again later."""

    async def broken(_: object) -> bool:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(desk.keeper, "add_article", broken)
    assert await desk.send(json.dumps(RECORD)) == (503, {"error": "The disk is full."})


async def test_without_a_token_there_is_no_such_path() -> None:
    """Nobody can send anything where that is not switched on; a token without a port is a mistake."""
    store = await open_store("sqlite://")
    metrics = Metrics(clock=lambda: make.NOW)
    async with (
        serve(Settings(web_port=0), metrics, store, {}, Keeper(store)) as (host, port),
        aiohttp.ClientSession() as session,
        session.post(f"http://{host}:{port}/records") as answer,
    ):
        assert answer.status == 404
    await store.close()
    with pytest.raises(SettingsError, match="DATELINE_WEB_PORT"):
        check_settings(Settings(intake_token=SecretStr(TOKEN)))
