"""Whose people a noun tells that the text has named before: “Agency officials” of the Larn Space Agency."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from digests.lexicon import Lexicon, either
from digests.models import Claimant
from digests.speakers.claimants import unresolved
from digests.speakers.persons.roles import role_nouns


@functools.cache
def _staff(lexicon: Lexicon) -> re.Pattern[str]:
    """“Agency officials”, “a bureau spokesperson”: a noun for a body, and one for people of it."""
    nouns, articles = either(lexicon.claimants.bodies, lexicon.bodies.parties), either(lexicon.grammar.articles)
    people = either(f"{noun}s" for noun in role_nouns(lexicon))
    return re.compile(
        rf"(?:(?P<one>(?i:{articles}))\s)?(?P<body>(?i:{nouns}))\s"
        rf"(?:{people}|{either(lexicon.claimants.leaderships)}|(?(one)(?:{either(role_nouns(lexicon))})|(?!)))"
    )


def staff_of(claimant: Claimant, meaning: Callable[[str, Claimant], Claimant], lexicon: Lexicon) -> Claimant:
    """A body's people with the body that its noun alone would mean; others as they are.

    meaning: whom a noun such as “the agency” means, or the claimant that it is as words.
    """
    match = None if " " not in claimant.name else _staff(lexicon).fullmatch(claimant.name)
    if match is None or claimant.actor_id or claimant.affiliation:
        return claimant
    noun = f"{next(iter(lexicon.grammar.definite_articles))} {match['body'].lower()}"
    body = meaning(noun, unresolved(noun, lexicon))
    is_known = body.resolved_by != "unresolved" and body.name[:1].isupper()
    return claimant.model_copy(update={"affiliation": body.label}) if is_known else claimant
