"""The small words that join a title before a name: “chief of staff”, “Envoy to Norway”, “work and pensions”."""

from __future__ import annotations

from digests.lexicon import Lexicon
from digests.speakers.persons.roles import is_role, role_nouns
from digests.speakers.persons.title_patterns import title_patterns
from digests.text.folding import fold

_FIELD_AND_OFFICE = 2  #: words: “pensions spokesman”
_LEADING = 2  #: words: “of the”


def joins(leads: list[str], later: list[str], lexicon: Lexicon) -> bool:
    """Whether the last of some words joins those before it to later ones of one title.

    leads: the words up to and with it. later: the title's words behind it.
    """
    ways = (_joins_office, _joins_fields, _is_sent, _is_in_charge)
    return any(way(leads, later, lexicon) for way in ways)


def breaks(word: str, lexicon: Lexicon) -> bool:
    """Whether no title before a name has a word: a verb, but not the participle of “acting secretary”."""
    return (
        word not in lexicon.descriptions.role_participles and title_patterns(lexicon).breaking.match(word) is not None
    )


def _joins_office(leads: list[str], later: list[str], lexicon: Lexicon) -> bool:
    """Whether the last word leads from an office to what it is of: “of” in “Envoy of Larn”, “the” in “of the House”."""
    if not later:
        return False
    word, lead = leads[-1], leads[-2] if len(leads) > 1 else ""
    led = leads[:-1] if word in lexicon.grammar.definite_articles else leads
    if _joins_body(led, later, lexicon):
        return True  # “Party for the People leader”
    if not later[0][0].isupper():
        offices = lexicon.persons.titles.keys() | lexicon.persons.occupations | lexicon.descriptions.roles
        is_own = lead.lower() in offices and offices.isdisjoint(" ".join(map(fold, later)).split())
        is_several = later[0].endswith("s") and len(later) == 1  # “opponents of taxes”, not “head of sports policy”
        is_own = (is_own and not is_several) or later[0] in lexicon.grammar.definite_articles
        return word in lexicon.sources.owners and is_own  # “chief of staff Ann Bo”
    if word in lexicon.sources.owners:
        return True
    is_led = word in lexicon.grammar.definite_articles and lead in lexicon.sources.owners
    is_of_office = is_led and len(leads) > _LEADING and fold(leads[-3]) in role_nouns(lexicon)  # “head of the Board”
    return is_led and (is_of_office or fold(later[0]) in lexicon.bodies.chambers)


def _joins_body(leads: list[str], later: list[str], lexicon: Lexicon) -> bool:
    """Whether the last word leads from the noun of a body, or from an office, to the rest of its name.

    “for” in “Larn Institute for Peace director”, “Envoy for Larn”, “Secretary of State for Trade”
    """
    words = lexicon.descriptions
    first, joint, lead, word = ["", "", "", "", *leads][-4:]
    office = first if joint in lexicon.sources.owners else lead
    is_office = lead.lower().rpartition("-")[2] in lexicon.persons.titles.keys() | words.roles
    is_noun = lead.lower() in words.bodies or office.lower() in words.state_offices or is_office
    is_noun = is_noun and lead[:1].isupper() and lead[-1].isalpha()
    names_body = bool(later) and (later[0][0].isupper() or later[0] in lexicon.grammar.definite_articles)
    is_titled = bool(later) and later[0].lower().rstrip(".") in lexicon.persons.titles
    is_field = is_titled and later[0].lower() in words.fields and lead.lower() in words.state_offices
    is_name = names_body and (is_field or not is_titled)  # “Minister for Justice”, not “aide for Justice Bo”
    joints = words.body_prepositions | words.role_bound | words.workplace_prepositions
    return is_noun and is_name and word in joints - lexicon.places.holding


def _is_sent(leads: list[str], later: list[str], lexicon: Lexicon) -> bool:
    """Whether the last of some words is an envoy, or leads from one to where they are: “ambassador to Norway”."""
    words = lexicon.descriptions
    if not later or fold(leads[-1]) in words.envoys:
        return bool(later) and later[0] in words.role_bound
    led = leads[:-1] if leads[-1] in lexicon.grammar.definite_articles else leads
    is_leading = len(led) > 1 and led[-1] in words.role_bound and fold(led[-2]) in words.envoys
    return is_leading and (later[0][0].isupper() or later[0] in lexicon.grammar.definite_articles)


def _is_in_charge(leads: list[str], later: list[str], lexicon: Lexicon) -> bool:
    """Whether the last word is one of those that lead from an office to its task: “secretary in charge of trade”."""
    for phrase in map(str.split, lexicon.sources.in_charge_of):
        for count in range(1, len(phrase) + 1):
            is_phrase = leads[-count:] == phrase[:count] and later[: len(phrase) - count] == phrase[count:]
            if is_phrase and later and fold("".join(leads[-count - 1 : -count])) in role_nouns(lexicon):
                return True
    return False


def _joins_fields(leads: list[str], later: list[str], lexicon: Lexicon) -> bool:
    """Whether the last word joins two things that an office is about: “and” in “work and pensions spokesman”."""
    word, lead = leads[-1], leads[-2] if len(leads) > 1 else ""
    if later and word.endswith(",") and word.istitle() and later[0][0].isupper():
        return lexicon.descriptions.fields >= {fold(word), fold(later[0])}  # “Industry, Trade and Investment”
    if word not in lexicon.descriptions.joining or not later:
        return False
    fields = (lead, later[0])
    if fold(f"{lead} {word} {later[0]}") in lexicon.places.joint_names:
        return True  # “Trinidad and Tobago minister Ann Bo”
    is_field = lead.lower() in lexicon.descriptions.fields or (lead.endswith("s") and _names_of(leads[:-1], lexicon))
    if lead.istitle() and later[0][0].isupper() and is_field:
        return True  # “Trade and Industry Secretary Ann Bo”, “Union of Nurses and Midwives leader Ann Bo”
    titles = lexicon.persons.titles
    is_plain = all(word.islower() or word.lower().rpartition("-")[2] in titles for word in later)
    is_plain = is_plain and is_role(" ".join(later), lexicon)
    offices = role_nouns(lexicon) - lexicon.descriptions.belongings
    if is_plain and (lead in offices or (lead.isupper() and lead.lower() in offices)) and not lead.endswith("s"):
        return True  # “Alto founder and chief executive Ann Bo”
    is_long = len(later) >= _FIELD_AND_OFFICE
    return is_long and all(
        f.isalpha() and f.islower() and f not in role_nouns(lexicon) and not breaks(f, lexicon) for f in fields
    )


def _names_of(leads: list[str], lexicon: Lexicon) -> bool:
    """Whether words end with those of whom or of what a body is: “Union of Nurses”."""
    place = next((n for n in range(len(leads) - 1, 0, -1) if not leads[n][0].isupper()), 0)
    return place > 0 and _joins_body(leads[: place + 1], leads[place + 1 :], lexicon)
