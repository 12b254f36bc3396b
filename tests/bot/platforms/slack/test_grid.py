"""Every command, control and form on Slack, in each way in which it can be used and misused.

A row for each command, press and form; a test for each way, which goes through all rows with one running client.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, Literal, NamedTuple

import pytest
import yaml

from bot.platforms.limits import TYPING_USER
from bot.platforms.slack.views import PostedState, State
from digests.models import Request
from tests.bot.platforms.grid import TOO_LONG, EmptyUseCases, filled, problems, unbounded
from tests.bot.platforms.slack.clients import make_client, running
from tests.fakes import FakeUseCases
from tests.paths import CONFIG
from tests.peers.slack import SlackPeer
from tests.peers.slack_web import Fault, Reply

HERE, ELSEWHERE = "slack:T1", "slack:T2"
UNKNOWN = "There is no digest called"
NO_RIGHT = "Only workspace admins"


class Row(NamedTuple):
    """What is typed, what is answered, and what where nothing is held; who may ask it."""

    text: str
    says: str
    empty: str
    right: Literal["anybody", "admin"] = "anybody"


def managing(text: str, says: str, empty: str) -> Row:
    """A command of those who keep the workspace's digests."""
    return Row(text, says, empty, "admin")


def deciding(text: str) -> Row:
    """A command of the desk, whose answers are the service's."""
    return Row(text, "River rises", "Nothing to show.", "admin")


COMMANDS: dict[str, Row] = {
    "/claims": Row("Kursk", "*ISW*", "Nothing is held."),
    "/claims help": Row("help", "/claims kursk", "/claims kursk"),
    "/compare": Row("kursk", "denies: the advance", "Nothing is held."),
    "/figures": Row("kursk", "troops lost", "No figures"),
    "/source": Row("c1", "five kilometers", "There is no claim"),
    "/dateline": Row("help", "/claims kursk", "/claims kursk"),
    "/dateline about": Row("about", "never rates", "never rates"),
    "/dateline doctor": Row("doctor", "I may post here", "I may post here"),
    "/follow": Row("north korea at:7:30", "north korea", "north korea"),
    "/follow help": Row("help", "once a day", "once a day"),
    "/follow list": Row("list", "Kursk", "You follow nothing"),
    "/follow stop": Row("stop Kursk", "no longer follow", UNKNOWN),
    "/digest": Row("help", "/digest schedule", "/digest schedule"),
    "/digest preview": Row("preview kursk", "*ISW*", "Nothing is held."),
    "/digest schedule": managing("schedule at:08:00 name:evening", "*ISW*", "Nothing would be posted"),
    "/digest edit": managing("edit morning zone:Asia/Tokyo", "Changed", UNKNOWN),
    "/digest list": managing("list", "*morning*", "No digests"),
    "/digest show": managing("show morning", "held back", UNKNOWN),
    "/digest pause": managing("pause morning", "Paused", UNKNOWN),
    "/digest resume": managing("resume morning", "Resumed", UNKNOWN),
    "/digest follows": managing("follows off", "2 follows paused", "2 follows paused"),
    "/digest test": managing("test morning", "The test is on its way", UNKNOWN),
    "/digest quiet": managing("quiet morning 22:00-07:00", "Quiet hours", UNKNOWN),
    "/digest now": managing("now morning", "on its way", UNKNOWN),
    "/digest remove": managing("remove morning", "Removed", UNKNOWN),
    "/desk": Row("help", "/desk queue", "/desk queue"),
    **{
        f"/desk {text.split()[0]}": deciding(text)
        for text in (
            "queue", "show 3f", "approve 3f", "hold 3f", "reject 3f a hoax", "edit 3f c1 hide:yes",
            "add https://wire.example/a", "correct c1 hide:yes misread", "withdraw c1 retracted", "merge a b same",
            "feeds", "audit",
        )
    },
}  # fmt: skip


