"""Finding the persons that a text names, so that nobody called Evans is taken for a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from digests.lexicon.english.persons import GIVEN_NAMES, NOT_NAMES, OCCUPATIONS, PLACE_OR_BODY, SAYING, TITLES
from digests.models import Pronoun, Span
from digests.text.folding import fold

_UPPER = r"[A-Z\u00C0-\u00DE\u0100-\u017F\u0400-\u042F]"
_TOKEN = rf"(?:(?:al|el|Al|El|ad|as|ash|bin)-)?(?:(?:{_UPPER}\.){{1,3}}|{_UPPER}[\w’'‘\-]*\w\b\.?|{_UPPER}\b)"
_PARTICLE = r"(?:(?:de|del|della|la|le|van|von|der|den|ter|da|das|dos|di|du|bin|ibn|ben|al|el)[ ])"
_RUN = re.compile(rf"{_TOKEN}(?:[ \u00a0]{_PARTICLE}{{0,2}}{_TOKEN})*")
_WORD_BEFORE = re.compile(r"([\w’'\-]+\.?)[ \u00a0]$")
_ENDS: Final = frozenset(".’'‘`")  #: a sentence's point, or a possessive, ends a name
_INITIALS = re.compile(r"J[A-Z]|[A-Z]J|(?!U\.[NSK]|E\.U)(?:[A-Z]\.){1,3}")
_INVERTED: Final = frozenset("said says added wrote explained recalled".split())  #: “…,” said Ann Bo.
_COURTESY: Final = frozenset("mr mrs ms miss dr".split())
#: Titles that only a person's name follows, unlike “General”, and that headlines seldom leave out.
_TELLING: Final = _COURTESY | frozenset(
    "sir dame lord lady prof professor mayor judge councillor councilman councilwoman superintendent inspector sheriff "
    "col maj capt sgt lt".split()
)
#: “its chairman, ” before a name that a comma, a stop or a verb of saying closes.
_ROLE_SET_OFF = re.compile(
    r"(?:\b(?:the|its|his|her|their|whose)|[’'‘]s?)[ ](?:[\w\-]+[ ]){0,5}?([\w\-]+),[ ]$", re.IGNORECASE
)
_OF_BODY = re.compile(rf"[ ](?:of|at|from|with)[ ](?:the[ ])?({_TOKEN}(?:[ ](?:(?:of|for|on|and)[ ])?{_TOKEN})*)")
_SPACE = re.compile(r"[ \u00a0]")
_POSSESSIVE = re.compile(r"[’'‘`]s?$")
_EVIDENCE = re.compile(r",?[ ](?:who|whose)\b|,[ ]\d\d\b|[ ]\([DRI]-")
_APPOSITION = re.compile(r",[ ]((?:a|an|the|its|his|her|former|deputy|chief)[ ][^,.;:\n]{3,80})")
_NEXT_WORD = re.compile(r"[ ](?:has |had |have |also |later |then )?([a-z]+)")
#: Surnames among the words that otherwise end the name of a place or body.
_SURNAMES: Final = frozenset(
    "white black green blue hill hall church lake long west north day grand great old post press english young saint "
    "law camp state post banks".split()
)
_PARTICLES: Final = frozenset("de del della la le van von der den ter da das dos di du bin ibn ben al el".split())
_SUFFIXES: Final = frozenset("jr sr ii iii iv".split())
_SHORTENED: Final = _SUFFIXES | TITLES.keys()
_ROLES: Final = TITLES.keys() | OCCUPATIONS
#: What only a person is; a body may be an owner or a member.
_HOLDERS: Final = OCCUPATIONS - {"owner", "member", "builder", "banker", "trader", "developer", "worker"}
_PLACE_BEFORE: Final = frozenset("in near".split())


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person named in a text; `name` is without titles, and bare where only the last name stands."""

    start: int
    end: int
    name: str
    titles: tuple[str, ...] = ()
    bare: bool = False

    @property
    def last(self) -> str:
        """The last name, folded."""
        words = [w for w in fold(self.name).split() if w not in _SUFFIXES]
        return words[-1] if words else ""

    @property
    def pronoun(self) -> Pronoun | None:
        """What the titles or the given name tell."""
        told = [p for title in self.titles if (p := TITLES.get(_plain(title)))]
        return told[-1] if told else (None if self.bare else GIVEN_NAMES.get(fold(self.name).split(" ")[0]))


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalised words in a row, and the word before them."""

    start: int
    end: int
    tokens: tuple[Span, ...]
    words: tuple[str, ...]
    before: str

    def part(self, first: int, last: int) -> _Run:
        """The tokens from `first` up to `last`."""
        tokens, before = self.tokens[first:last], self.words[first - 1] if first else self.before
        return _Run(tokens[0][0], tokens[-1][1], tokens, self.words[first:last], before)


def person_spans(text: str) -> tuple[Span, ...]:
    """Where a text names persons, titles left out, in order."""
    return tuple((person.start, person.end) for person in find_persons(text))


def find_persons(text: str) -> tuple[PersonName, ...]:
    """The persons a text names: full names with some evidence, then their last names wherever those stand alone."""
    capitalised = (found for found in _RUN.finditer(text) if found[0].lower() not in NOT_NAMES)
    runs = [run for found in capitalised for run in _runs(text, found.span())]
    bare = _bare_names(runs)
    full = {run.start: person for run in runs if (person := _full_name(text, run, bare)) is not None}
    _cut_headlines(text, runs, full)
    lasts = {person.last for person in full.values() if " " in person.name}
    for start, person in full.items():
        if " " not in person.name and person.last in lasts:
            full[start] = replace(person, bare=True)
    lasts |= {person.last for person in full.values()}
    later = (person for run in runs if run.start not in full for person in _last_names(text, run, lasts))
    return tuple(sorted([*full.values(), *later], key=lambda person: person.start))


def _bare_names(runs: list[_Run]) -> dict[str, bool]:
    """The last names that stand alone or after a mere title; true tells that whoever else has it is that person."""
    known = {fold(run.words[-1]) for run in runs if _has_given_name(_from_given_name(run))}
    bare: dict[str, bool] = {}
    for run in runs:
        titled = len(run.words) == 2 and _plain(run.words[0]) in _TELLING
        if titled or len(run.words) == 1:
            last = fold(run.words[-1])
            bare[last] = bare.get(last, False) or (titled and last not in known)
    return bare


def _cut_headlines(text: str, runs: list[_Run], full: dict[int, PersonName]) -> None:
    """Keep but the name of a run that goes on, as headlines do, after a name of two words known from elsewhere."""
    known = {person.name for person in full.values() if person.name.count(" ") == 1}
    for run in runs:
        found = full.get(run.start)
        first = run.part(0, 2) if len(run.words) > 2 else run
        if len(run.words) > 2 and " ".join(first.words) in known and (found is None or found.name not in known):
            full[run.start] = PersonName(first.start, first.end, _said(text, first))


def _runs(text: str, span: Span) -> Iterator[_Run]:
    """The names within capitalised words in a row, parted by sentence ends and by words that no name has."""
    tokens: list[Span] = []
    for raw in _split(text, span):
        token = _without_marks(text, raw)
        word = text[slice(*token)]
        named = word.lower() not in NOT_NAMES or _plain(word) in TITLES
        if named:
            tokens.append(token)
        ended = token[1] != raw[1] and text[token[1]] in _ENDS
        if tokens and (not named or ended):
            yield _run(text, tokens)
            tokens = []
    if tokens:
        yield _run(text, tokens)


def _run(text: str, tokens: list[Span]) -> _Run:
    start = tokens[0][0]
    before = _WORD_BEFORE.search(text, max(0, start - 30), start)
    words = tuple(text[slice(*token)] for token in tokens)
    return _Run(start, tokens[-1][1], tuple(tokens), words, before[1] if before else "")


def _split(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    for space in _SPACE.finditer(text, start, end):
        yield start, space.start()
        start = space.end()
    yield start, end


def _without_marks(text: str, token: Span) -> Span:
    """A token without a possessive, or a point that is no abbreviation's."""
    start, end = token
    word = text[start:end]
    if word.endswith(".") and "." not in word[1:-1] and len(word) > 2 and _plain(word) not in _SHORTENED:
        end -= 1
    if word == "X.":
        end -= 1  # the network's name at a sentence's end, hardly an initial
    possessive = _POSSESSIVE.search(text[start:end])
    return start, end - len(possessive[0]) if possessive else end


