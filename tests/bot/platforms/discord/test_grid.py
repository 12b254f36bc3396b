"""Every command and control on Discord, in each way in which it can be used and misused.

A row for each command, press and form; a test for each way, which goes through all rows with one running client.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any, Literal, NamedTuple

import pytest

from bot.platforms.discord import posted
from bot.platforms.discord.client import DiscordClient
from bot.platforms.limits import TYPING_USER, Allowance, Rate
from tests.bot.platforms.discord.running import running
from tests.bot.platforms.grid import TOO_LONG, EmptyUseCases, filled, problems, unbounded
from tests.fakes import FakeUseCases
from tests.peers import discord_values as values
from tests.peers.discord import DiscordPeer
from tests.peers.discord_exchange import Exchange

HERE, ELSEWHERE = f"discord:{values.GUILD}", "2000000000000000099"
NAMED = {"name": "morning"}
ITEM = {"item": "3f"}
UNKNOWN = "There is no digest called"


class Row(NamedTuple):
    """How a command is used, what it says then, and what where nothing is held; who may use it."""

    options: dict[str, Any]
    says: str
    empty: str
    right: Literal["anybody", "manager"] = "anybody"


def managing(options: dict[str, Any], says: str, empty: str) -> Row:
    """A command of those who may manage the server."""
    return Row(options, says, empty, "manager")


def deciding(options: dict[str, Any]) -> Row:
    """A command of the desk, whose answers are the service's."""
    return Row(options, "waiting · River rises", "Desk: ", "manager")


COMMANDS: dict[str, Row] = {
    "claims": Row({"about": "Kursk"}, "**ISW**", "Nothing is held."),
    "compare": Row({"about": "Kursk"}, "denies: the advance", "Nothing is held."),
    "figures": Row({"about": "Kursk"}, "troops lost", "No figures"),
    "source": Row({"claim": "c1"}, "five kilometers", "There is no claim"),
    "dateline help": Row({}, "/claims", "/claims"),
    "dateline about": Row({}, "never rates", "never rates"),
    "dateline doctor": Row({}, "I may post here", "I may post here"),
    "follow add": Row({"about": "Kursk"}, "Kursk", "Kursk"),
    "follow edit": Row({"name": "Kursk", "at": "07:30"}, "Kursk", UNKNOWN),
    "follow list": Row({}, "Kursk", "You follow nothing"),
    "follow stop": Row({"name": "Kursk"}, "no longer follow", UNKNOWN),
    "digest schedule": managing({"name": "evening"}, "**ISW**", "Nothing would be posted"),
    "digest edit": managing({**NAMED, "zone": "Asia/Tokyo"}, "Changed", UNKNOWN),
    "digest list": managing({}, "morning", "No digest is scheduled here"),
    "digest show": managing(NAMED, "Lately", UNKNOWN),
    "digest pause": managing(NAMED, "Paused", UNKNOWN),
    "digest resume": managing(NAMED, "Resumed", UNKNOWN),
    "digest follows": managing({"allow": "off"}, "2 follows paused", "2 follows paused"),
    "digest test": managing(NAMED, "The test is on its way", UNKNOWN),
    "digest quiet": managing({**NAMED, "hours": "22:00-07:00"}, "Quiet hours", UNKNOWN),
    "digest preview": managing({}, "**ISW**", "Nothing is held."),
    "digest now": managing(NAMED, "on its way", UNKNOWN),
    "digest remove": managing(NAMED, "Removed", UNKNOWN),
    "desk queue": deciding({}),
    "desk show": deciding(ITEM),
    "desk approve": deciding(ITEM),
    "desk hold": deciding(ITEM),
    "desk reject": deciding({**ITEM, "why": "a hoax"}),
    "desk edit": deciding({**ITEM, "claim": "c1", "hide": True}),
    "desk add": deciding({"what": "https://wire.example/a"}),
    "desk correct": deciding({"claim": "c1", "why": "misread", "hide": True}),
    "desk withdraw": deciding({"subject": "c1", "why": "retracted"}),
    "desk merge": deciding({"article": "a", "other": "b", "why": "same"}),
    "desk feeds": deciding({"do": "list"}),
    "desk audit": deciding({}),
}

Chosen = tuple[str, ...]


class Press(NamedTuple):
    """A control below a message: its id, what is chosen from it, what it says, and who may use it."""

    custom_id: str
    chosen: Chosen
    says: str
    right: Literal["anybody", "manager"] = "anybody"


