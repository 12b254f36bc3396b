"""Whether a line begins with a description that tells its reader nobody: “The man”, “A news release”."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Claimant

_MOST_WORDS = 4  #: before the noun


class _Patterns(NamedTuple):
    pointing: re.Pattern[str]  #: “the lanky singer”, without a name and without what it is of
    plural: re.Pattern[str]  #: “the doctors”, without any word more
    speaker: re.Pattern[str]  #: “a spokesman”, of whom nothing says whose
    person: re.Pattern[str]  #: how nouns for people end
    paper: re.Pattern[str]  #: “a news release”, “polls”, of which nothing says whose
    official: re.Pattern[str]  #: “the top Larn official”, as if it were known which
    authored: re.Pattern[str]  #: “the report”, whose author a text may name


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, claimants = lexicon.grammar, lexicon.claimants
    pointing = (grammar.definite_articles, grammar.demonstratives)
    prepositions = either(grammar.prepositions, grammar.longer_prepositions, grammar.coordinators)
    relatives = either(grammar.personal_relatives & lexicon.reporting.subject_relatives)
    word = rf"(?!(?:{prepositions})\b)[a-z\d][\w’'-]*"
    vague = rf"(?:{either(claimants.vague_modifiers)}|\w+day[’']s)"
    articles = either(*pointing, grammar.indefinite_articles, lexicon.descriptions.single)
    papers, making = either(claimants.documents), rf",? (?:{either(claimants.making)})(?: \w+)?"
    vague_papers = rf"(?:{vague} )+(?:{papers})"
    vague_papers += rf"|(?:{either(grammar.indefinite_articles)}) (?:{vague} )*(?:{papers})"
    return _Patterns(
        pointing=re.compile(
            rf"(?i:{either(*pointing)}) (?:{word},? ){{0,{_MOST_WORDS}}}(?P<noun>[a-z][a-z-]+)"
            rf"(?:, (?:{relatives}) .*)?",
            re.DOTALL,
        ),
        plural=re.compile(rf"(?i:{either(*pointing)}) (?P<noun>[a-z][a-z-]+)s(?:, [a-z]+)?"),
        speaker=re.compile(rf"(?:{articles}) (?:{either(lexicon.descriptions.spokespersons)})", re.IGNORECASE),
        person=re.compile(rf"(?:{either(lexicon.sources.person_endings)})$"),
        paper=re.compile(
            rf"(?:{vague_papers})(?:{making})?|(?:{articles}) (?:{vague} )*(?:{papers})(?:{making})", re.IGNORECASE
        ),
        official=re.compile(
            rf"(?i:{either(*pointing)}) (?:[\w’'.-]+ ){{1,{_MOST_WORDS}}}(?P<noun>{either(claimants.kept_back)})"
        ),
        authored=re.compile(
            rf"(?:{either(*pointing)}) (?:{vague} )*(?:{either(claimants.authored)})(?:{making})?", re.IGNORECASE
        ),
    )


@functools.cache
def _nouns(lexicon: Lexicon) -> frozenset[str]:
    """What one person or outlet may be called, but for who has an office of which a place has one."""
    persons, words, claimants = lexicon.persons, lexicon.descriptions, lexicon.claimants
    people = (
        persons.titles.keys()
        | persons.occupations
        | persons.kin.keys()
        | claimants.persons
        | words.people
        | words.callings
    )
    outlets = {name.rpartition(" ")[2] for name in words.generic}
    plain = {noun for noun in people | persons.gendered_endings.keys() if not noun.endswith("s")}
    known = claimants.known_offices | claimants.kept_back | claimants.bodies
    return frozenset(plain | outlets | claimants.vague_bodies) - known


@functools.cache
def _firms(lexicon: Lexicon) -> frozenset[str]:
    """What a firm may be called."""
    firms, claimants = lexicon.bodies.families[0], lexicon.claimants
    return (firms.general | firms.nouns) - claimants.known_offices - claimants.kept_back - claimants.bodies


def _is_of_many(noun: str, lexicon: Lexicon) -> bool:
    claimants = lexicon.claimants
    by_ending = not noun.endswith(("s", "ment")) and _patterns(lexicon).person.search(noun) is not None
    known = claimants.known_offices | claimants.kept_back | claimants.bodies | claimants.collectives
    is_known = noun in known | claimants.documents
    return noun in _nouns(lexicon) or (by_ending and not is_known)


@functools.cache
def _people(lexicon: Lexicon) -> frozenset[str]:
    """What one of several people may be called, but for those who have power somewhere or keep their names back."""
    persons, claimants = lexicon.persons, lexicon.claimants
    nouns = persons.titles.keys() | persons.occupations | claimants.persons
    powers = {f"{noun}s" for noun in nouns} & lexicon.descriptions.authorities
    return frozenset(nouns - claimants.known_offices - claimants.kept_back - {noun[:-1] for noun in powers})


def is_introduced(claimant: Claimant) -> bool:
    """Whether an article tells more of a person than one word of their name."""
    introduction = claimant.short or claimant.title or claimant.affiliation
    return claimant.type != "named person" or " " in claimant.name or bool(introduction or claimant.members)


def tells_nobody(claimant: Claimant, lexicon: Lexicon) -> bool:
    """Whether a claimant is left as a description that any of its kind fits, or a paper without its maker."""
    if not _is_description(claimant):
        return False
    patterns = _patterns(lexicon)
    pointing = patterns.pointing.fullmatch(claimant.name)
    if pointing is not None and _is_of_many(pointing["noun"], lexicon):
        return True
    return patterns.paper.fullmatch(claimant.name) is not None or patterns.speaker.fullmatch(claimant.name) is not None


def leaves_open(claimant: Claimant, lexicon: Lexicon) -> bool:
    """Whether a claimant is left as a firm, a paper or a group that its article may name: “the firm”, “the doctors”.

    Where an article names nobody, nobody can tell more of them than it does.
    """
    if not _is_description(claimant):
        return False
    patterns = _patterns(lexicon)
    pointing, plural = (pattern.fullmatch(claimant.name) for pattern in (patterns.pointing, patterns.plural))
    if pointing is not None and pointing["noun"] in _firms(lexicon):
        return True
    if plural is not None and claimant.role != "unnamed" and plural["noun"] in _people(lexicon):
        return True
    return patterns.authored.fullmatch(claimant.name) is not None


def takes_up_somebody(claimant: Claimant, text: str, lexicon: Lexicon) -> bool:
    """Whether “the top Larn official” is whom a text has called otherwise, as it has spoken of no official yet."""
    if not _is_description(claimant) or claimant.surface not in text:
        return False
    official = _patterns(lexicon).official.fullmatch(claimant.name)
    if official is None:
        return False
    return re.search(rf"\b{official['noun']}s?\b", text[: text.index(claimant.surface)], re.IGNORECASE) is None


def _is_description(claimant: Claimant) -> bool:
    is_left = claimant.resolved_by in {"unresolved", "none", "pronoun"} and claimant.actor_id is None
    return is_left and not claimant.members
