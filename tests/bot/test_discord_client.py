"""The real discord.py client against a Discord on loopback."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator, Callable
from typing import Any

import aiohttp
import discord
import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from pydantic import SecretStr
from yarl import URL

from bot.discord.client import DiscordClient, as_delivery_error, nonce, point_at
from bot.errors import DeliveryError, RequestError, SettingsError
from bot.models import Answer, Suggestion
from tests import make
from tests.fakes import FakeUseCases, digest, item
from tests.peers import discord_values as values
from tests.peers.discord import DiscordPeer, Fault

HOSTILE = "@everyone <@123> **b** ||s|| [x](https://evil.example) https://evil.example `c`"


@pytest.fixture
def use_cases() -> FakeUseCases:
    """The service's face."""
    return FakeUseCases()


@pytest.fixture
async def peer(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordPeer]:
    """A Discord that finds nothing wrong with what it was sent."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    async with DiscordPeer() as peer:
        yield peer
    assert peer.violations == []


@pytest.fixture
async def make_client(peer: DiscordPeer, use_cases: FakeUseCases) -> AsyncIterator[Callable[..., DiscordClient]]:
    """Clients that are closed at the end."""
    made: list[DiscordClient] = []

    def build(token: str = values.TOKEN, **how: Any) -> DiscordClient:
        settings: dict[str, Any] = {"api": peer.api, "gateway": peer.gateway_url, "retry_delay": 0.01} | how
        made.append(DiscordClient(SecretStr(token), use_cases, **settings))
        return made[-1]

    yield build
    for client in made:
        await client.close()


@pytest.fixture
async def client(peer: DiscordPeer, make_client: Callable[..., DiscordClient]) -> AsyncIterator[DiscordClient]:
    """A client that serves commands."""
    async with running(make_client()) as client:
        await peer.gateway.ready(identified=1)
        yield client


@contextlib.asynccontextmanager
async def running(client: DiscordClient) -> AsyncIterator[DiscordClient]:
    """The client with its `run` under way; a run that fails fails the test."""
    task = asyncio.create_task(client.run())
    try:
        yield client
    finally:
        await client.close()
        await asyncio.wait_for(task, 10)


async def test_commands_are_registered(peer: DiscordPeer, client: DiscordClient) -> None:
    """Readers' and admins' commands are separate, and Discord hides the latter from everybody else."""
    rights = {command["name"]: command["default_member_permissions"] for command in peer.commands}

    assert rights == {"claims": None, "source": None, "dateline": None, "digest": str(values.MANAGE_GUILD)}
    assert peer.gateway.intents == 1


async def test_claims_are_answered(peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases) -> None:
    """`/claims` answers the asker alone, with lines, links and buttons."""
    answer = await peer.slash("claims", {"about": "Kursk", "by": "General Staff", "since": "7d", "show": 5})

    assert use_cases.asked("claims") == [('Kursk by:"General Staff" since:7d show:5', None)]
    assert answer.private
    assert answer.callback["data"]["allowed_mentions"] == {"parse": []}
    assert "**ISW**: Ukrainian forces advanced up to 5 km SE of Sudzha" in answer.text
    assert list(answer.buttons) == ["Next", "Sources", "Share here"]


async def test_subjects_are_suggested(peer: DiscordPeer, client: DiscordClient) -> None:
    """What is typed is completed, for both subjects of the command."""
    for option in ("about", "by"):
        choices = await peer.autocomplete("claims", option, "kur")
        assert [choice["value"] for choice in choices] == ["Kursk Oblast"]


async def test_zones_are_suggested(peer: DiscordPeer, client: DiscordClient) -> None:
    """Time zones are found by any part of their name."""
    choices = await peer.autocomplete("digest schedule", "zone", "new york")

    assert [choice["value"] for choice in choices] == ["America/New_York"]


async def test_a_failing_suggestion_is_empty(peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases) -> None:
    """An error while typing gives no choices, not a broken command."""
    use_cases.failure = RequestError("no")

    assert await peer.autocomplete("claims", "about", "kur") == []


async def test_next_shows_the_next_page(peer: DiscordPeer, client: DiscordClient) -> None:
    """Next shows what follows, and offers no further page where there is none."""
    first = await peer.slash("claims", {"about": "Kursk"})
    second = await peer.press(first.buttons["Next"])

    assert second.private
    assert "South Korean intelligence" in second.text
    assert list(second.buttons) == ["Sources", "Share here"]


async def test_sources_lists_ids(peer: DiscordPeer, client: DiscordClient) -> None:
    """Sources gives the ids that `/source` takes, and `/source` the passage."""
    first = await peer.slash("claims", {"about": "Kursk"})
    sources = await peer.press(first.buttons["Sources"])
    passage = await peer.slash("source", {"claim": "c1"})

    assert sources.private
    assert "`c1`" in sources.text
    assert "**Ukrainian forces advanced up to five kilometers southeast of Sudzha**" in passage.text


async def test_share_posts_in_the_channel(peer: DiscordPeer, client: DiscordClient) -> None:
    """Share here shows the same lines to everybody, once, and names who shared them."""
    first = await peer.slash("claims", {"about": "Kursk"})
    shared = await peer.press(first.buttons["Share here"])

    assert not shared.private
    assert len(peer.messages()) == 1
    assert "Shared by reader" in shared.text
    assert shared.buttons == {}


async def test_buttons_outlive_a_restart(peer: DiscordPeer, make_client: Callable[..., DiscordClient]) -> None:
    """A button that was sent before a restart works after it."""
    async with running(make_client()):
        await peer.gateway.ready(identified=1)
        first = await peer.slash("claims", {"about": "Kursk"})
    async with running(make_client()):
        await peer.gateway.ready(identified=2)
        second = await peer.press(first.buttons["Next"])

    assert "South Korean intelligence" in second.text


async def test_a_forgotten_button_says_so(peer: DiscordPeer, make_client: Callable[..., DiscordClient]) -> None:
    """A button whose request was too long to carry asks the reader to ask again."""
    async with running(make_client()):
        await peer.gateway.ready(identified=1)
        first = await peer.slash("claims", {"about": "Kursk " + "and more " * 20})
    async with running(make_client()):
        await peer.gateway.ready(identified=2)
        second = await peer.press(first.buttons["Next"])

    assert "Ask again" in second.text


async def test_choices_are_buttons(peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases) -> None:
    """Other subjects that were perhaps meant can be pressed."""
    use_cases.pages[None] = Answer(digest=digest(item()), choices=(Suggestion(label="Kursk (city)", value="place:1"),))
    answer = await peer.slash("claims", {"about": "Kursk"})
    await peer.press(answer.buttons["Kursk (city)"])

    assert use_cases.asked("claims")[-1] == ("place:1", None)


async def test_a_long_answer_takes_several_messages(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases
) -> None:
    """Twenty-five long lines all arrive, and the buttons stand under the last message."""
    lines = [item(f"c{n}", body=f"line {n} " + "word " * 60) for n in range(25)]
    use_cases.pages[None] = Answer(digest=digest(*lines), next_page="p2")
    answer = await peer.slash("claims", {"about": "Kursk", "show": 25})
    await answer.until(lambda e: "line 24" in e.text)

    assert all(f"line {n} " in answer.text for n in range(25))
    assert all(message["flags"] & values.EPHEMERAL for message in answer.followups)
    assert list(answer.buttons) == ["Next", "Sources", "Share here"]


async def test_an_unknown_subject_is_answered_with_the_nearest(peer: DiscordPeer, client: DiscordClient) -> None:
    """An error that is meant for the reader is shown to the reader alone."""
    answer = await peer.slash("claims", {"about": "Atlantis"})

    assert answer.private
    assert "Nearest: Kursk Oblast" in answer.text


async def test_an_unexpected_error_gives_a_reference(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases, capsys: pytest.CaptureFixture[str]
) -> None:
    """A reader gets a reference that the log has too, and neither holds the error's text."""
    use_cases.failure = RuntimeError("password=hunter2")
    answer = await peer.slash("claims", {"about": "Kursk"})
    reference = answer.text.rsplit(maxsplit=1)[-1]
    logged = "".join(capsys.readouterr())

    assert answer.private
    assert reference in logged
    assert "hunter2" not in answer.text + logged


