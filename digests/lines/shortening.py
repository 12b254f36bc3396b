"""Where a line's words may end early, marked with “…”; the gate knows the same table."""

from __future__ import annotations

import functools
import re
from itertools import pairwise
from typing import NamedTuple

from digests.lexicon import ENGLISH, Lexicon, either
from digests.lines.finite import verb_patterns
from digests.lines.meaning.phrases import ends_within_inner_quotation, ends_within_phrase, opens_without_verb
from digests.lines.meaning.turns import is_turned
from digests.lines.passages import has_verb
from digests.lines.protected_words import has_protected, is_negated, opens_condition, undoes
from digests.lines.reporting.clauses import lacks_subject
from digests.lines.reporting.speech_ends import ends_badly
from digests.models import Span
from digests.text.sentences import sentences

REACH = 600  #: characters of a body within which it may be cut; no line is longer

_OMISSION = re.compile(r"\. ?\.$")  #: what an article itself leaves out of a quotation
_JOINT = re.compile(r"(?<=”) … (?=“)| … (?=“?[A-Z])")
_DASH = re.compile(r"\s(?:[–—-]|--)\s|—")
_PLACE_IN_PLACE = re.compile(r"\b[A-Z][\w’'.-]+, [A-Z][\w’'. -]+,?$")  # “in Larn, Ardova”
_DOING = re.compile(r"\w{2,}ing\b")
_FEW = 3  #: words of a quotation without which it is none
_ENDS = (".", "!", "?", ".”", "!”", "?”")


