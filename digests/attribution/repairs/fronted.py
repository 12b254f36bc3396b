"""Sources that begin in the phrase before them: “In a letter signed by its head, Ann Bo, the union said”."""

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


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, agents = lexicon.grammar, either(lexicon.sources.agents)
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
