"""The names of a text that may be bodies', with where each stands and what the text tells it to be."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from digests.actors import is_acronym
from digests.lexicon import Lexicon, either
from digests.models import Span
from digests.speakers.bodies.body_nouns import body_nouns, nouns_beside, nouns_within, tells_where
from digests.speakers.bodies.companies.names import joined_runs, without_place
from digests.speakers.layout import Layout
from digests.speakers.noun_phrases import plain
from digests.speakers.participants import Cast
from digests.text.folding import fold
from digests.text.whole_words import has_words, stands_amid

_SET_OFF: Final = 25  #: characters behind a name in which its initials stand in brackets


_INITIALS: Final = re.compile(r"\b[A-Z]{1,3}&[A-Z]{1,3}\b")  #: “S&P”


@dataclass(eq=False, slots=True)
class Candidate:
    """A name that may be a body's."""

    name: str
    spans: list[Span] = field(default_factory=list)
    nouns: frozenset[str] = frozenset()  #: what the text, or the name itself, tells it to be
    is_person: bool = False  #: it looks like a person's
    full: str = ""  #: it with the noun in small letters that goes with it: “Stansted airport”

    def last(self, place: int) -> int:
        """Where it stands last before a place; -1 where it does not."""
        return max((start for start, _ in self.spans if start < place), default=-1)

    def take(self, other: Candidate) -> None:
        """Take in another name of the same body."""
        self.spans = sorted((*self.spans, *other.spans))
        self.nouns |= other.nouns


def candidates(cast: Cast, layout: Layout) -> list[Candidate]:
    """The names that a text's narrator uses, the other names of one body with it."""
    by_name: dict[str, Candidate] = {}
    persons = {name.start for name in cast.names}
    for start, end in _names(cast, layout):
        name = cast.text[start:end]
        candidate = by_name.setdefault(fold(name), Candidate(name))
        candidate.spans.append((start, end))
        candidate.is_person |= start in persons
        nouns = _nouns(cast, start, end)
        tail = next((noun for noun in nouns if cast.text.startswith(f" {noun}", end)), None)
        candidate.full = candidate.full or (f"{name} {tail}" if tail else "")
        candidate.nouns |= nouns
    return _merged(list(by_name.values()), cast)


@functools.cache
def _joint(lexicon: Lexicon) -> re.Pattern[str]:
    """What parts two names: “ and the ”."""
    return re.compile(rf" (?:{either(lexicon.descriptions.joining)}) (?:{either(lexicon.grammar.definite_articles)}) ")


@functools.cache
def _telling(lexicon: Lexicon) -> frozenset[str]:
    """The words that tell what a body is."""
    return body_nouns(lexicon).union(*(family.names for family in lexicon.bodies.families))


def _nouns(cast: Cast, start: int, end: int) -> frozenset[str]:
    """What a name itself, or the words right beside it, tell it to be."""
    words = nouns_within(cast.text[start:end], cast.lexicon).union(nouns_beside(cast.text, start, end, cast.lexicon))
    return _telling(cast.lexicon) & words


def _names(cast: Cast, layout: Layout) -> Iterator[Span]:
    """Where names stand in the narrator's words, those of persons with a title left out."""
    joint = _joint(cast.lexicon)
    bodies = [(body.start, body.end) for body in cast.bodies.all if not joint.search(cast.text, body.start, body.end)]
    persons = {name.start for name in cast.names if name.titles}
    runs = list(map(without_place, joined_runs(cast.text, cast.lexicon)))
    names = {words for words in {run.words for run in runs} if _is_name(words, cast)}
    for run in runs:
        is_within = any(start < run.end and run.start < end for start, end in bodies)
        is_titled = any(run.start <= start < run.end for start in persons) and not _nouns(cast, run.start, run.end)
        is_name = run.words in names
        is_torn = "&" in cast.text[max(0, run.start - 1) : run.start] + cast.text[run.end : run.end + 1]
        if layout.is_told(run.start) and is_name and not (is_within or is_titled or is_torn):
            yield run.start, run.end
    yield from (match.span() for match in _INITIALS.finditer(cast.text) if layout.is_told(match.start()))
    yield from (_bare(cast, *span) for span in bodies if layout.is_told(span[0]))


def _bare(cast: Cast, start: int, end: int) -> Span:
    """Where a name stands without its article and its possessive."""
    name = plain(cast.text[start:end], cast.lexicon)
    place = cast.text.find(name, start)
    return place, place + len(name)


def _is_name(words: Sequence[str], cast: Cast) -> bool:
    """Whether capitalised words are none that but begin a sentence, nor all nouns of bodies."""
    if all(fold(word).removesuffix("s") in body_nouns(cast.lexicon) for word in words):
        return False
    if len(words) > 1 or stands_amid(words[0], cast.text):
        return True
    if has_words(words[0].lower(), cast.text):
        return False
    verbs = either(cast.lexicon.grammar.finite_auxiliaries, cast.lexicon.grammar.modals)
    word = re.compile(rf"\b{re.escape(words[0])}(?P<subject>[’']s|,? (?:{verbs}))?\b")
    mentions = list(word.finditer(cast.text))
    return len(mentions) > 1 or any(mention["subject"] for mention in mentions)


def _merged(names: Sequence[Candidate], cast: Cast) -> list[Candidate]:
    """Names, the shorter ones taken for the longer one that a text has before them."""
    bodies: list[Candidate] = []
    for candidate in sorted(names, key=lambda c: (c.spans[0], -len(c.name))):
        longer = [other for other in bodies if _is_one(other, candidate, cast)]
        if len(longer) == 1:
            longer[0].take(candidate)
        else:
            bodies.append(candidate)
    return bodies


def _is_one(known: Candidate, later: Candidate, cast: Cast) -> bool:
    """Whether a later name is another of a known body: a part of its name, its initials, or it with what it is."""
    first, second = fold(known.name).split(), fold(later.name).split()
    if set(second) < set(first):
        return first[0] == second[0]
    if "&" in later.name:
        initials = "".join(word[0] for word in known.name.split() if word[0].isupper())
        return initials.startswith(later.name.replace("&", ""))
    if is_acronym(later.name):
        start = later.spans[0][0]
        is_set_off = cast.text[start - 1 : start] == "(" and any(0 < start - end < _SET_OFF for _, end in known.spans)
        return (is_set_off and later.name[0] == known.name[0]) or cast.bodies.spelt_out(later.name) == known.name
    extra = later.name[: -len(known.name)].split()
    if extra and later.name.endswith(f" {known.name}"):
        return all(tells_where(word, cast.index) for word in extra)
    is_firm = bool(known.nouns) and cast.lexicon.bodies.company_endings >= set(second[len(first) :])
    return is_firm and first == second[: len(first)]
