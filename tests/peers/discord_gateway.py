"""The Discord peer's gateway: HELLO, IDENTIFY, READY, heartbeats, RESUME, and ways to break the connection."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from aiohttp import WSMsgType, web

from tests.peers import discord_values as values


class Gateway:
    """One bot's gateway; events are kept, so that a resumed session gets what it missed."""

    def __init__(self) -> None:
        self.url = ""  #: where a session is to be resumed
        self.intents: int | None = None
        self.guilds = [values.guild()]  #: told to whoever identifies
        self.identified = self.resumed = 0
        self.heartbeats = 0
        self.shards_needed = 1  #: who connects with fewer is sent away
        self.shards: list[list[int]] = []  #: what each that was let in has said of itself
        self._session = ""
        self._sent: list[dict[str, Any]] = []
        self._socket: web.WebSocketResponse | None = None
        self._changed = asyncio.Condition()

    async def ready(self, *, identified: int = 0, resumed: int = 0) -> None:
        """Wait until the bot has identified and resumed at least so often and is connected."""
        async with asyncio.timeout(20), self._changed:
            await self._changed.wait_for(
                lambda: self._socket is not None and self.identified >= identified and self.resumed >= resumed
            )

    async def dispatch(self, event: str, data: Any) -> None:
        """Send an event to the connected bot."""
        await self.ready()
        await self._event(event, data)

    async def send(self, opcode: int, data: Any = None) -> None:
        """Send any other frame: 7 asks to reconnect, 9 ends the session."""
        socket, self._socket = self._socket, None
        if socket is not None:
            await socket.send_json({"op": opcode, "d": data, "s": None, "t": None})

    async def drop(self, code: int = 4000) -> None:
        """Close the connection with a code."""
        socket, self._socket = self._socket, None
        if socket is not None:
            await socket.close(code=code)

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Handle a connection."""
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 41250}, "s": None, "t": None})
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                await self._received(socket, json.loads(frame.data))
        if self._socket is socket:
            self._socket = None
        return socket

    async def _received(self, socket: web.WebSocketResponse, frame: dict[str, Any]) -> None:
        match frame["op"]:
            case 1:
                self.heartbeats += 1
                await socket.send_json({"op": 11, "d": None, "s": None, "t": None})
            case 2:
                await self._identify(socket, frame["d"])
            case 6:
                await self._resume(socket, frame["d"])

    async def _identify(self, socket: web.WebSocketResponse, data: dict[str, Any]) -> None:
        if data["token"] != values.TOKEN:
            await socket.close(code=4004)
            return
        shard = data.get("shard", [0, 1])
        if shard[1] < self.shards_needed:
            await socket.close(code=4011)
            return
        self.shards.append(shard)
        self.intents, self._session, self._sent = data["intents"], f"session-{values.snowflake()}", []
        self._socket = socket
        guilds = [guild for guild in self.guilds if (int(guild["id"]) >> 22) % shard[1] == shard[0]]
        ready = {
            "v": 10,
            "user": values.me(),
            "shard": shard,
            "guilds": [{"id": guild["id"], "unavailable": True} for guild in guilds],
            "session_id": self._session,
            "resume_gateway_url": self.url,
            "application": {"id": values.BOT, "flags": 0},
        }
        await self._event("READY", ready)
        for guild in guilds:
            await self._event("GUILD_CREATE", guild)
        await self._note("identified")

    async def _resume(self, socket: web.WebSocketResponse, data: dict[str, Any]) -> None:
        if data["token"] != values.TOKEN or data["session_id"] != self._session:
            await socket.send_json({"op": 9, "d": False, "s": None, "t": None})
            return
        self._socket = socket
        for frame in self._sent:
            if frame["s"] > data["seq"]:
                await socket.send_json(frame)
        await self._event("RESUMED", {})
        await self._note("resumed")

    async def _event(self, event: str, data: Any) -> None:
        frame = {"op": 0, "t": event, "s": len(self._sent) + 1, "d": data}
        self._sent.append(frame)
        if self._socket is not None:
            await self._socket.send_json(frame)

    async def _note(self, counter: str) -> None:
        async with self._changed:
            setattr(self, counter, getattr(self, counter) + 1)
            self._changed.notify_all()
