"""The words in lower case that stand within names, for use within larger patterns."""

from __future__ import annotations

import functools
import re
from typing import Final

from digests.lexicon import Lexicon, either
from digests.text.whole_words import has_words

#: A capital letter, of whatever alphabet English news writes names in.
UPPER: Final = r"[A-Z\u00C0-\u00DE\u0100-\u017F\u0400-\u042F]"
#: What makes a name at an end an owner's, or a plural's: “Holm’s”, “the Lundes’”
POSSESSIVE_END: Final = re.compile(r"[’'‘`]s?$")
#: A body's initials behind its name, which a title is told without: “the Larn Harbour Board (LHB)”
BRACKETED_INITIALS: Final = r"\s\([A-Z][A-Za-z]{1,8}\)"
#: Initials at an end, whose last stop is one of theirs and ends no sentence: “in the U.S.”
LAST_INITIALS: Final = re.compile(r"\b(?:[^\W\d_]\.){2,}$")


@functools.cache
def point(lexicon: Lexicon) -> str:
    """A point that is a name's or a number's own: those of “U.S.”, “St. John’s”, “1.2”, “x.org”."""
    shortened = lexicon.places.shortened | lexicon.persons.courtesy | lexicon.persons.short_titles.keys()
    lead = "|".join(rf"(?<=\b{word.capitalize()})" for word in sorted(shortened))
    numbered = "|".join(rf"(?<=\b{word.capitalize()})\.(?=\s\d)" for word in sorted(lexicon.texts.numbering_names))
    articles = either(map(str.capitalize, lexicon.grammar.articles | lexicon.grammar.subjects))
    return (
        rf"(?:(?<=\b[A-Z])\.(?=[A-Z\s’'-])|(?<=\w)\.(?=[a-z\d])|{numbered}"
        rf"|(?:{lead})\.(?=\s(?!(?:{articles})\b){UPPER}))"
    )


@functools.cache
def name_words(lexicon: Lexicon) -> str:
    """What stands between the capitalised words of a person's or a body's name: “van der”, “of the”, “al-Din”."""
    persons = lexicon.persons
    words = either(persons.particles, lexicon.bodies.joining, lexicon.grammar.definite_articles)
    return rf"(?:(?:{either(persons.joined_particles)})-\w+|{words})"


@functools.cache
def of_the(lexicon: Lexicon) -> str:
    """What stands between the noun of a body and the name of what it is of: “of”, “of the”."""
    genitives, articles = either(lexicon.grammar.genitives), either(lexicon.grammar.definite_articles)
    return rf"(?:{genitives})\s+(?:(?:{articles})\s+)?"


@functools.cache
def word_before(lexicon: Lexicon) -> re.Pattern[str]:
    """The word before a place, be there an article between: “government the ”."""
    return re.compile(rf"([\w-]+)\s+(?:(?:{either(lexicon.grammar.definite_articles)})\s+)?$")


def speaks_of(words: str, name: str) -> bool:
    """Whether words speak of somebody by the last word of their name: “Brazil called us” does of Brazil."""
    last = (name.split() or [""])[-1].strip(",.")
    return last.istitle() and has_words(last, words)
