"""Capitalised words in a row, parted where no name goes on: what may be a person's name."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from digests.actors.borrowed import is_borrowed
from digests.lexicon import Lexicon, either
from digests.models import Span
from digests.text.name_words import POSSESSIVE_END, UPPER
from digests.text.sentences import cached_by_text

_WORD_BEFORE = re.compile(r"([\w’'\-]+\.?)[ \u00a0]$")
_ENDS: Final = frozenset(".’'‘`")  #: a sentence's point, or a possessive, ends a name
_SYLLABLES: Final = 2  #: words of a Korean name before its last: “Moon Jae | In”
_LONG: Final = 7  #: letters, of which more stand in an adverb than in most names that end so
_INITIALS = re.compile(r"[A-Z]{2,3}\.")
_SPACE = re.compile(r"[ \u00a0]")
NICKNAME: Final = re.compile(rf"[“\"‘'(](?P<word>{UPPER}[\w-]*\w)[”\"’')]")  #: within a full name


class _Patterns(NamedTuple):
    run: re.Pattern[str]
    shortened: frozenset[str]  #: words whose point is theirs
    verb_behind: re.Pattern[str]  #: what makes the words before it a subject


@functools.cache
def name_token(lexicon: Lexicon) -> str:
    """What one capitalised word of a name looks like."""
    words = lexicon.persons
    particles = either(words.joined_particles, map(str.capitalize, words.joined_particles))
    shortened_rank = rf"{UPPER}[a-z]{{2,4}}\.-{UPPER}[a-z]{{2,4}}\b\.?"  # “Maj.-Gen.”
    return rf"(?:(?:{particles})-)?(?:{shortened_rank}|(?:{UPPER}\.){{1,3}}|h?{UPPER}[\w’'‘\-]*\w\b\.?|{UPPER}\b)"


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    words, token = lexicon.persons, name_token(lexicon)
    points = lexicon.texts.abbreviations | lexicon.descriptions.titles_in_full.keys()
    particle = rf"(?:(?:{either(words.particles)})[ ])"
    nickname = NICKNAME.pattern.replace("?P<word>", "?:")
    return _Patterns(
        run=re.compile(rf"{token}(?:(?:[ \u00a0]{nickname})?[ \u00a0]{particle}{{0,2}}{token})*"),
        verb_behind=re.compile(rf"\s(?:{either(lexicon.grammar.finite_auxiliaries, lexicon.verbs.saying)})\b"),
        shortened=words.suffixes.union(words.titles.keys() & (points | words.courtesy | words.short_titles.keys())),
    )


@functools.cache
def telling_titles(lexicon: Lexicon) -> frozenset[str]:
    """Titles that only a person's name follows."""
    return lexicon.persons.courtesy | lexicon.persons.telling_titles


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row, and the word before them."""

    start: int
    end: int
    tokens: tuple[Span, ...]
    words: tuple[str, ...]
    previous_word: str
    lexicon: Lexicon

    def part(self, first: int, last: int) -> Run:
        """The tokens from `first` up to `last`."""
        tokens, previous_word = self.tokens[first:last], self.words[first - 1] if first else self.previous_word
        return Run(tokens[0][0], tokens[-1][1], tokens, self.words[first:last], previous_word, self.lexicon)


@cached_by_text
def find_runs(text: str, lexicon: Lexicon) -> tuple[Run, ...]:
    """The runs of capitalised words that a text has, in order."""
    matches = _patterns(lexicon).run.finditer(text)
    spans = [match.span() for match in matches if match[0].lower() not in lexicon.persons.not_names]
    return tuple(run for span in spans for run in runs_in(text, span, lexicon))


def runs_in(text: str, span: Span, lexicon: Lexicon) -> Iterator[Run]:
    """The names within capitalised words in a row, parted by sentence ends and by words that no name has."""
    words, tokens = lexicon.persons, list[Span]()
    parts = [part for part in _split(text, span) if NICKNAME.fullmatch(text, *part) is None]
    for place, raw in enumerate(parts):
        token = raw if _are_initials(text, parts, place, lexicon) else _without_marks(text, raw, lexicon)
        word = text[slice(*token)]
        is_name = word.lower() not in words.not_names or plain_word(word) in words.titles
        is_name = is_name or is_borrowed(text, parts, place, lexicon)
        is_name = is_name or (place == len(parts) - 1 and _goes_on(text, tokens, token[1], word, lexicon))
        is_name = is_name and not (place == 0 and _is_adverb(word, lexicon))
        if is_name:
            tokens.append(token)
        ends = token[1] != raw[1] and text[token[1]] in _ENDS
        if tokens and (not is_name or ends):
            yield _run(text, tokens, lexicon)
            tokens = []
    if tokens:
        yield _run(text, tokens, lexicon)


def _goes_on(text: str, tokens: list[Span], end: int, word: str, lexicon: Lexicon) -> bool:
    """Whether a small word with a capital ends a name: “Vice Premier Liu He”, “Moon Jae In has”, not “Ann Bo He”."""
    if not tokens or text[tokens[-1][1] - 1] in ".s":
        return False
    words = [plain_word(text[slice(*token)]) for token in reversed(tokens)]
    names = next((n for n, title in enumerate(words) if title in lexicon.persons.titles), len(words))
    if word.lower() in lexicon.grammar.third_subjects:
        return names == 1
    is_small = word.lower() in lexicon.grammar.prepositions
    return is_small and names == _SYLLABLES and _patterns(lexicon).verb_behind.match(text, end) is not None


def _are_initials(text: str, parts: Sequence[Span], place: int, lexicon: Lexicon) -> bool:
    """Whether a part is several initials behind a given name, before another: “Justin Marc SB. Holm”."""
    if not 0 < place < len(parts) - 1 or _INITIALS.fullmatch(text, *parts[place]) is None:
        return False
    return text[slice(*parts[place - 1])].lower() in lexicon.persons.given_names


def _is_adverb(word: str, lexicon: Lexicon) -> bool:
    """Whether a word that begins a sentence is no given name: “Interestingly”."""
    plain, words = word.lower(), lexicon.persons
    is_long = len(plain) > _LONG and plain.endswith(tuple(words.adverb_endings))
    return is_long and not any(plain in names for names in (words.given_names, words.surnames, words.place_or_body))


def _run(text: str, tokens: list[Span], lexicon: Lexicon) -> Run:
    start = tokens[0][0]
    preceding = _WORD_BEFORE.search(text, max(0, start - 30), start)
    words = tuple(text[slice(*token)] for token in tokens)
    previous_word = preceding[1] if preceding else ""
    is_title = plain_word(previous_word) in lexicon.persons.titles
    if is_title and previous_word.endswith(".") and plain_word(previous_word) not in _patterns(lexicon).shortened:
        previous_word = ""  # “They met the president. Ann Bo left.”
    return Run(start, tokens[-1][1], tuple(tokens), words, previous_word, lexicon)


def _split(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    for space in _SPACE.finditer(text, start, end):
        yield start, space.start()
        start = space.end()
    yield start, end


def _without_marks(text: str, token: Span, lexicon: Lexicon) -> Span:
    """A token without a possessive, or a point that is no abbreviation's."""
    start, end = token
    word, shortened = text[start:end], _patterns(lexicon).shortened
    if word.endswith(".") and "." not in word[1:-1] and len(word) > 2 and plain_word(word) not in shortened:
        end -= 1
    if word == "X.":
        end -= 1  # the network's name at a sentence's end, hardly an initial
    possessive = POSSESSIVE_END.search(text[start:end])
    return start, end - len(possessive[0]) if possessive else end


def plain_word(word: str) -> str:
    """A word folded, without its points."""
    return word.lower().replace(".", "")
