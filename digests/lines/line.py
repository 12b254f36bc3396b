"""One claim → one line: the passage's own words, with deletions and a few declared rewrites."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from digests.lexicon import Lexicon, lexicon_of
from digests.lines.checks.statement_checks import unstated
from digests.lines.facts import line_facts
from digests.lines.flags import chain_of, date_left, flags_of, relation_flags
from digests.lines.gate import BODY_WORDS, LINE_CHARS, hold_reason
from digests.lines.heads import heads_of
from digests.lines.links import passage_url
from digests.lines.reporting.clauses import states
from digests.lines.shortening import boundaries, cut, later
from digests.models import Article, Claim, DigestItem, Statement
from digests.text.printable import printable

TARGET_WORDS = 24  #: a body longer than this is cut at a clause boundary where there is one
_SHORTEST = 5  #: words that a cut must leave


def claim_line(claim: Claim, article: Article, *, now: datetime) -> DigestItem | str:
    """Draw a claim as a line, or say in a few words why it is held back."""
    lexicon = lexicon_of(article)
    if reason := unstated(claim, lexicon):
        return reason
    facts = line_facts(claim, article, now=now)
    if isinstance(facts, str):
        return facts
    item = DigestItem(
        claim_id=claim.id,
        claimant="",
        body=facts.body,
        own_verb=facts.own_verb,
        when=facts.date,
        flags=(*flags_of(claim, lexicon), *relation_flags(claim, now=now)),
        source=chain_of(claim),
        url=passage_url(article.url, claim.passage.exact),
        statement=_statement(claim),
    )
    room = LINE_CHARS - len(item.line) + len(facts.body)
    heads = heads_of(claim, lexicon, form=facts.report.form)
    shortened = ((head, _shorten(facts.body, room - len(head), lexicon)) for head in heads)
    head, body = next((pair for pair in shortened if _fits(pair[1], room - len(pair[0]))), (heads[0], facts.body))
    date = facts.date if body == facts.body else date_left(facts.body, body, claim, article, now=now)
    item = item.model_copy(update={"claimant": head, "body": body, "when": date})
    return hold_reason(item, claim, article, now=now) or item


def _statement(claim: Claim) -> Statement:
    return Statement(
        claimant=printable(claim.claimant.label),
        kind=claim.kind,
        via=claim.via,
        said_at=claim.said_at,
        said_precision=claim.said_precision,
    )


def shorter_bodies(claim: Claim, article: Article, *, now: datetime) -> tuple[str, ...]:
    """The bodies that a line may have instead where it ends early, shortest first."""
    facts = line_facts(claim, article, now=now)
    return () if isinstance(facts, str) else tuple(_cuts(facts.body, lexicon_of(article)))


def _cuts(body: str, lexicon: Lexicon, *, bold: bool = False) -> list[str]:
    """What stands before each boundary at which a body may be cut."""
    shorter_ones = (cut(body, boundary, bold=bold, lexicon=lexicon) for boundary in boundaries(body, lexicon))
    long_enough = (shorter for shorter in shorter_ones if shorter and len(shorter.split()) > _SHORTEST - bold)
    return [
        shorter for shorter in long_enough if states(shorter.removesuffix(" …").removesuffix(",”").strip("“”"), lexicon)
    ]


def _shorten(body: str, room: int, lexicon: Lexicon) -> str:
    """Cut a long body at a clause or sentence boundary, and show it with “…”; protected words are never cut off.

    `room` is how many characters the line has for it. Only a body that cannot be printed otherwise is cut boldly.
    """
    if _fits(body, room, TARGET_WORDS):
        return body
    cuts = _cuts(body, lexicon)
    short = [shorter for shorter in cuts if _fits(shorter, room, TARGET_WORDS + 1)]
    if short:
        return short[-1]
    fitting = (shorter for shorter in (body, *cuts, *_bold(body, lexicon)) if _fits(shorter, room))
    return next(fitting, body)


def _bold(body: str, lexicon: Lexicon) -> Iterator[str]:
    """What may be printed of a body that has no other way: bold cuts, longest first, then what later sentences say."""
    yield from reversed(_cuts(body, lexicon, bold=True))
    for rest in filter(None, (later(body, boundary, lexicon) for boundary in boundaries(body, lexicon))):
        yield rest
        yield from reversed(_cuts(rest, lexicon, bold=True))


def _fits(body: str, room: int, limit: int = BODY_WORDS) -> bool:
    return len(body.split()) <= limit and len(body) <= room
