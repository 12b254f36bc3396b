"""What a claimant is, and how likely the name is right by the way it was found."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from digests.actors import ActorIndex
from digests.lexicon import Lexicon, either
from digests.models import Claimant, Pronoun, ResolvedBy, Role
from digests.models.mentions import NamedAs
from digests.speakers.noun_phrases import (
    has_name,
    head,
    is_anonymous,
    is_counted,
    is_definite,
    is_indefinite,
    plain,
    tells_age,
)
from digests.text.folding import fold

#: How often each way of naming was right: on articles whose speakers people wrote down, and claims judged one by one.
CONFIDENCE: Final[Mapping[ResolvedBy, float]] = {
    "exact": 0.985, "alias": 0.92, "acronym": 0.89, "last name": 0.984, "short form": 0.88, "pronoun": 0.94,
    "metonym": 0.94, "local": 0.975, "unresolved": 0.983, "none": 0.95,
}  # fmt: skip
DOUBTFUL: Final = 0.5  #: how likely a name is right that another in the text has too; no line begins with it
_WITHOUT_SOURCE: Final = 0.95  #: a quotation whose speaker stands in another sentence is a little less certain


def described(claimant: Claimant, index: ActorIndex, lexicon: Lexicon, *, has_cue: bool) -> Claimant:
    """A claimant with what it is, and how likely its name is right."""
    of_way = CONFIDENCE[claimant.resolved_by] if claimant.confidence == 1 else claimant.confidence  # weighed by chance
    confidence = of_way * (1 if has_cue else _WITHOUT_SOURCE)
    kind = type_of(claimant, index, lexicon)
    role: Role = "document" if kind == "document" else claimant.role
    return claimant.model_copy(update={"type": kind, "role": role, "confidence": round(confidence, 3)})


def type_of(claimant: Claimant, index: ActorIndex, lexicon: Lexicon) -> NamedAs:
    """Whether a claimant is a person, a body, a document, or somebody without a name."""
    actor = index.get(claimant.actor_id) if claimant.actor_id else None
    if claimant.actor_id is not None and claimant.resolved_by != "none":
        if claimant.actor_id.startswith("person:"):
            return "named person"
        return "unnamed group" if actor is not None and actor.kind == "group" else "named body"
    if len(claimant.members) > 1 and all(member.startswith("person:") for member in claimant.members):
        return "named person"
    if claimant.members or (claimant.resolved_by == "local" and has_name(claimant.name)):
        return "named body"
    return _unnamed(claimant.name, lexicon)


def _unnamed(name: str, lexicon: Lexicon) -> NamedAs:
    words, nouns, grammar = plain(name, lexicon), lexicon.claimants, lexicon.grammar
    last = fold(head(name, lexicon)).split(" ")[-1]
    noun_before = _before_preposition(fold(words), lexicon)
    if _is_document(head(name, lexicon), lexicon) or _is_document(words, lexicon):
        return "document"
    if fold(words) in grammar.genders | grammar.gendered_forms or {last, noun_before} & nouns.persons:
        return "unnamed person"
    if words[:1].isupper() and words == name and has_name(name) and " " not in words:
        return "unnamed group" if _is_common(fold(words), lexicon) else "named body"
    descriptions = lexicon.descriptions
    if noun_before in descriptions.bodies | descriptions.companies | (descriptions.nameless - descriptions.people):
        return "unnamed group"
    singular = is_indefinite(name, lexicon) and not noun_before.endswith("s")
    return "unnamed person" if singular or _is_one(name, lexicon) else "unnamed group"


def _is_one(name: str, lexicon: Lexicon) -> bool:
    """Whether a description means one person: “the admiral”, “Larn’s top diplomat”, not “two aides”, “the family”."""
    is_several = is_counted(name, lexicon) and fold(name).split(" ")[0] not in lexicon.descriptions.single
    words, descriptions = head(name, lexicon), lexicon.descriptions
    noun = _before_preposition(words, lexicon)
    if noun[:1].isupper() and fold(noun) not in descriptions.partisans:
        noun = words.rpartition(" ")[2]  # “University of Larn specialist”
    groups = _other_nouns(lexicon) | (descriptions.nameless - descriptions.people) | lexicon.claimants.plurals
    if fold(noun) in descriptions.partisans:
        return not is_several
    if is_several or not noun.islower() or noun.endswith(("s", "men")) or noun in groups:
        return False
    return noun in _person_nouns(lexicon) or may_mean_person(noun, lexicon)


def _is_document(words: str, lexicon: Lexicon) -> bool:
    """Whether the noun of a description is a document's, as that of “law enforcement officials” is not."""
    documents, lead_words = lexicon.claimants.documents, _words_before_preposition(words, lexicon)
    if lead_words[-1][:1].isupper() and words.rpartition(" ")[2].lower() in documents:
        return True  # “the Department of Labor report”
    places = [n for n, word in enumerate(lead_words) if word.lower() in documents]
    following = lead_words[places[-1] + 1 :][:1] if places else []
    return bool(places) and all(not word[0].islower() or _is_participle(word, lexicon) for word in following)


