"""What a frame may hold that leaves a report plain, and what it may not: the words of the gate's own reading."""

from __future__ import annotations

import functools
import re
from typing import Final, NamedTuple

from digests.lexicon import Lexicon, either

HELD: Final = "\N{BULLET}"  #: stands in a frame for what is said
_FEW_BETWEEN = r"(?:[\w’'-]+\s+){0,4}?"


class FramePatterns(NamedTuple):
    """What a frame may hold, and what it may not."""

    part: re.Pattern[str]  #: where a part of a sentence ends that has no say in the next
    hedge: re.Pattern[str]  #: an adverb beside a verb, which a line with that verb prints
    passive: re.Pattern[str]  #: a verb group whose subject undergoes what its verb says
    plain: re.Pattern[str]  #: all that may stand between a speaker and their verb
    progressive: re.Pattern[str]  #: what makes a finite verb of one in “-ing”
    leading: re.Pattern[str]  #: a word right before whoever speaks, which leaves them the subject
    unreal: re.Pattern[str]
    deceit: re.Pattern[str]  #: that a saying is not meant, or, up to a verb in “-ing”, what its speaker is charged with
    supposed: re.Pattern[str]  #: right before whoever speaks, or what is said
    aside: re.Pattern[str]  #: the same beside a speaker: “, if asked,”
    imagined: re.Pattern[str]  #: before a verb whose speaker stands behind it: “it might be said by”
    excepted: re.Pattern[str]  #: the same where somebody is left out: “everyone but”
    opposed: re.Pattern[str]  #: a clause of its own, with “but” behind it
    accompanied: re.Pattern[str]  #: a clause, a comma and “with”
    dated: re.Pattern[str]  #: a clause and “when”
    told_within: re.Pattern[str]  #: a speech or a letter, and “in which”
    doubted: re.Pattern[str]  #: what in a clause does not let stand what hangs on it
    inverted: re.Pattern[str]  #: how a sentence begins that supposes something
    denied: re.Pattern[str]
    undone: re.Pattern[str]  #: behind a saying, that it is taken back, or hangs on something
    hanging: re.Pattern[str]  #: right behind a saying, on what it hangs
    untrue: re.Pattern[str]  #: in the sentence behind, that it does not stand
    assured: re.Pattern[str]  #: within words, that all is well
    mishap: re.Pattern[str]  #: what went wrong
    speech: re.Pattern[str]  #: that somebody says so, or that it did not
    second_speaker: re.Pattern[str]  #: within words, where somebody else speaks, counts or judges
    set_back: re.Pattern[str]  #: words in the past, behind which another subject has a verb in the present
    note: re.Pattern[str]
    read_aloud: re.Pattern[str]  #: that somebody gives what another wrote
    foreign: re.Pattern[str]  #: a quotation with its own speaker behind it
    relaying: re.Pattern[str]  #: a cue of somebody whom another quotes
    hearsay: re.Pattern[str]  #: a cue that another may have heard, which a line must print
    agent: re.Pattern[str]  #: between a verb and whoever speaks behind it
    issued: re.Pattern[str]  #: between a speaker and “saying”, that they gave out a document


