"""Finite verbs and their groups in words: those that may make a clause."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either
from digests.lines.finite import verb_patterns

_NEAR = 30  #: characters before a word in which it is seen whose it is
_GROUP = 1  #: the longest word between the parts of one verb group, in words


class _Patterns(NamedTuple):
    finite: re.Pattern[str]
    helping: re.Pattern[str]  #: an auxiliary, which begins a verb group
    grouped: re.Pattern[str]  #: what may stand between the parts of a verb group: “not been previously”
    participle: re.Pattern[str]  #: right before a verb, what makes a participle of it
    infinitive: re.Pattern[str]  #: right before it, what makes an infinitive of it
    doing: re.Pattern[str]  #: right before it, an infinitive whose object it may describe: “to allow | married couples”
    plural_object: re.Pattern[str]  #: right behind it, such an object
    object: re.Pattern[str]  #: right behind a verb, what begins its object
    possessor: re.Pattern[str]  #: behind it a noun or an adjective begins, and no finite verb
    period: re.Pattern[str]  #: before the day or the deed of one: “in the year | ended Sept. 9”
    preposition: re.Pattern[str]
    attribute: re.Pattern[str]  #: right before a word in “-ed”, what makes it describe a thing: “the | continued rise”
    bare_noun: re.Pattern[str]  #: right behind one that stands behind “and”, a thing: “and armored | vehicles”
    coordinator: re.Pattern[str]
    awaiting: re.Pattern[str]  #: a participle that is no verb where an infinitive follows: “Orr | poised to win”
    title: re.Pattern[str]  #: of a work, which is quoted as a thing: “the opening of “The Last Door Has Shut””
    before_noun: re.Pattern[str]  #: the same of what may be a plural: “the claims”, “of claims”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar = lexicon.grammar
    return _Patterns(
        finite=_finite(lexicon),
        helping=re.compile(verb_patterns(lexicon).auxiliary, re.IGNORECASE),
        grouped=re.compile(rf"\b(?:{either(grammar.be_other, lexicon.hedges.negations)}|\w+ly)\b", re.IGNORECASE),
        participle=re.compile(rf"\b(?:{either(grammar.have_other)})\s+(?:\w+ly\s+)?$", re.IGNORECASE),
        infinitive=re.compile(
            rf"\b(?:{either(grammar.infinitive_markers)})\s+(?:\w+ly\s+|(?:{either(grammar.be_base)})\s+)?$",
            re.IGNORECASE,
        ),
        doing=re.compile(rf"\b(?:{either(grammar.infinitive_markers)})\s+\w+\s+$", re.IGNORECASE),
        plural_object=re.compile(
            rf"\s+(?!(?:{either(grammar.prepositions, grammar.possessives, grammar.demonstratives)})\b)[a-z]+s\b"
        ),
        object=re.compile(rf"\s+(?:{either(grammar.articles, grammar.possessives)})\s", re.IGNORECASE),
        possessor=_possessor(lexicon),
        period=re.compile(rf"\b(?:{either(lexicon.calendar.units, lexicon.calendar.plural_units)})\s+$", re.IGNORECASE),
        preposition=re.compile(rf"\b(?:{either(grammar.prepositions - grammar.settings)})\s+$", re.IGNORECASE),
        attribute=re.compile(rf"\b(?:{either(grammar.articles, grammar.be_gerund)})\s+(?:\w+ly\s+)?$", re.IGNORECASE),
        bare_noun=re.compile(rf"\s+(?!(?:{either(_behind_verbs(lexicon))})\b)[a-z][\w’'-]+(?<!ly)\b"),
        coordinator=re.compile(rf"\b(?:{either(grammar.choosing)})\s+(?:\w+ly\s+)?$", re.IGNORECASE),
        awaiting=re.compile(
            rf"(?:{either(lexicon.common_verbs.awaiting)})\s+(?:{either(grammar.infinitive_markers)})\b"
        ),
        title=re.compile(r"(?<=[a-z] )“(?=[A-Z])(?:[A-Z]\S*|[a-z]{1,3})(?:\s+(?:[A-Z][^\s”]*|[a-z]{1,3}))+”"),
        before_noun=re.compile(
            rf"\b(?:{either(grammar.articles, grammar.prepositions, lexicon.deeds.before_plurals)})\s+$", re.IGNORECASE
        ),
    )


def _behind_verbs(lexicon: Lexicon) -> frozenset[str]:
    """The small words that stand behind a verb, and behind what describes a thing do not."""
    grammar = lexicon.grammar
    small = grammar.articles | grammar.possessives | grammar.demonstratives | grammar.object_pronouns
    prepositions = grammar.prepositions | grammar.longer_prepositions | grammar.relative_adverbs
    return small | prepositions | grammar.subjects | grammar.coordinators | lexicon.circumstances.adverbs


def _finite(lexicon: Lexicon) -> re.Pattern[str]:
    """A finite verb: an auxiliary, a common verb in its past or third person, or its base form behind a plural."""
    grammar, verbs = lexicon.grammar, lexicon.common_verbs.clause_verbs
    bases = frozenset(word for word in verbs if is_base(word, verbs))
    present = lexicon.common_verbs.present_verbs
    present_bases = bases | frozenset(word for word in present if is_base(word, present))
    relatives = either(grammar.relative_pronouns - grammar.complementizers)
    agents = either(grammar.passive_agents)
    adverb = rf"(?:(?:\w+ly|{either(lexicon.circumstances.adverbs)})\s+)?"
    plural = either(
        grammar.subjects - grammar.genders.keys() - grammar.neuter_pronouns,
        grammar.plural_demonstratives, lexicon.claimants.plurals,
    )  # fmt: skip
    past_too = either(lexicon.common_verbs.same_forms - grammar.past_forms)
    same_forms, follower = either(lexicon.common_verbs.same_forms), either(grammar.prepositions)
    towns = rf"(?-i:[A-Z])[\w’'-]+(?:(?:,\s+|\s+)(?:(?:{either(grammar.coordinators)})\s+)?(?-i:[A-Z])[\w’'-]+){{0,3}}"
    object_next = rf"\s+(?:(?:{either(grammar.articles, grammar.possessives)})\s|(?-i:[A-Z€$£])|\d)"
    contracted = either(grammar.third_subjects, grammar.existentials, grammar.demonstratives)
    no_article = "".join(rf"(?<!\b{article}\s)" for article in sorted(grammar.articles))
    return re.compile(
        rf"{verb_patterns(lexicon).finite}|\b(?:{either(grammar.irregular_negatives)})\b|\b(?:{contracted})[’']s\b"
        rf"|\b(?-i:(?=[a-z]))(?:{either((verbs | present) - present_bases)})\b"  # not the “United” of a name
        rf"(?!\s+(?:{agents})\b)"
        rf"|\b(?!(?:{either(grammar.possessives)})\b)(?:\w+(?:[^\Ws]|ss)s|{plural})\s+{adverb}"
        rf"(?!(?:{same_forms})\s+(?:{follower})\b)"  # “the tariffs set for May” state nothing
        rf"(?-i:(?=[a-z]))(?:{either(present_bases)})\b"
        rf"|\b(?:{relatives})\s+{adverb}(?:{either(bases)})\b"
        rf"|\b\w+[^\Ws]s\s+(?:{follower})\s+{towns}\s+(?:{either(bases - lexicon.common_verbs.same_forms)})\b"
        rf"|{no_article}\b(?-i:(?=[a-z]))(?:{past_too})\b(?={object_next})",  # “Leeds beat Hull”
        re.IGNORECASE,
    )


def _possessor(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands before a thing that is somebody's: “the ministry’s”, “their”, but not “she’s”."""
    grammar = lexicon.grammar
    contracted = grammar.third_subjects | grammar.existentials | grammar.demonstratives
    no_pronoun = "".join(rf"(?<!\b{word})" for word in sorted(contracted))
    return re.compile(rf"{no_pronoun}[’']s\s+$|s[’']\s+$|\b(?:{either(grammar.possessives)})\s+$", re.IGNORECASE)


