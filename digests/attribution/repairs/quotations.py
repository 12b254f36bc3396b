"""Quotations stay whole, and each goes to one speaker."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Use, Uses, count_words, join, overlap, without
from digests.models import Span

_OPEN = re.compile(r"[^”\"’'»]$")
_SHORTEST_FLOATING = 2  # words
_STATEMENT = re.compile(
    r"(?:[.!?…,—–-][”\"»’']*|[^”\"»’'])$"
)  # a title or a scare quote has no stop before its closing mark


def settle_quotations(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives each quotation whole to the draft that holds most of it, and drops what is said inside it."""
    uses = Uses(drafts)
    current = {id(draft): draft for draft in drafts}
    nested: set[int] = set()
    for quotation in reading.quotations.all:
        uses_over = uses.over(quotation)
        inner = {id(use.draft) for use in uses_over if use.role == "cue" and _lies_in(use.draft.cue, quotation)}
        owner = _owner(reading.text, quotation, [use for use in uses_over if id(use.draft) not in inner])
        is_said = owner is not None or is_floating(reading, quotation)
        # A verb that alone is quoted, “promised”, reports what stands around it.
        nested |= inner if is_said else {id(use.draft) for use in uses_over if use.role == "content"} & inner
        if owner is not None:
            current |= _taken(
                reading.text, quotation, owner, {id(use.draft): current[id(use.draft)] for use in uses_over}
            )
    return [draft for key, draft in current.items() if draft.content and key not in nested]


def drop_subjectless(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Cuts from contents a quotation in a sentence of its own of which the narrator tells the subject.

    “Bo said. The head of the union “has put aside the strike””: a part of a sentence, and not of what is before.
    """
    return [
        draft.with_content(span for span in draft.content if not _lacks_subject(reading, draft, span))
        if len(draft.content) > 1
        else draft
        for draft in drafts
    ]


def _lacks_subject(reading: Document, draft: Draft, span: Span) -> bool:
    """Whether a span is quoted, goes on from unquoted words before it, and nobody is said to say it beside it."""
    quotation, sentence = reading.quotations.at(span[0]), reading.sentences.at(span[0])
    if quotation is None or sentence is None or not reading.text[quotation[0] + 1].islower():
        return False
    if not count_words(reading.text, (sentence[0], quotation[0])):
        return False
    last = reading.sentences.at(quotation[1] - 1) or sentence
    others = (other for other in (*draft.source, *draft.cue, *draft.content) if other != span)
    return not any(overlap((sentence[0], last[1]), other) for other in others)


def part_paragraphs(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Parts a quotation behind a cue from its next paragraphs, where all were run together.

    Such paragraphs before a cue are nobody's yet: whoever spoke on speaks them.
    """
    return [part for draft in drafts for part in _paragraphs(reading, draft) if part.content]


def _paragraphs(reading: Document, draft: Draft) -> list[Draft]:
    if not draft.cue:
        return [draft]
    content, cue = draft.content, draft.cue[-1][1]
    later_ones: list[Span] = []
    for span in draft.content:
        for first, second in pairwise(reading.quotations.within(span)):
            if is_left_open(reading, first) and reading.text[first[1] : second[0]].isspace():
                content = without(content if cue <= first[0] else without(content, first), second)
                later_ones += [second] if cue <= first[0] else []
    parts = (Draft(draft.source, content=(later,), confidence=draft.confidence) for later in later_ones)
    return [draft.with_content(join(reading.text, content)), *parts]


def is_left_open(reading: Document, quotation: Span) -> bool:
    """Whether a quotation goes on in the next one, as no mark closes it."""
    return _OPEN.search(reading.text, *quotation) is not None


def is_floating(reading: Document, quotation: Span) -> bool:
    """Whether a quotation makes up whole sentences, so that no cue stands beside it in its sentence."""
    is_statement = (
        _STATEMENT.search(reading.text, *quotation) and count_words(reading.text, quotation) >= _SHORTEST_FLOATING
    )
    if not is_statement or _is_title(reading.text, quotation):
        return False
    parts = list(reading.sentences.within(quotation))
    margins = [(parts[0][0], quotation[0]), (quotation[1], parts[-1][1])]
    return not any(count_words(reading.text, span) for span in margins if span[0] < span[1])


def is_speech(reading: Document, quotation: Span) -> bool:
    """Whether a quotation is speech, a statement that begins as a sentence does, whatever cue stands beside it."""
    words = count_words(reading.text, quotation)
    is_statement = words > _SHORTEST_FLOATING and _STATEMENT.search(reading.text, *quotation) is not None
    return is_statement and reading.text[quotation[0] + 1].isupper()


def _is_title(text: str, quotation: Span) -> bool:
    words = [word for word in text[quotation[0] + 1 : quotation[1]].split() if len(word) > 3]
    return all(not word[0].islower() for word in words)


def _lies_in(spans: Sequence[Span], quotation: Span) -> bool:
    return any(quotation[0] <= start and end <= quotation[1] for start, end in spans)


def _owner(text: str, quotation: Span, uses_over: Sequence[Use]) -> int | None:
    """Which draft has most of a quotation for its content, by its id."""
    words_held: dict[int, int] = {}
    for use in uses_over:
        if use.role == "content":
            overlap = max(use.span[0], quotation[0]), min(use.span[1], quotation[1])
            words_held[id(use.draft)] = words_held.get(id(use.draft), 0) + count_words(text, overlap)
    main_owner = max(words_held, key=lambda key: words_held[key], default=None)
    return main_owner if main_owner is not None and words_held[main_owner] else None


def _taken(text: str, quotation: Span, owner: int, uses_over: Mapping[int, Draft]) -> dict[int, Draft]:
    """The drafts over a quotation, by their ids, with it given to one of them."""
    revisions = {
        key: draft.with_content(join(text, without(draft.content, quotation))) for key, draft in uses_over.items()
    }
    receiver = uses_over[owner]
    revisions[owner] = replace(
        receiver, source=without(receiver.source, quotation), content=join(text, [*receiver.content, quotation])
    )
    return revisions
