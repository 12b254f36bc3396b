"""What the parts of plain reporting look like, each as a pattern that takes one part from where it is put."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either


class Openers(NamedTuple):
    """What may stand between a sentence's start and its source."""

    plain: tuple[re.Pattern[str], ...]  #: marks, datelines, adverbs, and phrases of which every word is known
    fronted: re.Pattern[str]  #: a phrase of circumstance with its comma
    before_and: re.Pattern[str]  #: a clause without a mark, with “and” behind it
    before_but: re.Pattern[str]  #: a clause with “but” behind it
    tells: re.Pattern[str]  #: in such a clause, that the other may be told in it: “that”, “said”
    embeds: re.Pattern[str]  #: in such a clause, that it may reach over the “and”: “that”, “said”
    before_joint: re.Pattern[str]  #: a clause with the conjunction behind it
    before_reason: re.Pattern[str]  #: the same, where the report is of its time or reason
    before_colon: re.Pattern[str]
    concession: re.Pattern[str]
    question: re.Pattern[str]  #: fronted words that may hold a question without being one
    conditional: re.Pattern[str]
    hearsay: re.Pattern[str]  #: at a sentence's start, that somebody else tells of a saying
    sources: re.Pattern[str]  #: the same anywhere
    main_verb: re.Pattern[str]  #: behind a comma, the verb of a sentence whose first one is a participle
    passive: re.Pattern[str]  #: behind a participle, that others say it: “reported to have”
    supposed: re.Pattern[str]  #: before a colon, that nobody has said what follows


class VerbParts(NamedTuple):
    """What may stand between a source and its verb, and between the verb and what is said."""

    adverbials: tuple[re.Pattern[str], ...]  #: adverbs, times and occasions
    aside: re.Pattern[str]  #: what describes a source, between commas or in brackets
    occasion: re.Pattern[str]  #: between commas, when and where a source speaks: “, at a briefing in Larn,”
    busy: re.Pattern[str]  #: between commas, what a source does meanwhile: “, also campaigning in Bern,”
    having: re.Pattern[str]
    having_done: re.Pattern[str]  #: the same of what a source has done by now, and has not undergone
    progressive: re.Pattern[str]
    relay: re.Pattern[str]
    hedging: re.Pattern[str]
    relative: re.Pattern[str]
    coordinate: re.Pattern[str]  #: a first verb with all it takes, up to the conjunction before the verb of saying
    contrasted: re.Pattern[str]  #: the same up to “but”, which leaves the second verb affirmative
    own_auxiliary: re.Pattern[str]  #: the same up to an auxiliary of the second verb's own: “… and has”
    participial: re.Pattern[str]  #: a main clause, up to the comma before “saying”
    issued: re.Pattern[str]  #: that a source gave out a document, which says what it says: “issued a statement”
    adverb_last: re.Pattern[str]
    occasion_last: re.Pattern[str]  #: behind a conjunction at the end, when and where: “but in a statement”
    denied_thing: re.Pattern[str]  #: a first verb that denies a thing, with its object: “denied the charges and”
    new_part: re.Pattern[str]  #: at the end, what parts a later verb from what the first one takes: “, and”
    apart: re.Pattern[str]  #: behind a later verb, that it can only be the source's
    first_content: re.Pattern[str]  #: where what a first verb takes begins: “that”, a quotation
    particle: re.Pattern[str]
    audience: re.Pattern[str]
    loose_audience: re.Pattern[str]  #: before a quotation, which no verb can take away
    opening: re.Pattern[str]  #: what opens the content


class Checks(NamedTuple):
    """What no part of plain reporting may hold."""

    passed_on: re.Pattern[str]  #: somebody else's message at the end: “a letter from Price,”
    undone: re.Pattern[str]  #: negations, conditions and modals
    supposed: re.Pattern[str]  #: conditions, and modals that affirm: “would go”, but not “would not go”
    helped: re.Pattern[str]  #: auxiliaries that a second verb may belong to
    negative: re.Pattern[str]
    nobody: re.Pattern[str]  #: at the start of a source, that there is none
    unreal: re.Pattern[str]
    unproven: re.Pattern[str]
    note: re.Pattern[str]
    subordinate: re.Pattern[str]  #: right before a source, that its saying is but a condition: “Once X says”
    time_clause: re.Pattern[str]  #: the same, that it only tells when something was: “At the moment X announced”
    going_on: re.Pattern[str]  #: behind a clause, what begins another that takes nothing of it back


_ASIDE_END = r"(?:,|—|–|[“\"][^“”\";?!]{1,80},[”\"]|(?<=\s)--?)(?=\s)"
WORD = re.compile(r"[\w’'-]+")
_CAPITAL = r"(?:[A-Z“‘\"'#@$]|\d)[\w’'.&$%#@-]*[”’\"']?"