PRESSES: dict[str, Press] = {
    "next page": Press("dateline:a:2:p2Kursk", (), "South Korean intelligence"),
    "sources": Press("dateline:s:0:Kursk", (), "Sources"),
    "passage": Press("dateline:passage", ("c1",), "five kilometers"),
    "digest's sources": Press(posted.custom_id("sources", "d1", "0"), (), "Sources"),
    "digest's rest": Press(posted.custom_id("more", "d1", "0"), (), "**ISW**"),
    "digest's subjects": Press(posted.custom_id("about", "d1", "0"), ("place:1",), "**ISW**"),
    "digest's help": Press(posted.custom_id("help", "d1", "0"), (), "/claims"),
    "legend": Press(posted.custom_id("legend", "d1", "0"), (), "How to read this"),
    "follow": Press(posted.custom_id("follow", "d1", "0"), ("0",), "You follow A flood"),
    "stop": Press(posted.custom_id("stop", "d1", "0", values.GUILD), (), "no longer follow"),
    "first window": Press("plan:first:token1", ("7d",), "the last 7 days", "manager"),
    "zone": Press("plan:zone:token2", ("Europe/Kyiv",), "Europe/Kyiv", "manager"),
    "save": Press("plan:save:token3", (), "Scheduled", "manager"),
    "approve": Press("desk:approve:3f", (), "River rises", "manager"),
    "hold": Press("desk:hold:3f", (), "River rises", "manager"),
}
FORMS: dict[str, tuple[str, dict[str, str], str]] = {
    "report": ("dateline:report", {"claim": "c1", "text": "It was 4 km."}, "Thank you"),
    "reject": ("desk:reject:3f", {"reason": "a hoax"}, "River rises"),
    "add": ("desk:add:", {"text": "The mayor said so.", "publisher": "Wire"}, "River rises"),
}
FORGED = [
    "", ":", "dateline", "dateline:a:x:y", "dateline:s:999:p", "dateline:passage:", "digest:s:", "digest:z:d1:0",
    "digest:x:d1:0:../1", "plan:save", "plan:burn:token1", "plan:first:", "desk:eat:3f", "desk:approve:", "x" * 100,
    "dateline:a:0:show:99", "dateline:p:#0000", "digest::::", "plan::", "desk::", "\u202e", "dateline:report",
]  # fmt: skip


@pytest.fixture
async def use(peer: DiscordPeer, make_client: Callable[..., DiscordClient]) -> AsyncIterator[Callable[..., Any]]:
    """Start a client over some use cases, which asks nobody to wait."""
    contexts = []

    async def start(use_cases: FakeUseCases) -> FakeUseCases:
        client = make_client(use_cases=use_cases)
        client._replier._allowance = unbounded()
        contexts.append(running(client))
        await contexts[-1].__aenter__()
        await peer.gateway.ready(identified=len(contexts))
        return use_cases

    yield start
    for context in contexts:
        await context.__aexit__(None, None, None)


def held() -> FakeUseCases:
    """Use cases of the server and its reader."""
    return filled("discord", HERE, values.CHANNEL, values.READER)


def amiss(answer: Exchange, words: str) -> str | None:
    """What is wrong with an answer that is to be private, given once, and to hold some words."""
    if not answer.private:
        return "not private"
    if len(answer.callbacks) != 1:
        return f"answered {len(answer.callbacks)} times"
    return None if words in answer.text else answer.text


def tenants(use_cases: FakeUseCases) -> set[str]:
    """Every workspace that a use case was asked about."""
    texts = [str(argument) for _, arguments in use_cases.calls for argument in arguments]
    return {f"discord:{server}" for server in (values.GUILD, ELSEWHERE) for text in texts if server in text}


async def test_each_command_has_a_row(peer: DiscordPeer, use: Callable[..., Any]) -> None:
    """What is registered is what the grid holds."""
    await use(FakeUseCases())
    assert set(peer.leaves()) == set(COMMANDS)


