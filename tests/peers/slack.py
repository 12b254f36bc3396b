"""A loopback Slack: Web API, Socket Mode and signed HTTP, with faults on demand; it checks all that it is sent."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
from typing import Any, Self
from urllib.parse import urlencode

import aiohttp
from aiohttp import web

from tests.peers.slack_rules import check_message, check_options
from tests.peers.slack_web import SECRET, Reply, SlackWeb

_PATIENCE = 3.0  # what Slack grants an acknowledgement


class SlackPeer(SlackWeb):
    """A Slack on 127.0.0.1, what its users do, and the way to the app and back."""

    def __init__(self) -> None:
        super().__init__()
        self.http: str | None = None  #: where the app takes signed requests; Socket Mode otherwise
        self.sockets: list[web.WebSocketResponse] = []
        self.connections = 0
        self._changed = asyncio.Condition()
        self._acks: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._runner: web.AppRunner | None = None

    @property
    def api(self) -> str:
        """The address of the Web API."""
        return f"{self.base}/api/"

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.add_routes([*self.routes(), web.get("/socket", self._socket)])
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.base = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.drop_sockets()
        if self._runner:
            await self._runner.cleanup()

    # --- what a user does ---------------------------------------------------------------------------------------

    def command(self, command: str, text: str, *, user: str = "UREADER", **more: Any) -> dict[str, Any]:
        """Return a slash command's payload."""
        return {
            "command": command,
            "text": text,
            "user_id": user,
            "user_name": user.lower(),
            "team_id": "T1",
            "channel_id": "C1",
            "channel_name": "general",
            "response_url": self._hook(),
            "trigger_id": f"trigger.{next(self._ids)}",
            "token": "legacy",
        } | more

    async def slash(self, command: str, text: str = "", **more: Any) -> Reply:
        """Type a command and return the first answer to it."""
        return await self.answer(self.command(command, text, **more))

    async def answer(self, payload: dict[str, Any], kind: str = "slash_commands") -> Reply:
        """Deliver a request and return its first answer, from the acknowledgement or the response URL."""
        ack = await self.deliver(payload, kind)
        return Reply(ack) if ack.get("text") or ack.get("blocks") else await self.reply(payload)

    async def reply(self, payload: dict[str, Any], seconds: float = _PATIENCE) -> Reply:
        """Return the next answer that comes to a request's response URL."""
        hook = self._hooks[payload["response_url"].rpartition("/")[2]]
        return await asyncio.wait_for(hook.get(), seconds)

    async def press(self, button: dict[str, Any], *, user: str = "UREADER") -> Reply:
        """Press a button and return the answer."""
        return await self.answer(self.action(button, user=user), "interactive")

    def action(self, button: dict[str, Any], *, user: str = "UREADER", channel: str = "C1") -> dict[str, Any]:
        """Return the payload of a pressed button."""
        names = ("action_id", "value", "type", "selected_option")
        pressed = {name: button[name] for name in names if name in button}
        return self.interaction("block_actions", user) | {
            "channel": {"id": channel, "name": "directmessage" if channel.startswith("D") else "general"},
            "response_url": self._hook(),
            "actions": [pressed | {"block_id": "b", "action_ts": f"{next(self._ids)}.0"}],
        }

    def use_on(
        self, message: dict[str, Any], callback_id: str = "dateline_add", *, user: str = "UREADER"
    ) -> dict[str, Any]:
        """Return the payload of the shortcut, used on a message."""
        used = {"callback_id": callback_id, "message": message, "message_ts": "1.0", "response_url": self._hook()}
        return self.interaction("message_action", user) | used

    def event(self, kind: str, *, user: str = "UREADER", **fields: Any) -> dict[str, Any]:
        """Return the payload of an event, with an id of its own."""
        event = {"type": kind, "user": user, "channel": "C1", **fields}
        return {"type": "event_callback", "team_id": "T1", "event_id": f"Ev{next(self._ids)}", "event": event}

    async def suggest(self, typed: str) -> list[dict[str, Any]]:
        """Type into the form's select and return the choices offered."""
        asked = {"action_id": "claims.about", "block_id": "about", "value": typed}
        ack = await self.deliver(self.interaction("block_suggestion", "UREADER") | asked, "interactive")
        self.violations += check_options(ack["options"])
        return [dict(one) for one in ack["options"]]

    async def submit(self, view: dict[str, Any], values: dict[str, str], *, user: str = "UREADER") -> dict[str, Any]:
        """Submit a form with the chosen values by block id and return the acknowledgement."""
        state = {
            block: {f"claims.{block}": {"type": "select", "selected_option": {"value": value}, "value": value}}
            for block, value in values.items()
        }
        sent = view | {"state": {"values": state}, "id": "V1"}
        return await self.deliver(
            self.interaction("view_submission", user) | {"view": sent, "response_urls": []}, "interactive"
        )

    def interaction(self, kind: str, user: str) -> dict[str, Any]:
        """Return what every press and every submitted form says of who did it, and where."""
        return {
            "type": kind,
            "user": {"id": user, "team_id": "T1"},
            "team": {"id": "T1"},
            "channel": {"id": "C1", "name": "general"},
            "trigger_id": f"trigger.{next(self._ids)}",
        }

    # --- carrying it to the app ---------------------------------------------------------------------------------

    async def deliver(self, payload: dict[str, Any], kind: str, *, retry: int = 0) -> dict[str, Any]:
        """Deliver a request in the app's mode and return the acknowledgement's body."""
        if self.http is None:
            ack = await self._deliver_on_socket(payload, kind, retry)
        else:
            status, text = await self.send_signed(payload, kind, retry=retry)
            if status != 200:
                raise AssertionError(f"the app answered {status}: {text}")
            ack = json.loads(text) if text else {}
        if "blocks" in ack:
            self.violations += check_message(ack)
        return dict(ack)

    async def _deliver_on_socket(self, payload: dict[str, Any], kind: str, retry: int) -> dict[str, Any]:
        await self.connected()
        envelope = f"envelope-{next(self._ids)}"
        self._acks[envelope] = asyncio.get_running_loop().create_future()
        message = {"envelope_id": envelope, "type": kind, "payload": payload, "accepts_response_payload": True}
        if retry:
            message |= {"retry_attempt": retry, "retry_reason": "timeout"}
        await self.sockets[-1].send_json(message)
        return await asyncio.wait_for(self._acks[envelope], _PATIENCE)

    async def send_signed(
        self,
        payload: dict[str, Any],
        kind: str = "slash_commands",
        *,
        retry: int = 0,
        secret: str = SECRET,
        timestamp: str | None = None,
    ) -> tuple[int, str]:
        """Send a request over HTTP, signed as Slack signs, and return the status and body."""
        form = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
        body = json.dumps(payload) if kind == "events_api" else urlencode(form)
        stamp = str(int(time.time())) if timestamp is None else timestamp
        signature = hmac.new(secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
        headers = {
            "Content-Type": f"application/{'json' if kind == 'events_api' else 'x-www-form-urlencoded'}",
            "X-Slack-Request-Timestamp": stamp,
            "X-Slack-Signature": f"v0={signature}",
        } | ({"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": "http_timeout"} if retry else {})
        timeout = aiohttp.ClientTimeout(total=_PATIENCE)
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.post(self.http or "", data=body, headers=headers) as response,
        ):
            return response.status, await response.text()

    async def connected(self, count: int = 1, *, seconds: float = 10) -> None:
        """Wait until the app has connected that often, and is connected."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: self.connections >= count and bool(self.sockets))

    async def refresh(self) -> None:
        """Ask the app to reconnect, as Slack does every few hours."""
        await self.sockets[-1].send_json({"type": "disconnect", "reason": "refresh_requested"})

    async def drop_sockets(self) -> None:
        """Kill the connections without a word."""
        for socket in self.sockets:
            transport = socket._req.transport if socket._req else None
            if transport:
                transport.abort()
        await asyncio.sleep(0)

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        async with self._changed:
            self.connections += 1
            self.sockets.append(socket)
            self._changed.notify_all()
        await socket.send_json({"type": "hello", "num_connections": 1, "connection_info": {"app_id": "A1"}})
        async for message in socket:
            ack = json.loads(message.data)
            future = self._acks.get(ack.get("envelope_id", ""))
            if future and not future.done():
                future.set_result(ack.get("payload") or {})
        self.sockets.remove(socket)
        return socket
