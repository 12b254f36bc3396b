"""Roles before a speaker's name that were taken for the end of what is said: “…, promoter Kim Dale said”."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from digests.attribution.document import Document
from digests.attribution.drafts import Draft
from digests.lexicon import Lexicon, either


@functools.cache
def _role(lexicon: Lexicon) -> re.Pattern[str]:
    """“, its head”, “, promoter”, at the end; no predicate, such as “, is over”."""
    grammar, persons = lexicon.grammar, lexicon.persons
    nouns = either(lexicon.claimants.persons, persons.occupations, persons.titles)
    finite = either(grammar.finite_auxiliaries, grammar.modals)
    return re.compile(
        rf",\s+(?P<role>(?:(?:{either(grammar.articles, grammar.third_possessives)})\s+)?"
        rf"(?:(?!(?:{finite})\b)[a-z-]+\s+){{0,2}}"
        rf"(?:{nouns}|\w{{2,}}(?:{either(lexicon.lines.person_endings)})))$"
    )


def role_begins(words: str, lexicon: Lexicon) -> int | None:
    """Where, at the end of words, the role of the speaker stands who is named behind them."""
    match = _role(lexicon).search(words)
    return match.start() if match else None


def return_roles(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives a role at a content's end back to the name right behind it."""
    return [_returned(reading, draft) for draft in drafts]


def _returned(reading: Document, draft: Draft) -> Draft:
    text = reading.text
    if len(draft.source) != 1 or not draft.content or not draft.cue:
        return draft
    (start, end), (first, last) = draft.source[0], draft.content[-1]
    if not last < start <= draft.cue[0][0] or text[last:start].strip(" ,") or not text[start].isupper():
        return draft
    match = _role(reading.lexicon).search(text, first, last)
    if match is None or reading.quotations.at(match.start("role")) is not None:
        return draft
    return draft.with_content([*draft.content[:-1], (first, match.start())]).with_source([(match.start("role"), end)])
