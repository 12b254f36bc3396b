"""One claim → one line: the passage's own words, with deletions and a few declared rewrites."""

from __future__ import annotations

from datetime import datetime

from digests.lexicon import lexicon_of
from digests.lines.certainty import certainty
from digests.lines.flags import chain_of, date_of, flags_of, relation_flags
from digests.lines.gate import LINE_CHARS, standing_hold
from digests.lines.links import passage_url
from digests.lines.wording import word
from digests.models import Article, Claim, DigestItem, Statement, Wording
from digests.text.printable import printable


def claim_line(claim: Claim, article: Article, *, now: datetime) -> DigestItem | str:
    """Draw a claim as a line, or say in a few words why it is held back.

    What was worked out of its words is taken as it is; dates and flags are those of `now`.
    """
    wording = claim.wording or word(claim, article)
    if not wording.body:
        return wording.hold
    item = _wordless(claim, article, own_verb=wording.own_verb, now=now)
    room = LINE_CHARS - len(item.line)
    if len(wording.claimant) + len(wording.body) > room:
        wording = word(claim, article, room=room)
    if wording.hold:
        return wording.hold
    date = date_of(claim, article, now=now, of_saying=wording.of_saying)
    item = item.model_copy(update={"claimant": wording.claimant, "body": wording.body, "when": date})
    return standing_hold(item, claim, article, now=now) or item


def line_certainty(claim: Claim, item: DigestItem, article: Article) -> float:
    """The probability that a claim's line is right in claimant and meaning and can be read alone."""
    wording = claim.wording
    if wording and wording.certainty is not None and _is_worded(item, wording):
        return wording.certainty
    return certainty(claim, item, article)


def _is_worded(item: DigestItem, wording: Wording) -> bool:
    """Whether a line has that wording, which it has not where its flags leave less room."""
    return (item.claimant, item.body, item.own_verb) == (wording.claimant, wording.body, wording.own_verb)


def _wordless(claim: Claim, article: Article, *, own_verb: bool, now: datetime) -> DigestItem:
    """A claim's line without its head and its words: what goes with them, whatever they are."""
    return DigestItem(
        claim_id=claim.id,
        claimant="",
        body="",
        own_verb=own_verb,
        when=date_of(claim, article, now=now),
        flags=(*flags_of(claim, lexicon_of(article)), *relation_flags(claim, now=now)),
        source=chain_of(claim),
        url=passage_url(article.url, claim.passage.exact),
        statement=_statement(claim),
    )


def _statement(claim: Claim) -> Statement:
    return Statement(
        claimant=printable(claim.claimant.label),
        named_as=claim.claimant.type,
        kind=claim.kind,
        via=claim.via,
        said_at=claim.said_at,
        said_precision=claim.said_precision,
    )
