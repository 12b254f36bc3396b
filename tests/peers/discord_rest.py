"""The loopback Discord's REST API: what is sent is checked, kept and answered, or fails on demand."""

from __future__ import annotations

import json
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.peers import discord_values as values
from tests.peers.discord_exchange import Exchange
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


class DiscordRest:
    """A server with channels, threads and forums, and what the bot has said in them."""

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
