"""A sentence that does not let the one before stand: a short verdict, or that those words were a slip or a joke."""

from __future__ import annotations

import re

from digests.lexicon import Lexicon, either


def negated(lexicon: Lexicon) -> str:
    """A negation right behind an auxiliary: “ not”, “n’t”."""
    return rf"(?:\s+(?:{either(lexicon.hedges.negations)})|(?:{either(lexicon.hedges.negative_endings)}))"


def negated_verb(lexicon: Lexicon) -> str:
    """The same where a verb is negated: “ not”, and not “ nobody”."""
    return rf"(?:\s+(?:{either(lexicon.hedges.verb_negations)})|(?:{either(lexicon.hedges.negative_endings)}))"


def verdict(lexicon: Lexicon) -> re.Pattern[str]:
    """A short sentence that does not let stand the one before: “Not quite.”, “It has not.”, “Or did she?”."""
    grammar, words = lexicon.grammar, lexicon.retractions
    helping = either(grammar.finite_auxiliaries, grammar.modals)
    subjects = either(grammar.third_subjects, grammar.demonstratives, grammar.existentials)
    unsaid = either(grammar.be_other, grammar.have_plural, grammar.infinitive_markers)  # “It has not been.”
    turning = either(grammar.choosing, lexicon.hedges.exceptions & grammar.coordinators)
    endings, negations = either(lexicon.hedges.negative_endings), either(lexicon.hedges.negations)
    return re.compile(
        rf"\s*(?:(?:{either(words.verdicts)})\s*[.!…]"
        rf"|(?:{turning})\s+(?:{helping})(?:{endings})?\s+\w+(?:\s+\w+)?\s*\?"
        rf"|(?:(?:{either(words.ruling_openers, grammar.coordinators)}),?\s+)?(?:{subjects})"
        rf"(?:\s+(?:{helping}){negated(lexicon)}(?:\s+(?:{unsaid}))?"
        rf"|\s+(?:{negations})\s+(?:{helping})(?:\s+(?:{either(grammar.be_other)}))?)\s*[.!]"
        rf"|{_disowned(lexicon)})",
        re.IGNORECASE,
    )


def _disowned(lexicon: Lexicon) -> str:
    """That words are another's, regretted or made up: “So a paper claims.”, “All of this is fiction.”."""
    grammar, words = lexicon.grammar, lexicon.retractions
    helping, pointing = either(grammar.finite_auxiliaries, grammar.modals), either(grammar.demonstratives)
    subjects, owners = either(grammar.third_subjects), either(grammar.third_possessives)
    amounts = either(lexicon.claimants.counting, lexicon.hedges.negative_pronouns)
    tellers = either(lexicon.reporting.plain.finite, lexicon.reporting.according)
    numbers = either(words.numbers_told, grammar.neuter_pronouns)
    return (
        rf"(?:(?:{either(words.passing_off)}),?\s+)?(?:{pointing})\s+(?:{helping})\s+(?:\w+\s+)?(?:{either(words.plans)})\s*[.!]"
        rf"|(?:{pointing})\s+(?:{helping})\s+(?:{either(lexicon.frames.questions)})\s+[^.]*\b(?:{tellers})\b"
        rf"|(?:{pointing}|{subjects})\s+(?:{helping})\s+\w+\s+(?:{either(words.lines_of_works)})\s+(?:{either(grammar.prepositions)})\b"
        rf"|(?:{pointing}|{subjects})\s+(?:{helping}){negated(lexicon)}\s+(?:{owners})\s+(?:(?:{either(lexicon.counterfacts.owning)})\s+)?(?:{either(words.ruled_things)})\b"
        rf"|(?:{either(words.passing_off)}),?\s+(?:[\w’'-]+\s+){{1,6}}?(?:{tellers})\b(?:\s+[\w’-]+){{0,3}}\s*[.!]"
        rf"|(?:{subjects})\s+(?:(?:{either(words.ruling_adverbs, grammar.have_finite)})\s+){{0,2}}"
        rf"(?:{either(words.regretting)})(?:\s+\w+){{0,4}}\s*\."
        rf"|(?:(?:{amounts})\s+(?:{either(grammar.genitives)})\s+)?(?:{pointing})\s+[^,;.]*\b(?:{either(lexicon.frames.unreal)})\b"
        rf"|(?:{subjects})\s+(?:{either(words.revising_adverbs)})\s+(?:{either(lexicon.reporting.plain.finite)})\s+"
        rf"(?:(?:{either(grammar.complementizers, grammar.articles)})\s+){{0,2}}(?:{numbers})\s+(?:{helping})\b"
        rf"|(?:{subjects})\s+(?:{either(words.nowadays)})\s+(?:{either(lexicon.reporting.plain.finite)})\b"
    )


def doubted(lexicon: Lexicon) -> re.Pattern[str]:
    """A sentence that tells that words were a slip or a joke, or are not what others have found."""
    words, subjects = lexicon.retractions, either(lexicon.grammar.third_subjects)
    finds, helping = (
        either(lexicon.counterfacts.finding, words.establishing),
        either(lexicon.grammar.finite_auxiliaries),
    )
    numeral = rf"(?:\d[\d.,]*|{either(lexicon.numbers.units)})"
    return re.compile(
        rf"[^“”\"]*\b(?:(?:{either(words.misspeaking)})\b|{_broken_into(lexicon)}"
        rf"|(?:{either(words.proving_contrary)})\s+(?:{either(words.contrary)})\b"
        rf"|(?:{finds})\s+(?:(?:{either(lexicon.grammar.complementizers)})\s+)?(?:{subjects})\s+(?:{helping}){negated_verb(lexicon)}\s*\.\s*$)"
        rf"|\s*(?:\w+,?\s+){{0,2}}?(?:{subjects})\s+"
        rf"(?:(?:{either(words.meaning_another)})\b|(?:{either(words.meaning)})\s+{numeral}\b)"
        rf"|\s*(?!(?:{subjects})\b)(?:[\w’'-]+\s+){{1,5}}?(?:{either(words.setting_right)})\b"
        rf"(?!.*\b(?:{subjects})\s+(?:{either(lexicon.reporting.plain.finite)})\b)",
        re.IGNORECASE,
    )


def _broken_into(lexicon: Lexicon) -> str:
    """That it was not they who wrote: “her account had been hacked”, but not “files of networks that were hacked”."""
    words = lexicon.retractions
    hacked = either(lexicon.grammar.third_subjects, words.accounts)
    return rf"(?:{hacked})\s+(?:\w+\s+){{0,3}}?(?:{either(words.broken_into)})\b"
