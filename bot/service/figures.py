"""Figures: what the claims on a subject give of one measure over time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

from bot.protocols import Store
from bot.service.asked import Asked
from bot.service.lookup import ClaimLookup
from digests.errors import BadQueryError
from digests.models import Figures, Request
from digests.query.request import as_query
from digests.series import figures_of, matching

MOST_MEASURED = 500  #: the newest claims with a figure that are read
_OFFERED = 5  #: the measures that are named where none matches


class FigureQueries:
    """Answers what figures are named, by whom and when."""

    def __init__(
        self,
        store: Store,
        lookup: ClaimLookup,
        *,
        clock: Callable[[], datetime],
        draw: Callable[[Figures], bytes] | None = None,
    ) -> None:
        self._store, self._lookup, self._clock, self._draw = store, lookup, clock, draw

    async def figures(self, request: Request, *, measure: str = "", limit: int = MOST_MEASURED) -> Figures:
        """The measures of the newest claims that give a figure on a subject, or those that some words name.

        limit: how many claims are read.
        """
        if not request.about and not request.by:
            raise BadQueryError("Say what the figures are about, as in `kursk` or `kursk by:isw`.")
        now = self._clock()
        subject, claimant = self._lookup.look_up(request, await self._lookup.names.directory())
        query = as_query(request, subject, claimant, now=now).model_copy(update={"measured": True})
        matches, _ = await self._store.find_claims(query, limit=limit + 1)
        sources = await self._lookup.with_articles([claim for _, claim in matches[:limit]])
        measures = await asyncio.to_thread(figures_of, sources, now=now)
        telling = matching(measures, measure) if measure else measures
        question = Asked(query, subject, claimant)
        names = ", ".join(other.title for other in measures[:_OFFERED])
        notice = (
            f"No figure of “{measure[:40]}”. There is {names}." if measures else f"No figures {question.description}."
        )
        return Figures(
            title=f"{question.title} · figures",
            subtitle=_subtitle(telling, limit if len(matches) > limit else None),
            measures=telling,
            notice="" if telling else notice,
        )

    async def picture(self, figures: Figures) -> bytes | None:
        """Figures as a PNG; none where nothing can be drawn, or nobody draws here."""
        can_be_drawn = any(reading.has_number for measure in figures.measures for reading in measure.readings)
        return await asyncio.to_thread(self._draw, figures) if self._draw and can_be_drawn else None


def _subtitle(measures: tuple[object, ...], cut_at: int | None) -> str:
    count = f"{len(measures)} measure{'' if len(measures) == 1 else 's'}"
    scope = f"of the newest {cut_at} claims that give one" if cut_at else ""
    return " · ".join(part for part in (count, "as claimed, by whoever claims it", scope) if part)
