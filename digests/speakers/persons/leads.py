"""What stands before a comma and a name, without its asides: “The mayor of Larn (pictured), Ann Bo, said”."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from digests.actors import PersonName
from digests.lexicon import Lexicon, either
from digests.speakers.persons.preceding import NEAR
from digests.speakers.persons.roles import has_owner, role_nouns
from digests.speakers.persons.title_patterns import title_patterns
from digests.text.folding import fold

_ASIDE = re.compile(r"\s\([^()\n]{2,30}\)")


class _Patterns(NamedTuple):
    relative: re.Pattern[str]  #: “ who was freed in May” at the end
    second: re.Pattern[str]  #: “, and member of the council” at the end


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar = lexicon.grammar
    rest = r"(?P<rest>[^,.;:“”\"()\n]+)$"
    return _Patterns(
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
