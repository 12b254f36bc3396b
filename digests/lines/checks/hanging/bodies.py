"""Whether “the department” in a speaker's words reads as the speaker's own, and another is meant."""

from __future__ import annotations

import functools
import re

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
    telling = either(
        grammar.articles, grammar.possessives, grammar.demonstratives, grammar.prepositions, grammar.coordinators,
        claimants.single, claimants.counting, lexicon.numbers.quantifiers, lexicon.pointing.comparing,
    )  # fmt: skip
    return re.compile(rf"\b(?!(?:{telling})\b)(?P<which>[^\W\d_][\w&-]*) {noun}\b(?! [a-z]+s\b)", re.IGNORECASE)


def is_of_another_body(item: DigestItem, claim: Claim, article: Article) -> bool:
    """Whether the text has last named another “department” before one that a police department's officer tells of."""
    if claim.mode == "direct":
        return False
    lexicon, text = lexicon_of(article), article.body
    own_words = list(map(fold, _WORD.findall(item.claimant)))
    for bare in _bare(lexicon).finditer(unquoted(item.body)):
        noun = bare["noun"]
        place = text.find(bare[0], claim.attribution.content[0][0]) if noun in own_words[1:] else -1
        begin = spans_until(sentences(text), max(place, 0), _SENTENCES)[0][0]
        mentions = list(_named(noun, lexicon).finditer(text, begin, max(place, 0)))
        if mentions and fold(mentions[-1]["which"]) != own_words[own_words.index(noun) - 1]:
            return True
    return False
