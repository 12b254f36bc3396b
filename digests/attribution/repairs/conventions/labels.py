"""Quotations under a label: “VIEWPOINT: “…” Ann Bo, a strategist, said in a note” is Ann Bo's."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace

from digests.attribution.document import Document
from digests.attribution.drafts import Draft
from digests.lexicon import Lexicon, either
from digests.text.name_words import UPPER


@functools.cache
def _signature(lexicon: Lexicon) -> re.Pattern[str]:
    """What a quotation's own sentence may end with, such as “Ann Bo, a strategist, said in a note”."""
    name = rf"{UPPER}[\w’'-]+(?:\s{UPPER}[\w’'.-]+){{1,3}}"
    small = either(lexicon.grammar.prepositions, lexicon.descriptions.dating)
    return re.compile(
        rf",?\s+(?P<source>{name}(?:,\s[^.“”\"\n]{{2,120}},)?)\s(?P<cue>{either(lexicon.verbs.saying)})"
        rf"(?=[.]|\s(?:{small}|\w+day)\b)"
    )


def sign_labelled(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives a quotation that a label in capitals introduces to the name that its sentence ends with."""
    return [_signed(reading, draft) for draft in drafts]


def _signed(reading: Document, draft: Draft) -> Draft:
    text = reading.text
    label = " ".join(text[start:end] for start, end in draft.source)
    line = reading.paragraphs.at(draft.content[0][0]) if draft.content and label.isupper() else None
    if line is None:
        return draft
    signature = _signature(reading.lexicon).match(text, draft.content[-1][1], line[1])
    if signature is None:
        return draft
    start, end = signature.span("source")
    source = (start, end - 1) if text[end - 1] == "," else (start, end)
    return replace(draft, source=(source,), cue=(signature.span("cue"),))