async def test_a_slow_answer_is_deferred(
    peer: DiscordPeer, make_client: Callable[..., DiscordClient], use_cases: FakeUseCases
) -> None:
    """What takes long is deferred in time and answered in the same place."""
    release = asyncio.Event()
    answered = use_cases.claims

    async def slow(request: str, *, page: str | None = None) -> Answer:
        await release.wait()
        return await answered(request, page=page)

    use_cases.claims = slow  # type: ignore[method-assign] # the fake, slowed down
    async with running(make_client(patience=0.01)):
        await peer.gateway.ready(identified=1)
        answer = await peer.slash("claims", {"about": "Kursk"})
        assert answer.callback == {"type": 5, "data": {"flags": values.EPHEMERAL}}
        release.set()
        await answer.until(lambda e: "ISW" in e.text)

    assert len(answer.callbacks) == 1


async def test_an_expired_interaction_is_left_alone(peer: DiscordPeer, client: DiscordClient) -> None:
    """Where Discord says that the answer came too late, no second one is tried, and the next is answered."""
    late = await peer.slash("claims", {"about": "Kursk"}, expired=True)
    good = await peer.slash("claims", {"about": "Kursk"})

    assert (len(late.callbacks), late.followups) == (1, [])
    assert "ISW" in good.text


async def test_a_bodiless_acceptance_is_enough(peer: DiscordPeer, client: DiscordClient) -> None:
    """A proxy that accepts a response without a body gets no second one."""
    peer.bodiless = True
    answer = await peer.slash("claims", {"about": "Kursk"})
    again = await peer.slash("claims", {"about": "Kursk"})

    assert len(answer.callbacks) == len(again.callbacks) == 1