def _times(lexicon: Lexicon) -> str:
    calendar = lexicon.calendar
    names = [name.capitalize() for name in (*calendar.weekdays, *calendar.months)]
    shorts = [short.capitalize() for short in (*calendar.weekday_shorts, *calendar.month_shorts)]
    return rf"(?:{either(names)}|(?:{either(shorts)})\b\.?)(?:\s+\d{{1,2}}(?:[a-z]{{2}})?\b)?(?:,?\s+\d{{4}}\b)?"


def _phrase(lexicon: Lexicon) -> str:
    """A phrase of time or place of which every word is known, or a name."""
    words = lexicon.circumstances
    small = either(words.places, words.occasions, lexicon.grammar.articles, lexicon.grammar.possessives)
    word = rf"(?:(?:{small})(?:['’]s)?\b|{_times(lexicon)}|{_CAPITAL}|[ap]\.m\.)"
    no_clause = rf"(?<!\b(?i:{either(lexicon.grammar.complementizers)}))"  # “the report that” opens none
    return rf"(?:(?i:{either(words.places)})\b(?:,?\s+{word})+|{_times(lexicon)}\b(?:,?\s+{word})*){no_clause}"


@functools.cache
def openers(lexicon: Lexicon) -> Openers:
    """What may open a plain report in a language."""
    words, grammar, hedges = lexicon.frames, lexicon.grammar, lexicon.hedges
    reasons = either(grammar.doubtful_reasons, words.factive)
    joints = either(grammar.coordinators, grammar.settings, grammar.reasons, hedges.concessions)
    phrase, settings = _phrase(lexicon), either(lexicon.circumstances.settings)
    units = either(lexicon.calendar.units, lexicon.calendar.plural_units)
    after_time = either(grammar.settings & lexicon.calendar.beside_events)
    return Openers(
        plain=(
            re.compile(r"[\s“”\"'‘’(\[•*·–—-]+|\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s+"),
            re.compile(rf"(?:{_CAPITAL},?\s+){{1,6}}(?:\([^)]{{1,30}}\)\s*)?(?:—|–|--?)\s"),
            re.compile(
                rf"(?:{either(lexicon.circumstances.openers, lexicon.circumstances.adverbs)})\b,?", re.IGNORECASE
            ),
            re.compile(rf"{phrase}(?:,|(?=\s+$))"),
            re.compile(rf"{phrase},?"),
        ),
        before_and=re.compile(r"(?P<words>[^?!,;:“”\"()—–]*\w)\s+and\s+$"),
        before_but=re.compile(
            rf"(?P<words>[^?!;:()—–]*[\w”\"’%])\s+(?:{either(grammar.coordinators & hedges.exceptions)})\s+$"
        ),
        tells=re.compile(
            rf"\b(?:(?P<joint>{either(grammar.complementizers, words.questions)})"
            rf"|{either(lexicon.reporting.plain.finite)})\b"
        ),
        embeds=re.compile(
            rf"\b(?:{either(grammar.complementizers, lexicon.reporting.reporting.finite, words.questions)})\b"
        ),
        fronted=re.compile(
            rf"(?:{settings}|\w+ing|(?:\w+\s+){{0,3}}(?:ago|(?:{units})\s+(?:{after_time})))\b[^;?!]*,[”\"’]?\s*$",
            re.IGNORECASE | re.DOTALL,
        ),
        before_joint=re.compile(rf"[^?!]*[\w”\"’)](?:[,;.][”\"’]?|\s*[—–]|\s-)\s*(?:{joints}|{reasons})\s+", re.DOTALL),
        before_reason=re.compile(rf"[^?!]*\w\s+(?:{reasons})\s+$"),
        before_colon=re.compile(r"[^?!]{2,}(?:[;:]|\s[–—-])\s+$"),
        concession=re.compile(
            rf"(?:{either(hedges.concessions, grammar.doubtful_reasons, words.conceding)})\s+$", re.IGNORECASE
        ),
        question=re.compile(rf"\s*(?:{either(words.question_openers)})\b", re.IGNORECASE),
        conditional=re.compile(
            rf"\b(?:{either(hedges.conditions)})\b|^\W*(?:{either(words.inverted_conditions)})\b"
            rf"|(?:^|[,;:—–])\W*(?:(?:{either(grammar.coordinators)})\s+)?(?:{either(words.supposing)})\b",
            re.IGNORECASE,
        ),
        hearsay=re.compile(rf"\W*(?:{either(lexicon.reporting.according)})\b", re.IGNORECASE),
        sources=re.compile(rf"\b(?:{either(lexicon.reporting.according)})\b"),
        main_verb=re.compile(
            rf"^[^,“”]*,\s+(?:{either(grammar.past_forms, grammar.do_finite)}|[a-z]{{2,}}ed)\s+"
            rf"(?!(?:{either(grammar.passive_agents, grammar.complementizers)})\b)"
        ),
        passive=re.compile(
            rf"\s+(?:{either(grammar.infinitive_markers)})\s+(?:{either(grammar.be_other, grammar.have_finite)})\b"
        ),
        supposed=re.compile(rf"\b(?:{either(hedges.hedging_modals)})\s+[^.;]*:$", re.IGNORECASE),
    )


