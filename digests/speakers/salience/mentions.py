"""Where a text names or describes a person, and how: as a subject, in passing, in what somebody says."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digests.actors.runs import Run, find_runs, plain_word
from digests.lexicon import Lexicon, either
from digests.models import Attribution, Claimant, Pronoun
from digests.speakers.claimants import local_person
from digests.speakers.layout import Layout
from digests.speakers.participants import Cast
from digests.speakers.persons.namesakes import kin_before
from digests.speakers.persons.person import Person
from digests.text.folding import fold

_POSSESSIVE = re.compile(r"[’'‘`]s?\b")
_UNDER_PICTURE = re.compile(r"\s?[/|]")
_WORD = re.compile(r"[\w-]+")
_NAME_END = re.compile(r"(?<![\w-])[A-Z][\w’'-]+(?![\w-]|\s+[A-Z])")
_VERB_OR_OWNER = re.compile(r"\s(?!and\b)[a-z]|,\s\d\d,")  #: after a noun that is a sentence's subject
_NAME_FOLLOWS = re.compile(r"\s[A-Z]")
_NEXT_WORD = re.compile(r"\s([a-z]+)")
_ROLE_OF_NAME = re.compile(r"\s(?:[a-z][\w-]*\s){0,2}(?P<noun>[a-z]+)\s[A-Z]")
_WORD_BEFORE_NAME = re.compile(r"(?<!\w)([\w-]+)\s+$")
_WORD_BEFORE = re.compile(r"([\w-]+)\s+(?:the\s+)?$")


class Mention(NamedTuple):
    """A place at which a text names or describes a person."""

    start: int
    end: int
    key: str  #: the same for all mentions of one person
    claimant: Claimant | None  #: none of somebody who is but described, or may be no person
    pronoun: Pronoun | None = None
    is_subject: bool = False  #: of its sentence
    is_clause_subject: bool = False
    is_introduced: bool = False  #: said to be there just now: “a man named X”, “one of them is X”
    is_described: bool = False  #: an age or an apposition stands after the name
    is_kin: bool = False  #: somebody's: “her husband X”
    is_fronted: bool = False  #: after a preposition that begins its sentence: “For X, …”
    is_subordinate: bool = False  #: a subject of an opening clause that another clause follows: “Although X said”
    is_owner: bool = False  #: “X’s”
    is_said: bool = False  #: in what somebody says, quoted or not
    is_met: bool = False  #: whom somebody met or spoke with, and who may as well speak next
    is_label: bool = False  #: in a heading, a caption, a link
    is_shaped: bool = False  #: by its shape alone a person's name
    is_speaking: bool = False  #: elsewhere a source, or called by the last word alone

    @property
    def is_aside(self) -> bool:
        """Whether it stands where the narrator tells nothing."""
        return self.is_said or self.is_label


class _Patterns(NamedTuple):
    introduced: re.Pattern[str]  #: before a name that a sentence introduces
    somebody: re.Pattern[str]  #: “A survivor” as a sentence's subject
    someone_known: re.Pattern[str]  #: “The owner of the bakery”, likewise
    person_endings: re.Pattern[str]
    people: re.Pattern[str]  #: “a nurse”, “her brother”
    is_described: re.Pattern[str]  #: an age or an apposition after a name
    kin_opening: re.Pattern[str]  #: “Her mother” as a subject
    gendered: re.Pattern[str]
    met: re.Pattern[str]  #: “met with Foreign Minister ”, “was replaced by ” before a name
    joining: re.Pattern[str]  #: “ and her sister ” between two names
    listing: re.Pattern[str]  #: “, Carl Dunmore”, “ and others” after one
    asking: re.Pattern[str]  #: “asked ” before a name
    question: re.Pattern[str]  #: “ about the plan”, “ whether …” after it


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words, kin = lexicon.grammar, lexicon.descriptions, either(lexicon.persons.kin)
    indefinite = either(grammar.indefinite_articles, words.single)
    helping, joining = either(grammar.be_finite), either(words.joining)
    return _Patterns(
        introduced=re.compile(rf"\b(?:{helping}|{either(words.introducing)})\s+$", re.IGNORECASE),
        somebody=re.compile(rf"(?:{indefinite})\s+(?P<words>(?:[\w-]+\s+){{0,3}}[\w-]+)", re.IGNORECASE),
        someone_known=re.compile(
            rf"(?:{either(grammar.definite_articles)})\s+(?P<words>(?:[\w-]+\s+){{0,3}}[\w-]+)", re.IGNORECASE
        ),
        is_described=re.compile(rf",\s+(?:\d\d\b|(?:{either(grammar.articles)})\s)"),
        kin_opening=re.compile(
            rf"(?:{either(grammar.third_possessives)}|[\w-]+[’'‘`]s?)\s(?:[\w-]+\s)??(?P<kin>{kin})(?=,|\s[a-z])",
            re.IGNORECASE,
        ),
        gendered=re.compile(rf"\b(?:{either(grammar.genders, grammar.gendered_forms)})\b", re.IGNORECASE),
        met=re.compile(
            rf"\b(?:{either(lexicon.verbs.meeting)}|(?:{helping})\s[a-z]+(?:{either(grammar.verb_endings)})\s"
            rf"(?:{either(lexicon.sources.agents)}))\s+(?:[\w.’'-]+\s+){{0,4}}$"
        ),
        joining=re.compile(rf",?\s(?:{joining})\s(?:\w+\s){{0,2}}"),
        listing=re.compile(rf",?\s(?:{joining})\s|,\s[A-Z]"),
        asking=re.compile(rf"\b(?:{either(lexicon.verbs.asking)})\s+(?:[\w.’'-]+\s+){{0,4}}$"),
        question=re.compile(
            rf"\s+(?:{either(lexicon.clauses.topics, lexicon.sources.asking, grammar.relative_adverbs)}|"
            rf"{either(lexicon.hedges.conditions)})\b"
        ),
        people=re.compile(
            rf"\b(?:{either(lexicon.persons.occupations, lexicon.claimants.persons, lexicon.persons.kin)}|"
            rf"{either(title for title in lexicon.persons.titles if len(title) > 2)})\b",
            re.IGNORECASE,
        ),
        person_endings=re.compile(rf"(?:{either(lexicon.sources.person_endings)})$"),
    )


class Mentions:
    """The persons of a text by place."""

    def __init__(self, cast: Cast, layout: Layout, attributions: Sequence[Attribution]) -> None:
        self._cast = cast
        self.layout = layout
        self._text = cast.text
        self._lexicon = cast.lexicon
        self._patterns = _patterns(cast.lexicon)
        self._name_ends = [name.end for name in cast.names]
        self._sources = {attribution.source[0][0] for attribution in attributions if attribution.source}
        sources = (self._text[start:end] for attribution in attributions for start, end in attribution.source)
        self._speaking = {fold(word) for source in sources for word in _NAME_END.findall(source)}
        self._mentions = sorted(
            (*self._persons(), *self._unknown(), *self._described(), *self._relatives()), key=lambda m: m.start
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
                is_described=not name.bare and self._is_described(name.end),
                is_said=self._is_said(name.start),
                **self._standing(name.start, name.end, opening=start),
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
                self._is_modifier(run.end)
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
            is_said=self._is_said(run.start),
            **self._standing(run.start, run.end, opening=run.start),
        )

    def _is_modifier(self, end: int) -> bool:
        """Whether a name says whose some people are: “Larn Falls councillors”, “Larn Falls leader Ann Bo”."""
        word = _NEXT_WORD.match(self._text, end)
        if word is None:
            return False
        is_several = word[1].endswith("s") and self._is_known_noun(word[1][:-1])
        return is_several or (_NAME_FOLLOWS.match(self._text, word.end()) is not None and self._is_known_noun(word[1]))

    def _shaped(self, run: Run, name: str) -> Mention:
        """A mention of somebody whose name only has the shape of a person's."""
        return Mention(
            run.start,
            run.end,
            name,
            local_person(name, self._lexicon),
            None,
            is_described=self._is_described(run.end),
            is_shaped=True,
            is_speaking=fold(run.words[-1]) in self._speaking,
            **self._standing(run.start, run.end, opening=run.start),
        )

    def _standing(self, start: int, end: int, *, opening: int) -> dict[str, bool]:
        """How a name stands in its sentence; opening: where it begins with its titles."""
        is_joined, is_modifier = self._is_joined(opening, end), self._says_whose(opening, end)
        return {
            "is_subject": self.layout.is_subject(opening, end) and not is_joined and not is_modifier,
            "is_clause_subject": self.layout.is_clause_subject(opening, end) and not is_modifier,
            "is_introduced": self._is_introduced(start),
            "is_kin": self._kin(opening) is not None,
            "is_fronted": self.layout.is_fronted(opening),
            "is_subordinate": self.layout.is_subordinate(start),
            "is_owner": is_modifier or _POSSESSIVE.match(self._text, end) is not None,
            "is_met": is_joined or self._is_met(start, end),
            "is_label": self.layout.is_label(start),
        }

    def _is_said(self, start: int) -> bool:
        """Whether a name stands in what somebody says, or is asked."""
        return self.layout.is_said(start) or self.layout.is_asked(start)

    def _says_whose(self, start: int, end: int) -> bool:
        """Whether a name says but whose somebody is: “a Bo supporter”, “the Bo camp”, “Bo campaign chief Ann Ek”."""
        article = _WORD_BEFORE_NAME.search(self._text, max(0, start - 10), start)
        if article is not None and article[1].lower() in self._lexicon.grammar.articles:
            return _NEXT_WORD.match(self._text, end) is not None
        role = _ROLE_OF_NAME.match(self._text, end)
        return role is not None and self._is_known_noun(role["noun"])

    def _is_joined(self, start: int, end: int) -> bool:
        """Whether a name is the second of two or more that do something together: “Ann Bo, Carl Dunmore and others”."""
        number = bisect_left(self._name_ends, start)
        words = self._text[self._name_ends[number - 1] : start] if number else ""
        is_listed = words == ", " and self._patterns.listing.match(self._text, end) is not None
        return is_listed or self._patterns.joining.fullmatch(words) is not None

    def _is_met(self, start: int, end: int) -> bool:
        """Whether somebody is met, asked, or the one who does what is told: “met Bo”, “was replaced by Bo”."""
        patterns, reach = self._patterns, max(0, start - 60)
        is_asked = patterns.asking.search(self._text, reach, start) and patterns.question.match(self._text, end)
        return is_asked is not None or patterns.met.search(self._text, reach, start) is not None

    def _is_described(self, end: int) -> bool:
        return self._patterns.is_described.match(self._text, end) is not None

    def _may_be_person(self, run: Run) -> bool:
        words, lower = self._lexicon.persons, [plain_word(word) for word in run.words]
        if run.previous_word.lower() in self._lexicon.grammar.articles:
            return False  # “the Brewers Guild”
        shaped = 2 <= len(lower) <= 3 and words.place_or_body.isdisjoint(lower) and not run.words[-1].isupper()
        return (
            shaped and words.titles.keys().isdisjoint(lower) and self._cast.index.recognise(" ".join(run.words)) is None
        )

    def _described(self) -> Iterator[Mention]:
        """The unnamed persons whom sentences begin with: “A survivor”, “The owner of the bakery”."""
        for start, end in self.layout.sentences:
            if self.layout.is_said(start):
                continue
            somebody = self._patterns.somebody.match(self._text, start, end)
            phrase = somebody or self._known(start, end)
            words = list(_WORD.finditer(self._text, *phrase.span("words"))) if phrase else []
            is_noun = self._is_person_noun if somebody else self._is_known_noun
            stop = next((word.end() for word in words if is_noun(fold(word[0]))), None)
            if stop is None or not (somebody or _VERB_OR_OWNER.match(self._text, stop)):
                continue
            key = self._text[start:stop].lower()
            holder = None if somebody else self._cast.by_role(key.rpartition(" ")[2], start)
            if holder is not None:
                yield Mention(start, stop, holder.claimant.name, holder.claimant, holder.pronoun, is_subject=True)
            else:
                yield Mention(start, stop, key, None, is_subject=True, is_introduced=somebody is not None)

    def _known(self, start: int, end: int) -> re.Match[str] | None:
        """The words “The owner of the bakery” of a sentence's beginning, unless it is they who are said to speak."""
        return None if start in self._sources else self._patterns.someone_known.match(self._text, start, end)

    def _is_known_noun(self, word: str) -> bool:
        """Whether a word is a noun for one person, and does not only end like one: “violent”, “after”."""
        is_person = word in self._lexicon.claimants.persons or word in self._lexicon.persons.occupations
        endings = tuple(self._lexicon.persons.gendered_endings)
        return is_person or word in self._lexicon.persons.titles or word.endswith(endings)

    def _relatives(self) -> Iterator[Mention]:
        """Those whom sentences begin with and say to be somebody's: “Her mother”."""
        for start, end in self.layout.sentences:
            somebody = self._patterns.kin_opening.match(self._text, start, end)
            if somebody and not self.layout.is_said(start):
                pronoun = self._lexicon.persons.kin[somebody["kin"].lower()]
                yield Mention(start, somebody.end(), somebody[0].lower(), None, pronoun, is_subject=True, is_kin=True)

    def _is_person_noun(self, word: str) -> bool:
        words = self._lexicon.persons
        if word in self._lexicon.claimants.documents | self._lexicon.descriptions.modifiers:
            return False
        known = word in words.occupations or word in words.titles or word in self._lexicon.descriptions.people
        return known or self._patterns.person_endings.search(word) is not None

    def _is_located(self, place: int) -> bool:
        word = _WORD_BEFORE.search(self._text, max(0, place - 30), place)
        return word is not None and word[1].lower() in self._lexicon.places.locatives

    def _kin(self, start: int) -> str | None:
        """What the text says right before a name that somebody is to another: “her late husband”."""
        kin = kin_before(self._lexicon).search(self._text, max(0, start - 60), max(start, 0))
        return kin["kin"].lower() if kin else None

    def _is_introduced(self, place: int) -> bool:
        return self._patterns.introduced.search(self._text, max(0, place - 40), place) is not None
