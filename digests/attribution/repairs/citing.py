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
    participle: re.Pattern[str]
    claim_after: re.Pattern[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    return _Patterns(
        participle=re.compile(either(lexicon.verbs.citing), re.IGNORECASE),
        claim_after=re.compile(
            rf"[^,]{{1,80}},\s+(?P<claim>(?:{either(lexicon.grammar.complementizers)})\s.+)",
            re.DOTALL,
        ),
    )


def rejoin_citing(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives the clause after “citing X,” to the report that it belongs to, and drops what has no content."""
    participle, claim_after = _patterns(reading.lexicon)
    rejoined_drafts = list(drafts)
    reports = {
        reading.sentences.number_at(draft.cue[0][0]): number
        for number, draft in enumerate(drafts)
        if draft.cue and not draft.content
    }
    for number, draft in enumerate(drafts):
        if not draft.cue or not draft.content or not participle.match(reading.text, *draft.cue[0]):
            continue
        report = reports.get(reading.sentences.number_at(draft.cue[0][0]))
        claim = claim_after.fullmatch(reading.text, *draft.content[0])
        if claim is not None and report is not None and drafts[report].cue[0] < draft.cue[0]:
            rejoined_drafts[report] = drafts[report].with_content([claim.span("claim"), *draft.content[1:]])
            rejoined_drafts[number] = draft.with_content(())
    return [draft for draft in rejoined_drafts if draft.content and draft.cue]
