"""Whether a verb that a line keeps tells anything with what it takes."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.passages import has_verb
from digests.lines.people.claimant_nouns import is_document
from digests.lines.reporting.clauses import opens_clause, states
from digests.models import Claim, Span

_FEW = 4  #: words that are hardly a clause


class _Patterns(NamedTuple):
    trifle: re.Pattern[str]
    predicate: re.Pattern[str]  #: what a verb of describing says of its object
    bare: re.Pattern[str]  #: what begins an object that is no clause
    deed: re.Pattern[str]  #: an infinitive with nothing behind it
    measured: re.Pattern[str]  #: a question of how far something is so: “just how important”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    trifles, grammar = either(lexicon.hedges.scarcities, lexicon.deeds.trifles), lexicon.grammar
    pointers = either(grammar.demonstratives - grammar.complementizers)
    joints = either(grammar.prepositions, grammar.longer_prepositions, grammar.settings)
    objects = either(
        grammar.prepositions, grammar.object_pronouns, grammar.object_possessives, grammar.indefinite_articles
    )  # fmt: skip
    return _Patterns(
        trifle=re.compile(
            rf"(?:(?:{either(lexicon.pointing.beside_predicates)}) )?(?:{trifles})\b"
            rf"|(?:{pointers})(?:\W*$| (?:{joints})\b)"
        ),
        predicate=re.compile(rf"\b(?:{either(lexicon.deeds.predicating)}) "),
        bare=re.compile(rf"(?:{objects})\b"),
        deed=re.compile(rf"(?:{either(grammar.infinitive_markers)}) (?P<verb>\w+)"),
        measured=re.compile(
            rf"(?:{either(lexicon.deeds.before_questions)})\s+(?:{either(grammar.question_adverbs)})\b"
        ),
    )


def tells_of_object(verb: str, words: str, lexicon: Lexicon) -> bool:
    """Whether a verb of describing stands with what it says of its object; other verbs need nothing more."""
    return verb not in lexicon.deeds.describing or bool(_patterns(lexicon).predicate.search(words))


def is_shown(claim: Claim, verb: Span, text: str, lexicon: Lexicon) -> bool:
    """Whether a picture is told to show something."""
    nouns = set(re.findall(r"\w+", claim.claimant.surface.lower()))
    return _shows(verb, text, lexicon) and bool(nouns & lexicon.deeds.pictures)


def _shows(verb: Span, text: str, lexicon: Lexicon) -> bool:
    return lexicon.deeds.showing.hold(text[slice(*verb)].rsplit(maxsplit=1)[-1].lower())


def only_shows(claim: Claim, verb: Span, words: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a picture shows a thing, or what is no paper does, which is no statement: “three towns show a rise”."""
    is_sight = is_shown(claim, verb, text, lexicon)
    is_sight = is_sight or (_shows(verb, text, lexicon) and not _is_paper(claim, lexicon))
    return is_sight and not states(words, lexicon)


def _is_paper(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a claimant is a paper or a poll, be it by what is told of it: “Alto (poll)”."""
    return is_document(claim, lexicon) or (claim.claimant.title or "") in lexicon.claimants.documents


def is_news(verb: str, words: str, lexicon: Lexicon) -> bool:
    """Whether a verb tells something with what it takes; one of saying only does with a clause."""
    news, plain = lexicon.reporting.news, lexicon.reporting.plain
    if verb in news.finite or verb in news.participles or verb in news.gerunds:
        return True
    if verb not in plain.finite and verb not in plain.participles:
        return False
    return _patterns(lexicon).bare.match(words) is None and len(words.split()) > _FEW


def is_trifle(words: str, lexicon: Lexicon) -> bool:
    """Whether somebody says next to nothing: “little about it”, “few details”, “this at a rally”."""
    return bool(_patterns(lexicon).trifle.match(words))


def is_of_narrator(verb: str, words: str, lexicon: Lexicon) -> bool:
    """Whether a verb with its object is but a narrator's account: “announced no fees”, “showed just how dear it is”."""
    first = words.split(maxsplit=1)[:1]
    if verb in lexicon.deeds.leaving_out and not lexicon.hedges.noun_negations.isdisjoint(first):
        return not states(words, lexicon)
    return _patterns(lexicon).measured.match(words) is not None


def lacks_clause(words: str, lexicon: Lexicon) -> bool:
    """Whether a conjunction opens words without anything that may be a verb: “that ‘the worst foe’”."""
    return opens_clause(words, lexicon) and not (has_verb(words, lexicon) or states(words, lexicon))


def lacks_object(words: str, lexicon: Lexicon) -> bool:
    """Whether words are no more than a deed whose object stands elsewhere: “a death that they vowed to avenge”."""
    deed = _patterns(lexicon).deed.fullmatch(words)
    return deed is not None and deed["verb"] not in lexicon.deeds.done_alone
