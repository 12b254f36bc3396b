"""Finding the persons that a text names, so that nobody called Evans is taken for a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Final

from digests.actors.name_patterns import name_patterns
from digests.lexicon import ENGLISH, Lexicon
from digests.models import Pronoun, Span
from digests.text.folding import fold

_WORD_BEFORE = re.compile(r"([\w’'\-]+\.?)[ \u00a0]$")
_ENDS: Final = frozenset(".’'‘`")  #: a sentence's point, or a possessive, ends a name
_INITIALS = re.compile(r"J[A-Z]|[A-Z]J|(?!U\.[NSK]|E\.U)(?:[A-Z]\.){1,3}")
_SPACE = re.compile(r"[ \u00a0]")
_POSSESSIVE = re.compile(r"[’'‘`]s?$")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person named in a text; `name` is without titles, and bare where only the last name stands."""

    start: int
    end: int
    name: str
    titles: tuple[str, ...] = ()
    bare: bool = False
    lexicon: Lexicon = field(default=ENGLISH, repr=False, compare=False)

    @property
    def last(self) -> str:
        """The last name, folded."""
        words = [w for w in fold(self.name).split() if w not in self.lexicon.persons.suffixes]
        return words[-1] if words else ""

    @property
    def pronoun(self) -> Pronoun | None:
        """What the titles or the given name tell."""
        words = self.lexicon.persons
        told = [p for title in self.titles if (p := words.titles.get(_plain(title)))]
        return told[-1] if told else (None if self.bare else words.given_names.get(fold(self.name).split(" ")[0]))


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalised words in a row, and the word before them."""

    start: int
    end: int
    tokens: tuple[Span, ...]
    words: tuple[str, ...]
    before: str
    lexicon: Lexicon

    def part(self, first: int, last: int) -> _Run:
        """The tokens from `first` up to `last`."""
        tokens, before = self.tokens[first:last], self.words[first - 1] if first else self.before
        return _Run(tokens[0][0], tokens[-1][1], tokens, self.words[first:last], before, self.lexicon)


def person_spans(text: str, lexicon: Lexicon = ENGLISH) -> tuple[Span, ...]:
    """Where a text names persons, titles left out, in order."""
    return tuple((person.start, person.end) for person in find_persons(text, lexicon))


def find_persons(text: str, lexicon: Lexicon = ENGLISH) -> tuple[PersonName, ...]:
    """The persons a text names: full names with some evidence, then their last names wherever those stand alone."""
    not_names = lexicon.persons.not_names
    capitalised = (found for found in name_patterns(lexicon).run.finditer(text) if found[0].lower() not in not_names)
    runs = [run for found in capitalised for run in _runs(text, found.span(), lexicon)]
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
        titled = len(run.words) == 2 and _plain(run.words[0]) in name_patterns(run.lexicon).telling
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
            full[run.start] = PersonName(first.start, first.end, _said(text, first), lexicon=run.lexicon)


def _runs(text: str, span: Span, lexicon: Lexicon) -> Iterator[_Run]:
    """The names within capitalised words in a row, parted by sentence ends and by words that no name has."""
    words, tokens = lexicon.persons, list[Span]()
    for raw in _split(text, span):
        token = _without_marks(text, raw, lexicon)
        word = text[slice(*token)]
        named = word.lower() not in words.not_names or _plain(word) in words.titles
        if named:
            tokens.append(token)
        ended = token[1] != raw[1] and text[token[1]] in _ENDS
        if tokens and (not named or ended):
            yield _run(text, tokens, lexicon)
            tokens = []
    if tokens:
        yield _run(text, tokens, lexicon)


def _run(text: str, tokens: list[Span], lexicon: Lexicon) -> _Run:
    start = tokens[0][0]
    before = _WORD_BEFORE.search(text, max(0, start - 30), start)
    words = tuple(text[slice(*token)] for token in tokens)
    return _Run(start, tokens[-1][1], tuple(tokens), words, before[1] if before else "", lexicon)


def _split(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    for space in _SPACE.finditer(text, start, end):
        yield start, space.start()
        start = space.end()
    yield start, end


def _without_marks(text: str, token: Span, lexicon: Lexicon) -> Span:
    """A token without a possessive, or a point that is no abbreviation's."""
    start, end = token
    word, shortened = text[start:end], name_patterns(lexicon).shortened
    if word.endswith(".") and "." not in word[1:-1] and len(word) > 2 and _plain(word) not in shortened:
        end -= 1
    if word == "X.":
        end -= 1  # the network's name at a sentence's end, hardly an initial
    possessive = _POSSESSIVE.search(text[start:end])
    return start, end - len(possessive[0]) if possessive else end


def _plain(word: str) -> str:
    return word.lower().replace(".", "")