def is_base(word: str, forms: frozenset[str]) -> bool:
    """Whether a form is the base of another: “want” beside “wants”."""
    return f"{word}s" in forms or f"{word}es" in forms or f"{word[:-1]}ies" in forms


def without_titles(words: str, lexicon: Lexicon) -> str:
    """Words without the names of works in them, whose verbs make no clause: “the opening of “What Lies Ahead””."""
    return _patterns(lexicon).title.sub("“”", words)


@functools.lru_cache(maxsize=256)  # each way to cut a line asks for the same clauses again
def finite_verbs(words: str, lexicon: Lexicon) -> int:
    """How many finite verb groups words hold: “would have been closed” is one."""
    patterns = _patterns(lexicon)
    count, last, helped = 0, -_GROUP, True
    for verb in patterns.finite.finditer(words):
        bare = not {" ", "'", "’"} & {*verb.group()}
        if not verb.start() and bare and not patterns.helping.match(words):
            continue  # “plans to go”: a noun, or a verb without its subject
        lead = words[max(0, verb.start() - _NEAR) : verb.start()]
        if patterns.participle.search(lead):
            continue  # “having left”
        if " " not in verb.group() and patterns.infinitive.search(lead):
            continue  # “jobs to be cut”
        if lead.endswith("-") and not patterns.object.match(words, verb.end()):
            continue  # “army-backed rivals”, but not “fly-tipped the rubble”
        describes = not count and _shares_no_subject(lead, verb, patterns, lexicon)
        if describes or _is_noun(lead, verb.group(), patterns) or _is_participle(lead, verb, patterns, lexicon):
            continue
        gap = patterns.grouped.sub("", words[max(last, 0) : verb.start()])
        helps = bool(patterns.helping.match(verb.group()))
        if last < 0 or len(gap.split()) > 1 or any(mark in gap for mark in ",;–—") or (helps and not helped):
            count += 1
        last, helped = verb.end(), helps
    return count


