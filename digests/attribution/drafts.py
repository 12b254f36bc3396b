"""Attributions while they are being made, and the arithmetic of their spans."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from digests.models import Span
from digests.text.sentences import trim

Spans = tuple[Span, ...]
SpanRole = Literal["source", "cue", "content"]
ROLES: tuple[SpanRole, ...] = ("source", "cue", "content")

_WORD = re.compile(r"\w+(?:[-'’‘.]\w+)*")


class Certainty(NamedTuple):
    """The network's mean chance of the labels it gave to the words of each role; a source may be missing."""

    content: float
    cue: float
    source: float | None


@dataclass(frozen=True)
class Draft:
    """An attribution on its way; each role holds its fragments in order. A repair makes other drafts of some."""

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()
    confidence: float = 1.0
    certainty: Certainty | None = None  #: what the confidence came from, where the network found it
    relay: Spans = ()  #: who passes the words on: “…, TASS reported”

    def spans(self, role: SpanRole) -> Spans:
        """The fragments of a role."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[role]

    def with_content(self, content: Iterable[Span]) -> Draft:
        """The same with another content."""
        fragments = tuple(content)
        return self if fragments == self.content else replace(self, content=fragments)

    def with_source(self, source: Iterable[Span]) -> Draft:
        """The same with another source."""
        fragments = tuple(source)
        return self if fragments == self.source else replace(self, source=fragments)

    def all_spans(self) -> Iterator[Span]:
        """The fragments of all roles."""
        yield from self.source
        yield from self.cue
        yield from self.content


def words_of(text: str, spans: Iterable[Span]) -> str:
    """The words of fragments in a row."""
    return " ".join(text[start:end] for start, end in spans)


def overlap(first: Span, second: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(first[1], second[1]) - max(first[0], second[0]))


def count_words(text: str, span: Span) -> int:
    """How many words a span holds."""
    return len(_WORD.findall(text, *span))


def join(text: str, spans: Iterable[Span]) -> Spans:
    """Spans in order, trimmed, with those made one that touch or have no word between them."""
    merged_spans: list[Span] = []
    for span in sorted(spans):
        start, end = trim(text, span)
        if start >= end:
            continue
        if merged_spans and (start <= merged_spans[-1][1] or not count_words(text, (merged_spans[-1][1], start))):
            merged_spans[-1] = (merged_spans[-1][0], max(end, merged_spans[-1][1]))
        else:
            merged_spans.append((start, end))
    return tuple(merged_spans)


def without(spans: Iterable[Span], cut: Span) -> Spans:
    """Spans less the characters of another."""
    remainder: list[Span] = []
    for start, end in spans:
        if not overlap((start, end), cut):
            remainder.append((start, end))
            continue
        if start < cut[0]:
            remainder.append((start, cut[0]))
        if cut[1] < end:
            remainder.append((cut[1], end))
    return tuple(remainder)


class Use(NamedTuple):
    """A span in use: whose it is, and as what."""

    span: Span
    role: SpanRole
    draft: Draft


class Uses:
    """The spans that drafts use, for look-up by place; it does not follow later changes."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._uses = sorted(
            (Use(span, role, draft) for draft in drafts for role in ROLES for span in draft.spans(role)),
            key=lambda use: use.span,
        )
        self._starts = [use.span[0] for use in self._uses]

    def over(self, span: Span) -> list[Use]:
        """The uses that share a character with a span, in order."""
        begin = bisect_right(self._starts, span[0])
        while begin and self._uses[begin - 1].span[1] > span[0]:
            begin -= 1
        return self._uses[begin : bisect_left(self._starts, span[1])]
