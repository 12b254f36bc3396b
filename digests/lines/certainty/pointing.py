"""What in a line points at something that the line does not hold: “they”, “it”, “the deal”, “those rules”."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.claimant_nouns import is_person, is_plural
from digests.models import Article, Claim

_TOKEN = re.compile(r"[“”]|[^\W\d_][\w’'-]*|[.!?…]")
_PLURAL = re.compile(r"\w{2,}[^sui\W]s")
_MARKS = frozenset(".!?…“”")
_MOST = 3.0  #: pointers of a kind beyond which more make no difference
_NOUN = 4  #: characters from which a word is counted as a thing that “it” may mean


class _Patterns(NamedTuple):
    definite: re.Pattern[str]  #: “the”, “this” or “those” with the words up to its noun
    complement: re.Pattern[str]  #: what says behind a noun which one is meant
    empty_it: re.Pattern[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, lines = lexicon.grammar, lexicon.lines
    pointing = either(grammar.articles - grammar.indefinite_articles, grammar.demonstratives)
    stops = either(
        grammar.prepositions, grammar.longer_prepositions, grammar.coordinators, grammar.finite_auxiliaries,
        grammar.modals, grammar.past_forms, grammar.relative_pronouns, grammar.relative_adverbs, grammar.reasons,
        grammar.settings, grammar.subjects, lexicon.hedges.conditions,
    )  # fmt: skip
    relatives = either(grammar.relative_pronouns, grammar.relative_adverbs)
    telling = either(grammar.prepositions - grammar.settings - grammar.doubtful_reasons, grammar.longer_prepositions)
    finite = either(grammar.be_finite, lines.seeming, lines.taking)
    word = rf"(?!(?:{stops})\b)[a-z][\w’'-]*"
    return _Patterns(
        definite=re.compile(rf"\b(?P<which>{pointing})\s+(?P<phrase>{word}(?:\s+{word}){{0,3}})", re.IGNORECASE),
        complement=re.compile(rf",?\s+(?:{relatives})\b|\s+(?:{telling})\b|\s+[A-Z]"),
        empty_it=re.compile(rf"it(?:[’']s|\s+(?:{finite}|(?:{either(grammar.modals)}) be))\b", re.IGNORECASE),
    )


def pointers(claim: Claim, body: str, article: Article, lexicon: Lexicon) -> dict[str, float]:
    """How often a line points at what it may not hold, by kind, as a share of the most that count."""
    counts = Counter(_pronouns(claim, body, lexicon))
    counts.update(_nouns(claim, body, article, lexicon))
    return {kind: min(count, _MOST) / _MOST for kind, count in counts.items()}


def _pronouns(claim: Claim, body: str, lexicon: Lexicon) -> Iterator[str]:
    """“They” and “it”, by whether the words before them, or the claimant, can be meant."""
    grammar, small = lexicon.grammar, _small(lexicon)
    plurals, neuters = grammar.plural_pronouns | grammar.plural_forms, grammar.neuter_pronouns | grammar.neuter_forms
    is_several, is_one = is_plural(claim, lexicon), is_person(claim, lexicon)
    in_quotation, begins, has_plural, has_thing = False, True, False, False
    for match in _TOKEN.finditer(body):
        piece = match.group()
        word = piece.lower()
        if piece in _MARKS:
            in_quotation, begins = (piece == "“" or in_quotation) and piece != "”", True
            continue
        if word in plurals:
            yield "group named" if has_plural or (is_several and not in_quotation) else "group unnamed"
        elif word in neuters and _patterns(lexicon).empty_it.match(body, match.start()):
            yield "empty it"
        elif word in neuters:
            yield "thing named" if has_thing or not (in_quotation or is_one or is_several) else "thing unnamed"
        elif not (begins and word in small):
            has_plural = has_plural or bool(_PLURAL.fullmatch(word))
            has_thing = has_thing or piece[0].isupper() or len(word) > _NOUN
        begins = False


def _nouns(claim: Claim, body: str, article: Article, lexicon: Lexicon) -> Iterator[str]:
    """Nouns with “the” or “those”, by whether the line says which, and whether the article spoke of it before."""
    patterns, earlier_words = _patterns(lexicon), _words(article.body[: claim.passage.start])
    for match in patterns.definite.finditer(body):
        kind = "demonstrative" if match["which"].lower() in lexicon.grammar.demonstratives else "definite"
        ending = "told" if patterns.complement.match(body, match.end()) else "bare"
        is_known = any(word.lower().rstrip("s") in earlier_words for word in match["phrase"].split()[-2:])
        yield f"{kind} {ending} {'known' if is_known else 'new'}"


@functools.cache
def _small(lexicon: Lexicon) -> frozenset[str]:
    """Words that are no names where they begin a sentence."""
    grammar = lexicon.grammar
    groups = (
        grammar.articles, grammar.prepositions, grammar.coordinators, grammar.subjects, grammar.possessives,
        grammar.demonstratives, grammar.reasons, grammar.settings, grammar.existentials, grammar.relative_pronouns,
    )  # fmt: skip
    return frozenset[str]().union(*groups)


@functools.lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower().rstrip("s") for word in re.findall(r"[^\W\d_]{3,}", text))
