"""What each tool does: it asks the use cases as a chat command does, and marks what is not our own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.mcp.answers import (
    Amount,
    ClaimLine,
    ClaimsPage,
    Comparison,
    Difference,
    KnownSubject,
    Measured,
    MeasuredFigures,
    Reason,
    Reasons,
    Side,
    Source,
    Stories,
    Story,
    Subjects,
    quotation,
)
from bot.models import RelatedClaim
from bot.service.service import Service
from digests.models import Digest, DigestItem, Passage, Reading
from digests.query.request import read_request
from digests.series import amount_text


class Tools:
    """The tools over the use cases; each raises what they raise."""

    def __init__(self, service: Service) -> None:
        self._service, self._dossiers = service, service.dossiers

    async def claims(self, query: str, page: str | None) -> ClaimsPage:
        """A page of claims."""
        answer = await self._service.claims(read_request(query), page=page)
        digest = answer.digest
        return ClaimsPage(
            title=digest.title,
            subtitle=digest.subtitle,
            footer=digest.footer,
            notice=digest.notice,
            claims=tuple(await self._lines(digest.items)),
            others=tuple(choice.value for choice in answer.choices),
            next_page=answer.next_page,
        )

    async def compare(self, query: str) -> Comparison:
        """Where claims differ."""
        conflicts = await self._dossiers.conflicts(read_request(query))
        sides = [side for conflict in conflicts for side in (conflict.earlier, conflict.later)]
        passages = await self._dossiers.passages(dict.fromkeys(side.claim_id for side in sides))
        return Comparison(
            differences=tuple(
                Difference(
                    kind=conflict.later.kind,
                    reason=conflict.later.reason,
                    earlier=_side(conflict.earlier, passages),
                    later=_side(conflict.later, passages),
                )
                for conflict in conflicts
            )
        )

    async def figures(self, query: str, measure: str) -> MeasuredFigures:
        """Figures over time."""
        figures = await self._service.figures(read_request(query), measure=measure)
        readings = [reading for measured in figures.measures for reading in measured.readings]
        passages = await self._dossiers.passages(dict.fromkeys(reading.claim_ids[0] for reading in readings))
        return MeasuredFigures(
            title=figures.title,
            notice=figures.notice,
            measures=tuple(
                Measured(
                    measure=measured.title,
                    unit=measured.unit,
                    amounts=tuple(_amount(reading, measured.unit, passages) for reading in measured.readings),
                )
                for measured in figures.measures
            ),
        )

    async def source(self, claim: str) -> Source:
        """A passage in its context."""
        dossier = await self._dossiers.dossier(claim)
        view = dossier.source
        passages = await self._dossiers.passages([view.claim_id])
        related = (f"{other.kind} {other.claimant} ({other.claim_id}): {other.reason}" for other in dossier.related)
        return Source(
            claim=view.claim_id,
            claimant=dossier.claimant,
            headline=view.headline,
            publisher=dossier.publisher,
            chain=dossier.chain,
            published=view.published,
            url=view.url,
            prefix=view.before,
            quotation=quotation(passages[view.claim_id]),
            suffix=view.after,
            related=tuple(related),
        )

    async def why(self, claim: str) -> Reasons:
        """How a claim was read."""
        rows = await self._service.why(claim)
        return Reasons(claim=claim, reasons=tuple(Reason(heading=heading, text=text) for heading, text in rows))

    async def stories(self, query: str, limit: int) -> Stories:
        """A digest by story."""
        digest = await self._service.preview(read_request(query), max_lines=limit)
        passages = await self._passages(digest)
        stories = (
            Story(heading=section.heading, claims=tuple(_line(item, passages) for item in section.items))
            for section in digest.sections
        )
        return Stories(title=digest.title, stories=tuple(stories), footer=digest.footer)

    async def subjects(self, words: str, limit: int) -> Subjects:
        """Names that have claims."""
        suggestions = await self._service.suggest(words, limit=limit)
        return Subjects(subjects=tuple(KnownSubject(name=choice.label, query=choice.value) for choice in suggestions))

    async def _passages(self, digest: Digest) -> Mapping[str, Passage]:
        return await self._dossiers.passages(item.claim_id for item in digest.items)

    async def _lines(self, items: Iterable[DigestItem]) -> list[ClaimLine]:
        items = list(items)
        passages = await self._dossiers.passages(item.claim_id for item in items)
        return [_line(item, passages) for item in items]


def _line(item: DigestItem, passages: Mapping[str, Passage]) -> ClaimLine:
    passage = passages.get(item.claim_id)
    return ClaimLine(
        claim=item.claim_id,
        claimant=item.claimant,
        line=item.line,
        date=item.when,
        flags=item.flags,
        source=item.source,
        headline=item.headline,
        url=item.url,
        quotation=quotation(passage) if passage else None,
    )


def _amount(reading: Reading, unit: str | None, passages: Mapping[str, Passage]) -> Amount:
    return Amount(
        claimant=reading.claimant,
        amount=amount_text(reading, unit),
        value=reading.value,
        low=reading.low,
        high=reading.high,
        bound=reading.bound,
        date=reading.date,
        flags=reading.flags,
        source=reading.source,
        url=reading.url,
        claims=reading.claim_ids,
        quotation=quotation(passages[reading.claim_ids[0]]),
    )


def _side(side: RelatedClaim, passages: Mapping[str, Passage]) -> Side:
    return Side(claim=side.claim_id, claimant=side.claimant, quotation=quotation(passages[side.claim_id]))