async def test_used_well(peer: DiscordPeer, use: Callable[..., Any]) -> None:
    """Each command, press and form answers the asker alone, once, with what it is for."""
    await use(held())
    found = {name: amiss(await peer.slash(name, row.options), row.says) for name, row in COMMANDS.items()}
    await peer.slash("follow add", {"about": "Kursk"})
    for name, press in PRESSES.items():
        answer = await peer.press(press.custom_id, *press.chosen)
        if press.custom_id.startswith("plan:") and press.chosen:
            await answer.until(lambda e: e.followups)  # the digest, and then the plan below it
        found[name] = None if press.says in answer.text else answer.text
    for name, (custom_id, answers, says) in FORMS.items():
        found[name] = amiss(await peer.fill(custom_id, answers), says)
    assert problems(found) == {}


async def test_where_nothing_is_held(peer: DiscordPeer, use: Callable[..., Any]) -> None:
    """Each command says that there is nothing, or what to name instead."""
    await use(EmptyUseCases())
    found: dict[str, str | None] = {}
    for name in sorted(COMMANDS, key=lambda name: name == "follow add"):
        answer = await peer.slash(name, COMMANDS[name].options)
        found[name] = amiss(answer, COMMANDS[name].empty)
    assert problems(found) == {}


async def test_without_the_right(peer: DiscordPeer, use: Callable[..., Any]) -> None:
    """Who may not manage the server is refused by every command, press and form of those who may, before a look-up."""
    use_cases = await use(held())
    found: dict[str, str | None] = {}
    for name, row in COMMANDS.items():
        if row.right == "manager":
            found[name] = amiss(await peer.slash(name, row.options, permissions=0), "anage")
    for name, press in PRESSES.items():
        if press.right == "manager":
            found[name] = amiss(await peer.press(press.custom_id, *press.chosen, permissions=0), "anage")
    for name in ("reject", "add"):
        found[name] = amiss(await peer.fill(*FORMS[name][:2], permissions=0), "anage")
    assert problems(found) == {}
    assert use_cases.calls == []
    for name, row in COMMANDS.items():
        if row.right == "anybody":
            found[name] = amiss(await peer.slash(name, row.options, permissions=0), row.says)
    assert problems(found) == {}


async def test_outside_a_server(peer: DiscordPeer, use: Callable[..., Any]) -> None:
    """In direct messages what belongs to a server says so, and asks nothing."""
    use_cases = await use(held())
    found: dict[str, str | None] = {}
    for name, row in COMMANDS.items():
        if row.right == "manager":
            found[name] = amiss(await peer.slash(name, row.options, channel_id=None), "server")
    for name, press in PRESSES.items():
        if press.right == "manager":
            found[name] = amiss(await peer.press(press.custom_id, *press.chosen, channel_id=None), "server")
    assert problems(found) == {}
    assert use_cases.calls == []


async def test_too_long(peer: DiscordPeer, use: Callable[..., Any]) -> None:
    """An option far longer than Discord lets through is refused in words, and looked up nowhere."""
    use_cases = await use(held())
    found: dict[str, str | None] = {}
    for name, command in peer.leaves().items():
        texts = [option for option in command.get("options", ()) if option["type"] == 3]
        if not texts:
            continue
        given = [{"name": option["name"], "type": 3, "value": TOO_LONG} for option in texts]
        needed = [
            {"name": option["name"], "type": option["type"], "value": COMMANDS[name].options[option["name"]]}
            for option in command["options"]
            if option.get("required") and option["type"] != 3
        ]
        found[name] = amiss(await peer.forge(name, [*given, *needed]), "too long")
    assert len(found) > 20
    assert problems(found) == {}
    assert use_cases.calls == []


async def test_malformed(peer: DiscordPeer, use: Callable[..., Any]) -> None:
    """An option of another kind, of no known choice, or missing, and a forged id, are answered and change nothing."""
    use_cases = await use(held())
    before = dict(use_cases.kept)
    found: dict[str, str | None] = {}
    for name, command in peer.leaves().items():
        options = command.get("options", ())
        strange = [
            {"name": option["name"], "type": option["type"], "value": "\u202e<@1>" if "choices" in option else "?"}
            for option in options
            if option["type"] == 3
        ]
        for given in ([{"name": "colour", "type": 3, "value": "red"}], strange):
            answer = await peer.forge(name, given)
            found[f"{name} {len(given)}"] = "went wrong" if "went wrong" in answer.text else None
    for custom_id in FORGED:
        answer = await peer.press(custom_id)
        found[repr(custom_id)] = "went wrong" if "went wrong" in answer.text else None
    assert problems(found) == {}
    assert use_cases.kept.keys() - before.keys() <= {(f"{HERE}/@{values.READER}", "?")}
    assert "**ISW**" in (await peer.slash("claims", {"about": "Kursk"})).text


