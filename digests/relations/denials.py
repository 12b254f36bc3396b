"""What a denial denies: a claim that says the same, or the one it points back to; never an article."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either
from digests.relations.facts import ClaimFacts, terms_of
from digests.relations.oppositions import shared_cause
from digests.relations.origins import same_claimant
from digests.relations.similarity import (
    LEAST,
    alike,
    covers,
    in_reach,
    same_period,
    same_story,
    same_subject,
    same_thing,
)
from digests.relations.statements.frames import statement_of
from digests.relations.statements.propositions import read_proposition

MANY = 3  #: how many words of its main clause, names apart, tell what a longer denial denies
DENIED = 0.7  #: share of the denial's words, names apart, that stand in what it denies
BESIDE = 2  #: words, names apart, of what a denial of one word alone may deny
NEARBY = 200  #: characters back from a denial such as “denied the claim” to what it denies

_BORDER = re.compile(r"[.!?][”\"’)]*\s")


@functools.cache
def _aside(lexicon: Lexicon) -> re.Pattern[str]:
    """What tells who somebody is: “Soleimani, the commander of the force, had …”."""
    return re.compile(rf",\s+(?:{either(lexicon.grammar.articles)})\s[^,]{{1,80}},")


@functools.cache
def _the_claim(lexicon: Lexicon) -> re.Pattern[str]:
    """What points back to a claim and says nothing else: “the claim”, “all such reports as false”, “that”.

    The group `owner` holds whose claim it is, where that is said; `adjacent` what must stand right behind the claim.
    """
    grammar, pronouns = lexicon.grammar, lexicon.grammar.demonstratives | lexicon.grammar.neuter_pronouns
    pointing = either(grammar.definite_articles, grammar.demonstratives, lexicon.events.pointing)
    description = rf"(?:\s+(?:{either(grammar.role_markers)})\s+[\w’'-]+(?:\s+[\w’'-]+){{0,3}})"  # “as false”
    noun = rf"(?:{either(lexicon.sources.claim_nouns)})\b{description}?"
    adjacent = rf"(?:{either(grammar.indefinite_articles)}) {noun}|{either(lexicon.reporting.subject_relatives)}"
    return re.compile(
        rf"\W*(?:(?:(?:{pointing}) )?{noun}|(?P<owner>[^,;:“”]{{2,60}}?)[’'](?:s)? {noun}|(?:{either(pronouns)})"
        rf"|(?P<adjacent>{adjacent}))\W*",
        re.IGNORECASE,
    )


def denial(earlier: ClaimFacts, later: ClaimFacts) -> str | None:
    """Why one of two claims denies the other, or None: it is somebody else's, and says the same or points back."""
    denying, denied = (later, earlier) if later.is_denial else (earlier, later)
    if denied.is_denial or same_claimant(earlier.claim.claimant, later.claim.claimant):
        return None
    if denying is later and _points_back(earlier, later):
        return "the denial follows the claim in the article and points back to it"
    if same_story(denying, denied) and same_period(denying, denied) and (term := shared_cause(denying, denied)):
        return f"the denial is of the same cause: {term}"
    if _is_bare(denying):
        return None
    if not _of_one_thing(denying, denied) or not in_reach(earlier, later) or not _denies(denying, denied):
        return None
    shared = denying.says.terms & denied.terms
    return f"the denial is of the same: {' '.join(sorted(denying.says.surfaces[term] for term in shared))}"


def _of_one_thing(denying: ClaimFacts, denied: ClaimFacts) -> bool:
    """Whether two claims are of one story, time, place and subject."""
    is_same = _of_one_story(denying, denied) and same_period(denying, denied) and covers(denying, denied)
    return is_same and (same_subject(denying, denied) or _mutual(denying, denied))


def _of_one_story(denying: ClaimFacts, denied: ClaimFacts) -> bool:
    """Whether two claims are of one story; for what is denied in its very words, a word of the headlines is enough."""
    weighty = _weighty(denying)
    is_echo = len(weighty) >= MANY and weighty <= denied.terms
    return same_story(denying, denied) or (is_echo and not denying.story.isdisjoint(denied.story))


def _denies(denying: ClaimFacts, denied: ClaimFacts) -> bool:
    """Whether nearly all that a denial says stands in what it denies, with its signs and one of its numbers."""
    shared, weighty = denying.says.terms & denied.terms, _weighty(denying)
    main = _main(denying)
    if len(weighty & shared) < max(1, DENIED * len(weighty)):
        if len(main & shared) >= max(MANY, DENIED * len(main)):
            return _is_signed_alike(denying, denied, main & shared)
        deed = _deed(denying) if denying.subjects & denied.says.names else frozenset[str]()
        return len(deed) >= LEAST and deed <= shared and _is_signed_alike(denying, denied, deed)
    if not _is_whole(denying, denied, weighty) or not _is_signed_alike(denying, denied, shared):
        return False
    pairs = ((a, b) for a in denying.amounts for b in denied.amounts)
    return not denying.amounts or any(same_thing(a, b) and a.same(b) for a, b in pairs)


