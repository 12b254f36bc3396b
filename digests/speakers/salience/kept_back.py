"""Those whose names a text keeps back, told of again: “the official” of “a senior police official”."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Final

from digests.lexicon import Lexicon, either
from digests.models import Claimant
from digests.speakers.bodies import Speaker
from digests.speakers.layout import Layout
from digests.speakers.noun_phrases import head, is_definite
from digests.speakers.participants import Cast

_RECENT: Final = 4  #: sentences over which a noun means those who were told of last


@functools.cache
def _again(lexicon: Lexicon) -> re.Pattern[str]:
    grammar = lexicon.grammar
    return re.compile(rf"(?i:{either(grammar.definite_articles, grammar.demonstratives)}) (?P<noun>[a-z][a-z-]+)")


def _own_words(name: str, lexicon: Lexicon) -> list[str]:
    """The words of a description before what its noun is of, but for the first: “senior aides” of “two … to Bo”."""
    words = head(name, lexicon).split()
    joint = next((n for n, word in enumerate(words) if word in lexicon.grammar.prepositions), len(words))
    return words[1:joint]


def told_before(claimant: Claimant, place: int, speakers: Sequence[Speaker], cast: Cast, layout: Layout) -> str | None:
    """The words that told more of those whom a bare noun means; none where others of that noun came in since."""
    words = _again(cast.lexicon).fullmatch(claimant.name) if claimant.resolved_by in {"none", "unresolved"} else None
    if words is None:
        return None
    noun = words["noun"]
    if claimant.resolved_by == "unresolved":
        return _group_before(noun, place, speakers, cast) if noun.endswith("s") else None
    for speaker in reversed(speakers):
        if layout.sentences_between(speaker.place, place) > _RECENT:
            return None
        name = speaker.claimant.name
        if speaker.claimant.resolved_by == "none" and noun in _own_words(name, cast.lexicon):
            stretch = (speaker.place + len(speaker.claimant.surface), place)
            is_other = is_definite(name, cast.lexicon) or cast.is_introduced(noun, stretch)
            own_words = head(name, cast.lexicon)
            return None if is_other else name[: name.find(own_words) + len(own_words)]
    return None


def _group_before(noun: str, place: int, speakers: Sequence[Speaker], cast: Cast) -> str | None:
    """The words that told of what a group is: “the authors of the study” for “the authors”, if no other is told of."""
    group_words = re.compile(rf"(?:\w+ )?{noun} (?:{either(cast.lexicon.bodies.belonging)}) ", re.IGNORECASE)
    groups = (
        s for s in reversed(speakers) if s.claimant.resolved_by == "unresolved" and group_words.match(s.claimant.name)
    )
    if (group := next(groups, None)) is None:
        return None
    definite = either(cast.lexicon.grammar.definite_articles)
    stretch = cast.text[group.place + len(group.claimant.surface) : place]
    bare = rf"(?i:\b(?:{definite}) {noun})\b(?! (?:{either(cast.lexicon.bodies.belonging)})\b)"
    return None if noun in re.sub(bare, "", stretch).lower() else group.claimant.name
