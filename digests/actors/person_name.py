"""A person named in a text."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field

from digests.actors.runs import plain_word
from digests.lexicon import ENGLISH, Lexicon
from digests.models import Pronoun
from digests.text.folding import fold


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person named in a text; `name` is without titles and nickname, and bare where only the last name stands."""

    start: int
    end: int
    name: str
    titles: tuple[str, ...] = ()
    bare: bool = False
    nickname: str = ""
    lexicon: Lexicon = field(default=ENGLISH, repr=False, compare=False)

    @property
    def last(self) -> str:
        """The last name, folded."""
        return _last_name(self.name, self.lexicon)

    @property
    def pronoun(self) -> Pronoun | None:
        """What the titles or the given name tell."""
        words = self.lexicon.persons
        title_pronouns = [p for title in self.titles if (p := words.titles.get(plain_word(title)))]
        if title_pronouns:
            return title_pronouns[-1]
        return None if self.bare else words.given_names.get(fold(self.name).split(" ")[0])


@functools.lru_cache(maxsize=4096)  # everybody is asked for it again and again
def _last_name(name: str, lexicon: Lexicon) -> str:
    words = [word for word in fold(name).split() if word not in lexicon.persons.suffixes]
    return words[-1] if words else ""
