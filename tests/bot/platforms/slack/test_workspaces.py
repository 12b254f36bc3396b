"""Workspaces that install the app by themselves: each under its own token, renewed and forgotten in time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from pydantic import SecretStr

from bot.errors import DestinationError, SettingsError
from bot.platforms.slack.client import SlackClient
from bot.platforms.slack.diagnose import diagnose
from bot.platforms.slack.workspaces.sealing import Seal
from bot.platforms.slack.workspaces.tokens import Application
from bot.settings import Settings
from tests import make
from tests.bot.platforms.slack.clients import running
from tests.bot.telling import Clock
from tests.fakes import FakeUseCases
from tests.peers.slack import SlackPeer
from tests.peers.slack_web import SECRET

APPLICATION = Application(client_id="1.2", client_secret=SecretStr("client-secret"))


@pytest.fixture
def clock() -> Clock:
    """The time, as the client sees it."""
    return Clock()


@pytest.fixture
async def slack(use_cases: FakeUseCases, clock: Clock) -> AsyncIterator[SlackPeer]:
    """A Slack with a client that has no token of its own."""
    async with SlackPeer() as peer, running(client_of(peer, use_cases, clock), peer):
        yield peer
        assert peer.violations == []


def client_of(peer: SlackPeer, use_cases: FakeUseCases, clock: Clock, *, key: str = "") -> SlackClient:
    """A client that workspaces install by themselves; key: under which it keeps their tokens."""
    return SlackClient(
        None,
        use_cases,
        application=APPLICATION,
        signing_secret=SecretStr(SECRET),
        http_port=0,
        api=peer.api,
        clock=clock,
        secret_key=SecretStr(key) if key else None,
    )


async def visit(slack: SlackPeer, path: str, session: aiohttp.ClientSession) -> aiohttp.ClientResponse:
    """Open a page of the app as a browser does."""
    assert slack.http
    return await session.get(slack.http.replace("/slack/events", path), allow_redirects=False)


async def install(slack: SlackPeer, team: str) -> None:
    """Install the app in a workspace as an admin does."""
    slack.grants[f"code-{team}"] = team
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        sent = await visit(slack, "/slack/install", session)
        query = parse_qs(urlsplit(sent.headers["Location"]).query)
        assert {"commands", "chat:write"} <= set(query["scope"][0].split(","))
        back = await visit(slack, f"/slack/oauth_redirect?code=code-{team}&state={query['state'][0]}", session)
        named = "Organisation" if team.startswith("E") else "Team"
        assert (back.status, f"{named} {team}" in await back.text()) == (200, True)


async def test_each_workspace_is_spoken_to_under_its_own_token(slack: SlackPeer, use_cases: FakeUseCases) -> None:
    """Two workspaces install the app; what each asks for is looked up under its own token and tenant, also at once."""
    for team in ("T1", "T2"):
        await install(slack, team)
    slack.users["UADMIN"].pop("team_id", None)
    commands = [slack.command("/digest", "list", user="UADMIN", team_id=team) for team in ("T1", "T2") * 3]
    await asyncio.gather(*(slack.answer(command) for command in commands))
    teams = [bearer.split("-")[1] for method, bearer in slack.bearers if method == "users.info"]
    assert sorted(teams) == ["T1"] * 3 + ["T2"] * 3
    assert sorted(use_cases.asked("schedules")) == [("slack:T1",)] * 3 + [("slack:T2",)] * 3


async def test_digests_are_posted_under_the_workspaces_token(
    slack: SlackPeer, use_cases: FakeUseCases, clock: Clock
) -> None:
    """A scheduled digest finds its workspace's token by itself, and renews one that ends, once for many at a time."""
    await install(slack, "T2")
    client = client_of(slack, use_cases, clock)
    where = make.destination(platform="slack", tenant="slack:T2", channel="C1")
    deliveries = [make.delivery(f"d{n}", tenant="slack:T2", destination=where) for n in range(4)]
    await client.post(deliveries[0])
    clock.now += timedelta(hours=11)
    await asyncio.gather(*(client.post(delivery) for delivery in deliveries[1:]))
    bearers = [bearer for method, bearer in slack.bearers if method == "chat.postMessage"]
    assert len(bearers) == 4
    assert bearers[1] == bearers[2] == bearers[3] != bearers[0]
    assert [method for method, _ in slack.bearers].count("oauth.v2.access") == 2


@pytest.mark.parametrize("event", [("app_uninstalled", {}), ("tokens_revoked", {"tokens": {"bot": ["UBOT"]}})])
async def test_a_workspace_that_removes_the_app_is_forgotten(
    slack: SlackPeer, use_cases: FakeUseCases, clock: Clock, event: tuple[str, dict[str, Any]]
) -> None:
    """Its token is gone, and its digests are held with the cure; a user's own token that ends changes nothing."""
    await install(slack, "T1")
    await slack.deliver(slack.event("tokens_revoked", tokens={"oauth": ["U1"]}), "events_api")
    where = make.destination(platform="slack", tenant="slack:T1", channel="C1")
    client = client_of(slack, use_cases, clock)
    await client.post(make.delivery("d1", tenant="slack:T1", destination=where))
    gone = slack.event(event[0], **event[1])
    await slack.deliver(gone, "events_api")
    with pytest.raises(DestinationError, match="installed again"):
        await client.post(make.delivery("d2", tenant="slack:T1", destination=where))
    await install(slack, "T1")
    await slack.deliver(gone, "events_api", retry=1)  # the same event, come again, is of the old installation
    await client.post(make.delivery("d3", tenant="slack:T1", destination=where))


