"""Answers to readers: claims page by page, names while they type, and the passage behind a claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.models import Answer, Entity, SourceView, Suggestion
from bot.protocols import Store
from bot.service.asked import COUNT_LIMIT, Asked
from bot.service.corrections import standing_of
from bot.service.lookup import ClaimLookup
from digests.composing.compose import FILLING, MAX_LINES, compose_answer
from digests.composing.drawing import drawing
from digests.composing.explain import Row, explain
from digests.composing.picking import Room
from digests.composing.ranking import select
from digests.dates import format_day
from digests.errors import BadQueryError
from digests.lines.line import claim_line
from digests.lines.links import passage_url
from digests.models import CHAIN, Article, Claim, Digest, Query, Request, Subject
from digests.query.name_index import Directory, Known
from digests.query.request import as_query, suggest
from digests.query.subjects import in_words
from digests.text.sentences import paragraphs

_OFFERED = 8  #: the subjects with most claims, of which some are offered where nothing is near
COUNTED = 50  #: claims that are counted one by one where the store has no count
MOST_READ = 6  #: how many claims are read for each line of a page, of which most may print none

Match = tuple[str, Claim]


class ClaimQueries:
    """Answers what a reader asks."""

    def __init__(self, store: Store, lookup: ClaimLookup, *, clock: Callable[[], datetime], floor: float = 0.0) -> None:
        self._store, self._lookup, self._clock, self._floor = store, lookup, clock, floor

    async def claims(self, request: Request, *, page: str | None = None) -> Answer:
        """Answer `/claims`: one page of lines, newest first, and what else the words may have meant."""
        now = self._clock()
        if not request.about and not request.by:
            raise BadQueryError("Say what the claims are about, as in `kursk` or `kursk since:7d by:isw`.")
        directory = await self._lookup.names.directory()
        subject, claimant = self._lookup.look_up(request, directory)
        query = as_query(request, subject, claimant, now=now)
        matches, total, has_more = await self._read_page(query, page)
        if not matches and subject and subject.topic and await self._is_rather_words(request, query):
            subject = in_words(request.about)
            query = as_query(request, subject, claimant, now=now)
            matches, total, has_more = await self._read_page(query, page)
        question = Asked(query, subject, claimant)
        if not matches:
            return await self._empty_answer(question, directory, is_last=page is not None)
        composition = compose_answer(
            question.title,
            await self._lookup.with_articles([claim for _, claim in matches]),
            now=now,
            subtitle=question.subtitle(total, page_size=len(matches), is_first=page is None, has_more=has_more),
            floor=self._floor,
        )
        return Answer(
            digest=composition.digest,
            choices=tuple(_choice(other) for other in (subject.others if subject else ())[:3]),
            next_page=matches[-1][0] if has_more else None,
        )

    async def _read_page(self, query: Query, page: str | None) -> tuple[list[Match], int | None, bool]:
        """The claims of one page, how many there are in all, where that is known, and whether more follow.

        Claims that no line prints take no line's place; the page ends where so many were met that it would get slow.
        """
        page_matches: list[Match] = []
        first_total: int | None = None
        missing, has_more = query.show, True
        while missing and has_more and len(page_matches) < MOST_READ * query.show:
            matches, total = await self._store.find_claims(query, limit=missing + 1, after=page)
            first_total = total if query.counted else first_total
            query = query.model_copy(update={"counted": False})
            has_more, matches = len(matches) > missing, matches[:missing]
            page_matches += matches
            missing -= sum(not (claim.wording and claim.wording.hold) for _, claim in matches)
            page = page_matches[-1][0] if page_matches else page
        return page_matches, first_total, has_more

    async def _is_rather_words(self, request: Request, query: Query) -> bool:
        """Whether nobody claims anything of a subject and a topic, but something with all the words as they stand."""
        narrow = query.model_copy(update={"counted": False})
        in_all_words = narrow.model_copy(update={"about": in_words(request.about).subjects, "topic": None})
        for question, is_found in ((narrow, False), (in_all_words, True)):
            matches, _ = await self._store.find_claims(question, limit=1)
            if bool(matches) != is_found:
                return False
        return True

    async def suggest(self, text: str, *, limit: int = 25, speakers: bool = False) -> tuple[Suggestion, ...]:
        """Places and actors that have claims, for autocomplete, with their counts; speakers: whose own claims they are.

        What goes by another name (“ISW”, “NK”) comes first.
        """
        names = self._lookup.names
        directory = await (names.speakers() if speakers else names.directory())
        matches = [*self._lookup.called(text, directory), *suggest(text, directory, limit=limit)]
        entities = [entity for entity in dict.fromkeys(matches) if isinstance(entity, Entity)]
        return tuple(map(_suggestion, entities[:limit]))

    async def source(self, claim_id: str) -> SourceView:
        """A claim's passage in its paragraph; raises RequestError for an unknown id."""
        source, now = await self._lookup.claim(claim_id), self._clock()
        standing = await standing_of(self._store, source, now=now)
        return source_view(source.claim, source.article, now=now).model_copy(update={"standing": standing})

    async def why(self, claim_id: str) -> tuple[Row, ...]:
        """How a claim was read, why its line looks as it does, and what a digest of everything makes of it.

        Raises RequestError for an unknown id.
        """
        now = self._clock()
        claim, article = await self._lookup.claim(claim_id)
        room = Room(MAX_LINES, filling=FILLING * self._floor)
        selection = select(await self._lookup.find(Request()), drawing(now=now, floor=self._floor), room)
        fate = selection.fates.get(claim.id, f"left out, as {len(selection.lines)} lines rank before it")
        return explain(claim, article, now=now, fate=fate)

    async def _empty_answer(self, question: Asked, directory: Directory, *, is_last: bool) -> Answer:
        """An empty answer says what was searched and what each filter leaves out, and offers what is near."""
        if is_last:
            return Answer(digest=Digest(title=question.title, notice="That is all."))
        left_out = [f"{name}: {await self._count(wider)}" for name, wider in question.wider()]
        notice = f"No claims {question.description}."
        if left_out:
            notice += f" Without {', without '.join(left_out)}."
        subjects = {(subject.kind, subject.id) for subject in (*question.query.about, *question.query.by)}
        known = [entity for entity in directory.known[:_OFFERED] if (entity.kind, entity.id) not in subjects]
        others: Sequence[Subject | Known] = question.subject.others if question.subject else ()
        others = others or list({entity.name: entity for entity in reversed(known)}.values())[::-1][:3]
        digest = Digest(title=question.title, notice=notice)
        return Answer(digest=digest, choices=tuple(_choice(other) for other in others[:5]))

    async def _count(self, query: Query) -> str:
        """How many claims there are, up to a bound."""
        matches, total = await self._store.find_claims(query, limit=COUNTED)
        count = len(matches) if total is None else total
        bound = COUNT_LIMIT if total is not None else COUNTED
        return f"{count}{'+' * (count >= bound)} claim{'' if count == 1 else 's'}"


