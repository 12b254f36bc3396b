"""What begins in words before it: “In a letter signed by its head, Ann Bo, the union said”, “What X said was …”."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from digests.attribution.document import Document
from digests.attribution.drafts import Draft
from digests.lexicon import Lexicon, either
from digests.models import Span


class _Patterns(NamedTuple):
    lead: re.Pattern[str]  #: “In a letter signed by its head, ”
    source: re.Pattern[str]  #: “Ann Bo, the union”
    cleft_opening: re.Pattern[str]  #: “What ”, at a sentence's start
    is_that: re.Pattern[str]  #: “was ” before “that …”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, agents = lexicon.grammar, either(lexicon.sources.agents)
    cleft_openings = either(lexicon.reporting.cleft_openers)
    roles = lexicon.persons.titles.keys() | lexicon.persons.occupations | lexicon.descriptions.roles
    return _Patterns(
        lead=re.compile(
            rf"(?:{either(grammar.prepositions)})\s[^,;:“”\"]*\s(?:{agents})\s[^,;:“”\"]*,?\s+$", re.IGNORECASE
        ),
        source=re.compile(
            rf"[^,;:]+,\s+(?P<body>(?:{either(grammar.articles)})\s"
            rf"(?!(?:[\w’'-]+\s)*?(?:{either(roles)})\b)[^,;:]+),?",
            re.IGNORECASE,
        ),
        cleft_opening=re.compile(rf"(?:{cleft_openings})\b\s*", re.IGNORECASE),
        is_that=re.compile(rf"(?:{either(grammar.be_finite)})\s+(?=(?:{either(grammar.complementizers)})\s|“)"),
    )


def part_fronted(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Leaves of a source what stands behind the phrase that begins its sentence, where it took in that phrase's end."""
    return [_parted(reading, draft) for draft in drafts]


def _parted(reading: Document, draft: Draft) -> Draft:
    body = _behind_phrase(reading, draft.source[0]) if len(draft.source) == 1 else None
    return draft.with_source([body]) if body is not None else draft


def _behind_phrase(reading: Document, source: Span) -> Span | None:
    sentence, patterns = reading.sentences.at(source[0]), _patterns(reading.lexicon)
    if sentence is None or patterns.lead.fullmatch(reading.text, sentence[0], source[0]) is None:
        return None
    match = patterns.source.fullmatch(reading.text, *source)
    return match.span("body") if match is not None else None


def part_cleft(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Leaves of “What X said was that …” only X for the source, and only the clause for the content."""
    return [_clause_of_cleft(reading, draft) for draft in drafts]


def _clause_of_cleft(reading: Document, draft: Draft) -> Draft:
    text, patterns = reading.text, _patterns(reading.lexicon)
    places = [start for start, _ in (*draft.source, *draft.content)]
    sentence = reading.sentences.at(min(places)) if places and draft.source and draft.cue else None
    opening = patterns.cleft_opening.match(text, sentence[0]) if sentence else None
    is_that = patterns.is_that.match(text, draft.content[-1][0]) if draft.content else None
    if opening is None or is_that is None or opening.end() > draft.cue[0][0] or is_that.start() < draft.cue[-1][1]:
        return draft
    source = [(max(start, opening.end()), end) for start, end in draft.source]
    return draft.with_content([(is_that.end(), draft.content[-1][1])]).with_source(source)
