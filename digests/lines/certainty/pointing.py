"""What a line points at though neither the line nor its claimant holds it: “they”, “that mistake”, “the letter”."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.certainty.printed import NAME, PLURAL, Printed
from digests.lines.certainty.unheld_nouns import unheld_nouns
from digests.lines.people.claimant_nouns import is_person, is_plural
from digests.models import Article, Claim, DigestItem

_SENTENCE = re.compile(r"[.!?]”?\s+(?=[“A-Z])")
_NAMED_AHEAD = re.compile(r"[^,.!?…”]{0,60}, ‘?[A-Z][\w’'-]{2,}")  # “in his speech, Reker”
_LONG = 8  #: words behind which “this” may mean what they said
_MOST = 2  #: pointers of a kind beyond which more make no difference


class _Patterns(NamedTuple):
    person: re.Pattern[str]  #: “he” or “she” in any form
    group: re.Pattern[str]  #: “they” in any form
    thing: re.Pattern[str]  #: “it” in any form
    empty_it: re.Pattern[str]  #: “it” for what follows
    alone: re.Pattern[str]  #: “this” or “that” without a noun
    noun: re.Pattern[str]  #: something that “it” may mean
    somebody: re.Pattern[str]
    plural_noun: re.Pattern[str]
    remainder: re.Pattern[str]  #: “the rest”, “such cuts”
    deictic: re.Pattern[str]  #: “here”, or a “there” that is no subject
    pointed: re.Pattern[str]  #: a claimant that is “that letter”, or “most of those polled”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, lines, pointing = lexicon.grammar, lexicon.lines, lexicon.pointing
    helping, demonstratives = either(grammar.finite_auxiliaries, grammar.modals), either(grammar.demonstratives)
    plain_demonstratives = either(grammar.demonstratives - grammar.complementizers)
    contracted = rf"(?:{either(grammar.contracted_verbs, grammar.doubtful_contractions)})\b"
    determiners = either(grammar.articles, grammar.possessives, grammar.demonstratives)
    objects = either(grammar.prepositions, pointing.doing)
    nouns = either(lexicon.claimants.persons, lexicon.claimants.plurals, lexicon.persons.occupations, lines.kin)
    claimants, clause_openings = (
        lexicon.claimants,
        "|".join(rf"(?<=\b{word} )" for word in sorted(pointing.before_clauses)),
    )
    plurals = either(claimants.plurals, claimants.collectives, lexicon.descriptions.bodies, lines.kin)
    return _Patterns(
        person=re.compile(rf"\b(?:{either(grammar.genders, grammar.gendered_forms)})\b", re.IGNORECASE),
        group=re.compile(
            rf"\b(?:{either(grammar.plural_pronouns, grammar.plural_forms - lexicon.descriptions.pairing)})\b",
            re.IGNORECASE,
        ),
        thing=re.compile(rf"\b(?:{either(grammar.neuter_pronouns, grammar.neuter_forms)})\b", re.IGNORECASE),
        empty_it=_empty_it(lexicon),
        alone=re.compile(
            rf"\b(?:^|(?<=“)|(?<=[.!?,;—-] )|{clause_openings})"
            rf"(?:{demonstratives})(?:{contracted}| (?:\w+ly )?(?:{helping})\b)"
            rf"|\b(?:{objects}) (?:{demonstratives})(?=[.,;!?”]|$)",
            re.IGNORECASE,
        ),
        noun=re.compile(rf"\b(?:{determiners}) [\w’'-]{{3,}}|\w[’']s? [a-z]{{3}}", re.IGNORECASE),
        somebody=re.compile(rf"\b(?:{nouns})s?\b|\[", re.IGNORECASE),
        plural_noun=re.compile(rf"\b(?:{plurals})\b"),
        remainder=re.compile(
            rf"\b(?:{either(pointing.remainders)})\b(?! (?:{either(pointing.plain_remainders)})\b)"
            rf"|\b(?:{either(pointing.suches)})\b(?! (?:{either(grammar.comparing, grammar.indefinite_articles)})\b)",
            re.IGNORECASE,
        ),
        deictic=re.compile(
            rf"\b(?:{either(pointing.deictic)})\b(?!(?: \w+ly)? (?:{helping}|{either(lines.seeming, lines.taking)})\b"
            rf"|{contracted})",
            re.IGNORECASE,
        ),
        pointed=re.compile(
            rf"(?:.*\b(?:{either(lexicon.sources.owners)}) (?:{plain_demonstratives})|(?:{demonstratives})) ",
            re.IGNORECASE,
        ),
    )


def _empty_it(lexicon: Lexicon) -> re.Pattern[str]:
    grammar, lines = lexicon.grammar, lexicon.lines
    modals, adverbs = either(grammar.modals), either(lexicon.pointing.beside_predicates)
    neuter, base = either(grammar.neuter_pronouns - grammar.third_possessives), f"(?:{either(grammar.be_base)})"
    ahead = either(
        lines.predicate_ends, lexicon.hedges.conditions, grammar.relative_pronouns, grammar.relative_adverbs
    )  # fmt: skip
    return re.compile(
        rf"(?:{neuter})(?:[’']s|[’']ll {base}| (?:{either(grammar.be_finite, lines.seeming)})| (?:{modals}) {base})"
        rf"(?: (?:{adverbs}|\w+ly))*(?: (?:{either(lines.predicates, lines.before_predicates)})\b"
        rf"| [\w’'-]+(?: [\w’'-]+){{0,3}}? (?:{ahead})\b)"
        rf"|(?:{neuter}) (?:(?:{modals}) )?(?:\w+ly )?(?:{either(lines.taking)})\b",
        re.IGNORECASE,
    )


def pointers(claim: Claim, item: DigestItem, article: Article, lexicon: Lexicon) -> dict[str, float]:
    """How often a line points at what it does not hold, by the kind of word that does so."""
    line = Printed(claim, item, article, lexicon)
    kinds = Counter((*_pronouns(line), *_demonstratives(line), *unheld_nouns(line), *_others(line)))
    counts = {kind: float(min(count, _MOST)) for kind, count in kinds.items()}
    return {**counts, "points at nothing": float(bool(kinds)), "ways of pointing": float(min(len(kinds), 3))}


def _pronouns(line: Printed) -> Iterator[str]:
    patterns, body = _patterns(line.lexicon), line.body
    by_person = is_person(line.claim, line.lexicon) or line.is_named
    for match in patterns.person.finditer(body):
        if _is_object(line, match) or not _has_person(line, match):
            yield "unheld person"
    for match in patterns.group.finditer(body):
        if not (_is_claimant_group(line, match, by_person=by_person) or _has_several(line, match.start())):
            yield "unheld group"
    for match in patterns.thing.finditer(body):
        ahead, is_quoted = line.ahead(match.start()), line.is_quoted(match.start())
        is_held = patterns.empty_it.match(body, match.start()) or (not is_quoted and not by_person)
        if _is_object(line, match) or not (
            is_held or patterns.noun.search(ahead) or NAME.search(ahead) or PLURAL.search(ahead)
        ):
            yield "unheld thing"


def _is_object(line: Printed, match: re.Match[str]) -> bool:
    """Whether a pronoun stands right behind the verb that a line begins with, and so is not the claimant."""
    is_object = match[0].lower() in line.lexicon.grammar.object_forms
    return line.item.own_verb and is_object and " " not in line.body[: match.start()].strip()


def _is_claimant_group(line: Printed, match: re.Match[str], *, by_person: bool) -> bool:
    if line.is_quoted(match.start()):
        return False
    is_object = match[0].lower() in line.lexicon.grammar.object_pronouns
    is_several = is_plural(line.claim, line.lexicon) and not line.is_named
    return is_several or not (by_person or is_object)


def _has_several(line: Printed, place: int) -> bool:
    """Whether several, or a body, are named before a place."""
    ahead = line.ahead(place)
    return bool(PLURAL.search(ahead) or _patterns(line.lexicon).plural_noun.search(ahead) or line.bodies_in(ahead))


def _has_person(line: Printed, match: re.Match[str]) -> bool:
    """Whether somebody is named before “he” or “she”, or the claimant can be meant."""
    grammar, ahead = line.lexicon.grammar, line.body[: match.start()]
    gender = {**grammar.genders, **grammar.gendered_forms}[match[0].lower()]
    if _patterns(line.lexicon).somebody.search(ahead) or _NAMED_AHEAD.match(line.body, match.end()):
        return True
    if any(line.gender_of(last) in {None, gender} for last in line.persons_in(ahead)):
        return True
    if line.is_quoted(match.start()) or (is_plural(line.claim, line.lexicon) and not line.is_named):
        return False
    return line.claimant_gender in {None, gender}


def _demonstratives(line: Printed) -> Iterator[str]:
    """“This” and “that” without a noun, where too little stands before them to be meant."""
    for match in _patterns(line.lexicon).alone.finditer(line.body):
        ahead = line.ahead(match.start())
        if not _SENTENCE.search(ahead) and len(ahead.split()) <= _LONG:
            yield "unheld this"


def _others(line: Printed) -> Iterator[str]:
    patterns = _patterns(line.lexicon)
    for _ in patterns.remainder.finditer(line.body):
        yield "remainder"
    if patterns.pointed.match(line.item.claimant):
        yield "unheld such"
    for match in patterns.deictic.finditer(line.body):
        if not NAME.search(line.body[: match.start()]):
            yield "unheld place"
