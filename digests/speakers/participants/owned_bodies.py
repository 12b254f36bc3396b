"""Whose a body is that stands bare, where a text tells one owner of it: “the tax agency”, “Norway’s tax agency”."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection
from typing import Final, NamedTuple

from digests.lexicon import Lexicon, either
from digests.models import Claimant
from digests.speakers.claimants import local_body
from digests.speakers.noun_phrases import plain
from digests.speakers.participants.cast import Cast
from digests.speakers.participants.states import state_of
from digests.speakers.persons.roles import role_nouns
from digests.text.folding import fold
from digests.text.name_words import POSSESSIVE_END, UPPER
from digests.text.whole_words import places_of

_AHEAD: Final = 60  #: characters before a body in which its sentence may tell where it is
_APOSTROPHE: Final = re.compile(r"[’'‘`]")
_OWNED: Final = re.compile(r"^[A-Z].*[’'‘`]s?\s")  #: “Alto’s new company” is not bare, but “public prosecutor’s office”


class _Owner(NamedTuple):
    """An owner that a text tells of a body, and the words for both: “Norway’s tax agency”."""

    name: str
    words: str
    is_local: bool  #: no state


@functools.lru_cache(maxsize=256)
def _mention(words: str, lexicon: Lexicon) -> re.Pattern[str]:
    """A body's words with whatever stands before them that tells whose it is, and a place behind."""
    joints, word = either(lexicon.descriptions.body_prepositions), rf"(?:(?:{UPPER}\.){{2,}}|{UPPER}[\w-]*)"
    return re.compile(
        rf"(?:\b(?P<owner>(?:{word}\s){{0,3}}{word})(?P<mark>[’'‘`]s?)?\s"
        rf"|\b(?P<other>[a-z-]+(?:[’'‘`]s?)?)\s)?(?P<words>(?i:{re.escape(words)}))\b(?P<place>\s(?:{joints})\s\w+)?"
    )


@functools.cache
def _nouns(lexicon: Lexicon) -> frozenset[str]:
    """The nouns by which bodies are called, also two words together."""
    families = (family.general | family.nouns for family in lexicon.bodies.families)
    return lexicon.descriptions.bodies.union(lexicon.bodies.everywhere, *families)


def with_owner(claimant: Claimant, cast: Cast) -> Claimant:
    """A claimant that is a bare body with its owner, and people of one with that in their title or behind them."""
    if claimant.affiliation or claimant.short or claimant.members or cast.index.get(claimant.actor_id or ""):
        return claimant
    if (claimant.actor_id or "").startswith("person:"):
        return _officer(claimant, claimant.title or "", cast)
    words = plain(claimant.surface, cast.lexicon)
    if claimant.resolved_by in {"unresolved", "local"} and _is_body(words, cast.lexicon):
        owner = _owner_of(words, cast)
        return _owned(claimant, owner, cast) if owner else claimant
    return _officer(claimant, words, cast) if claimant.resolved_by in {"unresolved", "none"} else claimant


def _owned(claimant: Claimant, owner: _Owner, cast: Cast) -> Claimant:
    body = local_body(owner.words, cast.lexicon, "short form")
    return body.model_copy(update={"surface": claimant.surface, "confidence": claimant.confidence})


def _officer(claimant: Claimant, words: str, cast: Cast) -> Claimant:
    """Somebody whose title, or all that tells of them, begins with a bare body, with whose that is.

    “Ida Holm (tax agency director, Norway)”, “A tax agency spokesman (Norway)”
    """
    body = _body_before(words, cast.lexicon)
    owner = _owner_of(body, cast) if body else None
    is_name = owner is not None and (not owner.is_local or _stands_alone(owner.name, cast.text))
    return claimant.model_copy(update={"affiliation": owner.name}) if owner and is_name else claimant


def _stands_alone(name: str, text: str) -> bool:
    """Whether a text has a name without “’s”, which “McDonald’s” never is."""
    return any(not _APOSTROPHE.match(text, place + len(name)) for place in places_of(name, text))


