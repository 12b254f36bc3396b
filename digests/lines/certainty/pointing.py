"""What in a line points at something that the line does not hold: pronouns, “the deal”, “such”, “another”."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.claimant_nouns import is_person, is_plural
from digests.models import Article, Claim

_TOKEN = re.compile(r"[“”]|[^\W\d_][\w’'-]*|\d[\w.,%-]*|[.,;:…!?()\[\]–—$]")
_PLURAL = re.compile(r"\w{2,}[^sui\W]s")
_STOPS = frozenset(".!?…")


class _Patterns(NamedTuple):
    definite: re.Pattern[str]  #: “the”, “this” or “those” with its noun, up to what may follow it
    complement: re.Pattern[str]  #: what says behind a noun which one is meant
    expletive: re.Pattern[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, lines = lexicon.grammar, lexicon.lines
    definite = either(grammar.articles - grammar.indefinite_articles)
    pointing = either(grammar.demonstratives)
    stop = either(
        grammar.prepositions, grammar.coordinators, grammar.finite_auxiliaries, grammar.modals, grammar.past_forms,
        grammar.relative_pronouns, grammar.relative_adverbs, grammar.reasons, grammar.settings, grammar.subjects,
        grammar.longer_prepositions, lexicon.hedges.conditions,
    )  # fmt: skip
    word = rf"(?:(?!(?:{stop})\b)[a-z][\w’'-]*)"
    return _Patterns(
        definite=re.compile(rf"\b(?P<which>{definite}|{pointing})\s+(?P<phrase>{word}(?:\s+{word}){{0,3}})", re.IGNORECASE),
        complement=re.compile(
            rf"\s*(?:,?\s+(?:{either(grammar.relative_pronouns, grammar.relative_adverbs)})\b"
            rf"|\s+(?:{either(grammar.prepositions - {'as', 'before', 'after'}, grammar.longer_prepositions)})\b|\s+[A-Z])"
        ),
        expletive=re.compile(
            rf"it(?:[’']s|\s+(?:{either(grammar.be_finite, lines.seeming, lines.taking)}|(?:{either(grammar.modals)}) be))\b",
            re.IGNORECASE,
        ),
    )


def pointers(claim: Claim, body: str, article: Article, lexicon: Lexicon) -> dict[str, float]:
    """How often a line points at what it does not hold, by kind."""
    counts = dict(_of_pronouns(claim, body, lexicon))
    for name, value in _of_nouns(claim, body, article, lexicon):
        counts[name] = counts.get(name, 0.0) + value
    return {name: min(value, 3.0) / 3 for name, value in counts.items()}


def _of_pronouns(claim: Claim, body: str, lexicon: Lexicon) -> dict[str, float]:
    grammar = lexicon.grammar
    singles = grammar.genders.keys() | grammar.gendered_forms.keys()
    plurals = grammar.plural_pronouns | grammar.plural_forms - {"both"} | {"them"}
    neuters = grammar.neuter_pronouns | grammar.neuter_forms
    person, plural = is_person(claim, lexicon), is_plural(claim, lexicon)
    counts: dict[str, float] = {}

    def add(name: str) -> None:
        counts[name] = counts.get(name, 0.0) + 1

    quoted = bracketed = begins = False
    begins = True
    named = several = thing = False
    for match in _TOKEN.finditer(body):
        token = match.group()
        lower = token.lower()
        if token in "“”":
            quoted = token == "“"
            begins = True if token == "“" else begins
            continue
        if token in _STOPS:
            begins = True
            continue
        base = lower.replace("’", "'").split("'")[0]
        if base in singles:
            free = not named and (quoted or not person)
            add("person unnamed" if free else "person named")
        elif base in plurals:
            add("group unnamed" if not several and (quoted or not plural) else "group named")
        elif base in neuters:
            if _patterns(lexicon).expletive.match(body, match.start()) and base == "it":
                add("empty it")
            elif not thing and (quoted or person or plural):
                add("thing unnamed")
            else:
                add("thing named")
        elif token[0].isupper() and not (begins and lower in _small(lexicon)):
            if not begins or len(token) > 3:
                named = thing = True
            if lower.endswith("s"):
                several = True
        elif _PLURAL.fullmatch(lower):
            several = thing = True
        elif len(lower) > 4:
            thing = True
        begins = False
    return counts


@functools.cache
def _small(lexicon: Lexicon) -> frozenset[str]:
    grammar = lexicon.grammar
    return (
        grammar.articles | grammar.prepositions | grammar.coordinators | grammar.third_subjects
        | grammar.third_possessives | grammar.demonstratives | grammar.speaking_subjects | grammar.speaking_possessives
        | grammar.reasons | grammar.settings | grammar.existentials | grammar.relative_pronouns
    )


def _of_nouns(claim: Claim, body: str, article: Article, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    patterns = _patterns(lexicon)
    before = _words(article.body[: claim.passage.start])
    for match in patterns.definite.finditer(body):
        noun = match["phrase"].split()
        which = "definite" if match["which"].lower() == "the" else "demonstrative"
        told = bool(patterns.complement.match(body, match.end()))
        known = any(word.lower().rstrip("s") in before for word in noun[-2:])
        yield f"{which} {'told' if told else 'bare'} {'known' if known else 'new'}", 1.0


@functools.lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower().rstrip("s") for word in re.findall(r"[^\W\d_]{3,}", text))
