"""Whether the narrator's short next sentence tells the reverse of a saying: its opposite, or that all was not well."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.relations.statements.propositions import read_proposition
from digests.relations.statements.stems import term_of

_SHORT = 14  #: words of a sentence that tells no more than what went wrong
_SHORTER = 12  #: words of one that tells no more than the opposite
_SHORTEST = 11  #: words of one that tells of an exception
_TERMS = 4  #: words of weight in the latter
_REACH = 4  #: words between a negation and what it denies


class _Patterns(NamedTuple):
    assured: re.Pattern[str]  #: that all is as it should be: “is safe”, “nobody was hurt”
    mishap: re.Pattern[str]
    negated: re.Pattern[str]
    fewer: re.Pattern[str]  #: the same, or that it is so of few
    promise: re.Pattern[str]
    universal: re.Pattern[str]  #: that a saying leaves no exception: “every village”
    left_open: re.Pattern[str]  #: that something has yet to be, or may not come about
    opposites: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    lasting: re.Pattern[str]  #: that it is so no less, or never was: “She still owns four.”, “It had no fence.”
    going_on: re.Pattern[str]  #: how a sentence begins that speaks of what a saying does
    absent: re.Pattern[str]  #: that there is no such thing: “No storm was recorded.”
    done_again: re.Pattern[str]  #: “It did so in May.”, “They were.”
    another_way: re.Pattern[str]  #: “It comes from a tank.”
    lately: re.Pattern[str]  #: “They are now worth nothing.”
    exhibit: re.Pattern[str]  #: “DNA tests found horse.”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    words, hedges, grammar = lexicon.assurances, lexicon.hedges, lexicon.grammar
    negations = either(hedges.negations, hedges.negative_pronouns, lexicon.counterfacts.denying_all)
    negated = rf"(?:\b(?:{negations})\b|(?:{either(hedges.negative_endings)})\b)"
    mishaps, gap = either(words.mishaps), rf"(?:\s+[\w’'-]+){{0,{_REACH}}}?\s+"
    subjects, having = either(grammar.third_subjects), either(grammar.have_finite)
    absent = either(lexicon.counterfacts.unfulfilled)
    following = either(grammar.finite_auxiliaries, grammar.prepositions)
    return _Patterns(
        assured=re.compile(rf"{negated}{gap}(?P<denied>{mishaps})\b|\b(?:{either(words.assuring)})\b", re.IGNORECASE),
        mishap=re.compile(rf"\b(?:{mishaps})\b", re.IGNORECASE),
        negated=re.compile(negated, re.IGNORECASE),
        fewer=re.compile(rf"{negated}|\b(?:{either(hedges.scarcities, words.fewer)})\b", re.IGNORECASE),
        promise=re.compile(rf"\b(?:{either(lexicon.counterfacts.promising)})\b(?!\s+(?:{having})\b)"),
        universal=re.compile(rf"\b(?:{either(words.universals)})\b", re.IGNORECASE),
        left_open=re.compile(rf"\b(?:{either(grammar.modals, lexicon.reporting.judging, hedges.refusals)})\b|\?"),
        opposites=tuple(
            (re.compile(rf"\b(?:{either(state)})\b"), re.compile(rf"\b(?:{either(reverse)})\b"))
            for state, reverse in words.opposites
        ),
        lasting=re.compile(
            rf"\s*(?:{subjects})\s+(?:(?:(?:{having})\s+)?(?:{either(lexicon.counterfacts.lasting)})\b"
            rf"|(?:{having})\s+(?:{absent})\b)",
            re.IGNORECASE,
        ),
        going_on=re.compile(rf"\s*(?:{subjects}|{either(lexicon.claimants.counting)})\b", re.IGNORECASE),
        absent=re.compile(
            rf"\b(?:{absent})\s+(?P<thing>[\w’'-]+)(?=\s*[.,]|\s+(?:{following})\b)",
            re.IGNORECASE,
        ),
        done_again=re.compile(
            rf"\s*(?:{subjects})\s+(?:(?:{either(grammar.do_finite)})\s+(?:{either(words.likewise)})\b"
            rf"|(?:{either(grammar.finite_auxiliaries)})\s*\.)",
            re.IGNORECASE,
        ),
        another_way=re.compile(
            rf"\s*(?:{subjects})\s+(?P<deed>[a-z]+\s+(?:{either(grammar.prepositions)}))\s+(?P<rest>[\w’'-]+)",
            re.IGNORECASE,
        ),
        lately=re.compile(
            rf"\s*(?:{either(grammar.third_subjects - grammar.genders.keys())})\s+"
            rf"(?:{either(grammar.be_finite, grammar.have_finite)})\s+(?:{either(lexicon.retractions.nowadays)})\b",
            re.IGNORECASE,
        ),
        exhibit=re.compile(
            rf"\s*(?!(?:{either(grammar.prepositions, grammar.existentials)})\b)(?:[\w’'-]+\s+){{0,3}}?"
            rf"(?:{either(words.exhibits)})\s+(?:[\w’'-]+\s+){{0,4}}?(?:[a-z]+(?:ed|s)|{either(grammar.past_forms)}|{either(lexicon.counterfacts.finding)})\b",
            re.IGNORECASE,
        ),
    )


def tells_reverse(saying: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether a short sentence in the narrator's words, right behind a saying, tells that it is not so."""
    count, patterns = len(sentence.split()), _patterns(lexicon)
    if count > _SHORT or patterns.left_open.search(sentence):
        return False
    return (
        patterns.exhibit.match(sentence) is not None
        or patterns.lasting.match(sentence) is not None
        or patterns.lately.match(sentence) is not None
        or _says_anew(saying, sentence, patterns)
        or _went_wrong(saying, sentence, lexicon)
        or (patterns.done_again.match(sentence) is not None and patterns.negated.search(saying) is not None)
        or any(state.search(saying) and reverse.search(sentence) for state, reverse in patterns.opposites)
        or (count <= _SHORTER and _is_opposite(saying, sentence, lexicon))
        or (count <= _SHORTEST and all((patterns.universal.search(saying), patterns.fewer.search(sentence))))
    )


