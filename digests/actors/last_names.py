"""Last names that stand alone, and mean somebody whom the text names in full."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from digests.actors.person_name import PersonName
from digests.actors.runs import Run, plain_word
from digests.lexicon import Lexicon, either
from digests.text.folding import fold

_BEFORE_IN = 40  #: characters


def last_names(text: str, run: Run, lasts: set[str]) -> Iterator[PersonName]:
    """A run that is, but for titles, the last name of somebody the text has named in full."""
    words = run.lexicon.persons
    titles = tuple(takewhile(lambda word: is_calling(plain_word(word), run.lexicon), run.words[:-1]))
    rest = run.words[len(titles) :]
    alone = len(rest) == 1 or (len(rest) == 2 and opens_last_name(rest[0], run.lexicon))
    is_firm = "&" in {text[run.start - 2 : run.start - 1], text[run.end + 1 : run.end + 2]}  # “Lund & Ek”
    is_place = run.previous_word.lower() in words.before_places and not _is_trusted(text, run)
    if alone and not is_firm and not is_place and fold(rest[-1]) in lasts:
        name = run.part(len(titles), len(run.words))
        name_titles = titles or ((run.previous_word,) if plain_word(run.previous_word) in words.titles else ())
        yield PersonName(name.start, name.end, " ".join(name.words), name_titles, bare=True, lexicon=run.lexicon)


def _is_trusted(text: str, run: Run) -> bool:
    """Whether what stands before “in” says that a person follows: “full confidence in Bo”."""
    lead = text[max(0, run.start - _BEFORE_IN) : run.start].split()
    return len(lead) > 1 and lead[-2].lower() in run.lexicon.persons.trusting


def borrowed_last_names(text: str, full: Iterable[PersonName], lexicon: Lexicon) -> Iterator[PersonName]:
    """The last names that are days or months, alone where they speak: “January said” in an article on Carl January."""
    lasts = {
        name.name.rpartition(" ")[2] for name in full if name.last in lexicon.persons.borrowed and " " in name.name
    }
    for last in lasts:
        for match in _speaking(last, lexicon).finditer(text):
            start, end = match.span("name" if match["name"] else "other")
            yield PersonName(start, end, last, bare=True, lexicon=lexicon)


@functools.lru_cache(maxsize=64)
def _speaking(last: str, lexicon: Lexicon) -> re.Pattern[str]:
    verbs, according = either(lexicon.verbs.saying), either(lexicon.sources.according)
    citation = rf"(?:{according}|{either(lexicon.verbs.inverted)}) (?P<other>{last})\b"
    return re.compile(rf"(?<!\w )(?P<name>\b{last}) (?:{verbs})\b|{citation}")


def opens_last_name(word: str, lexicon: Lexicon) -> bool:
    """Whether a last name may begin with a word: “De” of “De Jong”, “Abu” of “Abu Bo”."""
    return word.lower() in lexicon.persons.particles | lexicon.descriptions.name_parts


def is_calling(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a title, or an office or trade that stands as one: “Oceanographer Bo”."""
    return word in lexicon.persons.titles or word in lexicon.persons.occupations
