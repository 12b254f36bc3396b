"""What may be printed of a verb of saying with what is said: its words behind a colon, or the verb itself."""

from __future__ import annotations

from digests.lines.reporting.patterns import checks
from digests.lines.reporting.report import Report
from digests.lines.reporting.retractions import takes_back
from digests.lines.reporting.sentence.parts import Parts
from digests.lines.reporting.verb_groups import reaches
from digests.models import Span


def form_of(parts: Parts, verb: Span, end: int, *, hedged: bool) -> Report | None:
    """What may be printed of a verb with its content: behind a colon only what it plainly states."""
    words, whole = parts.lexicon.reporting, parts.text[slice(*verb)].lower()
    if takes_back(parts.text[parts.content[-1][1] : parts.sentence[1]], parts.lexicon):
        return None
    last, follows = whole.split()[-1], parts.after is not None and parts.ahead is None
    if parts.claim.kind == "denial":
        return _denied(parts, verb, last, end, follows=follows)
    plain = words.plain.hold(last) or words.finding.hold(last)
    gap = parts.text[verb[1] : end]
    if follows and words.plain.hold(last) and checks(parts.lexicon).undone.search(gap):
        return None
    if hedged or (follows and not (plain and reaches(parts.text, (verb[1], end), parts.lexicon))):
        participle = whole == last and last in words.reporting.gerunds
        return Report("verb", verb=verb, hedged=hedged) if follows and not participle else None
    return Report("colon", verb=verb) if plain or last in words.reporting.finite else None


def _denied(parts: Parts, verb: Span, last: str, end: int, *, follows: bool) -> Report | None:
    denies = parts.lexicon.reporting.denying.hold(last) and parts.after is not None
    if denies and reaches(parts.text, (verb[1], end), parts.lexicon):
        return Report("denial", verb=verb)
    return Report("verb", verb=verb) if follows else None
