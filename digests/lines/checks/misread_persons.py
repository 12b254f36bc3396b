"""Whether a reader takes somebody in a line for a person who is not meant: “Odom’s mother: she was kind”."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from digests.actors import pronoun_of
from digests.lexicon import Lexicon, either, lexicon_of
from digests.lines.checks.others_named import describes_another, names_another
from digests.lines.people.claimant_nouns import is_person, is_plural
from digests.models import Article, Claim
from digests.text.sentences import sentences
from digests.text.spans import span_holding, spans_until

_QUOTED = re.compile(r"“[^”]*”")
_SHORT_TITLE = 2  #: words of a title that tells of nothing else: “team doctor”


class _Patterns(NamedTuple):
    relative: re.Pattern[str]  #: who is named by whom they belong to: “Odom’s mother”, “her lawyer”
    inner_saying: re.Pattern[str]  #: right before a content, a verb by which another says it
    clause_ahead: re.Pattern[str]  #: a clause in front, with its subject: “Although fishermen can”
    sentence_ahead: re.Pattern[str]  #: the same of a sentence
    plural_subject: re.Pattern[str]
    next_clause: re.Pattern[str]  #: right before a speaker, that another clause begins: “did not run, and | Bo said”
    last_name: re.Pattern[str]  #: a last name at the end of a subject
    object_person: re.Pattern[str]
    own_things: re.Pattern[str]  #: what is a speaker's own, at the start: “that his ministry”, “her son”


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar, verbs = lexicon.grammar, lexicon.reporting
    openings = either(
        lexicon.hedges.conditions, lexicon.hedges.concessions, grammar.settings, grammar.reasons,
        grammar.doubtful_reasons, grammar.relative_adverbs,
    )  # fmt: skip
    kin, owners = either(lexicon.persons.kin), either(grammar.third_possessives)
    joints, bodies = either(grammar.complementizers), either(lexicon.descriptions.bodies, lexicon.places.lands)
    finite = either(grammar.finite_auxiliaries, grammar.modals, grammar.past_forms, lexicon.common_verbs.clause_verbs)
    return _Patterns(
        relative=re.compile(rf"(?:[\w.’' -]*[’']s?|(?:{owners}))\s+(?:[\w-]+ ){{0,2}}?(?P<kin>{kin})\b", re.IGNORECASE),
        inner_saying=re.compile(
            rf"\w[\w’”\"),.]*\s+(?:{either(verbs.plain.finite)})(?:\s+(?:{either(grammar.complementizers)}))?\s+$"
        ),
        clause_ahead=re.compile(
            rf"\W*(?:{openings})\s+(?P<subject>(?:[\w’'-]+\s+){{1,6}}?)(?:{finite})\b", re.IGNORECASE
        ),
        sentence_ahead=re.compile(
            rf"\W*(?P<subject>(?:[\w’'-]+\s+){{1,5}}?)(?:{finite})(?:{either(lexicon.hedges.negative_endings)})?\b",
            re.IGNORECASE,
        ),
        next_clause=re.compile(rf",?\s+(?:{either(grammar.coordinators)})\s+$"),
        last_name=re.compile(r"(?P<name>[A-Z][\w’'-]+)\s+(?:\w+ly\s+)?$"),
        own_things=re.compile(
            rf"(?:(?:{joints})\s+)?(?:{owners})\s+(?:[\w-]+\s+){{0,2}}?(?:(?P<kin>{kin})|{bodies})\b", re.IGNORECASE
        ),
        object_person=re.compile(rf"\b(?:{either(grammar.gendered_forms.keys() & grammar.object_pronouns)})\b"),
        plural_subject=re.compile(
            rf"\b(?:{either(lexicon.claimants.plurals)}|\w{{2,}}(?:[^\Ws]s|men))\s+$", re.IGNORECASE
        ),
    )


def is_misread(pronoun: str, claim: Claim, article: Article) -> bool:
    """Whether a leading “he”, “she” or “they” reads as the claimant, and may well be another."""
    lexicon = lexicon_of(article)
    if pronoun in lexicon.grammar.plural_pronouns:
        return is_plural(claim, lexicon) and _speaks_of_several(claim, article, lexicon)
    if pronoun not in lexicon.grammar.genders:
        return False
    gender = lexicon.grammar.genders[pronoun]
    own_thing = _patterns(lexicon).own_things.match(article.body, *claim.attribution.content[0])
    if _is_of_kin(claim, gender, lexicon) and not (own_thing and own_thing["kin"]):
        return True
    surface = claim.claimant.surface.lower()
    if surface in lexicon.grammar.third_subjects or not is_person(claim, lexicon):
        return False
    is_unnamed = claim.claimant.resolved_by in {"none", "unresolved"}  # “a source said he”, of somebody who is named
    if _speaks_for_another(claim, article, lexicon) or _is_of_doer_ahead(claim, article, gender, lexicon):
        return True
    return (_leads(claim) or (is_unnamed and not own_thing)) and names_another(claim, article)


def speaks_of_subject_ahead(body: str, claim: Claim, article: Article) -> bool:
    """Whether “him” in indirect words may be whom a clause before the speaker tells of: “After Lund won, Holm said”."""
    lexicon, text, source = lexicon_of(article), article.body, claim.attribution.source
    if claim.mode == "direct" or not source or _leads(claim) or not is_person(claim, lexicon):
        return False
    patterns = _patterns(lexicon)
    clause = _clause_ahead(text, source[0][0], patterns)
    name = patterns.last_name.search(clause["subject"]) if clause else None
    if name is None or name["name"] in claim.claimant.name:
        return False
    return patterns.object_person.search(_QUOTED.sub(" ", body)) is not None


def _is_of_doer_ahead(claim: Claim, article: Article, gender: str, lexicon: Lexicon) -> bool:
    """Whether another did something in the clause before the speaker's: “Orr did not run, and Farl said she left”."""
    text, source, patterns = article.body, claim.attribution.source, _patterns(lexicon)
    if not source or _leads(claim):
        return False
    ahead = text[span_holding(sentences(text), source[0][0])[0] : source[0][0]]
    clause = patterns.sentence_ahead.match(ahead)
    name = patterns.last_name.search(clause["subject"]) if clause and patterns.next_clause.search(ahead) else None
    if name is None or any(word in claim.claimant.name for word in re.findall(r"[A-Z][\w’'-]+", ahead)):
        return False
    return pronoun_of(text, name["name"], lexicon) in {None, gender}


