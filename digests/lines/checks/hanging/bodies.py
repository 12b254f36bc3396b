"""Whether “the department” in a speaker's words reads as the speaker's own, and another is meant."""

from __future__ import annotations

import functools
import re
from itertools import pairwise

from digests.lexicon import Lexicon, either, lexicon_of
from digests.lines.checks.hanging.words import unquoted
from digests.models import Article, Claim, DigestItem
from digests.text.folding import fold
from digests.text.sentences import sentences
from digests.text.spans import spans_until

_WORD = re.compile(r"[^\W\d_][\w&-]*")
_SENTENCES = 2  #: before a body's own in which it may be named


@functools.cache
def _bare(lexicon: Lexicon) -> re.Pattern[str]:
    """A body by its noun alone: “the department”."""
    grammar, bodies = lexicon.grammar, either(lexicon.descriptions.bodies)
    definite = either(grammar.definite_articles)
    return re.compile(rf"\b(?i:{definite}) (?P<noun>{bodies})\b(?! (?:{either(grammar.genitives)})\b)")


@functools.lru_cache(maxsize=64)
def _named(noun: str, lexicon: Lexicon) -> re.Pattern[str]:
    """A body by its noun with the word before it that tells which one: “Police Department”."""
    grammar, claimants = lexicon.grammar, lexicon.claimants
    vague = either(
        grammar.articles, grammar.possessives, grammar.demonstratives, grammar.prepositions, grammar.coordinators,
        claimants.single, claimants.counting, lexicon.numbers.quantifiers, lexicon.pointing.comparing,
    )  # fmt: skip
    return re.compile(rf"\b(?!(?:{vague})\b)(?P<adjective>[^\W\d_][\w&-]*) {noun}\b(?! [a-z]+s\b)", re.IGNORECASE)


def is_of_another_body(item: DigestItem, claim: Claim, article: Article) -> bool:
    """Whether the text has last named another “department” before one that a police department's officer tells of."""
    lexicon = lexicon_of(article)
    words = list(map(fold, _WORD.findall(claim.claimant.label))) if claim.mode != "direct" else []
    adjectives = {noun: word for word, noun in pairwise(words) if word not in lexicon.grammar.articles}
    if adjectives.keys().isdisjoint(lexicon.descriptions.bodies):
        return False
    bare = (match for match in _bare(lexicon).finditer(unquoted(item.body)) if match["noun"] in adjectives)
    return any(
        _adjective(match, claim, article.body, lexicon) not in {None, adjectives[match["noun"]]} for match in bare
    )


def _adjective(bare: re.Match[str], claim: Claim, text: str, lexicon: Lexicon) -> str | None:
    """What tells a bare body apart where the text has last named one before it."""
    place = text.find(bare[0], claim.attribution.content[0][0])
    begin = spans_until(sentences(text), max(place, 0), _SENTENCES)[0][0]
    mentions = list(_named(bare["noun"], lexicon).finditer(text, begin, max(place, 0)))
    return fold(mentions[-1]["adjective"]) if mentions else None