def _is_whole(denying: ClaimFacts, denied: ClaimFacts, weighty: frozenset[str]) -> bool:
    """Whether what a denial says is the whole of what it denies, and not a word of it."""
    others = len(denied.terms - denied.says.names)
    if len(weighty) == 1 and others > BESIDE:
        return False
    if denying.says.finite or alike(denying, denied):
        return True
    if len(weighty) == 1 and denying.speaker.isdisjoint(denied.terms):
        return False  # who denies “responsibility” denies what is said of them alone
    return len(weighty) >= others / 2


def _is_bare(denying: ClaimFacts) -> bool:
    """Whether a denial only names what it denies, as in “denied the western assessments”, and does not tell it."""
    last = denying.claim.passage.exact.casefold().rstrip("”’\"'.,").rpartition(" ")[2]
    return not denying.says.finite and last in denying.lexicon.sources.claim_nouns


def _main(denying: ClaimFacts) -> frozenset[str]:
    """What a denial says in its main clause, without names and what it calls its maker by."""
    return _told_of(_main_clause(denying), denying.lexicon)


def _deed(denying: ClaimFacts) -> frozenset[str]:
    """What the subject of a denial did and to what, without where, when and against whom."""
    lexicon = denying.lexicon
    says = read_proposition(clause := _main_clause(denying), lexicon)
    verb = next((i for i in sorted(clause.casefold().find(word) for word in says.surfaces.values()) if i > 0), 0)
    end = _preposition(lexicon).search(clause, verb)
    return _told_of(clause[: end.start()] if end else clause, lexicon)


def _main_clause(denying: ClaimFacts) -> str:
    lexicon = denying.lexicon
    text = statement_of(denying.claim.passage.exact, lexicon, is_denied=True)
    return _clause_end(lexicon).split(_aside(lexicon).sub("", text, count=1), maxsplit=1)[0]


def _told_of(clause: str, lexicon: Lexicon) -> frozenset[str]:
    says = read_proposition(clause, lexicon)
    terms = says.terms - says.names - says.loose if says.finite else frozenset[str]()
    return frozenset(term for term in terms if says.surfaces[term] not in lexicon.events.selves)


@functools.cache
def _preposition(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(lexicon.grammar.prepositions)})\s", re.IGNORECASE)


@functools.cache
def _clause_end(lexicon: Lexicon) -> re.Pattern[str]:
    """What ends a main clause that has begun."""
    grammar = lexicon.grammar
    words = either(grammar.reasons, grammar.settings, grammar.relative_pronouns, grammar.relative_adverbs)
    return re.compile(rf"[,;–—]\s|(?<=\w)\s+(?=(?:{words})\s)", re.IGNORECASE)


def _is_signed_alike(denying: ClaimFacts, denied: ClaimFacts, terms: frozenset[str]) -> bool:
    """Whether two claims say of no term that both have the opposite."""
    signs, others = denying.says.signs, denied.says.signs
    return all(signs[term] == others.get(term, 1) for term in terms)


def _mutual(first: ClaimFacts, second: ClaimFacts) -> bool:
    """Whether each claim speaks of the other's subject too, as of talks between two."""
    return first.subjects <= second.terms and second.subjects <= first.terms


def _weighty(denying: ClaimFacts) -> frozenset[str]:
    """What a denial says, without names and the nouns for a claim."""
    says, nouns = denying.says, denying.lexicon.sources.claim_nouns
    return frozenset(term for term in (says.terms & denying.terms) - says.names if says.surfaces[term] not in nouns)


def _points_back(earlier: ClaimFacts, later: ClaimFacts) -> bool:
    """Whether a denial names a claim's maker, or stands in its sentence or in the next and says whose no other way."""
    pointer = _the_claim(later.lexicon).fullmatch(later.claim.passage.exact)
    gap = later.claim.passage.start - earlier.claim.passage.end
    if earlier.article.id != later.article.id or pointer is None or gap <= 0:
        return False
    if pointer["owner"]:
        return bool(terms_of(pointer["owner"], later.lexicon) & earlier.speaker)
    words_between = later.article.body[earlier.claim.passage.end : later.claim.passage.start]
    if pointer["adjacent"]:
        return words_between.strip() == ","
    return gap <= NEARBY and len(_BORDER.findall(words_between)) <= 1
