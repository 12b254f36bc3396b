"""Whether a date within what is claimed is that of another event than the one that is told of."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.dates.tenses import is_past_form
from digests.lexicon import Lexicon, either
from digests.models import Article, Span, TimeSpan

_REACH = 600  #: characters before a date in which its clause begins


class _Patterns(NamedTuple):
    """What stands before a date, of those that end in “$”, or in the clause that holds it."""

    clause: re.Pattern[str]  #: a clause that describes somebody, or says since when, or a part: “including aid for”
    other_event: re.Pattern[str]  #: another event, with its preposition
    compared: re.Pattern[str]  #: what another day is held against: “half as much as on”
    made_public: re.Pattern[str]
    apposition: re.Pattern[str]  #: what tells who somebody is, up to a comma: “Odom, killed on Monday,”
    participle: re.Pattern[str]  #: what was done to a thing, behind a verb: “would rule on an appeal lodged”
    account: re.Pattern[str]  #: a thing that tells of what was: “to study reports by divers of a bang”
    sudden: re.Pattern[str]  #: what nobody plans: “would debate the crash in Belsk”
    infinitive: re.Pattern[str]  #: what was to be, behind a past verb: “had failed to send a boat to meet her”
    unsure: re.Pattern[str]  #: what leaves open which of two days is meant: “…, likely on Monday”
    foretold: re.Pattern[str]  #: a verb that puts things off: “would look into a bang”
    verb: re.Pattern[str]
    opening: re.Pattern[str]  #: what a phrase of time begins with, which may stand ahead of a clause's verb
    object_clause: re.Pattern[str]  #: a clause that describes a thing, without a pronoun: “remarks Odom made”
    no_noun: re.Pattern[str]  #: what stands before a clause that is none of those: “when Odom left”
    link: re.Pattern[str]  #: the verb of a subject that ends in a date: “the ship sunk on March 9 was old”
    clause_end: re.Pattern[str]  #: what parts one clause of a content from the next


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, calendar = lexicon.grammar, lexicon.calendar
    relatives = either(grammar.relative_pronouns - grammar.complementizers, calendar.starting)
    determiners, endings = either(grammar.articles, grammar.possessives), either(calendar.past_endings)
    finite = either(grammar.finite_auxiliaries, grammar.modals, grammar.past_forms)
    past = rf"\b(?:{finite}|\w{{2,}}(?:{endings}))\b"
    participles = either(grammar.past_participles, grammar.past_forms)
    events, prepositions = either(calendar.beside_events), either(grammar.prepositions, grammar.longer_prepositions)
    return _Patterns(
        clause=re.compile(
            rf"\b(?:{relatives}|{either(calendar.naming_parts)})\b[^,;.]*$"
            rf"|, (?:{either(grammar.relative_adverbs)}) [^,;.]*$"
            rf"|\b(?:{events}) (?:{either(grammar.third_subjects)}) (?:{past})[^,;.]*$"
            rf"|\w (?:{either(grammar.complementizers)}) (?:{finite}|\w+ed)(?: \w+)?(?:(?!{past})[^,;.])*$",
            re.IGNORECASE,
        ),
        other_event=re.compile(
            rf"\b(?:{events}) (?:{determiners}|(?-i:[A-Z])[\w-]+[’']s?) (?P<words>(?:[\w’'-]+ ){{1,5}})$",
            re.IGNORECASE,
        ),
        compared=re.compile(rf"\b(?:{either(grammar.measuring)}) (?:[\w’'-]+ ){{0,4}}$"),
        made_public=re.compile(
            rf"(?:\b(?:{either(calendar.made_public)})|, (?:\w+ed|{participles})) (?:[a-z]{{2}} |\w+ \[ ?)?$"
        ),
        apposition=re.compile(
            rf", (?:{determiners}|\w+(?:{endings})|{participles}) (?:[^,;.]|(?<=\b[A-Z])\.)*$"  # be it “a U.S. base”
        ),
        participle=_participle(lexicon),
        account=re.compile(rf"\b(?:{either(calendar.accounts)}) (?:{either(calendar.telling_of)}) [^;.]*$"),
        sudden=re.compile(
            rf"\b(?:{determiners}) (?:[\w’'-]+ ){{0,3}}?(?:{either(calendar.sudden)})s? "
            rf"(?:(?:{prepositions}) (?:[\w’'.-]+ ){{1,4}})?(?:(?:{either(calendar.before_days)}) )?$"
        ),
        infinitive=_infinitive(lexicon),
        unsure=re.compile(rf"\b(?:{either(calendar.unsure)}) (?:(?:{either(calendar.before_days)}) )?$"),
        foretold=re.compile(
            rf"\b(?:{either(grammar.modals)})(?:{either(lexicon.hedges.negative_endings)})?\b"
            rf"(?! (?:\w+ )?(?:{either(grammar.have_finite)})\b)(?:(?!, (?:{either(grammar.coordinators)}) )[^;:])*$"
        ),
        verb=re.compile(
            rf"\b(?:{finite}|\w{{2,}}(?:{endings})|(?:{either(lexicon.common_verbs.clause_verbs)}))\b", re.IGNORECASE
        ),
        opening=re.compile(rf"\W*(?:{prepositions}|{either(calendar.phrase_openings)})\b", re.IGNORECASE),
        object_clause=re.compile(
            rf"\b(?P<noun>[a-z’'-]+) (?:(?-i:[A-Z])[\w’'-]+|{either(grammar.subjects)}) (?:{past}) (?:\w+ )?$"
        ),
        no_noun=re.compile(rf"{past}|(?:{either(_before_clauses(lexicon))})$"),
        link=re.compile(rf" (?:{either(grammar.finite_auxiliaries, grammar.modals)})\b"),
        clause_end=re.compile(
            rf"[,;:—–](?=\s)|\b(?:{either(grammar.relative_pronouns, grammar.relative_adverbs)})\b", re.IGNORECASE
        ),
    )


def _participle(lexicon: Lexicon) -> re.Pattern[str]:
    """A participle right behind a noun, where the clause has had its verb: “had held a man suspected of the raid”."""
    grammar, calendar = lexicon.grammar, lexicon.calendar
    reporting = lexicon.reporting
    saying = either(reporting.plain.finite, reporting.news.finite, reporting.finding.finite)
    helping = either(grammar.modals, grammar.have_finite, grammar.be_finite)
    verb = (
        rf"(?:{helping}|(?!(?:{saying})\b)(?:\w{{2,}}(?:{either(calendar.past_endings)})|{either(grammar.past_forms)}))"
    )
    no_noun = either(
        grammar.be_finite, grammar.be_other, grammar.have_finite, grammar.have_other, grammar.subjects,
        grammar.coordinators, grammar.infinitive_markers, grammar.modals, grammar.articles, grammar.possessives,
        lexicon.hedges.negations, lexicon.circumstances.adverbs, grammar.complementizers,
    )  # fmt: skip
    irregular = either(grammar.past_participles, calendar.undergone)
    participle = rf"(?:\w{{2,}}(?:{either(calendar.past_endings)})|{irregular})"
    preposition, day = either(grammar.prepositions), rf"(?:(?:{either(calendar.before_days)}) )?"
    return re.compile(
        rf"\b{verb}\b[^,;:.]* (?:{either(grammar.articles, grammar.possessives)}) (?:[\w’'-]+ ){{0,3}}?"
        rf"(?!(?:{no_noun})\b|\w+ly\b)[\w’'-]+ {participle} (?:(?:{preposition}) (?:[\w’'.-]+ ){{1,4}})?{day}$"
    )


def _infinitive(lexicon: Lexicon) -> re.Pattern[str]:
    """An infinitive behind a past verb, which tells not whether it came about, nor whether that is past."""
    grammar, calendar = lexicon.grammar, lexicon.calendar
    past = rf"(?:{either(grammar.past_forms, calendar.past_auxiliaries)}|\w{{2,}}(?:{either(calendar.past_endings)}))"
    came, no_verb = either(calendar.came_about), either(grammar.articles, grammar.possessives, grammar.demonstratives)
    return re.compile(
        rf"\b{past}\b[^,;:.]*\b(?!(?:{came})\b)\w+ (?:{either(grammar.infinitive_markers)}) "
        rf"(?!(?:{no_verb})\b)[a-z]+ (?:(?!{past}\b)[\w’'.-]+ ){{0,9}}$"
    )


def _before_clauses(lexicon: Lexicon) -> frozenset[str]:
    """What may stand right before a subject, whose clause then describes no thing: “when Odom left”."""
    grammar, hedges = lexicon.grammar, lexicon.hedges
    small = grammar.prepositions | grammar.longer_prepositions | grammar.articles | grammar.coordinators
    openings = grammar.relative_pronouns | grammar.relative_adverbs | grammar.reasons | grammar.settings
    others = grammar.doubtful_reasons | grammar.comparing | hedges.conditions | hedges.concessions
    return frozenset(small | openings | others | lexicon.claimants.persons | lexicon.persons.titles.keys())


def is_of_another_event(date: TimeSpan, content: Span, article: Article, lexicon: Lexicon) -> bool:
    """Whether a date tells of another event: “the men, who fled on Monday”, “after the vote on Sunday”."""
    text, patterns = article.body, _patterns(lexicon)
    begin = max(content[0], date.start - _REACH)
    ahead, rest = " ".join(text[begin : date.start].split()) + " ", text[date.end : content[1]]
    if patterns.clause.search(ahead) or patterns.made_public.search(ahead):
        return True
    if _is_of_subject(ahead, rest, patterns) or _is_of_object(ahead, patterns) or _is_of_thing(ahead, rest, patterns):
        return True
    if patterns.compared.search(ahead) or _is_of_another_time(ahead, date, article, patterns):
        return True
    other = patterns.other_event.search(ahead)
    return other is not None and not any(is_past_form(word, lexicon) for word in other["words"].lower().split())


def _is_of_subject(ahead: str, rest: str, patterns: _Patterns) -> bool:
    """Whether a date stands in a subject, and tells when that was: “the shooting of Odom on Jan. 23 was lawful”."""
    clause = patterns.clause_end.split(ahead)[-1].strip(" “‘\"'…")
    if not clause or patterns.opening.match(clause):
        return False
    if patterns.link.match(rest):
        return True
    if patterns.verb.search(clause):
        return False
    return bool(patterns.verb.search(rest))


def _is_of_object(ahead: str, patterns: _Patterns) -> bool:
    """Whether a date tells when a thing was what is told of it: “glad of the remarks Odom made on Tuesday”."""
    clause = patterns.object_clause.search(ahead)
    return clause is not None and patterns.no_noun.match(clause["noun"]) is None


def _is_of_thing(ahead: str, rest: str, patterns: _Patterns) -> bool:
    """Whether a date is of a thing within the clause: what was done to it, or what it tells of."""
    if patterns.account.search(ahead) or patterns.participle.search(ahead):
        return True
    return rest.startswith(",") and patterns.apposition.search(ahead) is not None


def _is_of_another_time(ahead: str, date: TimeSpan, article: Article, patterns: _Patterns) -> bool:
    """Whether a date lies on the other side of the article's day than what its clause tells of."""
    if patterns.unsure.search(ahead):
        return True
    published = article.date_published
    if not (published and date.valid_from):
        return False
    if date.valid_from.date() > published.date():
        return patterns.sudden.search(ahead) is not None
    is_before = date.valid_from.date() < published.date()
    return is_before and any(pattern.search(ahead) for pattern in (patterns.foretold, patterns.infinitive))
