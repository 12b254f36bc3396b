"""Verbs of saying by which a narrator tells what somebody did, went through or let show: “told stories of the war”."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.people.claimant_nouns import is_document, is_person
from digests.lines.reporting.clauses import opens_clause, states
from digests.models import Claim

_QUOTE = re.compile(r"[“\"”]|''")
_FACT = re.compile(rf"\d|{_QUOTE.pattern}")  #: a figure, or the document's own words


class _Patterns(NamedTuple):
    tale: re.Pattern[str]  #: “told stories of”, “tells the story of a family”, “continues to tell itself”
    phrase: re.Pattern[str]  #: behind a participle, and then the verb of a thing: “in the plan include”
    onward: re.Pattern[str]  #: what ends a thing and begins a clause that tells more of it


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, deeds = lexicon.grammar, lexicon.deeds
    onward = either(
        grammar.settings, grammar.relative_pronouns, grammar.relative_adverbs, grammar.reasons, grammar.doubtful_reasons
    )
    determiners = either(grammar.articles, grammar.third_possessives)
    return _Patterns(
        tale=re.compile(
            rf"(?:\w+\s+(?:{either(grammar.infinitive_markers)})\s+)?(?:{either(lexicon.cues.telling)})\s+"
            rf"(?:(?:{either(grammar.reflexives)})|(?:(?:{determiners})\s+)?(?:\w+\s+)?(?:{either(deeds.tales)}))\b",
            re.IGNORECASE,
        ),
        phrase=re.compile(
            rf"(?:{either(grammar.prepositions - grammar.infinitive_markers, lexicon.calendar.steps)})\s+"
            rf"(?:(?:{determiners})\s+)?"
            rf"(?:(?!(?:{determiners}|{either(grammar.complementizers, grammar.subjects)})\b)[\w’'-]+\s+){{1,4}}?"
            rf"(?:{either(deeds.of_things)})\b"
        ),
        onward=re.compile(rf"\s(?:{onward})\s"),
    )


def is_account(claim: Claim, verb: str, rest: str, words: str, lexicon: Lexicon) -> bool:
    """Whether a verb with what follows it is no saying, but a narrator's account of somebody or of a document."""
    patterns, last = _patterns(lexicon), verb.rsplit(maxsplit=1)[-1]
    first = next(iter(rest.lower().split(maxsplit=1)), "")
    if patterns.tale.match(f"{last} {rest}") or (verb == last and _only_describes(last, rest, lexicon)):
        return True
    if f"{last} {first}" in lexicon.deeds.creeds:
        return not is_person(claim, lexicon)
    if last in lexicon.deeds.going_on:
        return first.endswith(lexicon.events.gerund_endings) and first not in lexicon.reporting.reporting.gerunds
    is_thing = not (opens_clause(words, lexicon) or states(patterns.onward.split(words, maxsplit=1)[0], lexicon))
    if last in lexicon.deeds.experiencing:
        is_own = is_thing or not lexicon.grammar.have_finite.isdisjoint(verb.split())
        return is_own and is_person(claim, lexicon) and not _finds_out(claim, lexicon)
    return is_thing and _tells_of_thing(claim, last, rest, lexicon)


def _only_describes(verb: str, rest: str, lexicon: Lexicon) -> bool:
    """Whether a verb is a participle, as that of its subject comes later: “Steps announced in the plan include …”."""
    is_participle = verb.endswith(lexicon.calendar.past_endings) and verb in lexicon.reporting.news.participles
    return is_participle and _patterns(lexicon).phrase.match(rest) is not None


def _finds_out(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether it is somebody's trade to find things out: “the engineer has found that the dam leaks”."""
    words = {*claim.claimant.name.lower().split(), *(claim.claimant.title or "").lower().split()}
    trades = lexicon.persons.trades | lexicon.persons.analyst_roles
    return claim.claimant.role == "analyst" or not trades.isdisjoint(words)


def _tells_of_thing(claim: Claim, verb: str, rest: str, lexicon: Lexicon) -> bool:
    """Whether somebody wrote a thing, or a document shows one: “posted 40 times”, “the emails show close ties”."""
    if verb in lexicon.verbs.sending:
        return _QUOTE.search(rest) is None
    return verb in lexicon.deeds.concluding and _FACT.search(rest) is None and _counts_nothing(claim, lexicon)


def _counts_nothing(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a claimant is a document that neither counts nor pictures anything: “the emails”, and not “a poll”."""
    if claim.claimant.resolved_by not in {"none", "unresolved"} or not is_document(claim, lexicon):
        return False
    nouns = set(re.findall(r"\w+", claim.claimant.name.lower()))
    return nouns.isdisjoint(lexicon.claimants.counts | lexicon.deeds.pictures)
