"""Things named behind a speaker which are no part of what was said: “…, a job for a careful man”."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from digests.lexicon import Lexicon, either
from digests.lines.reporting.clauses import states
from digests.models import Span


def is_apposition(spans: Sequence[Span], text: str, lexicon: Lexicon) -> bool:
    """Whether the last of some spans only names a thing: “…,” Holm said, a job for a careful man.

    Behind indirect words it must name those, “…, Holm said, a forecast that her aides had not seen”, or tell what the
    speaker does with it: “…, Holm said, rules she has broken since”.
    """
    (_, end), (start, stop) = spans[-2:]
    if _of_saying(lexicon).match(text, start, stop):
        return True
    if _of_speaker(lexicon).match(text, start, stop) and states(text[slice(*spans[-2])], lexicon):
        return True
    closes = text[end - 1] in "”\"'" or text[end : end + 1] in {"”", '"'}
    is_thing = text[start:stop].partition(" ")[0] in lexicon.grammar.articles
    return closes and is_thing and not states(text[start:stop], lexicon)


@functools.cache
def _of_saying(lexicon: Lexicon) -> re.Pattern[str]:
    """A noun for what was said: “a forecast”, “a bold promise”."""
    articles, nouns = either(lexicon.grammar.articles), either(lexicon.counterfacts.sayings)
    return re.compile(rf"\W*(?:{articles})\s+(?:[\w’'-]+\s+)?(?:{nouns})\b")


@functools.cache
def _of_speaker(lexicon: Lexicon) -> re.Pattern[str]:
    """A thing, and what the speaker has done with it, with no conjunction: “a promise he has broken”."""
    grammar = lexicon.grammar
    thing = rf"(?:(?:{either(grammar.articles)})\s+)?(?:(?!(?:{either(grammar.coordinators)})\b)[\w’'-]+\s+){{1,3}}?"
    later = either(grammar.have_present, lexicon.retractions.revising_adverbs)
    return re.compile(rf"\W*{thing}(?:{either(grammar.third_subjects)})\s+(?:{later})\b")
