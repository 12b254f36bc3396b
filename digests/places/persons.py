"""Which words of a text belong to the names of persons, so that no place is read into them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from digests.lexicon.english.places import CALENDAR, CONNECTORS, INSIDE, LOCATIVE, SAYING, TITLES
from digests.models import Span
from digests.places.gazetteer import PlaceName, Trait
from digests.places.tokens import Token, runs_on

#: A place more likely than this is not given up for a surname alone.
_FAMOUS = 6.0
#: A place more likely than this is not given up even before an unknown surname.
_GREAT = 7.0

_NOTHING = Trait()


class Words:
    """A text's words with what each one may be: a place, a people, an English word, part of a name."""

    def __init__(
        self,
        tokens: Sequence[Token],
        traits: Mapping[str, Trait],
        places: Mapping[str, tuple[PlaceName, ...]],
        states: Mapping[int, str],
    ) -> None:
        self.tokens = tokens
        self._states = states
        self._traits = traits
        self._places = places

    def trait(self, at: int) -> Trait:
        """What the word also is in English."""
        return self._traits.get(self.tokens[at].key, _NOTHING)

    def prior(self, at: int) -> float:
        """How likely the word alone names its likeliest place; 0 if it names none."""
        entries = self._places.get(self._states.get(at, self.tokens[at].key), ())
        return entries[0].prior if entries and not entries[0].demonym else 0.0

    def people(self, at: int) -> bool:
        """Whether the word alone is the name of a people (“Ukrainian”)."""
        return any(entry.demonym for entry in self._places.get(self.tokens[at].key, ()))

    def before(self, at: int) -> str:
        """The word before, if only a space stands between; else nothing."""
        return self.tokens[at - 1].key if at and self.tokens[at - 1].gap in {" ", "\u00a0"} else ""

    def after(self, at: int) -> str:
        """The word after, if only a space stands between; else nothing."""
        token = self.tokens[at]
        return self.tokens[at + 1].key if token.gap in {" ", "\u00a0"} and at + 1 < len(self.tokens) else ""

    def follows_on(self, at: int) -> bool:
        """Whether the next word is capitalised and belongs to the same run of words."""
        token = self.tokens[at]
        return not token.possessive and at + 1 < len(self.tokens) and runs_on(token) and self.tokens[at + 1].capital


def person_words(words: Words, taken: set[int], persons: Sequence[Span]) -> set[int]:
    """The numbers of the words that are parts of persons' names.

    taken: words that stand within a place's name of several words.
    persons: names of persons that are known already.
    """
    found = _given(words.tokens, persons)
    for at, token in enumerate(words.tokens):
        if token.capital and at not in found and at not in taken:
            found.update(_name_from(words, at, taken))
    return found | _said_again(words, found, taken)


def _given(tokens: Sequence[Token], persons: Sequence[Span]) -> set[int]:
    starts = [token.start for token in tokens]
    return {at for start, end in persons for at in range(bisect_left(starts, start), bisect_left(starts, end))}


def _name_from(words: Words, at: int, taken: set[int]) -> range:
    """The person's name that begins at a capitalised word; empty if none does."""
    token = words.tokens[at]
    if token.key in CALENDAR:
        return range(0)
    if words.before(at) in TITLES or (words.before(at) in {"", *TITLES} and _titled_shortly(words, at)):
        return _to_end(words, at, taken) if not words.people(at) and token.key not in TITLES else range(0)
    if words.follows_on(at) and _first_name(words, at) and _last_name(words, at + 1, taken):
        return _to_end(words, at, taken)
    surname = words.trait(at).personal and words.prior(at) < _FAMOUS
    if surname and words.after(at) in SAYING and words.before(at) not in LOCATIVE and not token.possessive:
        return range(at, at + 1)
    return range(0)


def _titled_shortly(words: Words, at: int) -> bool:
    """Whether a shortened title with its point stands before (“Gen. Smith”)."""
    return at > 0 and words.tokens[at - 1].gap == ". " and words.tokens[at - 1].key in TITLES


def _first_name(words: Words, at: int) -> bool:
    """Whether a word can open a person's name: a given name, an initial, or a word that is nothing else."""
    token = words.tokens[at]
    if words.trait(at).given:
        return words.prior(at) < _FAMOUS or not words.trait(at + 1).word
    if token.text.isupper():
        return len(token.key) == 1
    if 0 < words.prior(at) < _GREAT and words.before(at) not in LOCATIVE and not words.people(at):
        both = words.trait(at).surname and words.trait(at + 1).surname
        return both or (words.prior(at + 1) < _FAMOUS and not words.trait(at + 1).word and not words.people(at + 1))
    return _unknown(words, at) and token.key not in TITLES and token.key not in CONNECTORS


def _unknown(words: Words, at: int) -> bool:
    """Whether a word is neither an English word nor the name of a place or a people."""
    return not words.trait(at).word and not words.prior(at) and not words.people(at)


def _last_name(words: Words, at: int, taken: set[int]) -> bool:
    """Whether a word can close a person's name."""
    token = words.tokens[at]
    if at in taken or (token.text.isupper() and len(token.key) > 1) or token.key in CALENDAR or token.key in TITLES:
        return False
    if words.prior(at) >= _FAMOUS:
        return words.trait(at - 1).given and words.trait(at).surname
    if words.trait(at).personal or (len(token.key) == 1 and token.text.isupper()):
        return True
    return not words.trait(at).word and not words.people(at)


def _to_end(words: Words, at: int, taken: set[int]) -> range:
    """From a first name through the capitalised words that follow, four at most."""
    end = at + 1
    while end - at < 4 and words.follows_on(end - 1) and _last_name(words, end, taken):
        end += 1
    return range(at, end)


def _said_again(words: Words, found: set[int], taken: set[int]) -> set[int]:
    """Later mentions of the persons found by one of their names alone, unless something is said to be there."""
    keys = {words.tokens[at].key for at in found}
    return {
        at
        for at, token in enumerate(words.tokens)
        if token.capital and token.key in keys and at not in taken
        if words.before(at) not in INSIDE and words.prior(at) < _FAMOUS
    }