@functools.cache
def frame_patterns(lexicon: Lexicon) -> FramePatterns:
    """The patterns of a language."""
    grammar, words, hedges = lexicon.grammar, lexicon.frames, lexicon.hedges
    negative = either(hedges.negations, hedges.near_negations, hedges.refusals, hedges.failures, hedges.scarcities)
    asking = words.questions - lexicon.reporting.cleft_openers - grammar.personal_relatives
    conditions = either(hedges.conditions, words.supposing, words.bare_conditions, asking)
    labels = either(lexicon.boilerplate.silent_labels, lexicon.sources.question_labels)
    papers = either(lexicon.claimants.documents, lexicon.deeds.messages)
    owners = either(grammar.third_possessives)
    all_or_none = either(lexicon.cues.everybody, hedges.exhaustive, hedges.negative_pronouns, hedges.noun_negations)
    undone = _undone(lexicon)
    assurances = lexicon.assurances
    mishaps = either(assurances.mishaps)
    return FramePatterns(
        part=re.compile(rf"[,;:.—–?!“”\"\n{HELD}]|\s-\s|--|''|\b(?:{either(grammar.coordinators)})\b"),
        hedge=re.compile(rf"\b(?:{either(lexicon.circumstances.hedging)})\b"),
        passive=re.compile(
            rf"\b(?:{either(grammar.be_finite, grammar.be_other - grammar.be_gerund)})\b"
            r"(?:\s+\w+ly)?\s+(?!\w+ing\b)\w+$"
        ),
        plain=re.compile(_plain(lexicon)),
        progressive=re.compile(rf"\b(?:{either(grammar.be_finite, grammar.be_other, grammar.settings)})\b"),
        leading=re.compile(_leading(lexicon), re.IGNORECASE),
        unreal=re.compile(
            rf"\b(?:{either(words.unreal, lexicon.retractions.unmeant)})\b(?!\s+(?:{either(words.of_trade)})\b)",
            re.IGNORECASE,
        ),
        deceit=re.compile(
            rf"^\W*(?i:{_insincere(lexicon)})"
            rf"|\b(?:{either(grammar.be_finite, words.pleading)})\s[^,;:“”]*\b(?:{either(words.deceptions)})\b[^;:“”]*"
            rf"\b\w+ing$|\b(?:{either(words.deceived)})\b[^;:“”]*(?:,|\s(?:{either(grammar.passive_agents)}))\s\w+ing$"
        ),
        supposed=re.compile(rf"\b(?:{conditions})\b(?:\s+[\w’'-]+){{0,2}}\s*$", re.IGNORECASE),
        aside=re.compile(rf",\s+(?:{either(hedges.conditions, words.bare_conditions)})\b", re.IGNORECASE),
        imagined=re.compile(rf"\b(?:{either(grammar.modals)})\b[^,;.:]*$", re.IGNORECASE),
        excepted=re.compile(rf"\w\s+(?:{either(hedges.exceptions, grammar.coordinators & hedges.negations)})\s+$"),
        opposed=re.compile(
            rf"(?!.*\b(?:{all_or_none})\b)"
            rf".*(?:\b(?:{either(grammar.finite_auxiliaries, grammar.modals, grammar.past_forms)})|\w(?:ed|s))\s.*"
            rf"\s(?:{either(grammar.coordinators & hedges.exceptions)})\s+$",
            re.IGNORECASE | re.DOTALL,
        ),
        accompanied=re.compile(rf"\w\W*,\s+(?:{either(words.accompanying)})\s+$"),
        dated=re.compile(rf"\w\W*\s(?:{either(words.past_times)})\s+$"),
        told_within=re.compile(
            rf"\b(?:{either(lexicon.calendar.sayings & lexicon.circumstances.occasions)})\b[^,;:]*,?\s"
            rf"(?:{either(words.told_within)})\s+$"
        ),
        doubted=re.compile(
            rf"\b(?:{either(hedges.conditions, grammar.modals, words.supposing, words.unproven)}"
            rf"|{either(lexicon.retractions.misspeaking, lexicon.retractions.rulings)})\b"
            rf"|^\W*(?:{either(grammar.neuter_pronouns, grammar.demonstratives)})\s",
            re.IGNORECASE,
        ),
        inverted=re.compile(rf"\W*(?:{either(words.inverted_conditions)})\b", re.IGNORECASE),
        denied=re.compile(rf"\b(?:{negative})\b|(?:{either(hedges.negative_endings)})\b", re.IGNORECASE),
        undone=re.compile(
            rf"{undone}|\b(?:{either(lexicon.retractions.taking_back, lexicon.retractions.unmeant)})\b"
            rf"(?!\s+(?:{either(lexicon.retractions.left_behind)})\b)"
            rf"(?!\s+(?:\w+\s+){{0,2}}(?:{either(lexicon.retractions.withdrawn_things)})\b)",
            re.IGNORECASE,
        ),
        read_aloud=re.compile(
            rf"\b(?:{either(lexicon.verbs.reading_aloud)})\b[^,.:;]*?(?:\w[’']s?\s+(?:\w+\s+)?(?:{papers})\b"
            rf"|\b(?:{papers})\s+(?:{either(lexicon.deeds.senders, lexicon.sources.owners)})\s(?!(?:{owners})\s))",
            re.IGNORECASE,
        ),
        hanging=re.compile(
            rf"[\s,;–—-]*(?:(?:(?:{either(grammar.coordinators & hedges.exceptions)})\s+)?"
            rf"(?:{either(words.conditions)})\b"
            rf"|(?:[\w’'-]+\s+){{1,3}}(?:{either(words.permitting)})(?=[\s.]*$))",
            re.IGNORECASE,
        ),
        untrue=re.compile(rf"{_untrue(lexicon)}|{undone}|{_counted_anew(lexicon)}", re.IGNORECASE),
        assured=re.compile(
            rf"\b(?:{either(assurances.assuring)})\b|\b(?:{negative})\s+{_FEW_BETWEEN}(?:{mishaps})\b", re.IGNORECASE
        ),
        mishap=re.compile(rf"\b(?:{mishaps})\b", re.IGNORECASE),
        speech=re.compile(
            rf"\b(?:{either(lexicon.verbs.saying, lexicon.reporting.according, grammar.modals)}|{negative})\b"
            rf"|(?:{either(hedges.negative_endings)})\b",
            re.IGNORECASE,
        ),
        second_speaker=re.compile(
            rf"(?:;|,\s+(?:{either(lexicon.narration.narrating_joints, grammar.settings, hedges.concessions)}))\s+"
            rf"(?:[\w’'.-]+\s+){{1,6}}?(?:{either(lexicon.reporting.judging)})\b(?!\s+(?:{either(lexicon.reporting.no_judgement)})\b)"
            rf"|,\s+(?:(?:[\w’'.-]+\s+){{0,3}}?(?:[A-Z]\w*|[a-z]+s)|(?:{either(grammar.articles)})(?:\s+[\w’'.-]+){{1,4}}?)"
            rf"\s+(?:{either(lexicon.reporting.plain.finite)})"
            rf"(?:\s+(?:{either(lexicon.calendar.on_dates)})\s+[\w. ]{{1,18}})?,\s+(?:{either(grammar.coordinators)})\s"
        ),
        set_back=_set_back(lexicon),
        note=re.compile(rf"(?:{either(lexicon.boilerplate.notes)})\b|(?:{labels})\s*[:|]", re.IGNORECASE),
        foreign=re.compile(
            rf"^“[^”]*”,?\s+(?:(?:{either(lexicon.verbs.inverted)})\s+(?:[a-z]+\s+){{0,2}}[A-Z]"
            rf"|(?:[A-Z][\w.’'-]+\s+){{1,4}}(?:{either(lexicon.verbs.inverted)})\b.*“)"
        ),
        relaying=re.compile(rf"\b(?:{either(lexicon.verbs.relayed)})\b"),
        hearsay=re.compile(rf"\b(?:{either(lexicon.verbs.reported_to)})\b"),
        issued=re.compile(
            rf"[\s,]*(?:{either(lexicon.verbs.issuing, lexicon.verbs.sending)})\s+"
            rf"(?:(?:{either(grammar.articles)})\s+)?(?:[\w’'-]+\s+){{0,3}}?(?:{papers})s?\s+"
            rf"(?:(?:{either(grammar.infinitive_markers)})\s|(?i:{_times(lexicon)}|{either(lexicon.circumstances.places)})\b)?[^,;:]*"
        ),
        agent=re.compile(rf"[\s,]*(?:(?:{either(lexicon.sources.agents, grammar.infinitive_markers)})\s+)?"),
    )


