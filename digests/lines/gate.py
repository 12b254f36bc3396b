"""The publishing gate: a line that is not grounded in its passage is held back, with the reason.

It trusts nothing that drew the line: it reads the words of the line and of the article again, and lets through only
what the article's own words become by the declared rewrites and deletions.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import combinations, islice
from typing import NamedTuple

from digests.lexicon import Lexicon, either, lexicon_of
from digests.lines.deletions import without
from digests.lines.flags import chain_of, date_of, flags_of, relation_flags
from digests.lines.links import passage_url
from digests.lines.passages import QUOTED, outside_quotations
from digests.lines.pronouns import dangles
from digests.lines.rewrites import rewrite
from digests.lines.shortening import boundaries, cut, later
from digests.lines.statement_checks import names_source, unstated
from digests.lines.wording import omissions, wording
from digests.models import Article, Claim, DigestItem, Span
from digests.text.printable import printable

BODY_WORDS = 40  #: the longest body
LINE_CHARS = 240  #: the longest line, without its link
LONG_NAME = 30  #: characters from which a description may be left with its beginning
MOST_CHOICES = 64  #: how many combinations of as many deletions are tried

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'‘-][^\W\d_]+)*|[^\w\s]|\w")


class _Patterns(NamedTuple):
    pronoun: re.Pattern[str]
    describing: re.Pattern[str]  #: what goes on to describe a source that is named: “two officials, who …”
    noun: re.Pattern[str]  #: of a description, up to what it is of: “a recent survey of voter lists”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, lines = lexicon.grammar, lexicon.lines
    alone = either(grammar.subjects, grammar.personal_relatives, grammar.demonstratives, grammar.indefinite_pronouns)
    owners = either(grammar.possessives, grammar.personal_relatives)
    before, after = either(lines.describing_prepositions), either(lines.noun_prepositions)
    return _Patterns(
        pronoun=re.compile(rf"(?:(?:{alone})$|(?:{owners})\b)", re.IGNORECASE),
        describing=re.compile(
            rf"(?<=\w\s)(?<!\b[Tt]he\s)(?=(?:{either(lines.describing)})\b)"
            rf"|(?<=\w{{3}}s\s)(?=(?:{before})\b)|(?<=\w),\s|\s+(?:[–—]|--)\s+"
        ),
        noun=re.compile(rf"(?:\S+ )+?[a-z]\w+(?= (?:{after})\b)"),
    )


def hold_reason(
    item: DigestItem, claim: Claim, article: Article, *, now: datetime, limit: int = LINE_CHARS
) -> str | None:
    """Why a line must not be printed, or None if it may be. `limit` is the longest line in characters."""
    text, lexicon = article.body, lexicon_of(article)
    return (
        _not_in_passage(item, claim, text)
        or _no_claimant(item, claim, text, lexicon)
        or unstated(claim, text, lexicon)
        or ("pronoun not resolved" if dangles(item.body, claim, article) else None)
        or _standing_altered(item, claim, article, now)
        or _words_altered(item.body, claim, article, now)
        or _too_long(item, limit)
    )


def heads_of(claim: Claim, lexicon: Lexicon) -> tuple[str, ...]:
    """What a line may begin with, fullest first: the claimant's name, with a capital where it is a description.

    Where there is no room, the body that a person speaks for goes, and of a long description all but its beginning.
    """
    claimant = claim.claimant
    names = [claimant.label, claimant.short or claimant.name]
    if claimant.resolved_by in {"none", "unresolved", "local"} and len(claimant.name) > LONG_NAME:
        names.append(_patterns(lexicon).describing.split(claimant.name, maxsplit=1)[0])
        names += [described[0] for described in [_patterns(lexicon).noun.match(claimant.name)] if described]
    return tuple(dict.fromkeys(_head(printable(name), claim) for name in names))


def _head(label: str, claim: Claim) -> str:
    first = label.split(" ", 1)[0]
    label = label[:1].upper() + label[1:] if first.isalpha() and first.islower() else label
    return f"{label} denies" if claim.kind == "denial" else label


def _not_in_passage(item: DigestItem, claim: Claim, text: str) -> str | None:
    passage = claim.passage
    if item.was or item.claim_id != claim.id or text[passage.start : passage.end] != passage.exact:
        return "passage not in the article"
    return None


def _no_claimant(item: DigestItem, claim: Claim, text: str, lexicon: Lexicon) -> str | None:
    claimant = claim.claimant
    if claimant.resolved_by == "unresolved" and _patterns(lexicon).pronoun.match(claimant.name):
        return "speaker not resolved"
    if claimant.role == "outlet" or (claimant.resolved_by == "none" and not names_source(claim, lexicon)):
        return "no source named"
    if item.claimant not in heads_of(claim, lexicon):
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


def _standing_altered(item: DigestItem, claim: Claim, article: Article, now: datetime) -> str | None:
    """Date, source, link and flags are what the claim's data say, to the letter."""
    if item.when != date_of(claim, article, now=now)[0]:
        return "date altered"
    if item.source != chain_of(claim) or item.url != passage_url(article.url, claim.passage.exact):
        return "source altered"
    return (
        None
        if item.flags == (*flags_of(claim, lexicon_of(article)), *relation_flags(claim, now=now))
        else "flags altered"
    )


# --- the words ------------------------------------------------------------------------------------------------


def _words_altered(body: str, claim: Claim, article: Article, now: datetime) -> str | None:
    """The body is what the content becomes by declared rewrites, deletions and one cut, to the letter."""
    if not any(c.isalnum() for c in body):
        return "nothing said"
    if body.count("“") != body.count("”") or '"' in body:
        return "half a quotation"
    content = wording(claim, article)
    ranges = omissions(content, claim, article, now=now)
    lexicon = lexicon_of(article)
    shown = outside_quotations(body, lambda part: rewrite(part, lexicon))
    if any(shown in _bodies(without(content, left_out), lexicon) for left_out in _choices(ranges)):
        return None
    return _difference(shown, content)


def _choices(ranges: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """The deletions that may have been made: all of them, or some."""
    for size in range(len(ranges), -1, -1):
        yield from islice(combinations(ranges, size), MOST_CHOICES)


def _bodies(whole: str, lexicon: Lexicon) -> Iterator[str]:
    """What may be printed of a content: all of it, or what stands before a boundary, or from a sentence on."""
    yield whole
    for boundary in boundaries(whole, lexicon):
        if shorter := cut(whole, boundary, bold=True, lexicon=lexicon):
            yield shorter
        if rest := later(whole, boundary, lexicon):
            yield rest
            yield from filter(None, (cut(rest, end, bold=True, lexicon=lexicon) for end in boundaries(rest, lexicon)))


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
