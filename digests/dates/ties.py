"""What ties a date to a saying, or to something else."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either


class Ties(NamedTuple):
    """What ties a date to a saying, or to something else."""

    elsewhere: re.Pattern[str]  #: between a cue and a date, ties the date to something else
    describing: re.Pattern[str]  #: opens a clause that says who somebody is
    deed: re.Pattern[str]  #: the same of what somebody belongs to: “an officer of the ferry that sank”
    clause: re.Pattern[str]
    second_clause: re.Pattern[str]  #: a clause of its own behind a date, before one who speaks: “…, they met, and”
    joint: re.Pattern[str]  #: right before a source, ties what stands ahead to another clause: “died in 1987, and he”
    going_on: re.Pattern[str]  #: between a speaker and a date of what is said next: “…, Bo said, and in | May it fell”
    spanning: re.Pattern[str]  #: begins a stretch of time
    opening: re.Pattern[str]  #: what stands ahead of a date that comes first
    possession: re.Pattern[str]  #: “Monday’s attack”, but not “Monday’s statement”
    other_day: re.Pattern[
        str
    ]  #: before the day of another thing, in a source or cue: “tweeted before the | Monday vote”
    thing: re.Pattern[str]  #: within those, behind the day of such a thing: “those hurt in a pair of Monday | blasts”
    naming: re.Pattern[str]  #: “the 2016 presidential election”: the date names a thing, and nobody's saying
    other_verb: re.Pattern[str]  #: a verb of another clause, between a date and who speaks
    topic_opening: re.Pattern[str]  #: opens words ahead of a speaker that tell what was spoken about: “Asked about”
    dated_saying: re.Pattern[str]  #: right behind it, a thing that was said then: “a 2014 report”
    occasion_opening: re.Pattern[str]  #: before a date whose occasion comes first: “In a September debate”
    at_occasion: re.Pattern[str]  #: between a cue and a date, an occasion then: “said during a session | Monday”
    document_opening: re.Pattern[
        str
    ]  #: before the date of a document or of words to somebody: “In a note to him, dated”
    asked_then: re.Pattern[str]  #: before a date on which somebody was asked: “When asked by Holm on Monday”
    life: re.Pattern[str]  #: what opens words of who somebody is: “Elected in | 2012, Holm said”
    own_time: re.Pattern[str]  #: what opens a clause of what the speaker then did: “When he resigned in May, he said”
    said_then: re.Pattern[str]  #: a clause of what somebody said at a time: “When Bo announced it last | week, he said”
    time_gap: re.Pattern[
        str
    ]  #: from a date that opens a sentence to who then speaks: “In | 2009, as it shut, | he said”
    time_clause: re.Pattern[str]  #: a whole clause of what was then: “When the rules were unveiled last | year”
    foretelling: re.Pattern[str]
    persons: frozenset[str]  #: pronouns of whom a clause may tell, be it the speaker
    ago: tuple[str, ...]  #: how a date ends that is counted back from the article's
    campaign_opening: re.Pattern[
        str
    ]  #: before the year of one with which a sentence opens: “During the | 2022 campaign”
    campaign: re.Pattern[str]
    owner: re.Pattern[str]  #: what makes a date say which thing is meant
    period_opening: re.Pattern[str]  #: right before a month or a year of a saying: “in May”, “in a 2014 …”


@functools.cache
def ties(lexicon: Lexicon) -> Ties:
    """The patterns of a language."""
    calendar, grammar = lexicon.calendar, lexicon.grammar
    relative = grammar.relative_pronouns - grammar.complementizers
    determiners = either(grammar.articles, grammar.possessives)
    small = either(
        grammar.prepositions, grammar.longer_prepositions, grammar.coordinators, grammar.complementizers,
        grammar.relative_pronouns, grammar.finite_auxiliaries, grammar.modals, grammar.past_forms,
    )  # fmt: skip
    joints = either(word.capitalize() for word in calendar.in_occasions)
    no_part = either(
        grammar.complementizers, grammar.articles, grammar.possessives, grammar.prepositions, grammar.coordinators
    )
    return Ties(
        elsewhere=re.compile(rf"\b(?:{either(calendar.elsewhere)})\b|(?<!\b[A-Z])[.;!?](?=\s)", re.IGNORECASE),
        describing=re.compile(rf"\b(?:{either(relative)})\b", re.IGNORECASE),
        deed=re.compile(
            rf"\b(?:{either(grammar.complementizers)})\s+(?:\w+ly\s+)?"
            rf"(?:{either(grammar.past_forms, grammar.finite_auxiliaries)}|[a-z]+(?:{either(calendar.past_endings)}))\b"
        ),
        clause=re.compile(rf"\b(?:{either(calendar.clause_openings)})\b", re.IGNORECASE),
        second_clause=re.compile(
            rf"^,\s.*(?:\b(?:{either(grammar.finite_auxiliaries, grammar.modals, grammar.past_forms)})|\w{{2,}}ed)\b"
            rf".*,\s+(?:{either(grammar.coordinators)})\s+$",
            re.DOTALL,
        ),
        joint=re.compile(rf"(?:^|\s)(?:{either(grammar.coordinators)})\s+$"),
        going_on=re.compile(
            rf"(?:[^,]*,|(?<=,))\s+(?:{either(grammar.coordinators)})\s+(?:(?:{either(grammar.prepositions)})\s+)?"
        ),
        spanning=re.compile(rf"(?:{either(calendar.spanning)})\b", re.IGNORECASE),
        opening=re.compile(rf"\W*(?:\w+\s+)?(?:(?:{either(grammar.definite_articles)})\s+)?", re.IGNORECASE),
        possession=re.compile(rf"['’]s?\s+(?!(?:\w+\s+){{0,2}}(?:{either(calendar.sayings)}))"),
        other_day=re.compile(
            rf"\b(?:{either(calendar.clause_openings & calendar.beside_events)})\s+(?:(?:{determiners})\s+)?$"
            rf"|\b(?:{either(calendar.acquired)})\b[^,;:]*$"
            rf"|\b(?:{either(calendar.published_later)})\s+(?:\w+\s+)?(?:(?:{determiners})\s+)?$"
        ),
        thing=re.compile(rf"\s(?!(?:{small})\b|\w+(?:ing|{either(calendar.past_endings)})\b)[a-z]"),
        naming=re.compile(rf"\s+(?:(?!(?:{no_part})\s)\w+ )?(?:{either(calendar.dated_things)})\b", re.IGNORECASE),
        other_verb=re.compile(
            rf"\b(?:{either(grammar.finite_auxiliaries, grammar.modals, grammar.past_forms)})\b", re.IGNORECASE
        ),
        topic_opening=re.compile(rf"\W*(?:{either(calendar.spoken_about)})\b", re.IGNORECASE),
        dated_saying=re.compile(
            rf"(?:(?: (?-i:[A-Z])[\w&-]*){{0,4}}(?: [\w-]+){{0,2}}|(?<=\d),) (?:{either(calendar.sayings)})\b",
            re.IGNORECASE,
        ),
        occasion_opening=re.compile(
            rf"\W*(?:(?:\w+\s+)?(?:{either(calendar.in_occasions)})|{either(calendar.as_late)})\s+"
            rf"(?:(?:{determiners})\s+)?",
            re.IGNORECASE,
        ),
        at_occasion=re.compile(
            rf"\s+(?:{either(calendar.in_occasions)})\s+[^,;:“”\"]{{1,60}}?"
            rf"\b(?:{either(calendar.sayings, calendar.occasions)})\s+(?:(?:{either(calendar.on_dates)})\s+)?"
        ),
        document_opening=re.compile(
            rf"\W*(?:\w+,?\s+)?(?:{either(calendar.in_occasions)})\s+(?:[\w’'-]+\s+){{0,4}}?(?:{either(calendar.sayings)})"
            rf"(?:(?:\s+(?:{either(grammar.prepositions)})\s+[^;:“”\"]{{1,60}}?)?,?\s+(?:{either(calendar.dating)})"
            rf"(?:\s+(?:{either(calendar.on_dates)}))?"
            rf"|s?\s+(?:{either(calendar.before_listeners)})\s+(?:(?:{determiners})\s+)?(?:[\w’'.-]+\s+){{0,3}}[\w’'-]+"
            rf"(?:\s+(?:{either(calendar.on_dates)}))?)\s+",
            re.IGNORECASE,
        ),
        asked_then=re.compile(
            rf"\W*(?:(?:{either(calendar.at_a_time)})\s+)?(?:{either(calendar.askings)})"
            rf"(?:\s+(?:{either(grammar.passive_agents)})\s+[^,;:“”\"]{{1,60}}?)?\s+(?:(?:{either(calendar.before_days)})\s+)?"
            rf"|\W*(?:{either(calendar.in_occasions)})\s+(?:{either(grammar.free_relatives)})\s+[^,;:“”\"]*\b(?:{either(calendar.sayings)})\b[^,;:“”\"]*",
            re.IGNORECASE,
        ),
        life=re.compile(
            rf"\W*(?!(?:{either(calendar.askings, calendar.dating, lexicon.verbs.addressed)})\b)"
            rf"(?:{either(grammar.past_participles, calendar.born)}|\w{{2,}}(?:{either(calendar.past_endings)}))\s"
            rf"(?:[^,;:]*\s)?(?:{either(calendar.in_months)})\s+",
            re.IGNORECASE,
        ),
        own_time=re.compile(rf"\W*(?:{either(calendar.at_a_time)})\s+(?P<speaker>\w+)\b", re.IGNORECASE),
        said_then=_said_then(lexicon),
        time_gap=re.compile(
            rf",(?:\s\w+,)?\s(?:{either(calendar.at_a_time, grammar.settings, grammar.doubtful_reasons)})\s"
            rf"[^;:“”\"]*,\s"
        ),
        time_clause=_time_clause(lexicon),
        persons=grammar.third_subjects,
        ago=tuple(calendar.ago),
        foretelling=re.compile(rf"[^,;:.]*\b(?:{either(calendar.past_ahead & grammar.modals)})\b"),
        campaign_opening=re.compile(rf"(?:^|[.!?”\"]\s|\n)\W*(?:{joints})\s+(?:{determiners})\s+$"),
        campaign=re.compile(rf"\s(?:\w+\s){{0,2}}?(?:{either(calendar.campaigns)}),\s"),
        owner=re.compile(rf"\b(?:{either(grammar.articles, grammar.possessives)})\s+$", re.IGNORECASE),
        period_opening=re.compile(
            rf"\b(?:{either(calendar.in_periods)})\s+(?:(?:{either(grammar.articles)})\s+)?$", re.IGNORECASE
        ),
    )


def _said_then(lexicon: Lexicon) -> re.Pattern[str]:
    """A clause that tells when somebody spoke: “When Ida Holm first announced the plan”."""
    calendar, grammar = lexicon.calendar, lexicon.grammar
    endings = tuple(calendar.past_endings)
    spoke = {word for word in lexicon.verbs.saying if word.endswith(endings) or word in grammar.past_forms}
    verbs = either(spoke, calendar.made_public, calendar.meetings)
    return re.compile(
        rf"\W*(?:\w+\s+)?(?:{either(calendar.at_a_time)})\s+(?:[\w.’'-]+\s+){{1,8}}?(?:{verbs})\b[^;:“”\"]*",
        re.IGNORECASE,
    )


def _time_clause(lexicon: Lexicon) -> re.Pattern[str]:
    """A clause of what was at a time, which has its verb and no comma: “When the rules were unveiled last”."""
    grammar, calendar = lexicon.grammar, lexicon.calendar
    past, endings = either(grammar.past_forms, calendar.past_auxiliaries), either(calendar.past_endings)
    rest = r"[^,;:“”\"]*"
    openings = either(calendar.at_a_time, grammar.settings & calendar.elsewhere)
    return re.compile(
        rf"\W*(?:\w+\s+)?(?:{openings})\s+(?P<subject>\w+)\b{rest}?\b(?:{past}|[a-z]\w+(?:{endings}))\b{rest}",
        re.IGNORECASE,
    )


@functools.cache
def period_opening(lexicon: Lexicon) -> re.Pattern[str]:
    """How a sentence opens with a time that is no occasion of speaking: “During the campaign, ”."""
    calendar = lexicon.calendar
    occasions = either(calendar.occasions, calendar.sayings)
    return re.compile(rf"(?i:{either(calendar.throughout)})\s(?:(?!(?:{occasions})\b)[^,\s]+\s?){{1,9}},\s")
