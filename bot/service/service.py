"""The use cases, free of any platform: add records, answer questions, keep schedules, queue digests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta

from bot.models import (
    Answer,
    DeskRequest,
    PlatformName,
    Schedule,
    SourceView,
    Suggestion,
)
from bot.protocols import Ranker, Store
from bot.service.claims import ClaimQueries
from bot.service.desk.answers import DeskAnswers
from bot.service.desk.decisions import DeskService, Review
from bot.service.desk.feed_answers import Fetch
from bot.service.digests import DigestService, Splitter
from bot.service.dossiers import Dossiers
from bot.service.feeds import FeedService
from bot.service.figures import MOST_MEASURED, FigureQueries
from bot.service.intake import are_held
from bot.service.keeping import ArticleKeeper
from bot.service.lookup import ClaimLookup
from bot.service.messages import MessageQueries
from bot.service.posted import PostedDigests
from bot.service.scheduling.use_cases import ScheduleUseCases
from digests.composing.compose import MAX_LINES
from digests.composing.explain import Row
from digests.extraction.extract import Extraction
from digests.knowledge import Knowledge
from digests.models import EVERYTHING, Article, Digest, Figures, Request, SourcedClaim

__all__ = ["Service", "Splitter"]


class Service(ScheduleUseCases):
    """What Dateline does; adapters and the command line call it, and it calls the store."""

    def __init__(  # noqa: PLR0913 - what the service is built of, by name
        self,
        store: Store,
        extract: Callable[[Article], Extraction],
        knowledge: Knowledge,
        *,
        clock: Callable[[], datetime],
        splitters: Mapping[PlatformName, Splitter] | None = None,
        ranker: Ranker | None = None,
        floor: float = 0.0,
        allowed_places: Collection[str] = (),
        review: Review | None = None,
        fetch: Fetch | None = None,
        draw: Callable[[Figures], bytes] | None = None,
    ) -> None:
        self.feeds = FeedService(store.feeds, clock=clock, allowed_places=allowed_places)
        self._store, self._clock = store, clock
        self._lookup = ClaimLookup(store, knowledge, clock=clock)
        self._claim_queries = ClaimQueries(store, self._lookup, clock=clock, floor=floor)
        self._message_queries = MessageQueries(store, self._lookup, self._claim_queries, clock=clock, floor=floor)
        self._figure_queries = FigureQueries(store, self._lookup, clock=clock, draw=draw)
        self.dossiers = Dossiers(store, self._lookup, knowledge, clock=clock, floor=floor)
        self._digest_service = DigestService(
            store, self._lookup, clock=clock, splitters=splitters or {}, ranker=ranker, floor=floor
        )
        self._posted_digests = PostedDigests(store, self._lookup, clock=clock, floor=floor)
        super().__init__(store, self._lookup, self._digest_service, self._posted_digests, clock=clock)
        self._keeper = ArticleKeeper(
            store,
            extract,
            knowledge,
            clock=clock,
            split=self._digest_service.split,
            after_change=self._lookup.names.expire,
        )
        self.desk = DeskService(store, self._keeper, clock=clock)
        self._review = review or Review()
        self._desk_answers = DeskAnswers(self.desk, self.feeds, home=self._review.tenant, fetch=fetch)

    # --- records ----------------------------------------------------------------------------------------------

    async def add_article(self, article: Article, *, news: bool = True) -> bool:
        """Read an article and keep it with its claims; False if it is held already.

        Another body, headline or status makes it the next version of what is held. What is embargoed counts as added
        at its hour. Raises RequestError where another publisher's article has its id.
        news: whether scheduled digests take it up; claims of an archive are only found.
        """
        return await self._keeper.add(article, news=news)

    async def resume(self) -> None:
        """Go on with what the process was at when it ended: flags of posted lines, and what the desk has approved."""
        await self._keeper.resume()
        await self.desk.resume()

    async def are_held(self, articles: Sequence[Article]) -> list[bool]:
        """Whether each of some articles is held already as it is; many are quicker looked up at once."""
        return await are_held(self._store, articles, now=self._clock())

    async def submit(self, article: Article, origin: str) -> bool:
        """Let an article wait for the desk; False if it is held, waits or was decided already."""
        review = self._review
        return await self.desk.submit(article, origin, tenant=review.tenant, needs=review.needs) is not None

    # --- the desk ---------------------------------------------------------------------------------------------

    async def ask_desk(self, request: DeskRequest, *, actor: str, tenant: str) -> list[str]:
        """Do what somebody asks of their workspace's desk, and say what came of it."""
        return await self._desk_answers.answer(request, actor, tenant)

    async def report_claim(self, claim_id: str, text: str, *, actor: str, tenant: str) -> list[str]:
        """Let the desk know what a reader says is wrong with a claim."""
        return await self._desk_answers.report(claim_id, text, actor, tenant)

    # --- questions --------------------------------------------------------------------------------------------

    async def claims(self, request: Request, *, page: str | None = None) -> Answer:
        """Answer `/claims`: one page of lines, newest first, and what else the words may have meant."""
        return await self._claim_queries.claims(request, page=page)

    async def suggest(self, text: str, *, limit: int = 25, speakers: bool = False) -> tuple[Suggestion, ...]:
        """Places and actors that have claims, for autocomplete; speakers: those whose own claims they are."""
        return await self._claim_queries.suggest(text, limit=limit, speakers=speakers)

    async def source(self, claim_id: str) -> SourceView:
        """A claim's passage in its paragraph; raises RequestError for an unknown id."""
        return await self._claim_queries.source(claim_id)

    async def why(self, claim_id: str) -> tuple[Row, ...]:
        """How a claim was read, and what becomes of it in a digest; raises RequestError for an unknown id."""
        return await self._claim_queries.why(claim_id)

    async def figures(self, request: Request, *, measure: str = "", limit: int = MOST_MEASURED) -> Figures:
        """What the claims on a subject give of each measure over time, or of those that some words name.

        limit: how many claims are read.
        """
        return await self._figure_queries.figures(request, measure=measure, limit=limit)

    async def picture(self, figures: Figures) -> bytes | None:
        """Figures as a PNG; none where nothing can be drawn, or nobody draws here."""
        return await self._figure_queries.picture(figures)

    async def comparison(self, request: Request) -> Digest:
        """The newest claims on a subject that exclude or deny each other, side by side."""
        return await self.dossiers.comparison(request)

    async def claims_in(self, text: str) -> Answer:
        """What is held on what somebody's message links to or names."""
        return await self._message_queries.claims_in(text)

    def every_claim(self, request: Request = EVERYTHING) -> AsyncIterator[list[SourcedClaim]]:
        """All claims, or those of a request, newest first, some at a time."""
        return self._lookup.every(request)

    async def state(self) -> str:
        """What changes whenever the claims do, as a short text that stands for all of them."""
        return await self._store.state(self._clock())

    # --- digests ----------------------------------------------------------------------------------------------

    async def preview(
        self, request: Request = EVERYTHING, *, max_lines: int = MAX_LINES, until: datetime | timedelta | None = None
    ) -> Digest:
        """The digest of everything that is held on a subject, most telling first; nothing is posted.

        until: only what was said until that moment, or so long ago.
        """
        return await self._digest_service.preview(request, max_lines=max_lines, until=until)

    async def posted(self, tenant: str, delivery_id: str) -> Digest:
        """A workspace's digest as it stands now in a delivery's message; raises RequestError for an unknown one."""
        return await self._posted_digests.digest(tenant, delivery_id)

    async def more(self, tenant: str, delivery_id: str, *, page: str | None = None) -> Answer:
        """What was new for a posted digest and has no line in it, a page at a time."""
        return await self._posted_digests.more(tenant, delivery_id, page=page)

    async def queue_digest(self, schedule: Schedule, due: datetime) -> bool:
        """Queue what is new for a schedule at a due time, once; False if that was done or there is nothing to say."""
        return await self._digest_service.queue_digest(schedule, due)

    async def fire(self, schedule_id: str, due: datetime) -> None:
        """Queue the digest of a schedule that is due, where this process serves its platform."""
        await self._digest_service.fire(schedule_id, due)

    async def upcoming(self, tenant: str, name: str) -> tuple[Schedule, Digest | None]:
        """A schedule with the digest that it would send now, none where it would stay silent; nothing is queued."""
        schedule = await self._schedule_service.find(tenant, name)
        return schedule, await self._digest_service.upcoming(schedule)

    async def send_now(self, tenant: str, name: str) -> bool:
        """Queue a schedule's digest at once; False if there is nothing new and it is to stay silent."""
        schedule = await self._schedule_service.find(tenant, name)
        return await self._digest_service.queue_digest(schedule, self._clock(), on_demand=True)

    async def send_test(self, tenant: str, name: str) -> None:
        """Queue what a schedule would post now, marked as a test; nothing counts as posted. Raises RequestError."""
        await self._digest_service.queue_test(await self._schedule_service.find(tenant, name))

    # --- notes ------------------------------------------------------------------------------------------------

    async def noted(self, tenant: str, name: str) -> str:
        """What a platform is to remember under a name; nothing where nothing is noted."""
        return await self._store.notes.read(tenant, name)

    async def note(self, tenant: str, name: str, text: str) -> None:
        """Note something in the place of what was noted."""
        await self._store.notes.write(tenant, name, text)