class _Patterns(NamedTuple):
    clause: re.Pattern[str]  #: what begins a clause that may go
    subordinate: re.Pattern[str]  #: how such a clause begins
    independent: re.Pattern[str]  #: what begins one that stands by itself
    reason: re.Pattern[str]  #: what begins one that gives a reason or a setting
    opening: re.Pattern[str]  #: what opens a sentence and sets the scene: “As we have said, …”, “Following talks, …”
    finite: re.Pattern[str]
    verb: re.Pattern[str]  #: the same, and what may be one behind an apostrophe
    joint: re.Pattern[str]  #: a conjunction between things or clauses, at the start
    gerund_of_list: re.Pattern[str]  #: a noun like a participle, before the last of a list: “paving and lighting”
    relative_adverb: re.Pattern[str]  #: what begins a clause of place or time
    relative_clause: re.Pattern[str]  #: what begins one of a thing or a person behind a comma
    joint_of_names: re.Pattern[str]  #: the same before a name
    concessive: re.Pattern[str]  #: an opening concession whose main clause has come
    points_back: re.Pattern[str]
    limit: re.Pattern[str]  #: what begins a limit: “but only to decline”
    awaiting: re.Pattern[str]  #: a condition or a setting within a sentence, whose main clause is to come: “that if …”
    goes_on: re.Pattern[str]  #: a main verb after a comma or a dash: what stood before it was put in between


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, hedges, lines = lexicon.grammar, lexicon.hedges, lexicon.lines
    finite = verb_patterns(lexicon).finite
    pointers = grammar.demonstratives - grammar.complementizers
    subject = f"(?:{either(grammar.subjects, grammar.existentials, pointers, grammar.articles)})"
    persons = either(grammar.subjects - grammar.neuter_pronouns)
    continuing = either(grammar.continuing)
    clauses = either(
        grammar.openers, grammar.relative_adverbs, grammar.reasons, grammar.settings, grammar.doubtful_reasons,
        hedges.concessions, lines.participles,
    )  # fmt: skip
    concessions = either(hedges.concessions, lines.opening_concessions)
    pointing = either(
        grammar.third_subjects, grammar.third_possessives, grammar.object_pronouns, grammar.demonstratives,
        lines.pointing_back,
    )  # fmt: skip
    objects = either(grammar.complementizers, grammar.articles, grammar.third_possessives)
    openings = either(word.capitalize() for word in lines.openings)
    # “two days after the vote” is one time.
    one_phrase = (*lexicon.calendar.units, *lexicon.calendar.plural_units, *lines.closely)
    behind_units = "".join(rf"(?<!\b{word})" for word in one_phrase)
    return _Patterns(
        clause=re.compile(
            rf"[,;]\s+(?=(?:{clauses}|(?:{continuing})\s+(?:that|{subject})|\w{{3,}}ing)\b)"
            r"|\s+(?:[–—]|--?)\s+|;\s+"
        ),
        subordinate=re.compile(rf"(?:{clauses}|{continuing}|\w{{3,}}ing)\b"),
        independent=re.compile(
            rf"(?:[,;]\s+|\s+(?=(?:{continuing})\s+(?:that|{persons})\b))"
            rf"(?=(?:{continuing})\s+(?:that|{subject}|[A-Z]\w+)\b)"
            rf"|,?\s+(?=and\s+(?:(?:{either(lines.joined_adverbs)})\s+)?"
            rf"(?:\w{{2,}}(?:ed|es|[^s]s)\s+(?:to|{objects})|{either(lines.joined_verbs)})\b)|[;:]\s+"
        ),
        reason=re.compile(
            rf"{behind_units},?\s+(?=(?:{either(grammar.reasons, grammar.settings)}"
            rf"|so\s+(?:{either(grammar.complementizers, grammar.subjects)}))\b(?!,|\s+\d))"
        ),
        opening=re.compile(rf"“?(?:{openings})\b[^,;.“”]*,\s+(?={subject}\b|[A-Z])"),
        finite=re.compile(finite, re.IGNORECASE),
        verb=re.compile(rf"{finite}|(?:{either(grammar.doubtful_contractions)})\b", re.IGNORECASE),
        joint=re.compile(rf"(?:{either(grammar.coordinators)})\b"),
        gerund_of_list=re.compile(rf"\w+ing,?\s+(?:{either(grammar.choosing)})\b"),
        joint_of_names=re.compile(rf"(?:{either(grammar.coordinators)}) [A-Z]"),
        concessive=re.compile(rf"(?:{concessions})\b[^,]*,\s+(?=[^,]*{finite})", re.IGNORECASE),
        limit=re.compile(rf"[\s,;–—-]*(?:{either(hedges.exceptions)})\s+(?:{either(hedges.restrictions)})\b"),
        points_back=re.compile(rf"[“‘'\"\s]*(?:{pointing})\b", re.IGNORECASE),
        awaiting=re.compile(
            rf"\b(?:{either(grammar.complementizers, grammar.coordinators)}),?\s+"
            rf"(?:{either(hedges.conditions, hedges.opening_conditions, hedges.concessions, grammar.settings)})\s",
            re.IGNORECASE,
        ),
        relative_adverb=re.compile(rf"\b(?:{either(grammar.relative_adverbs)})\b"),
        relative_clause=re.compile(rf",\s(?:{either(grammar.relative_pronouns)})\b"),
        goes_on=re.compile(rf"(?:,|\s[–—-]+)\s+(?:\w+ly\s+)?(?:{finite}|\w+s\s)", re.IGNORECASE),
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
    if ends_within_inner_quotation(head) or _patterns(lexicon).limit.match(tail):
        return None
    if is_turned("", tail[len(rest) :], lexicon):
        return None  # nor before the sentence that is turned against, or within it
    whole = _is_whole(body, boundary, head)
    if not whole and not _may_go(body, boundary, (last.lstrip("“"), rest), lexicon, bold=bold):
        return None
    return f"{head.rstrip(' ,;')}” …" if open_quote else f"{head.rstrip(' ,;')} …"


def later(body: str, boundary: Span, lexicon: Lexicon = ENGLISH) -> str | None:
    """What follows a whole sentence or its opening, behind “…”; none where it would point back to what is gone."""
    head, tail = body[: boundary[0]].rstrip(), body[boundary[1] :].lstrip("…. ")
    whole = boundary[0] > 0 and _is_whole(body, boundary, head)
    if (
        not (whole or boundary[0] == 0)
        or _patterns(lexicon).points_back.match(tail)
        or lacks_subject(tail, lexicon)
        or opens_without_verb(tail, lexicon)
    ):
        return None
    head = head or body[: boundary[1]]
    return f"… “{tail}" if head.count("“") > head.count("”") else f"… {tail}"


def ends_sentence(body: str, boundary: Span) -> bool:
    """Whether a body that is cut at a boundary ends with a sentence or a quotation."""
    return _is_whole(body, boundary, body[: boundary[0]].rstrip())


def _is_whole(body: str, boundary: Span, head: str) -> bool:
    is_ended = head.endswith(_ENDS) and not body.startswith(",", boundary[0])  # “from Larn, Ard., and …”
    return is_ended or bool(_JOINT.match(body, boundary[0]))


def _may_go(body: str, boundary: Span, parts: tuple[str, str], lexicon: Lexicon, *, bold: bool) -> bool:
    """Whether the rest of a sentence may go, of which both parts are given, and what is left states something."""
    patterns = _patterns(lexicon)
    last, rest = parts
    concession = bold and patterns.concessive.match(last)  # its main clause has come, and the concession stays
    if (opens_condition(last, lexicon) and not concession) or not _states(last, rest, lexicon):
        return False
    if _counts_up(last, rest, lexicon) or _parts_aside(body, boundary, last, rest, lexicon):
        return False
    if ends_within_phrase(last, body[slice(*boundary)], rest, lexicon):
        return False
    if _awaits(last, lexicon) or _hangs(last, rest, lexicon) or ends_badly(last, lexicon):
        return False
    if patterns.clause.match(body, boundary[0]):
        return (bold or not has_protected(rest, lexicon)) and not undoes(rest, lexicon)
    reason = bool(patterns.reason.match(body, boundary[0]))
    return bold and not undoes(rest, lexicon) and not (reason and is_negated(last, lexicon))


def _states(head: str, rest: str, lexicon: Lexicon) -> bool:
    """Whether a sentence has had its verb; one that goes on behind “, who …,” has not, perhaps."""
    patterns = _patterns(lexicon)
    if patterns.finite.match(rest):
        return False  # “the mayor – who built it – left”
    verbs = [verb.group().lower() for verb in patterns.finite.finditer(head)]
    if verbs and lexicon.common_verbs.same_forms.issuperset(verbs):
        return False  # “a rumour spread through the town because of the smoke has no grounds”
    return bool(verbs) or (has_verb(head, lexicon) and not patterns.goes_on.search(rest))


def _parts_aside(body: str, boundary: Span, head: str, rest: str, lexicon: Lexicon) -> bool:
    """Whether a sentence would end within what stands between dashes, or right before: “the angry – and rude – mail”.

    Nor may one end before the third word of a quotation within it: “how ‘intemperate, agitating’ they were”.
    """
    dashes = len(_DASH.findall(head))
    if _DASH.search(body[slice(*boundary)]) and (dashes % 2 or _DASH.search(rest)):
        last = rest if dashes % 2 else _DASH.split(rest)[1]
        return _patterns(lexicon).subordinate.match(last) is None
    lead, mark, quotation = head.rpartition("“")
    return bool(lead and mark) and "”" not in quotation and len(quotation.split()) < _FEW


def _awaits(head: str, lexicon: Lexicon) -> bool:
    """Whether the main clause of a condition within a sentence is still to come: “that while the mayor”."""
    patterns = _patterns(lexicon)
    opening = _last(patterns.awaiting, head)
    if opening is None:
        return False
    return not any(patterns.finite.search(part) for part in head[opening.end() :].split(",")[1:])


def _hangs(head: str, rest: str, lexicon: Lexicon) -> bool:
    """Whether a clause of place or time has no verb yet, or what a thing behind a place does is still to come."""
    patterns = _patterns(lexicon)
    opening = _last(patterns.relative_adverb, head)
    own_clause = patterns.relative_clause.split(head[opening.end() :])[0] if opening is not None else None
    if own_clause is not None and not patterns.finite.search(own_clause):
        return True  # “a town where the people, who are poor”
    return _PLACE_IN_PLACE.search(head) is not None and _DOING.match(rest) is not None


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    return next(reversed([*pattern.finditer(words)]), None)


def _counts_up(head: str, rest: str, lexicon: Lexicon) -> bool:
    """Whether a sentence would end among things that are counted up, or with a bare subject: “…, the US, Russia”."""
    patterns = _patterns(lexicon)
    if patterns.gerund_of_list.match(rest):
        return True
    _, comma, last = head.rpartition(", ")
    is_joined = patterns.joint.match(last) or patterns.joint_of_names.match(rest)
    return bool(comma and is_joined) and not patterns.verb.search(last)


def _sentence(tail: str) -> str:
    """What is left of a sentence, as far as anybody would read it."""
    window = tail[: 4 * REACH]
    return window[: next((end for _, end in sentences(window)), 0)]


def _last_sentence(head: str) -> str:
    return head[slice(*next(reversed(sentences(head[-REACH:])), (0, None)))]
