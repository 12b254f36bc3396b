"""Words before a name by which its bearer is somebody's kin, or is named with one of the same last name."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either


@functools.cache
def kin_before(lexicon: Lexicon) -> re.Pattern[str]:
    """Words right before a name that say what its bearer is to another: “her late husband ”."""
    possessives, kin = either(lexicon.grammar.third_possessives), either(lexicon.persons.kin)
    return re.compile(rf"(?:\b(?:{possessives})|[’'‘`]s?)\s(?:[\w-]+\s){{0,2}}?(?P<kin>{kin}),?\s$", re.IGNORECASE)


@functools.cache
def given_before(lexicon: Lexicon) -> re.Pattern[str]:
    """A first name alone, right before a name that it shares the last word of: “Ken and ”, “brothers Ken and ”."""
    kin, joining = either(f"{noun}s" for noun in lexicon.persons.kin), either(lexicon.descriptions.joining)
    solitary = r"(?:^|[^\w\s]\s*|\b[a-z][\w’'-]*\s+)"  # “Ann Lee and” would be somebody else's name
    return re.compile(rf"(?:\b(?i:{kin})\s+[A-Z][\w’'-]+|{solitary}(?P<alone>[A-Z][\w’'-]+))\s+(?:{joining})\s+$")