@pytest.mark.parametrize("query", ["code=code-T1&state=1.2", "code=code-T1", "error=access_denied&state={state}"])
async def test_an_installation_that_did_not_begin_here_is_refused(
    slack: SlackPeer, use_cases: FakeUseCases, query: str
) -> None:
    """A forged state, none at all, another browser's, or an admin's no installs nothing."""
    slack.grants["code-T1"] = "T1"
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        sent = await visit(slack, "/slack/install", session)
        state = parse_qs(urlsplit(sent.headers["Location"]).query)["state"][0]
        back = await visit(slack, f"/slack/oauth_redirect?{query.format(state=state)}", session)
        assert back.status == 400
    async with aiohttp.ClientSession() as other:
        back = await visit(slack, f"/slack/oauth_redirect?code=code-T1&state={state}", other)
        assert back.status == 400
    assert use_cases.notes == {}


def in_organisation(slack: SlackPeer, team: str, *, is_whole: bool = True) -> dict[str, Any]:
    """A command from a workspace of the organisation E1, which has installed the app, or not."""
    slack.users["UADMIN"].pop("team_id", None)
    more = {"team_id": team, "enterprise_id": "E1", "is_enterprise_install": str(is_whole).lower()}
    return slack.command("/digest", "list", user="UADMIN", **more)


async def post(client: SlackClient, team: str, delivery_id: str) -> None:
    """Post a scheduled digest in a workspace."""
    where = make.destination(platform="slack", tenant=f"slack:{team}", channel="C1")
    await client.post(make.delivery(delivery_id, tenant=where.tenant, destination=where))


async def test_an_organisation_installs_for_its_workspaces(
    slack: SlackPeer, use_cases: FakeUseCases, clock: Clock
) -> None:
    """One installation serves every workspace of it, each as a tenant of its own, also for the scheduler."""
    await install(slack, "E1")
    await install(slack, "T9")
    client = client_of(slack, use_cases, clock)  # another process, that no command reaches
    with pytest.raises(DestinationError, match="installed again"):
        await post(client, "T1", "d0")
    for team in ("T1", "T2"):
        await slack.answer(in_organisation(slack, team))
    await slack.answer(in_organisation(slack, "T9", is_whole=False))
    bearers = [bearer.split("-")[1] for method, bearer in slack.bearers if method == "users.info"]
    assert bearers == ["E1", "E1", "T9"]
    assert use_cases.asked("schedules") == [("slack:T1",), ("slack:T2",), ("slack:T9",)]

    clock.now += timedelta(hours=11)
    for number, team in enumerate(("T1", "T9", "T2")):
        await post(client, team, f"d{number}")
    posted = [bearer.split("-")[1] for method, bearer in slack.bearers if method == "chat.postMessage"]
    assert posted == ["E1", "T9", "E1"]
    with pytest.raises(DestinationError, match="installed again"):
        await post(client, "T3", "d9")


async def test_an_organisation_removes_the_app_from_its_workspaces(
    slack: SlackPeer, use_cases: FakeUseCases, clock: Clock
) -> None:
    """What a workspace has installed by itself stays when its organisation's installation goes, and the other way."""
    for owner in ("E1", "T2"):
        await install(slack, owner)
    for team in ("T1", "T2"):
        await slack.answer(in_organisation(slack, team))
    gone = slack.event("app_uninstalled") | {
        "team_id": None,
        "enterprise_id": "E1",
        "authorizations": [{"enterprise_id": "E1", "team_id": None, "is_enterprise_install": True}],
    }
    await slack.deliver(gone, "events_api")
    client = client_of(slack, use_cases, clock)
    await post(client, "T2", "d1")
    with pytest.raises(DestinationError, match="installed again"):
        await post(client, "T1", "d2")


KEYS = ["q7J1t8Vn0w+H3m2/5y6U9xZc4b1aKdEfGhIjLmNoPqA=", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="]


async def test_tokens_are_sealed_under_the_operators_key(
    slack: SlackPeer, use_cases: FakeUseCases, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """With a key no token stands in the database, what stood there is sealed, a key is changed, and none is logged."""
    await install(slack, "T1")
    name = ("slack:T1", "installation")
    assert "xoxe.xoxb-T1" in use_cases.notes[name]
    for number, key in enumerate((KEYS[0], f"{KEYS[1]} {KEYS[0]}", KEYS[1])):
        await post(client_of(slack, use_cases, clock, key=key), "T1", f"d{number}")
        assert "xox" not in use_cases.notes[name]
    for number, wrong in enumerate((KEYS[0], "")):
        with pytest.raises(DestinationError, match="installed again"):
            await post(client_of(slack, use_cases, clock, key=wrong), "T1", f"d{number + 5}")
    assert "DATELINE_SECRET_KEY" in caplog.text
    assert not any(secret in caplog.text for secret in ("xoxb", *KEYS, use_cases.notes[name]))


@pytest.mark.parametrize("key", ["hunter2", "hunter2 hunter3", " ", ","])
def test_a_bad_key_is_refused_without_being_shown(key: str) -> None:
    """What is no key is refused with the cure, and not repeated."""
    with pytest.raises(SettingsError, match="openssl rand") as caught:
        Seal(SecretStr(key))
    assert "hunter" not in str(caught.value)


def test_the_doctor_tells_how_tokens_are_kept() -> None:
    """Without a key it warns, a bad one fails, and a good one is well."""
    for key, level in ((None, "warns"), ("hunter2", "fails"), (KEYS[0], "ok")):
        settings = Settings(slack_client_id="1.2", secret_key=SecretStr(key) if key else None)
        checks = asyncio.run(diagnose(settings, []))
        assert [check.level for check in checks] == ["ok", level]
