"""One claim → one line: the passage's own words, with deletions and a few declared rewrites."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from urllib.parse import quote

from digests.dates import format_day
from digests.gate import BODY_WORDS, CONDITIONAL, QUOTED, has_protected, hold_reason
from digests.models import Article, Claim, DigestItem, Span
from digests.rewrites import rewrite
from digests.text import quotations

TARGET_WORDS = 24  #: a body longer than this is cut at a clause boundary where there is one
LINE_CHARS = 240

_LEAD = re.compile(r"^(?:that|however|meanwhile|simultaneously|in addition|moreover|also)\b,?\s+", re.IGNORECASE)
_UNIT_DOUBLE = re.compile(
    r"\s*\((?:about |around |approximately )?[\w.,-]+(?:\s\w+)?[\s-]"
    r"(?:miles?|kilomet(?:er|re)s?|km|mi|feet|foot|ft|met(?:er|re)s?|m|acres?|hectares?|pounds?|kilograms?)\)"
)
_ON_WEEKDAY = r",?\s*\bon {day}\b(?: (?:morning|afternoon|evening|night))?(?P<comma>,?)"
_CLAUSE = re.compile(
    r"[,;]\s+(?=(?:which|who|whose|where|when|while|as|because|since|although|though|despite|after|before|following|"
    r"including|amid|bringing|\w{3,}ing)\b)|\s+[–—]\s+|;\s+"
)
_MARKS = '“”"„‟«»‘’'
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[“\"'A-Z0-9])")


def claim_line(claim: Claim, article: Article, *, now: datetime) -> DigestItem | str:
    """Draw a claim as a line, or say in a few words why it is held back."""
    body = _body(claim, article.body)
    when, day = _when(claim, article, now=now)
    if day:
        body = _outside_quotes(body, lambda part: re.sub(_ON_WEEKDAY.format(day=day), r"\g<comma>", part)).strip(" ,")
    item = DigestItem(
        claim_id=claim.id,
        claimant=_head(claim),
        body=_shorten(body),
        when=when,
        flags=_flags(claim),
        source=" ← ".join(claim.via),
        url=passage_url(article.url, claim.passage.exact),
    )
    if len(item.line) > LINE_CHARS:
        item = item.model_copy(update={"body": _shorten(body, target=TARGET_WORDS // 2)})
    return hold_reason(item, claim, article.body, limit=LINE_CHARS) or item


def passage_url(url: str | None, exact: str) -> str | None:
    """An article's address that opens at a passage (a text fragment, `#:~:text=first words,last words`)."""
    if not url:
        return None
    first_line = exact.strip().splitlines()[0] if exact.strip() else ""
    words = first_line.split()
    parts = [" ".join(words)] if len(words) <= 8 else [" ".join(words[:4]), " ".join(words[-4:])]
    fragment = ",".join(quote(part.strip("“”\"'‘’,;"), safe="").replace("-", "%2D") for part in parts)
    return f"{url.split('#')[0]}#:~:text={fragment}"


def _head(claim: Claim) -> str:
    return f"{claim.claimant.label} denies" if claim.kind == "denial" else claim.claimant.label


def _body(claim: Claim, text: str) -> str:
    """The content as it stands, marks of a whole quotation restored, then the declared deletions and rewrites."""
    quoted = quotations(text)
    joiner = " … " if claim.mode == "direct" else " "
    parts = [_fragment(text, fragment, quoted) for fragment in claim.attribution.content]
    body = re.sub(r"\s+", " ", joiner.join(part for part in parts if part))
    body = _LEAD.sub("", body)
    body = _outside_quotes(body, lambda part: rewrite(_UNIT_DOUBLE.sub("", part))).strip()
    return re.sub(r"[,;]”$", "”", body)


def _fragment(text: str, fragment: Span, quoted: Sequence[Span]) -> str:
    """One fragment; where it is (part of) one quotation, in quotation marks, whatever marks the article uses."""
    start, end = fragment
    holding = next((q for q in quoted if q[0] <= start and end <= q[1] + 1 and start < q[1]), None)
    if holding is None:
        return text[start:end].strip().strip(",;: ").rstrip(".")
    spoken = text[max(start, holding[0] + 1) : min(end, holding[1])]
    return "“" + spoken.strip(_MARKS + " ").rstrip(",; ") + "”"


def _outside_quotes(body: str, change: Callable[[str], str]) -> str:
    """Apply a change to the parts of a body that stand outside quotation marks."""
    parts = QUOTED.split(body)
    return "".join(part if i % 2 else change(part) for i, part in enumerate(parts))


def _shorten(body: str, target: int = TARGET_WORDS) -> str:
    """Cut a long body at a clause or sentence boundary, and show it with “…”; protected words are never cut off."""
    if len(body.split()) <= target:
        return body
    cuts = [cut for cut in (_cut(body, at) for at in _boundaries(body)) if cut]
    short = [cut for cut in cuts if 5 <= len(cut.split()) <= target]
    if short:
        return short[-1]
    if len(body.split()) <= BODY_WORDS:
        return body
    fitting = [cut for cut in cuts if 5 <= len(cut.split()) <= BODY_WORDS]
    return fitting[0] if fitting else body


def _boundaries(body: str) -> list[Span]:
    """Where a body may end early: before a clause outside quotation marks, and at a sentence end anywhere."""
    inside = [m.span() for m in QUOTED.finditer(body)]
    clauses = [m.span() for m in _CLAUSE.finditer(body) if not any(s < m.start() < e for s, e in inside)]
    ends = [m.span() for m in _SENTENCE_END.finditer(body)]
    return sorted({*clauses, *ends})


def _cut(body: str, boundary: Span) -> str | None:
    head, tail = body[: boundary[0]], body[boundary[1] :]
    at_sentence = head.rstrip().endswith((".", "!", "?"))
    if not at_sentence and (has_protected(tail) or CONDITIONAL.match(head)):
        return None
    if head.count("“") > head.count("”"):
        return f"{head.rstrip()}” …" if at_sentence else None
    return f"{head.rstrip(' ,;')} …"


def _when(claim: Claim, article: Article, *, now: datetime) -> tuple[str, str | None]:
    """The date that a line ends with, and the weekday phrase that it makes superfluous in the body."""
    if claim.valid_from and claim.valid_precision == "day" and claim.valid_from != claim.said_at:
        return format_day(claim.valid_from, "day", now=now), claim.valid_from.strftime("%A")
    if claim.said_at:
        return format_day(claim.said_at, claim.said_precision, now=now), None
    if article.date_published:
        return f"article {format_day(article.date_published, 'day', now=now)}", None
    return "undated", None


def _flags(claim: Claim) -> tuple[str, ...]:
    flags: list[str] = []
    if claim.status != "claimed":
        flags.append(claim.status)
    if claim.no_response:
        flags.append("no response yet")
    if claim.kind == "estimate":
        flags.append("estimate")
    if claim.claimant.role == "unnamed":
        flags.append("unnamed source")
    if _about_the_other_side(claim):
        flags.append("one side")
    if claim.origins > 1:
        flags.append(f"{claim.origins} origins")
    return tuple(flags)


def _about_the_other_side(claim: Claim) -> bool:
    """Whether a party to the conflict gives figures on the other side."""
    side = claim.claimant.side
    others = {mention.actor.side for mention in claim.actors if mention.actor.side}
    return bool(side and claim.figures and others and side not in others)
