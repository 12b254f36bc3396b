"""What may stand beside a verb of saying, each part as a pattern that takes it from where it is put."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.reporting.patterns.phrases import CAPITAL, phrase_of

_ASIDE_END = r"(?:,|—|–|[“\"][^“”\";?!]{1,80},[”\"]|(?<=\s)--?)(?=\s)"


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


def _issued(lexicon: Lexicon) -> str:
    """A verb with a document of its subject's, and when, where or to whom it went out."""
    verbs, nouns = lexicon.verbs, lexicon.claimants.documents | lexicon.deeds.messages
    articles, adverbs = either(lexicon.grammar.articles), either(lexicon.circumstances.adverbs)
    to_whom = rf"\s+(?:{either(lexicon.grammar.infinitive_markers)})\s+[\w’'-]+(?:\s+[\w’'-]+){{0,3}}?"
    return (
        rf"[\s,]*(?:(?:{adverbs})\s+)?(?:{either(verbs.issuing, verbs.sending)})\s+(?:(?:{articles})\s+)?"
        rf"(?:[\w’'-]+\s+){{0,3}}?(?:{either(nouns)})s?(?:,?\s+{phrase_of(lexicon)}|{to_whom})*\s+"
    )


def _taking_to(lexicon: Lexicon) -> str:
    """Up to an infinitive, by what means somebody spoke: “took to Facebook to”."""
    means, marker = either(lexicon.circumstances.occasions), either(lexicon.grammar.infinitive_markers)
    taking = either(lexicon.circumstances.taking)
    return rf"(?:{taking})\s+{marker}\s+(?:(?:{means}|(?-i:[A-Z])\w+)\s+){{1,3}}{marker}\b"


@functools.cache
def verb_parts(lexicon: Lexicon) -> VerbParts:
    """What may stand beside a verb of saying in a language."""
    words, grammar = lexicon.circumstances, lexicon.grammar
    asides = either(lexicon.narration.asides, grammar.articles, grammar.possessives, lexicon.claimants.persons)
    audiences = rf"(?:{either(words.audiences, grammar.articles, grammar.possessives)})(?:['’]s?)?\b"
    inner = rf"(?:{either(words.places_of_audience)})"
    phrase, adverbs = phrase_of(lexicon), either(words.adverbs)
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
            rf"(?=(?:{asides}|\w+ing)\b|{CAPITAL}|\d)(?:[^;?!“”\"]|{short_quotation}){{1,260}}?{_ASIDE_END}"
            rf"|\s+(?:{inner}|{either(lexicon.frames.accompanying)})\s+(?:(?:{CAPITAL}|{either(grammar.articles)}|{inner})\s*)+"
        ),
        occasion=re.compile(
            rf",\s+(?P<words>(?:{either(words.stage_prepositions, lexicon.calendar.beside_events)})"
            r"\s[^,;?!“”\"]{1,120}),(?=\s)"
        ),
        busy=re.compile(rf",\s+(?:{adverbs})\s+\w+ing\b[^,;?!“”\"]{{1,120}},(?=\s)"),
        having=re.compile(rf",?\s+(?:{either(grammar.have_finite)})\b"),
        having_done=re.compile(rf"\s+(?:{either(grammar.have_present)})\s(?!(?:{either(grammar.be_other)})\b)"),
        progressive=re.compile(rf",?\s+(?:{either(grammar.be_finite)})\b"),
        relay=re.compile(rf"\s+(?:{either(words.relays)})\b|\s+{_taking_to(lexicon)}", re.IGNORECASE),
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
            rf"(?:\s+(?:{either(words.addressing)}))?(?:,?\s+(?:{audiences}|{CAPITAL}|{inner}(?=\s)))+(?=[\s,:]|$)"
        ),
        loose_audience=re.compile(r"\s+[^;?!]{1,160}?[,:]\s*$", re.DOTALL),
        opening=re.compile(rf"[\s,:;“”\"'‘’—–-]*(?:(?:{complementizers})\b[\s,“\"]*)?$"),
    )