def _is_noun(lead: str, verb: str, patterns: _Patterns) -> bool:
    """Whether what looks like a verb is none where it stands: “the ministry’s claims”, “to issue the claims”."""
    if " " in verb or patterns.helping.match(verb):
        return False
    return bool(patterns.possessor.search(lead) or (verb.endswith("s") and patterns.before_noun.search(lead)))


def _is_participle(lead: str, verb: re.Match[str], patterns: _Patterns, lexicon: Lexicon) -> bool:
    """Whether what looks like a past verb describes a thing: “of overcrowded halls”, “the year ended Sept. 9”."""
    if " " in verb.group() or not verb.group().endswith(lexicon.calendar.past_endings):
        return False
    is_period = verb.group() in lexicon.calendar.made_public and patterns.period.search(lead)
    is_of_object = patterns.doing.search(lead) and patterns.plural_object.match(verb.string, verb.end())
    return bool(
        is_period or is_of_object or patterns.preposition.search(lead) or patterns.attribute.search(lead)
        or patterns.awaiting.match(verb.string, verb.start())
    )  # fmt: skip


def _shares_no_subject(lead: str, verb: re.Match[str], patterns: _Patterns, lexicon: Lexicon) -> bool:
    """Whether a past verb behind “and”, before which no verb stands, describes a thing: “… and armored vehicles”."""
    if not verb.group().endswith(lexicon.calendar.past_endings) or not patterns.coordinator.search(lead):
        return False
    return patterns.bare_noun.match(verb.string, verb.end()) is not None


def is_finite(word: str, lexicon: Lexicon) -> bool:
    """Whether a single word may be a finite verb."""
    return _patterns(lexicon).finite.fullmatch(word) is not None


def has_helping(words: str, lexicon: Lexicon) -> bool:
    """Whether an auxiliary or a modal stands in words."""
    return _patterns(lexicon).helping.search(words) is not None


def opens_with_helping(words: str, lexicon: Lexicon) -> bool:
    """Whether words begin with a finite auxiliary in lower case."""
    begin = words.lstrip("“")
    helping = _patterns(lexicon).helping.match(begin)
    is_verb = helping is not None and begin[helping.end() : helping.end() + 1] != "-"  # not “would-be thieves”
    return is_verb and begin[:1].islower()
