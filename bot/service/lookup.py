"""Finding claims as the use cases need them: what words mean, and claims with their articles."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime

from bot.errors import RequestError
from bot.protocols import Store
from bot.service.intake import is_embargoed
from bot.service.known_names import KnownNames
from digests.knowledge import Knowledge
from digests.models import Claim, Query, Request, SourcedClaim, Subject
from digests.query.candidates import Candidates
from digests.query.name_index import Directory, Known
from digests.query.request import as_query
from digests.query.subjects import Finding, find_subject, is_named
from digests.text.printable import printable

LONGEST_NAME = 500  #: characters of a question that are looked up
_FAR = 60  #: rapidfuzz score from which a name is near enough to be offered
CANDIDATES = 500  #: how many new claims a digest is chosen from

Window = tuple[datetime, datetime]


class ClaimLookup:
    """Looks words up, and fetches the claims that they mean."""

    def __init__(self, store: Store, knowledge: Knowledge, *, clock: Callable[[], datetime]) -> None:
        self._store, self._knowledge, self._clock = store, knowledge, clock
        self.names = KnownNames(store, knowledge, clock=clock)

    def look_up(self, request: Request, known: Directory) -> tuple[Finding | None, Finding | None]:
        """What a request is about, and by whom."""
        for name in (request.about, request.by):
            if len(name) > LONGEST_NAME:
                raise RequestError(f"That is too long to look up: no name has more than {LONGEST_NAME} characters.")
        subject = find_subject(request.about, known, self._knowledge) if request.about else None
        claimant = find_subject(request.by, known.actors, self._knowledge, mentions=False) if request.by else None
        return subject, claimant

    def called(self, text: str, known: Directory) -> list[Known]:
        """What is called exactly that, by whichever of its names, among what is known."""
        if not text.strip():
            return []
        subjects = Candidates(known, self._knowledge).named(printable(text))
        return [entity for subject in subjects if (entity := known.get(subject.kind, subject.id))]

    async def in_names(self, request: Request) -> Request:
        """A request with names in the place of the ids that autocomplete sends; raises RequestError for the unknown.

        A schedule outlives what is known today, so that a place or an actor without claims is taken too. A story is
        only named by its words.
        """
        if request.story:
            return request.model_copy(update={"about": printable(request.about)})
        directory = await self.names.directory()
        subject, claimant = self.look_up(request, directory)
        query = as_query(request, subject, claimant, now=self._clock())
        for finding, name in ((subject, request.about), (claimant, request.by)):
            if finding and await self._is_unknown(finding, name, query):
                offers = finding.others or tuple(_subject(known) for known in directory.near(printable(name), _FAR))
                hint = f" Near it: {', '.join(offer.name for offer in offers[:5])}." if offers else ""
                raise RequestError(f"Nothing is known about “{printable(name)[:60]}”.{hint}")
        return request.model_copy(
            update={
                "about": self._in_name(request.about, subject, directory),
                "by": self._in_name(request.by, claimant, directory.actors),
            }
        )

    async def _is_unknown(self, finding: Finding, name: str, query: Query) -> bool:
        """Whether words name nobody and nothing, and no claim has them."""
        if finding.subjects[0].kind != "words" or is_named(name, self._knowledge):
            return False
        if finding.subjects[0] not in query.about:
            return True
        matches, _ = await self._store.find_claims(Query(about=finding.subjects), limit=1)
        return not matches

    def _in_name(self, name: str, finding: Finding | None, directory: Directory) -> str:
        """The name of what an id stands for, where that leads back to it."""
        kind, _, key = name.partition(":")
        entity = directory.get(kind, key)
        if entity is None or finding is None:
            return finding.subjects[0].name if finding and finding.spelling else printable(name)
        candidates = (entity.name, finding.subjects[0].name, f"{entity.name}, {getattr(entity, 'detail', '')}")
        for candidate in candidates:
            again = find_subject(candidate, directory, self._knowledge)
            if again.subjects[0].id == key and again.topic is None:
                return candidate
        return name

    async def find(
        self,
        request: Request,
        *,
        window: Window | None = None,
        posted_by: str | None = None,
        until: datetime | None = None,
    ) -> list[SourcedClaim]:
        """The claims that a digest is chosen from; for a schedule, those stored in the window and not posted yet.

        until: only claims said, or else published, until then.
        """
        if request.story:
            return await self._of_story(request.story, window, posted_by)
        if until is not None:
            return await self._said_until(request, until)
        subject, claimant = self.look_up(
            request, await self.names.directory() if request.about or request.by else Directory()
        )
        query = as_query(request, subject, claimant, now=self._clock())
        matches, _ = await self._store.find_claims(
            query,
            limit=CANDIDATES,
            added_after=window[0] if window else None,
            added_until=window[1] if window else None,
            posted_by=posted_by,
        )
        return await self.with_articles([claim for _, claim in matches])

    async def disputed(self, request: Request, *, limit: int) -> list[SourcedClaim]:
        """The newest claims that others exclude or deny, of those that a request asks for."""
        subject, claimant = self.look_up(request, await self.names.directory())
        query = as_query(request, subject, claimant, now=self._clock())
        return await self.with_articles(await self._store.disputed(query, limit=limit))

    async def _of_story(self, story: str, window: Window | None, posted_by: str | None) -> list[SourcedClaim]:
        start, end = window or (None, None)
        claims = await self._store.story_claims(
            story, limit=CANDIDATES, added_after=start, added_until=end, posted_by=posted_by
        )
        return await self.with_articles(claims)

    async def every(self, request: Request) -> AsyncIterator[list[SourcedClaim]]:
        """All claims that a request asks for, newest first, some at a time."""
        subject, claimant = self.look_up(
            request, await self.names.directory() if request.about or request.by else Directory()
        )
        query, cursor = as_query(request, subject, claimant, now=self._clock()), None
        while True:
            matches, _ = await self._store.find_claims(query, limit=CANDIDATES, after=cursor)
            if not matches:
                return
            yield await self.with_articles([claim for _, claim in matches])
            cursor = matches[-1][0]

    async def _said_until(self, request: Request, until: datetime) -> list[SourcedClaim]:
        """The newest of the claims that were said until then."""
        sources: list[SourcedClaim] = []
        async for page in self.every(request):
            sources += [source for source in page if _is_said_until(source, until)]
            if len(sources) >= CANDIDATES:
                break
        return sources[:CANDIDATES]

    async def claim(self, claim_id: str) -> SourcedClaim:
        """A claim with its article; raises RequestError for an unknown id."""
        claim = await self._store.claim(claim_id.strip().lower())
        for pair in await self.with_articles([claim] if claim else []):
            return pair
        raise RequestError(
            f"There is no claim “{claim_id[:40]}”. Sources under an answer opens the passage of each line."
        )

    async def with_articles(self, claims: Sequence[Claim]) -> list[SourcedClaim]:
        """The claims with the versions of the articles that they stand in, without those that are embargoed."""
        versions = [(claim.passage.article_id, claim.passage.version) for claim in claims]
        articles = await self._store.article_versions(sorted(set(versions)))
        pairs = [SourcedClaim(claim, articles[version]) for claim, version in zip(claims, versions, strict=True)]
        return [pair for pair in pairs if not is_embargoed(pair.article, self._clock())]


def _subject(entity: Known) -> Subject:
    return Subject(kind=entity.kind, id=entity.id, name=entity.name)


def _is_said_until(source: SourcedClaim, until: datetime) -> bool:
    """Whether a claim was said, or else published, until then; a day counts as it is printed, whatever its zone."""
    claim, article = source.claim, source.article
    if claim.said_at is not None and claim.said_precision != "minute":
        return claim.said_at.replace(tzinfo=until.tzinfo) <= until
    moment = claim.said_at or article.date_published
    return moment is not None and moment <= until
