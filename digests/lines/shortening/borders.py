"""Where a body may end early, and what a border parts: sentences, quotations, or a clause from what it hangs on."""

from __future__ import annotations

import functools
import re
from itertools import pairwise
from typing import NamedTuple

from digests.lexicon import ENGLISH, Lexicon, either
from digests.models import Span
from digests.text.sentences import sentences

REACH = 600  #: characters of a body within which it may be cut; no line is longer

_OMISSION = re.compile(r"\. ?\.$")  #: what an article itself leaves out of a quotation
_JOINT = re.compile(r"(?<=”) … (?=“)| … (?=“?[A-Z])")
_GOES_ON = re.compile(r",|\s+(?:[–—]|--?\s)")  #: behind a point, that its sentence goes on: “from Larn, Ard., and …”
_ENDS = (".", "!", "?", ".”", "!”", "?”")


class _Patterns(NamedTuple):
    clause: re.Pattern[str]  #: what begins a clause that may go
    subordinate: re.Pattern[str]  #: how such a clause begins
    independent: re.Pattern[str]  #: what begins one that stands by itself
    reason: re.Pattern[str]  #: what begins one that gives a reason or a setting
    opening: re.Pattern[str]  #: what opens a sentence and sets the scene: “As we have said, …”, “Following talks, …”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, hedges, lines = lexicon.grammar, lexicon.hedges, lexicon.lines
    pointers = grammar.demonstratives - grammar.complementizers
    subject = f"(?:{either(grammar.subjects, grammar.existentials, pointers, grammar.articles)})"
    persons = either(grammar.subjects - grammar.neuter_pronouns)
    joining, complementizers = either(lexicon.descriptions.joining), either(grammar.complementizers)
    continuing, resulting = either(grammar.continuing), either(grammar.continuing - lexicon.descriptions.joining)
    clauses = either(
        grammar.openers, grammar.relative_adverbs, grammar.reasons, grammar.settings, grammar.doubtful_reasons,
        hedges.concessions, lines.participles,
    )  # fmt: skip
    objects = either(grammar.complementizers, grammar.articles, grammar.third_possessives, grammar.infinitive_markers)
    openings = either(word.capitalize() for word in lines.openings)
    # “two days after the vote” is one time.
    one_phrase = (*lexicon.calendar.units, *lexicon.calendar.plural_units, *lines.closely)
    behind_units = "".join(rf"(?<!\b{word})" for word in one_phrase)
    return _Patterns(
        clause=re.compile(
            rf"[,;]\s+(?=(?:{clauses}|(?:{continuing})\s+(?:{complementizers}|{subject})|\w{{3,}}ing)\b)"
            r"|\s+(?:[–—]|--?)\s+|;\s+"
        ),
        subordinate=re.compile(rf"(?:{clauses}|{continuing}|\w{{3,}}ing)\b"),
        independent=re.compile(
            rf"(?:[,;]\s+|\s+(?=(?:{continuing})\s+(?:{complementizers}|{persons})\b))"
            rf"(?=(?:{continuing})\s+(?:{complementizers}|{subject}|[A-Z]\w+)\b)"
            rf"|,?\s+(?=(?:{joining})\s+(?:(?:{either(lines.joined_adverbs)})\s+)?"
            rf"(?!(?:{either(lexicon.calendar.plural_units)})\b)(?:\w{{2,}}(?:ed|es|[^s]s)\s+(?:{objects})|{either(lines.joined_verbs)})\b)|[;:]\s+"
        ),
        reason=re.compile(
            rf"(?=[,\s]){behind_units},?\s+(?=(?:{either(grammar.reasons, grammar.settings)}"
            rf"|(?:{resulting})\s+(?:{either(grammar.complementizers, grammar.subjects)}))\b"
            rf"(?!,|\s+\d|\s+(?:{either(grammar.object_pronouns - grammar.object_possessives)})\b))"
        ),
        opening=re.compile(rf"“?(?:{openings})\b[^,;.“”]*,\s+(?={subject}\b|[A-Z])"),
    )


def boundaries(body: str, lexicon: Lexicon = ENGLISH) -> list[Span]:
    """Where a body may end early: at a sentence's end or between quotations, and before a clause."""
    patterns = _patterns(lexicon)
    borders = (patterns.clause, patterns.independent, patterns.reason, _JOINT)
    matches = [match for border in borders for match in border.finditer(body, 0, REACH)]
    if opening := patterns.opening.match(body):
        matches.append(opening)
    whole_sentences = pairwise(sentences(body[:REACH]))
    ends = (
        (end, start)
        for (_, end), (start, _) in whole_sentences
        if "…" not in {body[end - 1], body[start]} and not _OMISSION.search(body, 0, end)
    )
    return sorted({*(match.span() for match in matches), *ends})


def parts_clause(body: str, boundary: Span, lexicon: Lexicon) -> bool:
    """Whether a clause begins behind a boundary that may go."""
    return _patterns(lexicon).clause.match(body, boundary[0]) is not None


def parts_reason(body: str, boundary: Span, lexicon: Lexicon) -> bool:
    """Whether what stands behind a boundary gives a reason or a setting."""
    return _patterns(lexicon).reason.match(body, boundary[0]) is not None


def is_subordinate(words: str, lexicon: Lexicon) -> bool:
    """Whether words begin as a clause that may go."""
    return _patterns(lexicon).subordinate.match(words) is not None


def ends_sentence(body: str, boundary: Span) -> bool:
    """Whether a body that is cut at a boundary ends with a sentence or a quotation."""
    head = body[: boundary[0]].rstrip()
    is_ended = head.endswith(_ENDS) and not _GOES_ON.match(body, len(head))
    return is_ended or bool(_JOINT.match(body, boundary[0]))
