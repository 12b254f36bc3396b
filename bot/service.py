"""The use cases, free of any platform: add records, answer questions, keep schedules, queue digests."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.errors import RequestError
from bot.known import KnownNames
from bot.models import (
    Answer,
    Delivery,
    DigestRun,
    Entity,
    PlatformName,
    Schedule,
    ScheduleDraft,
    SourceView,
    Suggestion,
)
from bot.protocols import Ranker, Store
from bot.revising import revise_posted
from bot.schedules import next_due, parse_days_at, parse_zone
from digests.compose import MAX_LINES, Composed, Found, compose_answer, compose_digest
from digests.dates import format_day
from digests.directory import Directory, Known
from digests.errors import BadQueryError
from digests.extract import Extraction
from digests.knowledge import Knowledge
from digests.line import claim_line
from digests.models import Article, Claim, Digest, Query, Subject
from digests.passages import passage_url
from digests.query import Finding, Request, as_query, find_subject, read_request, suggest
from digests.relations import relate
from digests.text import paragraphs
from digests.why import Row, explain

CANDIDATES = 500  #: how many new claims a digest is chosen from
AROUND = 300  #: how many claims on its subject, the newest, a claim is related to
OVERLAP = timedelta(minutes=1)  #: read again, as a record may be stored just after its own time; repeats are dropped
COUNTED = 200  #: the store counts no further; a reader sees “200+ claims”
FIRST_WINDOW = timedelta(days=1)  #: a new schedule's first digest reaches back this far

#: Cuts a digest into parts that each fit one message of a platform.
Splitter = Callable[[Digest], list[Digest]]


class Service:
    """What Dateline does; adapters and the command line call it, and it calls the store."""

    def __init__(
        self,
        store: Store,
        read: Callable[[Article], Extraction],
        knowledge: Knowledge,
        *,
        clock: Callable[[], datetime],
        splitters: Mapping[PlatformName, Splitter] | None = None,
        ranker: Ranker | None = None,
    ) -> None:
        self._store = store
        self._read = read
        self._knowledge = knowledge
        self._clock = clock
        self._splitters = dict(splitters or {})
        self._ranker = ranker
        self._known = KnownNames(store, knowledge, clock=clock)

    # --- records ----------------------------------------------------------------------------------------------

    async def add_article(self, article: Article) -> bool:
        """Read an article and keep it with its claims; False if that version is held already."""
        if await self._store.has_article(article.id, article.version):
            return False
        extraction = await asyncio.to_thread(self._read, article)
        # Before the record is held: a crash in between queues nothing twice, and loses no correction.
        await revise_posted(self._store, article, extraction.claims, now=self._clock(), split=self._split)
        added = await self._store.add_article(article, extraction.claims, now=self._clock())
        self._known.expire()
        return added

    # --- questions --------------------------------------------------------------------------------------------

    async def claims(self, request: str, *, page: str | None = None) -> Answer:
        """Answer `/claims`: one page of lines, newest first, and what else the words may have meant."""
        now = self._clock()
        asked = read_request(request, now=now)
        if not asked.about and not asked.by:
            raise BadQueryError("Say what the claims are about, as in `kursk` or `kursk since:7d by:isw`.")
        known = await self._known.directory()
        about, by = self._look_up(asked, known)
        query = as_query(asked, about, by)
        found, total = await self._store.find_claims(query, limit=query.show + 1, after=page)
        if not found:
            return self._nothing(asked, about, known, more=page is not None)
        more, found = len(found) > query.show, found[: query.show]
        composed = compose_answer(
            _title(asked, about, by),
            await self._related([claim for _, claim in found], query),
            now=now,
            subtitle=_counted(total, asked, about),
        )
        others = about.others if about else ()
        return Answer(
            digest=composed.digest,
            choices=tuple(Suggestion(label=s.name[:100], value=f"{s.kind}:{s.id}"[:100]) for s in others[:3]),
            next_page=found[-1][0] if more else None,
        )

    async def suggest(self, typed: str, *, limit: int = 25) -> tuple[Suggestion, ...]:
        """Places and actors that have claims, for autocomplete, with their counts."""
        known = await self._known.directory()
        return tuple(_suggestion(entity) for entity in suggest(typed, known, limit=limit) if isinstance(entity, Entity))

    async def source(self, claim_id: str) -> SourceView:
        """A claim's passage in its paragraph; raises RequestError for an unknown id."""
        claim, article = await self._claim(claim_id)
        return _source_view(claim, article, now=self._clock())

    async def why(self, claim_id: str) -> tuple[Row, ...]:
        """How a claim was read and why its line looks as it does; raises RequestError for an unknown id."""
        claim, article = await self._claim(claim_id)
        return explain(claim, article, now=self._clock())

    # --- digests ----------------------------------------------------------------------------------------------

    async def preview(self, about: str = "", *, max_lines: int = MAX_LINES) -> Digest:
        """The digest of everything that is held on a subject, most telling first; nothing is posted."""
        now = self._clock()
        asked = read_request(about, now=now)
        found = await self._find(asked)
        return (await self._compose(_heading(asked), found, now=now, limit=max_lines)).digest

    async def queue_digest(self, schedule: Schedule, due: datetime) -> bool:
        """Queue what is new for a schedule at a due time, once; False if that was done or there is nothing to say."""
        window = (schedule.covered_until - OVERLAP, self._clock())
        asked = read_request(schedule.about, now=window[1])
        found = await self._find(asked, window=window, schedule=schedule)
        subtitle = _window_text(schedule, window)
        composed = await self._compose(
            _heading(asked), found, now=window[1], limit=schedule.max_lines, subtitle=subtitle
        )
        following = next_due(schedule.cron, schedule.zone, max(due, window[1]))
        run = DigestRun(
            id=_key(schedule.id, due.isoformat()),
            tenant=schedule.tenant,
            schedule_id=schedule.id,
            due=due,
            window_from=schedule.covered_until,
            window_to=window[1],
        )
        silent = not composed.digest.items and schedule.if_empty == "skip"
        deliveries = [] if silent else self._deliveries(run, schedule, composed.digest)
        # What the digest only counted is not new to the next one either.
        considered = [claim.id for claim, _ in found]
        queued = await self._store.queue_run(run, deliveries, considered, next_due=following)
        return queued and bool(deliveries)

    async def fire(self, schedule_id: str, due: datetime) -> None:
        """Queue the digest of a schedule that is due, where this process serves its platform."""
        schedule = await self._store.schedule(schedule_id)
        if schedule and not schedule.paused and schedule.destination.platform in self._splitters:
            await self.queue_digest(schedule, due)

    async def send_now(self, tenant: str, name: str) -> bool:
        """Queue a schedule's digest at once; False if there is nothing new and it is to stay silent."""
        schedule = await self._schedule(tenant, name)
        return await self.queue_digest(schedule, self._clock())

    # --- schedules --------------------------------------------------------------------------------------------

    async def add_schedule(self, draft: ScheduleDraft) -> Schedule:
        """Check and store a schedule; raises RequestError that says what to write instead."""
        now = self._clock()
        read_request(draft.about, now=now)
        cron = parse_days_at(draft.at, draft.days)
        zone = parse_zone(draft.zone)
        due = next_due(cron, zone, now)
        tenant = draft.destination.tenant
        taken = {schedule.name for schedule in await self._store.schedules(tenant)}
        name = _schedule_name(draft, taken)
        schedule = Schedule(
            id=_key(tenant, name, now.isoformat()),
            tenant=tenant,
            name=name,
            destination=draft.destination,
            cron=cron,
            zone=zone,
            about=draft.about,
            max_lines=draft.max_lines,
            if_empty=draft.if_empty,
            created_at=now,
            covered_until=now - FIRST_WINDOW,
            next_due=due,
        )
        if not await self._store.add_schedule(schedule):
            raise RequestError(f"There is already a digest called “{name}”; choose another name or remove it first.")
        return schedule

    async def schedules(self, tenant: str) -> tuple[Schedule, ...]:
        """A workspace's schedules by name."""
        return tuple(sorted(await self._store.schedules(tenant), key=lambda schedule: schedule.name))

    async def remove_schedule(self, tenant: str, name: str) -> Schedule:
        """Remove a schedule by its name; raises RequestError that names those there are."""
        schedule = await self._schedule(tenant, name)
        await self._store.remove_schedule(tenant, schedule.id)
        return schedule

    async def pause_schedule(self, tenant: str, name: str, *, paused: bool) -> Schedule:
        """Pause or resume a schedule by its name; a resumed one goes on at its next time."""
        schedule = await self._schedule(tenant, name)
        due = next_due(schedule.cron, schedule.zone, self._clock())
        changed = schedule.model_copy(update={"paused": paused, "paused_why": None, "next_due": due})
        if not await self._store.update_schedule(changed):
            raise RequestError(f"The digest “{name}” has just been removed.")
        return changed

    def next_sends(self, schedule: Schedule, count: int = 3) -> tuple[datetime, ...]:
        """The next instants at which a schedule is due, in its own zone."""
        sends = [schedule.next_due]
        while len(sends) < count:
            sends.append(next_due(schedule.cron, schedule.zone, sends[-1]))
        return tuple(send.astimezone(ZoneInfo(schedule.zone)) for send in sends)

    # --- within -----------------------------------------------------------------------------------------------

    def _look_up(self, asked: Request, known: Directory) -> tuple[Finding | None, Finding | None]:
        about = find_subject(asked.about, known, self._knowledge) if asked.about else None
        return about, find_subject(asked.by, known.actors, self._knowledge) if asked.by else None

    async def _compose(
        self, title: str, found: Sequence[Found], *, now: datetime, limit: int, subtitle: str = ""
    ) -> Composed:
        selection = await self._ranker.choose(found, now=now, limit=limit) if self._ranker else None
        return await asyncio.to_thread(
            compose_digest, title, found, now=now, subtitle=subtitle, limit=limit, selection=selection
        )

    async def _find(
        self, asked: Request, *, window: tuple[datetime, datetime] | None = None, schedule: Schedule | None = None
    ) -> list[Found]:
        """The claims that a digest is chosen from; for a schedule, those stored in the window and not posted yet."""
        about, by = self._look_up(asked, await self._known.directory() if asked.about or asked.by else Directory())
        query = as_query(asked, about, by)
        found, _ = await self._store.find_claims(
            query,
            limit=CANDIDATES,
            added_after=window[0] if window else None,
            added_until=window[1] if window else None,
            posted_by=schedule.id if schedule else None,
        )
        return await self._related([claim for _, claim in found], query)

    async def _claim(self, claim_id: str) -> Found:
        """A claim with its article and its relations to what else is said of its places, or of its actors."""
        claim = await self._store.claim(claim_id.strip().lower())
        if claim is not None and await self._store.article(claim.passage.article_id, claim.passage.version):
            return (await self._related([claim], Query(about=_subjects(claim))))[0]
        raise RequestError(f"There is no claim “{claim_id[:40]}”. The Sources button under an answer lists the ids.")

    async def _related(self, claims: Sequence[Claim], query: Query) -> list[Found]:
        """The claims with their articles and relations, also to claims on the same subject that are not among them."""
        around, _ = await self._store.find_claims(Query(about=query.about), limit=AROUND)
        known = {claim.id for claim in claims}
        others = [claim for _, claim in around if claim.id not in known]
        return relate(await self._with_articles([*claims, *others]))[: len(claims)]

    async def _with_articles(self, claims: Sequence[Claim]) -> list[Found]:
        articles = await self._store.articles_of(sorted({claim.passage.article_id for claim in claims}))
        return [(claim, articles[claim.passage.article_id, claim.passage.version]) for claim in claims]

    def _deliveries(self, run: DigestRun, schedule: Schedule, digest: Digest) -> list[Delivery]:
        platform = schedule.destination.platform
        return [
            Delivery(
                id=_key(run.id, str(part)),
                tenant=run.tenant,
                run_id=run.id,
                part=part,
                destination=schedule.destination,
                digest=piece,
                not_before=run.window_to,
            )
            for part, piece in enumerate(self._split(platform, digest))
        ]

    def _split(self, platform: PlatformName, digest: Digest) -> list[Digest]:
        return self._splitters.get(platform, _whole)(digest)

    async def _schedule(self, tenant: str, name: str) -> Schedule:
        schedules = await self.schedules(tenant)
        for schedule in schedules:
            if schedule.name.casefold() == name.strip().casefold():
                return schedule
        have = ", ".join(schedule.name for schedule in schedules) or "none yet"
        raise RequestError(f"There is no digest called “{name[:60]}”. Digests here: {have}.")

    def _nothing(self, asked: Request, about: Finding | None, known: Directory, *, more: bool) -> Answer:
        """An empty answer says what was searched, and offers what is near."""
        name = about.subjects[0].name if about else asked.by
        near: Sequence[Subject | Known] = (about.others if about else ()) or known.known[:3]
        since = f" since {asked.since:%Y-%m-%d %H:%M}" if asked.since else ""
        by = f" by {asked.by}" if asked.by and about else ""
        digest = Digest(title=name, notice="That is all." if more else f"No claims about {name}{by}{since}.")
        choices = tuple(Suggestion(label=s.name[:100], value=f"{s.kind}:{s.id}"[:100]) for s in near[:5])
        return Answer(digest=digest, choices=() if more else choices)


