"""What a speaker then did, with no comma before it: “it would appeal and closed its office”.

Behind what is to come, or what somebody is, a deed that is past is no part of the same clause.
"""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either


def joined_deed(words: str, lexicon: Lexicon) -> int | None:
    """Where, in indirect words, a deed of the speaker's begins that only the narrator tells; none if nowhere."""
    leads, tails = _leads(lexicon), _deeds(lexicon)
    matches = (re.match(f"{lead}{tail}", words) for lead in leads for tail in tails)
    return min((match.start("deed") for match in matches if match), default=None)


@functools.cache
def _leads(lexicon: Lexicon) -> tuple[str, str]:
    """What is to come, and what somebody is, of the speaker or of what is the speaker's."""
    grammar = lexicon.grammar
    possession = rf"(?:{either(grammar.third_possessives)})\s+[\w’'-]+"
    subject = (
        rf"[“\s]*(?:(?:{either(grammar.complementizers)})\s+)?(?:(?:{either(grammar.third_subjects)})\b|{possession})"
    )
    negated = rf"(?:\s+(?:{either(lexicon.hedges.negations)}))?"
    helped = either(grammar.be_other, grammar.have_finite)
    linking = either(lexicon.reporting.undergoing, lexicon.reporting.feeling)
    endings = either(grammar.verb_endings)
    state = rf"(?:\w+ly\s+)?(?![a-z]+(?:{endings})\b)[a-z]+(?:\s+[a-z]+){{0,2}}?"
    return (
        rf"{subject}\s+(?:{either(grammar.modals)}){negated}\s+(?!(?:{helped})\b)[a-z]+\b[^,;“”]*?",
        rf"{subject}\s+(?:{linking}){negated}\s+{state}",
    )


@functools.cache
def _deeds(lexicon: Lexicon) -> tuple[str, str]:
    """What somebody did, and what was done to them."""
    grammar, words = lexicon.grammar, lexicon.reporting
    adverb = rf"(?:(?:{either(words.adverbs)})\s+|\w+ly\s+)?"
    joint = rf"(?P<deed>,?\s+(?:{either(grammar.coordinators & words.narrating_joints)})\s+{adverb}"
    follower = either(
        grammar.articles, grammar.third_possessives, grammar.prepositions, grammar.longer_prepositions, words.particles
    )
    participle = rf"(?!been\b)(?:[a-z]+ed|{either(grammar.past_participles)})"
    return (
        rf"{joint}(?:{either(grammar.past_forms)}|[a-z]+ed)\s+(?:(?:{follower})\b|\d|[A-Z]))",
        rf"{joint}(?:{either(words.undergoing)})\s+(?:\w+ly\s+)?{participle}\b)",
    )
