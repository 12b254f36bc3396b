"""Whether a verb of saying tells of a deed with what it takes, so that nobody says anything: “fire claims mill”."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.people.claimant_nouns import is_document, is_person, is_plural
from digests.lines.reporting.clauses import opens_clause, states
from digests.lines.reporting.narrator.accounts import is_account
from digests.models import Claim, Span

_OWNER = re.compile(r"[’']s?\s+$")
_QUOTE = re.compile(r"[“\"”]")

_NEAR = 4  #: characters before a verb in which a name shows that it owns


class _Patterns(NamedTuple):
    undergone: re.Pattern[str]  #: a participle that a headline leaves without its auxiliary: “drivers warned to”
    infinitive: re.Pattern[str]
    object_of_words: re.Pattern[str]  #: a thing that is made of words: “an apology”
    thing_with_clause: re.Pattern[str]  #: a thing with a relative clause: “the chain of events that”
    verb: re.Pattern[str]
    finite: re.Pattern[str]  #: verbs whose form is no participle's
    answer: re.Pattern[str]  #: a quoted word or two, and what was asked: ““no” to questions”
    behind_head: re.Pattern[str]  #: what begins behind the noun that a name is built on


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, words = lexicon.grammar, lexicon.deeds
    relatives = either(grammar.relative_pronouns, grammar.relative_adverbs)
    determiners = either(grammar.articles, grammar.possessives)
    finite = either(grammar.finite_auxiliaries, grammar.modals, grammar.past_forms, lexicon.common_verbs.clause_verbs)
    return _Patterns(
        undergone=re.compile(rf"(?:{either(words.undergone)})\b"),
        infinitive=re.compile(rf"(?:{either(grammar.infinitive_markers)})\b"),
        object_of_words=re.compile(rf"\b(?:{either(words.word_things)})\b", re.IGNORECASE),
        thing_with_clause=re.compile(
            rf"(?:{determiners}) (?:[\w’'-]+ ){{1,6}}?(?:{relatives}) (?P<clause>.*)", re.IGNORECASE
        ),
        verb=re.compile(rf"\b(?:{finite}|\w{{2,}}ed)\b", re.IGNORECASE),
        finite=re.compile(rf"\b(?!\w+ed\b)(?:{finite})\b", re.IGNORECASE),
        answer=re.compile(rf"[“\"]\w+(?:\s\w+)?[”\"]\s+(?:{either(grammar.prepositions)})\s"),
        behind_head=re.compile(rf"\s(?:{either(grammar.prepositions)})\s|,"),
    )


def is_deed(claim: Claim, verb: Span, words: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a verb with what it takes is what somebody does or undergoes, or what the narrator makes of a thing."""
    name, deeds = text[slice(*verb)].lower(), lexicon.deeds
    last = name.rsplit(maxsplit=1)[-1]
    rest = text[verb[1] : claim.attribution.content[-1][1]].lstrip()
    if claim.attribution.content[0][0] < verb[1] or claim.mode == "direct":
        return False
    is_bare = name == last and _patterns(lexicon).undergone.match(f"{last} {rest}")
    if is_bare or not lexicon.verbs.appearing.isdisjoint(name.split()) or _is_owned(claim, verb, text, lexicon):
        return True
    goes_on = last in deeds.going_on and _goes_on_doing(rest, lexicon)
    is_of_narrator = last in deeds.concluding or last in lexicon.verbs.saying
    if goes_on or (is_of_narrator and _is_happening(claim, lexicon)):
        return True
    is_answer = last in deeds.answering and _patterns(lexicon).answer.match(rest)
    if is_answer or is_account(claim, name, rest, words, lexicon):
        return True
    if _QUOTE.search(rest) or opens_clause(words, lexicon):
        return False
    return _is_done(claim, last, rest, words, text, lexicon)


