"""Digests: what is new for a schedule is made into messages and queued, once for each due time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from bot.errors import RequestError
from bot.models import Delivery, DigestRun, PlatformName, QuietWindow, Schedule, key_of
from bot.protocols import Ranker, Store
from bot.schedules import next_due
from bot.service.lookup import ClaimLookup
from bot.service.past.channel import ChannelMemory
from bot.service.posted import OVERLAP, subjects_of
from digests.composing.compose import MAX_LINES, Composed, compose_digest
from digests.composing.past import NOTHING, Past
from digests.models import EVERYTHING, Digest, Request, SourcedClaim
from digests.query.request import read_request

#: Cuts a digest into parts that each fit one message of a platform.
Splitter = Callable[[Digest], list[Digest]]

_log = structlog.get_logger(__name__)


class DigestService:
    """Makes digests and queues them."""

    def __init__(
        self,
        store: Store,
        lookup: ClaimLookup,
        *,
        clock: Callable[[], datetime],
        splitters: Mapping[PlatformName, Splitter],
        ranker: Ranker | None,
        floor: float = 0.0,
    ) -> None:
        self._store, self._lookup, self._clock = store, lookup, clock
        self._splitters, self._ranker, self._floor = dict(splitters), ranker, floor
        self._memory = ChannelMemory(store, clock=clock)

    async def preview(
        self, request: Request = EVERYTHING, *, max_lines: int = MAX_LINES, until: datetime | timedelta | None = None
    ) -> Digest:
        """The digest of everything that is held on a subject, most telling first; nothing is posted."""
        now = self._clock()
        request = await self._lookup.in_names(request)
        claims = await self._lookup.find(request, until=now - until if isinstance(until, timedelta) else until)
        return (await self._compose(_heading(request), claims, now=now, limit=max_lines)).digest

    async def queue_digest(self, schedule: Schedule, due: datetime, *, on_demand: bool = False) -> bool:
        """Queue what is new for a schedule at a due time, once; False if that was done or there is nothing to say.

        One that somebody asks for does not wait for the end of quiet hours.
        """
        window = (schedule.covered_until - OVERLAP, self._clock())
        composition, claims, past = await self._due(schedule, window)
        next_time = next_due(schedule.cron, schedule.zone, max(due, window[1]))
        run = _run(schedule, due, until=window[1])
        silent = not composition.digest.items and schedule.if_empty == "skip"
        stories = {claim.id: past.story_of[article.id] for claim, article in claims if article.id in past.story_of}
        quiet = None if on_demand else _quiet_window(schedule)
        subjects = subjects_of(claims, [item.claim_id for item in composition.digest.items])
        digest = composition.digest.model_copy(update={"subjects": subjects})
        deliveries = [] if silent else self._deliveries(run, schedule, digest, quiet)
        # What the digest only counted is not new to the next one either.
        claim_ids = [claim.id for claim, _ in claims]
        is_queued = await self._store.queue_run(run, deliveries, claim_ids, next_due=next_time, stories=stories)
        return is_queued and bool(deliveries)

    async def queue_test(self, schedule: Schedule) -> None:
        """Queue what a schedule would post now, marked as a test: it says the same again when it is due."""
        now = self._clock()
        digest = await self.upcoming(schedule) or Digest(title=_heading(read_request(schedule.about, kept=True)))
        notice = digest.notice or ("" if digest.items else "There is nothing new now.")
        digest = digest.model_copy(update={"title": f"Test: {digest.title}", "notice": notice})
        run = _run(schedule, now, until=schedule.covered_until)
        deliveries = [
            delivery.model_copy(update={"not_before": now})
            for delivery in self._deliveries(run, schedule, digest, None)
        ]
        await self._store.queue_run(run, deliveries, [], next_due=schedule.next_due)

    async def upcoming(self, schedule: Schedule) -> Digest | None:
        """The digest that a schedule would send now; none where it would stay silent. Nothing is remembered."""
        composition, _, _ = await self._due(schedule, (schedule.covered_until - OVERLAP, self._clock()))
        silent = not composition.digest.items and schedule.if_empty == "skip"
        return None if silent else composition.digest

    async def _due(
        self, schedule: Schedule, window: tuple[datetime, datetime]
    ) -> tuple[Composed, Sequence[SourcedClaim], Past]:
        """What is new for a schedule in a window, composed, with all claims that it was chosen from."""
        request = read_request(schedule.about, kept=True)
        if request.story:
            await self._memory.read_on()
        claims = await self._lookup.find(request, window=window, posted_by=schedule.id)
        past = await self._memory.past(schedule, claims, window)
        subtitle, title = _window_text(schedule, window), await self._title(request)
        composition = await self._compose(
            title, claims, now=window[1], limit=schedule.max_lines, subtitle=subtitle, past=past
        )
        return composition, claims, past

    async def fire(self, schedule_id: str, due: datetime) -> None:
        """Queue the digest of a schedule that is due, where this process serves its platform."""
        schedule = await self._store.schedule(schedule_id)
        if schedule is None or schedule.paused or schedule.destination.platform not in self._splitters:
            return
        now = self._clock()
        if schedule.grace is not None and now - due > timedelta(minutes=schedule.grace):
            _log.warning("digest left out: it is too late for it", schedule=schedule.id, due=due.isoformat())
            # What it would have said is left to the next one.
            empty_run = _run(schedule, due, until=schedule.covered_until)
            await self._store.queue_run(empty_run, [], [], next_due=next_due(schedule.cron, schedule.zone, now))
        else:
            await self.queue_digest(schedule, due)

    async def _title(self, request: Request) -> str:
        try:
            return _heading(await self._lookup.in_names(request))
        except RequestError:  # nothing is known about it any more
            return _heading(request)

    async def _compose(
        self,
        title: str,
        claims: Sequence[SourcedClaim],
        *,
        now: datetime,
        limit: int,
        subtitle: str = "",
        past: Past = NOTHING,
    ) -> Composed:
        selection = await self._ranker.choose(past.unsaid(claims), now=now, limit=limit) if self._ranker else None
        return await asyncio.to_thread(
            compose_digest,
            title,
            claims,
            now=now,
            subtitle=subtitle,
            limit=limit,
            selection=selection,
            floor=self._floor,
            past=past,
        )

    def _deliveries(
        self, run: DigestRun, schedule: Schedule, digest: Digest, quiet: QuietWindow | None
    ) -> list[Delivery]:
        platform = schedule.destination.platform
        return [
            Delivery(
                # Where a clock was wrong, a due time comes twice; the window tells the two apart.
                id=key_of(run.id, run.window_from.isoformat(), str(part)),
                tenant=run.tenant,
                run_id=run.id,
                part=part,
                destination=schedule.destination,
                digest=piece,
                not_before=run.window_to,
                quiet_window=quiet,
            )
            for part, piece in enumerate(self.split(platform, digest))
        ]

    def split(self, platform: PlatformName, digest: Digest) -> list[Digest]:
        """Cut a digest into parts that each fit one message of a platform."""
        return self._splitters.get(platform, _single_part)(digest)


def _run(schedule: Schedule, due: datetime, *, until: datetime) -> DigestRun:
    return DigestRun(
        id=key_of(schedule.id, due.isoformat()),
        tenant=schedule.tenant,
        schedule_id=schedule.id,
        due=due,
        window_from=schedule.covered_until,
        window_to=until,
    )


def _quiet_window(schedule: Schedule) -> QuietWindow | None:
    return QuietWindow(hours=schedule.quiet_hours, zone=schedule.zone) if schedule.quiet_hours else None


def _heading(request: Request) -> str:
    if request.story:
        return request.about
    return f"{request.about[:1].upper()}{request.about[1:]} digest" if request.about else "News digest"


def _window_text(schedule: Schedule, window: tuple[datetime, datetime]) -> str:
    start, end = (moment.astimezone(ZoneInfo(schedule.zone)) for moment in window)
    return f"{start:%a} {start.day} {start:%b %H:%M} – {end:%a} {end.day} {end:%b %H:%M} {schedule.zone}"


def _single_part(digest: Digest) -> list[Digest]:
    return [digest]