def _is_participle(word: str, lexicon: Lexicon) -> bool:
    endings = tuple(lexicon.clauses.participle_endings)
    return word in lexicon.grammar.past_participles or word.endswith(endings) or word in lexicon.grammar.openers


def _is_common(word: str, lexicon: Lexicon) -> bool:
    """Whether a word that begins a sentence is no name: “They”, “Some”, “Police”, “Prosecutors”."""
    grammar = lexicon.grammar
    words = grammar.third_subjects | grammar.first_person | grammar.plural_pronouns | grammar.indefinite_pronouns
    is_people = word.endswith("s") and (word[:-1] in _person_nouns(lexicon) or _ends_as_person(word, lexicon))
    return word in words | grammar.relative_pronouns | lexicon.claimants.plurals | _person_nouns(lexicon) or is_people


def _before_preposition(words: str, lexicon: Lexicon) -> str:
    """The last word before the first preposition: “aide” in “aide to the mayor”."""
    return _words_before_preposition(words, lexicon)[-1]


def _words_before_preposition(words: str, lexicon: Lexicon) -> list[str]:
    lead_words: list[str] = []
    for word in words.split(" "):
        if word in lexicon.grammar.prepositions and lead_words:
            break
        lead_words.append(word)
    return lead_words


class PersonNoun(NamedTuple):
    """The noun of a description that means one person, and the pronoun that it tells."""

    word: str
    is_office: bool
    is_plain: bool  #: without a word that makes it another: “the former mayor of Bergen”
    pronoun: Pronoun | None
    is_partisan: bool = False  #: “the Ohio Democrat”
    modifiers: tuple[str, ...] = ()  #: the words before it


