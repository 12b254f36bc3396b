"""Whom a text means by one word of a name: the namesake named in full last, not one who is but somebody's kin."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from digests.actors import ActorIndex, PersonName
from digests.lexicon import Lexicon, either
from digests.models import Pronoun
from digests.speakers.persons.person import Person
from digests.text.folding import fold

_NEAR = 60  #: characters before a name in which it may say whose kin somebody is
_TOGETHER = 200  #: characters between two namesakes of whom neither is meant rather than the other
_ALIKE = 0.88  #: letters of two spellings of one name, of all; “Hansen” and “Hanson” are not
_NEXT_WORDS = re.compile(r",?\s+([\w’'-]+)(?:\s+([\w’'-]+))?")


@functools.cache
def kin_before(lexicon: Lexicon) -> re.Pattern[str]:
    """Words right before a name that say what its bearer is to another: “her late husband ”."""
    possessives, kin = either(lexicon.grammar.third_possessives), either(lexicon.persons.kin)
    return re.compile(rf"(?:\b(?:{possessives})|[’'‘`]s?)\s(?:[\w-]+\s){{0,2}}?(?P<kin>{kin}),?\s$", re.IGNORECASE)


class Namesakes:
    """The persons of a text, for look-up by one word of their names."""

    def __init__(
        self,
        text: str,
        persons: Mapping[str, Person],
        full_names: Mapping[str, Sequence[PersonName]],
        index: ActorIndex,
        lexicon: Lexicon,
    ) -> None:
        self._text = text
        self._persons = persons
        self._full_names = full_names
        self._index = index
        self._lexicon = lexicon

    def by_last_name(self, last: str, pronoun: Pronoun | None, place: int) -> Person | None:
        """The person of a last name; of several, whom the pronoun or the listed actors tell, else the last in full."""
        known = {k: p for k, p in self._persons.items() if p.last == last and pronoun in {None, p.pronoun or pronoun}}
        match = self._index.recognise(last) if known else None
        if match is not None and match.actor.kind == "person":
            famous = {key: p for key, p in known.items() if p.claimant.actor_id == match.actor.id}
            known = famous or self._told_apart(known, match.actor.pronoun, pronoun)
        key = self._last_in_full(list(known), place) if known else None
        return known[key] if key is not None else None

    def by_misspelt(self, last: str, place: int) -> Person | None:
        """The one person named in full before a place whose last name is nearly a word that is no name in the text."""
        matches = [
            person
            for key, person in self._persons.items()
            if _is_nearly(last, person.last) and " " in person.claimant.name and self._full_names[key][0].start < place
        ]
        return matches[0] if len(matches) == 1 else None

    def by_first_word(self, word: str, place: int) -> Person | None:
        """Whom a text has named in full by a name that begins with a word; of several, the listed one."""
        keys = [key for key, names in self._full_names.items() if self._begins(names[0], word, place)]
        listed_keys = [key for key in keys if self._index.get(self._persons[key].claimant.actor_id or "") is not None]
        matches = keys if len(keys) == 1 else listed_keys
        return self._persons[matches[0]] if len(matches) == 1 else None

    def _begins(self, name: PersonName, word: str, place: int) -> bool:
        return name.start < place and fold(name.name).split(" ")[0] == word

    def _told_apart(self, known: dict[str, Person], famous: Pronoun | None, title: Pronoun | None) -> dict[str, Person]:
        """Those of a listed person's last name whom a bare name may mean: not a wife, nor one named in passing."""
        if title is not None:
            return known
        return {key: p for key, p in known.items() if p.words and (famous is None or p.pronoun in {None, famous})}

    def _last_in_full(self, namesakes: Sequence[str], place: int) -> str | None:
        """Which of some namesakes a text has named in full last, else will first; none of two near by."""
        if len(namesakes) == 1:
            return namesakes[0]
        places = {key: [n.start for n in self._full_names[key] if self._stays(n)] for key in namesakes}
        earlier = {key: [p for p in places[key] if p < place] for key in namesakes}
        met = sorted((key for key in namesakes if earlier[key]), key=lambda key: earlier[key][-1])
        if not met:
            return min(namesakes, key=lambda key: (not places[key], self._full_names[key][0].start))
        last = earlier[met[-1]][-1]
        return None if any(last - earlier[key][-1] < _TOGETHER for key in met[:-1]) else met[-1]

    def _stays(self, name: PersonName) -> bool:
        """Whether a full name brings somebody in for what follows: not as another's kin, unless they speak there."""
        if kin_before(self._lexicon).search(self._text, max(0, name.start - _NEAR), name.start) is None:
            return True
        following = _NEXT_WORDS.match(self._text, name.end)
        return following is not None and not self._lexicon.verbs.saying.isdisjoint(following.groups())


def _is_nearly(word: str, last: str) -> bool:
    """Whether a word is a last name but for a slip of the pen; its plural is the family."""
    if word[:1] != last[:1] or word in {last, f"{last}s"}:
        return False
    return SequenceMatcher(None, word, last).ratio() >= _ALIKE
