"""What a headline states in its outlet's own name."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either

_SECOND = re.compile(r";\s|:\s(?=[‘'“\"])")  #: behind which a headline tells a second thing, or gives somebody's words


class _Patterns(NamedTuple):
    label: re.Pattern[str]  #: what stands before a colon and tells nothing: “Exclusive:”, somebody's very words
    verb: re.Pattern[str]  #: what may be its first verb, behind its subject and no preposition or article
    going_on: re.Pattern[str]  #: where its subject says something besides: “…, says it is safe”
    asking: re.Pattern[str]  #: what asks, or promises to tell how or why: “Here’s why”, “Standing down: How”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    verbs, grammar = lexicon.common_verbs, lexicon.grammar
    happening = either(verbs.headline_verbs, verbs.clause_verbs, grammar.past_forms, grammar.auxiliaries)
    ways, voting = either(verbs.ways_to_vote), f"(?:{either(verbs.vote_forms)})"
    nominal = either(grammar.prepositions, grammar.articles, grammar.possessives)
    saying, promises = either(lexicon.verbs.saying), either(lexicon.boilerplate.promises)
    questions = either(grammar.question_adverbs, grammar.relative_adverbs, lexicon.frames.questions)
    somebodys_words = r"‘[^’:]+’|'[^':]+'|“[^”:]+”|\"[^\":]+\""
    return _Patterns(
        label=re.compile(rf"^(?:{either(lexicon.boilerplate.news_labels)}|{somebodys_words}):\s+", re.IGNORECASE),
        verb=re.compile(
            rf"\b(?:{nominal})\s+\w+|(?<=\s)(?:(?P<saying>{saying})|(?P<happening>{happening}|\w+ed|{voting}\s+(?={ways})))\b",
            re.IGNORECASE,
        ),
        going_on=re.compile(rf",\s+(?=(?:{saying})\s)", re.IGNORECASE),
        asking=re.compile(rf"\?(?!\w)|(?:^|[:;–—]\s+|\b(?:{promises})\s+)(?:{questions})\b", re.IGNORECASE),
    )


def statements_of(headline: str, lexicon: Lexicon) -> tuple[str, ...]:
    """What a headline states: its words behind a label, up to a second statement; and what is left of them shorter."""
    patterns = _patterns(lexicon)
    whole = _SECOND.split(patterns.label.sub("", headline, count=1), maxsplit=1)[0]
    return tuple(dict.fromkeys((whole, patterns.going_on.split(whole, maxsplit=1)[0])))


def asks(headline: str, lexicon: Lexicon) -> bool:
    """Whether a headline asks something, or only promises to tell how or why it is."""
    return bool(_patterns(lexicon).asking.search(headline))


def tells_of_words(statement: str, lexicon: Lexicon) -> bool:
    """Whether the first verb of a headline is one of saying: what happened is that somebody spoke."""
    return _first_verb(statement, lexicon) == "saying"


def tells_of_deeds(statement: str, lexicon: Lexicon) -> bool:
    """Whether a headline has a first verb, and it is none of saying."""
    return _first_verb(statement, lexicon) == "happening"


def _first_verb(statement: str, lexicon: Lexicon) -> str | None:
    """The kind of a headline's first verb."""
    kinds = (match.lastgroup for match in _patterns(lexicon).verb.finditer(statement))
    return next(filter(None, kinds), None)
