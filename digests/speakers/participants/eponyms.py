"""The last names of a text that a firm is called by too: “Mr. Falk” and “Falk Group”."""

from __future__ import annotations

import re

from digests.lexicon import Lexicon, either
from digests.text.folding import fold
from digests.text.name_words import UPPER
from digests.text.sentences import cached_by_text


@cached_by_text
def firms_called_like_persons(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The last names, folded, that a text has behind “Mr.” and right before what only a firm's name ends with."""
    titles = either(map(str.capitalize, lexicon.persons.courtesy))
    persons = set(map(fold, re.findall(rf"\b(?:{titles})\.? ({UPPER}[\w-]+)", text)))
    endings = either(map(str.title, lexicon.bodies.company_endings | lexicon.bodies.outlet_endings))
    firms = re.findall(rf"\b({UPPER}[\w-]+) (?:{endings})\b", text) if persons else ()
    return frozenset(persons.intersection(map(fold, firms)))
