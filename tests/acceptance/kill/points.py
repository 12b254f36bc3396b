"""Where a bot can be killed, and the wrappers around its real parts that do it; nothing of this is in the product."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, event

from bot.models import Delivery, PlatformName
from bot.protocols import Client
from bot.store import SqlStore

#: The steps in their order. `send.received` and `send.stored` are the peer's: it kills before and after it has kept a
#: message that it never confirms.
IN_PROCESS = (
    "fire",
    "queue.before",
    "queue.half",
    "queue.commit",
    "queue.after",
    "take.before",
    "take.commit",
    "take.after",
    "send.before",
    "send.after",
    "mark.commit",
    "mark.after",
)
AT_PEER = ("send.received", "send.stored")
POINTS = (*IN_PROCESS[:9], *AT_PEER, *IN_PROCESS[9:])

_STEPS = {"queue_run": "queue", "take_deliveries": "take", "mark_sent": "mark"}
_STATEMENTS = {
    "queue": ("INSERT INTO outbox",),
    "take": ("UPDATE outbox", "attempts="),
    "mark": ("UPDATE outbox", "remote_id="),
}


class Death:
    """Kills its own process, as SIGKILL does, when a point is passed for the given time."""

    def __init__(self, point: str, nth: int) -> None:
        self._point, self._left = point, nth

    def at(self, point: str) -> None:
        """Pass a point."""
        if point == self._point:
            self._left -= 1
            if not self._left:
                os.kill(os.getpid(), signal.SIGKILL)


class DyingStore:
    """The real store, with points before, in and after what a delivery goes through."""

    def __init__(self, store: SqlStore, death: Death) -> None:
        self._store, self._death = store, death
        event.listen(store._engine, "after_cursor_execute", self._executed)
        event.listen(store._engine, "commit", self._committing)

    def _executed(self, connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
        for step, words in _STATEMENTS.items():
            if all(word in statement for word in words):
                connection.info["step"] = step
        if "INSERT INTO outbox" in statement:
            self._death.at("queue.half")

    def _committing(self, connection: Connection) -> None:
        self._death.at(f"{connection.info.pop('step', '')}.commit")

    def __getattr__(self, name: str) -> Any:
        work = getattr(self._store, name)
        if name == "find_claims":
            self._death.at("fire")
        return self._around(_STEPS[name], work) if name in _STEPS else work

    def _around(self, step: str, work: Callable[..., Any]) -> Callable[..., Any]:
        async def call(*arguments: Any, **options: Any) -> Any:
            self._death.at(f"{step}.before")
            done = await work(*arguments, **options)
            if done:  # an empty take is no step
                self._death.at(f"{step}.after")
            return done

        return call


class DyingClient:
    """The real client, with points around the sending; `naive` forgets that an earlier attempt may have been posted."""

    def __init__(self, client: Client, death: Death, *, naive: bool) -> None:
        self._client, self._death, self._naive = client, death, naive
        self.name: PlatformName = client.name

    async def post(self, delivery: Delivery) -> str:
        """Post, or die before or after it."""
        self._death.at("send.before")
        known = delivery.model_copy(update={"maybe_posted_since": None}) if self._naive else delivery
        remote_id = await self._client.post(known)
        self._death.at("send.after")
        return remote_id

    def is_connected(self) -> bool:
        """As the client is."""
        return self._client.is_connected()

    async def run(self) -> None:
        """As the client does."""
        await self._client.run()

    async def close(self) -> None:
        """As the client does."""
        await self._client.close()


def dying(clients: Mapping[PlatformName, Client], death: Death, *, naive: bool) -> dict[PlatformName, Client]:
    """All clients, wrapped."""
    return {name: DyingClient(client, death, naive=naive) for name, client in clients.items()}
