"""Words that tell of “him” or “her” what only whoever speaks can say: “she was open to it”."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either


@functools.cache
def _own_mind(lexicon: Lexicon) -> re.Pattern[str]:
    grammar, lines = lexicon.grammar, lexicon.lines
    persons = either(grammar.third_subjects & grammar.genders.keys())
    be_finite, negations = either(grammar.be_finite), either(lexicon.hedges.negations)
    return re.compile(
        rf"(?:{persons}) (?:(?:{either(lines.adverbs)}) )*(?:{either(lines.minds)}"
        rf"|(?:{be_finite}|{either(grammar.linking_verbs)}) (?:(?:{negations}) )?(?:\w+ly )?"
        rf"(?:{either(lines.mental_states)}))\b",
        re.IGNORECASE,
    )


def is_of_own_mind(words: str, lexicon: Lexicon) -> bool:
    """Whether words begin with a “he” or “she” who can be nobody but whoever says them."""
    return _own_mind(lexicon).match(words) is not None
