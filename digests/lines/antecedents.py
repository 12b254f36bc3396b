"""Whom a passage's leading pronoun means, where its article leaves one answer: “he” → “[Martin Dunn]”."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from digests.actors import PersonName, find_persons, pronoun_of
from digests.lexicon import Lexicon, either, lexicon_of
from digests.lines.people.claimant_nouns import is_person, is_plural, is_someone
from digests.lines.people.described import described_people
from digests.models import Article, Claim, Pronoun, Span
from digests.text.quotations import quotations
from digests.text.sentences import sentences
from digests.text.spans import span_holding, spans_until

_ONE_WORD = re.compile(r"[A-Z][\w’'-]+")
SENTENCES = 2  #: how many sentences before a pronoun's own may name whom it means


class _Patterns(NamedTuple):
    leading: re.Pattern[str]  #: a pronoun at the start of a claim's words, and the word after it
    no_possession: re.Pattern[str]  #: after “her”: she herself is meant, as in “her of being asleep”
    group_names: re.Pattern[str]  #: a group of people that names tell apart
    group: re.Pattern[str]
    doer: re.Pattern[str]  #: one word with a capital that does something, and may be somebody's last name
    somebodys: re.Pattern[str]  #: one who is told by whose they are, and does not speak for them: “Holm’s assistant”


#: Behind a small word, two with capitals, the second of which ends a phrase: “with Arve Holt.”
_LIKE_NAME = re.compile(r"(?<=[a-z] )(?<!\b[Tt]he )[A-Z][a-z’'-]+ [A-Z][a-z’'-]+(?=[,.;:]| [a-z])")


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    grammar = lexicon.grammar
    pronouns = either(grammar.genders, grammar.plural_demonstratives)
    small = either(grammar.prepositions, grammar.choosing, grammar.articles, lexicon.lines.after_objects)
    groups = either(lexicon.claimants.forces)
    people = either(lexicon.claimants.persons, lexicon.persons.occupations, lexicon.persons.titles)
    others_say = either(lexicon.claimants.representatives, lexicon.descriptions.bodies)
    return _Patterns(
        leading=re.compile(
            rf"(?:(?:{either(grammar.complementizers)})\s+)?(?P<word>{pronouns})\b(?=\s+(?P<next>\w+))", re.IGNORECASE
        ),
        no_possession=re.compile(rf"(?:{small}|[A-Z]\w*)\b"),
        group_names=re.compile(rf"\b(?P<whose>(?:[A-Z][\w-]+ )+)(?:{groups})\b"),
        group=re.compile(groups),
        doer=re.compile(
            rf"(?<=[a-z,“] )(?P<name>[A-Z][\w’'-]+)\s+"
            rf"(?:{either(grammar.finite_auxiliaries, grammar.past_forms, lexicon.verbs.saying)})\b"
        ),
        somebodys=re.compile(
            rf"\w[’']s?\s+(?:[\w-]+\s+){{0,2}}?(?!(?:{others_say})$)"
            rf"(?:{people}|[a-z-]{{2,}}(?:{either(lexicon.sources.person_endings)}))$"
        ),
    )


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A pronoun at the start of a claim's words, and where the article names whom it means."""

    pronoun: Span
    name: Span
    possessive: bool = False

    def printed(self, text: str) -> str:
        """The name as the article writes it, in brackets: it stands in the pronoun's place."""
        name = " ".join(text[slice(*self.name)].split())
        return f"[{name}’{'' if name.endswith('s') else 's'}]" if self.possessive else f"[{name}]"


def antecedent_of(claim: Claim, article: Article) -> Antecedent | None:
    """Whom the pronoun means that a claim's words begin with; none where there is no pronoun, or any doubt.

    “He” and “she” are never given a name where they may be the claimant. “These units” takes the adjective of the
    only people of the kind that its sentence names before.
    """
    lexicon = lexicon_of(article)
    grammar, patterns = lexicon.grammar, _patterns(lexicon)
    start, end = claim.attribution.content[0]
    leading = patterns.leading.match(article.body, start, end)
    if leading is None or any(opens <= start < closes for opens, closes in quotations(article.body)):
        return None
    word = leading["word"].lower()
    if word in grammar.object_possessives and patterns.no_possession.match(leading["next"]):
        return None
    if word in grammar.plural_demonstratives:
        return _described(article.body, leading, patterns)
    gender = grammar.genders[word]
    if _may_be_claimant(claim, article, gender, lexicon):
        return None
    reach = list(_reach(article.body, leading.start("word")))
    person = _only_person(article.body, reach[:1] if is_someone(claim, lexicon) else reach, gender, claim, lexicon)
    place = leading.start("word")
    if person is None or _may_be_other(article.body, person, place, gender, claim.claimant.surface, lexicon):
        return None
    return Antecedent(leading.span("word"), (person.start, person.end), word in grammar.third_possessives)


