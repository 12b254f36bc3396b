"""Whose a document is by the words for it alone: “a report by the Larn Institute”, “a Larn Institute report”."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, TypeAlias

from digests.lexicon import Lexicon, either
from digests.models import Attribution, Claimant, Span
from digests.speakers.bodies.documents import Documents, told_by
from digests.speakers.claimants import local_body, unresolved
from digests.speakers.participants import Cast
from digests.text.folding import fold
from digests.text.name_words import POSSESSIVE_END, UPPER, name_words

#: Whom words at a place of the text name.
Name: TypeAlias = Callable[[str, Sequence[Span]], Claimant]
_JOINED: Final = re.compile(r"\w/\w")  #: “Halden News/Larn Post”


class _Patterns(NamedTuple):
    made_by: re.Pattern[str]  #: “a report released in May by the Larn Institute”
    made_for: re.Pattern[str]  #: “a 2014 Larn Institute report”, “Ann Bo’s statement”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, claimants = lexicon.grammar, lexicon.claimants
    noun = rf"(?P<noun>{either(claimants.documents, map(str.capitalize, claimants.named_for_makers))})"
    owning = (grammar.articles, grammar.third_possessives)
    opening = rf"(?:(?:{either(*owning, *(map(str.capitalize, words) for words in owning))}|[A-Z]\w+day[’']s) )?"
    web = either(claimants.site_openings)
    word = rf"(?!(?:{web})\b){UPPER}(?:[\w’'&/-]|\.(?= ?[A-Z]))*"
    name = rf"{word}(?: (?:{name_words(lexicon)} ){{0,2}}{word}){{0,6}}"
    tails = either(lexicon.descriptions.body_tails, lexicon.bodies.municipal)
    leading_on = either(
        grammar.prepositions, grammar.longer_prepositions, grammar.relative_pronouns, grammar.coordinators,
        lexicon.sources.earlier, lexicon.calendar.steps, lexicon.calendar.days,
    )  # fmt: skip
    participles = rf"{either(grammar.past_participles)}|[a-z]+(?:{either(lexicon.clauses.participle_endings)})"
    no_participle = rf"(?!(?:{participles})\b)[\w’'-]+"
    persons = either(lexicon.persons.occupations, lexicon.claimants.persons, lexicon.descriptions.people)
    no_person = rf"(?! (?:{persons}|\w{{4,}}(?:{either(lexicon.sources.person_endings)}))\b)"  # “the Larn data expert”
    modifier = rf"(?!(?:{either(grammar.prepositions, claimants.documents, claimants.leaks)})\b)(?:[a-z-]+|\d+)"
    return _Patterns(
        made_by=re.compile(
            rf"{opening}(?:[\w’'/-]+ ){{0,4}}?{noun} (?:(?:{either(claimants.making)}) )?(?:{no_participle} ){{0,6}}?"
            rf"(?P<agent>{either(lexicon.sources.agents)}) "
            rf"(?:(?:{either(grammar.definite_articles)}) )?(?P<author>{name}(?: (?:{tails}))?)\b"
            rf"(?![’'‘`]s)(?! (?!(?:{leading_on}|{participles})\b)[a-z]| [A-Z]).*",
            re.DOTALL,
        ),
        made_for=re.compile(
            rf"{opening}(?:{modifier} ){{0,2}}?(?P<author>{name}?(?: (?:{tails}))?)(?P<agent>) "
            rf"(?:(?:{web}|[a-z-]+) ){{0,2}}{noun}{no_person}(?:,? [a-z(].*)?",
            re.DOTALL,
        ),
    )


class Authors:
    """Reads a source that is a document as the body or the person whose it is."""

    def __init__(self, cast: Cast, name: Name) -> None:
        self._cast = cast
        self._lexicon = cast.lexicon
        self._name = name
        self._documents = Documents(cast)

    def author(self, attribution: Attribution) -> Claimant | None:
        """Who made the document that a source of one fragment names; nobody where the words do not say.

        Papers that somebody keeps are not their maker's words, and what a cue says that a letter shows is its reader's.
        """
        patterns, text, spans = _patterns(self._lexicon), self._cast.text, attribution.source
        if len(spans) > 1:
            return None
        match = patterns.made_by.fullmatch(text, *spans[0]) or patterns.made_for.fullmatch(text, *spans[0])
        if match is not None and self._speaks_itself(match["noun"], attribution):
            return unresolved(text[slice(*spans[0])], self._lexicon)
        maker = self._maker(match) if match is not None else None
        return told_by(maker, match["noun"], self._lexicon) if match is not None and maker is not None else None

    def _maker(self, match: re.Match[str]) -> Claimant | None:
        """Whom the words for a maker name, if it is a person or a body, and no state, town or topic."""
        start, end = match.span("author")
        if not match["agent"] and self._is_others(match):
            return None
        words = POSSESSIVE_END.sub("", match["author"])
        claimant = self._holder(words, end, match.end()) or self._name(words, [(start, start + len(words))])
        actor = self._cast.index.get(claimant.actor_id or "")
        is_utterance = match["noun"] in self._lexicon.claimants.utterances
        if actor is not None and actor.kind in {"state", "group"}:
            return claimant if is_utterance and claimant.resolved_by == "metonym" else None
        if (claimant.actor_id or "").startswith("person:"):
            return claimant if match["agent"] or (is_utterance and start + len(words) < end) else None
        if claimant.actor_id and (match["agent"] or actor is not None or self._is_body(claimant.name)):
            return claimant
        if _JOINED.search(words):
            return local_body(words, self._lexicon, "short form")
        is_maker = match["agent"] in self._lexicon.sources.agents - self._lexicon.bodies.belonging
        return self._documents.body(words) if is_maker else None

    def _holder(self, office: str, end: int, stop: int) -> Claimant | None:
        """Who is named right behind an office: “a release signed by the LTO Director General, Dr. Bo”."""
        name = next(iter(self._cast.names_in((end, stop))), None)
        if name is None or fold(office).split()[-1] not in self._lexicon.persons.titles:
            return None
        joint = self._cast.text[end : name.start].removesuffix(f"{' '.join(name.titles)} ")
        person = self._cast.person(name) if joint.strip() in {"", ","} else None
        return person.claimant if person is not None else None

    def _speaks_itself(self, noun: str, attribution: Attribution) -> bool:
        """Whether a document is told as itself: “Larn Harbour records”, “an email from Holm” that reveals something."""
        claimants = self._lexicon.claimants
        words = {word for start, end in attribution.cue for word in self._cast.text[start:end].lower().split()}
        is_shown = noun in claimants.messages and bool(words & self._lexicon.deeds.concluding)
        return noun in claimants.kept_papers or is_shown

    def _is_others(self, match: re.Match[str]) -> bool:
        """Whether words name whom a document is handed in to or is about, or people: “some Liberal figures”."""
        first, noun = match[0].split(" ", 1)[0].lower(), match["noun"]
        claimants, match_of_maker = (
            self._lexicon.claimants,
            self._cast.index.recognise(POSSESSIVE_END.sub("", match["author"])),
        )
        is_handed_in = (
            noun in claimants.handed_in and match_of_maker is not None and match_of_maker.actor.kind == "government"
        )
        are_people = noun in claimants.people_too and first in self._lexicon.descriptions.counting
        return first in self._lexicon.grammar.third_possessives or is_handed_in or are_people

    def _is_body(self, name: str) -> bool:
        nouns = self._lexicon.descriptions.bodies.union(*self._lexicon.descriptions.role_nouns.values())
        return not nouns.isdisjoint(fold(name).split())