class Press(NamedTuple):
    """A control below a message: its id and value, what it says, and who may use it; opens: the form that it opens."""

    action: str
    value: str
    says: str
    right: Literal["anybody", "admin"] = "anybody"
    opens: str = ""


STATE, POSTED = State(request=Request(about="Kursk")).dump(), PostedState(delivery="d1").dump()
PRESSES: dict[str, Press] = {
    "next page": Press("claims.next", State(request=Request(about="Kursk"), page="p2").dump(), "South Korean"),
    "another subject": Press("claims.choice.0", STATE, "*ISW*"),
    "sources": Press("claims.sources", STATE, "Example Wire"),
    "share": Press("claims.share", STATE, "*ISW*"),
    "wrong": Press("claims.wrong", STATE, "", opens="claims.report"),
    "passage": Press("source.show.1", "c1", "five kilometers"),
    "digest's sources": Press("digest.sources", POSTED, "Example Wire"),
    "digest's rest": Press("digest.more", POSTED, "*ISW*"),
    "digest's subjects": Press("digest.about", "place:1", "*ISW*"),
    "digest's legend": Press("digest.legend", POSTED, "How to read this"),
    "digest's story": Press("digest.follow", "d1 0", "You follow A flood"),
    "digest's wrong": Press("digest.wrong", POSTED, "", opens="claims.report"),
    "home": Press("home.ask", "", "", opens="claims.ask"),
    "first window": Press("plan.first", "token1 7d", "*ISW*", "admin"),
    "save": Press("plan.save", "token2", "Scheduled", "admin"),
    "approve": Press("desk.approve", "3f", "River rises", "admin"),
    "hold": Press("desk.hold", "3f", "River rises", "admin"),
    "reject": Press("desk.reject", "3f", "", "admin", opens="desk.reject"),
}
FORMS: dict[str, tuple[str, dict[str, str], str, bool]] = {
    "ask": ("claims.ask", {"about": "Kursk"}, "*ISW*", False),
    "report": ("claims.report", {"claim": "c1", "text": "It was 4 km."}, "Thank you", False),
    "schedule": ("digest.schedule", {"at": "9am", "days": "daily"}, "*ISW*", True),
    "reject": ("desk.reject", {"why.3f": "a hoax"}, "River rises", True),
    "add": ("desk.add", {"text": "The mayor said so.", "publisher": "Wire"}, "River rises", True),
}
STRANGE_VALUES = ["", "{", "[]", "null", '{"request": 1}', '{"delivery": {}}', "token1", "\u202e", TOO_LONG]
STRANGE_TEXTS = [
    "colour:red", "max:nine", "if-empty:perhaps", '"', "“", "at:", "<#C1|", "schedule at:99:99", "quiet", "edit",
    "show", "pause", "now", "follows perhaps", "stop", "since:yesterdayish", "by:", "kind:rumour", "&lt;&amp;",
]  # fmt: skip


PATIENCE = 1.0  #: seconds
NO_ANSWER = Reply({"text": "no answer"})


async def answered(reply: Awaitable[Reply]) -> Reply:
    """An answer, or that there is none."""
    try:
        return await asyncio.wait_for(reply, PATIENCE)
    except TimeoutError:
        return NO_ANSWER