def _plain(word: str) -> str:
    return word.lower().replace(".", "")


def _full_name(text: str, run: _Run, bare: Mapping[str, bool]) -> PersonName | None:
    """The person a run names in full, or by a title and a name."""
    titled = max((i + 1 for i, word in enumerate(run.words) if _plain(word) in TITLES), default=0)
    before = [run.before] if not titled and _plain(run.before) in TITLES else []
    titles = (*run.words[:titled], *before)
    if titled == len(run.words) > 1 and _plain(run.words[0]) in _COURTESY:
        titled = 1
    if titled == len(run.words):
        return None
    name = run.part(titled, len(run.words))
    if titles:
        name = _from_given_name(name) if not titled else name
        known = _has_given_name(name) or (_could_be_person(name) and (titled > 0 or len(name.words) > 1))
    else:
        name = _from_given_name(name)
        known = _has_given_name(name) or (_could_be_person(name) and _is_shown(text, name, bare))
    return PersonName(name.start, name.end, _said(text, name), titles) if known else None


def _from_given_name(run: _Run) -> _Run:
    """A run from its first given name on, if one stands within: “Democrat Nancy Smith”."""
    for place, word in enumerate(run.words[:-1]):
        if _given(word) in GIVEN_NAMES:
            return run.part(place, len(run.words))
    return run


