"""Words behind a name and a colon, as in an interview or a list of answers."""

from __future__ import annotations

from digests.lines.reporting.layout import answers, takes_turns
from digests.lines.reporting.report import Report
from digests.lines.reporting.sentence.parts import Parts

#: How a name can be resolved that surely is one.
_NAMED = frozenset({"exact", "alias", "acronym", "last name", "short form"})
_BULLETS = ' “"•*-—–'


def read_label(parts: Parts) -> Report | None:
    """“NAME: words”, at a paragraph's start."""
    name, claimant = " ".join(parts.text[slice(*parts.source)].split()), parts.claim.claimant
    if answers(parts.text, parts.cue, parts.lexicon):
        return Report("colon") if claimant.resolved_by not in {"none", "unresolved"} else None
    words = name.split()
    is_name = len(words) > 1 and all(word[0].isupper() for word in words) and not name.isupper()
    is_known = claimant.resolved_by in _NAMED and len(claimant.name.split()) > 1
    if not (is_name or is_known or takes_turns(parts.text, parts.source, claimant)):
        return None
    if parts.ahead is not None and parts.after is None:
        return Report("colon")
    head = parts.text[: parts.source[0]].rstrip(_BULLETS)
    begins = not head.strip() or head[-1] in '\n.!?”"'
    known = claimant.resolved_by not in {"none", "unresolved"}
    return Report("colon") if known and begins and name.lower() not in parts.lexicon.boilerplate.silent_labels else None