def _undone(lexicon: Lexicon) -> str:
    """That a saying is withdrawn, or is not so: “took the post back”, “the claim was later found to be false”."""
    words, grammar = lexicon.retractions, lexicon.grammar
    things = words.ruled_things - grammar.demonstratives - grammar.neuter_pronouns
    helping = either(grammar.finite_auxiliaries, words.proving)
    return (
        rf"\b(?:{either(words.taken_back_later, words.misspeaking)}"
        rf"|(?:{either(words.accounts, grammar.third_subjects)})\s+{_FEW_BETWEEN}(?:{either(words.broken_into)})"
        rf"|(?:{either(words.withdrawing)})\s+(?:\w+\s+)?(?:{either(words.ruled_things)})"
        rf"|(?:{either(things)})\s+(?:{helping})\s+{_FEW_BETWEEN}(?:{either(words.rulings, words.withdrawing)})"
        rf"|(?:{either(words.settled)})\s+(?:{either(words.numbers_told)})"
        rf"|(?:{either(lexicon.calendar.units, lexicon.calendar.plural_units)})\s+"
        rf"(?:{either(words.before_revising)})\s+(?:{either(grammar.neuter_pronouns)})\s+(?:\w+ed|{either(grammar.past_forms)}))\b"
    )


def _untrue(lexicon: Lexicon) -> str:
    """How a sentence begins that does not let the one before stand: “In fact”, “Wrong: ”, “That proved false”."""
    words, grammar = lexicon.retractions, lexicon.grammar
    subjects = either(grammar.demonstratives, grammar.third_subjects)
    openers = rf"(?:(?:{either(words.ruling_openers, grammar.coordinators)}),?\s+)?"
    return (
        rf"^\W*(?:(?:{either(words.contradicting)})\b|(?:{either(words.verdicts, words.rulings)})\s*[.:!]"
        rf"|{openers}(?:{subjects})\s+(?:\w+\s+)?(?:{either(grammar.finite_auxiliaries, words.proving)})\s+"
        rf"{_FEW_BETWEEN}(?:{either(words.rulings)})\b(?!\s+(?:{either(grammar.prepositions)})\b))"
        rf"(?!.*\b(?:{either(lexicon.reporting.plain.finite)})\b)"
    )


