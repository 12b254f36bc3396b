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

    def trait(self, index: int) -> Trait:
        """What the word also is in English."""
        return self._traits.get(self.tokens[index].key, _NOTHING)

    def prior(self, index: int) -> float:
        """How likely the word alone names its likeliest place; 0 if it names none."""
        entries = self._places.get(self._states.get(index, self.tokens[index].key), ())
        return entries[0].prior if entries and not entries[0].demonym else 0.0

    def people(self, index: int) -> bool:
        """Whether the word alone is the name of a people (“Ukrainian”)."""
        return any(entry.demonym for entry in self._places.get(self.tokens[index].key, ()))

    def before(self, index: int) -> str:
        """The word before, if only a space stands between; else nothing."""
        return self.tokens[index - 1].key if index and self.tokens[index - 1].gap in {" ", "\u00a0"} else ""

    def after(self, index: int) -> str:
        """The word after, if only a space stands between; else nothing."""
        token = self.tokens[index]
        return self.tokens[index + 1].key if token.gap in {" ", "\u00a0"} and index + 1 < len(self.tokens) else ""

    def follows(self, index: int) -> bool:
        """Whether the next word, after nothing but a space, is capitalised."""
        return index + 1 < len(self.tokens) and self.tokens[index].gap == " " and self.tokens[index + 1].capital

    def follows_on(self, index: int) -> bool:
        """Whether the next word is capitalised and belongs to the same run of words."""
        token = self.tokens[index]
        return (
            not token.possessive and index + 1 < len(self.tokens) and runs_on(token) and self.tokens[index + 1].capital
        )


def within(tokens: Sequence[Token], spans: Sequence[Span]) -> set[int]:
    """The numbers of the words that begin in some spans."""
    starts = [token.start for token in tokens]
    return {index for start, end in spans for index in range(bisect_left(starts, start), bisect_left(starts, end))}
