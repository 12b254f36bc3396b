"""What is left of a line's words that end early, marked with “…”; the gate knows the same table."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import ENGLISH, Lexicon, either
from digests.lines.finite import verb_patterns
from digests.lines.meaning.phrases import ends_within_inner_quotation, ends_within_phrase, opens_without_verb
from digests.lines.meaning.turns import balances, is_turned
from digests.lines.protected_words import has_protected, is_negated, opens_condition, undoes
from digests.lines.reporting.clause_ends import ends_badly
from digests.lines.reporting.clauses import lacks_subject
from digests.lines.shortening.borders import REACH, ends_sentence, parts_clause, parts_reason
from digests.lines.shortening.remainders import (
    awaits_main_clause,
    ends_before_verb,
    ends_in_aside,
    ends_in_list,
    states_something,
)
from digests.models import Span
from digests.text.sentences import sentences

_FEW_OF_TURN = 8  #: words of a sentence that begins with “But” which tell too little


class _Patterns(NamedTuple):
    points_back: re.Pattern[str]
    limit: re.Pattern[str]  #: what begins a limit: “but only to decline”
    concessive: re.Pattern[str]  #: an opening concession whose main clause has come


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, hedges, lines = lexicon.grammar, lexicon.hedges, lexicon.lines
    finite = verb_patterns(lexicon).finite
    concessions = either(hedges.concessions, lines.opening_concessions)
    pointing = either(
        grammar.third_subjects, grammar.third_possessives, grammar.object_pronouns, grammar.demonstratives,
        lines.pointing_back,
    )  # fmt: skip
    return _Patterns(
        points_back=re.compile(rf"[“‘'\"\s]*(?:{pointing})\b", re.IGNORECASE),
        limit=re.compile(rf"[\s,;–—-]*(?:{either(hedges.exceptions)})\s+(?:{either(hedges.restrictions)})\b"),
        concessive=re.compile(rf"(?:{concessions})\b[^,]*,\s+(?=[^,]*{finite})", re.IGNORECASE),
    )


def cut(body: str, boundary: Span, *, bold: bool = False, lexicon: Lexicon = ENGLISH) -> str | None:
    """A body that ends at a boundary, with “…”; none where a protected word of the same sentence would go.

    A `bold` cut, for a line that would otherwise be too long to print, may leave out a clause although it holds such
    a word, but none that may take back what was said.
    """
    head, tail = body[: boundary[0]].rstrip(), body[boundary[1] :]
    if not head:
        return None
    open_quote = head.count("“") > head.count("”")
    last, rest = _last_sentence(head), _sentence(tail)
    if is_turned(last, tail, lexicon, in_quotation=open_quote or head.endswith("”")):
        return None
    is_within = ends_within_inner_quotation(head) or head.rfind("(") > head.rfind(")")
    if is_within or _patterns(lexicon).limit.match(tail):
        return None
    if is_turned("", tail[len(rest) :], lexicon) or _breaks_turn(body, boundary, (last, rest), lexicon):
        return None  # nor before the sentence that is turned against, or within it
    if not ends_sentence(body, boundary) and not _may_go(body, boundary, (last.lstrip("“"), rest), lexicon, bold=bold):
        return None
    return f"{head.rstrip(' ,;')}” …" if open_quote else f"{head.rstrip(' ,;')} …"


def _breaks_turn(body: str, boundary: Span, parts: tuple[str, str], lexicon: Lexicon) -> bool:
    """Whether a cut leaves half of what turns against words before it: “It came late. But trade changed …”.

    It may leave more of a sentence, but no first half of one that weighs two things.
    """
    last, rest = parts
    if balances(rest, lexicon):
        return True
    is_short = len(last.split()) < _FEW_OF_TURN and body[: len(last)] != last
    return is_short and is_turned("", last, lexicon) and not ends_sentence(body, boundary)


def later(body: str, boundary: Span, lexicon: Lexicon = ENGLISH) -> str | None:
    """What follows a whole sentence or its opening, behind “…”; none where it would point back to what is gone."""
    head, tail = body[: boundary[0]].rstrip(), body[boundary[1] :].lstrip("…. ")
    whole = boundary[0] > 0 and ends_sentence(body, boundary)
    if (
        not (whole or boundary[0] == 0)
        or ends_within_inner_quotation(head.rpartition("”")[2])
        or _patterns(lexicon).points_back.match(tail)
        or lacks_subject(tail, lexicon)
        or opens_without_verb(tail, lexicon)
    ):
        return None
    head = head or body[: boundary[1]]
    return f"… “{tail}" if head.count("“") > head.count("”") else f"… {tail}"


def _may_go(body: str, boundary: Span, parts: tuple[str, str], lexicon: Lexicon, *, bold: bool) -> bool:
    """Whether the rest of a sentence may go, of which both parts are given, and what is left states something."""
    last, rest = parts
    # The main clause of a concession has come, and the concession stays.
    concession = bold and _patterns(lexicon).concessive.match(last)
    if (opens_condition(last, lexicon) and not concession) or not _is_whole(body, boundary, parts, lexicon):
        return False
    if parts_clause(body, boundary, lexicon):
        is_denied = ";" in body[slice(*boundary)] and is_negated(rest, lexicon)
        return (bold or not has_protected(rest, lexicon)) and not (undoes(rest, lexicon) or is_denied)
    if not bold or undoes(rest, lexicon):
        return False
    return not (parts_reason(body, boundary, lexicon) and is_negated(last, lexicon))


def _is_whole(body: str, boundary: Span, parts: tuple[str, str], lexicon: Lexicon) -> bool:
    """Whether the first part of a sentence can do without the other."""
    last, rest = parts
    if not states_something(last, rest, lexicon):
        return False
    mark = body[slice(*boundary)]
    if ends_in_list(last, rest, lexicon, behind_comma="," in mark) or ends_in_aside(
        body, boundary, last, rest, lexicon
    ):
        return False
    if ends_within_phrase(last, mark, rest, lexicon) or awaits_main_clause(last, lexicon):
        return False
    return not (ends_before_verb(last, rest, lexicon) or ends_badly(last, lexicon))


def _sentence(tail: str) -> str:
    """What is left of a sentence, as far as anybody would read it."""
    window = tail[: 4 * REACH]
    return window[: next((end for _, end in sentences(window)), 0)]


def _last_sentence(head: str) -> str:
    return head[slice(*next(reversed(sentences(head[-REACH:])), (0, None)))]
