"""Reports that name where they have it from: “State media reported, citing the governor, that …”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digests.attribution.document import Document
from digests.attribution.drafts import Draft

_CITING = re.compile(r"citing|quoting", re.IGNORECASE)
_THEN_CLAIM = re.compile(r"[^,]{1,80},\s+(?P<claim>that\s.+)", re.DOTALL)


def rejoin_citing(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives the clause after “citing X,” to the report that it belongs to, and drops what has no content."""
    empty = {reading.sentences.number_at(draft.cue[0][0]): draft for draft in drafts if draft.cue and not draft.content}
    for draft in drafts:
        if not draft.cue or not draft.content or not _CITING.match(reading.text, *draft.cue[0]):
            continue
        report = empty.get(reading.sentences.number_at(draft.cue[0][0]))
        claim = _THEN_CLAIM.fullmatch(reading.text, *draft.content[0])
        if claim is not None and report is not None and report.cue[0] < draft.cue[0]:
            report.content[:], draft.content[:] = [claim.span("claim"), *draft.content[1:]], []
    return [draft for draft in drafts if draft.content and draft.cue]
