"""The publishing gate: a line that is not grounded in its passage is held back, with the reason.

It trusts nothing that drew the line: it reads the words of the line and of the article again, and lets through only
what the article's own words become by the declared rewrites and deletions.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import combinations, islice

from digests.deletions import boundaries, cut, deletions, without
from digests.models import Article, Claim, DigestItem, Span
from digests.passages import (
    QUOTED,
    content_of,
    is_person,
    is_plural,
    outside_quotations,
    passage_url,
    place_names,
    printable,
    speaks_of_itself,
)
from digests.relations import relation_flags
from digests.rewrites import rewrite
from digests.standing import chain_of, date_of, flags_of

BODY_WORDS = 40  #: the longest body
LINE_CHARS = 240  #: the longest line, without its link
FEW_WORDS = 4  #: up to so many words a content must show a verb
MOST_CHOICES = 64  #: how many combinations of as many deletions are tried

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'‘-][^\W\d_]+)*|[^\w\s]|\w")
_PRONOUN = re.compile(
    r"(?:(?:he|she|they|it|i|we|you|who|whom|one|this|that|these|those|some|others?|many|both|all)$"
    r"|(?:his|her|their|its|my|our|whose)\b)",
    re.IGNORECASE,
)
_EMPTY_IT = re.compile(
    r"it(?:[’']s| (?:is|was|will be|would be|has been|had been|may be|might be|could be|remains|seems|appears))"
    r"(?: \w+)? (?:too |time |(?:\w+ ){1,3}(?:that|to|for|if|whether)\b)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|am|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|to|let|"
    r"went|came|made|took|got|won|lost|fell|rose|left|kept|\w+ed|\w+en|\w+ing)\b|[’'](?:s|re|ve|ll|m|d)\b|n[’']t\b"
    r"|\b\w+s\s(?=\w)",
    re.IGNORECASE,
)
_STATING_CUE = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|old)|stat|announc|report|add|not(?:e|ed|es|ing)\b|wr(?:ite|ote|iting)|conclud|"
    r"estimat|believ|th(?:ink|ought)|according|insist|argu|assert|confirm|warn|predict)|:",
    re.IGNORECASE,
)
_HANGING = re.compile(r"(?:him|them|us|me|which|whom|whose)\b|as (?:an?\b|the\b|“)", re.IGNORECASE)
_NEGATED_CUE = re.compile(r"\b(?:not|never|no|neither|nor|without|cannot|refus\w+|declin\w+)\b|n[’']t\b", re.IGNORECASE)
_UNREAL_CUE = re.compile(r"\b(?:would|could|might|may|should|if|expected to|likely to|asked whether)\b", re.IGNORECASE)


def hold_reason(
    item: DigestItem, claim: Claim, article: Article, *, now: datetime, limit: int = LINE_CHARS
) -> str | None:
    """Why a line must not be printed, or None if it may be. `limit` is the longest line in characters."""
    text = article.body
    return (
        _not_in_passage(item, claim, text)
        or _no_claimant(item, claim, text)
        or _turned_round(claim)
        or _no_statement(claim, text)
        or _dangling(item.body, claim)
        or _standing_altered(item, claim, article, now)
        or _words_altered(item.body, claim, article, now)
        or _too_long(item, limit)
    )


def head_of(claim: Claim) -> str:
    """What a line begins with: the claimant's name, with a capital where it is a description, and “denies”."""
    label = printable(claim.claimant.label)
    first = label.split(" ", 1)[0]
    label = label[:1].upper() + label[1:] if first.isalpha() and first.islower() else label
    return f"{label} denies" if claim.kind == "denial" else label


def _not_in_passage(item: DigestItem, claim: Claim, text: str) -> str | None:
    passage = claim.passage
    if item.was or item.claim_id != claim.id or text[passage.start : passage.end] != passage.exact:
        return "passage not in the article"
    return None


def _no_claimant(item: DigestItem, claim: Claim, text: str) -> str | None:
    claimant = claim.claimant
    if claimant.resolved_by == "unresolved" and _PRONOUN.match(claimant.name):
        return "speaker not resolved"
    if claimant.role == "outlet" or (claimant.resolved_by == "none" and not claim.attribution.cue):
        return "no source named"
    if item.claimant != head_of(claim):
        return "claimant altered"
    supported = claimant.resolved_by == "none" or _names(text, claim)
    return None if supported else "claimant not in the article"


