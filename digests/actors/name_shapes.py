"""What makes a run of capitalised words a person's name by its shape: given names, initials, what is a place's."""

from __future__ import annotations

import functools
import re

from digests.actors.runs import Run, plain_word
from digests.lexicon import Lexicon, either
from digests.text.folding import fold
from digests.text.name_words import UPPER
from digests.text.sentences import cached_by_text

_NEXT_WORD = re.compile(r"[ ]([a-z]+)")
_TWO_SYLLABLES = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,6}")
_SMALL_WORD = re.compile(r"\b[a-z]+\b")
_FAR = 80  #: characters before a name
_LONGEST_NAME = 4  #: words
_INITIAL = re.compile(r"[A-Z]\.")
_OWNER_ENDS = ("’s", "'s", "‘s")
_CAPITAL_PAIR = re.compile(r"[A-Z]{2}")
_TWO_INITIALS = re.compile(r"J[A-Z]|[A-Z]J|(?:[A-Z]\.){2}")
_INITIALS = re.compile(r"J[A-Z]|[A-Z]J|(?!U\.[NSK]|E\.U)(?:[A-Z]\.){1,3}")


def from_given_name(run: Run) -> Run:
    """A run from its first given name or initials on, if they stand within: “Democrat Nancy Smith”."""
    towns = run.lexicon.persons.town_openings
    for place, word in enumerate(run.words[:-1]):
        if place and plain_word(run.words[place - 1]) in towns:
            continue  # “San Francisco Courant”
        if given_name(word) in run.lexicon.persons.given_names or (place and _TWO_INITIALS.fullmatch(word)):
            leads = place > 0 and _INITIAL.fullmatch(run.words[place - 1]) is not None  # “D. Ann Bo”
            return run.part(place - leads, len(run.words))
    return run


@functools.cache
def _office_of(lexicon: Lexicon) -> re.Pattern[str]:
    """“Minister of ”, “Minister for Work and ”, “Chief of the ” before a run."""
    words, articles = lexicon.descriptions, either(lexicon.grammar.definite_articles)
    joints = words.body_prepositions - lexicon.places.holding
    titles = lexicon.persons.titles.keys() | lexicon.sources.charges
    return re.compile(
        rf"\b(?i:{either(titles)})\s(?:{either(joints)})\s(?:(?:{articles})\s|{UPPER}[\w-]+[’'‘]s?\s)?"
        rf"(?:(?:(?:{UPPER}[\w-]+,?\s)*(?:{either(words.joining, joints)})\s(?:(?:{articles})\s)?){{1,3}})?$"
    )


def without_field(text: str, run: Run) -> Run:
    """A run without what an office before it is of: “Wen Haoran” of “Minister of | Trade Wen Haoran”.

    Or of “chairman of Norland’s | Water Board Wen Haoran”.
    """
    words = run.lexicon.descriptions
    fields = words.fields | words.bodies | run.lexicon.bodies.chambers
    small = words.body_prepositions | words.joining | run.lexicon.grammar.definite_articles
    is_led = run.previous_word in small or run.previous_word.endswith(_OWNER_ENDS)
    if not is_led or not _office_of(run.lexicon).search(text, max(0, run.start - _FAR), run.start):
        return run
    lead = max((n for n, word in enumerate(run.words[:-2], 1) if word.lower() in fields), default=0)
    return run.part(lead, len(run.words))


def without_occupation(run: Run) -> Run:
    """A run without what its bearer does, where a sentence begins with that: “Volunteer Bo Summers”."""
    persons = run.lexicon.persons
    callings = (persons.occupations, persons.kin)
    begins = len(run.words) > 2 and any(plain_word(run.words[0]) in words for words in callings)
    return run.part(1, len(run.words)) if begins else run


def is_named_as_place(run: Run) -> bool:
    """Whether a name of two words ends with one of places that is a surname at times: “Winston Park”."""
    words = run.lexicon.persons
    ends = len(run.words) == 2 and run.words[1].lower() in words.rare_surnames and not run.words[1].isupper()
    return ends and run.words[0].lower() not in words.place_or_body


def is_called_by_one_name(text: str, run: Run) -> bool:
    """Whether one word after a title that is written small says something: “chairman Osko said”."""
    verb = _NEXT_WORD.match(text, run.end)
    is_name = len(run.words) == 1 and len(run.words[0]) > 2 and could_be_person(run)
    small = run.previous_word.islower() and plain_word(run.previous_word) not in run.lexicon.persons.courtesy
    return is_name and small and verb is not None and verb[1] in run.lexicon.verbs.saying


def is_surname_first(run: Run) -> bool:
    """Whether a name is written as Korean and Chinese ones are: “Park Won-gon”, “Tsai Ing-wen”."""
    return len(run.words) == 2 and run.words[0].isalpha() and _TWO_SYLLABLES.fullmatch(run.words[1]) is not None


