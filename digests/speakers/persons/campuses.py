"""Where a university of a whole state lies: “, San Diego” behind “the University of California”."""

from __future__ import annotations

import re

from digests.lexicon import Lexicon
from digests.text.folding import fold

_CAMPUS = re.compile(r", [A-Z][a-z]+(?: [A-Z][a-z]+)?(?=[,;.]|$)")


def campus_behind(text: str, place: int, name: str, lexicon: Lexicon) -> str:
    """What stands at a place of a text behind a name that ends with a state's, and tells which campus is meant."""
    words = fold(name).split()
    if not words or words[-1] not in lexicon.places.states.values() or lexicon.descriptions.bodies.isdisjoint(words):
        return ""
    campus = _CAMPUS.match(text, place)
    return campus[0] if campus else ""
