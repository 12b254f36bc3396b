"""Claims inside claims: what a speaker says that others have said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, count_words, join

_CONFIDENCE = 0.6
_NOUN = (
    r"(?:accounts?|accusations?|allegations?|assertions?|assessments?|claims?|estimates?|findings?|indications?|"
    r"reports?|statements?|suggestions?|warnings?|words?)"
)
_EARLIER = r"(?:(?:an?|the|earlier|previous|prior|recent|similar|other|repeated|initial)\s+)*"
_AGREE = r"(?:backing|confirming|corroborating|echoing|reinforcing|repeating|supporting)"
_OTHERS = rf"(?P<cue>{_EARLIER}{_NOUN}\s+(?:from|by|of))\s+(?P<source>[^,;.]+)"
#: “…, confirming earlier reports from the ministry”: others had said the same.
_AGREEING = re.compile(rf",\s+{_AGREE}\s+{_OTHERS}$")
_AGREEING_CUE = re.compile(_AGREE)
_AGREED = re.compile(_OTHERS)
#: “…, following earlier reports that the bridge was closed”: somebody unnamed had said something else.
_FOLLOWING = re.compile(
    rf",\s+(?:after|amid|contradicting|despite|following)\s+(?P<cue>{_EARLIER}{_NOUN}(?:\s+(?:from|by)\s+"
    rf"(?P<source>[^,;.]+?))?)\s+(?P<content>that\s+[^;.]+)$"
)
_COMMENTING = re.compile(rf"\b(?:about|of|on|to)\b.*\b{_NOUN}$")
_SHORTEST = 3  # words that must be left of the outer content


def keep_own_words(reading: Document, drafts: Sequence[Draft]) -> None:
    """Keeps what somebody “said of the ministry’s claim that …” apart from that claim, which is not theirs."""
    for draft in drafts:
        cue = " ".join(reading.text[start:end] for start, end in draft.cue)
        quoted = [span for span in draft.content if reading.quotations.at(span[0])]
        if quoted and _COMMENTING.search(cue):
            draft.content[:] = quoted


def part_nested(reading: Document, drafts: Sequence[Draft]) -> list[tuple[Draft, bool]]:
    """Parts what others had said from the end of a content; true marks the drafts that are nested."""
    pairs: list[tuple[Draft, bool]] = []
    for draft in drafts:
        agreed = _agreed(reading, pairs[-1][0], draft) if pairs else None
        pairs += [(agreed, True)] if agreed else _parted(reading.text, draft)
    return pairs


def _agreed(reading: Document, before: Draft, draft: Draft) -> Draft | None:
    """A draft such as “confirming | earlier reports from the ministry” as what the ministry had said."""
    text = reading.text
    if not draft.cue or not _AGREEING_CUE.fullmatch(text, *draft.cue[0]):
        return None
    found = _AGREED.fullmatch(text, *draft.content[0])
    near = reading.sentences.at(draft.cue[0][0]) == reading.sentences.at(before.content[-1][0])
    return _nested(found, before) if found is not None and near else None


def _parted(text: str, draft: Draft) -> Iterator[tuple[Draft, bool]]:
    yield draft, False
    start, end = draft.content[-1]
    for pattern in (_AGREEING, _FOLLOWING):
        found = pattern.search(text, start, end)
        if found is not None and count_words(text, (start, found.start())) >= _SHORTEST:
            draft.content[:] = join(text, [*draft.content[:-1], (start, found.start())])
            yield _nested(found, draft), True
            return


def _nested(found: re.Match[str], outer: Draft) -> Draft:
    own = "content" in found.re.groupindex
    return Draft(
        source=[found.span("source")] if found.group("source") else [],
        cue=[found.span("cue")],
        content=[found.span("content")] if own else list(outer.content),
        confidence=min(_CONFIDENCE, outer.confidence),
    )