class Chat:
    """A Slack with a client over some use cases, and the few ways in which a grid uses it."""

    def __init__(self, slack: SlackPeer, use_cases: FakeUseCases) -> None:
        self.slack, self.use_cases = slack, use_cases

    async def type(self, name: str, text: str, **more: Any) -> Reply:
        """Type a command."""
        return await answered(self.slack.slash(name.split(maxsplit=1)[0], text, **more))

    async def press(self, press: Press, *, value: str | None = None, user: str = "UADMIN", team: str = "T1") -> Reply:
        """Use a control; where it opens a form, that is the answer."""
        chosen = press.value if value is None else value
        part: dict[str, Any] = {"action_id": press.action, "type": "button", "value": chosen}
        if press.action in {"digest.about", "plan.first"}:
            part = {"action_id": press.action, "type": "static_select", "selected_option": {"value": chosen}}
        payload = self.slack.action(part, user=user)
        payload["team"] = {"id": team}
        payload["user"]["team_id"] = team
        return await self._first(payload, opens=bool(press.opens))

    async def fill(self, name: str, *, user: str = "UADMIN", team: str = "T1") -> Reply:
        """Submit a form, and return what comes to where it was opened from."""
        callback_id, values, _, _ = FORMS[name]
        command = self.slack.command("/claims", "", user=user)
        metadata = json.dumps({"channel": "C1", "response_url": command["response_url"]})
        state = {block: {"a": {"type": "plain_text_input", "value": value}} for block, value in values.items()}
        view = {
            "callback_id": callback_id,
            "private_metadata": metadata,
            "state": {"values": state},
            "id": "V1",
            "type": "modal",
        }
        payload = self.slack.interaction("view_submission", user) | {"view": view, "response_urls": []}
        payload["team"] = {"id": team}
        await self.slack.deliver(payload, "interactive")
        return await answered(self.slack.reply(command))

    async def _first(self, payload: dict[str, Any], *, opens: bool) -> Reply:
        await self.slack.deliver(payload, "interactive")
        waits = [asyncio.create_task(self.slack.reply(payload))]
        waits += [asyncio.create_task(self.slack.opened())] if opens else []  # type: ignore[arg-type]
        finished, pending = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED, timeout=PATIENCE)
        for task in pending:
            task.cancel()
        answer: Any = finished.pop().result() if finished else NO_ANSWER
        return answer if isinstance(answer, Reply) else Reply({"text": answer["callback_id"]})


@pytest.fixture
async def start() -> AsyncIterator[Callable[[FakeUseCases], Any]]:
    """Start a client over some use cases, which asks nobody to wait."""
    async with contextlib.AsyncExitStack() as stack:
        peers: list[SlackPeer] = []

        async def begin(use_cases: FakeUseCases) -> Chat:
            slack = await stack.enter_async_context(SlackPeer())
            client = make_client(slack, use_cases)
            client._commands._allowance = unbounded()
            await stack.enter_async_context(running(client, slack))
            peers.append(slack)
            return Chat(slack, use_cases)

        yield begin
        assert [peer.violations for peer in peers] == [[]] * len(peers)


def held() -> FakeUseCases:
    """Use cases of the workspace and its admin, who follows something too."""
    return filled("slack", HERE, "C1", "UADMIN")


def amiss(reply: Reply, words: str) -> str | None:
    """What is wrong with an answer that is to be private and to hold some words."""
    if reply.payload.get("response_type") not in {"ephemeral", None}:
        return "not private"
    return None if words in reply.seen else reply.seen


def tenants(use_cases: FakeUseCases) -> set[str]:
    """Every workspace that a use case was asked about."""
    texts = [str(argument) for _, arguments in use_cases.calls for argument in arguments]
    return {tenant for tenant in (HERE, ELSEWHERE) for text in texts if tenant in text}


def test_each_command_has_a_row() -> None:
    """What the manifest makes is what the grid holds."""
    manifest = yaml.safe_load((CONFIG / "slack-manifest.yaml").read_text("utf-8"))
    commands = {command["command"] for command in manifest["features"]["slash_commands"]}
    assert {name.split()[0] for name in COMMANDS} == commands


async def test_used_well(start: Callable[..., Any]) -> None:
    """Each command, press and form answers the asker alone, but for Share, with what it is for."""
    chat = await start(held())
    rows = COMMANDS.items()
    found = {name: amiss(await chat.type(name, row.text, user="UADMIN"), row.says) for name, row in rows}
    for name, press in PRESSES.items():
        reply = await chat.press(press)
        shown = Reply(reply.payload | {"response_type": "ephemeral"}) if name == "share" else reply
        found[name] = amiss(shown, press.opens or press.says)
    found |= {f"form {name}": amiss(await chat.fill(name), form[2]) for name, form in FORMS.items()}
    assert problems(found) == {}


