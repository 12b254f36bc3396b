"""The words of a text, and what each one may be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from digests.lexicon import Lexicon
from digests.models import Span
from digests.places.gazetteer import PlaceName, Trait
from digests.places.tokens import Token, runs_on

_NOTHING = Trait()


class Words:
    """A text's words with what each one may be: a place, a people, an English word, part of a name."""

    def __init__(
        self,
        tokens: Sequence[Token],
        traits: Mapping[str, Trait],
        places: Mapping[str, tuple[PlaceName, ...]],
        states: Mapping[int, str],
        lexicon: Lexicon,
    ) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
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

    def follows(self, at: int) -> bool:
        """Whether the next word, after nothing but a space, is capitalised."""
        return at + 1 < len(self.tokens) and self.tokens[at].gap == " " and self.tokens[at + 1].capital

    def follows_on(self, at: int) -> bool:
        """Whether the next word is capitalised and belongs to the same run of words."""
        token = self.tokens[at]
        return not token.possessive and at + 1 < len(self.tokens) and runs_on(token) and self.tokens[at + 1].capital


def within(tokens: Sequence[Token], spans: Sequence[Span]) -> set[int]:
    """The numbers of the words that begin in some spans."""
    starts = [token.start for token in tokens]
    return {at for start, end in spans for at in range(bisect_left(starts, start), bisect_left(starts, end))}