def _names(text: str, claim: Claim) -> bool:
    """Whether an article holds its claimant's name, be it in fragments or over a line's end."""
    surface = claim.claimant.surface
    if surface and surface in text:
        return True
    source = " ".join(text[start:end] for start, end in claim.attribution.source)
    named = printable(surface).casefold()
    return bool(named) and named in printable(f"{source} {text}").casefold()


def _dangling(body: str, claim: Claim) -> str | None:
    """A body that begins with a pronoun reads as if the claimant were meant; it must be one that may mean them."""
    first = re.match(r"(he|she|his|her|it|its|they|their|them)\b", body, re.IGNORECASE)
    if not first or _EMPTY_IT.match(body):
        return None
    pronoun = first[1].lower()
    person, plural = {"he", "she", "his", "her"}, {"they", "their"}
    fitting = person if is_person(claim) else plural if is_plural(claim) else {"it", "its"}
    own = claim.claimant.role not in {"analyst", "outlet"}
    return None if pronoun in fitting and own else "pronoun not resolved"


def _turned_round(claim: Claim) -> str | None:
    """A cue such as “did not say” or “would say” makes no statement of its content."""
    if claim.kind != "denial" and _NEGATED_CUE.search(claim.cue):
        return "negated cue"
    return "hypothetical cue" if _UNREAL_CUE.search(claim.cue) else None


def _no_statement(claim: Claim, text: str) -> str | None:
    """What a verb such as “offered” takes (“a veto”), and words whose subject is elsewhere, state nothing alone."""
    content = content_of(claim, text)
    short = len(content.split()) <= FEW_WORDS and "“" not in content and not _STATING_CUE.search(claim.cue)
    object_only = short and not _VERB.search(content)
    return "no full statement" if object_only or _HANGING.match(content) else None


def _standing_altered(item: DigestItem, claim: Claim, article: Article, now: datetime) -> str | None:
    """Date, source, link and flags are what the claim's data say, to the letter."""
    if item.when != date_of(claim, article, now=now)[0]:
        return "date altered"
    if item.source != chain_of(claim) or item.url != passage_url(article.url, claim.passage.exact):
        return "source altered"
    return None if item.flags == (*flags_of(claim), *relation_flags(claim, now=now)) else "flags altered"


# --- the words ------------------------------------------------------------------------------------------------


def _words_altered(body: str, claim: Claim, article: Article, now: datetime) -> str | None:
    """The body is what the content becomes by declared rewrites, deletions and one cut, to the letter."""
    if not any(c.isalnum() for c in body):
        return "nothing said"
    if body.count("“") != body.count("”") or '"' in body:
        return "half a quotation"
    content = outside_quotations(content_of(claim, article.body), rewrite)
    ranges = tuple(
        deletions(
            content,
            weekday=date_of(claim, article, now=now)[1],
            places=place_names(claim, article),
            own=speaks_of_itself(claim, article.body),
        )
    )
    shown = outside_quotations(body, rewrite)
    if any(shown in _bodies(without(content, left_out)) for left_out in _choices(ranges)):
        return None
    return _difference(shown, content)


def _choices(ranges: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """The deletions that may have been made: all of them, or some."""
    for size in range(len(ranges), -1, -1):
        yield from islice(combinations(ranges, size), MOST_CHOICES)


def _bodies(whole: str) -> Iterator[str]:
    """What may be printed of a content: all of it, or what stands before a boundary."""
    yield whole
    for boundary in boundaries(whole):
        if shorter := cut(whole, boundary):
            yield shorter


def _difference(shown: str, content: str) -> str:
    """In which way a body differs from the content."""
    if any(quotation not in content for quotation in QUOTED.findall(shown)):
        return "quotation altered"
    said = iter(_TOKEN.findall(content))
    if not all(word in said for word in _TOKEN.findall(shown.rstrip(" …"))):
        return "words not in the passage"
    return "words left out"


def _too_long(item: DigestItem, limit: int) -> str | None:
    if any(unicodedata.category(c) in {"Cc", "Cf"} for c in item.line):
        return "control character"
    if len(item.body.split()) > BODY_WORDS or len(item.line) > limit:
        return "no clause boundary to cut at"
    return None
