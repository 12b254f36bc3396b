"""`dateline extract --lines`: each claim as the line that a digest would print, or why none may be printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from digests.composing.drawing import LESS_CERTAIN
from digests.lines.line import claim_line, line_certainty
from digests.lines.wording import worded
from digests.models import Article, Claim


def line_rows(article: Article, claims: Sequence[Claim], floor: float = 0.0) -> Iterator[dict[str, object]]:
    """One object for each claim of an article, drawn as on the day of its article.

    What is less certain than `floor` is held back, as a digest does.
    """
    now = article.date_published or datetime.now(UTC)
    for claim in (worded(claim, article) for claim in claims):
        line = claim_line(claim, article, now=now)
        row: dict[str, object] = {"article": article.id, "claim": claim.id}
        if isinstance(line, str):
            yield {**row, "held": line, "certainty": claim.confidence}
            continue
        chance = line_certainty(claim, line, article)
        if chance < floor:
            yield {**row, "held": LESS_CERTAIN, "certainty": chance}
            continue
        printed_parts = {"claimant": line.claimant, "body": line.body, "when": line.when, "flags": line.flags}
        yield {**row, **printed_parts, "certainty": chance}