def _choice(other: Subject | Known) -> Suggestion:
    return Suggestion(label=other.name[:100], value=f"{other.kind}:{other.id}"[:100])


def _suggestion(entity: Entity) -> Suggestion:
    label = f"{entity.name} · {entity.detail or entity.kind} · {entity.claims}"
    return Suggestion(label=label[:100], value=f"{entity.kind}:{entity.id}"[:100])


def source_view(claim: Claim, article: Article, *, now: datetime) -> SourceView:
    """A claim's passage in its paragraphs, with its line or why there is none."""
    body, start, end = article.body, claim.passage.start, claim.passage.end
    spans = [span for span in paragraphs(body) if span[0] < end and span[1] > start]
    first, last = (spans[0][0], spans[-1][1]) if spans else (start, end)
    line = claim_line(claim, article, now=now)
    published = format_day(article.date_published, "day", now=now) if article.date_published else "date unknown"
    return SourceView(
        claim_id=claim.id,
        line=f"{claim.claimant.label}: held back ({line})" if isinstance(line, str) else line.line,
        before=body[first:start],
        exact=claim.passage.exact,
        after=body[end:last],
        headline=article.headline,
        source=CHAIN.join(claim.via),
        published=published,
        url=passage_url(article.url, claim.passage.exact),
    )
