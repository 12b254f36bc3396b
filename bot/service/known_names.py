"""What has claims, by name: read from the store when it may have changed, and named as the house knows it."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.models import Entity
from bot.protocols import Store
from digests.knowledge import Knowledge
from digests.models import Place
from digests.places import describe
from digests.query.name_index import Directory

AGE = timedelta(seconds=10)  #: how long the names may be out of date, as other processes add records too
MANY = 1_000  #: from so many on, names are read anew while the old ones serve: nobody who types waits for them
REST = 100  #: many names are left alone so many times as long as it took to read them, however much news comes in
LONGEST_REST = timedelta(minutes=2)


class _Known(NamedTuple):
    """What has claims, as it is asked for."""

    directory: Directory = Directory()
    speakers: Directory = Directory()
    subjects: Sequence[Entity] = ()
    parts: Mapping[int, Sequence[int]] = {}  #: the places that lie in each, most claims first


class KnownNames:
    """The places and actors that have claims, kept at hand."""

    def __init__(self, store: Store, knowledge: Knowledge, *, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._knowledge = knowledge
        self._clock = clock
        self._read_at: datetime | None = None
        self._age = AGE  #: how old they may be now
        self._entities: list[Entity] = []
        self._known = _Known()
        self._refreshing: asyncio.Task[None] | None = None

    def expire(self) -> None:
        """Note that there may be new names; many are read anew in time, else each article would cost a second."""
        if len(self._entities) < MANY:
            self._read_at = None

    async def directory(self) -> Directory:
        """The names; at most a moment old where they are few."""
        return (await self._read()).directory

    async def speakers(self) -> Directory:
        """The names of those who have said something."""
        return (await self._read()).speakers

    async def subjects(self) -> Sequence[Entity]:
        """The places and actors themselves, most claims first."""
        return (await self._read()).subjects

    async def inside(self, place_id: int) -> Sequence[int]:
        """The places with claims that lie in another one, most claims first."""
        return (await self._read()).parts.get(place_id, ())

    async def _read(self) -> _Known:
        is_new = self._read_at is not None and timedelta(0) <= self._clock() - self._read_at < self._age
        if not is_new and (self._refreshing is None or self._refreshing.done()):
            self._refreshing = asyncio.create_task(self._refresh())
        if self._refreshing is not None and not self._refreshing.done() and len(self._entities) < MANY:
            await asyncio.shield(self._refreshing)  # whoever asks meanwhile waits too, and is not told of nothing
        return self._known

    async def _refresh(self) -> None:
        self._read_at, start = self._clock(), time.monotonic()
        try:
            entities = await self._store.entities()
        except BaseException:
            self._read_at = None
            raise
        if entities != self._entities:
            self._known = await asyncio.to_thread(self._in_order, entities)
            self._entities = entities
        rest = min(timedelta(seconds=REST * (time.monotonic() - start)), LONGEST_REST)
        self._age = AGE if len(entities) < MANY else max(AGE, rest)

    def _in_order(self, entities: list[Entity]) -> _Known:
        subjects: list[Entity] = []
        parts: defaultdict[int, list[int]] = defaultdict(list)
        for entity, place in self._with_names(entities):
            subjects.append(entity)
            for ancestor_id in place.ancestors if place else ():
                parts[ancestor_id].append(int(entity.id))
        everybody, speakers = Directory(subjects), Directory(entity for entity in subjects if entity.speaks)
        for directory in (everybody, everybody.actors, speakers):
            directory.complete()
        return _Known(everybody, speakers, subjects, dict(parts))

    def _with_names(self, entities: list[Entity]) -> Iterator[tuple[Entity, Place | None]]:
        """Entities as the gazetteer or the actor file names them; what lies around others has no name in the store."""
        for entity in entities:
            place = self._knowledge.gazetteer.place(int(entity.id)) if entity.kind == "place" else None
            actor = self._knowledge.actors.get(entity.id) if entity.kind == "actor" else None
            if place:
                context = describe(place, self._knowledge.gazetteer).removeprefix(place.name)
                detail = context.removeprefix(", ") or "place"
                yield entity.model_copy(update={"name": place.name, "detail": detail}), place
            elif actor:
                yield entity.model_copy(update={"name": actor.name, "detail": actor.kind}), None
            elif entity.name:
                yield entity, None
