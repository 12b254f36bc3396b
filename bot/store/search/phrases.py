"""Words as each database's index of words is asked for all of them."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Dialect, Text
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.types import TypeDecorator, TypeEngine

from bot.store.claims.stemming import claimant_word
from digests.lexicon import ENGLISH

#: Titles in full by their short forms, and the other way round.
_TITLES: Final = {
    **ENGLISH.persons.short_titles,
    **{full: short for short, full in ENGLISH.persons.short_titles.items()},
}


class Phrases(TypeDecorator[tuple[str, ...]]):
    """Words as each database asks for all of them; words are letters and digits alone, so no syntax can slip in."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Take Postgres's own type there: as a text, it would be read again for each row."""
        return dialect.type_descriptor(TSQUERY() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:
        """Write the question; an empty phrase matches nothing, as an empty one among several does."""
        if dialect.name == "postgresql":
            return " & ".join(_phrase(word, "'", " | ") for word in value or () if word)
        return " AND ".join(_phrase(word, '"', " OR ") for word in value or ())


def _written(word: str) -> tuple[str, ...]:
    """A word, and the other form of a title: “governor” finds “Gov.” too."""
    return tuple(dict.fromkeys((word, _TITLES.get(word, word))))


def _phrase(word: str, mark: str, separator: str) -> str:
    """A word of the text or of the claimant's name, long or short; a claimant's word is that alone."""
    is_claimants = not word or word == claimant_word(word)
    spellings = (
        (word,) if is_claimants else [form for title in _written(word) for form in (title, claimant_word(title))]
    )
    return "(" + separator.join(f"{mark}{spelling}{mark}" for spelling in spellings) + ")"