async def test_hostile_text_is_neutral(peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases) -> None:
    """Nothing in an article's text, a name or an address pings, formats or links on Discord."""
    line = item(
        "c1", claimant=HOSTILE, body=HOSTILE, when=HOSTILE, flags=(HOSTILE,), source=HOSTILE, url="javascript:x"
    )
    use_cases.pages[None] = Answer(
        digest=digest(
            line, title=HOSTILE, subtitle=HOSTILE, notice=HOSTILE, footer=("@everyone <@123> https://x.example",)
        )
    )
    answer = await peer.slash("claims", {"about": "Kursk"})

    bare = re.sub(r"\\.", "x", answer.text)
    for markup in ("@everyone", "<@123>", "](", "https://", "javascript", "||s||"):
        assert markup not in bare


async def test_a_schedule_is_stored(peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases) -> None:
    """`/digest schedule` stores what was asked and shows the next sends."""
    options = {"at": "08:00", "days": "weekdays", "zone": "Europe/Kyiv", "channel": values.CHANNEL, "about": "Kursk"}
    answer = await peer.slash("digest schedule", options | {"max": 6, "if-empty": "say", "name": "morning"})
    [(draft,)] = use_cases.asked("add_schedule")

    assert answer.private
    assert (draft.destination.tenant, draft.destination.channel) == (f"discord:{values.GUILD}", values.CHANNEL)
    assert (draft.at, draft.days, draft.zone, draft.about) == ("08:00", "weekdays", "Europe/Kyiv", "Kursk")
    assert (draft.max_lines, draft.if_empty, draft.name) == (6, "say", "morning")
    assert answer.text.count("<t:") == 3


async def test_a_schedule_defaults_to_this_channel(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases
) -> None:
    """Without options a daily digest of everything comes to the channel of the command."""
    await peer.slash("digest schedule")
    [(draft,)] = use_cases.asked("add_schedule")

    assert (draft.destination.channel, draft.at, draft.days, draft.about) == (values.CHANNEL, "08:00", "daily", "")


@pytest.mark.parametrize("command", ["schedule", "list", "show", "pause", "resume", "remove", "preview", "now"])
async def test_admins_commands_are_refused_without_the_permission(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases, command: str
) -> None:
    """The handler checks again what Discord lets admins override; the refusal names right, channel and cure."""
    options = {"name": "morning"} if command in {"show", "pause", "resume", "remove", "now"} else {}
    answer = await peer.slash(f"digest {command}", options, permissions=0)

    assert use_cases.calls == []
    assert all(word in answer.text for word in ("Manage Server", "#news", "Server Settings"))


