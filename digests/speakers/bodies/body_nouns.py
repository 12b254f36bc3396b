"""What a text calls a body without its name, “the charity”, and by what a name shows to be one of that kind."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from digests.actors import ActorIndex
from digests.lexicon import Lexicon, either
from digests.speakers.noun_phrases import without_marks
from digests.text.folding import fold

_BASED = re.compile(r"\w-[a-z]")  #: “Larn-based”


class BodyNoun(NamedTuple):
    """What a phrase without a name calls a body."""

    word: str
    modifiers: tuple[str, ...]
    is_definite: bool

    @property
    def is_told_apart(self) -> bool:
        """Whether a word says which of its kind it is: “the software giant”, and not “the US giant”."""
        return any(word[0].islower() for word in self.modifiers)


class Fit(NamedTuple):
    """How a body and a noun go together."""

    is_shown: bool  #: the text shows the body to be one of that noun
    is_related: bool  #: it shows the body to be one that may be called so
    may_be: bool  #: nothing shows that it is another


class _Patterns(NamedTuple):
    phrase: re.Pattern[str]
    ahead: re.Pattern[str]  #: “the carmaker ” before a name
    apposed: re.Pattern[str]  #: “, a small carmaker,”, “ is a carmaker” or “ airport” behind it


@functools.cache
def body_nouns(lexicon: Lexicon) -> frozenset[str]:
    """All nouns by which a text calls bodies."""
    return frozenset().union(*(family.general | family.nouns for family in lexicon.bodies.families))


@functools.cache
def _plurals(lexicon: Lexicon) -> dict[str, str]:
    """The nouns by their plurals."""
    return {f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s": noun for noun in body_nouns(lexicon)}


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, nouns = lexicon.grammar, either(body_nouns(lexicon))
    definite, indefinite = either(grammar.definite_articles), either(grammar.indefinite_articles)
    stops = either(
        grammar.prepositions - lexicon.descriptions.home_prepositions, grammar.relative_pronouns,
        grammar.finite_auxiliaries, grammar.modals, grammar.coordinators, grammar.subjects,
    )  # fmt: skip
    partitive = either(lexicon.descriptions.home_prepositions)
    word = rf"(?!(?:{stops})\b)[\w’'&/-]+ "
    prepositions, relatives = either(grammar.prepositions), either(grammar.relative_pronouns)
    following = either(grammar.prepositions, grammar.finite_auxiliaries, grammar.modals, lexicon.verbs.saying)
    return _Patterns(
        phrase=re.compile(
            rf"(?:(?P<definite>(?i:{definite})) |(?i:{indefinite}) )?(?P<modifiers>(?:[\w’'.&/-]+ ){{0,7}}?)"
            rf"(?P<noun>{nouns})(?:,? (?:{relatives})\b.*|, [a-z].*)?"
            rf"|(?i:{either(lexicon.descriptions.single)}) (?:{partitive}) (?P<among>(?:[\w’'.&/-]+ ){{1,7}}?)"
            rf"(?P<many>{either(_plurals(lexicon))})",
            re.DOTALL,
        ),
        ahead=re.compile(rf"\b(?P<noun>{nouns}) $", re.IGNORECASE),
        apposed=re.compile(
            rf"(?: \([^()]{{1,20}}\))?(?:, (?:(?:{indefinite}) (?:{word}){{0,6}}?|(?:{definite}) (?:{word}){{1,6}}?"
            rf"|(?:{word}){{1,6}}?)(?P<apposition>{nouns})(?=[,.;]| (?:{prepositions}|{relatives})\b|-)"
            rf"| (?:{either(grammar.be_finite)}) (?:{indefinite}|{definite}) (?:{word}){{0,6}}?(?P<told>{nouns})\b"
            rf"| (?P<close>{nouns})(?=[,.;’']| (?:{following})\b))"
        ),
    )


def body_noun(surface: str, index: ActorIndex, lexicon: Lexicon) -> BodyNoun | None:
    """What a source calls the body that it means, where it has no name but a country's."""
    match = _patterns(lexicon).phrase.fullmatch(without_marks(surface))
    if match is None:
        return None
    if match["many"]:
        return BodyNoun(_plurals(lexicon)[match["many"]], tuple(match["among"].split()), is_definite=False)
    modifiers = tuple(match["modifiers"].split())
    is_bare = all(word[0].islower() or tells_where(word, index) for word in modifiers)
    is_alike = lexicon.bodies.unlike.isdisjoint(modifiers)
    return BodyNoun(match["noun"], modifiers, match["definite"] is not None) if is_bare and is_alike else None


def tells_where(word: str, index: ActorIndex) -> bool:
    """Whether a word with a capital says where a body is: “US”, “Dutch”, “Larn-based”."""
    match = index.recognise(word)
    is_state = match is not None and match.actor.kind == "state"
    return is_state or index.state_of(word) is not None or _BASED.search(word) is not None


def nouns_beside(text: str, start: int, end: int, lexicon: Lexicon) -> Iterable[str]:
    """The nouns by which a text tells, right beside a name, what body it is."""
    patterns = _patterns(lexicon)
    if (label := patterns.ahead.search(text, max(0, start - 30), start)) is not None:
        yield label["noun"].lower()
    if (apposition := patterns.apposed.match(text, end)) is not None:
        yield (apposition["apposition"] or apposition["told"] or apposition["close"]).lower()


def is_other_body(name: str, lexicon: Lexicon) -> bool:
    """Whether the words of a name say that it is no firm's: “Larn airport”."""
    words, families = nouns_within(name, lexicon), lexicon.bodies.families
    memberships = [not words.isdisjoint(family.general | family.nouns | family.names) for family in families]
    return any(memberships) and not memberships[0]


def nouns_within(name: str, lexicon: Lexicon) -> frozenset[str]:
    """The words of a name that say what body it is: the last, and the one before its “of”."""
    words = fold(name).split()
    joints = lexicon.descriptions.body_prepositions
    heads = [word for word, follower in zip(words, (*words[1:], ""), strict=True) if not follower or follower in joints]
    return frozenset(form for word in heads for form in (word, word.removesuffix("s")))


def fit(noun: str, known_as: frozenset[str], lexicon: Lexicon) -> Fit:
    """Whether a body of which some nouns are told may be called by another."""
    families = [f for f in lexicon.bodies.families if not known_as.isdisjoint(f.general | f.nouns | f.names)]
    if not families:
        return Fit(is_shown=False, is_related=False, may_be=True)
    shared = [family for family in families if noun in family.general | family.nouns]
    is_shown = noun in known_as or any(noun in family.general for family in shared)
    return Fit(is_shown, is_related=bool(shared), may_be=bool(shared))
