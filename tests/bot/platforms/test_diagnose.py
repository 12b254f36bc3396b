"""What a platform says of tokens, scopes, rights and clocks is told to the operator with the cure."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiohttp import web
from pydantic import SecretStr

from bot.platforms.checks import Check
from bot.platforms.discord.diagnose import diagnose as diagnose_discord
from bot.platforms.discord.diagnose import rights_in
from bot.platforms.slack.diagnose import diagnose as diagnose_slack
from bot.settings import Settings

Answers = dict[str, Any]
Ask = Callable[[Answers], Any]

ALL = (1 << 10) | (1 << 11) | (1 << 14) | (1 << 16)
SERVER = {"id": "1", "roles": [{"id": "1", "permissions": str(ALL)}, {"id": "2", "permissions": "0"}]}


@pytest.fixture
async def serve() -> AsyncIterator[Callable[[Answers, dict[str, str]], Any]]:
    """A server that gives each path its answer, or 404, under some headers."""
    runners: list[web.AppRunner] = []

    async def start(answers: Answers, headers: dict[str, str]) -> str:
        async def answer(request: web.Request) -> web.Response:
            body = answers.get(request.path.lstrip("/"))
            return web.json_response(body, status=404 if body is None else 200, headers=headers)

        app = web.Application()
        app.router.add_route("*", "/{path:.*}", answer)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        runners.append(runner)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        return f"http://127.0.0.1:{runner.addresses[0][1]}"

    yield start
    for runner in runners:
        await runner.cleanup()


def told(checks: list[Check]) -> dict[str, str]:
    """Each thing with how it is; whatever is not ok names a cure."""
    assert all(check.cure for check in checks if check.level != "ok")
    return {check.name: check.level for check in checks}


async def test_discord_is_asked(serve: Any) -> None:
    """Token, clock and each channel's rights are told: one is open, one lacks a right, one is not visible."""
    answers = {
        "users/@me": {"id": "9", "username": "Dateline"},
        "gateway/bot": {"session_start_limit": {"total": 1000, "remaining": 999, "reset_after": 0}},
        "channels/5": {"guild_id": "1", "name": "news"},
        "channels/6": {
            "guild_id": "1",
            "name": "shut",
            "permission_overwrites": [{"id": "2", "type": 0, "allow": "0", "deny": str(1 << 11)}],
        },
        "guilds/1": SERVER,
        "guilds/1/members/9": {"roles": ["2"]},
    }
    settings = Settings(discord_token=SecretStr("t"), discord_api=await serve(answers, {}))

    checks = await diagnose_discord(settings, ["5", "6", "7"])
    assert told(checks) == {
        "discord token": "ok", "discord clock": "ok", "discord gateway": "ok",
        "discord channel 5": "ok", "discord channel 6": "fails", "discord channel 7": "fails",
    }  # fmt: skip
    assert "lacks Send Messages in #shut" in checks[4].text


async def test_a_refused_token_and_a_wrong_clock_are_told(serve: Any) -> None:
    """Where the token is refused nothing else is asked; a platform that is down and a clock that is out are told."""
    refused = Settings(discord_token=SecretStr("t"), discord_api=await serve({}, {}))
    assert told(await diagnose_discord(refused, ["5"])) == {"discord token": "fails"}

    for left, level in ((19, "warns"), (0, "fails")):
        limit = {"total": 1000, "remaining": left, "reset_after": 3_600_000}
        tired = await serve({"users/@me": {"id": "9"}, "gateway/bot": {"session_start_limit": limit}}, {})
        assert told(await diagnose_discord(Settings(discord_api=tired), []))["discord gateway"] == level

    date = {"Date": "Sat, 01 Jan 2000 00:00:00 GMT"}
    early = await serve({"users/@me": {"id": "9"}}, date)
    assert told(await diagnose_discord(Settings(discord_api=early), []))["discord clock"] == "fails"

    for diagnose in (diagnose_discord, diagnose_slack):
        nowhere = Settings(discord_api="http://127.0.0.1:1", slack_api="http://127.0.0.1:1/")
        [check] = await diagnose(nowhere, [])
        assert (check.level, "cannot be reached" in check.text) == ("fails", True)


async def test_slack_is_asked(serve: Any) -> None:
    """Both tokens, the scopes and each channel are told."""
    answers = {"auth.test": {"ok": True, "team": "Peer"}, "apps.connections.open": {"ok": True}}
    tokens: dict[str, Any] = {"slack_bot_token": SecretStr("b"), "slack_app_token": SecretStr("a")}

    for scopes, level in (
        ("commands,chat:write,channels:history", "ok"),
        ("commands,chat:write", "warns"),
        ("x", "fails"),
    ):
        base = await serve(answers, {"x-oauth-scopes": scopes})
        assert told(await diagnose_slack(Settings(slack_api=base, **tokens), []))["slack scopes"] == level

    for body, level in (
        ({"ok": True, "channel": {"is_member": True}}, "ok"),
        ({"ok": True, "channel": {"is_member": False}}, "fails"),
        ({"ok": False, "error": "channel_not_found"}, "fails"),
        ({"ok": False, "error": "missing_scope"}, "warns"),
    ):
        base = await serve({**answers, "conversations.info": body}, {})
        assert told(await diagnose_slack(Settings(slack_api=base, **tokens), ["C1"]))["slack channel C1"] == level

    base = await serve({"auth.test": {"ok": False, "error": "token_revoked"}}, {})
    assert told(await diagnose_slack(Settings(slack_api=base, **tokens), ["C1"])) == {
        "slack bot token": "fails", "slack commands": "fails",
    }  # fmt: skip
    assert told(await diagnose_slack(Settings(slack_api=base, slack_signing_secret=SecretStr("s")), []))[
        "slack commands"
    ] == "ok"  # fmt: skip


def test_rights_are_worked_out_as_discord_does() -> None:
    """A role's rule overrules everyone's, a member's rule both, and an administrator may do everything."""

    def rule(holder: str, kind: int, *, allow: int = 0, deny: int = 0) -> dict[str, Any]:
        return {"id": holder, "type": kind, "allow": str(allow), "deny": str(deny)}

    send = 1 << 11
    rules = [rule("1", 0, deny=send), rule("2", 0, allow=send), rule("9", 1, deny=send)]
    for count, allowed in ((0, True), (1, False), (2, True), (3, False)):
        channel = {"permission_overwrites": rules[:count]}
        assert bool(rights_in(channel, SERVER, {"9", "2"}) & send) is allowed
    admin = {"id": "1", "roles": [{"id": "1", "permissions": "8"}]}
    assert rights_in({"permission_overwrites": rules}, admin, {"9"}) & send