@pytest.mark.parametrize("how", [{"channel_id": values.CLOSED}, {"options": {"channel": values.CLOSED}}])
async def test_a_channel_we_cannot_post_in_is_refused(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases, how: dict[str, Any]
) -> None:
    """The refusal names what the bot lacks and where, and nothing is stored."""
    answer = await peer.slash("digest schedule", how.pop("options", {}), **how)

    assert use_cases.asked("add_schedule") == []
    assert "#closed" in answer.text
    assert "I lack Embed Links" in answer.text


async def test_schedules_are_looked_after(peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases) -> None:
    """A schedule can be listed, shown, completed by name, paused, resumed, sent and removed."""
    await peer.slash("digest schedule", {"name": "morning", "about": "Kursk"})
    answers = [await peer.slash("digest list")]
    answers += [
        await peer.slash(f"digest {verb}", {"name": "morning"})
        for verb in ("show", "pause", "resume", "now", "remove", "show")
    ]
    shown = ["morning", "Kursk", "Paused", "Resumed", "on its way", "Removed", "No schedule is called"]

    assert [word in answer.text for word, answer in zip(shown, answers, strict=True)] == [True] * len(shown)
    assert all(answer.private for answer in answers)


async def test_schedule_names_are_suggested_to_admins(peer: DiscordPeer, client: DiscordClient) -> None:
    """Names of schedules are offered while typing."""
    await peer.slash("digest schedule", {"name": "morning"})

    assert [choice["value"] for choice in await peer.autocomplete("digest pause", "name", "MOR")] == ["morning"]


@pytest.mark.parametrize(
    ("command", "word"), [("digest preview", "ISW"), ("dateline help", "/claims"), ("dateline about", "who claims it")]
)
async def test_other_commands_answer_in_private(
    peer: DiscordPeer, client: DiscordClient, command: str, word: str
) -> None:
    """Preview, help and about are shown to the asker alone."""
    answer = await peer.slash(command)

    assert answer.private
    assert word in answer.text


async def test_a_digest_is_posted_without_a_gateway(
    peer: DiscordPeer, make_client: Callable[..., DiscordClient]
) -> None:
    """A delivery becomes a message with nobody notified, also while the gateway is away."""
    sent = await make_client().post(delivery())
    [message] = peer.messages()

    assert message["id"] == sent
    assert message["nonce"] == nonce("d1")
    assert "a line" in message["embeds"][0]["description"]
    assert peer.gateway.identified == 0


async def test_a_delivery_is_posted_once(peer: DiscordPeer, client: DiscordClient) -> None:
    """The same delivery gives the same message, another delivery another."""
    first, again = await client.post(delivery()), await client.post(delivery())
    other = await client.post(delivery("d2"))

    assert first == again != other
    assert len(peer.messages()) == 2


async def test_a_digest_that_was_not_split_is_posted_whole(peer: DiscordPeer, client: DiscordClient) -> None:
    """A digest of several messages arrives complete, and once even if delivered twice."""
    lines = [item(f"c{n}", body="word " * 60) for n in range(25)]
    long = delivery(digest=digest(*lines))
    first = await client.post(long)
    again = await client.post(long)

    assert first == again == peer.messages()[0]["id"]
    assert sum(message["embeds"][0]["description"].count("• ") for message in peer.messages()) == 25


FAULTS = [
    (Fault(429, retry_after=0.05), None),
    (Fault(429, retry_after=0.05, stored=True), None),
    (Fault(500, stored=True), None),
    (Fault(503, stored=True), DeliveryError("", ambiguous=True)),
    (Fault(reset=True), DeliveryError("", ambiguous=True)),
    (Fault(reset=True, stored=True), DeliveryError("", ambiguous=True)),
    (Fault(429, retry_after=7, via=False), DeliveryError("", retry_after=7)),
    (Fault(429, retry_after=90), DeliveryError("", retry_after=90)),
    (Fault(400, code=50035), DeliveryError("", permanent=True)),
    (Fault(401), DeliveryError("", permanent=True)),
    (Fault(403, code=50001), DeliveryError("", permanent=True)),
    (Fault(403, code=50013), DeliveryError("", permanent=True)),
    (Fault(404, code=10003), DeliveryError("", permanent=True)),
]


