"""Whether a line begins with its claimant, as their article names or describes them."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.checks.bare_descriptions import (
    is_introduced,
    leaves_open,
    takes_up_somebody,
    tells_nobody,
)
from digests.lines.checks.outlets import tells_itself
from digests.lines.checks.statement_checks import names_source
from digests.lines.people.claimant_nouns import is_bare_share
from digests.lines.people.licensed_claimants import can_state
from digests.models import Article, Claim, Claimant, DigestItem
from digests.text.name_words import BRACKETED_INITIALS, UPPER
from digests.text.printable import printable
from digests.text.sentences import cached_by_text

_INITIALS = re.compile(BRACKETED_INITIALS)
_LONG_NAME = 30  #: characters from which a description may be left with its beginning
_STRAIGHT = str.maketrans("’‘", "''")


class _Patterns(NamedTuple):
    pronoun: re.Pattern[str]
    nobody: re.Pattern[str]  #: what tells a reader of nobody: “one”, “another”, “many of you”
    pointing: re.Pattern[str]  #: “polls there”, “a survey by the organization”
    unfinished: re.Pattern[str]  #: the end of a name whose next word was cut off: “the lawyer suing”, “a critic of”
    anothers: re.Pattern[str]  #: within a name, somebody who is not told: “a story her sister tells”
    relative: re.Pattern[str]  #: a name that is none: “which”, “a note that captain Ann Bo”, “On Sunday”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar = lexicon.grammar
    words = lexicon.descriptions
    pronouns = grammar.indefinite_pronouns | words.single | words.pairing
    alone = either(grammar.subjects, grammar.personal_relatives, grammar.demonstratives, pronouns)
    owners, calendar = either(grammar.possessives, grammar.personal_relatives), lexicon.calendar
    bodies = lexicon.claimants.vague_bodies | lexicon.descriptions.companies
    roles = either(lexicon.persons.titles, lexicon.persons.occupations)
    articles = either(grammar.articles, words.single)
    relatives = either(grammar.relative_pronouns, grammar.personal_relatives)  # “a man who left his name out”
    return _Patterns(
        pronoun=re.compile(rf"(?:(?:{alone})$|(?:{owners})\b)", re.IGNORECASE),
        nobody=re.compile(
            rf"(?:{alone})$|.* (?:{either(grammar.speaking_subjects, grammar.first_person)})$", re.IGNORECASE
        ),
        pointing=re.compile(
            rf".*\s(?:{either(lexicon.claimants.whereabouts)})$|(?:\S+\s)+(?:{either(lexicon.sources.agents)})\s"
            rf"(?:{either(grammar.definite_articles, grammar.demonstratives)})\s(?:{either(bodies)})\b.*",
            re.IGNORECASE,
        ),
        unfinished=re.compile(
            rf" (?:\w+ing|{either(grammar.prepositions, grammar.articles, grammar.possessives, grammar.coordinators)})$"
        ),
        anothers=re.compile(
            rf"(?:[a-z]|(?i:{articles})\s)(?:(?!\b(?:{relatives})\b)[^A-Z])*\s(?:{either(grammar.third_possessives)})\s\w"
        ),
        relative=re.compile(
            rf"(?:{either(grammar.relative_pronouns, grammar.demonstratives, grammar.articles)}"
            rf"|{either(grammar.infinitive_markers, grammar.have_other)})$"
            rf"|.* (?-i:{either(grammar.prepositions, grammar.infinitive_markers, grammar.finite_auxiliaries)})$"
            rf"|(?:{either(lexicon.claimants.adverbial, lexicon.deeds.predicating)}) (?-i:[a-z])"
            rf"|.* (?:{either(grammar.complementizers)}) (?:(?:{roles}) )?(?-i:[A-Z][\w’'-]+ [A-Z][\w’'-]+)$"
            rf"|(?:{either(lexicon.claimants.adverbial)}) (?:{either(calendar.weekdays, calendar.months)})\b",
            re.IGNORECASE,
        ),
    )


@functools.cache
def _naming(lexicon: Lexicon) -> re.Pattern[str]:
    """A capital within a sentence, but for a day's: a text without one names nobody who may be “the firm”."""
    calendar = lexicon.calendar
    names = (*calendar.weekdays, *calendar.weekday_shorts, *calendar.months, *calendar.month_shorts)
    days = either(word.capitalize() for name in (*names, *calendar.feasts) for word in name.split())
    return re.compile(rf"(?<=[\w,;:’'”\")] )(?!(?:{days})\b)(?!I\b){UPPER}[\w.]")


def no_claimant(item: DigestItem, claim: Claim, article: Article, lexicon: Lexicon) -> str | None:
    """Why a line does not begin with its claimant; none where it does."""
    claimant, text = claim.claimant, article.body
    if _is_nobody(claimant, lexicon) or (leaves_open(claimant, lexicon) and _naming(lexicon).search(text)):
        return "speaker not resolved"
    if takes_up_somebody(claimant, text, lexicon):
        return "speaker not resolved"
    if claimant.role == "outlet" and not tells_itself(claim, article, lexicon):
        return "no source named"
    if claimant.resolved_by == "none" and not names_source(claim, lexicon):
        return "no source named"
    if not (_is_head(item, claim, lexicon) and _has_title(claim, text, lexicon)):
        return "claimant altered"
    in_article = claimant.resolved_by == "none" or _names(text, claim)
    return None if in_article else "claimant not in the article"


