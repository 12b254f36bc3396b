"""An interaction with the loopback Discord, as its asker sees it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.peers import discord_values as values


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