@pytest.mark.parametrize(("fault", "error"), FAULTS, ids=lambda value: str(value)[:60])
async def test_faults_are_told_apart_and_posted_once(
    peer: DiscordPeer, client: DiscordClient, fault: Fault, error: DeliveryError | None
) -> None:
    """Each fault says whether trying again helps, and a retry of the delivery leaves one message."""
    peer.faults.append(fault)
    if error is None:
        await client.post(delivery())
    else:
        with pytest.raises(DeliveryError) as caught:
            await client.post(delivery())
        said = caught.value
        assert (said.permanent, said.ambiguous, said.retry_after) == (
            error.permanent,
            error.ambiguous,
            error.retry_after,
        )
        assert values.TOKEN not in str(said)
    await client.post(delivery())

    assert len(peer.messages()) == 1


async def test_a_dead_address_is_no_ambiguity(make_client: Callable[..., DiscordClient]) -> None:
    """Where nobody listens, nothing was sent, and trying again is safe."""
    with pytest.raises(DeliveryError) as caught:
        await make_client(api="http://127.0.0.1:9/api/v10").post(delivery())

    assert (caught.value.permanent, caught.value.ambiguous) == (False, False)


async def test_a_closed_client_posts_nothing(peer: DiscordPeer, make_client: Callable[..., DiscordClient]) -> None:
    """After closing, a post fails at once and can be tried by the next process."""
    client = make_client()
    await client.close()
    with pytest.raises(DeliveryError) as caught:
        await client.post(delivery())

    assert not caught.value.permanent
    assert peer.requests == []


@pytest.mark.parametrize("channel", ["news", "", "１２x"])
async def test_a_destination_must_be_a_channel_id(make_client: Callable[..., DiscordClient], channel: str) -> None:
    """A destination that is no Discord id is a permanent failure."""
    with pytest.raises(DeliveryError) as caught:
        await make_client().post(delivery(destination=make.destination(channel=channel)))

    assert caught.value.permanent


@pytest.mark.parametrize(
    ("event", "data"),
    [("GUILD_CREATE", {}), ("INTERACTION_CREATE", {"id": "1"}), ("INTERACTION_CREATE", None), ("GUILD_UPDATE", [])],
)
async def test_a_malformed_event_is_survived(peer: DiscordPeer, client: DiscordClient, event: str, data: Any) -> None:
    """An event that breaks the library's parser costs a reconnection, not the bot."""
    await peer.gateway.dispatch(event, data)
    await peer.gateway.ready(identified=2)
    answer = await peer.slash("claims", {"about": "Kursk"})

    assert "ISW" in answer.text


async def test_an_answer_under_way_outlives_a_malformed_event(
    peer: DiscordPeer, client: DiscordClient, use_cases: FakeUseCases
) -> None:
    """A reader who waits while the gateway reconnects still gets the answer."""
    release = asyncio.Event()
    answered = use_cases.source

    async def slow(claim_id: str) -> Any:
        await release.wait()
        return await answered(claim_id)

    use_cases.source = slow  # type: ignore[method-assign] # the fake, slowed down
    asking = asyncio.create_task(peer.slash("source", {"claim": "c1"}))
    await asyncio.sleep(0)
    await peer.gateway.dispatch("GUILD_CREATE", {})
    await peer.gateway.ready(identified=2)
    release.set()

    assert "Sudzha" in (await asking).text


async def test_a_dropped_connection_is_resumed(peer: DiscordPeer, client: DiscordClient) -> None:
    """A request to reconnect and a dropped socket are both followed by a resumed session."""
    await peer.gateway.send(7)
    await peer.gateway.ready(resumed=1)
    await peer.gateway.drop(4000)
    await peer.gateway.ready(resumed=2)

    assert "ISW" in (await peer.slash("claims", {"about": "Kursk"})).text


async def test_commands_are_registered_once(peer: DiscordPeer, client: DiscordClient) -> None:
    """Reconnecting does not spend Discord's daily allowance of command creations."""
    await peer.gateway.dispatch("GUILD_CREATE", {})
    await peer.gateway.ready(identified=2)

    assert [method for method, path in peer.requests if path.endswith("/commands")] == ["PUT"]


