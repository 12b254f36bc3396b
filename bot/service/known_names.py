"""What has claims, by name: read from the store when it may have changed, and named as the house knows it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from bot.models import Entity
from bot.protocols import Store
from digests.knowledge import Knowledge
from digests.places import describe
from digests.query.name_index import Directory

AGE = timedelta(seconds=10)  #: how long the names may be out of date, as other processes add records too
MANY = 1_000  #: from so many on, names are read anew while the old ones serve: nobody who types waits for them
REST = 100  #: many names are left alone so many times as long as it took to read them, however much news comes in
LONGEST_REST = timedelta(minutes=2)


class KnownNames:
    """The places and actors that have claims, kept at hand."""

    def __init__(self, store: Store, knowledge: Knowledge, *, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._knowledge = knowledge
        self._clock = clock
        self._read_at: datetime | None = None
        self._age = AGE  #: how old they may be now
        self._entities: list[Entity] = []
        self._directory, self._speakers = Directory(), Directory()
        self._refreshing: asyncio.Task[None] | None = None

    def expire(self) -> None:
        """Note that there may be new names; many are read anew in time, else each article would cost a second."""
        if len(self._entities) < MANY:
            self._read_at = None

    async def directory(self) -> Directory:
        """The names; at most a moment old where they are few."""
        if self._read_at is None or not timedelta(0) <= self._clock() - self._read_at < self._age:
            if self._refreshing is None or self._refreshing.done():
                self._refreshing = asyncio.create_task(self._refresh())
            if len(self._entities) < MANY:
                await asyncio.shield(self._refreshing)
        return self._directory

    async def speakers(self) -> Directory:
        """The names of those who have said something."""
        await self.directory()
        return self._speakers

    async def _refresh(self) -> None:
        self._read_at, start = self._clock(), time.monotonic()
        try:
            entities = await self._store.entities()
        except BaseException:
            self._read_at = None
            raise
        if entities != self._entities:
            self._directory, self._speakers = await asyncio.to_thread(self._directories, entities)
            self._entities = entities
        rest = min(timedelta(seconds=REST * (time.monotonic() - start)), LONGEST_REST)
        self._age = AGE if len(entities) < MANY else max(AGE, rest)

    def _directories(self, entities: list[Entity]) -> tuple[Directory, Directory]:
        named_entities = list(self._with_names(entities))
        everybody, speakers = (
            Directory(named_entities),
            Directory(entity for entity in named_entities if entity.speaks),
        )
        for directory in (everybody, everybody.actors, speakers):
            directory.complete()
        return everybody, speakers

    def _with_names(self, entities: list[Entity]) -> Iterator[Entity]:
        """Entities as the gazetteer or the actor file names them; what lies around others has no name in the store."""
        for entity in entities:
            place = self._knowledge.gazetteer.place(int(entity.id)) if entity.kind == "place" else None
            actor = self._knowledge.actors.get(entity.id) if entity.kind == "actor" else None
            if place:
                context = describe(place, self._knowledge.gazetteer).removeprefix(place.name)
                yield entity.model_copy(update={"name": place.name, "detail": context.removeprefix(", ") or "place"})
            elif actor:
                yield entity.model_copy(update={"name": actor.name, "detail": actor.kind})
            elif entity.name:
                yield entity
