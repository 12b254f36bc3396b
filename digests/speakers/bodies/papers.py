"""Whose a document without a name is, “the statement”: whoever gave it out, made it, or had the word by it before."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Claimant
from digests.speakers.bodies.documents import Documents
from digests.speakers.bodies.speaker import Speaker
from digests.speakers.claimants import by_short_form
from digests.speakers.layout import Layout
from digests.speakers.participants import Cast

_RECENT: Final = 3  #: sentences of the narrator since somebody gave a statement


class _Patterns(NamedTuple):
    known: re.Pattern[str]  #: “the statement”
    new: re.Pattern[str]  #: “a new report”, “tests”
    giving: str  #: “in a written ” before it


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, claimants = lexicon.grammar, lexicon.claimants
    vague = rf"(?:{either(claimants.vague_modifiers)}|\d+-[a-z]+) "
    noun = rf"(?P<noun>{either(claimants.documents)})"
    pointing = either(grammar.definite_articles, grammar.demonstratives)
    return _Patterns(
        known=re.compile(rf"(?:{pointing}) (?:{vague})?{noun}", re.IGNORECASE),
        new=re.compile(rf"(?:(?:{either(grammar.indefinite_articles)}) )?(?:{vague})*{noun}", re.IGNORECASE),
        giving=rf"\b(?:{either(lexicon.calendar.in_occasions)}) "
        rf"(?:{either(grammar.articles, grammar.third_possessives)}) (?:[\w-]+ ){{0,2}}",
    )


class Papers:
    """Reads documents against those who have spoken so far, and against what a text tells of their makers."""

    def __init__(self, cast: Cast, layout: Layout) -> None:
        self._cast, self._text, self._layout = cast, cast.text, layout
        self._patterns = _patterns(cast.lexicon)
        self._documents = Documents(cast)

    def author(self, surface: str, place: int, speakers: Sequence[Speaker]) -> Claimant | None:
        """Whose “the statement” is, or “a new report” with which a text begins; nobody where that is not told."""
        if (paper := self._patterns.new.fullmatch(surface)) is not None:
            return self._announced(paper["noun"].lower(), place)
        document = self._patterns.known.fullmatch(surface)
        if document is None:
            return None
        noun = document["noun"].lower()
        return (
            self._giver(noun, place, speakers)
            or self._documents.publisher(noun, place)
            or self._maker(noun, place, speakers)
        )

    def _announced(self, noun: str, place: int) -> Claimant | None:
        """Whose a document is with which a text begins, as the sentences right behind tell: “research shows”."""
        ahead = self._layout.sentences[: _RECENT + 1]
        return self._documents.publisher(noun, ahead[-1][1]) if self._layout.number_of(place) == 0 else None

    def _giver(self, noun: str, place: int, speakers: Sequence[Speaker]) -> Claimant | None:
        """Who said something in a statement, a letter or a report right before."""
        givers = [
            speaker
            for speaker in speakers
            if speaker.number in {"one", "body"}
            and self._layout.sentences_between(speaker.place, place) <= _RECENT
            and re.search(rf"{self._patterns.giving}{noun}\b", self._sentence(speaker.place))
        ]
        return by_short_form(givers[-1].claimant) if len({giver.claimant.name for giver in givers}) == 1 else None

    def _maker(self, noun: str, place: int, speakers: Sequence[Speaker]) -> Claimant | None:
        """Whose a document is that had the word before by its maker's name, if a text brings in no other."""
        makers = [s for s in speakers if s.claimant.actor_id and re.search(rf"\b{noun}\b", s.claimant.surface)]
        if len({maker.claimant.name for maker in makers}) != 1:
            return None
        last = makers[-1]
        is_another = self._cast.is_introduced(noun, (last.place + len(last.claimant.surface), place))
        return None if is_another else by_short_form(last.claimant)

    def _sentence(self, place: int) -> str:
        return self._text[slice(*self._layout.sentence(place))].lower()