async def test_a_refused_token_stops_the_bot(make_client: Callable[..., DiscordClient]) -> None:
    """A wrong token is the operator's to mend; the error says where and does not repeat it."""
    with pytest.raises(SettingsError, match="DATELINE_DISCORD_TOKEN") as caught:
        await make_client("wrong-token.abc").run()

    assert "wrong-token" not in str(caught.value)


async def test_a_token_refused_by_the_gateway_stops_the_bot(
    peer: DiscordPeer, make_client: Callable[..., DiscordClient]
) -> None:
    """A token that is revoked while the bot runs ends it as well."""
    running = asyncio.create_task(make_client().run())
    await peer.gateway.ready(identified=1)
    await peer.gateway.drop(4004)
    with pytest.raises(SettingsError, match="DATELINE_DISCORD_TOKEN"):
        await running


async def test_cancelling_ends_cleanly(peer: DiscordPeer, make_client: Callable[..., DiscordClient]) -> None:
    """A cancelled run leaves the gateway, and closing afterwards leaves no session behind."""
    client = make_client()
    task = asyncio.create_task(client.run())
    await peer.gateway.ready(identified=1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await client.close()


async def test_the_token_is_never_shown(
    peer: DiscordPeer, client: DiscordClient, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the client's repr nor the logs hold the token."""
    caplog.set_level("INFO")
    await client.post(delivery())
    await peer.gateway.dispatch("GUILD_CREATE", {})
    await peer.gateway.ready(identified=2)

    assert values.TOKEN not in repr(client) + repr(vars(client)) + caplog.text


@pytest.mark.parametrize(
    ("api", "base"),
    [
        ("http://127.0.0.1:1/api/v10", "http://127.0.0.1:1/api/v10"),
        ("http://127.0.0.1:1/api/v10/", "http://127.0.0.1:1/api/v10"),
        ("http://127.0.0.1:1/api", "http://127.0.0.1:1/api/v10"),
        ("http://127.0.0.1:1", "http://127.0.0.1:1/api/v10"),
        ("http://127.0.0.1:1/", "http://127.0.0.1:1/api/v10"),
        ("http://proxy.example/discord/api/v10", "http://proxy.example/discord/api/v10"),
    ],
)
def test_addresses_are_read_forgivingly(monkeypatch: pytest.MonkeyPatch, api: str, base: str) -> None:
    """A missing path or a slash too many does not matter."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    point_at(api, "ws://127.0.0.1:1/gateway/")

    assert base == Route.BASE
    assert URL("ws://127.0.0.1:1/gateway/") == DiscordWebSocket.DEFAULT_GATEWAY


@pytest.mark.parametrize(
    ("api", "gateway", "setting"),
    [("127.0.0.1:1", None, "API"), ("ftp://x.example", None, "API"), (None, "http://x.example/", "GATEWAY")],
)
def test_an_unusable_address_names_its_setting(api: str | None, gateway: str | None, setting: str) -> None:
    """An address of another kind is refused before anything connects."""
    with pytest.raises(SettingsError, match=f"DATELINE_DISCORD_{setting}"):
        point_at(api, gateway)


@pytest.mark.parametrize("delivery_id", ["d1", "", "x" * 500, "é"])
def test_a_nonce_fits(delivery_id: str) -> None:
    """A nonce has at most 25 characters and differs by part."""
    assert 0 < len(nonce(delivery_id)) <= 25
    assert nonce(delivery_id) != nonce(delivery_id, 1)


@pytest.mark.parametrize(
    "error", [TimeoutError(), OSError(104, "reset"), aiohttp.ServerDisconnectedError(), KeyError("id")]
)
def test_a_lost_answer_is_ambiguous(error: Exception) -> None:
    """Where no answer came, or one that cannot be read, the message may have been accepted."""
    assert as_delivery_error(error).ambiguous


def delivery(delivery_id: str = "d1", **fields: Any) -> Any:
    """A delivery to the peer's channel."""
    where = fields.pop("destination", None) or make.destination(channel=values.CHANNEL)
    return make.delivery(delivery_id, destination=where, **fields)


def test_discord_is_the_installed_library() -> None:
    """The peer's module of the same name does not hide the library."""
    assert discord.__version__