def _subjects(claim: Claim) -> tuple[Subject, ...]:
    """What a claim is about: its places and what they lie in, their country left out; else its actors."""
    places = [mention.place for mention in claim.places or claim.context_places]
    ids = {str(i) for place in places for i in (place.id, *place.ancestors[:-1])}
    actors = {mention.actor.id for mention in claim.actors}
    if ids:
        return tuple(Subject(kind="place", id=i, name=i) for i in sorted(ids))
    return tuple(Subject(kind="actor", id=i, name=i) for i in sorted(actors))


def _title(asked: Request, about: Finding | None, by: Finding | None) -> str:
    name = about.subjects[0].name if about else ""
    claimant = by.subjects[0].name if by else asked.by
    if not claimant:
        return name
    return f"{name} · said by {claimant}" if name else f"Said by {claimant}"


def _heading(asked: Request) -> str:
    return f"{asked.about[:1].upper()}{asked.about[1:]} digest" if asked.about else "News digest"


def _counted(total: int | None, asked: Request, about: Finding | None) -> str:
    inside = " · with everything inside it" if about and about.subjects[0].kind == "place" else ""
    since = f" since {asked.since:%Y-%m-%d}" if asked.since else ""
    many = "Claims" if total is None else f"{total}{'+' * (total >= COUNTED)} claim{'' if total == 1 else 's'}"
    return f"{many}{since}{inside} · newest first"


