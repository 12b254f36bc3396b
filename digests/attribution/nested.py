"""Claims inside claims: what a speaker says that others have said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digests.attribution.drafts import Draft, count_words, join
from digests.attribution.reading import Reading

_CONFIDENCE = 0.6
_NOUN = (
    r"(?:accounts?|accusations?|allegations?|assertions?|assessments?|claims?|estimates?|findings?|indications?|"
    r"reports?|statements?|suggestions?|warnings?|words?)"
)
_EARLIER = r"(?:(?:an?|the|earlier|previous|prior|recent|similar|other|repeated|initial)\s+)*"
#: “…, confirming earlier reports from the ministry”: others had said the same.
_AGREEING = re.compile(
    rf",\s+(?:backing|confirming|corroborating|echoing|reinforcing|repeating|supporting)\s+"
    rf"(?P<cue>{_EARLIER}{_NOUN}\s+(?:from|by|of))\s+(?P<source>[^,;.]+)$"
)
#: “…, following earlier reports that the bridge was closed”: somebody unnamed had said something else.
_FOLLOWING = re.compile(
    rf",\s+(?:after|amid|contradicting|despite|following)\s+(?P<cue>{_EARLIER}{_NOUN}(?:\s+(?:from|by)\s+"
    rf"(?P<source>[^,;.]+?))?)\s+(?P<content>that\s+[^;.]+)$"
)
_SHORTEST = 3  # words that must be left of the outer content


def part_nested(reading: Reading, drafts: Sequence[Draft]) -> list[tuple[Draft, bool]]:
    """Parts what others had said from the end of a content; true marks the drafts that are nested."""
    return [pair for draft in drafts for pair in _parted(reading.text, draft)]


def _parted(text: str, draft: Draft) -> Iterator[tuple[Draft, bool]]:
    yield draft, False
    start, end = draft.content[-1]
    for pattern in (_AGREEING, _FOLLOWING):
        found = pattern.search(text, start, end)
        if found is None or count_words(text, (start, found.start())) < _SHORTEST:
            continue
        outer = join(text, [*draft.content[:-1], (start, found.start())])
        draft.content[:] = outer
        named = found.groupdict()
        content = [found.span("content")] if "content" in named else list(outer)
        source = [found.span("source")] if named["source"] else []
        yield Draft(source, [found.span("cue")], content, min(_CONFIDENCE, draft.confidence)), True
        return
