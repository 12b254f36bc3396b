"""Whom “he” and “she” may mean: every person that a text has introduced, however it did."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digests.actors.runs import find_runs
from digests.lexicon import Lexicon, either
from digests.models import Attribution, Claimant, Pronoun
from digests.speakers.participants import Cast
from digests.text.folding import fold
from digests.text.quotations import quotations
from digests.text.sentences import paragraphs, sentences
from digests.text.spans import SpanIndex

_POSSESSIVE = re.compile(r"[’'‘`]s?\b")
_NO_MENTION = re.compile(r"[’'‘`]s?\b|\s?[/|]")  #: a possessive, or the line under a picture
_STOPS = ".!?…:;,”\"’'"
_WORD_BEFORE = re.compile(r"([\w-]+)\s+(?:the\s+)?$")


class Mention(NamedTuple):
    """A place at which the narrator names or describes a person."""

    start: int
    end: int
    key: str  #: the same for all mentions of one person
    claimant: Claimant | None  #: none of somebody who is but described, or may be no person
    pronoun: Pronoun | None
    is_subject: bool
    is_introduced: bool  #: said to be there just now: “a man named X”, “one of them is X”
    is_clear: bool = False  #: a subject, introduced, or first named here with what tells who they are


class _Patterns(NamedTuple):
    subject_after: re.Pattern[str]  #: what follows a subject
    introduced: re.Pattern[str]  #: before a name that a sentence introduces
    somebody: re.Pattern[str]  #: “A survivor” as a sentence's subject
    person_endings: re.Pattern[str]
    is_described: re.Pattern[str]  #: an age or an apposition after a name
    clause: re.Pattern[str]  #: before the subject of a clause
    verb_after: re.Pattern[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words = lexicon.grammar, lexicon.descriptions
    indefinite = either(grammar.indefinite_articles, words.single)
    helping = either(grammar.be_finite)
    return _Patterns(
        subject_after=re.compile(r",|\s+(?:\()?[a-z]"),
        introduced=re.compile(rf"\b(?:{helping}|{either(words.introducing)})\s+$", re.IGNORECASE),
        somebody=re.compile(rf"(?:{indefinite})\s+((?:[\w-]+\s+){{0,3}}?[\w-]+)(?=,|\s+[a-z])", re.IGNORECASE),
        is_described=re.compile(rf",\s+(?:\d\d\b|(?:{either(grammar.articles)})\s)"),
        clause=re.compile(
            rf"\b(?:{either(grammar.complementizers, grammar.relative_pronouns, grammar.relative_adverbs)}|"
            rf"{either(grammar.coordinators, grammar.reasons, grammar.settings)})\s+$"
        ),
        verb_after=re.compile(rf"\s+(?!(?:{either(grammar.coordinators, grammar.prepositions)})\b)[a-z]"),
        person_endings=re.compile(rf"(?:{either(lexicon.sources.person_endings)})$"),
    )


class Antecedents:
    """The persons of a text by place, and who of them stand in the way of a pronoun's plainest reading."""

    def __init__(self, cast: Cast, attributions: Sequence[Attribution]) -> None:
        self._cast = cast
        self._text = cast.text
        self._lexicon = cast.lexicon
        self._patterns = _patterns(cast.lexicon)
        self._sentences = sentences(cast.text, cast.lexicon)
        self._quotations = SpanIndex(quotations(cast.text))
        self._paragraphs = SpanIndex(paragraphs(cast.text))
        self._contents = sorted(span for attribution in attributions for span in attribution.content)
        self._mentions = sorted((*self._persons(), *self._unknown(), *self._described()), key=lambda m: m.start)
        self._starts = [mention.start for mention in self._mentions]

    def rivals(self, key: str, start: int, end: int) -> list[Mention]:
        """Who else the narrator has named or described since somebody was last the one spoken of, in order."""
        mentions = self._mentions[bisect_right(self._starts, start) : bisect_right(self._starts, end - 1)]
        own_mentions = [mention for mention in mentions if mention.key == key]
        base = own_mentions[-1].start if own_mentions else start
        sentence = self.sentence_of(base)
        is_subject = not own_mentions or own_mentions[-1].is_subject
        return [
            mention
            for mention in mentions
            if mention.key != key
            and (mention.start > base or not is_subject)
            and (self.sentence_of(mention.start) > sentence - (not is_subject) or mention.is_introduced)
        ]

    def sentences_between(self, start: int, end: int) -> int:
        """How many sentences of the narrator begin between two places."""
        first, last = self.sentence_of(start) + 1, self.sentence_of(end)
        return sum(self._quotations.at(self._sentences[n][0]) is None for n in range(first, last + 1))

    def sentence_of(self, place: int) -> int:
        """The number of the sentence that holds a place."""
        return max(0, bisect_right(self._sentences, (place, len(self._text))) - 1)

    def _persons(self) -> Iterator[Mention]:
        """The persons whom the text names, but where it only says what is theirs."""
        for name in self._cast.names:
            person = self._cast.person(name)
            if person is None or self._is_hidden(name.start) or _POSSESSIVE.match(self._text, name.end):
                continue
            start = name.start - len(" ".join(name.titles)) - bool(name.titles)
            subject, introduced = self._is_subject(start, name.end), self._is_introduced(name.start)
            is_described = not name.bare and self._patterns.is_described.match(self._text, name.end) is not None
            clear = subject or introduced or is_described or self._is_clause_subject(start, name.end)
            pronoun = person.pronoun or name.pronoun
            key = person.claimant.name
            yield Mention(name.start, name.end, key, person.claimant, pronoun, subject, introduced, clear)

    def _unknown(self) -> Iterator[Mention]:
        """Names that may be persons', though nothing shows it."""
        persons = {name.start for name in self._cast.names}
        lasts = {name.last for name in self._cast.names}
        words = self._lexicon.persons
        for run in find_runs(self._text, self._lexicon):
            lower = [word.lower() for word in run.words]
            shaped = 2 <= len(lower) <= 3 and words.place_or_body.isdisjoint(lower) and not run.words[-1].isupper()
            if (
                not shaped
                or self._is_label(run.start)
                or run.start in persons
                or self._is_hidden(run.start)
                or self._is_located(run.start)
            ):
                continue
            opens = run.start == self._sentences[self.sentence_of(run.start)][0]
            if opens and (fold(run.words[-1]) in lasts or self._cast.index.state_of(run.words[-1])):
                continue  # “Knowing Smith, …”, “Prominent Canadian mines”
            if words.titles.keys() & {*lower} or self._cast.index.recognise(" ".join(run.words)) is not None:
                continue
            if not _NO_MENTION.match(self._text, run.end):
                key = " ".join(run.words)
                yield Mention(run.start, run.end, key, None, None, self._is_subject(run.start, run.end), False)

    def _described(self) -> Iterator[Mention]:
        """The unnamed persons whom sentences begin with: “A survivor”."""
        for start, end in self._sentences:
            somebody = self._patterns.somebody.match(self._text, start, end)
            if somebody and self._is_person_noun(fold(somebody[1]).split()[-1]) and not self._is_hidden(start):
                yield Mention(start, somebody.end(), somebody[0], None, None, True, True)

    def _is_person_noun(self, word: str) -> bool:
        words = self._lexicon.persons
        known = word in words.occupations or word in words.titles or word in self._lexicon.descriptions.people
        return known or self._patterns.person_endings.search(word) is not None

    def _is_hidden(self, place: int) -> bool:
        """Whether a place lies in what somebody says, quoted or not."""
        number = bisect_right(self._contents, (place, len(self._text))) - 1
        is_inside = number >= 0 and self._contents[number][0] <= place < self._contents[number][1]
        return is_inside or self._quotations.at(place) is not None

    def _is_label(self, place: int) -> bool:
        """Whether a place lies in a line that no stop ends: a heading, a caption, a link."""
        line = self._paragraphs.at(place)
        return line is not None and self._text[line[1] - 1] not in _STOPS

    def _is_located(self, place: int) -> bool:
        word = _WORD_BEFORE.search(self._text, max(0, place - 30), place)
        return word is not None and word[1].lower() in self._lexicon.places.locatives

    def _is_subject(self, start: int, end: int) -> bool:
        sentence = self._sentences[self.sentence_of(start)]
        opens = len(self._text[sentence[0] : max(start, sentence[0])].split()) <= 2
        return opens and self._patterns.subject_after.match(self._text, end) is not None

    def _is_clause_subject(self, start: int, end: int) -> bool:
        clause_start = self._patterns.clause.search(self._text, max(0, start - 20), start)
        return clause_start is not None and self._patterns.verb_after.match(self._text, end) is not None

    def _is_introduced(self, place: int) -> bool:
        return self._patterns.introduced.search(self._text, max(0, place - 40), place) is not None
