"""Who somebody is by the sentence beside their name: “A former minister has resigned.”, then “Ann Bo said …”."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from digests.actors import PersonName
from digests.lexicon import Lexicon, either
from digests.models import Span
from digests.speakers.kinds import may_mean_person
from digests.speakers.persons.preceding import start_of
from digests.speakers.persons.roles import head_noun
from digests.speakers.persons.titles import says_little, title_in
from digests.text.folding import fold
from digests.text.name_words import point
from digests.text.sentences import sentences

_OPENING: Final = 2  #: sentences, a headline among them, after which somebody may be named first
_MOST_CHARS: Final = 110  #: of a description


class _Patterns(NamedTuple):
    subject: re.Pattern[str]  #: “A former Larn minister | has” at the start of a sentence
    definite: re.Pattern[str]  #: “The”
    saying: re.Pattern[str]  #: a verb of saying: who said something may be another than whoever speaks next


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, verbs = lexicon.grammar, lexicon.verbs
    saying = either(verbs.saying, verbs.telling)
    finite = either(grammar.be_finite, grammar.have_finite, grammar.modals)
    definite = either(map(str.capitalize, grammar.definite_articles))
    articles = either(map(str.capitalize, (*grammar.definite_articles, *grammar.indefinite_articles)))
    relative = either(grammar.relative_pronouns, grammar.personal_relatives)
    return _Patterns(
        subject=re.compile(
            rf"(?:{articles})\s(?P<words>(?:{point(lexicon)}|(?!\s(?:{relative})\b)[^.,;:?!“”\"()\[\]\n–—])"
            rf"{{3,{_MOST_CHARS}}}?)(?:,\s[^,.\n]{{3,80}},)?\s(?P<verb>(?:{finite}|{saying}|[a-z]{{2,}}ed)\b)"
        ),
        definite=re.compile(rf"(?:{definite})\s"),
        saying=re.compile(rf"(?:{saying})"),
    )


def told_beside(text: str, name: PersonName, names: Sequence[PersonName], lexicon: Lexicon) -> str | None:
    """What the sentence before or behind the one that a full name begins calls whoever it is of.

    Before it but the text's opening, which names nobody and in which nobody speaks; behind it a sentence that points
    back with “the”, where no other is named or described in the first one.
    """
    spans, start = sentences(text), start_of(text, name)
    number = next((n for n, (begin, _) in enumerate(spans) if begin == start), None)
    if number is None or name.bare:
        return None
    is_first = all(other.last != name.last for other in _named_in((0, start), names))
    if is_first and 0 < number <= _OPENING and not _named_in(spans[number - 1], names):
        title = _opening(text, spans[number - 1], lexicon)
        if title is not None:
            return title
    is_alone = all(other.last == name.last for other in _named_in(spans[number], names))
    return _pointing(text, spans[number], spans[number + 1], lexicon) if is_alone and number + 1 < len(spans) else None


def _opening(text: str, sentence: Span, lexicon: Lexicon) -> str | None:
    """What somebody is called with whom a text begins, be it by a trade that more follows."""
    match = _patterns(lexicon).subject.match(text, *sentence)
    if match is None or _patterns(lexicon).saying.fullmatch(match["verb"]):
        return None
    return _title(match["words"], lexicon) or _trade(match["words"], lexicon)


def _pointing(text: str, first: Span, second: Span, lexicon: Lexicon) -> str | None:
    """What “the former Larn chairman” of a second sentence says of whoever the first one is about."""
    match = _patterns(lexicon).subject.match(text, *second)
    is_definite = match is not None and _patterns(lexicon).definite.match(text, second[0]) is not None
    title = _title(match["words"], lexicon) if match is not None and is_definite else None
    is_another = title is not None and head_noun(title, lexicon) in fold(text[first[0] : first[1]]).split()
    return None if is_another else title


def _title(words: str, lexicon: Lexicon) -> str | None:
    """The title that a description is, if it says more than a bare office and whose kin somebody is."""
    title = title_in(words, lexicon)
    no_titles = lexicon.persons.kin.keys() | lexicon.descriptions.spokespersons
    is_telling = title is not None and not says_little(title, lexicon) and head_noun(title, lexicon) not in no_titles
    return title if is_telling else None


def _trade(words: str, lexicon: Lexicon) -> str | None:
    """The trade that words begin with: “artist” of “artist critical of the plan”."""
    first, *rest = words.split(" ", 2)
    trades = lexicon.persons.occupations - lexicon.descriptions.belongings - lexicon.persons.kin.keys()
    is_trade = (first in trades or may_mean_person(first, lexicon)) and first not in lexicon.persons.titles
    return first if is_trade and rest and rest[0] not in lexicon.grammar.prepositions else None


def _named_in(span: Span, names: Sequence[PersonName]) -> list[PersonName]:
    return [name for name in names if span[0] <= name.start < span[1]]
