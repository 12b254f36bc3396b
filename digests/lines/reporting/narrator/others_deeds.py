"""What others did, behind “and”, where a speaker's words only tell how a thing was: “it was safe and the crew left”."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either


def done_by_others(words: str, lexicon: Lexicon) -> list[int]:
    """Where, behind “was safe and”, others did something: “the crew went home”, “engineers who looked found cracks”."""
    be_so, others = _others_deeds(lexicon)
    return [match.start() for match in others.finditer(words) if be_so.search(words, 0, match.start())]


@functools.cache
def _others_deeds(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """That a thing is such, at the end, and others behind “and” with a verb in the simple past."""
    grammar = lexicon.grammar
    past = rf"(?:{either(grammar.past_forms, lexicon.common_verbs.only_past)}|[a-z]+ed)"
    joints, helping = either(lexicon.narration.narrating_joints), either(grammar.finite_auxiliaries, grammar.modals)
    persons = either(lexicon.reporting.subject_relatives & grammar.personal_relatives)
    determiners = either(grammar.articles, grammar.third_possessives)
    small = either(
        grammar.finite_auxiliaries, grammar.modals, grammar.prepositions, grammar.settings, grammar.complementizers,
        grammar.relative_pronouns, lexicon.circumstances.adverbs,
    )  # fmt: skip
    noun = rf"(?!(?:{small})\b)[\w’'-]+"
    subject = rf"(?:(?:{determiners})\s+(?:{noun}\s+){{1,3}}?|(?:{noun}\s+)?(?!(?:{small})\b)[a-z]+[^s\W]s\s+)"
    time = rf"(?:(?:{either(grammar.prepositions)})\s+(?:[\w’'-]+\s+){{1,4}}?)?"
    deed = rf"(?!(?:{helping})\b){past}(?=\s|$)"
    return (
        re.compile(rf"\b(?:{either(grammar.be_finite)})\s+(?:\w+ly\s+)?(?!\w+ed\b)[a-z]+$"),
        re.compile(
            rf",?\s+(?:{joints})\s+{time}{subject}(?:(?:{persons})\s+{deed}[^,;“”]*?\s(?:{deed}|(?:{either(grammar.have_finite)})\s)"
            rf"|{deed})"
        ),
    )
