"""What is left of a sentence that ends early: whether it still states something, and hangs on nothing that is gone."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.finite import verb_patterns
from digests.lines.passages import has_verb
from digests.lines.shortening.borders import is_subordinate
from digests.models import Span
from digests.text.dashes import DASH

_PLACE_IN_PLACE = re.compile(r"\b[A-Z][\w’'.-]+, [A-Z][\w’'. -]+,?$")  # “in Larn, Ardova”
_DOING = re.compile(r"\w{2,}ing\b")
_BRACKETED_LETTER = re.compile(r"\[(\w)\]")
_FEW = 3  #: words of a quotation without which it is none


class _Patterns(NamedTuple):
    finite: re.Pattern[str]
    verb: re.Pattern[str]  #: the same, and what may be one behind an apostrophe
    joint: re.Pattern[str]  #: a conjunction between things or clauses, at the start
    gerund_of_list: re.Pattern[str]  #: a noun like a participle, before another of a list: “paving and lighting”
    joint_of_names: re.Pattern[str]  #: the same before a name
    relative_adverb: re.Pattern[str]  #: what begins a clause of place or time
    relative_clause: re.Pattern[str]  #: what begins one of a thing or a person behind a comma
    begun_relative: re.Pattern[str]  #: one of which only a phrase of time or place has come: “a crew who at this time”
    awaiting: re.Pattern[str]  #: a condition or a setting within a sentence, whose main clause is to come: “that if …”
    accompaniment: re.Pattern[
        str
    ]  #: what begins a sentence with what goes with its main clause: “With fuel running low”
    finite_verb: re.Pattern[str]  #: a verb that is no participle
    presented_person: re.Pattern[
        str
    ]  #: at the end, somebody whom a sentence only puts before the reader: “then you have Holm”
    relative_opening: re.Pattern[str]  #: what begins a clause that tells of them
    goes_on: re.Pattern[str]  #: a main verb after a comma or a dash: what stood before it was put in between


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, hedges = lexicon.grammar, lexicon.hedges
    finite = verb_patterns(lexicon).finite
    return _Patterns(
        finite=re.compile(finite, re.IGNORECASE),
        verb=re.compile(rf"{finite}|(?:{either(grammar.doubtful_contractions)})\b", re.IGNORECASE),
        joint=re.compile(rf"(?:{either(grammar.coordinators)})\b"),
        gerund_of_list=re.compile(rf"\w+ing(?:,?\s+(?:{either(grammar.choosing)})\b|,\s+\w+ing\b)"),
        joint_of_names=re.compile(rf"(?:{either(grammar.coordinators)}) [A-Z]"),
        relative_adverb=re.compile(rf"\b(?:{either(grammar.relative_adverbs)})\b"),
        relative_clause=re.compile(rf",\s(?:{either(grammar.relative_pronouns)})\b"),
        begun_relative=re.compile(
            rf"\b(?:{either(grammar.personal_relatives, grammar.complementizers)})\s+"
            rf"(?:{either(grammar.prepositions)})\s(?P<words>[^,;:]*)$"
        ),
        awaiting=re.compile(
            rf"\b(?:{either(grammar.complementizers, grammar.coordinators)}),?\s+"
            rf"(?:{either(hedges.conditions, hedges.opening_conditions, hedges.concessions, grammar.settings)})\s",
            re.IGNORECASE,
        ),
        accompaniment=re.compile(rf"\W*(?:{either(lexicon.frames.accompanying)})\b", re.IGNORECASE),
        finite_verb=re.compile(rf"\b(?:{either(grammar.finite_auxiliaries, grammar.modals, grammar.past_forms)})\b"),
        presented_person=re.compile(
            rf"\b(?i:{either(grammar.existentials, grammar.subjects)})"
            rf"(?:[’'][a-z]+|\s+(?:{either(grammar.be_finite, grammar.have_finite)}))\s+"
            rf"(?:(?:{either(lexicon.lines.possessing)})\s+)?"
            rf"(?:(?:{either(grammar.articles)})\s+)?(?:[\w-]+\s+){{0,2}}[\w-]+$"
        ),
        relative_opening=re.compile(rf"(?:{either(grammar.relative_pronouns)})\b"),
        goes_on=re.compile(rf"(?:,|\s[–—-]+)\s+(?:\w+ly\s+)?(?:{finite}|\w+s\s)", re.IGNORECASE),
    )


def states_something(head: str, rest: str, lexicon: Lexicon) -> bool:
    """Whether a sentence has had its verb; one that goes on behind “, who …,” has not, perhaps."""
    patterns = _patterns(lexicon)
    if patterns.finite.match(rest):
        return False  # “the mayor – who built it – left”
    verbs = [verb.group().lower() for verb in patterns.finite.finditer(head)]
    if verbs and lexicon.common_verbs.same_forms.issuperset(verbs):
        return False  # “a rumour spread through the town because of the smoke has no grounds”
    return bool(verbs) or (has_verb(head, lexicon) and not patterns.goes_on.search(rest))


def ends_in_aside(body: str, boundary: Span, head: str, rest: str, lexicon: Lexicon) -> bool:
    """Whether a sentence would end within what stands between dashes, or right before: “the angry – and rude – mail”.

    Nor may one end before the third word of a quotation within it: “how ‘intemperate, agitating’ they were”.
    """
    dashes = len(DASH.findall(head))
    if DASH.search(body[slice(*boundary)]) and (dashes % 2 or DASH.search(rest)):
        last = rest if dashes % 2 else DASH.split(rest)[1]
        return not is_subordinate(last, lexicon)
    lead, mark, quotation = head.rpartition("“")
    return bool(lead and mark) and "”" not in quotation and len(quotation.split()) < _FEW


def awaits_main_clause(head: str, lexicon: Lexicon) -> bool:
    """Whether the main clause of a condition within a sentence is still to come: “that while the mayor”."""
    patterns = _patterns(lexicon)
    bare = _BRACKETED_LETTER.sub(r"\1", head)  # “[W]ith”
    if patterns.accompaniment.match(bare) and not patterns.finite_verb.search(bare):
        return True
    opening = _last(patterns.awaiting, head)
    if opening is None:
        return False
    return not any(patterns.finite.search(part) for part in head[opening.end() :].split(",")[1:])


def ends_before_verb(head: str, rest: str, lexicon: Lexicon) -> bool:
    """Whether a clause of place or time has no verb yet, or what a thing behind a place does is still to come.

    So is what a sentence says of somebody whom it only puts before the reader: “then you have Holm, who …”.
    """
    patterns = _patterns(lexicon)
    if patterns.relative_opening.match(rest) and patterns.presented_person.search(head.rstrip(" ,")):
        return True
    opening = _last(patterns.relative_adverb, head)
    own_clause = patterns.relative_clause.split(head[opening.end() :])[0] if opening is not None else None
    if own_clause is not None and not patterns.finite.search(own_clause):
        return True  # “a town where the people, who are poor”
    relative = patterns.begun_relative.search(head)
    if relative is not None and not patterns.finite.search(relative["words"]):
        return True
    return _PLACE_IN_PLACE.search(head) is not None and _DOING.match(rest) is not None


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    return next(reversed([*pattern.finditer(words)]), None)


def ends_in_list(head: str, rest: str, lexicon: Lexicon, *, behind_comma: bool = True) -> bool:
    """Whether a sentence would end among things that are counted up, or with a bare subject: “…, the US, Russia”.

    What follows without a comma is the last of them: “children, their parents | and carers to enter”.
    """
    patterns = _patterns(lexicon)
    if patterns.gerund_of_list.match(rest):
        return True
    _, comma, last = head.rpartition(", ")
    joint = patterns.joint_of_names if behind_comma else patterns.joint
    is_joined = patterns.joint.match(last) or joint.match(rest) or _DOING.fullmatch(last)
    return bool(comma and is_joined) and not patterns.verb.search(last)
