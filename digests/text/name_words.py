"""The words in lower case that stand within names, for use within larger patterns."""

from __future__ import annotations

import functools

from digests.lexicon import Lexicon, either


@functools.cache
def name_words(lexicon: Lexicon) -> str:
    """What stands between the capitalised words of a person's or a body's name: “van der”, “of the”, “al-Din”."""
    persons = lexicon.persons
    words = either(persons.particles, lexicon.bodies.joining, lexicon.grammar.definite_articles)
    return rf"(?:(?:{either(persons.joined_particles)})-\w+|{words})"