def _speaks_for_another(claim: Claim, article: Article, lexicon: Lexicon) -> bool:
    """Whether it is a speaker's office to speak of somebody, whom the words may be about: “Agent Munk said he”."""
    claimants, claimant = lexicon.claimants, claim.claimant
    title = (claimant.title or "").lower().split()
    words = {*title, *claimant.surface.lower().split()}
    if not claimants.representatives.isdisjoint(words):
        return True
    cares = len(title) <= _SHORT_TITLE and not claimants.carers.isdisjoint(words)
    return cares and (names_another(claim, article) or describes_another(claim, article))


def tells_of_inner_saying(claim: Claim, article: Article) -> bool:
    """Whether another says the words by the sentence itself: “a clerk said he was waiting, Odom said”."""
    lexicon, text = lexicon_of(article), article.body
    start = claim.attribution.content[0][0]
    if not _leads(claim) or claim.mode == "direct":
        return False
    ahead = text[span_holding(sentences(text), start)[0] : start]
    return _patterns(lexicon).inner_saying.search(ahead) is not None


def _leads(claim: Claim) -> bool:
    """Whether the words stand ahead of who says them."""
    cue = claim.attribution.cue
    return bool(cue) and claim.attribution.content[0][1] <= cue[0][0]


def _is_of_kin(claim: Claim, gender: str, lexicon: Lexicon) -> bool:
    """Whether a speaker is told by whose kin they are, of whom the words may be."""
    relative = _patterns(lexicon).relative.match(claim.claimant.surface) or _patterns(lexicon).relative.match(
        claim.claimant.name
    )
    return relative is not None and lexicon.persons.kin[relative["kin"].lower()] in {None, gender}


def _speaks_of_several(claim: Claim, article: Article, lexicon: Lexicon) -> bool:
    """Whether a clause ahead of the speakers has others for its subject: “As crews pay, the Orrs said they”.

    Where the words stand ahead of who says them, that is the sentence before.
    """
    text, source, patterns = article.body, claim.attribution.source, _patterns(lexicon)
    if not source:
        return False
    if _leads(claim):
        clause = patterns.sentence_ahead.match(_sentence_before(text, claim.attribution.content[0][0]))
    else:
        clause = _clause_ahead(text, source[0][0], patterns)
    if clause is None or clause["subject"].split()[-1:] == claim.claimant.name.split()[-1:]:
        return False
    return patterns.plural_subject.search(clause["subject"]) is not None


def _clause_ahead(text: str, place: int, patterns: _Patterns) -> re.Match[str] | None:
    """The clause with its subject that begins the sentence of a place, before it."""
    return patterns.clause_ahead.match(text[span_holding(sentences(text), place)[0] : place])


def _sentence_before(text: str, place: int) -> str:
    *earlier, _ = spans_until(sentences(text), place, 1)
    return text[slice(*earlier[0])] if earlier else ""
