"""What a claimant is, by the noun that describes it: a person, a document, several people."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Claim, Claimant

_DESCRIBED = frozenset({"none", "local", "unresolved"})
_OWNED = re.compile(r"\w[’']s? [a-z]")  #: “Holm’s election”


class _Patterns(NamedTuple):
    plural: re.Pattern[str]
    plural_head: re.Pattern[str]  #: a noun of several with more about them: “officials traveling with”
    numeral: re.Pattern[str]
    single: re.Pattern[str]
    joint_names: re.Pattern[str]
    body: re.Pattern[str]
    person: re.Pattern[str]
    description_end: re.Pattern[str]
    share: re.Pattern[str]  #: how many of those who were asked
    partitive: re.Pattern[str]  #: what says that there are some: “a new batch of”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    nouns, grammar = lexicon.claimants, lexicon.grammar
    numerals = [word for word, value in lexicon.numbers.units.items() if value > 1]
    bodies = either(noun.capitalize() for noun in nouns.bodies)
    of_something, joining = either(nouns.topics), either(lexicon.descriptions.joining)
    before_name = either(grammar.third_possessives, grammar.articles - grammar.indefinite_articles)
    plural = rf"\b(?:{either(nouns.plurals)}|(?-i:{either(nouns.collectives)})|\w{{2,}}[^s\W]s)\b"
    return _Patterns(
        plural=re.compile(plural, re.IGNORECASE),
        plural_head=re.compile(rf"(?-i:(?=[a-z])){plural}\s+(?:\w+ing|{either(nouns.examples)})\s", re.IGNORECASE),
        numeral=re.compile(rf"(?:\w+ )?(?:\d[\d,.]*|{either(numerals, nouns.counting)})\b", re.IGNORECASE),
        single=re.compile(rf"(?:{either(nouns.single)})\s", re.IGNORECASE),
        joint_names=re.compile(
            rf"\w,? (?:{joining}) "
            rf"(?:(?:(?:{before_name}) )?(?:\w+\. )?[A-Z]|(?:{either(grammar.third_possessives)}) \w)"
        ),
        body=re.compile(rf"\b(?:{of_something}) .*\b(?:{joining})\b|\b(?:{bodies})\b|&"),
        person=re.compile(rf"\b(?:{either(nouns.persons)})$", re.IGNORECASE),
        share=_share(lexicon),
        partitive=re.compile(rf"^(?:\S+\s+){{0,3}}(?:{either(nouns.partitives)})\s+(?:{either(grammar.genitives)})\s+"),
        description_end=re.compile(rf"\s(?:{either(nouns.continuations)})\s|,"),
    )


def _share(lexicon: Lexicon) -> re.Pattern[str]:
    """“Thirty percent”, “one in three”, “almost half of respondents”, “majorities in all five”."""
    of_whom = either(lexicon.claimants.topics, lexicon.claimants.out_of)
    return re.compile(
        rf"(?:[A-Za-z]+\s+){{0,2}}?(?:{_exact_share(lexicon)}|{_part(lexicon)}(?=\s+(?:{of_whom})\s|$))(?!\w)",
        re.IGNORECASE,
    )


def _exact_share(lexicon: Lexicon) -> str:
    """What finds “Thirty percent” and “one in three”, within larger patterns."""
    numeral = rf"(?:\d[\d.,]*|{either(lexicon.numbers.units)})"
    shares, joints = either(lexicon.sources.shares), either(lexicon.claimants.out_of)
    return rf"(?:{numeral}\s*(?:{shares})|{numeral}\s+(?:{joints})\s+{numeral})"


def _part(lexicon: Lexicon) -> str:
    """What finds “half” and “two-thirds”, within larger patterns."""
    numbers, units = lexicon.numbers, either(lexicon.numbers.units)
    parts = either(numbers.fractions, numbers.plural_fractions, lexicon.claimants.parts)
    return rf"(?:(?:{units})[- ])?(?:{parts})"


@functools.cache
def _bare_share(lexicon: Lexicon) -> re.Pattern[str]:
    """A share alone, or of those who were asked: “Just shy of half, 49%”, “51 percent of respondents”."""
    claimants, exact = lexicon.claimants, _exact_share(lexicon)
    return re.compile(
        rf"(?:[a-z]+\s+){{0,3}}?(?:{exact}|{_part(lexicon)})(?:,\s(?:[a-z]+\s)?{exact})?"
        rf"(?:\s+(?:{either(claimants.topics, claimants.out_of)})\s+(?:(?:{either(lexicon.grammar.articles)})\s+)?"
        rf"(?:{either(claimants.respondents)})\b.*)?",
        re.IGNORECASE | re.DOTALL,
    )


def is_bare_share(claimant: Claimant, lexicon: Lexicon) -> bool:
    """Whether a claimant is a share of which nothing tells of whom: “29 percent”, “51 percent of respondents”."""
    return claimant.actor_id is None and _bare_share(lexicon).fullmatch(claimant.name) is not None


def is_share(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a claimant is but how many of those who were asked say something, whose source is who asked."""
    return _patterns(lexicon).share.match(claim.claimant.name) is not None