def _issued(lexicon: Lexicon) -> str:
    """A verb with a document of its subject's, and when, where or to whom it went out."""
    verbs, nouns = lexicon.verbs, lexicon.claimants.documents | lexicon.deeds.messages
    articles, adverbs = either(lexicon.grammar.articles), either(lexicon.circumstances.adverbs)
    to_whom = rf"\s+(?:{either(lexicon.grammar.infinitive_markers)})\s+[\w’'-]+(?:\s+[\w’'-]+){{0,3}}?"
    return (
        rf"[\s,]*(?:(?:{adverbs})\s+)?(?:{either(verbs.issuing, verbs.sending)})\s+(?:{articles})\s+"
        rf"(?:[\w’'-]+\s+){{0,3}}?(?:{either(nouns)})(?:,?\s+{_phrase(lexicon)}|{to_whom})*\s+"
    )


@functools.cache
def verb_parts(lexicon: Lexicon) -> VerbParts:
    """What may stand beside a verb of saying in a language."""
    words, grammar = lexicon.circumstances, lexicon.grammar
    asides = either(lexicon.narration.asides, grammar.articles, grammar.possessives, lexicon.claimants.persons)
    audiences = rf"(?:{either(words.audiences, grammar.articles, grammar.possessives)})(?:['’]s?)?\b"
    inner = rf"(?:{either(words.places_of_audience)})"
    phrase, adverbs = _phrase(lexicon), either(words.adverbs)
    short_quotation = r"[“\"][^“”\";?!]{1,80}[”\"]"
    complementizers = either(grammar.complementizers)
    joining, contrasting = (
        either(lexicon.descriptions.joining),
        either(grammar.coordinators & lexicon.hedges.exceptions),
    )
    return VerbParts(
        adverbials=(re.compile(rf",?\s+(?:{adverbs})\b,?", re.IGNORECASE), re.compile(rf",?\s+{phrase},?")),
        aside=re.compile(
            rf"\s*,?\s*\([^)]{{1,80}}\)"
            rf"|\s*(?:,|—|–|(?<=\s)--?(?=\s))\s*(?!(?:{either(lexicon.frames.role_openings)})\b)"
            rf"(?=(?:{asides}|\w+ing)\b|{_CAPITAL}|\d)(?:[^;?!“”\"]|{short_quotation}){{1,260}}?{_ASIDE_END}"
            rf"|\s+(?:{inner}|with)\s+(?:(?:{_CAPITAL}|{either(grammar.articles)}|{inner})\s*)+"
        ),
        occasion=re.compile(
            rf",\s+(?P<words>(?:{either(words.stage_prepositions, lexicon.calendar.beside_events)})"
            r"\s[^,;?!“”\"]{1,120}),(?=\s)"
        ),
        busy=re.compile(rf",\s+(?:{adverbs})\s+\w+ing\b[^,;?!“”\"]{{1,120}},(?=\s)"),
        having=re.compile(rf",?\s+(?:{either(grammar.have_finite)})\b"),
        having_done=re.compile(rf"\s+(?:{either(grammar.have_present)})\s(?!(?:{either(grammar.be_other)})\b)"),
        progressive=re.compile(rf",?\s+(?:{either(grammar.be_finite)})\b"),
        relay=re.compile(rf"\s+(?:{either(words.relays)})\b", re.IGNORECASE),
        hedging=re.compile(rf"\s+(?:{either(words.hedging)})\b", re.IGNORECASE),
        relative=re.compile(rf",?\s+(?:{either(lexicon.reporting.subject_relatives)})\b"),
        coordinate=re.compile(rf"[^;?!]*?\s+(?:{joining})\s", re.DOTALL),
        contrasted=re.compile(rf"[^;?!]*?,?\s+(?:{contrasting})\s", re.DOTALL),
        own_auxiliary=re.compile(
            rf"(?P<first>[^;?!]*?),?\s+(?:{joining}|{contrasting})\s+"
            rf"(?P<auxiliary>{either(grammar.have_present)})\s(?:(?:{adverbs})\s)?",
            re.DOTALL,
        ),
        participial=re.compile(rf"[^;?!]*[,—–”\"]\s*(?:(?:{either(lexicon.frames.conceding)})\s+)?", re.DOTALL),
        issued=re.compile(_issued(lexicon)),
        adverb_last=re.compile(rf"\s(?:{adverbs})$"),
        occasion_last=re.compile(rf"(?<=\s)(?P<joint>{joining}|{contrasting}),?\s+{phrase},?$"),
        denied_thing=re.compile(
            rf"\s+(?:(?:{either(grammar.have_present)})\s+)?(?:(?:{adverbs})\s+)?"
            rf"(?:{either(lexicon.reporting.denying.finite, lexicon.reporting.disputing.finite)})\s+"
            rf"(?P<thing>(?:{either(grammar.demonstratives, grammar.neuter_pronouns - grammar.possessives)})"
            rf"|(?:{either(grammar.articles, grammar.third_possessives, lexicon.hedges.exhaustive)})"
            rf"(?:\s+[\w’'-]+){{1,4}}?),?\s+(?:{joining})\s"
        ),
        new_part=re.compile(rf",[”\"’]?\s+(?:{joining})\s$"),
        apart=re.compile(rf"(?:,?\s+{phrase})?[\s,]*(?:[“\"]|(?:{complementizers})\b)"),
        first_content=re.compile(rf"[\s,](?:[“\"]|(?:{complementizers})\b)"),
        particle=re.compile(rf"\s+(?:{either(words.particles)})\b"),
        audience=re.compile(
            rf"(?:\s+(?:{either(words.addressing)}))?(?:,?\s+(?:{audiences}|{_CAPITAL}|{inner}(?=\s)))+(?=[\s,:]|$)"
        ),
        loose_audience=re.compile(r"\s+[^;?!]{1,160}?[,:]\s*$", re.DOTALL),
        opening=re.compile(rf"[\s,:;“”\"'‘’—–-]*(?:(?:{complementizers})\b[\s,“\"]*)?$"),
    )


