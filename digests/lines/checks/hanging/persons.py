"""Whether “him” or “her” amid reported words reads as the claimant, and may well be another."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from digests.actors import find_persons
from digests.lexicon import Lexicon, either, lexicon_of
from digests.lines.checks.hanging.words import unquoted
from digests.lines.checks.others_named import names_fitting
from digests.lines.checks.unnamed import is_no_person, names_somebody
from digests.lines.people.described import described_people
from digests.models import Article, Claim, DigestItem, Span
from digests.text.folding import fold
from digests.text.sentences import sentences
from digests.text.spans import span_holding, spans_until

_CAPITALISED = re.compile(r"[A-Z][\w’'-]*")
_FULL_NAME = re.compile(r"[A-Z][\w.’'-]+ [A-Z][a-z]+\b")
_POSSESSIVE = re.compile(r"[’']s?$")


class _Patterns(NamedTuple):
    pronoun: re.Pattern[str]  #: “he” or “she” in any form but “himself”
    kin: re.Pattern[str]  #: “His son” where a speaker is named so
    second: re.Pattern[str]  #: right before a second verb: “met Orr and | said”
    fate: re.Pattern[str]  #: what befell whose it is, who speaks no more: “his death”
    hearer: re.Pattern[str]  #: right behind a verb, whom its subject speaks to: “ Orr that”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar = lexicon.grammar
    persons = (grammar.genders.keys() | grammar.gendered_forms.keys()) - grammar.reflexives
    owners, kin = either(grammar.third_possessives & grammar.genders.keys()), either(lexicon.persons.kin)
    return _Patterns(
        pronoun=re.compile(rf"\b(?:{either(persons)})\b", re.IGNORECASE),
        kin=re.compile(rf"(?P<owner>{owners})\s+(?:\w+\s+)?(?:{kin})\s+(?=[A-Z])", re.IGNORECASE),
        second=re.compile(rf"\b(?:{either(grammar.coordinators)})\s+$"),
        fate=re.compile(rf"(?:{owners})\s+(?:{either(lexicon.lines.last_things)})\b", re.IGNORECASE),
        hearer=re.compile(rf"\s+(?:[A-Z][\w.’'-]*\s){{1,4}}(?=(?:{either(grammar.complementizers)})\s)"),
    )


def may_be_another(item: DigestItem, claim: Claim, article: Article) -> bool:
    """Whether a line names nobody before its first “him” or “his”, and the text just before names another.

    A “he” that is a subject means whoever its place tells, unless the claimant is brought in as “his son”. Of several,
    a state's body or a paper, a line's own verb is not done to a “him” whom nothing in the line names.
    """
    lexicon, text = lexicon_of(article), article.body
    pronoun = _patterns(lexicon).pronoun.search(unquoted(item.body))
    if pronoun is None or claim.mode == "direct" or not claim.attribution.source:
        return False
    ahead = item.body[: pronoun.start()]
    if _has_full_name(ahead, claim) or _names_person(ahead, text):
        return False
    is_fate = _patterns(lexicon).fate.match(item.body, pronoun.start()) is not None
    if is_fate or _is_of_relative(claim, text, pronoun[0], lexicon):
        return True
    if described_people(lexicon).search(ahead):
        return False
    if is_no_person(claim, lexicon):
        return item.own_verb and not names_somebody(ahead, lexicon) and not _names_person(claim.claimant.name, text)
    is_subject = pronoun[0].lower() in lexicon.grammar.third_subjects
    return pronoun.start() > 0 and not is_subject and _names_another(item, claim, text, pronoun[0], lexicon)


def names_namesake(item: DigestItem, claim: Claim, article: Article) -> bool:
    """Whether reported words have the claimant's last name alone, and the text has it of another: “Ann Orr: Orr left”.

    Where a text gives the speaker a first name, who has none in the words is whoever the text is about.
    """
    first, _, last = claim.claimant.name.rpartition(" ")
    if claim.mode == "direct" or not first or last not in item.body or first not in claim.claimant.surface:
        return False
    others = (person for person in find_persons(article.body) if person.last == fold(last) and not person.bare)
    is_shared = any(not person.name.startswith(f"{first.split(' ')[0]} ") for person in others)
    return is_shared and _stands_alone(last, unquoted(item.body))


def _stands_alone(name: str, words: str) -> bool:
    """Whether a name stands in some words without a capitalised word beside it."""
    mentions = re.finditer(rf"(?<![\w’'-]){re.escape(name)}(?:[’']s?)?(?= [a-z])", words)
    return any(not words[: mention.start()].rpartition(" ")[0].rpartition(" ")[2][:1].isupper() for mention in mentions)


def _has_full_name(words: str, claim: Claim) -> bool:
    """Whether some words have two capitalised ones in a row that are no place."""
    return any(not any(name[0] in place.surface for place in claim.places) for name in _FULL_NAME.finditer(words))


def _names_person(words: str, text: str) -> bool:
    """Whether some words have the last name of somebody whom a text names."""
    names = {fold(_POSSESSIVE.sub("", word)) for word in _CAPITALISED.findall(words)}
    return not names.isdisjoint(person.last for person in find_persons(text))


def _is_of_relative(claim: Claim, text: str, pronoun: str, lexicon: Lexicon) -> bool:
    """Whether a speaker is named as the kin of somebody whom the same pronoun means: “His son Per”."""
    kin, genders = _patterns(lexicon).kin.match(text, claim.attribution.source[0][0]), lexicon.grammar.genders
    forms = {**genders, **lexicon.grammar.gendered_forms}
    return kin is not None and genders[kin["owner"].lower()] == forms[pronoun.lower()]


def _names_another(item: DigestItem, claim: Claim, text: str, pronoun: str, lexicon: Lexicon) -> bool:
    """Whether somebody else whom a pronoun fits is named where it most likely points back to."""
    reach = _reach(item, claim, text, pronoun, lexicon)
    return any(names_fitting(claim, text, span, pronoun, lexicon) for span in reach)


def _reach(item: DigestItem, claim: Claim, text: str, pronoun: str, lexicon: Lexicon) -> Iterator[Span]:
    """Where whom a pronoun means may be named: ahead of words that stand ahead, between two verbs, as who is told."""
    source, cue, start = claim.attribution.source, claim.attribution.cue, claim.attribution.content[0][0]
    sentence, patterns = span_holding(sentences(text), source[0][0]), _patterns(lexicon)
    if start < source[0][0]:
        is_ahead = re.search(rf"\b{pronoun}\b", text[start : source[0][0]]) is not None
        if is_ahead and not _names_person(item.body, text):
            yield spans_until(sentences(text), start, 1)[0][0], start
        return
    if item.own_verb:
        yield sentence[0], source[0][0]
    if not cue:
        return
    last = max((end for _, end in source if end <= cue[-1][0]), default=cue[-1][0])
    if patterns.second.search(text, last, cue[-1][0]):
        yield last, cue[-1][0]
    hearer = patterns.hearer.match(text, cue[-1][1])
    if hearer is not None:
        yield hearer.span()
