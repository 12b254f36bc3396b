"""Answers to readers: claims page by page, names while they type, and the passage behind a claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.models import Answer, Entity, SourceView, Suggestion
from bot.protocols import Store
from bot.service.lookup import Finder
from digests.composing.compose import MAX_LINES, compose_answer
from digests.composing.explain import Row, explain
from digests.composing.ranking import select
from digests.dates import format_day
from digests.errors import BadQueryError
from digests.lines.line import claim_line
from digests.lines.links import passage_url
from digests.models import Article, Claim, Digest, Subject
from digests.query.name_index import Directory, Known
from digests.query.request import Finding, Request, as_query, read_request, suggest
from digests.text.sentences import paragraphs

COUNTED = 200  #: the store counts no further; a reader sees “200+ claims”


class Answers:
    """Answers what a reader asks."""

    def __init__(self, store: Store, finder: Finder, *, clock: Callable[[], datetime]) -> None:
        self._store, self._finder, self._clock = store, finder, clock

    async def claims(self, request: str, *, page: str | None = None) -> Answer:
        """Answer `/claims`: one page of lines, newest first, and what else the words may have meant."""
        now = self._clock()
        asked = read_request(request, now=now)
        if not asked.about and not asked.by:
            raise BadQueryError("Say what the claims are about, as in `kursk` or `kursk since:7d by:isw`.")
        known = await self._finder.names.directory()
        about, by = self._finder.look_up(asked, known)
        query = as_query(asked, about, by)
        found, total = await self._store.find_claims(query, limit=query.show + 1, after=page)
        if not found:
            return self._nothing(asked, about, known, more=page is not None)
        more, found = len(found) > query.show, found[: query.show]
        composed = compose_answer(
            _title(asked, about, by),
            await self._finder.with_articles([claim for _, claim in found]),
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
        known = await self._finder.names.directory()
        return tuple(_suggestion(entity) for entity in suggest(typed, known, limit=limit) if isinstance(entity, Entity))

    async def source(self, claim_id: str) -> SourceView:
        """A claim's passage in its paragraph; raises RequestError for an unknown id."""
        claim, article = await self._finder.claim(claim_id)
        return _source_view(claim, article, now=self._clock())

    async def why(self, claim_id: str) -> tuple[Row, ...]:
        """How a claim was read, why its line looks as it does, and what a digest of everything makes of it.

        Raises RequestError for an unknown id.
        """
        now = self._clock()
        claim, article = await self._finder.claim(claim_id)
        chosen = select(await self._finder.find(Request()), lambda one: claim_line(*one, now=now), MAX_LINES)
        fate = chosen.fates.get(claim.id, f"left out, as {len(chosen.lines)} lines rank before it")
        return explain(claim, article, now=now, fate=fate)

    def _nothing(self, asked: Request, about: Finding | None, known: Directory, *, more: bool) -> Answer:
        """An empty answer says what was searched, and offers what is near."""
        name = about.subjects[0].name if about else asked.by
        near: Sequence[Subject | Known] = (about.others if about else ()) or known.known[:3]
        since = f" since {asked.since:%Y-%m-%d %H:%M}" if asked.since else ""
        by = f" by {asked.by}" if asked.by and about else ""
        digest = Digest(title=name, notice="That is all." if more else f"No claims about {name}{by}{since}.")
        choices = tuple(Suggestion(label=s.name[:100], value=f"{s.kind}:{s.id}"[:100]) for s in near[:5])
        return Answer(digest=digest, choices=() if more else choices)


def _title(asked: Request, about: Finding | None, by: Finding | None) -> str:
    name = about.subjects[0].name if about else ""
    claimant = by.subjects[0].name if by else asked.by
    if not claimant:
        return name
    return f"{name} · said by {claimant}" if name else f"Said by {claimant}"


def _counted(total: int | None, asked: Request, about: Finding | None) -> str:
    inside = " · with everything inside it" if about and about.subjects[0].kind == "place" else ""
    since = f" since {asked.since:%Y-%m-%d}" if asked.since else ""
    many = "Claims" if total is None else f"{total}{'+' * (total >= COUNTED)} claim{'' if total == 1 else 's'}"
    return f"{many}{since}{inside} · newest first"


def _suggestion(entity: Entity) -> Suggestion:
    label = f"{entity.name} · {entity.detail or entity.kind} · {entity.claims}"
    return Suggestion(label=label[:100], value=f"{entity.kind}:{entity.id}"[:100])


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