def may_mean_person(noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun may be one for a person by its ending: “fundraiser”, and neither “bureau” nor “statement”."""
    return _ends_as_person(noun, lexicon) and not noun.endswith("ment") and noun not in _other_nouns(lexicon)


def _ends_as_person(noun: str, lexicon: Lexicon) -> bool:
    return _person_ending(lexicon).search(noun) is not None


@functools.cache
def _of_another(lexicon: Lexicon) -> re.Pattern[str]:
    grammar = lexicon.grammar
    return re.compile(rf"\w (?:{either(lexicon.sources.owners)}) (?:{either(grammar.indefinite_articles)}) ")


@functools.cache
def _person_ending(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lexicon.sources.person_endings)})$")


def person_noun(claimant: Claimant, lexicon: Lexicon) -> PersonNoun | None:
    """What a definite description calls the one person it means; none where it is of several, of a body or a thing."""
    if claimant.resolved_by not in {"unresolved", "none"} or not is_definite(claimant.name, lexicon):
        return None
    if claimant.name.partition(", ")[2][:1].isupper() or _of_another(lexicon).search(claimant.name):
        return None  # “The player's agent, Bo Dunmore,” is whom it names; “the organiser of a march” is somebody new
    words = plain(head(claimant.name, lexicon), lexicon)
    capitalised = _before_preposition(words, lexicon)
    noun, nouns, persons = fold(capitalised), lexicon.descriptions, lexicon.persons
    is_partisan = noun in nouns.partisans
    is_native = noun in nouns.natives and words == capitalised
    is_initials = capitalised.isupper() and noun in persons.titles  # “the former CEO”
    is_initials = is_initials or (words == capitalised and noun in persons.also_called)  # “The Premier”
    if capitalised[:1].isupper() and not (is_partisan or is_native or is_initials):
        return None
    if words in nouns.papers:
        return None
    is_aged, names = tells_age(words, lexicon), _person_nouns(lexicon)
    is_shown = noun in names | nouns.partisans or is_native or is_aged or may_mean_person(noun, lexicon)
    no_person = (_other_nouns(lexicon) | nouns.nameless) - nouns.partisans
    if not is_shown or (noun.endswith("s") and not noun.endswith("ss")) or noun in no_person:
        return None
    is_office = noun in persons.titles.keys() | nouns.roles | nouns.spokespersons and not is_aged
    modifiers = tuple(words.split(" ")[:-1])
    is_plain = words.islower() and (nouns.lessening | nouns.former | nouns.incoming | names).isdisjoint(modifiers)
    by_ending = (persons.gendered_endings[end] for end in persons.gendered_endings if noun.endswith(end))
    pronoun = persons.titles.get(noun) or persons.kin.get(noun) or next(by_ending, None)
    return PersonNoun(noun, is_office, is_plain, pronoun, is_partisan, modifiers)


def happens(claimant: Claimant, lexicon: Lexicon) -> bool:
    """Whether a claimant is something that takes place, and so nobody: “a flood in the delta”."""
    if claimant.resolved_by not in {"unresolved", "none"}:
        return False
    return _before_preposition(fold(plain(claimant.name, lexicon)), lexicon) in lexicon.deeds.happenings


def names_nobody(claimant: Claimant, lexicon: Lexicon) -> bool:
    """Whether a claimant is left as words that name nobody, and not one who keeps their name back."""
    return claimant.resolved_by in {"unresolved", "none"} and not is_anonymous(claimant.name, lexicon)


def one_person(claimant: Claimant, lexicon: Lexicon) -> PersonNoun | None:
    """What a description calls the one person it means by an office, known or new: “a judge”, “Larn’s former mayor”."""
    if not names_nobody(claimant, lexicon):
        return None
    words = plain(head(claimant.name, lexicon), lexicon).removesuffix(",")
    nouns = (_before_preposition(words, lexicon), words.rpartition(" ")[2])
    noun = next((fold(noun) for noun in nouns if noun[:1].islower()), "")
    persons, descriptions = lexicon.persons, lexicon.descriptions
    offices = persons.titles.keys() | persons.occupations | descriptions.roles
    if noun not in (offices - descriptions.people) | descriptions.spokespersons:
        return None
    return PersonNoun(noun, True, False, persons.titles.get(noun))


@functools.cache
def _person_nouns(lexicon: Lexicon) -> frozenset[str]:
    """What one person may be called."""
    persons, nouns = lexicon.persons, lexicon.descriptions
    return frozenset().union(
        persons.titles, persons.kin, persons.occupations, nouns.roles, nouns.people, lexicon.claimants.persons
    )


@functools.cache
def _other_nouns(lexicon: Lexicon) -> frozenset[str]:
    """What a body or a thing may be called, however it ends."""
    nouns, claimants = lexicon.descriptions, lexicon.claimants
    return frozenset().union(
        nouns.bodies, nouns.companies, nouns.generic, claimants.documents, claimants.collectives,
        lexicon.persons.place_or_body,
    )  # fmt: skip
