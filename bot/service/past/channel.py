"""What the channel of a schedule knows when a digest is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.models import Schedule
from bot.protocols import Store
from bot.service.past.stories import REMEMBERED, StoryKeeper
from digests.composing.past import Past
from digests.models import SourcedClaim


class ChannelMemory:
    """Looks up what channels have had."""

    def __init__(self, store: Store, *, clock: Callable[[], datetime]) -> None:
        self._store, self._stories = store, StoryKeeper(store, clock=clock)

    async def read_on(self) -> None:
        """See to it that all that was added has its story."""
        await self._stories.stories_of([])

    async def past(self, schedule: Schedule, claims: Sequence[SourcedClaim], window: tuple[datetime, datetime]) -> Past:
        """The past of a schedule's channel as a digest of some claims needs it, on the clock of the schedule's zone."""
        zone = ZoneInfo(schedule.zone)
        lines = await self._store.channel_lines(schedule.destination, window[1] - REMEMBERED)
        return Past(
            window_start=window[0],
            story_of=await self._stories.stories_of([article for _, article in claims]),
            lines=[line._replace(posted_at=line.posted_at.astimezone(zone)) for line in lines],
        )