def _full_name(text: str, run: _Run, bare: Mapping[str, bool]) -> PersonName | None:
    """The person a run names in full, or by a title and a name."""
    words = run.lexicon.persons
    titled = max((i + 1 for i, word in enumerate(run.words) if _plain(word) in words.titles), default=0)
    before = [run.before] if not titled and _plain(run.before) in words.titles else []
    titles = (*run.words[:titled], *before)
    if titled == len(run.words) > 1 and _plain(run.words[0]) in words.courtesy:
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
    return PersonName(name.start, name.end, _said(text, name), titles, lexicon=run.lexicon) if known else None


def _from_given_name(run: _Run) -> _Run:
    """A run from its first given name on, if one stands within: “Democrat Nancy Smith”."""
    for place, word in enumerate(run.words[:-1]):
        if _given(word) in run.lexicon.persons.given_names:
            return run.part(place, len(run.words))
    return run


def _given(word: str) -> str:
    """A given name folded, of a double one the first."""
    return fold(word).partition(" ")[0]


def _has_given_name(run: _Run) -> bool:
    last, known = run.words[-1].lower(), run.lexicon.persons
    named = _given(run.words[0]) in known.given_names or bool(_INITIALS.fullmatch(run.words[0]))
    short = 2 <= len(run.words) <= 5 and (len(run.words[0]) > 2 or "." in run.words[0])
    closes = last in known.surnames or last not in known.place_or_body
    return named and short and closes and not run.words[-1].isupper()


def _could_be_person(run: _Run) -> bool:
    return len(run.words) <= 4 and not any(_is_place_or_body(word, run.lexicon) for word in run.words)


def _is_place_or_body(word: str, lexicon: Lexicon) -> bool:
    plain = word.lower()
    initials = len(word) > 1 and word.isupper() and not _INITIALS.fullmatch(word)
    return plain in lexicon.persons.place_or_body or initials or plain.endswith("-based")


def _is_shown(text: str, run: _Run, bare: Mapping[str, bool]) -> bool:
    """Whether a run of two or three words without a known given name is used as a person's name is."""
    if not 2 <= len(run.words) <= 3 or any(len(word) < 2 for word in run.words):
        return False
    patterns, verbs = name_patterns(run.lexicon), run.lexicon.verbs
    following = patterns.next_word.match(text, run.end)
    says = following is not None and following[1] in verbs.saying
    said = run.before.lower() in verbs.saying
    inverted = run.before in verbs.inverted and len(run.words) == 2 and text[run.end : run.end + 1] in {",", "."}
    last = fold(run.words[-1])
    return (
        inverted
        or bool(patterns.evidence.match(text, run.end))
        or bare.get(last, False)
        or ((says or said) and last in bare)
        or _is_described(text, run)
    )


def _is_described(text: str, run: _Run) -> bool:
    """Whether a role stands beside a run: “executive Ann Bo”, “its chairman, Ann Bo,”, “Ann Bo, a nurse”."""
    patterns = name_patterns(run.lexicon)
    apposition = patterns.apposition.match(text, run.end)
    if apposition is not None and not patterns.roles.isdisjoint(fold(apposition[1]).split()):
        return True
    if run.before.lower() in patterns.holders:
        return True
    role = patterns.role_set_off.search(text, max(0, run.start - 90), run.start)
    if role is not None and role[1].lower() in patterns.titled_holders and text[run.end : run.end + 1] in {",", "."}:
        return True
    body = patterns.belonging.match(text, run.end)
    if body is None or run.lexicon.persons.place_or_body.isdisjoint(fold(body[1]).split()):
        return False
    return _speaks(text, run, body.end())


def _speaks(text: str, run: _Run, end: int) -> bool:
    """Whether a verb of saying stands after a name with what belongs to it, or right before it."""
    following, saying = name_patterns(run.lexicon).next_word.match(text, end), run.lexicon.verbs.saying
    return run.before.lower() in saying or (following is not None and following[1] in saying)


def _said(text: str, run: _Run) -> str:
    return " ".join(text[run.start : run.end].split())


def _last_names(text: str, run: _Run, lasts: set[str]) -> Iterator[PersonName]:
    """A run that is, but for titles, the last name of somebody the text has named in full."""
    words = run.lexicon.persons
    titles = tuple(takewhile(lambda word: _plain(word) in words.titles, run.words))
    rest = run.words[len(titles) :]
    alone = len(rest) == 1 or (len(rest) == 2 and rest[0].lower() in words.particles)
    if alone and fold(rest[-1]) in lasts and run.before.lower() not in words.before_places:
        name = run.part(len(titles), len(run.words))
        given = titles or ((run.before,) if _plain(run.before) in words.titles else ())
        yield PersonName(name.start, name.end, _said(text, name), given, bare=True, lexicon=run.lexicon)
