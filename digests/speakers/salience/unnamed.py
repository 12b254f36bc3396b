"""The persons without a name whom sentences begin with: “A survivor”, “The owner of the bakery”, “Her mother”."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.speakers.layout import Layout
from digests.speakers.noun_phrases import tells_age
from digests.speakers.participants import Cast
from digests.speakers.persons.person import Person
from digests.speakers.salience.mention import Mention
from digests.text.folding import fold

_WORD = re.compile(r"[\w-]+")


class _Patterns(NamedTuple):
    somebody: re.Pattern[str]  #: “A survivor” as a sentence's subject
    someone_known: re.Pattern[str]  #: “The owner of the bakery”, likewise
    verb_or_owner: re.Pattern[str]  #: after a noun that is a sentence's subject
    kin_opening: re.Pattern[str]  #: “Her mother” as a subject
    person_endings: re.Pattern[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words, kin = lexicon.grammar, lexicon.descriptions, either(lexicon.persons.kin)
    indefinite = either(grammar.indefinite_articles, words.single)
    return _Patterns(
        somebody=re.compile(rf"(?:{indefinite})\s+(?P<words>(?:[\w-]+\s+){{0,3}}[\w-]+)", re.IGNORECASE),
        someone_known=re.compile(
            rf"(?:{either(grammar.definite_articles)})\s+(?P<words>(?:[\w-]+\s+){{0,3}}[\w-]+)", re.IGNORECASE
        ),
        verb_or_owner=re.compile(rf"\s(?!(?:{either(words.joining)})\b)[a-z]|,\s\d\d,"),
        kin_opening=re.compile(
            rf"(?:{either(grammar.third_possessives)}|[\w-]+[’'‘`]s?)\s(?:[\w-]+\s)??(?P<kin>{kin})(?=,|\s[a-z])",
            re.IGNORECASE,
        ),
        person_endings=re.compile(rf"(?:{either(lexicon.sources.person_endings)})$"),
    )


class Unnamed:
    """Those whom the sentences of a text begin with, and do not name."""

    def __init__(self, cast: Cast, layout: Layout, sources: Collection[int]) -> None:
        self._cast, self._layout = cast, layout
        self._text, self._lexicon = cast.text, cast.lexicon
        self._patterns = _patterns(cast.lexicon)
        self._sources = sources

    def described(self) -> Iterator[Mention]:
        """The unnamed persons whom sentences begin with: “A survivor”, “The owner of the bakery”."""
        for start, end in self._layout.sentences:
            if self._layout.is_said(start):
                continue
            somebody = self._patterns.somebody.match(self._text, start, end)
            phrase = somebody or self._known(start, end)
            words = list(_WORD.finditer(self._text, *phrase.span("words"))) if phrase else []
            is_noun = self._may_be_person if somebody else is_personal_noun
            stop = next((word.end() for word in words if is_noun(fold(word[0]), self._lexicon)), None)
            if stop is None or not (somebody or self._patterns.verb_or_owner.match(self._text, stop)):
                continue
            key = self._text[start:stop].lower()
            holder = None if somebody else self._cast.by_role(key.rpartition(" ")[2], start) or self._aged(key, start)
            if holder is not None:
                yield Mention(start, stop, holder.claimant.name, holder.claimant, holder.pronoun, is_subject=True)
            else:
                yield Mention(start, stop, key, None, is_subject=True, is_introduced=somebody is not None)

    def _aged(self, words: str, place: int) -> Person | None:
        """Whom “the 73-year-old former chairman” means where the text has named but one, and told no office of them."""
        offices = self._lexicon.persons.titles.keys()
        is_office = tells_age(words, self._lexicon) and words.rpartition(" ")[2] in offices
        people = self._cast.named_before(place) if is_office else []
        return people[0] if len(people) == 1 and people[0].words.isdisjoint(offices) else None

    def _known(self, start: int, end: int) -> re.Match[str] | None:
        """The words “The owner of the bakery” of a sentence's beginning, unless it is they who are said to speak."""
        return None if start in self._sources else self._patterns.someone_known.match(self._text, start, end)

    def relatives(self) -> Iterator[Mention]:
        """Those whom sentences begin with and say to be somebody's: “Her mother”."""
        for start, end in self._layout.sentences:
            somebody = self._patterns.kin_opening.match(self._text, start, end)
            if somebody and not self._layout.is_said(start):
                pronoun = self._lexicon.persons.kin[somebody["kin"].lower()]
                yield Mention(start, somebody.end(), somebody[0].lower(), None, pronoun, is_subject=True, is_kin=True)

    def _may_be_person(self, word: str, lexicon: Lexicon) -> bool:
        """Whether a word behind “a” is a noun for a person, be it by how it ends."""
        words = lexicon.persons
        if word in lexicon.claimants.documents | lexicon.descriptions.modifiers:
            return False
        known = word in words.occupations or word in words.titles or word in lexicon.descriptions.people
        return known or self._patterns.person_endings.search(word) is not None


def is_personal_noun(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a noun for one person, and does not only end like one: “violent”, “after”."""
    is_person = word in lexicon.claimants.persons or word in lexicon.persons.occupations
    endings = tuple(lexicon.persons.gendered_endings)
    return is_person or word in lexicon.persons.titles or word.endswith(endings)