def _is_done(claim: Claim, verb: str, rest: str, words: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a verb that may be one of saying takes a thing here, and is none."""
    deeds, patterns = lexicon.deeds, _patterns(lexicon)
    if verb in deeds.giving:
        return not (patterns.infinitive.match(rest) or patterns.object_of_words.search(rest))
    if verb in deeds.answering:
        return _first(rest) in lexicon.grammar.prepositions
    if verb in deeds.presenting:
        return _only_shows(claim, rest, words, text, lexicon)
    if verb in deeds.stressing:
        return is_document(claim, lexicon) or (_is_described(claim) and not _is_people(claim, lexicon))
    if verb in deeds.consenting:
        return bool(patterns.infinitive.match(rest)) and claim.claimant.role == "unnamed" and is_plural(claim, lexicon)
    return verb in deeds.taking and not (patterns.infinitive.match(rest) or _is_told(rest, words, lexicon))


def _goes_on_doing(rest: str, lexicon: Lexicon) -> bool:
    """Whether somebody goes on with what is no saying: “continues to ignore that …”."""
    marker = _patterns(lexicon).infinitive.match(rest)
    return marker is not None and _first(rest[marker.end() :]) not in lexicon.verbs.reporting | lexicon.verbs.saying


def _is_owned(claim: Claim, verb: Span, text: str, lexicon: Lexicon) -> bool:
    """Whether a verb describes what a person owns: “Odom’s repeated claim that …”."""
    owner = _OWNER.search(text, max(0, verb[0] - _NEAR), verb[0])
    return owner is not None and is_person(claim, lexicon) and not _OWNER.search(f"{claim.claimant.name} ")


def _first(words: str) -> str:
    return next(iter(words.lower().split(maxsplit=1)), "")


def _only_shows(claim: Claim, rest: str, words: str, text: str, lexicon: Lexicon) -> bool:
    """Whether somebody shows a thing; a poll shows how many there are, or what they do."""
    first, deeds = _first(rest), lexicon.deeds
    source = " ".join(text[start:end] for start, end in claim.attribution.source)
    nouns = set(re.findall(r"\w+", f"{source} {claim.claimant.surface}".lower()))
    if nouns & (deeds.pictures | lexicon.claimants.documents):
        return False
    if first in lexicon.circumstances.audiences:
        return True
    if states(words, lexicon):
        return False
    is_known = claim.claimant.actor_id is not None and not claim.claimant.actor_id.startswith("media:")
    return first in deeds.traits or is_known or is_person(claim, lexicon)


def _is_told(rest: str, words: str, lexicon: Lexicon) -> bool:
    """Whether what is claimed or maintained is a statement, or what one may claim in words: “responsibility”."""
    return states(words, lexicon) or _first(rest) in lexicon.deeds.claimed_things


def _is_described(claim: Claim) -> bool:
    return claim.claimant.resolved_by in {"none", "unresolved", "local"}


def _is_people(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a claimant is a person, several people, or a body that is known."""
    return is_person(claim, lexicon) or is_plural(claim, lexicon) or claim.claimant.actor_id is not None


def _is_happening(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a claimant is something that takes place, from which only a narrator concludes anything."""
    if not _is_described(claim):
        return False
    head = _patterns(lexicon).behind_head.split(claim.claimant.name, maxsplit=1)[0].split()
    return bool(head) and head[-1].lower() in lexicon.deeds.happenings


def is_thing_with_clause(words: str, lexicon: Lexicon) -> bool:
    """Whether the only verb of words stands in what describes a thing: “the chain of events that sent five there”."""
    thing = _patterns(lexicon).thing_with_clause.match(words)
    if thing is None or _patterns(lexicon).verb.search(words[: thing.start("clause")]):
        return False
    clause = thing["clause"]
    is_regular = clause.split(" ", 1)[0].endswith(lexicon.calendar.past_endings)
    return is_regular + len(_patterns(lexicon).finite.findall(clause)) == 1


def tells_how(words: str, lexicon: Lexicon) -> bool:
    """Whether words name a question and no answer: “how the council bought the land”."""
    return _first(words) in lexicon.grammar.question_adverbs
