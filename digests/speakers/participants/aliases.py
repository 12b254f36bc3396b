"""What else a text says that a body is called: “…, known as Coag”, “Roads, Ports and Ferries Larn (RPFL)”."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.speakers.participants.body_names import is_body_name, without_article
from digests.text.name_words import UPPER, name_words

_FEWEST = 3  #: capitals of initials that the words before them need not begin with: those of another language


class _Patterns(NamedTuple):
    alias: re.Pattern[str]  #: “the Coastal Agency, known as Coag”
    bracket: re.Pattern[str]  #: initials in brackets behind words with commas
    joint: re.Pattern[str]  #: what parts two bodies: “ and the ”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    words, definite = lexicon.descriptions, either(lexicon.grammar.definite_articles)
    word = rf"{UPPER}[\w’'&-]+"
    comma = rf"(?:,\s(?:(?:{either(words.joining)})\s)?|\s(?:{name_words(lexicon)}\s){{0,2}})"
    return _Patterns(
        alias=re.compile(
            rf"(?P<name>{UPPER}[\w’'&-]+(?:\s(?:{name_words(lexicon)}\s){{0,2}}{UPPER}[\w’'&-]+){{1,7}})"
            rf"(?:,?\s(?:\w+\s)?(?:{either(words.introducing)}|{either(words.renaming)})\s(?:(?:{definite})\s)?|\s\()"
            rf"[“\"]?(?P<alias>{UPPER}[\w&-]+)\b(?!\)\s{UPPER}[a-z])(?P<closed>\))?"  # not “Ann (Jo) Bo”
        ),
        bracket=re.compile(rf"(?P<name>{word}(?:{comma}{word}){{2,8}})\s\((?P<alias>[A-Z]{{3,8}})\)"),
        joint=re.compile(rf"\s(?:{either(words.joining)})\s(?:{definite})\s"),
    )


def aliases(text: str, lexicon: Lexicon) -> dict[str, str]:
    """The bodies of a text by what it says that they are called."""
    names = (*_plain(text, lexicon), *_listing(text, lexicon))
    return {alias: without_article(name, lexicon) for alias, name in names}


def _plain(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Names without a comma; initials that are not the name's stand in brackets behind the noun of a body."""
    patterns = _patterns(lexicon)
    for match in patterns.alias.finditer(text):
        alias, name = match["alias"], without_article(match["name"], lexicon)
        is_foreign = match["closed"] is not None and len(alias) >= _FEWEST and is_body_name(name, lexicon)
        if " " in name and (alias[0] == name[0] or not alias.isupper()):
            yield alias, name
        elif is_foreign:
            yield alias, patterns.joint.split(name)[-1]


def _listing(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Names with commas in them, whose words the initials in brackets are of."""
    for match in _patterns(lexicon).bracket.finditer(text):
        for start in (word.start() for word in re.finditer(rf"{UPPER}", match["name"])):
            name = match["name"][start:]
            if "," in name and "".join(re.findall(rf"\b({UPPER})", name)) == match["alias"]:
                yield match["alias"], name
