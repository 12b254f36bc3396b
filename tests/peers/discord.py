"""A Discord on loopback: REST, gateway and interactions, and what can go wrong with each.

Every payload received is checked against our rules and, in the runs of `make openapi`, Discord's API description.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Self

from tests.peers import discord_values as values
from tests.peers.discord_exchange import Exchange
from tests.peers.discord_rest import DiscordRest


class DiscordPeer(DiscordRest):
    """Use as `async with DiscordPeer() as peer`; `peer.api` and `peer.gateway_url` are its addresses."""

    async def __aenter__(self) -> Self:
        await self._server.start_server()
        self.gateway.url = self.gateway_url
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.gateway.drop(1001)
        await self._server.close()

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


def _leaves(commands: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, command in commands:
        parts = [part for part in command.get("options", ()) if part["type"] in {1, 2}]
        if parts:
            yield from _leaves((f"{name} {part['name']}", part) for part in parts)
        else:
            yield name, command
