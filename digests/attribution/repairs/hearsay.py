"""Hearsay: “X said she heard the guards shout …”: the guards shout, and X passes it on."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from digests.attribution.document import Document
from digests.attribution.drafts import Draft, count_words, join
from digests.lexicon import Lexicon, either

_SHORTEST = 2  # words of a content
_LONGEST = 7  # words of a source


class _Patterns(NamedTuple):
    hearing: re.Pattern[str]
    pronoun: re.Pattern[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, verbs = lexicon.grammar, lexicon.verbs
    hearer = either(grammar.third_subjects, grammar.speaking_subjects)
    complementizers = either(grammar.complementizers)
    objects = either(grammar.object_pronouns, grammar.genders, grammar.gendered_forms, grammar.neuter_pronouns)
    return _Patterns(
        hearing=re.compile(
            rf"(?:(?:{complementizers}) )?(?:{hearer})(?: \w+ly)?(?: (?:{either(grammar.have_finite)}))? "
            rf"(?:{either(verbs.hearing)}) (?P<source>[^,;:.“”\"]{{2,70}}?) (?P<cue>{either(verbs.reporting)})[,:]? "
            rf"(?:(?:{complementizers}) )?(?P<content>\S.*)",
            re.DOTALL,
        ),
        pronoun=re.compile(rf"(?:{objects})", re.IGNORECASE),
    )


def part_heard(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives what a speaker has heard others say to those others."""
    return [_to_heard(reading, draft) for draft in drafts]


def _to_heard(reading: Document, draft: Draft) -> Draft:
    if not draft.source or not draft.content or draft.relay:
        return draft
    (start, end), *others = draft.content
    match = _patterns(reading.lexicon).hearing.match(reading.text, start, end)
    if match is None or not _is_somebody(reading, match):
        return draft
    content = (*join(reading.text, [match.span("content")]), *others)
    source, cue = match.span("source"), match.span("cue")
    return replace(draft, source=(source,), cue=(cue,), content=content, relay=draft.source)


def _is_somebody(reading: Document, match: re.Match[str]) -> bool:
    """Whether somebody is heard whom the words name or describe, and not a word or two."""
    source = match["source"]
    if _patterns(reading.lexicon).pronoun.fullmatch(source) or len(source.split()) > _LONGEST:
        return False
    return count_words(reading.text, match.span("content")) >= _SHORTEST