async def test_expired(peer: DiscordPeer, use: Callable[..., Any]) -> None:
    """What Discord says came too late is not answered a second time, and the next one is."""
    await use(held())
    late = [await peer.slash(name, row.options, expired=True) for name, row in COMMANDS.items()]
    late += [await peer.press(press.custom_id, *press.chosen, expired=True) for press in PRESSES.values()]
    late += [await peer.fill(custom_id, answers, expired=True) for custom_id, answers, _ in FORMS.values()]
    await asyncio.sleep(0.05)
    assert {(len(answer.callbacks), len(answer.followups)) for answer in late} == {(1, 0)}
    assert "**ISW**" in (await peer.slash("claims", {"about": "Kursk"})).text


async def test_in_another_server(peer: DiscordPeer, use: Callable[..., Any]) -> None:
    """What is asked in another server, with all rights there, sees and touches nothing of this one."""
    use_cases = await use(held())
    before = dict(use_cases.kept)
    for name, row in COMMANDS.items():
        await peer.slash(name, row.options, guild_id=ELSEWHERE)
    for press in PRESSES.values():
        if press.custom_id != PRESSES["stop"].custom_id:  # a follower's own, wherever they press it
            await peer.press(press.custom_id, *press.chosen, guild_id=ELSEWHERE)
    for custom_id, answers, _ in FORMS.values():
        await peer.fill(custom_id, answers, guild_id=ELSEWHERE)
    assert tenants(use_cases) == {f"discord:{ELSEWHERE}"}
    assert {key: use_cases.kept.get(key) for key in before} == before
    assert await peer.autocomplete("digest show", "name", "mor", guild_id=ELSEWHERE) == []


async def test_menus_of_messages(peer: DiscordPeer, use: Callable[..., Any]) -> None:
    """What is in a message's menu answers well, with nothing, without the right, too late, and in another server."""
    use_cases = await use(held())
    menus = {command["name"] for command in peer.commands if command["type"] == 3}
    message = values.message(values.CHANNEL, {"content": TOO_LONG[:2_000]}) | {"author": values.user("77", "reader")}
    says = {"Claims in this message": "**ISW**", "Add to Dateline": "River rises"}
    found = {name: amiss(await peer.use_on(name, message), words) for name, words in says.items()}
    found["refused"] = amiss(await peer.use_on("Add to Dateline", message, permissions=0), "anage")
    found["private"] = amiss(await peer.use_on("Add to Dateline", message, channel_id=None), "server")
    late = [await peer.use_on(name, message, expired=True) for name in says]
    asked = len(use_cases.calls)
    for name in says:
        await peer.use_on(name, message, guild_id=ELSEWHERE)
    assert menus == set(says)
    assert problems(found) == {}
    assert [(len(answer.callbacks), answer.followups) for answer in late] == [(1, [])] * 2
    assert f"discord:{values.GUILD}" not in str(use_cases.calls[asked:])


async def test_asked_too_much(
    peer: DiscordPeer, make_client: Callable[..., DiscordClient], use_cases: FakeUseCases
) -> None:
    """Who presses more than anybody reads is told to wait, whatever it is that they press, and nothing is looked up."""
    client = make_client()
    client._replier._allowance = Allowance(user=Rate(1, 0.001), tenant=Rate(100, 1))
    async with running(client):
        await peer.gateway.ready(identified=1)
        await peer.slash("dateline help")
        pressed = [*PRESSES.values(), Press("dateline:w:0:Kursk", (), ""), Press("digest:w:d1:0", (), "")]
        answers = [await peer.press(press.custom_id, *press.chosen) for press in pressed]
    assert ["Please wait" in answer.text for answer in answers] == [True] * len(pressed)
    assert use_cases.calls == []


async def test_typed_too_fast(peer: DiscordPeer, use: Callable[..., Any]) -> None:
    """Who types faster than anybody can is offered nothing for a while, and nothing is looked up; others are."""
    use_cases = await use(held())
    offered = [len(await peer.autocomplete("claims", "about", "kur")) for _ in range(int(TYPING_USER.burst) + 20)]
    assert offered[0] == 1
    assert 0 < offered.count(0) <= 20
    assert len(use_cases.asked("suggest")) == offered.count(1)
    assert await peer.autocomplete("claims", "about", TOO_LONG, guild_id=ELSEWHERE) == []