def is_person(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a claimant is a person, by what we know of them or by the word that describes them."""
    if (claim.claimant.actor_id or "").startswith("person:"):
        return True
    return claim.claimant.resolved_by in _DESCRIBED and bool(
        _patterns(lexicon).person.search(_described(claim, lexicon))
    )


def is_someone(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a claimant is one person whom the text only describes: “a waiter”, “the lifelong Republican who …”."""
    single = _patterns(lexicon).single.match(claim.claimant.name)
    if not single or is_person(claim, lexicon) or is_plural(claim, lexicon):
        return False
    words = [word.lower() for word in re.findall(r"\w+", _described(claim, lexicon))]
    is_place = words[-1] in lexicon.places.settlements | lexicon.places.lands  # “the town of Bergen”
    return not is_place and (lexicon.descriptions.bodies | lexicon.claimants.documents).isdisjoint(words)


def is_document(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a claimant is no person but a paper, a poll or a picture."""
    patterns = _patterns(lexicon)
    description = patterns.description_end.split(patterns.partitive.sub("", claim.claimant.name), maxsplit=1)[0].strip()
    if patterns.person.search(description.removesuffix("s")):
        return False  # “a senior law enforcement official”
    return not lexicon.claimants.documents.isdisjoint(re.findall(r"\w+", description.lower()))


def is_body(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a claimant is a body that acts in public, or who sits for one: “A Larn court”, “a judge in Larn”."""
    words = re.findall(r"\w+", _described(claim, lexicon))
    bodies = (lexicon.descriptions.bodies - lexicon.claimants.nondescript) | lexicon.claimants.benches
    return bool(words) and words[-1] in bodies


def is_plural(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a claimant is several: “officials”, “police”, “two of three voters”."""
    if len(claim.claimant.members) > 1:
        return True
    if (claim.claimant.actor_id or "").startswith("person:"):
        return False
    patterns, name = _patterns(lexicon), claim.claimant.name
    if claim.claimant.resolved_by not in _DESCRIBED:
        last = _described(claim, lexicon).rsplit(" ", 1)[-1]
        return last.islower() and patterns.plural.search(last) is not None  # “US officials”, but not “Reuters”
    if patterns.joint_names.search(name) and not patterns.body.search(name):
        return True
    nouns = (name, _described(claim, lexicon)) if patterns.numeral.match(name) else (_described(claim, lexicon),)
    is_plural_noun = any(patterns.plural.search(noun.rsplit(" ", 1)[-1]) for noun in nouns)
    return is_plural_noun or patterns.plural_head.search(name) is not None


def disagrees(claim: Claim, verb: str, lexicon: Lexicon) -> bool:
    """Whether a line would put one body before the verb of several: “Ministry warn”, of “The guidelines warn”.

    Behind somebody's thing such a verb is none: “Holm’s election | pledge”.
    """
    forms, surface = lexicon.reporting.reporting.finite, claim.claimant.surface
    if verb not in forms or forms.isdisjoint({f"{verb}s", f"{verb}es"}) or is_plural(claim, lexicon):
        return False
    last = surface.rsplit(" ", 1)[-1]
    if surface.lower() in lexicon.grammar.plural_pronouns or _patterns(lexicon).plural.search(last):
        return surface != claim.claimant.name
    speakers = lexicon.descriptions.bodies | lexicon.claimants.collectives | lexicon.claimants.persons
    return last.islower() and _OWNED.search(surface) is not None and last not in speakers


def _described(claim: Claim, lexicon: Lexicon) -> str:
    """A claimant's name up to the word that says what they are: “the mayor” of “the mayor of Ardova”."""
    return _patterns(lexicon).description_end.split(claim.claimant.name, maxsplit=1)[0].strip()
