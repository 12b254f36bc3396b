"""Whether a line begins with a pronoun that its reader cannot follow."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.lexicon import Lexicon, either, lexicon_of
from digests.lines.checks.misread_persons import is_misread, speaks_of_subject_ahead
from digests.lines.checks.others_named import names_another, names_between
from digests.lines.checks.unnamed import names_nobody
from digests.lines.people.claimant_nouns import is_person, is_plural, is_someone
from digests.lines.people.own_minds import is_of_own_mind
from digests.models import Article, Claim


class _Patterns(NamedTuple):
    pointing: re.Pattern[str]  #: a word that points at something said before, which a line does not show
    empty_it: re.Pattern[str]  #: “it” for what follows: “it is clear that”, “it will take weeks to”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, lines = lexicon.grammar, lexicon.lines
    finite, modals = either(grammar.finite_auxiliaries, grammar.modals), either(grammar.modals)
    be_finite, have_finite = either(grammar.be_finite), either(grammar.have_finite)
    no = rf"(?:{either(lexicon.hedges.negative_endings)})?"
    to_be = rf"(?:{modals}){no} (?:{either(grammar.be_base)})|(?:{have_finite}){no} (?:{either(grammar.be_participle)})"
    seems = rf"[’']s| (?:(?:{be_finite}){no}|{to_be}|{either(lines.seeming)})"
    spells = either(lexicon.calendar.plural_units)
    neuter, be_other = either(grammar.neuter_pronouns - grammar.possessives), either(grammar.be_other)
    subject = rf"(?:{either(grammar.articles)}) [\w’'-]+(?: [\w’'-]+){{0,3}}"
    # “it appeared the fire may have started”
    appears = rf"{neuter} (?:{either(lines.appearing)}) (?:{subject} (?:{finite})|{either(grammar.complementizers)})\b"
    ends = either(lines.taking_ends)
    lasts = (
        rf"{neuter} (?:{modals}) (?:{be_other}) (?:[\w-]+ ){{0,2}}(?:{spells}) (?:{ends})\b"  # “could be days before”
    )
    takes = rf"(?:(?:{either(lines.taking_adverbs)}) )?(?:{either(lines.taking_bases)})"
    pronouns = either(grammar.third_subjects, grammar.third_possessives, lines.dangling_objects)
    ahead = either(lines.predicate_ends, lexicon.hedges.conditions)
    return _Patterns(
        pointing=re.compile(
            rf"(?:(?:{either(grammar.coordinators)})\s+)?(?P<word>(?:{pronouns})\b|(?-i:{either(grammar.complementizers)})\s"
            rf"|(?:{either(grammar.demonstratives, lexicon.descriptions.pairing)})(?=\s+(?:{finite})\b))",
            re.IGNORECASE,
        ),
        empty_it=re.compile(
            rf"{neuter}(?:{seems})(?: (?:{either(lexicon.hedges.verb_negations)})| \w+ly)? "
            rf"(?:(?:{either(lines.before_predicates)}) |"
            rf"(?:“[^”]{{1,40}}”|“?(?!\w+ing\b|(?:{either(lines.measured)})\b)[\w’'-]+)"
            rf"(?: [\w’'-]+){{0,3}} (?:{ahead})\b"
            rf"|(?:{either(lines.predicates)})\b[^,;.]{{1,60}}? (?:{either(grammar.complementizers)})\b"
            rf"|(?-i:[A-Z])[\w.’' -]{{1,50}} (?:{either(grammar.relative_pronouns)})\b"
            rf"|[\w’' -]{{1,50}}(?:[’']s|s[’']) [\w’' -]{{1,60}} (?:{either(grammar.relative_pronouns)})\b)"
            rf"|{appears}|{lasts}|{neuter} (?:(?:{modals}) {takes}|{either(lines.taking)}) [“$€£\w][\w’'” -]{{1,40}}"
            rf" (?:{ends})\b",
            re.IGNORECASE,
        ),
    )


def dangles(body: str, claim: Claim, article: Article) -> bool:
    """Whether a body begins with a pronoun that cannot mean the claimant, as a reader would take it to.

    A “he” or “she” must be named before it anywhere in the body, or be able to mean the claimant.
    """
    lexicon = lexicon_of(article)
    patterns = _patterns(lexicon)
    if names_nobody(body, claim, lexicon) or speaks_of_subject_ahead(body, claim, article):
        return True
    first = patterns.pointing.match(body)
    if not first or patterns.empty_it.match(body):
        return False
    pronoun = first["word"].lower()
    if not is_of_own_mind(body, lexicon) and is_misread(pronoun, claim, article):
        return True
    return not _means_claimant(pronoun, body, claim, article, lexicon)


def _means_claimant(pronoun: str, body: str, claim: Claim, article: Article, lexicon: Lexicon) -> bool:
    grammar = lexicon.grammar
    if claim.cue.lower() in lexicon.reporting.according:
        return False  # “It has a plan, according to Velos Metals”
    speaks = claim.claimant.role not in {"analyst", "outlet", "document"}
    if is_person(claim, lexicon):
        is_own = speaks or is_of_own_mind(body, lexicon)
        return pronoun in grammar.genders and is_own and not names_between(claim, article)
    if is_someone(claim, lexicon):
        return pronoun in grammar.genders and not names_another(claim, article)
    if is_plural(claim, lexicon):
        is_name = claim.claimant.type == "named body" and " " in claim.claimant.name
        may_be_one = is_name or claim.claimant.resolved_by == "local"  # “Velos Metals” may be one or many
        may_be_one = may_be_one or (claim.claimant.type == "named body" and _is_singular(claim.cue, lexicon))
        return pronoun in grammar.plural_pronouns or (may_be_one and pronoun in grammar.neuter_pronouns)
    return speaks and pronoun in grammar.neuter_pronouns


def _is_singular(cue: str, lexicon: Lexicon) -> bool:
    """Whether a verb is that of one body, whatever its name ends with: “Kernos says”, “Kernos has said”."""
    grammar, finite = lexicon.grammar, lexicon.reporting.reporting.finite
    first = next(iter(cue.lower().split()), "")
    if first in grammar.have_present - grammar.have_plural:
        return True
    return first in finite and first.endswith("s") and not {first[:-1], first[:-2]}.isdisjoint(finite)
