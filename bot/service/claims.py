"""Answers to readers: claims page by page, names while they type, and the passage behind a claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.models import Answer, Entity, SourceView, Suggestion
from bot.protocols import Store
from bot.service.lookup import ClaimLookup
from digests.composing.compose import MAX_LINES, compose_answer
from digests.composing.explain import Row, explain
from digests.composing.ranking import select
from digests.dates import format_day
from digests.errors import BadQueryError
from digests.lines.line import claim_line
from digests.lines.links import passage_url
from digests.models import Article, Claim, Digest, Query, Request, Subject
from digests.query.name_index import Directory, Known
from digests.query.request import Finding, as_query, suggest
from digests.text.sentences import paragraphs

COUNT_LIMIT = 200  #: the store counts no further; a reader sees “200+ claims”


class ClaimQueries:
    """Answers what a reader asks."""

    def __init__(self, store: Store, lookup: ClaimLookup, *, clock: Callable[[], datetime]) -> None:
        self._store, self._lookup, self._clock = store, lookup, clock

    async def claims(self, request: Request, *, page: str | None = None) -> Answer:
        """Answer `/claims`: one page of lines, newest first, and what else the words may have meant."""
        now = self._clock()
        if not request.about and not request.by:
            raise BadQueryError("Say what the claims are about, as in `kursk` or `kursk since:7d by:isw`.")
        directory = await self._lookup.names.directory()
        subject, claimant = self._lookup.look_up(request, directory)
        query = as_query(request, subject, claimant, now=now)
        matches, total = await self._store.find_claims(query, limit=query.show + 1, after=page)
        if not matches:
            return self._empty_answer(request, query, subject, directory, is_last=page is not None)
        has_more, matches = len(matches) > query.show, matches[: query.show]
        composed = compose_answer(
            _title(request, subject, claimant),
            await self._lookup.with_articles([claim for _, claim in matches]),
            now=now,
            subtitle=_count_line(total, query, subject),
        )
        alternatives = subject.others if subject else ()
        return Answer(
            digest=composed.digest,
            choices=tuple(
                Suggestion(label=alternative.name[:100], value=f"{alternative.kind}:{alternative.id}"[:100])
                for alternative in alternatives[:3]
            ),
            next_page=matches[-1][0] if has_more else None,
        )

    async def suggest(self, typed: str, *, limit: int = 25) -> tuple[Suggestion, ...]:
        """Places and actors that have claims, for autocomplete, with their counts."""
        directory = await self._lookup.names.directory()
        return tuple(
            _suggestion(entity) for entity in suggest(typed, directory, limit=limit) if isinstance(entity, Entity)
        )

    async def source(self, claim_id: str) -> SourceView:
        """A claim's passage in its paragraph; raises RequestError for an unknown id."""
        claim, article = await self._lookup.claim(claim_id)
        return _source_view(claim, article, now=self._clock())

    async def why(self, claim_id: str) -> tuple[Row, ...]:
        """How a claim was read, why its line looks as it does, and what a digest of everything makes of it.

        Raises RequestError for an unknown id.
        """
        now = self._clock()
        claim, article = await self._lookup.claim(claim_id)
        selection = select(await self._lookup.find(Request()), lambda sourced: claim_line(*sourced, now=now), MAX_LINES)
        fate = selection.fates.get(claim.id, f"left out, as {len(selection.lines)} lines rank before it")
        return explain(claim, article, now=now, fate=fate)

    def _empty_answer(
        self, request: Request, query: Query, subject: Finding | None, directory: Directory, *, is_last: bool
    ) -> Answer:
        """An empty answer says what was searched, and offers what is near."""
        name = subject.subjects[0].name if subject else request.by
        alternatives: Sequence[Subject | Known] = (subject.others if subject else ()) or directory.known[:3]
        since = f" since {query.since:%Y-%m-%d %H:%M}" if query.since else ""
        claimant = f" by {request.by}" if request.by and subject else ""
        digest = Digest(title=name, notice="That is all." if is_last else f"No claims about {name}{claimant}{since}.")
        choices = tuple(
            Suggestion(label=alternative.name[:100], value=f"{alternative.kind}:{alternative.id}"[:100])
            for alternative in alternatives[:5]
        )
        return Answer(digest=digest, choices=() if is_last else choices)


def _title(request: Request, subject: Finding | None, claimant: Finding | None) -> str:
    name = subject.subjects[0].name if subject else ""
    claimant_name = claimant.subjects[0].name if claimant else request.by
    if not claimant_name:
        return name
    return f"{name} · said by {claimant_name}" if name else f"Said by {claimant_name}"


def _count_line(total: int | None, query: Query, subject: Finding | None) -> str:
    scope = " · with everything inside it" if subject and subject.subjects[0].kind == "place" else ""
    since = f" since {query.since:%Y-%m-%d}" if query.since else ""
    count = "Claims" if total is None else f"{total}{'+' * (total >= COUNT_LIMIT)} claim{'' if total == 1 else 's'}"
    return f"{count}{since}{scope} · newest first"


def _suggestion(entity: Entity) -> Suggestion:
    label = f"{entity.name} · {entity.detail or entity.kind} · {entity.claims}"
    return Suggestion(label=label[:100], value=f"{entity.kind}:{entity.id}"[:100])


def _source_view(claim: Claim, article: Article, *, now: datetime) -> SourceView:
    body, start, end = article.body, claim.passage.start, claim.passage.end
    spans = [span for span in paragraphs(body) if span[0] < end and span[1] > start]
    first, last = (spans[0][0], spans[-1][1]) if spans else (start, end)
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
