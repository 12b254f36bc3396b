"""Reports that name where they have it from: “State media reported, citing the governor, that …”."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from digests.attribution.document import Document
from digests.attribution.drafts import Draft
from digests.lexicon import Lexicon, either


class _Patterns(NamedTuple):
    citing: re.Pattern[str]
    then_claim: re.Pattern[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    return _Patterns(
        citing=re.compile(either(lexicon.verbs.citing), re.IGNORECASE),
        then_claim=re.compile(
            rf"[^,]{{1,80}},\s+(?P<claim>(?:{either(lexicon.grammar.complementizers)})\s.+)",
            re.DOTALL,
        ),
    )


def rejoin_citing(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives the clause after “citing X,” to the report that it belongs to, and drops what has no content."""
    citing, then_claim = _patterns(reading.lexicon)
    mended = list(drafts)
    empty = {
        reading.sentences.number_at(draft.cue[0][0]): number
        for number, draft in enumerate(drafts)
        if draft.cue and not draft.content
    }
    for number, draft in enumerate(drafts):
        if not draft.cue or not draft.content or not citing.match(reading.text, *draft.cue[0]):
            continue
        report = empty.get(reading.sentences.number_at(draft.cue[0][0]))
        claim = then_claim.fullmatch(reading.text, *draft.content[0])
        if claim is not None and report is not None and drafts[report].cue[0] < draft.cue[0]:
            mended[report] = drafts[report].with_content([claim.span("claim"), *draft.content[1:]])
            mended[number] = draft.with_content(())
    return [draft for draft in mended if draft.content and draft.cue]
