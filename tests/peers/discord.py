"""A Discord on loopback: REST, gateway and interactions, and what can go wrong with each.

Every payload received is checked against our rules and, in the runs of `make openapi`, Discord's API description.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.peers import discord_values as values
from tests.peers.discord_gateway import Gateway
from tests.peers.discord_openapi import load_description
from tests.peers.discord_rules import broken_in_callback, broken_in_commands, broken_in_message

_PREFIX = "/api/v10"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class Fault:
    """How one request for a new message fails; stored: after the message was accepted."""

    status: int = 500
    code: int = 0
    retry_after: float | None = None
    via: bool = True
    stored: bool = False
    reset: bool = False


@dataclass
class Exchange:
    """One interaction and everything that was answered to it."""

    event: dict[str, Any]
    expired: bool = False
    callbacks: list[dict[str, Any]] = field(default_factory=list)
    original: dict[str, Any] | None = None
    followups: list[dict[str, Any]] = field(default_factory=list)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def callback(self) -> dict[str, Any]:
        """The first response."""
        return self.callbacks[0]

    @property
    def text(self) -> str:
        """All text of the answer as it stands now."""
        shown = [self.original or {}, *self.followups]
        embeds = [embed for message in shown for embed in message.get("embeds", [])]
        parts = [(e.get("title"), e.get("description"), (e.get("footer") or {}).get("text")) for e in embeds]
        return "\n".join(text for part in parts for text in part if text)

    @property
    def private(self) -> bool:
        """Whether only the asker sees the answer."""
        return bool(self.original and self.original["flags"] & values.EPHEMERAL)

    @property
    def buttons(self) -> dict[str, str]:
        """The custom ids of the buttons by label, of the last message."""
        message = (self.followups[-1] if self.followups else self.original) or {}
        parts = [part for row in message.get("components", []) for part in row["components"]]
        return {part["label"]: part["custom_id"] for part in parts if "label" in part}

    async def until(self, holds: Callable[[Exchange], object]) -> None:
        """Wait until something holds of the exchange."""
        async with asyncio.timeout(10), self.changed:
            await self.changed.wait_for(lambda: holds(self))


class DiscordPeer:
    """Use as `async with DiscordPeer() as peer`; `peer.api` and `peer.gateway_url` are its addresses."""

    def __init__(self) -> None:
        self.gateway = Gateway()
        self.commands: list[dict[str, Any]] = []
        self.violations: list[str] = []
        self.requests: list[tuple[str, str]] = []
        self.faults: deque[Fault] = deque()  #: one for each coming request for a new message
        self.nonce_seconds = 300.0  #: how long a repeated nonce is known
        self.readable = True  #: whether the bot may read the history of channels
        self.shards = 1  #: how many connections a bot of so many servers shall have
        self.threads: list[dict[str, Any]] = []  #: posts of forums, newest last
        self.published: list[str] = []  #: the messages that followers have got
        self.direct: dict[str, str] = {}  #: the channels of direct messages by person
        self.bodiless = False  #: answer callbacks with 204, as some proxies do
        self._description = load_description()
        self._messages: dict[str, list[dict[str, Any]]] = {}
        self._stored: dict[str, float] = {}
        self._exchanges: dict[str, Exchange] = {}
        self._server = TestServer(self._app(), host="127.0.0.1")

    async def __aenter__(self) -> Self:
        await self._server.start_server()
        self.gateway.url = self.gateway_url
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.gateway.drop(1001)
        await self._server.close()

    @property
    def api(self) -> str:
        """The base address of the REST API."""
        return str(self._server.make_url(_PREFIX))

    @property
    def gateway_url(self) -> str:
        """The address of the gateway."""
        return str(self._server.make_url("/gateway/").with_scheme("ws"))

    def messages(self, channel_id: str = values.CHANNEL) -> list[dict[str, Any]]:
        """The public messages of a channel, oldest first."""
        return self._messages.get(channel_id, [])

    async def slash(self, name: str, options: dict[str, Any] | None = None, **how: Any) -> Exchange:
        """Use a registered command, as in `slash("digest schedule", {"at": "08:00"})`, and wait for the response."""
        return await self._interact(2, self._invocation(name, options or {}), **how)

    def leaves(self) -> dict[str, dict[str, Any]]:
        """The registered slash commands by their whole names, each with its options."""
        roots = [(command["name"], command) for command in self.commands if command["type"] == 1]
        return dict(_leaves(roots))

    async def forge(self, name: str, options: list[dict[str, Any]], **how: Any) -> Exchange:
        """Use a command with options that Discord would not let through, and wait for the response."""
        root, *path = name.split()
        known = next(one for one in self.commands if one["name"] == root)
        for part in reversed(path):
            options = [{"name": part, "type": 1, "options": options}]
        data = {"id": known["id"], "name": root, "type": 1, "options": options, "resolved": {}}
        return await self._interact(2, data, **how)

    async def autocomplete(self, name: str, option: str, typed: str, **how: Any) -> list[dict[str, Any]]:
        """Type into an option and return the choices offered."""
        data = self._invocation(name, {option: typed}, focused=option)
        exchange = await self._interact(4, data, **how)
        choices: list[dict[str, Any]] = exchange.callback["data"]["choices"]
        return choices

    async def press(self, custom_id: str, *chosen: str, **how: Any) -> Exchange:
        """Press a button, or choose from a list, of any message sent so far and wait for the response."""
        shown = [m for e in self._exchanges.values() for m in (e.original, *e.followups) if m]
        shown += [message for channel in self._messages.values() for message in channel]
        under = next(
            (
                m
                for m in shown
                for row in m["components"]
                for part in row["components"]
                if part["custom_id"] == custom_id
            ),
            values.message(values.CHANNEL, {}),
        )
        data = {"custom_id": custom_id, "component_type": 3, "values": list(chosen)} if chosen else {}
        data = data or {"custom_id": custom_id, "component_type": 2}
        return await self._interact(3, data, message=under, **how)

    async def use_on(self, name: str, message: dict[str, Any], **how: Any) -> Exchange:
        """Use a registered message command on a message, and wait for the response."""
        known = next(one for one in self.commands if one["name"] == name and one["type"] == 3)
        resolved = {"messages": {message["id"]: message}}
        data = {"id": known["id"], "name": name, "type": 3, "target_id": message["id"], "resolved": resolved}
        return await self._interact(2, data, **how)

    async def fill(self, custom_id: str, answers: dict[str, str], **how: Any) -> Exchange:
        """Submit a form with what stands in its fields, and wait for the response."""
        rows = [
            {"type": 18, "component": {"type": 3, "custom_id": key, "values": [value]}}
            if key == "claim"
            else {"type": 18, "component": {"type": 4, "custom_id": key, "value": value}}
            for key, value in answers.items()
        ]
        return await self._interact(5, {"custom_id": custom_id, "components": rows}, **how)

    async def _interact(
        self,
        kind: int,
        data: dict[str, Any],
        *,
        message: dict[str, Any] | None = None,
        channel_id: str | None = values.CHANNEL,
        permissions: int = values.MANAGE_GUILD,
        expired: bool = False,
        guild_id: str | None = None,
    ) -> Exchange:
        event = values.interaction(kind, data, channel_id=channel_id, permissions=permissions)
        event |= {"guild_id": guild_id} if guild_id else {}
        if message is not None:
            event["message"] = message
        exchange = self._exchanges[event["token"]] = Exchange(event, expired)
        await self.gateway.dispatch("INTERACTION_CREATE", event)
        await exchange.until(lambda e: e.callbacks)
        return exchange

    def _invocation(self, name: str, options: dict[str, Any], *, focused: str | None = None) -> dict[str, Any]:
        """The data of a command interaction; raises if the command or an option is not registered so."""
        root, *path = name.split()
        known = command = next(one for one in self.commands if one["name"] == root)
        for part in path:
            command = next(option for option in command["options"] if option["name"] == part)
        declared = {option["name"]: option for option in command.get("options", [])}
        missing = {o["name"] for o in declared.values() if o.get("required")} - options.keys()
        if missing and focused is None:
            raise ValueError(f"/{name} needs {missing}")
        given: list[dict[str, Any]] = [
            {
                "name": key,
                "type": declared[key]["type"],
                "value": value,
                **({"focused": True} if key == focused else {}),
            }
            for key, value in options.items()
        ]
        threads = {thread["id"]: thread for guild in self.gateway.guilds for thread in guild.get("threads", ())}
        channels = {
            o["value"]: threads.get(o["value"], values.channel(o["value"])) | {"permissions": "0"}
            for o in given
            if o["type"] == 7
        }
        for part in reversed(path):
            given = [{"name": part, "type": 1, "options": given}]
        return {"id": known["id"], "name": root, "type": 1, "options": given, "resolved": {"channels": channels}}

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[self._checked])
        routes: list[tuple[str, str, Handler]] = [
            ("GET", "/users/@me", self._me),
            ("GET", "/oauth2/applications/@me", self._application),
            ("GET", "/gateway/bot", self._gateway_bot),
            ("POST", "/users/@me/channels", self._open_direct),
            ("GET", "/applications/{application}/commands", self._get_commands),
            ("PUT", "/applications/{application}/commands", self._put_commands),
            ("PUT", "/applications/{application}/guilds/{guild}/commands", self._put_commands),
            ("GET", "/channels/{channel}", self._channel),
            ("GET", "/channels/{channel}/messages", self._get_messages),
            ("POST", "/channels/{channel}/messages", self._post_message),
            ("PATCH", "/channels/{channel}/messages/{message}", self._edit_message),
            ("POST", "/channels/{channel}/messages/{message}/crosspost", self._crosspost),
            ("POST", "/channels/{channel}/threads", self._open_thread),
            ("GET", "/guilds/{guild}/threads/active", self._active_threads),
            ("POST", "/interactions/{interaction}/{token}/callback", self._callback),
            ("POST", "/webhooks/{application}/{token}", self._followup),
            ("GET", "/webhooks/{application}/{token}/messages/@original", self._get_original),
            ("PATCH", "/webhooks/{application}/{token}/messages/@original", self._edit_original),
        ]
        for method, path, handler in routes:
            app.router.add_route(method, _PREFIX + path, handler)
        app.router.add_get("/gateway/", self.gateway.serve)
        return app

    @web.middleware
    async def _checked(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        path = request.path.removeprefix(_PREFIX)
        if path == request.path:
            return await handler(request)
        self.requests.append((request.method, path))
        with_token = path.startswith(("/interactions/", "/webhooks/"))
        if not with_token and request.headers.get("Authorization") != f"Bot {values.TOKEN}":
            return _reply({"message": "401: Unauthorized", "code": 0}, 401)
        await self._check_request(request, path)
        response = await handler(request)
        if self._description and isinstance(response, web.Response) and response.status == 200 and response.text:
            errors = self._description.reply_errors(request.method, path, json.loads(response.text))
            if not path.startswith("/channels/") or "messages" in path:
                self.violations += [f"the peer's own reply to {request.method} {path}: {error}" for error in errors]
        return response

    async def _check_request(self, request: web.Request, path: str) -> None:
        if request.method not in {"POST", "PUT", "PATCH"}:
            return
        body: Any = await _body(request) if request.can_read_body else {}
        broken: list[str] = []
        if path.endswith("/commands"):
            broken += broken_in_commands(body)
        elif path.endswith("/threads"):
            broken += broken_in_message(body["message"])
            broken += [] if 1 <= len(body["name"]) <= 100 and len(body["applied_tags"]) <= 5 else ["a bad post"]
        elif path.endswith("/crosspost"):
            pass
        elif path == "/users/@me/channels":
            broken += [] if set(body) == {"recipient_id"} else ["not one recipient"]
        elif path.endswith("/callback"):
            broken += broken_in_callback(body)
        else:
            broken += broken_in_message(body, new=request.method == "POST")
        if self._description:
            broken += self._description.request_errors(request.method, path, body)
        self.violations += [f"{request.method} {path}: {sentence}" for sentence in broken]

    async def _me(self, _: web.Request) -> web.Response:
        return _reply(values.me())

    async def _application(self, _: web.Request) -> web.Response:
        return _reply(values.application())

    async def _open_direct(self, request: web.Request) -> web.Response:
        """The channel of somebody's direct messages: always the same."""
        person = (await request.json())["recipient_id"]
        self.direct[person] = self.direct.get(person) or values.snowflake()
        recipient = values.user(person, "reader")
        return _reply(
            {"id": self.direct[person], "type": 1, "last_message_id": None, "flags": 0, "recipients": [recipient]}
        )

    async def _gateway_bot(self, _: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return _reply({"url": self.gateway_url, "shards": self.shards, "session_start_limit": limit})

    async def _get_commands(self, _: web.Request) -> web.Response:
        return _reply(self.commands)

    async def _put_commands(self, request: web.Request) -> web.Response:
        self.commands = [
            {
                "id": values.snowflake(),
                "application_id": values.BOT,
                "version": "1",
                "description": "",
                **command,
                **_as_text(command),
            }
            for command in await request.json()
        ]
        return _reply(self.commands)

    async def _channel(self, request: web.Request) -> web.Response:
        channel_id = request.match_info["channel"]
        last = next(reversed(self._stored), None)  # also where it has been deleted since
        return _reply(values.channel(channel_id) | {"last_message_id": last})

    async def _get_messages(self, request: web.Request) -> web.Response:
        """The last messages, or the last before one, newest first; none without the right to read them."""
        kept = self.messages(request.match_info["channel"]) if self.readable else []
        limit = int(request.query.get("limit", 50))
        if "before" in request.query:
            kept = [message for message in kept if int(message["id"]) < int(request.query["before"])]
        return _reply([{key: message[key] for key in message.keys() - {"nonce"}} for message in kept[-limit:][::-1]])

    async def _post_message(self, request: web.Request) -> web.StreamResponse:
        fault = self.faults.popleft() if self.faults else None
        if fault and not fault.stored:
            return _failed(request, fault)
        sent = await request.json()
        answered = (sent.get("message_reference") or {}).get("message_id")
        if answered and answered not in {message["id"] for message in self.messages(request.match_info["channel"])}:
            return _reply({"message": "Invalid Form Body", "code": 50035}, 400)
        message = self._store(request.match_info["channel"], sent)
        return _failed(request, fault) if fault else _reply(message)

    async def _open_thread(self, request: web.Request) -> web.StreamResponse:
        """A post of a forum: a thread whose id is that of its first message."""
        fault = self.faults.popleft() if self.faults else None
        if fault and not fault.stored:
            return _failed(request, fault)
        body = await request.json()
        message = self._store("new", body["message"])
        self._messages[message["id"]] = [message | {"channel_id": message["id"]}]
        self._messages["new"].clear()
        made = values.thread(message["id"], request.match_info["channel"])
        made |= {"name": body["name"], "applied_tags": body["applied_tags"], "owner_id": values.BOT}
        self.threads.append(made)
        return _failed(request, fault) if fault else _reply(made | {"message": message})

    async def _active_threads(self, _: web.Request) -> web.Response:
        return _reply({"threads": self.threads, "members": [], "has_more": False})

    async def _crosspost(self, request: web.Request) -> web.Response:
        message_id = request.match_info["message"]
        known = [one for one in self.messages(request.match_info["channel"]) if one["id"] == message_id]
        if not known or message_id in self.published:
            return _reply({"message": "This message has already been crossposted", "code": 40033}, 400)
        self.published.append(message_id)
        return _reply(known[0])

    def _store(self, channel_id: str, sent: dict[str, Any]) -> dict[str, Any]:
        """Keep a message, once for each enforced nonce."""
        kept = self._messages.setdefault(channel_id, [])
        if sent.get("enforce_nonce"):
            for message in kept:
                known = time.monotonic() - self._stored[message["id"]] < self.nonce_seconds
                if known and message.get("nonce") == sent["nonce"]:
                    return message
        kept.append(values.message(channel_id, sent))
        self._stored[kept[-1]["id"]] = time.monotonic()
        return kept[-1]

    async def _edit_message(self, request: web.Request) -> web.Response:
        for message in self.messages(request.match_info["channel"]):
            if message["id"] == request.match_info["message"]:
                edited = values.message(message["channel_id"], message | await request.json())
                message.update(edited | {"id": message["id"]})
                return _reply(message)
        return _reply({"message": "Unknown Message", "code": 10008}, 404)

    async def _callback(self, request: web.Request) -> web.Response:
        exchange = self._exchanges.get(request.match_info["token"])
        body = await _body(request)
        if exchange is None:
            return _reply({"message": "Unknown interaction", "code": 10062}, 404)
        async with exchange.changed:
            exchange.callbacks.append(body)
            exchange.changed.notify_all()
            if exchange.expired:
                return _reply({"message": "Unknown interaction", "code": 10062}, 404)
            if len(exchange.callbacks) > 1:
                return _reply({"message": "Interaction has already been acknowledged.", "code": 40060}, 400)
            if body["type"] == 7:  # in the place of the message whose button was pressed, seen by whoever saw that
                exchange.original = values.message(
                    exchange.event["channel_id"], exchange.event["message"] | body["data"]
                )
            elif body["type"] in {4, 5}:
                exchange.original = self._answer(exchange, body.get("data", {}), loading=body["type"] == 5)
        if self.bodiless or "with_response" not in request.query:
            return web.Response(status=204)
        return _reply(_accepted(exchange, body["type"]))

    def _answer(self, exchange: Exchange, data: dict[str, Any], *, loading: bool) -> dict[str, Any]:
        channel_id = exchange.event["channel_id"]
        if data.get("flags", 0) & values.EPHEMERAL or loading:
            return values.message(channel_id, data)
        return self._store(channel_id, data)

    async def _followup(self, request: web.Request) -> web.Response:
        exchange = self._exchanges[request.match_info["token"]]
        async with exchange.changed:
            exchange.followups.append(self._answer(exchange, await _body(request), loading=False))
            exchange.changed.notify_all()
        return _reply(exchange.followups[-1])

    async def _get_original(self, request: web.Request) -> web.Response:
        return _reply(self._exchanges[request.match_info["token"]].original)

    async def _edit_original(self, request: web.Request) -> web.Response:
        exchange = self._exchanges[request.match_info["token"]]
        async with exchange.changed:
            before = exchange.original or {}
            exchange.original = values.message(before["channel_id"], before | await _body(request))
            exchange.original["edited_timestamp"] = values.NOW
            exchange.changed.notify_all()
        return _reply(exchange.original)


def _leaves(commands: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, command in commands:
        parts = [part for part in command.get("options", ()) if part["type"] in {1, 2}]
        if parts:
            yield from _leaves((f"{name} {part['name']}", part) for part in parts)
        else:
            yield name, command


async def _body(request: web.Request) -> Any:
    """What was sent as JSON; with a file it is one part of a form."""
    if request.content_type == "multipart/form-data":
        body = json.loads(str((await request.post())["payload_json"]))
        for attachment in (body.get("data") or body).get("attachments", ()):
            attachment["id"] = str(attachment["id"])  # numbers of parts, which Discord takes in either form
        return body
    return json.loads(await request.text())


def _reply(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """JSON with the exact content type; with a charset the client would not read it."""
    response = web.Response(text=json.dumps(body), status=status, headers=headers)
    response.headers["Content-Type"] = "application/json"
    return response


def _as_text(command: dict[str, Any]) -> dict[str, Any]:
    """Permissions may be sent as a number, but come back as text."""
    rights = command.get("default_member_permissions")
    return {"default_member_permissions": None if rights is None else str(rights)}


def _failed(request: web.Request, fault: Fault) -> web.Response:
    if fault.reset and request.transport is not None:
        request.transport.abort()
    headers = {"Via": "1.1 example"} if fault.via and fault.status == 429 else {}
    if fault.retry_after is not None:
        headers["Retry-After"] = str(fault.retry_after)
    body = {"message": "no", "code": fault.code, "retry_after": fault.retry_after, "global": False}
    return _reply(body, fault.status, headers)


def _accepted(exchange: Exchange, kind: int) -> dict[str, Any]:
    accepted: dict[str, Any] = {"id": exchange.event["id"], "type": exchange.event["type"]}
    if exchange.original is None or kind not in {4, 7}:
        return {"interaction": accepted}
    accepted |= {
        "response_message_id": exchange.original["id"],
        "response_message_loading": False,
        "response_message_ephemeral": exchange.private,
    }
    return {"interaction": accepted, "resource": {"type": kind, "message": exchange.original}}
