"""One claim → one line: the passage's own words, with deletions and a few declared rewrites."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote

from digests.deletions import boundaries, cut, deletions, without
from digests.gate import BODY_WORDS, LINE_CHARS, head_of, hold_reason
from digests.models import Article, Claim, DigestItem
from digests.passages import content_of, outside_quotations, place_names, speaks_of_itself
from digests.rewrites import rewrite
from digests.standing import date_of, flags_of

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
        flags=flags_of(claim),
        source=" ← ".join(claim.via),
        url=passage_url(article.url, claim.passage.exact),
    )
    room = LINE_CHARS - len(item.line) + len(body)
    item = item.model_copy(update={"body": _shorten(body, room)})
    return hold_reason(item, claim, article, now=now) or item


def passage_url(url: str | None, exact: str) -> str | None:
    """An article's address that opens at a passage (a text fragment, `#:~:text=first words,last words`)."""
    if not url:
        return None
    first_line = exact.strip().splitlines()[0] if exact.strip() else ""
    words = first_line.split()
    parts = [" ".join(words)] if len(words) <= 8 else [" ".join(words[:4]), " ".join(words[-4:])]
    fragment = ",".join(quote(part.strip("“”\"'‘’,;"), safe="").replace("-", "%2D") for part in parts)
    return f"{url.split('#')[0]}#:~:text={fragment}"


def _body(claim: Claim, article: Article, weekday: str | None) -> str:
    """The content with the declared rewrites and deletions."""
    content = outside_quotations(content_of(claim, article.body), rewrite)
    own = speaks_of_itself(claim, article.body)
    ranges = deletions(content, weekday=weekday, places=place_names(claim, article), own=own)
    return without(content, tuple(ranges))


def _shorten(body: str, room: int) -> str:
    """Cut a long body at a clause or sentence boundary, and show it with “…”; protected words are never cut off.

    `room` is how many characters the line has for it.
    """

    def fits(words: str, most: int) -> bool:
        return len(words.split()) <= most and len(words) <= room

    if fits(body, TARGET_WORDS):
        return body
    cuts = [shorter for at in boundaries(body) if (shorter := cut(body, at)) and len(shorter.split()) > _SHORTEST]
    short = [shorter for shorter in cuts if fits(shorter, TARGET_WORDS + 1)]
    if short:
        return short[-1]
    return next((shorter for shorter in (body, *cuts) if fits(shorter, BODY_WORDS)), body)
