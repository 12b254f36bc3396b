"""The name of a body: its noun, and what stands before it that is no part of it."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.text.folding import fold


class _Patterns(NamedTuple):
    of_body: re.Pattern[str]  #: what parts the noun of a body from what it is of
    article: re.Pattern[str]  #: at the beginning


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    return _Patterns(
        of_body=re.compile(rf"(?<=\w) (?:{either(lexicon.descriptions.body_prepositions)}) "),
        article=re.compile(rf"^(?:{either(lexicon.grammar.definite_articles)})\s", re.IGNORECASE),
    )


def without_article(name: str, lexicon: Lexicon) -> str:
    """A name without the article that it begins with."""
    return _patterns(lexicon).article.sub("", name)


def head_of(name: str, lexicon: Lexicon) -> str:
    """A folded name up to its first preposition: “institute” of “institute for peace”."""
    return _patterns(lexicon).of_body.split(name, maxsplit=1)[0]


def is_body_name(name: str, lexicon: Lexicon) -> bool:
    """Whether the noun of a name is that of a body: “organisation” of “Larn Organisation for Research”."""
    words = fold(name)
    return not lexicon.descriptions.bodies.isdisjoint((words.split()[-1], head_of(words, lexicon).split()[-1]))
