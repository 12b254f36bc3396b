"""What a line may leave out of a passage's words; the gate knows the same table."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digests.lexicon import ENGLISH, Lexicon, either
from digests.lines.passages import QUOTED
from digests.lines.protected_words import has_protected, is_negated
from digests.models import Span

_GAP = re.compile(r" (?=[,;])|(?<!\.) (?=\.(?! ?\.))")  #: before a mark; the points of an omission keep theirs


class _Patterns(NamedTuple):
    lead: re.Pattern[str]  #: what ties a sentence to the one before; “that was not her view” keeps its subject
    subject_lead: re.Pattern[str]  #: the same where no verb stands before that “that” may belong to
    unit_double: re.Pattern[str]  #: a measure said again in other units, in brackets
    appositive: re.Pattern[str]  #: the describing words after a name: “, an industrial town in eastern Ukraine”
    own_subject: re.Pattern[str]  #: “it had” before what it did
    second_joint: re.Pattern[str]  #: “that” before the second of two clauses: “it fell, and that no ship was near”
    kept_joint: re.Pattern[str]  #: the same before any clause, whose subject need not be plain: “and that fires in”
    embeds: re.Pattern[str]  #: in the first one, that the second may hang on its verb: “fears (that) it falls and that”
    weekday: re.Pattern[str]
    choice: re.Pattern[str]  #: what joins things to choose from, or excepts one
    day: re.Pattern[str]  #: a day that may be left out, and not “on Saturday alone”, which says more


def _clause_subjects(lexicon: Lexicon) -> str:
    """What begins a clause as its subject, so that a “that” before it is a conjunction."""
    grammar = lexicon.grammar
    return either(
        grammar.articles, grammar.possessives, grammar.subjects, grammar.existentials, lexicon.numbers.units,
        lexicon.numbers.quantifiers,
    )  # fmt: skip


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, lines, hedges = lexicon.grammar, lexicon.lines, lexicon.hedges
    finite = (
        rf"(?:(?:{either(grammar.finite_auxiliaries, grammar.modals)})(?:{either(hedges.negative_endings)})?"
        rf"|{either(grammar.irregular_negatives)})\b"
    )
    neuter = either(grammar.neuter_pronouns - grammar.third_possessives)
    have_third = either(grammar.have_finite - grammar.have_plural)
    relative, joints = (
        grammar.relative_pronouns | grammar.relative_adverbs,
        grammar.coordinators | grammar.complementizers,
    )
    no_object = rf"(?!\s+(?:{either(grammar.infinitive_markers)})\b)"  # “in addition to the fine, …”
    leads = (
        rf"(?:(?:{either(lines.leads - lines.comma_leads)})\b{no_object}[,:]?"
        rf"|(?:{either(lines.comma_leads)})[,:])"  # not “however the vote goes, …”
    )
    inner = lexicon.reporting.reporting.finite | lexicon.frames.questions
    calendar, determiners = lexicon.calendar, grammar.articles | grammar.third_possessives
    weekdays = either(day.capitalize() for day in calendar.weekdays)
    compared = "".join(
        rf"(?<!\b{word}\s)" for word in sorted(grammar.measuring | grammar.comparing | calendar.phrase_openings)
    )
    no_noun = "".join(rf"(?<!\b{word}\s)" for word in sorted(determiners))  # “the plan”
    plain_joints = grammar.coordinators & lexicon.narration.narrating_joints  # not “so that”, “the best sign yet that”
    no_deed = either(grammar.be_other, hedges.negations, lexicon.numbers.scales, lines.weather)  # “it had snowed”
    return _Patterns(
        lead=re.compile(
            rf"(?:(?:(?-i:{either(grammar.complementizers)})(?!\s+(?:(?:{either(lines.pointed_amounts)})\s+)?{finite})\b[,:]?|{leads})\s+)+",
            re.IGNORECASE,
        ),
        subject_lead=re.compile(rf"(?:{leads}\s+)+", re.IGNORECASE),
        unit_double=re.compile(
            rf"\s*\((?:(?:{either(lines.approximators)}) )?(?:\d[\d.,]*|{either(lexicon.numbers.units)})[\s-]"
            rf"(?:{either(lines.converted_units)})\)"
        ),
        appositive=re.compile(
            rf"(?<=[\w’]),\s+(?:{either(grammar.articles)})\s+(?:[\w’'-]+\s+){{0,4}}?"
            rf"(?:{either(lines.described_places)})\b[^,;:.!?()“”\"]*"
            rf"(?P<comma>,(?!\s+(?:{either(grammar.choosing)})\b))"
        ),
        own_subject=re.compile(
            rf"(?:{neuter}) (?:{have_third}) (?=(?!(?:{no_deed})\b)(?:\w+ly )?"
            rf"(?:\w{{2,}}ed|{either(grammar.past_participles & grammar.past_forms)})\b)",  # not “taken Belsk”
            re.IGNORECASE,
        ),
        second_joint=re.compile(
            rf"(?:(?P<comma>,)\s(?:{either(grammar.coordinators)})|\s(?:{either(plain_joints)}))\s+(?P<joint>(?:{either(grammar.complementizers)})\s+)"
            rf"(?=(?:{_clause_subjects(lexicon)})\b|\d|[A-Z“])"
        ),
        kept_joint=re.compile(
            rf",?\s(?:{either(plain_joints)})\s+(?:{either(grammar.complementizers)})\s+(?!{finite})(?=\w+\s)"
        ),
        embeds=re.compile(rf"{no_noun}\b(?:{either(grammar.complementizers, inner)})\b"),
        weekday=re.compile(weekdays),
        choice=re.compile(
            rf"\b(?:{either(grammar.choosing - grammar.continuing, hedges.restrictions, hedges.exceptions)})\b"
        ),
        day=re.compile(
            rf",?\s*{compared}\b(?:{either(calendar.before_days)}) (?P<name>{weekdays})\b"
            rf"(?: (?:{either(lines.times_of_day)}))?"
            rf"(?=[\s,;.]*$|[,;.]\s+(?!(?:{either(grammar.articles, grammar.third_possessives, relative)})\b)"
            rf"|\s(?:{either(grammar.prepositions, grammar.longer_prepositions, joints)})\b)"
        ),
    )


def deletions(
    content: str,
    *,
    weekday: str | None,
    places: Sequence[str],
    of_claimant: bool,
    behind_verb: bool = True,
    lexicon: Lexicon = ENGLISH,
) -> Iterator[Span]:
    """The ranges of a content that a line leaves out; none touches a quotation.

    `weekday` is the day that the line's date stands for, `places` are the names that a description may be left out
    after, `of_claimant` says that a leading “it had” means the claimant, and `behind_verb` that a leading “that” may be
    the conjunction of a verb before.
    """
    quoted_spans = [match.span() for match in QUOTED.finditer(content)]
    patterns = _patterns(lexicon)
    lead = (patterns.lead if behind_verb else patterns.subject_lead).match(content)
    if lead and not has_protected(lead.group(), lexicon):
        yield lead.span()
    if behind_verb and _has_joint(content, lexicon):
        yield from _second_joints(content, lead.end() if lead else 0, lexicon)
    if of_claimant:
        subject = patterns.own_subject.match(content, lead.end() if lead else 0)
        if subject:
            yield subject.span()
    for inner in _inner(content, weekday, places, lexicon):
        if not any(start < inner[1] and inner[0] < end for start, end in quoted_spans):
            yield inner


def _second_joints(content: str, start: int, lexicon: Lexicon) -> Iterator[Span]:
    """The conjunctions of later clauses, which the colon stands for as it does for the first one's."""
    patterns = _patterns(lexicon)
    for match in patterns.second_joint.finditer(content, start):
        head = content[start : match.start()]
        if _may_embed(head, lexicon, comma=match["comma"] is not None):
            return
        yield match.span("joint")
        start = match.end()


