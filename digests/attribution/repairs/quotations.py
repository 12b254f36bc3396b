"""Quotations stay whole, and each goes to one speaker."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, Use, Uses, count_words, join, without
from digests.models import Span

_SHORTEST_FLOATING = 2  # words
_STATEMENT = re.compile(
    r"(?:[.!?…,—–-][”\"»’']*|[^”\"»’'])$"
)  # a title or a scare quote has no stop before its closing mark


def settle_quotations(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives each quotation whole to the draft that holds most of it, and drops what is said inside it."""
    uses = Uses(drafts)
    settled = {id(draft): draft for draft in drafts}
    nested: set[int] = set()
    for quotation in reading.quotations.all:
        over = uses.over(quotation)
        inner = {id(use.draft) for use in over if use.role == "cue" and _lies_in(use.draft.cue, quotation)}
        owner = _owner(reading.text, quotation, [use for use in over if id(use.draft) not in inner])
        if owner is not None or is_floating(reading, quotation):
            nested |= inner
        if owner is not None:
            settled |= _taken(reading.text, quotation, owner, {id(use.draft): settled[id(use.draft)] for use in over})
    return [draft for key, draft in settled.items() if draft.content and key not in nested]


def is_floating(reading: Document, quotation: Span) -> bool:
    """Whether a quotation makes up whole sentences, so that no cue stands beside it in its sentence."""
    stated = _STATEMENT.search(reading.text, *quotation) and count_words(reading.text, quotation) >= _SHORTEST_FLOATING
    if not stated or _is_title(reading.text, quotation):
        return False
    parts = list(reading.sentences.within(quotation))
    outside = [(parts[0][0], quotation[0]), (quotation[1], parts[-1][1])]
    return not any(count_words(reading.text, span) for span in outside if span[0] < span[1])


def is_speech(reading: Document, quotation: Span) -> bool:
    """Whether a quotation is speech, a statement that begins as a sentence does, whatever cue stands beside it."""
    words = count_words(reading.text, quotation)
    stated = words > _SHORTEST_FLOATING and _STATEMENT.search(reading.text, *quotation) is not None
    return stated and reading.text[quotation[0] + 1].isupper()


def _is_title(text: str, quotation: Span) -> bool:
    words = [word for word in text[quotation[0] + 1 : quotation[1]].split() if len(word) > 3]
    return all(not word[0].islower() for word in words)


def _lies_in(spans: Sequence[Span], quotation: Span) -> bool:
    return any(quotation[0] <= start and end <= quotation[1] for start, end in spans)


def _owner(text: str, quotation: Span, over: Sequence[Use]) -> int | None:
    """Which draft has most of a quotation for its content, by its id."""
    held: dict[int, int] = {}
    for use in over:
        if use.role == "content":
            shared = max(use.span[0], quotation[0]), min(use.span[1], quotation[1])
            held[id(use.draft)] = held.get(id(use.draft), 0) + count_words(text, shared)
    most = max(held, key=lambda key: held[key], default=None)
    return most if most is not None and held[most] else None


def _taken(text: str, quotation: Span, owner: int, over: Mapping[int, Draft]) -> dict[int, Draft]:
    """The drafts over a quotation, by their ids, with it given to one of them."""
    taken = {key: draft.with_content(join(text, without(draft.content, quotation))) for key, draft in over.items()}
    given = over[owner]
    taken[owner] = replace(
        given, source=without(given.source, quotation), content=join(text, [*given.content, quotation])
    )
    return taken