def _is_nobody(claimant: Claimant, lexicon: Lexicon) -> bool:
    """Whether a claimant is left as words that tell nobody: a pronoun, “the man”, “a release”, a bare last name."""
    patterns = _patterns(lexicon)
    if patterns.relative.match(claimant.name) or not is_introduced(claimant) or tells_nobody(claimant, lexicon):
        return True
    if is_bare_share(claimant, lexicon) or not can_state(claimant, lexicon):
        return True
    is_left = claimant.resolved_by in {"unresolved", "none"}
    is_nobody = claimant.actor_id is None and patterns.nobody.match(claimant.name)
    is_open = patterns.pronoun.match(claimant.name) or patterns.pointing.fullmatch(claimant.name)
    is_open = is_open or patterns.anothers.match(claimant.name)
    return bool(is_nobody or (is_left and is_open))


def _stands(words: str, text: str) -> bool:
    """Whether words stand in a text, be it over a line's end or with other apostrophes."""
    return words in text or _straightened(words) in _straightened(text)


@cached_by_text
def _straightened(text: str) -> str:
    return printable(text).translate(_STRAIGHT)


@cached_by_text
def _without_initials(text: str) -> str:
    """A text without initials in brackets, which a title is told without: “the General Officer Commanding (GOC)”."""
    return _INITIALS.sub("", text)


def _has_title(claim: Claim, text: str, lexicon: Lexicon) -> bool:
    """Whether an article has its claimant's title, be it around the name: “Mayor Siri Holm of Bergen”.

    Or “State Sen. Siri Holm (R-Bergen)”.
    """
    name, title = claim.claimant.name, claim.claimant.title or ""
    joints = lexicon.descriptions.origins | lexicon.descriptions.workplace_prepositions
    parts = [title.partition(f" {joint} ") for joint in joints]
    office, comma, seat = title.rpartition(", ")
    seats = (f"{name}{joint}{seat}" for joint in (" (", ", ") if comma and _stands(office, text))
    return (
        _stands(title, text)
        or _stands(title, _without_initials(text))
        or (claim.claimant.type == "named body" and _stands_around(title, name, text))
        or any(_stands(words, text) for words in seats)
        or any(joint and _stands(f"{office} {name}{joint}{place}", text) for office, joint, place in parts)
        or any(part[1] and _stands_around_field(*part, text, lexicon) for part in parts)
    )


def _stands_around_field(office: str, joint: str, body: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a text has an office and its body around what the office is for: “professor of law at Larn”."""
    field = rf" (?:{either(lexicon.grammar.prepositions)}) (?:[a-z-]+ ){{1,8}}?"
    words = f"{re.escape(_straightened(office))}{field}{re.escape(_straightened(joint.lstrip() + body))}"
    return re.search(words, _straightened(text)) is not None


def _stands_around(title: str, name: str, text: str) -> bool:
    """Whether a text has a body's title around its name, or the name's first word: “the state Larn news agency”."""
    words, first = title.split(" "), name.partition(" ")[0]
    leads = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    return any(_stands(f"{lead} {head} {tail}", text) for lead, tail in leads for head in (name, first))


def _is_head(item: DigestItem, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a line begins with its claimant's name, or with the beginning of a long description."""
    claimant, head = claim.claimant, item.claimant
    if claim.kind == "denial" and not item.own_verb:
        head = head.removesuffix(" denies").removesuffix(" deny")
        if head == item.claimant:
            return False
    names = {printable(name) for name in (claimant.label, claimant.short or claimant.name)}
    names |= {name[:1].upper() + name[1:] for name in names if name.split(" ", 1)[0].islower()}
    if head in names or _has_short_title(head, claimant):
        return True
    is_long = claimant.resolved_by in {"none", "unresolved", "local"} and len(claimant.name) > _LONG_NAME
    whole = printable(claimant.name)
    begins = whole[:1].upper() + whole[1:]
    first = head in {whole[: len(head)], begins[: len(head)]} and not whole[len(head) : len(head) + 1].isalnum()
    return is_long and first and " " in head and not _patterns(lexicon).unfinished.search(head)


def _has_short_title(head: str, claimant: Claimant) -> bool:
    """Whether a line begins with its claimant's name and the first or the last words of who they are."""
    name, joint, title = head.partition(" (")
    words, whole = title.removesuffix(")"), printable(claimant.title or "")
    body = printable(claimant.affiliation or "")
    is_part = body == words or body.startswith((f"{words}’s ", f"{words}' ", f"{words}'s "))
    known = (
        is_part
        or words == whole
        or whole.startswith((f"{words} ", f"{words}, ", f"{words}’s ", f"{words}'s "))
        or (words[:1].isupper() and whole.endswith(f" {words}"))
        or (words[:1].isupper() and any(f" {words}{mark}" in whole for mark in ("’s ", "' ", "'s ")))
    )
    return bool(joint) and name == printable(claimant.short or claimant.name) and title.endswith(")") and known


def _names(text: str, claim: Claim) -> bool:
    """Whether an article holds its claimant's name, be it in fragments or over a line's end."""
    surface = claim.claimant.surface
    if surface and surface in text:
        return True
    source = " ".join(text[start:end] for start, end in claim.attribution.source)
    name = printable(surface).casefold()
    return bool(name) and name in printable(f"{source} {text}").casefold()
