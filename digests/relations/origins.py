"""Who a claim comes from in the end, so that ten echoes of one source count once."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import ENGLISH, Lexicon, either
from digests.models import Claim, Claimant
from digests.models.mentions import ResolvedBy

NEARBY = 60  #: characters from “citing” to a name in the same sentence
_NAME_WORD = re.compile(r"[^\W_]{2,}")
_OF_THE_TEXT: frozenset[ResolvedBy] = frozenset({"local", "last name"})  #: how somebody is found whom no list has
_STOPS = frozenset(".!?")


class _Patterns(NamedTuple):
    proper: re.Pattern[str]  #: what begins a proper name
    joint: re.Pattern[str]  #: what joins two
    says: re.Pattern[str]  #: a verb of saying after a name
    citing: re.Pattern[str]  #: what may stand before a name on which a claim rests, in lower case


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, events = lexicon.grammar, lexicon.events
    citing = either(events.citing, lexicon.verbs.citing, lexicon.sources.according)
    common = grammar.articles | grammar.possessives | events.common_openings
    return _Patterns(
        proper=re.compile(rf"(?!(?:{either(word.capitalize() for word in common)})\b)[A-Z]"),
        joint=re.compile(rf"\b(?:{either(lexicon.descriptions.joining)})\b|,|&"),
        says=re.compile(rf"\W+(?:\w+\W+){{0,3}}?(?:{either(lexicon.verbs.saying)})\b"),
        citing=re.compile(rf"(?:{citing})\b"),
    )


def root_of_claimant(claim: Claim) -> str | None:
    """The state, or else the body, that a claim's claimant speaks for; None where nobody known speaks."""
    claimant = claim.claimant
    state = next((i for i in (claimant.actor_id, *claim.claimant_within) if i and i.startswith("state:")), None)
    return state.removeprefix("state:") if state else claimant.affiliation_id or claimant.actor_id


def origin_of(claim: Claim, lexicon: Lexicon = ENGLISH) -> str | None:
    """What independent origins are counted by; None where nobody can say that it is independent of others.

    An unnamed source may be anybody, and a joint statement may have any of its makers behind it.
    """
    claimant = claim.claimant
    if claimant.role in {"unnamed", "outlet", "document"}:
        return None
    root = claimant.side or root_of_claimant(claim)
    if root:
        return root
    patterns = _patterns(lexicon)
    is_name = patterns.proper.match(claimant.name) and not patterns.joint.search(claimant.name)
    return f"name:{claimant.name.casefold()}" if is_name and claimant.resolved_by != "unresolved" else None


def same_claimant(first: Claimant, second: Claimant) -> bool:
    """Whether two claims are made by the same person or body, also where one is named in fewer words."""
    if first.actor_id and first.actor_id == second.actor_id:
        return True
    if (first.actor_id or second.actor_id) and _OF_THE_TEXT.isdisjoint({first.resolved_by, second.resolved_by}):
        return False
    if "unnamed" in {first.role, second.role}:
        return False
    shorter, longer = sorted((_words(first.name), _words(second.name)), key=len)
    if not shorter:
        return False
    small = ENGLISH.grammar.prepositions | ENGLISH.grammar.articles  # “the hospital in Hollin”, “Hollin hospital”
    is_within = shorter[-1] == longer[-1] and set(shorter) <= set(longer)
    return is_within or set(shorter) - small == set(longer) - small


def _words(name: str) -> tuple[str, ...]:
    """The words of a name without what is added to it: “the company, Velmar” is Velmar, “Ida Moe, a nurse” Ida Moe."""
    first, _, rest = name.partition(", ")
    return tuple(
        _NAME_WORD.findall((first if first[:1].isupper() and not rest[:1].isupper() else rest or first).casefold())
    )


def speaks_for(first: Claimant, second: Claimant) -> bool:
    """Whether one of two claimants is a person of the other: “police superintendent Ralf Quint” and the police."""
    return _is_of(first, second) or _is_of(second, first)


def _is_of(person: Claimant, body: Claimant) -> bool:
    introduction = f"{person.affiliation or ''} {person.title or person.surface}".casefold()
    words = set(_words(body.name)) - ENGLISH.grammar.prepositions - ENGLISH.grammar.articles
    return bool(words) and words <= set(_NAME_WORD.findall(introduction)) - set(_words(person.name))


def cites(claim: Claim, second: Claimant, lexicon: Lexicon = ENGLISH) -> bool:
    """Whether a claim says of itself that it rests on the other claimant, or tells what that one says."""
    passage = claim.passage
    context = f"{passage.prefix} {passage.exact} {passage.suffix}".lower()
    names = [name for name in (second.short, second.name, second.surface, second.name.split()[-1]) if name]
    return any(
        _rests_on(name.lower(), context, lexicon) or _speaks(name, passage.exact, lexicon)
        for name in dict.fromkeys(names)
    )


def _rests_on(name: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a name, in lower case, stands shortly after words such as “citing”, in one sentence with them."""
    if name not in text:
        return False
    ends = _cited(text, lexicon)
    words_between = (text[end:place] for end in ends if 0 <= (place := text.find(name, end)) <= end + NEARBY)
    return any(_STOPS.isdisjoint(words) for words in words_between)


@functools.lru_cache(maxsize=20_000)
def _cited(text: str, lexicon: Lexicon) -> tuple[int, ...]:
    """Where words such as “citing” end in a text."""
    matches = _patterns(lexicon).citing.finditer(text)
    # A border before the words would keep the engine from looking for their first letters alone.
    return tuple(match.end() for match in matches if not text[: match.start()][-1:].isalnum())


def _speaks(name: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a verb of saying follows a name."""
    if name not in text:
        return False
    says = _patterns(lexicon).says
    return any(says.match(text, match.end()) for match in re.finditer(rf"\b{re.escape(name)}", text))
