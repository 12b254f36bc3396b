"""Whose somebody is by initials that their text spells out: “LRB director” of the Larn River Board."""

from __future__ import annotations

import functools
import re

from digests.lexicon import Lexicon, either
from digests.models import Claimant
from digests.speakers.participants.cast import Cast


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
    """A person with the body's name for its initials in their title, where the text has it and nobody else would."""
    title = claimant.title or ""
    match = None if claimant.affiliation or claimant.short else _with_initials(cast.lexicon).fullmatch(title)
    initials = match and (match["first"] or match["last"])
    if match is None or not initials or cast.index.recognise(initials) is not None:
        return claimant
    if (name := cast.bodies.spelt_out(initials)) is None:
        return claimant
    return claimant.model_copy(update={"title": match["office"] or match["role"], "affiliation": name})
