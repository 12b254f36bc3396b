"""Whether a line speaks of a “he” or “she” whom nothing in it names."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.people.claimant_nouns import is_document, is_plural
from digests.models import Claim

_FULL_NAME = re.compile(r"[A-Z][\w.’'-]+ [A-Z]")
_PUBLIC = ("gov:", "state:", "mil:", "intel:", "media:")  #: what begins the ids of bodies that are named for no person
_NAMED_AHEAD = re.compile(r"[^,.!?…”]{0,60}, ‘?[A-Z][\w’'-]{2,}")  # “in his speech, Reker”


class _Patterns(NamedTuple):
    person: re.Pattern[str]  #: “he” or “she” in any form
    somebody: re.Pattern[str]  #: a name, or a noun of persons


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, claimants, persons = lexicon.grammar, lexicon.claimants, lexicon.persons
    pointing = either(grammar.demonstratives, grammar.existentials, grammar.subjects, grammar.articles)
    verbs = either(grammar.past_forms, grammar.finite_auxiliaries, grammar.modals)
    nouns = either(claimants.persons, claimants.plurals, persons.occupations, persons.titles, lexicon.lines.kin)
    return _Patterns(
        person=re.compile(rf"\b(?:{either(grammar.genders, grammar.gendered_forms)})\b", re.IGNORECASE),
        somebody=re.compile(
            rf"(?<=[\w,’'] )[A-Z][\w’'-]{{2,}}|\["
            rf"|^“?(?!(?i:{pointing})\b)[A-Z][\w’'-]{{2,}} “?(?:[A-Z]|\w+ed\b|[a-z]+s\b|(?:{verbs})\b)"
            rf"|\b(?i:{nouns})s?\b"
        ),
    )


def names_somebody(words: str, lexicon: Lexicon) -> bool:
    """Whether some words at the beginning of a line have a name in them, or a noun of persons."""
    return _patterns(lexicon).somebody.search(words) is not None


def is_no_person(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a claimant is several, a paper, or a body that is named for no person."""
    is_other = is_plural(claim, lexicon) or is_document(claim, lexicon)
    is_other = is_other and not _FULL_NAME.match(claim.claimant.name)
    return is_other or (claim.claimant.actor_id or "").startswith(_PUBLIC)


def names_nobody(body: str, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a “he” or “she” stands where nobody is named before, and cannot be the claimant.

    In a quotation the speaker is “I”, and neither several speakers, nor a state's body, nor a paper are a “he”.
    """
    patterns = _patterns(lexicon)
    no_person = is_no_person(claim, lexicon)
    for match in patterns.person.finditer(body):
        head = body[: match.start()]
        if names_somebody(head, lexicon):
            return False
        in_quotation = head.count("“") > head.count("”")
        if (in_quotation or no_person) and not _NAMED_AHEAD.match(body, match.end()):
            return True
    return False
