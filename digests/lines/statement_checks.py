"""Whether somebody states a claim's words: what is denied, imagined, or only the object of a verb is no statement."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.finite import verb_patterns
from digests.lines.passages import content_of, has_verb
from digests.models import Claim

FEW_WORDS = 4  #: up to so many words a content must show a verb
FRAGMENT = 2  #: up to so many words it must, whatever the cue


class _Patterns(NamedTuple):
    """Patterns of cues, and of the words that they are about."""

    stating: re.Pattern[str]
    negated: re.Pattern[str]
    unreal: re.Pattern[str]
    directed: re.Pattern[str]  #: aimed at a person or a thing: “accused the audience of …”, “urged voters to …”
    with_object: re.Pattern[str]  #: of a topic or a deed: “condemned the attack”, “spoke about the war”
    committing: re.Pattern[str]  #: “X: to close the port” reads as what X means to do
    impersonal: re.Pattern[str]  #: that somebody speaks, though nobody is named: “reportedly”, “it is believed”
    hanging: re.Pattern[str]  #: what begins words that hang on others
    auxiliary: re.Pattern[str]
    finite: re.Pattern[str]
    direction: re.Pattern[str]  #: to whom or what
    inner: re.Pattern[str]  #: where a clause inside a content begins; its verb is not the content's


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    cues, grammar, hedges = lexicon.cues, lexicon.grammar, lexicon.hedges
    auxiliary = verb_patterns(lexicon).auxiliary
    negations = either(hedges.negations, hedges.near_negations, hedges.refusals, hedges.failures)
    be = either(grammar.be_finite, grammar.be_other)
    hanging = either(grammar.object_pronouns, grammar.hanging_relatives)
    inner = either(
        grammar.relative_pronouns, grammar.relative_adverbs, grammar.question_adverbs, grammar.doubtful_reasons,
        grammar.reasons, grammar.settings, hedges.conditions,
    )  # fmt: skip
    return _Patterns(
        stating=re.compile(rf"\b(?:{either(cues.stating)})\b|:", re.IGNORECASE),
        negated=re.compile(rf"\b(?:{negations})\b|(?:{either(hedges.negative_endings)})\b", re.IGNORECASE),
        unreal=re.compile(rf"\b(?:{either(cues.unreal)})\b", re.IGNORECASE),
        directed=re.compile(rf"\b(?:{either(cues.directed)})$", re.IGNORECASE),
        with_object=re.compile(
            rf"\b(?:{either(cues.with_object)})$"
            rf"|\b(?:{either(cues.talking)})\b.*\b(?:{either(cues.topic_prepositions)})$",
            re.IGNORECASE,
        ),
        committing=re.compile(rf"\b(?:{either(cues.committing)})", re.IGNORECASE),
        impersonal=re.compile(
            rf"\b(?:{either(cues.impersonal)}|(?:{be}) (?:\w+ly )?(?:{either(cues.impersonal_participles)}))\b",
            re.IGNORECASE,
        ),
        hanging=re.compile(
            rf"(?:{hanging})\b|as (?:(?:{either(grammar.articles)})\b|“)(?!.*,\s)"
            rf"|(?:{either(grammar.object_possessives)}) (?:{either(grammar.hanging_prepositions)})\b",
            re.IGNORECASE,
        ),
        auxiliary=re.compile(auxiliary, re.IGNORECASE),
        finite=re.compile(rf"{auxiliary}|\b\w{{3,}}ed\b", re.IGNORECASE),
        direction=re.compile(rf"\b(?:{either(cues.directions)}) \w+"),
        inner=re.compile(rf"\b(?:{inner}|for)\b", re.IGNORECASE),
    )


def unstated(claim: Claim, text: str, lexicon: Lexicon) -> str | None:
    """Why a claim's words are nobody's statement; none where they are."""
    patterns = _patterns(lexicon)
    if claim.kind != "denial" and patterns.negated.search(claim.cue):
        return "negated cue"
    if patterns.unreal.search(claim.cue):
        return "hypothetical cue"
    content = content_of(claim, text, lexicon)
    return "no full statement" if patterns.hanging.match(content) or _is_object(claim, content, lexicon) else None


def names_source(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a text names or describes who speaks, or says in so many words that it does not."""
    return bool(claim.attribution.source) or bool(_patterns(lexicon).impersonal.search(claim.cue))


def _is_object(claim: Claim, content: str, lexicon: Lexicon) -> bool:
    """Whether words are what a verb takes (“a veto”, “to pay”, “the audience of lying”), and no statement alone."""
    if claim.kind == "denial" or content.startswith("“"):
        return False
    least = FRAGMENT if _patterns(lexicon).stating.search(claim.cue) else FEW_WORDS
    counts = "“" in content or any(c.isdigit() for c in content)
    fragment = len(content.split()) <= least and not counts and not has_verb(content, lexicon)
    return fragment or _is_directed(claim.cue, content, _patterns(lexicon))


def _is_directed(cue: str, content: str, patterns: _Patterns) -> bool:
    """Whether the words are whom or what a verb is aimed at."""
    if content.startswith("that "):
        return False
    if re.match(r"to \w+", content):
        return not patterns.committing.search(cue)
    main = patterns.inner.split(content, maxsplit=1)[0]
    direction = patterns.direction.search(main)
    if patterns.directed.search(cue) and direction:
        return not patterns.finite.search(content[: direction.start()])
    return bool(patterns.with_object.search(cue)) and not patterns.auxiliary.search(main)
