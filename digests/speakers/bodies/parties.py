"""Which party “the party” stands for: the only one that the sentence, or one right before, names."""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import Final

from digests.lexicon import Lexicon, either
from digests.models import Claimant
from digests.speakers.claimants import local_body
from digests.speakers.layout import Layout
from digests.speakers.participants import Cast

_RECENT: Final = 3  #: sentences before
_FAR: Final = 8  #: sentences before, behind which “the party” may mean another
_CLEARLY: Final = 2  #: times as often as any other is named


@functools.cache
def _named(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(*lexicon.descriptions.parties_called)})\b")


class Parties:
    """Reads “the party” against the parties that a text names, by whatever they are called."""

    def __init__(self, cast: Cast, layout: Layout) -> None:
        self._text, self._lexicon, self._layout = cast.text, cast.lexicon, layout

    def meant(self, place: int) -> Claimant | None:
        """The party meant at a place, by what its members are called in the text.

        Further up only the one of which the text clearly tells most.
        """
        number = self._layout.number_of(place)
        for back in range(min(number, _FAR) + 1):
            begin, end = self._layout.sentences[number - back]
            words = {match[0] for match in _named(self._lexicon).finditer(self._text, begin, min(end, place))}
            parties = [names for names in self._lexicon.descriptions.parties_called if not words.isdisjoint(names)]
            if parties:
                is_meant = len(parties) == 1 and (back <= _RECENT or self._is_theme(parties[0]))
                return self._called(parties[0]) if is_meant else None
        return None

    def _is_theme(self, names: tuple[str, ...]) -> bool:
        """Whether a text calls a party so much more often than any other that it is about that one."""
        mentions = Counter(_named(self._lexicon).findall(self._text))
        parties = self._lexicon.descriptions.parties_called
        counts = {party: sum(mentions[name] for name in party) for party in parties}
        return all(counts[names] >= _CLEARLY * count for party, count in counts.items() if party != names)

    def subject(self, place: int) -> Claimant | None:
        """The party that is the subject of the sentence of a place or of the one before, and alone in it."""
        number = self._layout.number_of(place)
        for back in range(2):
            begin, end = self._layout.sentences[max(0, number - back)]
            matches = list(_named(self._lexicon).finditer(self._text, begin, min(end, place)))
            if matches:
                is_subject = self._layout.is_subject(*matches[0].span())
                party = self.called(" ".join(match[0] for match in matches))
                return party if is_subject else None
        return None

    def called(self, words: str) -> Claimant | None:
        """The only party that words name by any of its names."""
        mentions = set(_named(self._lexicon).findall(words))
        parties = [names for names in self._lexicon.descriptions.parties_called if not mentions.isdisjoint(names)]
        return self._called(parties[0]) if len(parties) == 1 else None

    def _called(self, names: tuple[str, ...]) -> Claimant | None:
        """A party by the first of its own names, not its members' or an adjective, that the text has."""
        name = next((name for name in names if name.endswith("s") and name in self._text), None)
        return local_body(name, self._lexicon, "short form") if name else None