@functools.cache
def checks(lexicon: Lexicon) -> Checks:
    """What makes a report none in a language."""
    words, hedges, grammar = lexicon.frames, lexicon.hedges, lexicon.grammar
    negative = either(
        hedges.negations,
        hedges.near_negations,
        hedges.refusals,
        hedges.failures,
        hedges.scarcities,
        hedges.restrictions,
    )
    ending = either(hedges.negative_endings)
    months = either(month.capitalize() for month in lexicon.calendar.months)  # “in May” supposes nothing
    no_fact = either(words.inverted_conditions, grammar.do_finite, hedges.conditions)
    return Checks(
        passed_on=re.compile(
            rf"\b(?:{either(lexicon.claimants.documents, lexicon.deeds.messages)})"
            rf"\s+(?:{either(lexicon.deeds.senders)})\s+[^,;]*,\s*$"
        ),
        undone=re.compile(
            rf"\b(?!(?-i:{months})\b)(?:{negative}|{either(hedges.conditions, grammar.modals)})\b|(?:{ending})\b",
            re.IGNORECASE,
        ),
        supposed=re.compile(
            rf"\b(?:{either(hedges.conditions)})\b"
            rf"|\b(?:{either(grammar.modals)})\b(?!['’]t|\s+(?:\w+ly\s+)?(?:{either(hedges.negations)})\b)",
            re.IGNORECASE,
        ),
        helped=re.compile(rf"\b(?:{either(grammar.have_finite, grammar.do_finite)})\b"),
        negative=re.compile(rf"\b(?:{negative})\b|(?:{ending})\b", re.IGNORECASE),
        nobody=re.compile(
            rf"\W*(?:(?:{either(grammar.coordinators, lexicon.circumstances.focusing)})\s+)?(?:{negative}|{no_fact})\b",
            re.IGNORECASE,
        ),
        unreal=re.compile(rf"\b(?:{either(words.unreal)})\b", re.IGNORECASE),
        unproven=re.compile(rf"\b(?:{either(words.unproven)})\b", re.IGNORECASE),
        note=re.compile(rf"\b(?:{either(lexicon.boilerplate.notes)})\b", re.IGNORECASE),
        subordinate=re.compile(rf"^\W*(?:{either(words.bare_conditions)})\s+$", re.IGNORECASE),
        time_clause=re.compile(rf"\W*(?:{either(lexicon.frames.time_clauses)})\s", re.IGNORECASE),
        going_on=re.compile(rf",?\s+(?:{either(grammar.settings, grammar.doubtful_reasons, grammar.continuing)})\s"),
    )
