"""Whose somebody is by initials that their text spells out: “LRB director” of the Larn River Board."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either
from digests.models import Claimant
from digests.speakers.participants.cast import Cast
from digests.text.folding import fold


@functools.cache
def _with_initials(lexicon: Lexicon) -> re.Pattern[str]:
    """“LRB director”, “head of sales at LRB”, “of the LRB”."""
    words, initials = lexicon.descriptions, r"[A-Z]{3,6}"
    joints = either(lexicon.bodies.belonging, words.role_belonging, words.workplace_prepositions, words.origins)
    definite = either(lexicon.grammar.definite_articles)
    return re.compile(
        rf"(?P<first>{initials})\s(?P<office>[A-Za-z].+)"
        rf"|(?:(?P<role>[A-Za-z].+)\s)?(?:{joints})\s(?:(?:{definite})\s)?(?P<last>{initials})"
    )


def spelt_out(claimant: Claimant, cast: Cast) -> Claimant:
    """A person with the body's name for its initials in their title, where the text has it and nobody else would.

    The name has a noun for a body in it, or the initials in brackets behind it: “RNC” is no Republican Convention.
    """
    title = claimant.title or ""
    match = None if claimant.affiliation or claimant.short else _with_initials(cast.lexicon).fullmatch(title)
    initials = match and (match["first"] or match["last"])
    if match is None or not initials or cast.index.recognise(initials) is not None:
        return claimant
    name = cast.bodies.spelt_out(initials) or cast.bodies.called(initials)
    if name is None or not (_is_body(name, cast.lexicon) or _is_bracketed(name, initials, cast.text)):
        return claimant
    return claimant.model_copy(update={"title": match["office"] or match["role"], "affiliation": name})


def _is_body(name: str, lexicon: Lexicon) -> bool:
    return not lexicon.descriptions.bodies.isdisjoint(fold(name).split())


def _is_bracketed(name: str, initials: str, text: str) -> bool:
    return re.search(rf"{re.escape(name)}\W+\({initials}\b", text, re.IGNORECASE) is not None
