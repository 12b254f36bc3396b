"""Nouns with “the”, “this” or “that” of which a line does not tell which one is meant: “the letter”, “that mistake”."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.certainty.printed import NAME, Printed
from digests.lines.people.claimant_nouns import is_person

_LONG = 8  #: words behind which a thing may have been told of


class _Patterns(NamedTuple):
    demonstrative: re.Pattern[str]  #: “this” or “those” with the words up to its noun
    complementizer: re.Pattern[str]  #: “that” with the one noun of which there are many
    definite: re.Pattern[str]  #: “the” with the words up to its noun
    single: re.Pattern[str]  #: what makes a thing the only one of its kind
    specified: re.Pattern[str]  #: what says behind a noun which one is meant
    participle: re.Pattern[str]  #: behind a noun: “the plan announced”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, pointing = lexicon.grammar, lexicon.pointing
    relatives = either(grammar.relative_pronouns, grammar.relative_adverbs)
    stops = either(
        grammar.prepositions, grammar.longer_prepositions, grammar.coordinators, grammar.finite_auxiliaries,
        grammar.modals, grammar.relative_pronouns, grammar.relative_adverbs, grammar.reasons, grammar.settings,
        grammar.subjects, lexicon.hedges.conditions,
    )  # fmt: skip
    word = rf"(?!(?:{stops})\b)[a-z][\w-]*"
    phrase = rf"(?P<phrase>{word}(?: {word}){{0,3}})"
    prepositions = either(grammar.prepositions, grammar.longer_prepositions)
    dated = either(day.capitalize() for day in (*lexicon.calendar.weekdays, *lexicon.calendar.months))
    singular = either(noun for noun in pointing.one_of_many if not noun.endswith("s"))
    return _Patterns(
        demonstrative=re.compile(rf"\b(?i:{either(grammar.demonstratives - grammar.complementizers)}) {phrase}"),
        complementizer=re.compile(
            rf"\b(?i:{either(grammar.complementizers)}) (?P<phrase>(?:[a-z]+ )?(?:{singular}))\b"
            rf"|\b(?i:{prepositions}) (?:{either(grammar.complementizers)}) (?:{either(pointing.everybody_knows)})\b"
        ),
        definite=re.compile(rf"\b(?i:{either(grammar.definite_articles)}) {phrase}"),
        single=re.compile(rf"\b(?:{either(pointing.singling)})\b|\w{{3}}est\b"),
        specified=re.compile(
            rf",? (?:{relatives})\b| (?:{either(grammar.genitives)})\b| [‘“]"
            rf"| (?:{either(grammar.infinitive_markers)}) [a-z]"
            rf"| (?:{prepositions}) (?:[\w’'-]+ ){{0,3}}?(?!(?:{dated})\b)[A-Z]| (?!(?:{dated})\b)[A-Z]"
        ),
        participle=re.compile(r" \w+(?:ed|ing)\b"),
    )


def unheld_nouns(line: Printed) -> Iterator[str]:
    """The kinds of such nouns, one for each that stands in a line."""
    patterns = _patterns(line.lexicon)
    for pattern in (patterns.demonstrative, patterns.complementizer):
        for match in pattern.finditer(line.body):
            if not _tells_which(line, match):
                is_early = len(line.ahead(match.start()).split()) <= _LONG
                yield "unheld such" if is_early else "such behind words"
    for match in patterns.definite.finditer(line.body):
        if _is_unheld(line, match):
            yield "unheld noun" if match.start() <= 1 else "unheld noun within"


def definite_phrases(body: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Where each thing with “the”, “this” or “that” begins, where its noun ends, and the noun; not what all know."""
    patterns, pointing = _patterns(lexicon), lexicon.pointing
    matches = (match for pattern in (patterns.definite, patterns.demonstrative) for match in pattern.finditer(body))
    for match in matches:
        words = patterns.participle.split(match["phrase"], maxsplit=1)[0].split()
        if words[-1] not in pointing.everybody_knows and pointing.singling.isdisjoint(words):
            yield match.start(), match.start("phrase") + len(" ".join(words)), words[-1]


def is_specified(body: str, place: int, lexicon: Lexicon) -> bool:
    """Whether what stands behind a noun says which one is meant."""
    return _patterns(lexicon).specified.match(body, place) is not None


def _tells_which(line: Printed, match: re.Match[str]) -> bool:
    """Whether the noun of “this” is known to all, or its clause or the words before tell which one is meant."""
    pointing, words = line.lexicon.pointing, (match["phrase"] or "").lower().split()
    if words and words[-1] in pointing.kinds:
        return False
    if not pointing.everybody_knows.isdisjoint(words) or _patterns(line.lexicon).specified.match(
        line.body, match.end()
    ):
        return True
    stems = {word.rstrip("s") for word in words if word in pointing.one_of_many}
    return not stems.isdisjoint(_stems(line.body[: match.start()]))


def _is_unheld(line: Printed, match: re.Match[str]) -> bool:
    """Whether “the” stands with a noun of which there are many, and nothing tells which one is meant."""
    patterns, pointing = _patterns(line.lexicon), line.lexicon.pointing
    words = match["phrase"].lower().split()
    heads = [number for number, word in enumerate(words) if word in pointing.one_of_many]
    if not heads or patterns.single.search(match["phrase"]):
        return False
    noun = words[heads[-1]]
    ahead = line.body[: match.start()]
    if patterns.specified.match(line.body, match.start("phrase") + len(" ".join(words[: heads[-1] + 1]))):
        return False
    if noun.rstrip("s") in _stems(f"{line.item.claimant} {ahead}"):
        return False
    if noun in pointing.places and (NAME.search(ahead) or line.tells_place):
        return False
    if noun in pointing.bodies and line.tells_place:
        return False
    is_own = noun in pointing.bodies and not line.is_quoted(match.start())
    return not (is_own and not (is_person(line.claim, line.lexicon) or line.is_named))


def _stems(words: str) -> set[str]:
    return {word.lower().rstrip("s") for word in re.findall(r"\w+", words)}