def _body_before(title: str, lexicon: Lexicon) -> str:
    """The bare body that a title begins with, if that ends with an office, and no expert's; else nothing."""
    words, analysts = title.split(" "), lexicon.persons.analyst_roles
    if fold(words[-1]).removesuffix("s") not in role_nouns(lexicon) - analysts:
        return ""
    beginnings = (POSSESSIVE_END.sub("", " ".join(words[:end])) for end in range(len(words) - 1, 1, -1))
    return next((body for body in beginnings if _is_body(body, lexicon)), "")


def _is_body(words: str, lexicon: Lexicon) -> bool:
    """Whether two words or more call a body by what it is: “tax agency”, “Joint Chiefs of Staff”."""
    key = fold(words)
    is_noun = key.rpartition(" ")[2] in _nouns(lexicon) or key in lexicon.bodies.everywhere
    small = lexicon.grammar.prepositions | lexicon.descriptions.joining
    is_plain = key in lexicon.bodies.everywhere or small.isdisjoint(key.split())
    is_told = " " in words or key in lexicon.bodies.missions
    return is_told and is_noun and is_plain and not _OWNED.search(words)


def _owner_of(words: str, cast: Cast) -> _Owner | None:
    """The only owner that a text tells of a body, if it does so where it first has the body."""
    owners: dict[str, _Owner | None] = {}
    for match in _mention(words, cast.lexicon).finditer(cast.text):
        owner = " ".join(_owner_words(match["owner"] or "", cast))
        if owner:
            known = _known(owner, match, cast)
            owners.setdefault(fold(known.name) if known else owner, known)
        elif match["place"] or not owners or _is_another(match, owners, cast):
            return None
    return next(iter(owners.values())) if len(owners) == 1 else None


@functools.cache
def _fronted_place(lexicon: Lexicon) -> re.Pattern[str]:
    """Where a sentence tells at its beginning where it is, right before its subject: “In Larn, the ”."""
    return re.compile(
        rf"(?:^|[.!?\n”]\s*)(?:{either(word.capitalize() for word in lexicon.places.locatives)})\s"
        rf"(?P<place>{UPPER}[\w.’' -]*),?\s(?:(?:{either(lexicon.grammar.definite_articles)})\s)?$"
    )


def _is_another(match: re.Match[str], owners: Collection[str], cast: Cast) -> bool:
    """Whether what stands before a body tells of another than its owners': “the city’s”, “In Larn, the”."""
    if _is_other(match["other"] or "", cast.lexicon):
        return True
    start = match.start("words")
    place = _fronted_place(cast.lexicon).search(cast.text, max(0, start - _AHEAD), start)
    return place is not None and not any(fold(place["place"]) in fold(owner) for owner in owners)


def _known(owner: str, match: re.Match[str], cast: Cast) -> _Owner | None:
    """An owner that is a state, or has the body in the genitive and is nobody."""
    state = state_of(owner, cast)
    is_person = bool(cast.names_in(match.span("owner")))
    is_mission = state is not None and fold(match["words"]) in cast.lexicon.bodies.missions  # “… embassy in Larn”
    if (match["place"] and not is_mission) or is_person or not (state or match["mark"]):
        return None
    return _Owner(state or owner, f"{owner}{match['mark'] or ''} {match['words']}", is_local=state is None)


def _owner_words(owner: str, cast: Cast) -> list[str]:
    """The words of an owner without those that but begin a sentence: “Norwegian” of “The Norwegian”."""
    words = owner.split()
    while words and words[0].lower() in cast.lexicon.persons.not_names | cast.lexicon.grammar.prepositions:
        words = words[1:]
    return words


def _is_other(word: str, lexicon: Lexicon) -> bool:
    """Whether a word before a body tells of another: “the city’s”, “another”, “their”."""
    plain_word = POSSESSIVE_END.sub("", word)
    lands = lexicon.places.lands
    is_owned = plain_word != word and plain_word not in lands
    return is_owned or word in lexicon.descriptions.single - lexicon.descriptions.picked | lexicon.bodies.unlike
