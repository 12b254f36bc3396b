"""Whether words name a role that somebody may have, and what noun tells it."""

from __future__ import annotations

import functools
from collections.abc import Collection

from digests.lexicon import Lexicon
from digests.speakers.kinds import may_mean_person
from digests.speakers.persons.title_patterns import title_patterns
from digests.text.folding import fold


def is_role(title: str, lexicon: Lexicon) -> bool:
    """Whether the noun of a title is a role, or the first of two is: “author and advocate for victims”."""
    people, courtesy = lexicon.descriptions.people, lexicon.persons.courtesy
    for noun_phrase in title_patterns(lexicon).joint.split(role_words(title, lexicon)):
        head = fold(last_word(noun_phrase))
        head = head if head in role_nouns(lexicon) else head.replace("-", " ").rpartition(" ")[2]  # “co-chairman”
        is_several = head.endswith("s") and head[:-1] in people
        is_noun = head in role_nouns(lexicon) or last_word(noun_phrase) in role_nouns(lexicon)  # “co-ordinator”
        if is_noun and head not in courtesy and not is_several:
            return True
    body, last = role_words(title, lexicon), title.rpartition(" ")[2]
    is_name = body != title and body.rpartition(" ")[2][:1].isupper() and not body.endswith("s")
    nouns = role_nouns(lexicon) - courtesy
    return is_name and not nouns.isdisjoint({fold(last), last.lower()})  # “University of Larn specialist”


def is_rank(title: str, lexicon: Lexicon) -> bool:
    """Whether a title ends with how somebody is called; “general” behind an office belongs to it."""
    words = lexicon.descriptions
    office, _, last = title.lower().rstrip(".").rpartition(" ")
    if last in words.after_offices and office.rpartition(" ")[2] in role_nouns(lexicon) - words.ranks:
        return False
    return last in lexicon.persons.courtesy | words.ranks


def is_service_rank(title: str, lexicon: Lexicon) -> bool:
    """Whether a title is but a rank of police or courts: “sergeant”, “Chief Inspector”."""
    words, modifiers = title.lower().rstrip(".").split() or [""], lexicon.descriptions.rank_modifiers
    is_general = len(words) > 1 and words[-1] in lexicon.descriptions.after_offices  # “Inspector General”
    *leads, rank = words[:-1] if is_general else words
    return rank in lexicon.descriptions.service_ranks and all(rank in modifiers.get(lead, ()) for lead in leads)


def rank_cuts(title: str, ranks: Collection[str], lexicon: Lexicon) -> list[str]:
    """A title, and without ever more of the ranks at its end, or of those given: “… secretary Rear Adm.”."""
    modifiers, rank = lexicon.descriptions.rank_modifiers, ""
    cuts = [title]
    while " " in title:
        last = last_word(title)
        is_further = is_rank(title, lexicon) or (not rank and last in ranks)
        if not (is_further or rank in modifiers.get(last, ())):
            break
        title, rank = title.rpartition(" ")[0], last if is_further else rank
        cuts.append(title)
    return cuts


def calling_in(words: str, lexicon: Lexicon) -> str | None:
    """Words right before a name that end with a noun for somebody, be it no known one: “fight promoter”."""
    modifiers, _, noun = words.rpartition(" ")
    if not modifiers or not noun.islower() or not noun.isalpha() or not may_mean_person(noun, lexicon):
        return None
    words_apart = lexicon.descriptions.no_callings | lexicon.descriptions.nameless
    others = words_apart | lexicon.texts.stop_words | lexicon.persons.kin.keys()
    return words if noun not in others | people_alone(lexicon) else None


@functools.cache
def people_alone(lexicon: Lexicon) -> frozenset[str]:
    """Nouns that say nothing of somebody: “woman”."""
    return frozenset(lexicon.persons.gendered_endings.keys() - lexicon.persons.titles.keys())


def has_body(title: str, lexicon: Lexicon) -> bool:
    """Whether a body stands right before the noun of a title: “city council member”."""
    words = fold(role_words(title, lexicon)).split()
    return words[-2:-1] != [] and words[-2] in lexicon.descriptions.bodies | lexicon.descriptions.groups


def has_owner(title: str, lexicon: Lexicon) -> bool:
    """Whether a title says whose: “Holm’s neighbour”, “member of Parliament”, “aide to the mayor”."""
    joint = title_patterns(lexicon).owner.search(title)
    if title_patterns(lexicon).bound.search(title):
        return True
    is_kin = head_noun(title, lexicon) in lexicon.persons.kin
    owner = title_patterns(lexicon).named_owner if is_kin else title_patterns(lexicon).any_owner
    return owner.search(title) is not None or joint is not None


def is_joined_inside(title: str, lexicon: Lexicon) -> bool:
    """Whether an “and” of a title joins two words of a body's name: “disease control and prevention centre”."""
    joints = title_patterns(lexicon).joint.finditer(title)
    return any(head_noun(title[joint.end() :], lexicon) in lexicon.descriptions.bodies for joint in joints)


def last_word(title: str) -> str:
    """The last word of some words, in lower case and without its point."""
    return title.rpartition(" ")[2].lower().rstrip(".")


def head_noun(title: str, lexicon: Lexicon) -> str:
    """The noun of a title: the last word before its first preposition, “minister” of “minister for trade”."""
    return fold(last_word(role_words(title, lexicon)))


def role_words(title: str, lexicon: Lexicon) -> str:
    """What stands in a title before its body, or before where its bearer is sent."""
    body = title_patterns(lexicon).body_before.match(title)
    start = body.end() if body else 0
    return title[:start] + title_patterns(lexicon).preposition.split(title[start:], maxsplit=1)[0]


@functools.cache
def role_nouns(lexicon: Lexicon) -> frozenset[str]:
    """The nouns for what somebody may be."""
    words, persons = lexicon.descriptions, lexicon.persons
    return words.roles.union(persons.titles, persons.occupations, words.people, words.partisans, words.callings)
