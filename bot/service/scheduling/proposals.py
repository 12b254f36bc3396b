"""Schedules that are shown before they are kept: what would be posted now, and then Post now, Save or Cancel.

A proposal waits in the store, so that its buttons work after a restart and whichever process hears of the press.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final, Literal

from bot.errors import RequestError
from bot.models import Proposal, Schedule, ScheduleDraft, Settlement
from bot.protocols import Store
from bot.service.digests import DigestService
from bot.service.scheduling.schedules import ScheduleService
from digests.models import Digest

Choice = Literal["post", "save", "cancel"]
WINDOWS: Final = (
    "24h",
    "7d",
    "30d",
    "365d",
)  #: how far a first digest may reach back; the first that has lines is taken
AGE: Final = timedelta(hours=1)  #: how long one can be settled
_NOTE: Final = "proposal "  #: with its token, the name under which one is noted
_UNKNOWN: Final = "That preview is settled already, or too old for me to remember. Ask again with /digest schedule."


class Proposals:
    """Remembers drafts until their askers have settled them; each is its asker's own, in their own workspace."""

    def __init__(
        self, store: Store, schedules: ScheduleService, digests: DigestService, *, clock: Callable[[], datetime]
    ) -> None:
        self._store, self._schedules, self._digests, self._clock = store, schedules, digests, clock

    async def propose(self, draft: ScheduleDraft) -> Proposal:
        """Show what a draft would become and post now; raises RequestError that says what to write instead."""
        schedule, digest, first = await self._first_digest(draft)
        known_zone = draft.zone or await self._schedules.all_of(draft.destination.tenant)
        token = await self._remember(draft.model_copy(update={"first": first, "name": schedule.name}))
        return Proposal(
            token=token,
            schedule=schedule,
            digest=digest,
            sends=self._schedules.next_sends(schedule),
            first=first,
            zone_named=bool(known_zone),
        )

    async def change(self, token: str, *, actor: str, tenant: str, first: str = "", zone: str = "") -> Proposal:
        """Show a proposal anew, reaching further back or in another zone; the old one is no more."""
        draft = await self._take(token, actor, tenant)
        changes = {name: value for name, value in (("first", first), ("zone", zone)) if value}
        try:
            return await self.propose(draft.model_copy(update=changes))
        except BaseException:
            await self._remember(draft, token)
            raise

    async def settle(self, token: str, choice: Choice, *, actor: str, tenant: str) -> Settlement:
        """Keep what was proposed, and post its first digest at once if that is wanted; or forget it."""
        draft = await self._take(token, actor, tenant)
        if choice == "cancel":
            return Settlement(schedule=None)
        try:
            schedule = await self._schedules.add(draft)
        except BaseException:
            await self._remember(draft, token)
            raise
        is_posted = choice == "post" and await self._digests.queue_digest(schedule, self._clock(), on_demand=True)
        return Settlement(schedule=schedule, posted=is_posted)

    async def _first_digest(self, draft: ScheduleDraft) -> tuple[Schedule, Digest | None, str]:
        """The schedule with its first digest, which reaches as far back as is said, or until it has lines."""
        first, *further = [draft.first] if draft.first else WINDOWS
        while True:
            schedule = await self._schedules.make(draft.model_copy(update={"first": first}))
            digest = await self._digests.upcoming(schedule)
            if (digest is not None and digest.items) or not further:
                return schedule, digest, first
            first, *further = further

    async def _remember(self, draft: ScheduleDraft, token: str = "") -> str:
        token, now = token or secrets.token_urlsafe(16), self._clock()
        await self._store.notes.prune(_NOTE, _written(now))
        text = f"{_written(now + AGE)} {draft.model_dump_json()}"
        await self._store.notes.write(draft.destination.tenant, f"{_NOTE}{token}", text)
        return token

    async def _take(self, token: str, actor: str, tenant: str) -> ScheduleDraft:
        """A draft, once; another's, or another workspace's, is as unknown as one that never was."""
        name = f"{_NOTE}{token}"
        end, _, text = (await self._store.notes.read(tenant, name)).partition(" ")
        draft = ScheduleDraft.model_validate_json(text) if text and end >= _written(self._clock()) else None
        if draft is None or draft.made_by != actor or not await self._store.notes.take(tenant, name):
            raise RequestError(_UNKNOWN)
        return draft


def _written(moment: datetime) -> str:
    """A moment so that it sorts as text."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")
