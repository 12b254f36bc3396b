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

from bot.errors import DestinationError
from bot.platforms.slack.client import SlackClient
from bot.platforms.slack.workspaces.tokens import Application
from tests import make
from tests.bot.platforms.slack.test_client import running
from tests.bot.telling import Clock
from tests.fakes import FakeUseCases
from tests.peers.slack import SlackPeer
from tests.peers.slack_web import SECRET

APPLICATION = Application(client_id="1.2", client_secret=SecretStr("client-secret"))


@pytest.fixture
def use_cases() -> FakeUseCases:
    """The service's face, which keeps notes."""
    return FakeUseCases()


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


def client_of(peer: SlackPeer, use_cases: FakeUseCases, clock: Clock) -> SlackClient:
    """A client that workspaces install by themselves."""
    return SlackClient(
        None,
        use_cases,
        application=APPLICATION,
        signing_secret=SecretStr(SECRET),
        http_port=0,
        api=peer.api,
        clock=clock,
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
        assert (back.status, f"Team {team}" in await back.text()) == (200, True)


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
