"""A narrator's clause behind “and” that its tense tells apart: “the brakes were bad, and the firm has replaced them”.

Behind “said” a speaker's words are set back: “it would reopen”, “the brakes were bad”. Another subject in the present,
or one that has already done something where the speaker tells what is to come, is no part of them.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.text.name_words import UPPER


class _Patterns(NamedTuple):
    present_clause: re.Pattern[str]  #: a comma and “and”, behind which another subject has a verb in the present
    present: re.Pattern[str]  #: a verb in the present
    set_back: re.Pattern[str]  #: one in the past
    deed: re.Pattern[str]  #: behind what is to come, and hangs on nothing, the same with a deed that is past
    perfect: re.Pattern[str]  #: the same with no comma, of others who have done something since
    later_deed: re.Pattern[str]  #: behind what had been, what somebody named then did: “, and Ida Holm left”
    past_event: re.Pattern[str]  #: behind what somebody is or can do, what was done by others: “and Orr was assigned”
    verdict: re.Pattern[str]  #: what a narrator thinks of what was said: “, and he may well be right”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words, verbs = lexicon.grammar, lexicon.narration, lexicon.common_verbs
    setting = rf"(?:(?:{either(grammar.prepositions)})\s+[\w’'-]+(?:\s+[a-z]+)?,?\s+)?"
    joint = rf",\s+(?:{either(grammar.coordinators & words.narrating_joints)})\s+{setting}"
    loose = rf",?\s+(?:{either(grammar.coordinators & words.narrating_joints)})\s+"
    objects = either(grammar.articles, grammar.third_possessives)
    helping = either(grammar.finite_auxiliaries, grammar.modals)
    third_persons = frozenset(verb for verb in verbs.clause_verbs if _is_third_person(verb, verbs.clause_verbs))
    no_noun = rf"(?!\s+(?:{helping}|{either(grammar.past_forms)}|[a-z]+ed)\b)"
    present = rf"(?:{either(words.present_auxiliaries)}|(?:{either(third_persons)}){no_noun})"
    past = grammar.past_forms | words.undergoing | words.before_past
    set_back = lexicon.hedges.hedging_modals
    hanging = either(lexicon.hedges.conditions, grammar.settings)
    now = either(words.present_auxiliaries, grammar.modals - set_back, grammar.irregular_negatives)
    return _Patterns(
        present_clause=re.compile(rf"{joint}{_subject(lexicon)}\s+(?:\w+ly\s+)?{present}\b"),
        present=re.compile(rf"\b(?:{either(words.present_auxiliaries, grammar.modals - set_back)})\b"),
        set_back=re.compile(rf"\b(?:{either(past, lexicon.calendar.past_ahead)}|[a-z]{{2,}}ed)\b"),
        deed=re.compile(
            rf"(?!.*\b(?:{hanging})\b)[^,;“”]*\b(?:{either(grammar.modals & lexicon.calendar.past_ahead)})\s+"
            rf"(?!(?:{either(grammar.have_finite)})\b)[a-z]+\b[^,;“”]*"
            rf"(?P<deed>{joint}(?:{_subject(lexicon)}\s+(?:\w+ly\s+)?(?:{either(verbs.only_past)})"
            rf"|(?:{either(grammar.third_subjects)})\s+(?:{either(grammar.past_forms)}|[a-z]+ed))\b(?!.*\b(?:{helping})\b)"
            rf"|{loose}{_subject(lexicon)}\s+(?:\w+ly\s+)?[a-z]{{2,}}ed\s+(?=(?:{objects})\s)(?!.*\b(?:{helping})\b))"
        ),
        perfect=re.compile(
            rf"\s+(?:{either(grammar.coordinators & words.narrating_joints)})\s+{_others(lexicon)}"
            rf"(?:{either(words.present_auxiliaries & grammar.have_finite)})\s+"
            rf"(?!(?:{either(grammar.infinitive_markers)})\b)[a-z]+"
        ),
        later_deed=re.compile(
            rf"[^,;“”]*\b(?:{either(words.before_past)})\s+[a-z]+\b[^,;“”]*"
            rf"(?P<deed>,\s+(?:{either(grammar.coordinators & words.narrating_joints)})"
            rf"\s+{UPPER}[\w’'-]+(?:\s{UPPER}[\w’'-]+)*"
            rf"(?:,[^,;“”]+,)?\s+(?:{either(grammar.past_forms)}|[a-z]+ed)\s)(?!.*\b(?:{helping})\b)"
        ),
        past_event=re.compile(
            rf"(?:(?:{either(grammar.complementizers)})\s+)?(?:{either(grammar.third_subjects)})\s+(?:{now})\b[^,;“”]*?"
            rf"(?P<deed>\s+(?:{either(grammar.coordinators & words.narrating_joints)})\s+"
            rf"(?!(?:{either(grammar.possessives, grammar.third_subjects)})\b)(?:[\w’'.-]+\s+){{1,6}}?"
            rf"(?:{either(grammar.be_finite & words.undergoing)})\s+[a-z]+ed\b)(?!.*\b(?:{helping})\b)"
        ),
        verdict=re.compile(
            rf"{joint}(?:{either(grammar.third_subjects)})\s+(?:(?:{either(grammar.modals)})\s+(?:(?:{either(words.before_verdicts)})\s+)?"
            rf"(?:{either(grammar.be_other)})|{either(grammar.be_finite)})\s+(?:\w+ly\s+)?"
            rf"(?:{either(lexicon.retractions.settled, lexicon.retractions.rulings)})\b[^,;]*$"
        ),
    )


def _others(lexicon: Lexicon) -> str:
    """Up to four words in lower case, none of which opens a clause or a phrase: “sheep farmers nearby”."""
    grammar = lexicon.grammar
    small = either(
        grammar.complementizers, grammar.relative_pronouns, grammar.prepositions, grammar.settings,
        grammar.finite_auxiliaries, grammar.modals, grammar.subjects,
    )  # fmt: skip
    return rf"(?:(?!(?:{small})\b)[a-z][\w’'-]*\s+){{1,4}}"


def _subject(lexicon: Lexicon) -> str:
    """A pronoun, a name, or a noun with its article, and no verb in it."""
    grammar = lexicon.grammar
    small = either(
        grammar.complementizers, grammar.relative_pronouns, grammar.prepositions - grammar.genitives, grammar.settings,
        grammar.finite_auxiliaries, grammar.modals,
    )  # fmt: skip
    noun = rf"(?!(?:{small})\b)[\w’'-]+"
    determiners = either(grammar.articles, grammar.third_possessives, lexicon.numbers.quantifiers)
    persons = either(grammar.third_subjects)
    return rf"(?:(?:{persons})|(?:{determiners})\s+{noun}(?:\s+{noun}){{0,3}}?|[A-Z][\w’'.-]+(?:\s+{noun}){{0,3}}?)"


def _is_third_person(verb: str, verbs: frozenset[str]) -> bool:
    """Whether a form is a base with an ending: “wants” beside “want”."""
    return bool({verb.removesuffix("s"), verb.removesuffix("es"), f"{verb.removesuffix('ies')}y"} & (verbs - {verb}))


def sets_back(cue: str, lexicon: Lexicon) -> bool:
    """Whether a cue puts what is said into the past: “said”, but neither “says” nor “has said”."""
    verb, finite = cue.lower(), lexicon.reporting.reporting.finite
    return verb in finite and not verb.endswith("s") and f"{verb}s" not in finite


def other_tense(words: str, lexicon: Lexicon, *, is_past: bool) -> int | None:
    """Where in indirect words another subject begins in a tense of the narrator's; `is_past` tells so of their cue."""
    patterns = _patterns(lexicon)
    judged = patterns.verdict.search(words)
    starts = [judged.start()] if judged else []
    clauses = [pattern.search(words) for pattern in (patterns.present_clause, patterns.perfect)] if is_past else []
    for place in (clause.start() for clause in clauses if clause):
        is_set_back = patterns.set_back.search(words, 0, place) and not patterns.present.search(words, 0, place)
        starts += [place] if is_set_back else []
    telling = (patterns.deed, patterns.later_deed, patterns.past_event) if is_past else ()
    events = [pattern.match(words) for pattern in telling]
    starts += [event.start("deed") for event in events if event]
    return min(starts, default=None)


def is_of_other_tense(head: str, rest: str, lexicon: Lexicon) -> bool:
    """Whether words behind a speaker are the narrator's: “It would pay,” Olin said, “and in March it went bankrupt”.

    Only what is to come tells there that the words before are set back.
    """
    to_come = (lexicon.grammar.modals & lexicon.calendar.past_ahead).intersection(head.split())
    if not to_come or rest.partition(" ")[0] not in lexicon.narration.narrating_joints:
        return False
    return other_tense(f"{head}, {rest}", lexicon, is_past=True) is not None
