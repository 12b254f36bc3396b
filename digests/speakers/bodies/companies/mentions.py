"""Which names of a text are companies' or teams', and where they stand."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final, NamedTuple

from digests.actors.runs import Run
from digests.lexicon import Lexicon, either
from digests.models import Claimant
from digests.speakers.bodies.companies.names import AND, is_one, joined_runs, without_place
from digests.speakers.claimants import local_body
from digests.speakers.layout import Layout
from digests.speakers.participants import Cast
from digests.text.folding import fold
from digests.text.whole_words import has_words, places_of, stands_amid

_INNER_CAPITAL: Final = re.compile(r"[a-z][A-Z]")  #: “AltoHolm”
_MOST_WORDS: Final = 5  #: of a company's name
_OFTEN: Final = 3  #: mentions of what a text is about


class Named(NamedTuple):
    """A place at which a company is named."""

    start: int
    end: int
    claimant: Claimant


class _Patterns(NamedTuple):
    maker: re.Pattern[str]  #: “the carmaker ” before a name
    owning: re.Pattern[str]  #: “its” in a sentence whose subject is a body


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar = lexicon.grammar
    own_pronouns = grammar.neuter_pronouns & grammar.third_possessives or grammar.neuter_pronouns
    return _Patterns(
        maker=re.compile(rf"\b(?:{either(lexicon.descriptions.companies)}) $", re.IGNORECASE),
        owning=re.compile(rf"\b(?:{either(own_pronouns)})\b"),
    )


class CompanyMentions:
    """The names of a text that are companies' or teams', by what they end with and what stands beside them."""

    def __init__(self, cast: Cast, layout: Layout) -> None:
        self._cast = cast
        self._text = cast.text
        self._layout = layout
        self._lexicon = cast.lexicon
        self._patterns = _patterns(cast.lexicon)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The runs of capitalised words that are nobody's name and no state's."""
        persons = {name.start for name in self._cast.names}
        runs = (run for run in joined_runs(self._text, self._lexicon) if run.start not in persons)
        return tuple(run for run in runs if self._layout.is_told(run.start))

    @cached_property
    def in_full(self) -> dict[str, Claimant]:
        """The companies named in full, by each beginning of their names that names no other."""
        bodies: dict[str, Claimant | None] = {}
        for run in map(without_place, self.runs):
            if not 2 <= len(run.words) <= _MOST_WORDS or not self._ends_as_company(run.words[-1]):
                continue
            body = local_body(self._text[run.start : run.end], self._lexicon)
            for count in range(1, len(run.words)):
                key = fold(" ".join(run.words[:count]))
                known = bodies.setdefault(key, body)
                bodies[key] = known if known is not None and is_one(known, body) else None
        return {key: body for key, body in bodies.items() if body is not None and self._is_own(key)}

    def _is_own(self, key: str) -> bool:
        """Whether words are no listed actor's and no person's, so that they may be short for a company."""
        return self._cast.index.recognise(key) is None and self._cast.by_last_name(key) is None

    def _ends_as_company(self, word: str) -> bool:
        return fold(word) in self._lexicon.bodies.company_endings

    @cached_property
    def all(self) -> tuple[Named, ...]:
        """Where companies are named, in the text's order."""
        return tuple(self._find())

    def _find(self) -> Iterator[Named]:
        """Where companies are named: in full, in short, or by what stands elsewhere as one.

        That is one after what they are, or as the subject that “its” goes with.
        """
        words_of = {run: self._text[run.start : run.end] for run in self.runs}
        companies = {words for run, words in words_of.items() if self._is_company(run, words)}
        for run, words in words_of.items():
            full = self.in_full.get(fold(words))
            if full is not None:
                yield Named(run.start, run.end, full)
            elif words in companies:
                yield Named(run.start, run.end, local_body(words, self._lexicon))

    def _is_company(self, run: Run, words: str) -> bool:
        return self.is_shown(run, words) or (self.may_be_company(words) and self._owns(run))

    def is_shown(self, run: Run, words: str) -> bool:
        """Whether a name, or what stands before it, says that it is a company's."""
        if AND in words or (self._ends_as_company(run.words[-1]) and len(run.words) > 1):
            return True
        return self.may_be_company(words) and self.is_made(run)

    def may_be_company(self, words: str) -> bool:
        """Whether a name is no listed actor's, and has no word that only other bodies or persons have."""
        telling = self._lexicon.bodies.public_nouns | self._lexicon.persons.titles.keys()
        return self._cast.index.recognise(words) is None and telling.isdisjoint(fold(words).split())

    def is_made(self, run: Run | Named) -> bool:
        """Whether what a company is stands right before a name: “the carmaker Alto”."""
        return self._patterns.maker.search(self._text, max(0, run.start - 30), run.start) is not None

    def is_name(self, run: Run) -> bool:
        """Whether a run is no common word that begins a sentence."""
        return len(run.words) > 1 or stands_amid(run.words[0], self._text)

    def is_often(self, words: str) -> bool:
        """Whether a text has a name as often as what it is about."""
        return sum(1 for _ in places_of(words, self._text)) >= _OFTEN

    def has_owner(self, start: int, end: int) -> bool:
        """Whether a stretch of the text tells what a body has: “its”."""
        return self._patterns.owning.search(self._text, start, end) is not None

    def is_own_word(self, words: str) -> bool:
        """Whether a word is a name by its letters, or as a text has it often and never small."""
        is_small = has_words(words.lower(), self._text)
        return _INNER_CAPITAL.search(words) is not None or (self.is_often(words) and not is_small)

    def _owns(self, run: Run) -> bool:
        """Whether a run is the subject of a sentence that says “its”."""
        end = self._layout.sentence(run.start)[1]
        is_subject = self.is_name(run) and self._layout.is_subject(run.start, run.end)
        owning = self._patterns.owning.search(self._text, run.end, end) if is_subject else None
        others = [other for other in self.runs if owning and run.end <= other.start < owning.start()]
        return owning is not None and not others

    @cached_property
    def teams(self) -> tuple[Named, ...]:
        """Where teams are named: plurals after an article that are no people's and no party's."""
        nouns, articles = self._lexicon.descriptions, self._lexicon.grammar.definite_articles
        no_teams = {f"{noun}s" for noun in nouns.partisans} | nouns.people | nouns.bodies
        return tuple(
            Named(run.start, run.end, local_body(self._text[run.start : run.end], self._lexicon))
            for run in self.runs
            if run.previous_word.lower() in articles and fold(run.words[-1]).endswith("s")
            if fold(run.words[-1]) not in no_teams and self.may_be_company(self._text[run.start : run.end])
            if self._cast.index.state_of(run.words[-1][:-1]) is None
        )
