"""What a line may leave out of a passage's words; the gate knows the same table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digests.lexicon.hedges import has_protected
from digests.lines.passages import QUOTED
from digests.models import Span

_FINITE = (
    r"(?:is|are|was|were|has|have|had|does|did|do|will|would|can|could|may|might|must|shall|should|isn|wasn|aren|weren|"
    r"hasn|doesn|didn|won|wouldn|couldn)\b"
)
#: “That was not her view” keeps its subject.
_LEAD = re.compile(
    rf"(?:(?:that(?!\s+{_FINITE})|however|meanwhile|simultaneously|in addition|additionally|moreover|furthermore|"
    r"also)\b[,:]?\s+)+",
    re.IGNORECASE,
)
#: Whom somebody tells something, up to “that”: “the American people that …”, “voters that …”.
_TOLD = re.compile(r"(?:[^\W\d_]+(?:[’'-]\w+)*\s+){1,5}?that\s+(?!" + _FINITE + ")")
_TELLING_CUE = re.compile(r"\b(?:tell|told|tells|warn|assur|remind|inform|convinc|persuad)\w*$", re.IGNORECASE)
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
_OWN_SUBJECT = re.compile(
    r"it (?:has|had) (?=(?!been\b|not\b|never\b|no\b|hundred\b)(?:\w+ly )?(?:\w{2,}ed|taken|seized|begun|won|lost|shot|"
    r"sent|launched|struck|hit|made|found|given|held|kept|left|met|put|seen|sunk|built|brought|driven|broken|cut|"
    r"withdrawn|gained|retaken|begun)\b)",
    re.IGNORECASE,
)


def deletions(content: str, *, weekday: str | None, places: Sequence[str], own: bool, cue: str = "") -> Iterator[Span]:
    """The ranges of a content that a line leaves out; none touches a quotation.

    `weekday` is the day that the line's date stands for, `places` are the names that a description may be left out
    after, `own` says that a leading “it had” means the claimant, and `cue` may be a verb of telling somebody.
    """
    quoted = [match.span() for match in QUOTED.finditer(content)]
    lead = _LEAD.match(content) or (_TOLD.match(content) if _TELLING_CUE.search(cue) else None)
    if lead and not has_protected(lead.group()):
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
        if not has_protected(words, spelled=False) and any(before.endswith(name) for name in places):
            yield match.span()


def without(content: str, ranges: Sequence[Span]) -> str:
    """A content without the given ranges, and without the marks and spaces that they leave behind."""
    kept, at = [], 0
    for start, end in sorted(ranges):
        kept.append(content[at : max(at, start)])
        at = max(at, end)
    left = re.sub(r"\s+", " ", "".join([*kept, content[at:]]))
    return re.sub(r" (?=[,;.])", "", left).strip(" ,;")
