"""What stands behind a name and tells where somebody lives, works, or was elected, or where a university lies."""

from __future__ import annotations

import re

from digests.actors import PersonName
from digests.lexicon import Lexicon
from digests.speakers.persons.roles import has_owner, last_word
from digests.speakers.persons.title_patterns import title_patterns
from digests.text.folding import fold

_CAMPUS = re.compile(
    r", [A-Z][a-z]+(?: [A-Z][a-z]+)?(?=[,;.]|$)"
)  #: “, San Diego” behind “the University of California”
_SHORT = 2  #: words of a title that does not tell which state somebody is of: “State Sen.”


def home_of(text: str, name: PersonName, lexicon: Lexicon) -> str | None:
    """Where somebody lives of whom a text tells nothing else: “Ann Bo, 33, of Larn, Ohio,”."""
    match = title_patterns(lexicon).from_home.match(text, name.end)
    home = match and (match["aged"] or match["home"])
    return home if match and (match["aged"] or "," in match["home"]) else None


def workplace_of(text: str, name: PersonName, title: str, lexicon: Lexicon) -> str:
    """Where somebody works whose trade alone stands before their name: “ at Larn Bank” of “analyst Ann Bo at …”."""
    words = lexicon.descriptions
    is_employed = title.lower() in words.employed | lexicon.persons.analyst_roles
    is_plain = (
        text.endswith(f"{title} ", 0, name.start)
        and (title.islower() or (" " in title and title[1:].islower()))
        and not has_owner(title, lexicon)
    )
    match = title_patterns(lexicon).workplace.match(text, name.end) if is_employed or is_plain else None
    is_near = match is not None and (is_employed or match["joint"] in words.origins)
    return match[0] if match and is_near else ""


def seat_of(text: str, name: PersonName, lexicon: Lexicon) -> str | None:
    """The party and the place of a member of a chamber whose office does not stand beside the name: “D-N.J.”."""
    seat = title_patterns(lexicon).seat.match(text, name.end)
    return seat["seat"] if seat else None


def seated(title: str, text: str, name: PersonName, lexicon: Lexicon) -> str:
    """The title of a member of a chamber with the party and the place behind the name: “State Sen., R-Warren”."""
    is_short = len(title.split()) <= _SHORT and last_word(title) in lexicon.descriptions.local_offices
    seat = title_patterns(lexicon).seat.match(text, name.end) if is_short else None
    return f"{title}, {seat['seat']}" if seat else title


def campus_behind(text: str, place: int, name: str, lexicon: Lexicon) -> str:
    """What stands at a place of a text behind a name that ends with a state's, and tells which campus is meant."""
    words = fold(name).split()
    if not words or words[-1] not in lexicon.places.states.values() or lexicon.descriptions.bodies.isdisjoint(words):
        return ""
    campus = _CAMPUS.match(text, place)
    return campus[0] if campus else ""