def _given(word: str) -> str:
    """A given name folded, of a double one the first."""
    return fold(word).partition(" ")[0]


def _has_given_name(run: _Run) -> bool:
    last = run.words[-1].lower()
    named = _given(run.words[0]) in GIVEN_NAMES or bool(_INITIALS.fullmatch(run.words[0]))
    short = 2 <= len(run.words) <= 5 and (len(run.words[0]) > 2 or "." in run.words[0])
    return named and short and (last in _SURNAMES or last not in PLACE_OR_BODY) and not run.words[-1].isupper()


def _could_be_person(run: _Run) -> bool:
    return len(run.words) <= 4 and not any(map(_of_place_or_body, run.words))


def _of_place_or_body(word: str) -> bool:
    plain = word.lower()
    initials = len(word) > 1 and word.isupper() and not _INITIALS.fullmatch(word)
    return plain in PLACE_OR_BODY or initials or plain.endswith("-based")


def _is_shown(text: str, run: _Run, bare: Mapping[str, bool]) -> bool:
    """Whether a run of two or three words without a known given name is used as a person's name is."""
    if not 2 <= len(run.words) <= 3 or any(len(word) < 2 for word in run.words):
        return False
    following = _NEXT_WORD.match(text, run.end)
    says = following is not None and following[1] in SAYING
    said = run.before.lower() in SAYING
    inverted = run.before in _INVERTED and len(run.words) == 2 and text[run.end : run.end + 1] in {",", "."}
    last = fold(run.words[-1])
    return (
        inverted
        or bool(_EVIDENCE.match(text, run.end))
        or bare.get(last, False)
        or ((says or said) and last in bare)
        or _is_described(text, run)
    )


def _is_described(text: str, run: _Run) -> bool:
    """Whether a role stands beside a run: “executive Ann Bo”, “its chairman, Ann Bo,”, “Ann Bo, a nurse”."""
    apposition = _APPOSITION.match(text, run.end)
    if apposition is not None and not _ROLES.isdisjoint(fold(apposition[1]).split()):
        return True
    if run.before.lower() in _HOLDERS:
        return True
    role = _ROLE_SET_OFF.search(text, max(0, run.start - 90), run.start)
    if role is not None and role[1].lower() in _HOLDERS | TITLES.keys() and text[run.end : run.end + 1] in {",", "."}:
        return True
    body = _OF_BODY.match(text, run.end)
    return body is not None and not PLACE_OR_BODY.isdisjoint(fold(body[1]).split()) and _speaks(text, run, body.end())


def _speaks(text: str, run: _Run, end: int) -> bool:
    """Whether a verb of saying stands after a name with what belongs to it, or right before it."""
    following = _NEXT_WORD.match(text, end)
    return run.before.lower() in SAYING or (following is not None and following[1] in SAYING)


def _said(text: str, run: _Run) -> str:
    return " ".join(text[run.start : run.end].split())


def _last_names(text: str, run: _Run, lasts: set[str]) -> Iterator[PersonName]:
    """A run that is, but for titles, the last name of somebody the text has named in full."""
    titles = tuple(takewhile(lambda word: _plain(word) in TITLES, run.words))
    rest = run.words[len(titles) :]
    alone = len(rest) == 1 or (len(rest) == 2 and rest[0].lower() in _PARTICLES)
    if alone and fold(rest[-1]) in lasts and run.before.lower() not in _PLACE_BEFORE:
        name = run.part(len(titles), len(run.words))
        given = titles or ((run.before,) if _plain(run.before) in TITLES else ())
        yield PersonName(name.start, name.end, _said(text, name), given, bare=True)
