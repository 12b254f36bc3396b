"""What stands before a comma and a name: “The mayor (pictured), Ann Bo,”, “The Commander, 4 Brigade, Ann Bo,”."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from digests.actors import PersonName
from digests.lexicon import Lexicon, either
from digests.speakers.persons.preceding import NEAR
from digests.speakers.persons.roles import has_owner, is_role, role_nouns
from digests.speakers.persons.title_lengths import MOST_CHARS
from digests.speakers.persons.title_patterns import title_patterns
from digests.text.folding import fold
from digests.text.name_words import UPPER

_ASIDE = re.compile(r"\s\([^()\n]{2,30}\)")
_INITIALS = re.compile(r"\s\([A-Z]{2,6}\)")  #: “ (GOC)”
_LISTED = 160  #: characters before a name in which its office and the bodies of that are listed
_MOST_BODIES = 3


class _Patterns(NamedTuple):
    listing: re.Pattern[str]  #: “the Commander, 4 Brigade, Larn Army, ” before a name
    relative: re.Pattern[str]  #: “ who was freed in May” at the end
    second: re.Pattern[str]  #: “, and member of the council” at the end


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar = lexicon.grammar
    small = either(
        lexicon.sources.owners,
        grammar.definite_articles,
        lexicon.descriptions.joining,
        lexicon.descriptions.speaking_for,
    )
    definite, word = either(grammar.definite_articles), rf"{UPPER}[\w/.&’'-]*"
    body = rf"(?:(?:{definite})\s)?(?:\d+\w*\s)?{word}(?:\s(?:{word}|{small}))*"
    rest = r"(?P<rest>[^,.;:“”\"()\n]+)$"
    return _Patterns(
        listing=re.compile(
            rf"(?:^|[.!?:”\n]\s*|[a-z],?\s)(?:(?i:{definite})\s)?"
            rf"(?P<office>{word}(?:\s(?:{word}|{small}))*?)(?:{_INITIALS.pattern})?"
            rf"(?P<bodies>(?:,\s|\s(?=\d)){body}(?:,\s{body}){{0,{_MOST_BODIES - 1}}}),\s$"
        ),
        relative=re.compile(rf",?\s(?:{either(grammar.personal_relatives)})\s{rest}"),
        second=re.compile(
            rf",\s(?:{either(lexicon.descriptions.joining)})\s(?:(?:{either(grammar.articles)})\s)?{rest}"
        ),
    )


def leads(words: str, lexicon: Lexicon) -> Iterator[str]:
    """Words before a comma, as they are, and then without an aside, a relative clause or a second role at their end."""
    yield words
    plain = _ASIDE.sub("", words)
    patterns, nouns = _patterns(lexicon), role_nouns(lexicon)
    relative, second = patterns.relative.search(plain), patterns.second.search(plain)
    if relative is not None and nouns.isdisjoint(fold(relative["rest"]).split()):
        plain = plain[: relative.start()]
    elif second is not None and fold(second["rest"].split(" ", 1)[0]) in nouns:
        plain = plain[: second.start()]
    if plain != words:
        yield plain


def listed_office(text: str, start: int, lexicon: Lexicon) -> str | None:
    """The office that ends right before a name, with as many of the bodies behind its comma as there is room for."""
    listing = _patterns(lexicon).listing.search(text, max(0, start - _LISTED), start)
    if listing is None or not is_role(listing["office"], lexicon):
        return None
    bodies = [body.strip() for body in _INITIALS.sub("", listing["bodies"]).split(",")]
    bodies = [body for body in bodies if body]
    if not bodies or not all(_is_body(body, lexicon) for body in bodies):
        return None
    joint = ", " if listing["bodies"].startswith(",") else " "
    titles = (f"{listing['office']}{joint}{', '.join(bodies[:count])}" for count in range(len(bodies), 0, -1))
    return next((title for title in titles if len(title) <= MOST_CHARS), listing["office"])


def _is_body(name: str, lexicon: Lexicon) -> bool:
    """Whether a name has a noun for a body or for a part of an army or a state, and is no person's."""
    words = lexicon.descriptions
    return not (words.bodies | words.parts_of_bodies).isdisjoint(fold(name).split())


def with_former(words: str, text: str, name: PersonName, lexicon: Lexicon) -> str:
    """A title with the one before it that somebody has left too: “former Larn mayor and Liberal nominee Ann Bo”."""
    place = text.rfind(words, max(0, name.start - NEAR), name.start) if words else -1
    lead = title_patterns(lexicon).left_before.search(text, max(0, place - NEAR), place) if place > 0 else None
    is_title = lead is not None and fold(lead["noun"]) in role_nouns(lexicon) | lexicon.persons.titles.keys()
    return f"{lead['title']}{lead['joint']}{words}" if lead is not None and is_title else words


def without_loose_kin(title: str, lexicon: Lexicon) -> str:
    """A title without kin of whom nothing tells whose, before another: “Bo’s aunt” of “his sister and Bo’s aunt”."""
    joint = title_patterns(lexicon).joint.search(title)
    if joint is None or title[: joint.start()] not in lexicon.persons.kin:
        return title
    return title[joint.end() :] if has_owner(title[joint.end() :], lexicon) else title
