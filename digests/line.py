"""One claim → one line: the passage's own words, with deletions and a few declared rewrites."""

from __future__ import annotations

from datetime import datetime

from digests.deletions import boundaries, cut, deletions, without
from digests.gate import BODY_WORDS, LINE_CHARS, head_of, hold_reason
from digests.models import Article, Claim, DigestItem
from digests.passages import content_of, outside_quotations, passage_url, place_names, speaks_of_itself
from digests.relations import relation_flags
from digests.rewrites import rewrite
from digests.standing import chain_of, date_of, flags_of

TARGET_WORDS = 24  #: a body longer than this is cut at a clause boundary where there is one
_SHORTEST = 5  #: words that a cut must leave


def claim_line(claim: Claim, article: Article, *, now: datetime) -> DigestItem | str:
    """Draw a claim as a line, or say in a few words why it is held back."""
    when, weekday = date_of(claim, article, now=now)
    body = _body(claim, article, weekday)
    item = DigestItem(
        claim_id=claim.id,
        claimant=head_of(claim),
        body=body,
        when=when,
        flags=(*flags_of(claim), *relation_flags(claim, now=now)),
        source=chain_of(claim),
        url=passage_url(article.url, claim.passage.exact),
    )
    room = LINE_CHARS - len(item.line) + len(body)
    item = item.model_copy(update={"body": _shorten(body, room)})
    return hold_reason(item, claim, article, now=now) or item


def _body(claim: Claim, article: Article, weekday: str | None) -> str:
    """The content with the declared rewrites and deletions."""
    content = outside_quotations(content_of(claim, article.body), rewrite)
    own = speaks_of_itself(claim, article.body)
    ranges = deletions(content, weekday=weekday, places=place_names(claim, article), own=own)
    return without(content, tuple(ranges))


def shorter_bodies(claim: Claim, article: Article, *, now: datetime) -> tuple[str, ...]:
    """The bodies that a line may have instead where it ends early, shortest first."""
    return tuple(_cuts(_body(claim, article, date_of(claim, article, now=now)[1])))


def _cuts(body: str) -> list[str]:
    """What stands before each boundary at which a body may be cut."""
    return [shorter for at in boundaries(body) if (shorter := cut(body, at)) and len(shorter.split()) > _SHORTEST]


def _shorten(body: str, room: int) -> str:
    """Cut a long body at a clause or sentence boundary, and show it with “…”; protected words are never cut off.

    `room` is how many characters the line has for it.
    """

    def fits(words: str, most: int) -> bool:
        return len(words.split()) <= most and len(words) <= room

    if fits(body, TARGET_WORDS):
        return body
    cuts = _cuts(body)
    short = [shorter for shorter in cuts if fits(shorter, TARGET_WORDS + 1)]
    if short:
        return short[-1]
    return next((shorter for shorter in (body, *cuts) if fits(shorter, BODY_WORDS)), body)