async def test_where_nothing_is_held(start: Callable[..., Any]) -> None:
    """Each command says that there is nothing, or what to name instead."""
    chat = await start(EmptyUseCases())
    names = sorted(COMMANDS, key=lambda name: name == "/follow")
    found = {name: amiss(await chat.type(name, COMMANDS[name].text, user="UADMIN"), COMMANDS[name].empty)
             for name in names}  # fmt: skip
    assert problems(found) == {}


async def test_without_the_right(start: Callable[..., Any]) -> None:
    """Who is no admin, or one of another workspace, is refused by all that is the admins', before any look-up."""
    chat = await start(held())
    chat.slack.users["UGUEST"] = {"is_admin": True, "team_id": "T2"}
    found: dict[str, str | None] = {}
    for user in ("UREADER", "UGUEST"):
        for name, row in COMMANDS.items():
            if row.right == "admin":
                found[f"{name} {user}"] = amiss(await chat.type(name, row.text, user=user), NO_RIGHT)
        for name, press in PRESSES.items():
            if press.right == "admin":
                found[f"{name} {user}"] = amiss(await chat.press(press, user=user), NO_RIGHT)
        for name, form in FORMS.items():
            if form[3]:
                found[f"form {name} {user}"] = amiss(await chat.fill(name, user=user), NO_RIGHT)
    assert problems(found) == {}
    assert chat.use_cases.calls == []
    own = filled("slack", HERE, "C1", "UREADER")
    chat.use_cases.kept |= own.kept
    rows = [(name, row) for name, row in COMMANDS.items() if row.right == "anybody"]
    found = {name: amiss(await chat.type(name, row.text), row.says) for name, row in rows}
    assert problems(found) == {}


async def test_too_long(start: Callable[..., Any]) -> None:
    """A text far longer than Slack lets through is refused in words, and looked up nowhere."""
    chat = await start(held())
    found: dict[str, str | None] = {}
    for name, row in COMMANDS.items():
        found[name] = amiss(await chat.type(name, f"{row.text} {TOO_LONG}", user="UADMIN"), "too long")
    for name, press in PRESSES.items():
        found[name] = amiss(await chat.press(press, value=TOO_LONG), "too long")
    assert problems(found) == {}
    assert chat.use_cases.calls == []


async def test_malformed(start: Callable[..., Any]) -> None:
    """Options that there are not, values that no control has, and forms without fields are answered in words."""
    chat = await start(held())
    found: dict[str, str | None] = {}
    for name in ("/claims", "/compare", "/figures", "/source", "/follow", "/digest", "/desk", "/dateline"):
        for text in STRANGE_TEXTS:
            for typed in (text, f"schedule {text}", f"edit morning {text}") if name == "/digest" else (text,):
                reply = await chat.type(name, typed, user="UADMIN")
                found[f"{name} {typed}"] = "did not work" if "did not work" in reply.seen else None
    for name, press in PRESSES.items():
        if press.action.partition(".")[0] in {"claims", "digest"} and press.action != "digest.about":
            for value in STRANGE_VALUES:
                reply = await chat.press(press, value=value)
                failed = "did not work" in reply.seen or reply is NO_ANSWER
                found[f"{name} {value[:20]}"] = reply.seen if failed else None
    for callback_id in ("claims.ask", "claims.report", "digest.schedule", "desk.reject", "desk.add", "no.such"):
        view: dict[str, Any] = {
            "callback_id": callback_id,
            "private_metadata": "{",
            "state": {},
            "id": "V1",
            "type": "modal",
        }
        payload = chat.slack.interaction("view_submission", "UADMIN") | {"view": view}
        found[callback_id] = str(await chat.slack.deliver(payload, "interactive") or "")
    assert problems(found) == {}
    assert list(chat.use_cases.kept)[:2] == list(held().kept)
    assert "*ISW*" in (await chat.type("/claims", "Kursk")).seen