def _window_text(schedule: Schedule, window: tuple[datetime, datetime]) -> str:
    start, end = (moment.astimezone(ZoneInfo(schedule.zone)) for moment in window)
    return f"{start:%a} {start.day} {start:%b %H:%M} – {end:%a} {end.day} {end:%b %H:%M} {schedule.zone}"


def _suggestion(entity: Entity) -> Suggestion:
    label = f"{entity.name} · {entity.detail or entity.kind} · {entity.claims}"
    return Suggestion(label=label[:100], value=f"{entity.kind}:{entity.id}"[:100])


def _schedule_name(draft: ScheduleDraft, taken: set[str]) -> str:
    wanted = (
        re.sub(r"[^\w-]+", "-", (draft.name or draft.about or "digest").strip().lower()).strip("-")[:40] or "digest"
    )
    if draft.name or wanted not in taken:
        return wanted
    return next(f"{wanted}-{n}" for n in range(2, len(taken) + 3) if f"{wanted}-{n}" not in taken)


def _source_view(claim: Claim, article: Article, *, now: datetime) -> SourceView:
    body, start, end = article.body, claim.passage.start, claim.passage.end
    around = [span for span in paragraphs(body) if span[0] < end and span[1] > start]
    first, last = (around[0][0], around[-1][1]) if around else (start, end)
    line = claim_line(claim, article, now=now)
    published = format_day(article.date_published, "day", now=now) if article.date_published else "undated"
    return SourceView(
        claim_id=claim.id,
        line=f"{claim.claimant.label}: held back ({line})" if isinstance(line, str) else line.line,
        before=body[first:start],
        exact=claim.passage.exact,
        after=body[end:last],
        headline=article.headline,
        source=" ← ".join(claim.via),
        published=published,
        url=passage_url(article.url, claim.passage.exact),
    )


def _whole(digest: Digest) -> list[Digest]:
    return [digest]


def _key(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
