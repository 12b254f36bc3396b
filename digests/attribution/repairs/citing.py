"""Reports that name where they have it from: “State media reported, citing the governor, that …”."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from digests.attribution.document import Document
from digests.attribution.drafts import Draft
from digests.attribution.repairs.sources import can_speak
from digests.lexicon import Lexicon, either
from digests.models import Span
from digests.text.name_words import UPPER


class _Patterns(NamedTuple):
    participle: re.Pattern[str]
    claim_after: re.Pattern[str]
    citing: re.Pattern[str]  #: “, citing the mayor of Larn” after a source or a cue
    fronted: re.Pattern[str]  #: “Citing the mayor of Larn, ” before a source


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    people = either(lexicon.descriptions.people, lexicon.persons.titles, lexicon.descriptions.roles)
    name = rf"(?P<name>(?=[^,;:.“”\"\n]*(?:{UPPER}|\b(?:{people})\b))[^,;:.“”\"\n]{{2,80}})"
    return _Patterns(
        participle=re.compile(either(lexicon.verbs.citing), re.IGNORECASE),
        claim_after=re.compile(
            rf"[^,]{{1,80}},\s+(?P<claim>(?:{either(lexicon.grammar.complementizers)})\s.+)",
            re.DOTALL,
        ),
        citing=re.compile(rf",?\s(?:{either(lexicon.verbs.citing)})\s{name}(?=[,.]|$)"),
        fronted=re.compile(rf"(?:{either(map(str.capitalize, lexicon.verbs.citing))})\s{name},\s"),
    )


def credit_cited(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives what a report says to the one whom it cites: “…, Interlink reported, citing the mayor of Larn”."""
    readings = [(draft, _cited(reading, draft)) for draft in drafts]
    names = {name for _, name in readings if name}
    return [
        replace(draft, source=(name,), relay=draft.source) if name else draft
        for draft, name in readings
        if not names.intersection(draft.content)
    ]


def _cited(reading: Document, draft: Draft) -> Span | None:
    """Whom a report cites, between its source and its cue or right after them."""
    if not draft.source or not draft.cue or draft.relay:
        return None
    patterns, end = _patterns(reading.lexicon), max(draft.source[-1][1], draft.cue[-1][1])
    match = patterns.citing.match(reading.text, draft.source[-1][1]) or patterns.citing.match(reading.text, end)
    match = match or _fronted(reading, draft.source[0][0])
    is_known = match is not None and can_speak(match["name"], reading.lexicon)
    return match.span("name") if match is not None and is_known else None


def _fronted(reading: Document, place: int) -> re.Match[str] | None:
    """The words “Citing X, ” with which the sentence of a report begins, right before its source."""
    sentence = reading.sentences.at(place)
    match = _patterns(reading.lexicon).fronted.match(reading.text, *sentence) if sentence else None
    return match if match is not None and match.end() == place else None


def rejoin_citing(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives the clause after “citing X,” to the report that it belongs to, and drops what has no content."""
    patterns = _patterns(reading.lexicon)
    rejoined_drafts = list(drafts)
    reports = {
        reading.sentences.number_at(draft.cue[0][0]): number
        for number, draft in enumerate(drafts)
        if draft.cue and not draft.content
    }
    for number, draft in enumerate(drafts):
        if not draft.cue or not draft.content or not patterns.participle.match(reading.text, *draft.cue[0]):
            continue
        report = reports.get(reading.sentences.number_at(draft.cue[0][0]))
        claim = patterns.claim_after.fullmatch(reading.text, *draft.content[0])
        if claim is not None and report is not None and drafts[report].cue[0] < draft.cue[0]:
            rejoined_drafts[report] = drafts[report].with_content([claim.span("claim"), *draft.content[1:]])
            rejoined_drafts[number] = draft.with_content(())
    return [draft for draft in rejoined_drafts if draft.content and draft.cue]