async def test_expired(start: Callable[..., Any], caplog: pytest.LogCaptureFixture) -> None:
    """Where Slack takes no answer any more, that is logged once and nothing breaks; a form that cannot open says so."""
    chat = await start(held())
    chat.slack.hooks_gone = True
    for name, row in COMMANDS.items():
        await chat.slack.deliver(chat.slack.command(name.split()[0], row.text, user="UADMIN"), "slash_commands")
    for press in PRESSES.values():
        part = {"action_id": press.action, "type": "button", "value": press.value}
        await chat.slack.deliver(chat.slack.action(part, user="UADMIN"), "interactive")
    await asyncio.sleep(0.2)
    assert "Traceback" not in caplog.text
    chat.slack.hooks_gone = False
    for name, text in (("/claims", ""), ("/digest", "schedule"), ("/desk", "add")):
        chat.slack.faults["views.open"].append(Fault(error="expired_trigger_id"))
        assert f"{name} " in (await chat.type(name, text, user="UADMIN")).seen
    assert "*ISW*" in (await chat.type("/claims", "Kursk")).seen


async def test_in_another_workspace(start: Callable[..., Any]) -> None:
    """What an admin of another workspace asks there sees and touches nothing of this one."""
    chat = await start(held())
    chat.slack.users["UOTHER"] = {"is_admin": True, "team_id": "T2"}
    before = dict(chat.use_cases.kept)
    for name, row in COMMANDS.items():
        await chat.type(name, row.text, user="UOTHER", team_id="T2")
    for press in PRESSES.values():
        await chat.press(press, user="UOTHER", team="T2")
    for name in FORMS:
        await chat.fill(name, user="UOTHER", team="T2")
    assert tenants(chat.use_cases) == {ELSEWHERE}
    assert {key: chat.use_cases.kept.get(key) for key in before} == before


async def test_menus_and_mentions(start: Callable[..., Any]) -> None:
    """What is in menus answers well, to messages of any kind, and refuses who may not or is of another workspace."""
    chat = await start(held())
    manifest = yaml.safe_load((CONFIG / "slack-manifest.yaml").read_text("utf-8"))
    menus = {shortcut["callback_id"] for shortcut in manifest["features"]["shortcuts"]}
    says = {"dateline_claims": "*ISW*", "dateline_add": "River rises"}
    found: dict[str, str | None] = {}
    for message in ({"text": "On Kursk", "user": "U9"}, {"text": TOO_LONG}, {}, {"blocks": [{"block_id": "digest"}]}):
        for name, words in says.items():
            payload = chat.slack.use_on(message, name, user="UADMIN")
            found[f"{name} {str(message)[:30]}"] = amiss(await chat.slack.answer(payload, "interactive"), words)
    for user, team in (("UREADER", "T1"), ("UADMIN", "T2")):
        payload = chat.slack.use_on({"text": "On Kursk"}, "dateline_add", user=user)
        payload["team"], chat.slack.users["UADMIN"]["team_id"] = {"id": team}, "T1"
        found[f"{user} {team}"] = amiss(await chat.slack.answer(payload, "interactive"), NO_RIGHT)
    assert menus == {*says, "dateline_ask"}
    assert problems(found) == {}


async def test_typed_too_fast(start: Callable[..., Any]) -> None:
    """Who types faster than anybody can is offered nothing for a while, and nothing is looked up."""
    chat = await start(held())
    offered = [len(await chat.slack.suggest("kur")) for _ in range(int(TYPING_USER.burst) + 20)]
    assert offered[0] == 1
    assert 0 < offered.count(0) <= 20
    assert len(chat.use_cases.asked("suggest")) == offered.count(1)