def _around(text: str, person: PersonName, pronoun: int) -> str:
    """What a name's sentence and those behind it tell up to a pronoun, less the name."""
    begins = span_holding(sentences(text), person.start)[0]
    return text[begins : person.start] + " " + text[person.end : pronoun]


def _may_be_other(
    text: str, person: PersonName, pronoun: int, gender: Pronoun, claimant: str, lexicon: Lexicon
) -> bool:
    """Whether a pronoun behind a name may mean somebody else, whom the text only describes or calls by a pronoun."""
    somebody = described_people(lexicon).search(_around(text, person, pronoun))
    if somebody is not None or _goes_on(text, person, gender, lexicon):
        return True
    names = {*text[person.start : person.end].split(), *claimant.split()}
    others = (match for match in _LIKE_NAME.finditer(text, _sentence_start(text, person.start), pronoun))
    if any(names.isdisjoint(match.group().split()) for match in others):
        return True  # “with Arve Holt”, whom no list of names has
    doers = _patterns(lexicon).doer.finditer(text, person.start, pronoun)
    return any(doer["name"] not in names for doer in doers)


def _goes_on(text: str, person: PersonName, gender: Pronoun, lexicon: Lexicon) -> bool:
    """Whether a name's sentence speaks of somebody else before it, who may go on: “He spoke to Odom. He was held”."""
    begins = span_holding(sentences(text), person.start)[0]
    words = re.findall(r"\w+", text[begins : person.start].lower())
    forms = lexicon.grammar.genders | lexicon.grammar.gendered_forms
    return any(forms.get(word) == gender for word in words)


def _sentence_start(text: str, place: int) -> int:
    return span_holding(sentences(text), place)[0]


def _described(text: str, leading: re.Match[str], patterns: _Patterns) -> Antecedent | None:
    """“These units” of a sentence that spoke of “North Korean troops”."""
    if not patterns.group.fullmatch(leading["next"]):
        return None
    begins = span_holding(sentences(text), leading.start())[0]
    groups = {match["whose"].strip(): match for match in patterns.group_names.finditer(text, begins, leading.start())}
    if len(groups) != 1:
        return None
    start, end = next(iter(groups.values())).span("whose")
    return Antecedent(leading.span("word"), (start, end - 1))


def _may_be_claimant(claim: Claim, article: Article, gender: Pronoun, lexicon: Lexicon) -> bool:
    """Whether a pronoun may mean a person who speaks, for all that the article tells of their gender."""
    surface, grammar = claim.claimant.surface.lower(), lexicon.grammar
    if surface in grammar.personal_relatives:
        return True
    if surface in grammar.third_subjects and surface in grammar.genders:
        return grammar.genders[surface] == gender
    if not is_person(claim, lexicon):
        is_one_word = _ONE_WORD.fullmatch(claim.claimant.surface) and not claim.claimant.actor_id
        if is_one_word and not is_plural(claim, lexicon) and surface not in grammar.subjects:
            return True  # “Chisomo” may be somebody's first name
        return _patterns(lexicon).somebodys.search(claim.claimant.name) is not None
    last = claim.claimant.name.split()[-1].casefold()
    return pronoun_of(article.body, last, lexicon) in {None, gender}


def _only_person(
    text: str, reach: Iterable[Span], gender: Pronoun, claim: Claim, lexicon: Lexicon
) -> PersonName | None:
    """The only person whom a pronoun may mean, in the first of some spans that names anybody else."""
    for span in reach:
        fitting = _fitting(text, span, gender, claim, lexicon)
        if fitting is not None:
            return next(iter(fitting.values())) if len(fitting) == 1 else None
    return None


def _fitting(text: str, span: Span, gender: Pronoun, claim: Claim, lexicon: Lexicon) -> dict[str, PersonName] | None:
    """The persons that a pronoun may mean among those whom a span names; none where it names nobody else."""
    claimant_words = (
        {word.casefold() for word in claim.claimant.name.split()} if is_person(claim, lexicon) else set[str]()
    )
    people = [p for p in find_persons(text) if span[0] <= p.start < span[1] and p.last not in claimant_words]
    return {p.last: p for p in people if pronoun_of(text, p.last, lexicon) in {None, gender}} if people else None


def _reach(text: str, place: int) -> Iterator[Span]:
    """A pronoun's sentence up to it, then the sentences before it, nearest first."""
    *earlier, sentence = spans_until(sentences(text), place, SENTENCES)
    yield sentence[0], place
    yield from reversed(earlier)
