"""What the occasions on which somebody spoke look like: “In an interview in July, the mayor …”."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either

DATE = "\ufffc"  #: what stands for a date in a sentence whose occasions are sought


class OccasionPatterns(NamedTuple):
    """What tells of occasions on which something was said; `DATE` stands for a date."""

    back_then: re.Pattern[str]  #: that a saying is one of an earlier time
    at_end: re.Pattern[str]  #: right behind who speaks, the same at a sentence's end: “he said | then.”
    lead: re.Pattern[str]  #: what may stand before it at a sentence's start: “In fact, ”
    occasion: re.Pattern[str]  #: any occasion, or thing that was said
    opening: re.Pattern[str]  #: “In an interview in July, the mayor | …”
    closing: re.Pattern[str]  #: “The mayor called for it at a rally in Belsk on Monday.”
    opening_period: re.Pattern[str]  #: “But in July 2007”, “Last month”
    verb: re.Pattern[str]
    speech: re.Pattern[str]  #: “a 2007 speech that the mayor | gave”
    speaking: re.Pattern[str]  #: how a saying begins that tells to whom it was: “Speaking to the crew, ”
    coming: re.Pattern[str]  #: “On arriving in Belsk on Sunday, the mayor | toured the port.”, before one of those
    announced: re.Pattern[str]  #: “a move announced on Monday by Ida Holm”
    deed: re.Pattern[str]  #: “The mayor | on Friday condemned”, of deeds that are done in words
    opening_deed: re.Pattern[str]  #: “On Friday, the mayor | condemned”
    during_deed: re.Pattern[str]  #: “The mayor | hailed it while she ran in May 2012”
    sent_words: re.Pattern[str]  #: “In May 2012, the mayor, who owns it, | emailed Odom”
    meeting: re.Pattern[str]  #: “The mayor | met with | Odom | at a café in May 2012”
    told_of: re.Pattern[
        str
    ]  #: “a clip of the mayor from 1999, in which she | called it”, “a remark she | made in 2012”


@functools.cache
def occasion_patterns(lexicon: Lexicon) -> OccasionPatterns:
    """The patterns of a language."""
    calendar, grammar = lexicon.calendar, lexicon.grammar
    occasion = rf"(?:{either(calendar.sayings, calendar.occasions)})s?"
    joint = either(calendar.in_occasions)
    thing = rf"(?:(?:{either(grammar.articles, grammar.third_possessives)})\s+)?(?:[\w’'-]+\s+){{0,4}}?"
    prepositions, articles = either(grammar.prepositions), either(grammar.articles)
    events = either(calendar.beside_events)
    names = r"[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*)*"
    listeners = rf"(?:{either(calendar.before_listeners)})\s+(?:(?:{articles})\s+)?[a-z]+(?:\s[a-z]+)?"
    place = rf"(?:\s+(?:(?:{prepositions})\s+(?:(?:{articles})\s+)?{names}|{listeners}))?"
    deeds = either(verb for verb in lexicon.reporting.news.finite if verb.endswith(calendar.past_endings))
    dated = (
        rf"(?:{thing}{DATE}(?:['’]s?)?\s+(?:\w+\s+){{0,2}}?{occasion}{place}"
        rf"|{thing}{occasion}{place}(?:\s+(?:{joint}))?\s+{DATE})"
    )
    whenever = either(grammar.settings - calendar.beside_events, calendar.at_a_time, calendar.throughout)
    clauses = either(grammar.complementizers, grammar.relative_pronouns)
    closing = rf".*\b(?:{joint})\s+{dated}\W*$"  # looked for first, as hardly any sentence closes so
    return OccasionPatterns(
        back_then=re.compile(
            rf"\b(?:{either(calendar.back_then)})\b(?!\s+(?:{either(grammar.genitives)})\b)",
            re.IGNORECASE,
        ),
        at_end=re.compile(rf"\s+(?:{either(calendar.then_in_office)})\W*$"),
        lead=re.compile(
            rf"\W*(?:[A-Z]\w*(?:\s[a-z]+)?,\s+|(?:{either(word.capitalize() for word in grammar.coordinators)})\s+)?"
        ),
        occasion=re.compile(rf"\b{occasion}\b", re.IGNORECASE),
        opening=re.compile(
            rf"\W*(?:[A-Z][a-z]+\s+)?(?i:{joint})\s+{dated}(?:\s+(?:{prepositions})\s[^,;:“”\"]{{1,90}})?,\s+"
            rf"(?P<names>[^,;:“\"]{{1,90}})"
        ),
        closing=re.compile(rf"(?={closing})(?P<names>[^;:“\"]{{1,90}}){closing}", re.DOTALL),
        opening_period=re.compile(
            rf"\W*(?:\w+\s+)?(?:(?:{joint})\s+(?:[\w.]+\s+)?\d{{4}}|(?:{either(calendar.past)})\s+\w+)", re.IGNORECASE
        ),
        verb=re.compile(
            rf"\b(?:{either(grammar.finite_auxiliaries, grammar.modals, grammar.past_forms)}|[a-z]\w+ed)\b"
        ),
        meeting=re.compile(
            rf"\W*(?P<names>[^,;:“\"]{{1,90}}?)\s+(?:{either(calendar.meetings)})\s+"
            rf"(?P<others>(?:(?!\b(?:{events})\b)[^,;:“”\"]){{0,80}}?)\s*\b(?:{joint})\s+{DATE}"
        ),
        told_of=_told_of(lexicon),
        deed=re.compile(rf"\W*(?P<names>[^,;:“\"]{{1,90}}?),?\s+(?:(?:{joint})\s+)?{DATE},?\s+(?:{deeds})\b"),
        during_deed=re.compile(
            rf"\W*(?P<names>[^,;:“\"]{{1,90}}?)\s+(?:{deeds})\b(?:(?!\b(?:{clauses})\b)[^,;:“”\"—–])*\b(?:{whenever})\s"
            rf"[^,;:“”\"]*{DATE}\W*$"
        ),
        sent_words=re.compile(
            rf"\W*(?i:(?:{joint})\s+)?{DATE},\s+(?P<names>[^,;:“\"]{{1,60}}?)(?:,[^;:“”\"]{{1,90}},)?\s+(?:{either(written(lexicon))})\b"
        ),
        opening_deed=re.compile(rf"\W*(?i:(?:{joint})\s+)?{DATE},?\s+(?P<names>[^,;:“\"]{{1,90}}?)\s+(?:{deeds})\b"),
        speaking=re.compile(rf"\W*(?:{either(calendar.askings)})\b", re.IGNORECASE),
        coming=re.compile(rf"\W*(?:[\w’'-]+\s+){{0,6}}?{DATE},?\s+(?P<names>[^,;:“\"]{{1,90}})"),
        announced=re.compile(
            rf"\b(?:{either(calendar.made_public)})\s+{DATE}\s+(?:{either(grammar.passive_agents)})\s+(?P<names>[^,;:.“\"]{{1,80}})"
        ),
        speech=re.compile(
            rf"{DATE}\s+{occasion}\s+(?:(?:{either(grammar.complementizers)})\s+)?(?P<names>[^,;:“\"]{{1,40}})"
        ),
    )


def written(lexicon: Lexicon) -> frozenset[str]:
    """The past forms of verbs by which somebody sends words: “emailed”, “wrote”."""
    return frozenset(verb for verb in lexicon.verbs.sending if not verb.endswith("s"))


def _told_of(lexicon: Lexicon) -> re.Pattern[str]:
    """What keeps words of a time: “a clip from 1999, in which she | called it”, “a remark she | made in May”."""
    calendar, grammar = lexicon.calendar, lexicon.grammar
    record = rf"\b(?:{either(calendar.sayings, calendar.recordings, lexicon.sources.claim_nouns)})s?\b"
    ties = either(grammar.prepositions, calendar.dating)
    return re.compile(
        rf"{record}(?:[^.;:]{{0,80}}?\b(?:{ties}))?\s+{DATE},?\s+"
        rf"(?:(?:{either(calendar.in_occasions)})\s+(?:{either(grammar.relative_pronouns)})|{either(grammar.relative_adverbs)})\s+"
        rf"(?!(?:[\w.’'-]+\s+){{1,3}}?(?:{either(grammar.be_finite)})\b)(?P<names>[^,;:“\"]{{1,60}})"
        rf"|{record}\s+(?:(?:{either(grammar.complementizers)})\s+)?(?P<maker>[^,;:“\"]{{1,60}}?)\s+"
        rf"(?:{either(calendar.delivered)})\b[^;:“”\"]{{0,60}}?\s{DATE}"
    )
