"""Phrases of time and place, and names, as parts of patterns."""

from __future__ import annotations

import re

from digests.lexicon import Lexicon, either

WORD = re.compile(r"[\w’'-]+")
CAPITAL = r"(?:[A-Z“‘\"'#@$]|\d)[\w’'.&$%#@-]*[”’\"']?"


def _times(lexicon: Lexicon) -> str:
    calendar = lexicon.calendar
    names = [name.capitalize() for name in (*calendar.weekdays, *calendar.months)]
    shorts = [short.capitalize() for short in (*calendar.weekday_shorts, *calendar.month_shorts)]
    return rf"(?:{either(names)}|(?:{either(shorts)})\b\.?)(?:\s+\d{{1,2}}(?:[a-z]{{2}})?\b)?(?:,?\s+\d{{4}}\b)?"


def phrase_of(lexicon: Lexicon) -> str:
    """A phrase of time or place of which every word is known, or a name."""
    words = lexicon.circumstances
    small = either(words.places, words.occasions, lexicon.grammar.articles, lexicon.grammar.possessives)
    word = rf"(?:(?:{small})(?:['’]s)?\b|{_times(lexicon)}|{CAPITAL}|[ap]\.m\.)"
    no_clause = rf"(?<!\b(?i:{either(lexicon.grammar.complementizers)}))"  # “the report that” opens none
    return rf"(?:(?i:{either(words.places)})\b(?:,?\s+{word})+|{_times(lexicon)}\b(?:,?\s+{word})*){no_clause}"