def assures(saying: str, lexicon: Lexicon) -> bool:
    """Whether a saying assures that all is well: “The roof is sound”, “nobody was hurt”."""
    patterns = _patterns(lexicon)
    return any(
        match["denied"] or not _is_denied(saying, match.start(), patterns)
        for match in patterns.assured.finditer(saying)
    )


def _went_wrong(saying: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether a sentence tells of a mishap where a saying promises, or assures that all is well: “It fell in.”."""
    patterns = _patterns(lexicon)
    if patterns.mishap.search(sentence) is None or patterns.negated.search(patterns.mishap.sub("", sentence)):
        return False
    return assures(saying, lexicon) or patterns.promise.search(saying) is not None


def _says_anew(saying: str, sentence: str, patterns: _Patterns) -> bool:
    """Whether it tells with a saying's own verb of another thing: “… comes from Crete. It comes from Kiel.”."""
    anew = patterns.another_way.match(sentence)
    if anew is None or len(sentence.split()) > _SHORTEST or anew["deed"] not in saying:
        return False
    return f"{anew['deed']} {anew['rest']}" not in saying


def _is_denied(saying: str, start: int, patterns: _Patterns) -> bool:
    """Whether a negation stands right before a place."""
    ahead = " ".join(saying[:start].split()[-_REACH:])
    return patterns.negated.search(ahead) is not None


def _is_opposite(saying: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether it says the opposite of one of a saying's words: “The gates were closed. They were open.”."""
    claim, fact = read_proposition(saying, lexicon), read_proposition(sentence, lexicon)
    if fact.mood != "fact" or len(fact.terms) > _TERMS:
        return False
    turned = {term for term in claim.terms & fact.terms if claim.signs.get(term, 1) != fact.signs.get(term, 1)}
    patterns = _patterns(lexicon)
    if absent := patterns.absent.search(sentence):
        term = term_of(absent["thing"].lower(), lexicon)
        return term is not None and term.stem in turned
    return bool(turned) and (fact.terms <= claim.terms or patterns.going_on.match(sentence) is not None)
