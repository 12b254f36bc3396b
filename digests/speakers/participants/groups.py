"""Who somebody is who is named among several of a kind: “activists Ann Bo and Carl Ek”, “Bo and Ek, both nurses”."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from digests.actors import PersonName
from digests.lexicon import Lexicon, either
from digests.models import Span
from digests.speakers.kinds import may_mean_person
from digests.speakers.persons.preceding import start_of
from digests.speakers.persons.roles import role_nouns
from digests.speakers.persons.titles import title_of
from digests.text.folding import fold
from digests.text.name_words import UPPER

_NEAR: Final = 120  #: characters before the first of several
_BEHIND: Final = 120  #: characters behind the last of them


class _Patterns(NamedTuple):
    joint: re.Pattern[str]  #: “ (L), ”, “, R-Utah, and ” between two of a list
    last_joint: re.Pattern[str]  #: a joint with an “and”
    apposition: re.Pattern[str]  #: “, both economists at Larn Bank,” behind the last


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    joining = either(lexicon.descriptions.joining)
    aside = rf"(?:\s\([^()\n]{{1,24}}\)|,\s\d\d|,?\s{UPPER}-{UPPER}[\w.]*(?:\s{UPPER}[\w.]*)?)?"
    return _Patterns(
        joint=re.compile(rf"{aside}(?:,|,?\s(?:{joining}))\s"),
        last_joint=re.compile(rf"\s(?:{joining})\s$"),
        apposition=re.compile(
            rf"{aside},\s(?:(?:{either(lexicon.descriptions.pairing)})\s)?(?P<words>[^.;:()“”\"\n]{{3,{_BEHIND}}})"
        ),
    )


def told_among(text: str, name: PersonName, names: Sequence[PersonName], lexicon: Lexicon) -> str | None:
    """The title that all of a list have, before the first or behind the last of them, as one of them has it."""
    group = () if name.bare else _group(text, name, names, lexicon)
    if not group:
        return None
    first, last = group[0], group[-1]
    lead = text[max(0, start_of(text, first) - _NEAR) : start_of(text, first)].rpartition("\n")[2]
    apposition = _patterns(lexicon).apposition.match(text, last.end)
    places = (*_leading(lead, lexicon), *(_trailing(apposition["words"], lexicon) if apposition else ()))
    titles = (title_of(f"{lead}{name.name}{tail}", _placed(name, len(lead)), lexicon) for lead, tail in places)
    return next(filter(None, titles), None)


def _group(text: str, name: PersonName, names: Sequence[PersonName], lexicon: Lexicon) -> tuple[PersonName, ...]:
    """The full names of a list that a name is in, in order; none where it stands alone."""
    number = next((n for n, other in enumerate(names) if other.start == name.start), None)
    if number is None:
        return ()
    first = last = number
    while first > 0 and _is_joined(text, names[first - 1], names[first], lexicon):
        first -= 1
    while last + 1 < len(names) and _is_joined(text, names[last], names[last + 1], lexicon):
        last += 1
    ends_list = first < last and _patterns(lexicon).last_joint.search(text[names[last - 1].end : names[last].start])
    return tuple(names[first : last + 1]) if ends_list else ()


def _is_joined(text: str, name: PersonName, following: PersonName, lexicon: Lexicon) -> bool:
    """Whether two full names without titles follow one another in a list."""
    is_plain = not (name.bare or following.bare or following.titles)
    return is_plain and _patterns(lexicon).joint.fullmatch(text, name.end, following.start) is not None


def _leading(words: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Words before a list as they would stand before one: “activist ” of “activists ”."""
    for start, end in reversed(_words(words)):
        if (noun := _singular(words[start:end], lexicon)) is not None:
            yield f"{words[:start]}{noun}{words[end:]}", ""
            return


def _trailing(words: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Words behind a list as they would stand behind one: “, economist at Larn Bank” of “, economists at …”."""
    for start, end in _words(words):
        if (noun := _singular(words[start:end], lexicon)) is not None:
            yield "", f", {words[:start]}{noun}{words[end:]}"
            return


def _words(text: str) -> list[Span]:
    return [match.span() for match in re.finditer(r"[\w’'-]+\.?", text)]


def _singular(word: str, lexicon: Lexicon) -> str | None:
    """The noun for one of those that a word means, if it is one for people: “senator” of “senators”."""
    point = "." if word.endswith(".") else ""
    plain = word.removesuffix(".")
    for ending, singular in lexicon.persons.several_endings.items():
        noun = f"{plain.removesuffix(ending)}{singular}"
        is_role = fold(noun) in role_nouns(lexicon) or may_mean_person(noun, lexicon)
        if plain.endswith(ending) and is_role and noun not in lexicon.persons.kin:
            return f"{noun}{point}"
    return None


def _placed(name: PersonName, start: int) -> PersonName:
    """A name as it stands at another place."""
    return PersonName(start, start + len(name.name), name.name, lexicon=name.lexicon)
