"""Whose a document is that a text lets speak: “that poll” of “a poll by Ipsos”."""

from __future__ import annotations

import functools
import re
from typing import Final

from digests.actors import is_acronym
from digests.lexicon import Lexicon, either
from digests.models import Claimant
from digests.speakers.bodies.body_nouns import body_nouns
from digests.speakers.claimants import claimant_of, local_body
from digests.speakers.participants import Cast
from digests.text.folding import fold
from digests.text.name_words import POSSESSIVE_END, UPPER, name_words

_TWO_SENTENCES: Final = re.compile(r"[a-z]{3}\. ")  #: what stands in no name: “Boots. The”
_NEAR: Final = 1500  #: characters over which a document is the same


@functools.cache
def _owner(noun: str, lexicon: Lexicon) -> re.Pattern[str]:
    """The name of a body before or after the noun of a document, or of one that gives it out."""
    alike = next((nouns for nouns in lexicon.claimants.alike_documents if noun in nouns), {noun})
    noun = rf"(?:{either(alike, map(str.capitalize, alike & lexicon.claimants.named_for_makers))})"
    words, grammar = lexicon.descriptions, lexicon.grammar
    word = rf"{UPPER}(?:[\w’'&/-]|\.(?=[A-Z ][\w. ]))+"
    tails = either(words.body_tails, lexicon.bodies.names["mil:{}"].words, lexicon.sources.teams)
    name = rf"{word}(?: (?:{name_words(lexicon)} ){{0,2}}{word}){{0,4}}(?: (?:{tails})\b)?"
    prepositions = either(lexicon.sources.agents, lexicon.bodies.belonging)
    obtaining = either(lexicon.verbs.obtaining)
    participles = rf"[a-z]+(?:{either(lexicon.clauses.participle_endings)})|{either(grammar.past_participles)}"
    maker_form = rf"(?!(?:{obtaining})\b)(?:{participles})"
    participle = rf"(?:{maker_form} )?"
    articles, definite = either(grammar.articles, grammar.third_possessives), either(grammar.definite_articles)
    issuing = either(lexicon.verbs.issuing)
    verbs = either(lexicon.verbs.saying, grammar.be_finite, grammar.have_finite)
    no_people = rf"(?! (?!(?:{verbs})\b)[a-z-]+s\b| {UPPER})"  # “a poll of Larn voters” is not Larn's
    makers = either(lexicon.sources.agents - lexicon.bodies.belonging)
    kinds = either(body_nouns(lexicon), map("{}s".format, lexicon.persons.analyst_roles))
    kind = rf"(?:(?:(?!(?:{either(grammar.prepositions)})\b)[a-z-]+ ){{0,2}}(?:{kinds}) )?"  # “by security firm Alto”
    return re.compile(
        rf"\b{noun} (?:{participle}(?:{prepositions})"
        rf"|(?:[^.;,“”\"]{{1,60}}? )?{maker_form} (?:\w+ ){{0,2}}(?:{makers}))"
        rf" (?:(?:{definite}) )?{kind}(?P<after>{name})\b{no_people}"
        rf"|(?P<before>{name})(?:[’'‘`]s?)? (?:(?!(?:{articles})\b)[a-z-]+ ){{0,2}}{noun}\b"
        rf"|(?P<giver>{name})(?:{_day(lexicon)})? (?:{issuing}) (?:(?:{articles}) )?"
        rf"(?:(?!(?:{either(words.joining)})\b)[\w-]+ ){{0,2}}{noun}\b"
    )


@functools.cache
def _days(lexicon: Lexicon) -> frozenset[str]:
    """What a day or a month is called, which no document is by: “Tuesday’s report”."""
    return frozenset((*lexicon.calendar.weekdays, *lexicon.calendar.months))


def _day(lexicon: Lexicon) -> str:
    """What finds “ on Wednesday” behind a name, within larger patterns."""
    days = either(map(str.capitalize, _days(lexicon)))
    return rf"(?: (?:{either(lexicon.grammar.prepositions)}))? (?:{days})"


@functools.cache
def _around(lexicon: Lexicon) -> re.Pattern[str]:
    """What is no part of a name: “LARN The ” before it, “ on Wednesday” behind it."""
    definite = either(map(str.capitalize, lexicon.grammar.definite_articles))
    return re.compile(rf"^(?:[A-Z]{{3,}} )*(?:{definite}) |{_day(lexicon)}$")


def told_by(maker: Claimant, noun: str, lexicon: Lexicon) -> Claimant:
    """A body by whose poll or study something is found, told so: “Larn University (poll)”."""
    is_person = (maker.actor_id or "").startswith("person:")
    is_finding = noun.lower() in lexicon.claimants.findings and not (is_person or maker.title)
    return maker.model_copy(update={"title": noun}) if is_finding else maker


class Documents:
    """Reads documents as those who made them, where the text says who."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._text = cast.text
        self._lexicon = cast.lexicon

    def publisher(self, noun: str, place: int) -> Claimant | None:
        """The only body near by whose document of that noun the text speaks of."""
        bodies: dict[str, Claimant] = {}
        for match in _owner(noun, self._lexicon).finditer(self._text, max(0, place - _NEAR), place):
            name = _around(self._lexicon).sub("", POSSESSIVE_END.sub("", next(filter(None, match.groups()))))
            body = None if self._only_carries(name, noun) else self.body(name)
            if body is not None:
                bodies[body.name] = body
        if len(bodies) != 1:
            return None
        maker = next(iter(bodies.values()))  # what a newspaper finds out is not what it tells
        is_finding = noun in self._lexicon.claimants.findings and maker.role == "outlet"
        maker = maker.model_copy(update={"role": "analyst"}) if is_finding else maker
        return told_by(maker, noun, self._lexicon)

    def _only_carries(self, name: str, noun: str) -> bool:
        """Whether a name is where anybody may post: “a Facebook post” is not Facebook's."""
        claimants = self._lexicon.claimants
        return noun in claimants.postings and fold(name) in claimants.platforms

    def body(self, name: str) -> Claimant | None:
        """The body that a name is, listed or shaped like one; none for a state’s, a person’s or a common word."""
        words, lexicon = fold(name).split(), self._lexicon
        match = self._cast.index.recognise(name)
        if match is not None:
            is_body = match.actor.kind not in {"person", "state", "group"}
            return (
                claimant_of(match, self._cast.index).model_copy(update={"resolved_by": "short form"})
                if is_body
                else None
            )
        is_word = (
            words[0] in lexicon.persons.not_names | lexicon.persons.titles.keys() | _days(lexicon)
            or self._cast.index.state_of(name) is not None
            or _TWO_SENTENCES.search(name) is not None
        )
        if is_word or self._cast.by_last_name(words[-1]) is not None:
            return None
        is_body = len(words) > 1 or is_acronym(name) or f" {name} " in self._text.replace(f". {name} ", " ")
        return local_body(name, lexicon, "short form") if is_body else None