def _counted_anew(lexicon: Lexicon) -> str:
    """A short sentence that only counts what was said before it, or misses it: “The ledger lists 96.”."""
    words, hedges, helping = lexicon.counterfacts, lexicon.hedges, either(lexicon.grammar.have_finite)
    return (
        rf"^(?:[\w’'-]+\s+){{1,6}}?(?:{either(words.finding)}|(?:{helping})\s+\w+)\s+(?:(?:{either(hedges.restrictions)})\s+)?\d[\d,.]*\.\s*$"
        rf"|^(?:[\w’'-]+\s+){{1,5}}?(?:{either(words.missing)})\s+(?:{either(hedges.noun_negations)})\s+(?:{either(words.absences)})\b"
    )


def _set_back(lexicon: Lexicon) -> re.Pattern[str]:
    """What “said” sets back, with what only a narrator tells: “the brakes were bad, and the firm has replaced them”."""
    grammar, words = lexicon.grammar, lexicon.narration
    present = either(words.present_auxiliaries)
    past = either(words.undergoing, words.before_past, lexicon.calendar.past_ahead)
    joint = either(grammar.coordinators & words.narrating_joints)
    return re.compile(
        rf"(?!.*\b(?:{present})\b.*,)[^“”]*\b(?:{past})\b[^“”]*,\s+(?:{joint})\s+"
        rf"(?:{either(grammar.articles, grammar.third_subjects)})\s(?:[\w’'-]+\s+)?(?:{present})\b"
    )


def _insincere(lexicon: Lexicon) -> str:
    """How a sentence begins whose saying is not meant: “Bluffing,”, “In what they call a lie,”, “To dupe buyers,”."""
    words, infinitive = lexicon.frames, either(lexicon.grammar.infinitive_markers)
    return (
        rf"(?=\w+ing\s)(?:{either(words.deceptions)})\s[^,:;“”]*,\s|(?:{either(words.insincere)})(?:,|\s(?:{infinitive}|{either(lexicon.clauses.topics)})\s)"
        rf"|\w+\s+(?:{either(lexicon.grammar.free_relatives)})\s[^,]*\s(?:{either(words.untruths)})\b"
        rf"|(?:(?:{either(words.purposes)})\s+)?(?:{infinitive})\s+(?:\w+ly\s+)?(?:{either(words.deceiving)})\s"
    )


def _times(lexicon: Lexicon) -> str:
    calendar = lexicon.calendar
    names = (*calendar.weekdays, *calendar.months, *calendar.weekday_shorts, *calendar.month_shorts)
    return rf"{either(calendar.days, calendar.times_of_day)}|(?-i:{either(name.capitalize() for name in names)})\.?"


def _plain(lexicon: Lexicon) -> str:
    """Auxiliaries, adverbs, times and occasions, each of them known; no infinitive and no modal."""
    grammar, words, hedges = lexicon.grammar, lexicon.circumstances, lexicon.hedges
    helping = either(grammar.have_finite, grammar.be_finite, grammar.be_other - grammar.be_base)
    small_words = either(
        words.adverbs, lexicon.reporting.subject_relatives, words.places - grammar.infinitive_markers, words.occasions,
        grammar.possessives, words.particles,
    )  # fmt: skip
    doubtful = either(hedges.bounds, hedges.near_negations, hedges.hedges, words.hedging)
    return (
        rf"[\s,.]*(?:(?:{either(grammar.settings)})\s+(?=\s*$))?(?:(?:(?i:{either(words.relays)}|{helping}|{small_words}|{_times(lexicon)}|{either(grammar.reflexives)})\b"
        rf"|(?!(?:{doubtful})\b)\w+ly\b|\d+\b|[A-Z][\w’'.-]*)[\s,.]*)*"
    )


def _leading(lexicon: Lexicon) -> str:
    grammar, words, persons = lexicon.grammar, lexicon.circumstances, lexicon.persons
    roles = either(lexicon.claimants.persons, persons.titles.keys(), persons.occupations)
    openings = either(
        grammar.coordinators, grammar.settings, grammar.reasons, grammar.doubtful_reasons, words.openers,
        words.adverbs, words.occasions, lexicon.frames.conceding, lexicon.frames.factive,
        lexicon.reporting.cleft_openers, lexicon.hedges.concessions,
    )  # fmt: skip
    return rf"{openings}|{_times(lexicon)}|{roles}|\d+(?:[:.]\d{{2}})?(?:[ap]\.?m\.?)?"
