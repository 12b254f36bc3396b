"""What a line may leave out of a passage's words; the gate knows the same table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digests.models import Span
from digests.passages import QUOTED

REACH = 600  #: characters of a body within which it may be cut; no line is longer

CONDITIONAL = re.compile(
    r"\s*(?:if|unless|although|though|while|when|whether|should|until|once|despite)\b", re.IGNORECASE
)

_NUMBERS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\w+)?|dozens?|hundreds?|thousands?|(?:m|b|tr)illions?|half"
)
_PROTECTED = re.compile(
    r"^(?:\S*\d\S*|not|no|never|neither|nor|none|nobody|nothing|without|\w+n[’'‘]t|cannot|may|might|could|would|should|"
    r"likely|unlikely|probably|possibly|perhaps|reportedly|alleged(?:ly)?|suspected|purported(?:ly)?|apparently|"
    r"if|unless|although|though|until|except|but|only|first|about|around|approximately|roughly|nearly|almost|up|least|"
    r"most|more|less|fewer|than|over|under|failed|denied|denies|false|falsely)$",
    re.IGNORECASE,
)
_NUMBER_WORD = re.compile(rf"^(?:{_NUMBERS})$", re.IGNORECASE)
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'‘-][^\W\d_]+)*")

_LEAD = re.compile(
    r"(?:(?:that|however|meanwhile|simultaneously|in addition|additionally|moreover|furthermore|also)\b[,:]?\s+)+",
    re.IGNORECASE,
)
_UNIT_DOUBLE = re.compile(
    r"\s*\((?:about |around |approximately |roughly |some )?[\w.,-]+(?:\s\w+)?[\s-]"
    r"(?:miles?|kilomet(?:er|re)s?|km|mi|feet|foot|ft|met(?:er|re)s?|m|acres?|hectares?|pounds?|kilograms?|kg|lb)\)"
)
#: "Toretsk, an industrial town in eastern Ukraine": the describing words after a name, up to the next comma or the end.
_APPOSITIVE = re.compile(
    r"(?<=[\w’]),\s+(?:an?|the)\s+(?:[\w’'-]+\s+){0,4}?(?:town|city|village|settlement|hamlet|suburb|port|hub|"
    r"cent(?:er|re)|capital|region|province|district|stronghold|crossing|outpost|island|resort)\b[^,;:.!?()“”\"]*"
    r"(?P<comma>,(?!\s+(?:and|or)\b)|$)"
)
_CLAUSE = re.compile(
    r"[,;]\s+(?=(?:which|who|whose|where|when|while|as|because|since|although|though|despite|after|before|following|"
    r"including|amid|bringing|(?:and|so)\s+(?:that|I|we|you|he|she|it|they|there|this|these|those|the|an?)|\w{3,}ing)\b)|\s+[–—]\s+|;\s+"
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[“\"'‘A-Z0-9])")
_JOINT = re.compile(r"(?<=”) … (?=“)")

_OWN_SUBJECT = re.compile(
    r"it (?:has|had) (?=(?!been\b|not\b|never\b|no\b|hundred\b)(?:\w+ly )?(?:\w{2,}ed|taken|seized|begun|won|lost|shot|"
    r"sent|launched|struck|hit|made|found|given|held|kept|left|met|put|seen|sunk|built|brought|driven|broken|cut|"
    r"withdrawn|gained|retaken|begun)\b)",
    re.IGNORECASE,
)


def has_protected(words: str) -> bool:
    """Whether words hold a number, negation, hedge or condition, which a deletion may not touch."""
    return any(_PROTECTED.match(word) or _NUMBER_WORD.match(word) for word in _WORD.findall(words))


def deletions(content: str, *, weekday: str | None, places: Sequence[str], own: bool) -> Iterator[Span]:
    """The ranges of a content that a line leaves out; none touches a quotation.

    `weekday` is the day that the line's date stands for, `places` are the names that a description may be left out
    after, and `own` says that a leading “it had” means the claimant.
    """
    quoted = [match.span() for match in QUOTED.finditer(content)]
    lead = _LEAD.match(content)
    if lead:
        yield lead.span()
    if own:
        at = lead.end() if lead else 0
        subject = _OWN_SUBJECT.match(content, at)
        if subject:
            yield subject.span()
    for found in _inner(content, weekday, places):
        if not any(start < found[1] and found[0] < end for start, end in quoted):
            yield found


def _inner(content: str, weekday: str | None, places: Sequence[str]) -> Iterator[Span]:
    for match in _UNIT_DOUBLE.finditer(content):
        yield match.span()
    if weekday:
        pattern = rf",?\s*\bon {weekday}\b(?: (?:morning|afternoon|evening|night))?(?=[\s,.;]|$)"
        for match in re.finditer(pattern, content):
            yield match.span()
    for match in _APPOSITIVE.finditer(content):
        before = content[: match.start()]
        words = match.group()
        negated = any(_PROTECTED.match(word) for word in _WORD.findall(words))
        if not negated and any(before.endswith(name) for name in places):
            yield match.span()


def without(content: str, ranges: Sequence[Span]) -> str:
    """A content without the given ranges, and without the marks and spaces that they leave behind."""
    kept, at = [], 0
    for start, end in sorted(ranges):
        kept.append(content[at : max(at, start)])
        at = max(at, end)
    left = re.sub(r"\s+", " ", "".join([*kept, content[at:]]))
    return re.sub(r" (?=[,;.])", "", left).strip(" ,;")


def boundaries(body: str) -> list[Span]:
    """Where a body may end early: at a sentence's end or between quotations, and before a clause."""
    found = (pattern.finditer(body, 0, REACH) for pattern in (_CLAUSE, _SENTENCE_END, _JOINT))
    return sorted({match.span() for matches in found for match in matches})


def cut(body: str, boundary: Span) -> str | None:
    """A body that ends at a boundary, with “…”; none where a protected word of the same sentence would go."""
    head, tail = body[: boundary[0]].rstrip(), body[boundary[1] :]
    whole = head.endswith((".", "!", "?", ".”", "!”", "?”")) or bool(_JOINT.match(body, boundary[0]))
    if not whole and (has_protected(_sentence(tail)) or CONDITIONAL.match(_last_sentence(head).lstrip("“"))):
        return None
    open_quote = head.count("“") > head.count("”")
    return f"{head.rstrip(' ,;')}” …" if open_quote else f"{head.rstrip(' ,;')} …"


def _sentence(tail: str) -> str:
    end = _SENTENCE_END.search(tail)
    return tail[: end.start()] if end else tail


def _last_sentence(head: str) -> str:
    ends = [match.end() for match in _SENTENCE_END.finditer(head)]
    return head[ends[-1] :] if ends else head
