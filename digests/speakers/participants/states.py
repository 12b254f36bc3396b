"""Of which state somebody has an office that stands bare before their name: “Larn’s finance minister”, told before."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either
from digests.models import Claimant
from digests.speakers.participants.cast import Cast
from digests.text.folding import fold
from digests.text.name_words import UPPER


@functools.lru_cache(maxsize=256)
def _office_of(office: str, lexicon: Lexicon) -> re.Pattern[str]:
    """“Larn’s finance minister”, with the name that may follow."""
    articles = either(map(str.capitalize, lexicon.grammar.articles))
    return re.compile(
        rf"\b(?P<title>(?P<state>(?!(?:{articles})\s){UPPER}[\w-]+(?:\s{UPPER}[\w-]+)?)(?:[’'‘`]s)?\s"
        rf"(?i:{re.escape(office)}))\b(?P<name>,?\s(?P<first>{UPPER}[\w’-]+))?"
    )


def of_state(claimant: Claimant, cast: Cast) -> Claimant:
    """A person with the state whose office it is, where a text has told that of one state's, and named nobody else's.

    The words stand before the name: “Larn’s finance minister said no. … The finance minister, Ann Bo, …”.
    """
    office = _bare_office(claimant, cast.lexicon)
    place = cast.text.find(claimant.name) if office else -1
    if place < 0:
        return claimant
    titles: dict[str, str] = {}
    for match in _office_of(office, cast.lexicon).finditer(cast.text):
        if match["name"] is not None and match["first"] not in claimant.name.split():
            return claimant  # another has it too
        is_ahead = match.start() < place or fold(match["state"]) in cast.lexicon.places.states.values()
        if match["name"] is None and is_ahead and state_of(match["state"], cast) is not None:
            titles[fold(match["state"])] = match["title"]
    title = next(iter(titles.values())) if len(titles) == 1 else None
    return claimant.model_copy(update={"title": title}) if title else claimant


def _bare_office(claimant: Claimant, lexicon: Lexicon) -> str:
    """The office of a person whom nothing tells of what state, if each state has one: “finance minister”."""
    title, words = claimant.title or "", lexicon.descriptions
    office = " ".join(words.titles_in_full.get(word, word) for word in fold(title).split())
    is_bare = not (claimant.affiliation or claimant.short) and office.rpartition(" ")[2] in words.state_offices
    return office if is_bare else ""


def state_of(words: str, cast: Cast) -> str | None:
    """The name of the state that words name, or are an adjective of; also of one of a country's states."""
    match = cast.index.recognise(words)
    state = match.actor if match is not None and match.actor.kind == "state" else cast.index.state_of(words)
    if state is not None:
        return state.label
    return words if fold(words) in cast.lexicon.places.states.values() else None