def _may_embed(head: str, lexicon: Lexicon, *, comma: bool) -> bool:
    """Whether a clause behind others may hang on a word of theirs: “there was no sign that it fell and that …”."""
    patterns = _patterns(lexicon)
    if not comma and (patterns.choice.search(head) or is_negated(head, lexicon)):
        return True
    words = QUOTED.sub(" ", head)
    return patterns.embeds.search(words, words.find(" ")) is not None  # no verb begins a clause


def _has_joint(content: str, lexicon: Lexicon) -> bool:
    """Whether the word that joins a clause to a verb is among a content's; most have none, and so need no search."""
    return any(f" {word} " in content for word in lexicon.grammar.complementizers)


def keeps_joint(content: str, lexicon: Lexicon) -> bool:
    """Whether a later clause hangs with its “that” on the verb before a content: “it fell and that fires in Larn”."""
    patterns = _patterns(lexicon)
    if not _has_joint(content, lexicon):
        return False
    joint = patterns.kept_joint.search(QUOTED.sub(lambda quotation: "x" * len(quotation[0]), content))
    if joint is None or any(_second_joints(content, 0, lexicon)):
        return False
    return not _may_embed(content[: joint.start()], lexicon, comma=joint[0].startswith(","))


def _inner(content: str, weekday: str | None, places: Sequence[str], lexicon: Lexicon) -> Iterator[Span]:
    patterns = _patterns(lexicon)
    for match in patterns.unit_double.finditer(content):
        yield match.span()
    if weekday and weekday in content and not _chooses(content, lexicon):
        yield from (match.span() for match in patterns.day.finditer(content) if match["name"] == weekday)
    for match in patterns.appositive.finditer(content):
        head = content[: match.start()]
        words = match.group()
        if not has_protected(words, lexicon, spelled=False) and any(head.endswith(name) for name in places):
            yield match.span()


def _chooses(content: str, lexicon: Lexicon) -> bool:
    """Whether a day may be what words deny or choose: “not on Friday”, “on Friday or later”, two days."""
    patterns = _patterns(lexicon)
    if patterns.choice.search(content) or len(patterns.weekday.findall(content)) > 1:
        return True
    return is_negated(content, lexicon)


def without(content: str, ranges: Sequence[Span]) -> str:
    """A content without the given ranges, and without the marks and spaces that they leave behind."""
    pieces, index = [], 0
    for start, end in sorted(ranges):
        pieces.append(content[index : max(index, start)])
        index = max(index, end)
    rest = re.sub(r"\s+", " ", "".join([*pieces, content[index:]]))
    return _GAP.sub("", rest).strip(" ,;")
