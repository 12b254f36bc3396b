"""What the words of a printed line are looked at for: pronouns, pointers, openings, times."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either

_EARLY = 30  #: characters of a quotation within which “it” leaves open what it means


class WordPatterns(NamedTuple):
    """Patterns of a line's words, each found or counted."""

    pronoun: re.Pattern[str]
    speaking: re.Pattern[str]
    pointing: re.Pattern[str]
    definite: re.Pattern[str]
    name: re.Pattern[str]
    tied: re.Pattern[str]  #: a word at the start that ties a line to what stood before it
    hanging: re.Pattern[str]  #: a preposition or a question at the start, which begins no statement
    person: re.Pattern[str]  #: “he” or “she”
    demonstrative: re.Pattern[str]
    comparing: re.Pattern[str]
    open: re.Pattern[str]  #: “might”, “would”
    others: re.Pattern[str]  #: “others”, “one”, which are told from something said before
    vague: re.Pattern[str]  #: “thing”, “way”
    time: re.Pattern[str]  #: “then”, “that day”
    thing: re.Pattern[str]  #: “it” in any form
    past: re.Pattern[str]  #: “was”
    day: re.Pattern[str]  #: a weekday
    single_speaker: re.Pattern[str]  #: “I”, “my”
    listener: re.Pattern[str]  #: “you”
    early_thing: re.Pattern[str]  #: “it” near the start of somebody's own words, and no name before it
    part: re.Pattern[str]  #: “of them”, “of which”
    opening_part: re.Pattern[str]  #: “One of them”, “All of which”, “Most of that”
    bare_claimant: re.Pattern[str]  #: “The department”, “The second letter”


@functools.cache
def word_patterns(lexicon: Lexicon) -> WordPatterns:
    """The patterns of a language."""
    grammar = lexicon.grammar
    third = either(grammar.third_subjects, grammar.third_possessives, grammar.object_pronouns - grammar.first_person)
    speaking = either(
        grammar.speaking_subjects, grammar.speaking_possessives, grammar.object_pronouns & grammar.first_person
    )
    pointing = either(
        grammar.demonstratives - grammar.complementizers, grammar.existentials,
        lexicon.lines.pointing_back - grammar.coordinators,
    )  # fmt: skip
    definite = either(grammar.articles - grammar.indefinite_articles)
    ties = either(grammar.coordinators, lexicon.lines.leads, lexicon.pointing.ties)
    hanging = either(
        grammar.prepositions, grammar.infinitive_markers, grammar.relative_adverbs, grammar.question_adverbs
    )
    parts = (grammar.object_pronouns & grammar.plural_forms) | grammar.hanging_relatives | grammar.plural_demonstratives
    return WordPatterns(
        pronoun=re.compile(rf"\b(?:{third})\b", re.IGNORECASE),
        speaking=re.compile(rf"\b(?:{speaking})\b"),
        pointing=re.compile(rf"\b(?:{pointing})\b", re.IGNORECASE),
        definite=re.compile(rf"\b(?:{definite})\s+(?=[a-z])", re.IGNORECASE),
        name=re.compile(r"(?<=\w )[A-Z]\w+"),
        tied=re.compile(rf"(?:{ties})\b", re.IGNORECASE),
        hanging=re.compile(rf"(?:{hanging})\b"),
        person=re.compile(rf"\b(?:{either(grammar.genders)})\b"),
        demonstrative=re.compile(rf"(?:{either(grammar.demonstratives)})\b", re.IGNORECASE),
        comparing=re.compile(rf"\b(?:{either(lexicon.pointing.comparing)})\b"),
        open=re.compile(rf"\b(?:{either(lexicon.hedges.hedging_modals)})\b"),
        others=re.compile(rf"\b(?:{either(lexicon.pointing.others)})\b", re.IGNORECASE),
        vague=re.compile(rf"\b(?:{either(lexicon.pointing.vague)})\b", re.IGNORECASE),
        time=re.compile(rf"\b(?:{either(lexicon.pointing.times)})\b", re.IGNORECASE),
        thing=re.compile(rf"\b(?:{either(grammar.neuter_pronouns)})\b", re.IGNORECASE),
        past=re.compile(rf"\b(?:{either(lexicon.pointing.past)})\b"),
        single_speaker=re.compile(rf"\b(?:{either(lexicon.pointing.single_speaker)})\b"),
        listener=re.compile(rf"\b(?:{either(lexicon.pointing.listener)})\b", re.IGNORECASE),
        early_thing=re.compile(
            rf"“(?!.{{0,{_EARLY}}}\w [A-Z][a-z])[^”]{{0,{_EARLY}}}?\b(?i:{either(grammar.neuter_pronouns)})\b"
        ),
        part=re.compile(rf"\b(?:{either(lexicon.sources.owners)}) (?:{either(parts)})\b"),
        opening_part=re.compile(rf"“?[A-Z][a-z]+ (?:{either(lexicon.sources.owners)}) (?:{either(parts)})\b"),
        bare_claimant=re.compile(
            rf"(?:{either(map(str.capitalize, grammar.definite_articles))}) (?:[a-z-]+ )?[a-z-]+$"
        ),
        day=re.compile(rf"\b(?:{either(map(str.capitalize, lexicon.calendar.weekdays))})\b"),
    )
