"""Participles of saying: “The regulator fined Alto on Monday, saying …” is the regulator's, whatever stands between."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from digests.attribution.document import Document
from digests.attribution.drafts import Draft
from digests.lexicon import Lexicon, either
from digests.models import Span
from digests.text.name_words import POSSESSIVE_END

_LONGEST = 8  # words of a subject
_FAR = 160  # characters from a sentence's beginning to the participle


class _Patterns(NamedTuple):
    participle: re.Pattern[str]
    subject: re.Pattern[str]  #: a noun phrase and the verb after it
    attributive: re.Pattern[str]  #: “declared aims”, not “declared that”
    relative: re.Pattern[str]  #: “ met the boy who faced him and ” between a source and a verb of the clause
    clause: re.Pattern[str]  #: what shows that another clause stands between
    object: re.Pattern[str]  #: “ remembers him apologising in court, ” between a source and a participle of saying


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, clauses, verbs = lexicon.grammar, lexicon.clauses, lexicon.verbs
    openings = either(
        grammar.relative_pronouns, grammar.relative_adverbs, grammar.coordinators, grammar.settings, grammar.reasons,
        grammar.comparing, verbs.saying,
    )  # fmt: skip
    endings, acting = either(clauses.participle_endings), either(lexicon.descriptions.acting_endings)
    small = either(
        grammar.complementizers, grammar.articles, grammar.subjects, grammar.possessives, grammar.prepositions,
        grammar.demonstratives, grammar.infinitive_markers, grammar.object_pronouns,
    )  # fmt: skip
    objects = either(grammar.object_pronouns - grammar.first_person, grammar.object_possessives)
    return _Patterns(
        participle=re.compile(rf"[a-z]+(?:{acting})\b"),
        subject=re.compile(
            rf"(?P<subject>[\w’'.& -]{{2,80}}?)\s"
            rf"(?P<verb>[a-z]+(?:{endings})|{either(grammar.past_forms)})\s(?=[A-Z]|(?:{either(grammar.articles)})\b)"
        ),
        attributive=re.compile(rf"[a-z]+(?:{endings})\s(?!(?:{small})\b)[a-z]+\b"),
        object=re.compile(
            rf"\s(?:\w+\s)?(?:{either(verbs.recalling, verbs.hearing)})\s(?P<object>{objects})\s"
            rf"(?:[a-z]+(?:{acting})\b[^.;:“”\"]{{0,80}})?$"
        ),
        relative=re.compile(
            rf".*\b(?P<who>{either(grammar.personal_relatives)})\s[^,;:—]*\b(?:{either(grammar.coordinators)})\s"
            r"(?:\w+ly\s)?",
            re.DOTALL,
        ),
        clause=re.compile(rf"\b(?:{openings})\b|[;:“”\"(—–]", re.IGNORECASE),
    )


def find_subject(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives a participle of saying the subject of its sentence where an object was taken for the source.

    Somebody who “remembers him saying” something has not said it: he has; nor has who met “the boy who rose and said”.
    """
    return [_with_subject(reading, draft) for draft in drafts]


def drop_owners(reading: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Drops who owns what a participle tells of: “the party's declared aims” are no declaration."""
    return [draft for draft in drafts if not (draft.source and draft.cue and _is_owner(reading, draft))]


def _is_owner(reading: Document, draft: Draft) -> bool:
    (start, end), cue = draft.source[-1], draft.cue[0]
    is_next = reading.text[end : cue[0]] == " " and POSSESSIVE_END.search(reading.text, start, end) is not None
    return is_next and _patterns(reading.lexicon).attributive.match(reading.text, cue[0]) is not None


def _with_subject(reading: Document, draft: Draft) -> Draft:
    patterns, text = _patterns(reading.lexicon), reading.text
    if len(draft.source) != 1 or not draft.cue:
        return draft
    place, source = draft.cue[0][0], draft.source[0]
    relative = patterns.relative.fullmatch(text, source[1], place) if source[1] < place < source[1] + _FAR else None
    if relative is not None and reading.sentences.at(place) == reading.sentences.at(source[0]):
        return draft.with_source([relative.span("who")])
    if not patterns.participle.match(text, *draft.cue[0]):
        return draft
    sentence = reading.sentences.at(place)
    if sentence is None or place - sentence[0] > _FAR or not sentence[0] <= source[0] < place:
        return draft
    object_between = patterns.object.fullmatch(text, source[1], place) if source[1] < place else None
    if object_between is not None:
        return draft.with_source([object_between.span("object")])
    subject = _subject(reading, (sentence[0], place))
    return draft.with_source([subject]) if subject and source[1] > subject[1] else draft


def _subject(reading: Document, span: Span) -> Span | None:
    """The subject of a plain clause that ends with a comma, as “…, saying” does."""
    patterns, text = _patterns(reading.lexicon), reading.text
    if not text[slice(*span)].rstrip().endswith(",") or patterns.clause.search(text, *span):
        return None
    match = patterns.subject.match(text, *span)
    if match is None or len(match["subject"].split()) > _LONGEST:
        return None
    return match.span("subject")
