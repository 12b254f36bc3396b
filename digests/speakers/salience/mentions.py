"""Where a text names or describes a person, in the order of the places."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digests.actors.runs import Run, find_runs, plain_word
from digests.lexicon import Lexicon, either
from digests.models import Attribution, Pronoun
from digests.speakers.claimants import local_person
from digests.speakers.layout import Layout
from digests.speakers.participants import Cast
from digests.speakers.persons.person import Person
from digests.speakers.salience.mention import Mention
from digests.speakers.salience.standing import Standing
from digests.speakers.salience.unnamed import Unnamed
from digests.text.folding import fold
from digests.text.name_words import word_before

_UNDER_PICTURE = re.compile(r"\s?[/|]")
_NAME_END = re.compile(r"(?<![\w-])[A-Z][\w’'-]+(?![\w-]|\s+[A-Z])")


class _Patterns(NamedTuple):
    gendered: re.Pattern[str]
    people: re.Pattern[str]  #: “a nurse”, “her brother”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar = lexicon.grammar
    return _Patterns(
        gendered=re.compile(rf"\b(?:{either(grammar.genders, grammar.gendered_forms)})\b", re.IGNORECASE),
        people=re.compile(
            rf"\b(?:{either(lexicon.persons.occupations, lexicon.claimants.persons, lexicon.persons.kin)}|"
            rf"{either(title for title in lexicon.persons.titles if len(title) > 2)})\b",
            re.IGNORECASE,
        ),
    )


class Mentions:
    """The persons of a text by place."""

    def __init__(self, cast: Cast, layout: Layout, attributions: Sequence[Attribution]) -> None:
        self._cast = cast
        self.layout = layout
        self._text = cast.text
        self._lexicon = cast.lexicon
        self._patterns = _patterns(cast.lexicon)
        self._standing = Standing(cast, layout)
        unnamed = Unnamed(
            cast, layout, {attribution.source[0][0] for attribution in attributions if attribution.source}
        )
        sources = (self._text[start:end] for attribution in attributions for start, end in attribution.source)
        self._speaking = {fold(word) for source in sources for word in _NAME_END.findall(source)}
        self._mentions = sorted(
            (*self._persons(), *self._unknown(), *unnamed.described(), *unnamed.relatives()), key=lambda m: m.start
        )
        self._starts = [mention.start for mention in self._mentions]
        self._pronouns = self._tell_pronouns()

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin from one place on and before another, in order."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def pronoun_of(self, key: str) -> Pronoun | None:
        """The pronoun that the text uses of somebody in sentences that name nobody else."""
        return self._pronouns.get(key)

    def _tell_pronouns(self) -> dict[str, Pronoun]:
        """The pronouns of those with whom the sentences that name nobody else use but one."""
        by_sentence: dict[int, list[Mention]] = {}
        for mention in self._mentions:
            by_sentence.setdefault(self.layout.number_of(mention.start), []).append(mention)
        counts_by_key: dict[str, Counter[Pronoun]] = {}
        genders = {**self._lexicon.grammar.genders, **self._lexicon.grammar.gendered_forms}
        for number, mentions in by_sentence.items():
            if len({mention.key for mention in mentions}) > 1 or mentions[0].is_label:
                continue
            for word in self._patterns.gendered.finditer(self._text, mentions[0].end, self.layout.sentences[number][1]):
                if self.layout.quotations.at(word.start()) is None:
                    counts_by_key.setdefault(mentions[0].key, Counter())[genders[word[0].lower()]] += 1
            if (pronoun := self._going_on(number, mentions)) is not None:
                counts_by_key.setdefault(mentions[0].key, Counter())[pronoun] += 1
        return {key: next(iter(counts)) for key, counts in counts_by_key.items() if len(counts) == 1}

    def _going_on(self, number: int, mentions: Sequence[Mention]) -> Pronoun | None:
        """The pronoun that the next sentence of the paragraph begins with, after one about nobody but its subject."""
        sentences = self.layout.sentences
        if number + 1 >= len(sentences) or not mentions[0].is_subject or mentions[0].claimant is None:
            return None
        (_, end), (start, _) = sentences[number], sentences[number + 1]
        if "\n" in self._text[end:start] or self._patterns.people.search(self._text, mentions[0].end, end):
            return None
        return self._lexicon.grammar.genders.get(self._text[start : start + 4].split(" ")[0].lower())

    def _persons(self) -> Iterator[Mention]:
        """The persons whom the text names."""
        for name in self._cast.names:
            person = self._cast.person(name)
            if person is None:
                continue
            start = name.start - len(" ".join(name.titles)) - bool(name.titles)
            yield Mention(
                name.start,
                name.end,
                person.claimant.name,
                person.claimant,
                person.pronoun or name.pronoun,
                is_described=not name.bare and self._standing.is_described(name.end),
                is_said=self._standing.is_said(name.start),
                **self._standing.of_name(name.start, name.end, opening=start),
            )

    def _unknown(self) -> Iterator[Mention]:
        """Names that may be persons', though nothing shows it, and their last words alone."""
        persons = {name.start for name in self._cast.names}
        lasts = {name.last for name in self._cast.names}
        full: dict[str, str] = {}  # by last word
        for run in find_runs(self._text, self._lexicon):
            last = fold(run.words[-1])
            if run.start in persons or self.layout.is_said(run.start) or _UNDER_PICTURE.match(self._text, run.end):
                continue
            if len(run.words) == 1:
                yield from self._single(run, full.get(last))
                continue
            if (
                self._standing.is_modifier(run.end)
                or not self._may_be_person(run)
                or self._is_located(run.start)
                or self.layout.is_label(run.start)
            ):
                continue
            opens = run.start == self.layout.sentence(run.start)[0]
            if opens and (last in lasts or self._cast.index.state_of(run.words[-1])):
                continue  # “Knowing Smith, …”, “Prominent Canadian mines”
            if last not in lasts:
                full.setdefault(last, " ".join(run.words))
            yield self._shaped(run, " ".join(run.words))

    def _single(self, run: Run, full: str | None) -> Iterator[Mention]:
        """The mention by one word of somebody whose full name it ends, or is half of."""
        person = self._half_named(run) if full is None else None
        if full is not None:
            yield self._shaped(run, full)
        elif person is not None:
            yield self._named(run, person)

    def _half_named(self, run: Run) -> Person | None:
        """The person met in full whose first word, or last part, stands alone: “Ban” of Ban Ki-moon, “Al-Awlaki”."""
        word = fold(run.words[0])
        person = self._cast.by_first_word(word, run.start)
        is_clear = word in self._speaking or word in self._lexicon.persons.given_names
        if person is not None and person.pronoun is None and not is_clear:
            return None  # a “she” beside “Kody” may as well be his mother
        person = person or self._cast.by_joined_name(run.words[0], run.start)
        opens = run.start == self.layout.sentence(run.start)[0]
        if person is None or not opens:
            return person
        return person if re.search(rf"[a-z,] {re.escape(run.words[0])}\b(?! [A-Z])", self._text) else None

    def _named(self, run: Run, person: Person) -> Mention:
        """A mention of somebody whom the text has named in full before."""
        return Mention(
            run.start,
            run.end,
            person.claimant.name,
            person.claimant,
            person.pronoun,
            is_said=self._standing.is_said(run.start),
            **self._standing.of_name(run.start, run.end, opening=run.start),
        )

    def _shaped(self, run: Run, name: str) -> Mention:
        """A mention of somebody whose name only has the shape of a person's."""
        is_speaking = fold(run.words[-1]) in self._speaking
        person = self._cast.introduced(name) if is_speaking else None
        return Mention(
            run.start,
            run.end,
            name,
            person.claimant if person is not None else local_person(name, self._lexicon),
            None,
            is_described=self._standing.is_described(run.end),
            is_shaped=True,
            is_speaking=is_speaking,
            **self._standing.of_name(run.start, run.end, opening=run.start),
        )

    def _may_be_person(self, run: Run) -> bool:
        words, lower = self._lexicon.persons, [plain_word(word) for word in run.words]
        if run.previous_word.lower() in self._lexicon.grammar.articles:
            return False  # “the Brewers Guild”
        shaped = 2 <= len(lower) <= 3 and words.place_or_body.isdisjoint(lower) and not run.words[-1].isupper()
        return (
            shaped and words.titles.keys().isdisjoint(lower) and self._cast.index.recognise(" ".join(run.words)) is None
        )

    def _is_located(self, place: int) -> bool:
        word = word_before(self._lexicon).search(self._text, max(0, place - 30), place)
        return word is not None and word[1].lower() in self._lexicon.places.locatives
