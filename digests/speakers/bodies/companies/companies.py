"""Companies and other bodies by a text's short names and nouns for them: “Alto” of Alto Foods, “the firm”."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Final

from digests.actors import is_acronym
from digests.actors.runs import Run
from digests.lexicon import Lexicon, either
from digests.models import Claimant
from digests.speakers.bodies.companies.mentions import CompanyMentions, Named
from digests.speakers.claimants import local_body
from digests.speakers.layout import Layout
from digests.speakers.noun_phrases import plain
from digests.speakers.participants import Cast
from digests.text.folding import fold
from digests.text.name_words import UPPER, name_words

_RECENT: Final = 3  #: sentences over which a noun may mean a company


@functools.lru_cache(maxsize=512)
def _name_around(noun: str, lexicon: Lexicon) -> re.Pattern[str]:
    """The name of a body around its noun, as a text writes that in a name: “Diocese of Larn”."""
    grammar, name = lexicon.grammar, rf"{UPPER}[\w’'&-]+"
    joining, articles = either(lexicon.descriptions.body_prepositions), either(grammar.definite_articles)
    return re.compile(
        rf"(?:{name}(?: {name_words(lexicon)})? ){{0,4}}{re.escape(noun)}\b"
        rf"(?: (?:{joining}) (?:(?:{articles}) )?{name}(?: {name}){{0,2}})?"
    )


class Companies:
    """Reads short names and nouns against the bodies that a text names in full."""

    def __init__(self, cast: Cast, layout: Layout) -> None:
        self._cast = cast
        self._text = cast.text
        self._layout = layout
        self._lexicon = cast.lexicon
        self._mentions = CompanyMentions(cast, layout)

    def called(self, words: str) -> Claimant | None:
        """The company whose name some words begin: “Alto” of “Alto Foods Inc.”."""
        full = self._mentions.in_full.get(fold(words))
        return full.model_copy(update={"short": words, "resolved_by": "short form"}) if full else None

    def names(self) -> list[str]:
        """The names of those that are surely companies, one for each mention."""
        words_of = ((run, self._text[run.start : run.end]) for run in self._mentions.runs)
        certain = {words for run, words in words_of if self._mentions.is_shown(run, words)}
        certain |= {company.name for company in self._mentions.in_full.values()}
        return [mention.claimant.name for mention in self._mentions.all if mention.claimant.name in certain]

    def opening(self) -> str | None:
        """The company that is the subject of a text's first sentence."""
        begin, end = self._layout.sentences[0] if self._layout.sentences else (0, 0)
        runs = [run for run in self._mentions.runs if begin <= run.start < end]
        is_company = bool(runs) and self._layout.is_subject(runs[0].start, runs[0].end)
        words = self._text[runs[0].start : runs[0].end] if is_company else ""
        is_name = words != "" and (self._mentions.is_name(runs[0]) or self._mentions.is_own_word(words))
        is_shown = is_name and self._mentions.is_shown(runs[0], words)
        owns = is_name and self._mentions.may_be_company(words) and self._mentions.has_owner(begin, end)
        return words if is_shown or owns else None

    def subject_alone(self, place: int) -> str | None:
        """The body that begins the sentence of a place as its subject, where the sentence names nothing else before."""
        begin = self._layout.sentence(place)[0]
        runs = [run for run in self._mentions.runs if begin <= run.start < place]
        if len(runs) != 1 or runs[0].start != begin or not self._layout.is_subject(begin, runs[0].end):
            return None
        words, match = self._text[begin : runs[0].end], self._cast.index.recognise(self._text[begin : runs[0].end])
        is_body = self._mentions.is_own_word(words) if match is None else match.actor.kind == "org"
        return words if is_body else None

    def named(self, start: int, end: int) -> dict[int, Claimant]:
        """The companies named in a stretch of the text, by place."""
        return {mention.start: mention.claimant for mention in self._mentions.all if start <= mention.start < end}

    def nearest(self, place: int, speakers: Sequence[Named]) -> Claimant | None:
        """The company that the sentences before a place name, the nearest first; of several in one, its subject."""
        return self._nearest(place, sorted((*self._mentions.all, *speakers), key=lambda mention: mention.start))

    def subject(self, place: int) -> Claimant | None:
        """The only name that is a subject in the sentences before, if the text has it often and nowhere as a place."""
        number = self._layout.number_of(place)
        begin = self._layout.sentences[max(0, number - _RECENT)][0]
        runs = [run for run in self._mentions.runs if begin <= run.start < place]
        names = {self._text[r.start : r.end] for r in runs if self._layout.is_subject(r.start, r.end)}
        name = next(iter(names)) if len(names) == 1 else ""
        is_often = bool(name) and self._mentions.is_often(name)
        if not is_often or not self._mentions.may_be_company(name) or self._is_place(name):
            return None
        return local_body(name, self._lexicon, "short form")

    def _is_place(self, name: str) -> bool:
        """Whether the text tells of what is in something of a name."""
        prepositions = either(self._lexicon.places.holding)
        return re.search(rf"\b(?:{prepositions}) {re.escape(name)}\b", self._text) is not None

    def acronym(self, start: int, end: int) -> Claimant | None:
        """The only body that a stretch of the text names by its initials, as a subject or beside its full name."""
        names = {run.words[0] for run in self._mentions.runs if start <= run.start < end and self._is_initials(run)}
        name = next(iter(names)) if len(names) == 1 else None
        full = (self._cast.bodies.spelt_out(name) or name) if name else None
        return local_body(full, self._lexicon, "short form") if full else None

    def _is_initials(self, run: Run) -> bool:
        if len(run.words) > 1 or not is_acronym(run.words[0]) or self._cast.index.recognise(run.words[0]) is not None:
            return False
        is_aside = self._text[run.start - 1 : run.end + 1] == f"({run.words[0]})"
        return is_aside or self._layout.is_subject(run.start, run.end)

    def team(self, place: int) -> Claimant | None:
        """The team that the sentences before a place name, likewise: “the Larn Ravens”."""
        return self._nearest(place, self._mentions.teams)

    def _nearest(self, place: int, mentions: Sequence[Named]) -> Claimant | None:
        number = self._layout.number_of(place)
        for back in range(_RECENT + 1):
            begin, end = self._layout.sentences[max(0, number - back)]
            members = [mention for mention in mentions if begin <= mention.start < min(end, place)]
            subjects = [mention for mention in members if self._layout.is_subject(mention.start, mention.end)]
            if self._layout.goes_on(begin):
                members = subjects  # “It also owns Cassel & Brook”
            elif members and not self._may_be_meant(members, subjects) and self._is_of_other(begin, end):
                return None  # “HBC has bought Cassel & Brook”
            for group in (members, subjects):
                if len({mention.claimant.name for mention in group}) == 1:
                    return group[0].claimant.model_copy(update={"resolved_by": "short form"})
            if members or self._opens_with_name(begin, place):
                return None
        return None

    def _may_be_meant(self, members: Sequence[Named], subjects: Sequence[Named]) -> bool:
        """Whether a sentence has one of its companies for its subject, or says what one of them is."""
        return bool(subjects) or any(map(self._mentions.is_made, members))

    def follows_other(self, place: int) -> bool:
        """Whether the sentence before begins with a name: “Rosneft officials said no.”."""
        return self._opens_with_name(self._layout.sentence(place, back=1)[0], place)

    def _is_of_other(self, start: int, end: int) -> bool:
        """Whether a sentence has a name that is none of a company for its subject."""
        runs = (run for run in self._mentions.runs if start <= run.start < end)
        return any(self._layout.is_subject(run.start, run.end) for run in runs)

    def _opens_with_name(self, start: int, place: int) -> bool:
        run = next((run for run in self._mentions.runs if start <= run.start < place), None)
        return run is not None and run.start == start and self._mentions.is_name(run)

    def with_noun(self, noun: str, place: int) -> Claimant | None:
        """The body whose name has a noun for its head: “the diocese” of “the Catholic Diocese of Larn”."""
        head = noun.capitalize()
        pattern = _name_around(head, self._lexicon)
        names = [plain(match[0], self._lexicon) for match in pattern.finditer(self._text, 0, place)]
        is_place = noun in self._lexicon.places.settlements  # “the city” is “the City of Larn”, not “Larn City”
        names = [name for name in names if (name.startswith(f"{head} ") if is_place else " " in name)]
        return local_body(names[0], self._lexicon, "short form") if len({fold(n) for n in names}) == 1 else None