def own_name(text: str, run: Run) -> Run:
    """A run from its first given name on, with what may be another before it: “Luz” of “Luz Marina Bo”."""
    name, grammar = from_given_name(run), run.lexicon.grammar
    leading = grammar.prepositions | grammar.articles | run.lexicon.descriptions.fields
    belongs = run.previous_word.lower() in leading  # “Secretary of Defense Ann Bo”, “Leader of the House Ann Bo”
    leads = run.start < name.start and len(run.words) <= _LONGEST_NAME and not belongs
    lead = run.words[: len(run.words) - len(name.words)] if leads else ()
    return run if lead and all(may_be_given(text, word, run.lexicon) for word in lead) else name


def may_be_given(text: str, word: str, lexicon: Lexicon) -> bool:
    """Whether a word is none that says who somebody is, or that the text writes small too."""
    plain, persons, descriptions = plain_word(word), lexicon.persons, lexicon.descriptions
    nouns = (persons.occupations, persons.kin, descriptions.people, descriptions.partisans)
    telling = (*nouns, persons.titles, lexicon.verbs.saying, lexicon.verbs.inverted, persons.particles)
    is_telling = any(plain in words for words in telling)
    if is_telling or is_place_or_body(word, lexicon) or not word.isalpha() or len(word) < 3:
        return False
    ends = plain.endswith((*lexicon.sources.person_endings, *persons.people_endings))
    return not ends and word.lower() not in _small_words(text)


@cached_by_text
def _small_words(text: str) -> frozenset[str]:
    """The words that a text writes small."""
    return frozenset(_SMALL_WORD.findall(text))


def given_name(word: str) -> str:
    """A given name folded, of a double one the first."""
    return fold(word).partition(" ")[0]


def begins_with_given_name(run: Run) -> bool:
    """Whether a run of two words begins with a given name, be its last a word of bodies or things: “Tom Bill”."""
    return len(run.words) == 2 and given_name(run.words[0]) in run.lexicon.persons.given_names


def has_given_name(run: Run) -> bool:
    """Whether a given name that is known begins a name, or stands second in it."""
    return begins_as_person(run) or (len(run.words) > 2 and begins_as_person(run.part(1, len(run.words))))


def begins_as_person(run: Run) -> bool:
    """Whether a run begins with a given name or initials, and ends with no word of places or bodies."""
    last, known = run.words[-1].lower(), run.lexicon.persons
    begins = given_name(run.words[0]) in known.given_names or bool(_INITIALS.fullmatch(run.words[0]))
    short = 2 <= len(run.words) <= 5 and (len(run.words[0]) > 2 or "." in run.words[0])
    closes = last in known.surnames or not (last in known.place_or_body or is_paper(last, run.lexicon))
    return begins and short and closes and (last in known.suffixes or not run.words[-1].isupper())


def is_paper(word: str, lexicon: Lexicon) -> bool:
    """Whether a hyphen ties two words of papers: “Post-Dispatch”."""
    first, hyphen, second = word.partition("-")
    outlets = lexicon.descriptions.role_nouns["outlet"]
    return bool(hyphen) and (first in outlets or second in outlets)


def could_be_person(run: Run) -> bool:
    """Whether a run is short, and none of its words is one of places or bodies, but for a surname at its end."""
    words, lexicon = run.words, run.lexicon
    if len(words) > 1 and _CAPITAL_PAIR.fullmatch(words[0]) and plain_word(words[0]) not in lexicon.persons.no_initials:
        words = words[1:]  # “MK Holm”, and not “EU Holm”
    after_article = run.previous_word.lower() in lexicon.grammar.articles
    if len(words) > 1 and words[-1].lower() in lexicon.persons.surnames and not after_article:
        words = words[:-1]  # “Brock Long”, and not “the Granite State”
    return len(run.words) <= 4 and not any(is_place_or_body(word, lexicon) for word in words)


def is_place_or_body(word: str, lexicon: Lexicon) -> bool:
    """Whether a word stands in names of places and bodies, be it by its capitals alone."""
    plain = word.lower()
    numbered = plain in lexicon.persons.suffixes
    initials = len(word) > 1 and word.isupper() and not numbered and not _INITIALS.fullmatch(word)
    is_part = plain in lexicon.descriptions.name_parts  # “Abu” of Abu Bakr, and of Abu Dhabi
    if plain.endswith("s") and plain in lexicon.descriptions.people - lexicon.persons.surnames:
        return True  # “the Communications Workers”
    is_known = plain in lexicon.persons.place_or_body or is_paper(plain, lexicon)
    return (is_known and not is_part) or initials or plain.endswith("-based")
