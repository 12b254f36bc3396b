"""Words that state nothing: a deed, a question, an auxiliary alone, or the beginning of a clause still to come."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.reporting import Report
from digests.lines.reporting.clauses import asks, is_unfinished, opens_with_verb
from digests.lines.reporting.deeds import is_deed
from digests.lines.reporting.own_words import asks_back
from digests.lines.reporting.speech_ends import doubted_at_end
from digests.models import Claim


class _Patterns(NamedTuple):
    predicate: re.Pattern[str]  #: what is left of “All she said was that …”
    elliptic: re.Pattern[str]  #: a subject with an auxiliary alone: “it would not”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    return _Patterns(
        predicate=re.compile(
            rf"(?:{either(lexicon.grammar.be_finite)})\s+(?:{either(lexicon.grammar.complementizers)})\b"
        ),
        elliptic=_elliptic(lexicon),
    )


def _elliptic(lexicon: Lexicon) -> re.Pattern[str]:
    """A subject whose verb is only in what was said before: “it would not”, “the mayor had”."""
    grammar, hedges = lexicon.grammar, lexicon.hedges
    subject = rf"(?:(?:{either(grammar.subjects)})|(?:(?:{either(grammar.articles)})\s+)?[\w’'-]+)"
    helping = either(grammar.finite_auxiliaries, grammar.modals)
    return re.compile(
        rf"(?:(?:{either(grammar.complementizers)})\s+)?{subject}\s+(?:{helping})"
        rf"(?:{either(hedges.negative_endings)}|n’t|\s+(?:{either(hedges.negations)}))?",
        re.IGNORECASE,
    )


def no_statement(report: Report, claim: Claim, words: str, text: str, lexicon: Lexicon) -> str | None:
    """Why words state nothing: they are a deed, end as a question or a contrast does, or before their main clause."""
    if report.verb is not None and report.form != "denial" and is_deed(claim, report.verb, words, text, lexicon):
        return "no full statement"
    if _patterns(lexicon).predicate.match(words) or words.endswith(_openings(lexicon)):
        return "no full statement"
    is_bare = _patterns(lexicon).elliptic.fullmatch(words) or opens_with_verb(words, claim.cue, lexicon)
    if claim.mode != "direct" and is_bare:
        return "no full statement"
    if doubted_at_end(words, lexicon) or (claim.mode != "direct" and asks_back(words)):
        return "not plainly reported"
    if is_unfinished(words, lexicon) or (claim.mode == "direct" and _only_asks(claim, words, lexicon)):
        return "no full statement"
    return None


def _openings(lexicon: Lexicon) -> tuple[str, ...]:
    """What ends words whose clause is still to come: “ what”."""
    return tuple(f" {opening}" for opening in lexicon.reporting.cleft_openers)


def _only_asks(claim: Claim, words: str, lexicon: Lexicon) -> bool:
    """Whether a quotation is a question that somebody puts to another."""
    cue = claim.cue.lower().split()
    return bool(cue) and cue[-1] in lexicon.reporting.asking and asks(words, lexicon)
