"""What a speaker then did, with no comma before it: “it would appeal and closed its office”.

Behind what is to come, or what somebody is, a deed that is past is no part of the same clause.
"""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either


def joined_deed(words: str, lexicon: Lexicon) -> int | None:
    """Where, in indirect words, a deed of the speaker's begins that only the narrator tells; none if nowhere."""
    matches = (pattern.match(words) for pattern in _patterns(lexicon))
    return min((match.start("deed") for match in matches if match), default=None)


@functools.cache
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    pairs = [f"{lead}{tail}" for lead in _leads(lexicon) for tail in _deeds(lexicon)]
    joints = either(lexicon.grammar.coordinators & lexicon.narration.narrating_joints)
    pairs.append(rf"{_leads(lexicon)[0]}(?P<deed>,?\s+(?:{joints})\s+(?:{either(lexicon.narration.undergoing)})\b)")
    pairs.append(_told_on(lexicon))
    pairs += [f"{_anything_to_come(lexicon)}{tail}" for tail in (_deeds(lexicon)[0], _deeds(lexicon)[2])]
    any_words = r"\b[^,;“”]*?"
    meanwhile = (f"{_subject(lexicon)}{any_words}{tail}" for tail in _meanwhile(lexicon))
    return tuple(re.compile(pattern) for pattern in (*pairs, *meanwhile))


def _told_on(lexicon: Lexicon) -> str:
    """What was done, behind what is to come: “the engine would fail, and pilot Roe was dismissed”."""
    grammar, words = lexicon.grammar, lexicon.narration
    helped = either(grammar.be_other, grammar.have_finite)
    ahead = rf"(?:[\w’'-]+\s+){{1,5}}?(?:{either(grammar.modals)})\s+(?!(?:{helped})\b)[a-z]+(?:\s+[\w’'-]+){{0,3}}?"
    joints = either(grammar.coordinators & words.narrating_joints - lexicon.hedges.exceptions)
    return (
        rf"{ahead}(?P<deed>,?\s+(?:{joints})\s+(?:[\w’'-]+\s+){{0,4}}?(?:{either(words.undergoing)})\s+"
        rf"(?:\w+ly\s+)?(?!(?:{either(grammar.be_participle)})\b)[a-z]+ed\b)"
    )


def _subject(lexicon: Lexicon) -> str:
    """The speaker, or what is the speaker's, at the beginning."""
    grammar = lexicon.grammar
    possession = rf"(?:{either(grammar.third_possessives)})\s+[\w’'-]+"
    pronoun = either(grammar.third_subjects)
    return rf"[“\s]*(?:(?:{either(grammar.complementizers)})\s+)?(?:(?:{pronoun})\b|{possession})"


def _anything_to_come(lexicon: Lexicon) -> str:
    """What is to come of anything: “the dam would hold”, which no deed in the simple past can go on with."""
    helped = either(lexicon.grammar.be_other, lexicon.grammar.have_finite)
    negated = rf"(?:\s+(?:{either(lexicon.hedges.negations)}))?"
    return rf"[^,;“”]*?\b(?:{either(lexicon.grammar.modals)}){negated}\s+(?!(?:{helped})\b)[a-z]+\b[^,;“”]*?"


@functools.cache
def _leads(lexicon: Lexicon) -> tuple[str, str]:
    """What is to come, and what somebody is, of the speaker or of what is the speaker's."""
    grammar = lexicon.grammar
    subject = _subject(lexicon)
    negated = rf"(?:\s+(?:{either(lexicon.hedges.negations)}))?"
    helped = either(grammar.be_other, grammar.have_finite)
    linking = either(lexicon.narration.undergoing, lexicon.narration.feeling)
    endings = either(grammar.verb_endings)
    state = rf"(?:\w+ly\s+)?(?![a-z]+(?:{endings})\b)[a-z]+(?:\s+[a-z]+){{0,2}}?"
    return (
        rf"{subject}\s+(?:{either(grammar.modals)}){negated}\s+(?!(?:{helped})\b)[a-z]+\b[^,;“”]*?",
        rf"{subject}\s+(?:{linking}){negated}\s+{state}",
    )


@functools.cache
def _deeds(lexicon: Lexicon) -> tuple[str, ...]:
    """What somebody did, and what was done to them."""
    grammar, words = lexicon.grammar, lexicon.circumstances
    adverb = rf"(?:(?:{either(words.adverbs)})\s+|\w+ly\s+)?"
    joint = rf"(?P<deed>,?\s+(?:{either(grammar.coordinators & lexicon.narration.narrating_joints)})\s+{adverb}"
    follower = either(
        grammar.articles, grammar.third_possessives, grammar.prepositions, grammar.longer_prepositions, words.particles
    )
    participle = rf"(?!(?:{either(grammar.be_participle)})\b)(?:[a-z]+ed|{either(grammar.past_participles)})"
    return (
        rf"{joint}(?:{either(grammar.past_forms)}|[a-z]+ed)\s+(?:(?:{follower})\b|\d|[A-Z]))",
        rf"{joint}(?:{either(lexicon.narration.undergoing)})\s+(?:\w+ly\s+)?{participle}\b)",
        rf"{joint}(?:{either(lexicon.common_verbs.only_past)})\b)",
    )


def _meanwhile(lexicon: Lexicon) -> tuple[str, ...]:
    """What happened as somebody spoke of themselves, or what they then did: “it was empty as oil washed up”."""
    grammar, words = lexicon.grammar, lexicon.narration
    others = either(
        grammar.third_subjects, grammar.third_possessives, grammar.relative_pronouns, grammar.existentials,
        grammar.prepositions, lexicon.hedges.negations, lexicon.hedges.restrictions, grammar.infinitive_markers,
        lexicon.narration.told_order, grammar.additions, grammar.measuring,
    )  # fmt: skip
    past = rf"(?:{either(grammar.past_forms)}|[a-z]+ed)"
    event = rf"(?:(?!(?:{others})\b)[\w’'-]+\s+){{1,4}}?(?:{past}|{either(grammar.have_finite - words.before_past)})\b"
    joints, next_steps = either(grammar.coordinators & words.narrating_joints), either(lexicon.turns.next_steps)
    return (
        rf"(?P<deed>,?\s+(?:{either(words.simultaneous)})\s+{event})",
        rf"(?P<deed>\s[–—]\s+{event})(?![^–—]*\s[–—]\s)",
        rf"(?P<deed>,?\s+(?:{joints})\s+(?:{next_steps})\s+{past}\b)",
    )
