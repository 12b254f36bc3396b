"""What stands before a comma and a name, without its asides: “The mayor of Larn (pictured), Ann Bo, said”."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.speakers.persons.roles import role_nouns
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
